"""The record's commands, as a user would go through them."""

import csv
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.cli import main
from dragoman.record_cli.app import app
from tests.articles import SHIPMENT, VISIT

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs the command line in this process on a record of its own: exit status, standard output, standard error."""
    monkeypatch.setenv("DRAGOMAN_RECORD", str(tmp_path / "record.sqlite"))

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["dragoman", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capfd.readouterr()
        return int(ended.value.code or 0), out, err

    return call


def test_from_a_folder_to_a_table(run: Run, tmp_path: Path) -> None:
    """Add a folder, ask, correct, change a page, read again, export, check, copy."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "boats.txt").write_text(SHIPMENT)
    (folder / "visit.txt").write_text(VISIT)
    (folder / "empty.txt").write_text("")
    status, out, err = run("add", folder, "--jobs", "1")
    assert status == 1
    assert "2 added, 1 could not be read" in out
    assert "empty.txt: empty file" in err
    assert "2 known already" in run("add", folder, "--jobs", "1")[1]

    status, out, _ = run("transfers", "--state", "JPN,PHL")
    assert status == 0
    assert "patrol boats" in out
    event = re.findall(r"ev_\w+", out)[0]
    assert "between ITA and PHL" in run("pair", "ITA", "PHL")[1]
    assert "Italy" in run("pair", "arm", "ita")[1]
    assert "[trained]" not in run("search", "train", "officers")[1]
    assert "[officers]" in run("search", "train", "officers")[1]

    status, out, _ = run(
        "correct", event, "--set", "date=2023-06-01", "--because", "the coast guard's log", "--by", "Ada"
    )
    assert status == 0
    assert "Ada" in out
    rows = list(csv.DictReader(io.StringIO(run("events", "--corrected", "--format", "csv")[1].removeprefix("\ufeff"))))
    assert [(row["id"], row["date_start"], row["corrected"]) for row in rows] == [(event, "2023-06-01", "date")]

    (folder / "boats.txt").write_text(
        SHIPMENT + "\nThe boats are grey and have two engines each, the paper was told.\n"
    )
    assert "1 new versions" in run("add", folder, "--jobs", "1")[1]
    article = rows[0]["article"]
    assert "+The boats are grey" in run("versions", article, "--diff")[1]
    assert json.loads(run("events", "--corrected", "--format", "json")[1])["rows"][0]["id"] == event
    assert "2 read again, 0 changed" in run("reread", "--all", "--jobs", "1")[1]
    assert "Ada" in run("history", event)[1]
    assert run("undo", event, "--because", "no, it was the third")[0] == 0
    assert json.loads(run("events", "--corrected", "--format", "json")[1])["rows"] == []

    assert json.loads(run("dossier", article)[1])["article"]["title"] == "Patrol boats handed over"
    assert run("dossier", article, "--page")[1].startswith(SHIPMENT)
    for form in ("geojson", "annotations"):
        assert json.loads(run("export", form)[1])
    for form in ("ftm", "polecat", "sipri", "atom"):
        assert "Japan" in run("export", form)[1]
    assert "2023-06" in run("calendar")[1]
    status, out, _ = run("check-record")
    assert (status, out.endswith("sound\n")) == (0, True)
    assert run("backup", tmp_path / "copy.sqlite")[0] == 0
    assert "Japan" in run("events", "--record", tmp_path / "copy.sqlite")[1]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("events",), 4, "no record there"),
        (("events", "--record", "mysql://x"), 2, "a record is"),
        (("add",), 2, ""),
        (("add", "nowhere.txt"), 3, "no such file"),
        (("export", "xml"), 2, "no such form"),
        (("calendar", "--by", "week"), 2, "day, month or year"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_goes_wrong_is_said(run: Run, arguments: tuple[str, ...], status: int, said: str) -> None:
    ended, _, err = run(*arguments)
    assert (ended, said in err) == (status, True)


def test_questions_that_make_no_sense(run: Run, tmp_path: Path) -> None:
    (tmp_path / "boats.txt").write_text(SHIPMENT)
    assert run("add", tmp_path / "boats.txt", "--jobs", "1")[0] == 0
    assert run("events", "--since", "soon")[0] == 2
    assert run("correct", "ev_x", "--set", "date", "--because", "x")[0] == 2
    assert run("events", "--output", tmp_path / "x")[0] == 2
    assert "Nothing in the record" in run("visits", "--state", "ISL")[1]
    (tmp_path / "kept.json").write_text("what was there")
    assert run("export", "geojson", "--state", "Iceland", "--output", tmp_path / "kept.json")[0] == 2
    assert (tmp_path / "kept.json").read_text() == "what was there"
    assert run("export", "geojson", "--output", tmp_path / "kept.json")[0] == 0
    assert json.loads((tmp_path / "kept.json").read_text())["features"]
    assert run("export", "atom", "--output", tmp_path / "no" / "feed.xml")[0] == 2
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".kept")] == []


def test_every_table_is_in_the_codebook(run: Run) -> None:
    out = run("codebook")[1]
    assert all(
        f"## {name}" in out for name in ("articles", "events", "quotes", "findings", "transfers", "visits", "calendar")
    )


def test_the_record_s_commands_are_in_the_help(run: Run) -> None:
    out = run("--help")[1]
    assert all(command.name in out for command in app.registered_commands if command.name)
