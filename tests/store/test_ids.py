"""Ids of what is read: they stay over re-readings while the words stay, and are nobody else's afterwards."""

from pathlib import Path

import pytest

from dragoman.store.align import Alignment
from dragoman.store.record import Record
from dragoman.store.rereading import reread
from dragoman.store.selection import Filter
from tests.store.pages import BOATS, VISIT, entry


def _ids(record: Record) -> dict[str, str]:
    return {event.words: event.id for event in record.events()}


@pytest.mark.parametrize(
    ("old", "new", "words", "expected"),
    [
        ("one two three", "one two three", "two", "two"),
        ("one two three", "zero one two three", "two three", "two three"),
        ("one two\n\nthree four", "one two\n\nnew\n\nthree four", "three four", "three four"),
        ("one two three", "one too three", "two", None),
        ("one two three", "one x two three", "one two", None),
        ("one two three", "", "two", None),
    ],
)
def test_words_are_found_again_or_not_at_all(old: str, new: str, words: str, expected: str | None) -> None:
    start = old.index(words)
    place = Alignment(old, new).place(start, start + len(words))
    assert (new[slice(*place)] if place else None) == expected


def test_ids_do_not_depend_on_what_else_is_in_the_record(tmp_path: Path) -> None:
    """They come from the article and its words, not from chance or from the order of adding."""
    found = []
    for name, entries in (("a", [entry(VISIT)]), ("b", [entry(BOATS, "https://press.example/b"), entry(VISIT)])):
        with Record.open(tmp_path / name, make=True) as record:
            record.add(entries)
            found.append({event.id for event in record.events(Filter(states=("ITA",)))})
    assert found[0] == found[1] != set()


def test_ids_stay_where_the_page_changes_around_them(record: Record) -> None:
    record.add([entry(VISIT)])
    before = _ids(record)
    record.add([entry("Kenya visited Chile on 2023-01-01.\n\n" + VISIT.replace("raining", "snowing"))])
    after = _ids(record)
    assert {words: after[words] for words in before} == before
    assert len(after) == 3


def test_an_event_whose_words_change_is_another_one(record: Record) -> None:
    record.add([entry(VISIT)])
    before = _ids(record)
    record.add([entry(VISIT.replace("visited Armenia", "visited Kenya"))])
    after = _ids(record)
    assert (
        after["Italy signed a pact with Armenia on 2023-05-11"]
        == before["Italy signed a pact with Armenia on 2023-05-11"]
    )
    assert after["Italy visited Kenya on 2023-05-10"] not in before.values()


def test_ids_stay_where_a_newer_program_reads_the_words_otherwise(record: Record) -> None:
    (kept,) = record.add([entry(VISIT)])
    before = _ids(record)
    done = reread(record, kept.article, entry(VISIT, program="dragoman 9", mode="visit"))
    assert _ids(record) == before
    assert [(change.what, change.before, change.after) for change in done.changes] == [("mode", None, "visit")]
    assert record.articles()[0].program == "dragoman 9"


def test_a_program_that_reads_the_same_changes_nothing_but_its_name(record: Record) -> None:
    (kept,) = record.add([entry(VISIT)])
    again = entry(VISIT, program="dragoman 9")
    assert reread(record, kept.article, again).changes == ()
    assert record.dossier_json(kept.article) == again.encoded
    assert record.problems() == []


def test_what_is_no_longer_read_is_gone(record: Record) -> None:
    (kept,) = record.add([entry(VISIT)])
    done = reread(record, kept.article, entry(VISIT, blind=True))
    assert sorted(change.what for change in done.changes) == ["gone", "gone"]
    assert len(record.events()) == 0


def test_the_same_words_in_two_articles_have_two_ids(record: Record) -> None:
    record.add([entry(BOATS), entry(BOATS, "https://press.example/b", title="Boats")])
    assert len({event.id for event in record.events()}) == 2
