"""What the documents say is so."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from dragoman.bench.cli import app as bench

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(
    [ROOT / "README.md", ROOT / "CHANGELOG.md", *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/README.md")]
)


def test_the_readme_shows_what_the_program_prints() -> None:
    """Where this fails after a change for the better: `make readme`."""
    shown = re.search(
        r"dragoman read (examples/\S+)\n```\n\n```text\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL
    )
    assert shown is not None
    command = [sys.executable, "-c", "from dragoman.cli import main; main()", "read", shown[1]]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    assert shown[2].rstrip() == printed.rstrip()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_the_documents_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def test_every_measure_named_in_the_benchmarks_exists_and_none_is_left_out() -> None:
    named = set(re.findall(r"dragoman bench (\w+)", (ROOT / "docs/benchmarks.md").read_text(encoding="utf-8")))
    known = {command.callback.__name__ for command in bench.registered_commands if command.callback}
    assert named == known


def test_the_changelog_begins_with_this_version() -> None:
    newest = re.search(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert newest is not None
    assert newest[1] in {dragoman.__version__, "Unreleased"}


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_lock_files_pin_every_package_by_hash_and_name_no_registry(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", text[text.index("\n", text.index("make lock")) :].strip())
    assert entries
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
    assert "://" not in text
