"""The bench of the record: its articles are proper ones, and its measure has a figure in every row."""

from pathlib import Path
from typing import Any

import pytest

from dragoman.bench import record
from dragoman.bench.ballast import multiply
from dragoman.bench.generated import entry
from dragoman.store.keep import keep
from dragoman.store.query import Page
from dragoman.store.record import Record
from dragoman.store.selection import AnswerKind, Filter


def test_generated_articles_rest_on_their_words_and_are_always_the_same() -> None:
    made = entry(3)
    assert made == entry(3) != entry(4)
    dossier = made.dossier
    items = [item.evidence for kind in (dossier.events, dossier.quotes, dossier.findings) for item in kind]
    assert dossier.events
    assert all(dossier.article.text[e.start : e.end] == e.text for evidence in items for e in evidence)
    assert all(dossier.article.text[m.start : m.end] == m.text for entity in dossier.entities for m in entity.mentions)


def test_the_measure_has_a_figure_for_every_question(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("_FIRST", 5), ("_BATCH", 4), ("_TIMES", 1), ("_ONE_BY_ONE", 2)):
        monkeypatch.setattr(record, name, value)
    measure = record.record(10)
    assert measure.columns[1:] == ("at 5", "at 10", "plain sqlite3 at 10")
    assert {row[0] for row in measure.rows} >= {
        "add one more, committed",
        "search: phrase",
        "pair RUS UZB",
        "bytes an article",
    }
    assert all(float(cell.replace(",", "")) > 0 for row in measure.rows for cell in row[1:] if cell != "–")


def test_copies_are_found_as_what_they_are_copies_of_is(tmp_path: Path) -> None:
    file = tmp_path / "record.sqlite"
    made: dict[AnswerKind, list[dict[str, Any]]] = {}
    with Record.open(file, make=True) as opened, opened.writing() as (connection, indexing):
        for number in range(4):
            keep(connection, indexing, entry(number))
        made = {kind: list(waiting) for kind, waiting in indexing.waiting.items()}
    with Record.open(file) as opened:
        before = [len(opened.events(Filter(states=("RUS",)), Page("date", None))), len(opened.search("delivered"))]
    multiply(file, 3, made)
    with Record.open(file) as opened:
        events = opened.events(Filter(states=("RUS",)), Page("date", None))
        assert [len(events), len(opened.search("delivered"))] == [3 * number for number in before]
        assert len({event.id for event in events}) == len(events) > 0
        assert len({article.source for article in opened.articles()}) == 12
