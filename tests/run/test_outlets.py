"""Text dumps of one folder are cleaned with what they have in common."""

from pathlib import Path

from dragoman.errors import InputError
from dragoman.records.source import Source
from dragoman.run.outlets import furnished

MENU = (
    "Harbour Gazette\nPorts and shipping\nFleet calendar\nLetters to the master\nTide tables for the week\nNewsroom\n"
)
BODIES = {
    "a.txt": "Convoy leaves Varna\nFive frigates left the port of Varna on Monday for a drill with the Romanian navy.\n",
    "b.txt": "New dredger bought\nThe port authority has bought a dredger from a yard in Gdansk, its director said on Friday.\n",
}


def folder(place: Path) -> Path:
    """Two dumps of one outlet, and a page."""
    for name, body in BODIES.items():
        (place / name).write_text(MENU + body, encoding="utf-8")
    (place / "c.html").write_text("<html><body><p>Newsroom</p></body></html>", encoding="utf-8")
    return place


def known(found: Source | InputError) -> int:
    """How many lines of a source are furniture."""
    return len(found.furniture) if isinstance(found, Source) else -1


def test_dumps_of_a_folder_know_their_outlet(tmp_path: Path) -> None:
    """The menu's six lines are furniture in both dumps; a page of markup has none."""
    assert [known(found) for found in furnished([str(folder(tmp_path))])] == [6, 6, 0]


def test_files_named_together_know_their_outlet(tmp_path: Path) -> None:
    """It makes no difference whether the shell or the program lists the files."""
    place = folder(tmp_path)
    assert [known(found) for found in furnished([str(place / name) for name in BODIES])] == [6, 6]


def test_a_file_alone_is_read_alone(tmp_path: Path) -> None:
    """Nothing beside it is looked at."""
    assert [known(found) for found in furnished([str(folder(tmp_path) / "a.txt")])] == [0]


def test_what_is_missing_is_still_named(tmp_path: Path) -> None:
    """The first look passes over it; the second says so."""
    found = list(furnished([str(folder(tmp_path)), str(tmp_path / "missing.txt")]))
    assert isinstance(found[-1], InputError)
