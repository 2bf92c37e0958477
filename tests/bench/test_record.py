"""The bench of the record: its articles are proper ones, and its measure has a figure in every row."""

import pytest

from dragoman.bench import record
from dragoman.bench.generated import entry


def test_generated_articles_rest_on_their_words_and_are_always_the_same() -> None:
    made = entry(3)
    assert made == entry(3) != entry(4)
    dossier = made.dossier
    items = [item.evidence for kind in (dossier.events, dossier.quotes, dossier.findings) for item in kind]
    assert dossier.events
    assert all(dossier.article.text[e.start : e.end] == e.text for evidence in items for e in evidence)
    assert all(dossier.article.text[m.start : m.end] == m.text for entity in dossier.entities for m in entity.mentions)


def test_the_measure_has_a_figure_for_every_question(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("_FIRST", 6), ("_BATCH", 4), ("_TIMES", 1), ("_ONE_BY_ONE", 2)):
        monkeypatch.setattr(record, name, value)
    measure = record.record(10)
    assert measure.columns[1:] == ("at 6", "at 10", "plain sqlite3 at 10")
    assert {row[0] for row in measure.rows} >= {
        "add one more, committed",
        "search: phrase",
        "pair RUS UZB",
        "bytes an article",
    }
    assert all(float(cell.replace(",", "")) > 0 for row in measure.rows for cell in row[1:] if cell not in ("", "–"))
