"""The weights of a title's signs are learnt from dumps whose title is known."""

import gzip
import json
from pathlib import Path

import numpy as np

from dragoman.clean.title_signs import SIGNS
from dragoman.train.titles import Lesson, fit, lesson, main

MENU = "Home\nWorld\nOpinion\nContact\nShare\n"
BODY = (
    "Five frigates left the port of Varna on Monday for a drill with the Romanian navy, the fleet command said.\n" * 3
)


def test_what_titles_have_gets_weight() -> None:
    """A sign that titles have and other lines lack speaks for a line, the reverse against it, and the rest for neither."""
    lessons = []
    for _ in range(20):
        signs = np.zeros((3, len(SIGNS)))
        signs[:, 0] = 1
        signs[0, 5] = signs[1, 7] = signs[2, 7] = 1
        lessons.append(Lesson(signs, np.array([True, False, False])))
    weights = fit(lessons)
    assert weights[5] > 1
    assert weights[7] < -1
    assert weights[9] == 0


def test_a_dump_teaches_which_of_its_lines_is_the_title() -> None:
    """A plain text teaches nothing: its title is found by rules."""
    learnt = lesson(MENU + "Convoy leaves Varna\n" + BODY + "Privacy policy\nRelated articles\nGrain ships wait\n", "Convoy leaves Varna")  # fmt: skip
    assert learnt is not None
    assert learnt.is_title.sum() == 1
    assert lesson("Convoy leaves Varna\n\n" + BODY, "Convoy leaves Varna") is None


def test_the_same_dumps_give_the_same_table(tmp_path: Path) -> None:
    """One row for each sign, in their order, to the letter."""
    row = {"dump": MENU + "Convoy leaves Varna\n" + BODY + "Privacy policy\n", "truth_title": "Convoy leaves Varna"}
    dumps = tmp_path / "dumps.jsonl.gz"
    with gzip.open(dumps, "wt") as file:
        file.write(json.dumps(row) + "\n")
    tables = []
    for name in ("one.tsv", "two.tsv"):
        main(dumps, tmp_path / name)
        tables.append((tmp_path / name).read_text())
    assert tables[0] == tables[1]
    assert [line.split("\t")[0] for line in tables[0].splitlines() if line[0] != "#"] == list(SIGNS)
