"""What `import dragoman` gives."""

import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from tests.articles import SHIPMENT

NAMES = (
    "Access Agreement Article Block Casualties Dossier DragomanError Dropped Entity Event EventDate Evidence Exercise Finding "
    "InputError Mention Number Quote RecordError Ref Source Training Transfer UsageError Visit Voice __version__ open_record read "
    "read_all"
)


def test_the_public_names_are_these_and_no_others() -> None:
    assert sorted(dragoman.__all__) == sorted(NAMES.split())
    assert all(hasattr(dragoman, name) for name in NAMES.split())


def test_the_import_does_not_load_the_models() -> None:
    code = "import sys, dragoman, dragoman.cli; print([m for m in ('onnxruntime', 'trafilatura', 'torch', 'sqlalchemy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_plain_text_is_read_without_what_only_pages_need() -> None:
    code = f"import sys, dragoman; dragoman.read({SHIPMENT.encode()!r}); print([m for m in ('trafilatura', 'sqlalchemy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_one_article_by_path_or_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "boats.txt"
    path.write_text(SHIPMENT)
    by_path, by_name, by_bytes = dragoman.read(path), dragoman.read(str(path)), dragoman.read(SHIPMENT.encode())
    assert by_path == by_name
    assert by_path.events == by_bytes.events
    assert by_path.article.source == str(path)
    assert by_bytes.article.title == "Patrol boats handed over"


def test_read_stays_the_function_whatever_rooms_are_imported() -> None:
    code = "import dragoman; from dragoman.read.readers import reader_for; print(dragoman.read.__class__.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "function"


@pytest.mark.parametrize(("name", "reason"), [("none.txt", "no such file"), ("", "folder")])
def test_what_is_no_readable_article_raises_with_its_name_and_reason(tmp_path: Path, name: str, reason: str) -> None:
    path = tmp_path / name
    with pytest.raises(dragoman.InputError, match=reason) as caught:
        dragoman.read(path)
    assert caught.value.source == str(path)


def test_a_folder_is_read_article_by_article(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(SHIPMENT)
    found = list(dragoman.read_all([tmp_path]))
    assert [outcome.article.source for outcome in found if isinstance(outcome, dragoman.Dossier)] == [
        str(tmp_path / "a.txt"),
        str(tmp_path / "b.txt"),
    ]
