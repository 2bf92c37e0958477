"""Sentences with marks in them."""

import json
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.train.marked import marked, unmarked

LINE = "<S [PER Colonel {PER Timur Saidov}]> <C said> <T [QTY six] [WEA Mi-35M helicopters] had reached [LOC {LOC Termez}]>."


def test_marks_become_tags_of_words(tmp_path: Path) -> None:
    (tmp_path / "own.jsonl").write_text(json.dumps({"marked": LINE}))
    (sample,) = marked(tmp_path / "own.jsonl")
    assert " ".join(sample.forms) == "Colonel Timur Saidov said six Mi-35M helicopters had reached Termez ."
    assert sample.names == ("O", "B-PER", "I-PER", *["O"] * 6, "B-LOC", "O")
    assert sample.mentions == (*("B-PER", "I-PER", "I-PER", "O", "B-QTY", "B-WEA", "I-WEA", "O", "O", "B-LOC", "O"),)
    assert sample.sayings == (
        *("B-SRC", "I-SRC", "I-SRC", "B-CUE", "B-TXT", "I-TXT", "I-TXT", "I-TXT", "I-TXT", "I-TXT", "O"),
    )


@pytest.mark.parametrize("line", ["[PER A", "a]", "<S [PER A>]", "[PER [LOC A]]", "[per A]", "{A}"])
def test_a_broken_mark_is_named_with_its_line(tmp_path: Path, line: str) -> None:
    (tmp_path / "own.jsonl").write_text(json.dumps({"marked": LINE}) + "\n" + json.dumps({"marked": line}))
    with pytest.raises(UsageError, match=r"own\.jsonl, line 2"):
        marked(tmp_path / "own.jsonl")


def test_the_text_is_what_stands_between_the_marks() -> None:
    text, spans = unmarked(LINE)
    assert [text[start:end] for _, start, end in spans["["]] == [
        *("Colonel Timur Saidov", "six", "Mi-35M helicopters", "Termez"),
    ]
    assert [text[start:end] for _, start, end in spans["{"]] == ["Timur Saidov", "Termez"]
