"""What the measures of the resolver count."""

import json
from pathlib import Path

import pytest

from dragoman.bench.actors import actors
from dragoman.bench.marks import Mark, Tally, count, re3d
from dragoman.bench.parties import parties
from dragoman.errors import UsageError


def mark(text: str, words: str, *types: str) -> Mark:
    start = text.index(words)
    return Mark(start, start + len(words), types)


def counted(text: str, marks: list[Mark], mentions: list[Mark], kind: str) -> tuple[int, int, int, int]:
    """Marked, found, right with the same words, right by overlap."""
    tally = Tally.empty()
    count(tally, text, marks, mentions)
    return tally.marked[kind], tally.found[kind], tally.exact[kind], tally.overlap[kind]


def test_articles_and_possessives_are_no_difference() -> None:
    text = "The army's chief left."
    both = counted(
        text, [mark(text, "The army", "Organisation")], [mark(text, "army's", "Organisation")], "Organisation"
    )
    assert both == (1, 1, 1, 1)


def test_a_mention_that_only_overlaps_is_not_exact() -> None:
    text = "They crossed the Amu Darya river."
    marks, mentions = [mark(text, "the Amu Darya river", "Location")], [mark(text, "Amu Darya", "Location")]
    assert counted(text, marks, mentions, "Location") == (1, 1, 0, 1)


def test_another_type_is_a_miss_and_a_false_mention() -> None:
    text = "Termez fell."
    marks, mentions = [mark(text, "Termez", "Location")], [mark(text, "Termez", "Person")]
    assert counted(text, marks, mentions, "Location") == (1, 0, 0, 0)
    assert counted(text, marks, mentions, "Person") == (0, 1, 0, 0)


def test_a_state_answers_to_organisation_and_location() -> None:
    text = "Latvia sent guards."
    for kind in ("Organisation", "Location"):
        mentions = [mark(text, "Latvia", "Organisation", "Location")]
        assert counted(text, [mark(text, "Latvia", kind)], mentions, kind) == (1, 1, 1, 1)


def test_of_mentions_inside_a_longer_mark_nothing_is_said() -> None:
    text = "The former head of the Latvian navy spoke."
    marks = [mark(text, "The former head of the Latvian navy", "Person")]
    mentions = [mark(text, "former head", "Person"), mark(text, "Latvian navy", "Organisation")]
    assert counted(text, marks, mentions, "Organisation") == (0, 0, 0, 0)
    assert counted(text, marks, mentions, "Person") == (1, 1, 0, 1)


def test_pronouns_are_left_out() -> None:
    text = "He left."
    assert counted(text, [mark(text, "He", "Person")], [], "Person") == (0, 0, 0, 0)


def test_sources_are_read_whole_and_the_one_not_trained_on_comes_first(tmp_path: Path) -> None:
    text = "Lithuanian Defence Minister Jonas Petraitis visited Oslo.\n\nHe praised the Norwegian army."
    for source in ("A Ministry", "UK Government"):
        (tmp_path / source).mkdir()
        (tmp_path / source / "documents.json").write_text(json.dumps({"_id": "d", "text": text}))
        marks = [
            {
                "documentId": "d",
                "begin": text.index(words),
                "end": text.index(words) + len(words),
                "type": kind,
                "confidence": c,
            }
            for words, kind, c in (
                ("Oslo", "Location", 1),
                ("Norwegian army", "Organisation", 0.6),
                ("visited", "Person", 0),
            )
        ]
        (tmp_path / source / "entities.json").write_text("\n".join(map(json.dumps, marks)))
    rows, predictions = re3d(tmp_path)
    assert rows[0][0] == "re3d UK Government"
    figures = {(row[0], row[1]): row[2:] for row in rows}
    assert figures["re3d A Ministry", "Location F1"] == ("1.000", "1.000", "1 marked, 1 found")
    assert figures["re3d A Ministry", "Organisation F1"] == ("1.000", "1.000", "1 marked, 1 found")
    assert figures["re3d A Ministry", "Person F1"][0] == "0.000"
    assert {"id": "d", "start": 52, "end": 56, "types": ("Location",), "text": "Oslo"} in predictions


def test_a_folder_without_marks_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        re3d(tmp_path)


def test_what_a_phrase_case_leaves_out_is_not_scored(tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    asked = (
        {"id": "1", "phrase": "Danish police", "expect": {"country": "DNK", "code_1": "COP"}},
        {"id": "2", "phrase": "the Peruvian defence minister", "expect": {"code_1": "GOV", "code_2": "MIL"}},
    )
    cases.write_text("\n".join(map(json.dumps, asked)))
    rows, _ = actors(cases)
    assert [row[1:] for row in rows] == [
        ("state", "1.000", "", "1"), ("a sector", "1.000", "", "2"), ("first sector", "0.500", "", "2"),
    ]  # fmt: skip


def test_a_party_is_named_by_its_head_or_by_what_stands_below(tmp_path: Path) -> None:
    text = "Latvia protested against Estonia's decision."
    gold = {
        "source": "LVA", "source_span": [0, 6], "source_text": "Latvia", "source_accept": ["LVA"],
        "target": "EST", "target_span": [25, 43], "target_text": "Estonia's decision", "target_accept": ["EST"],
    }  # fmt: skip
    cases = tmp_path / "cases.jsonl"
    cases.write_text(json.dumps({"id": "1", "text": text, "gold": [gold]}))
    rows, _ = parties(cases)
    assert {row[1]: row[2] for row in rows} == {
        "state named": "1.000", "state at the head": "0.500", "state inside": "1.000",
    }  # fmt: skip
