"""Keeping: a page once, its contents as versions, and everything given back as it came."""

from dataclasses import replace

import pytest

from dragoman.errors import UsageError
from dragoman.records.article import Note
from dragoman.records.source import Source, Stated
from dragoman.store.record import Record
from dragoman.store.rereading import to_read
from dragoman.store.selection import Filter
from tests.store.pages import BOATS, VISIT, entry


def test_what_is_added_is_given_back_byte_for_byte(record: Record) -> None:
    added = entry(VISIT)
    (kept,) = record.add([added])
    assert record.dossier_json(kept.article) == added.encoded
    assert record.source_bytes(kept.article) == added.source.data
    assert record.problems() == []


def test_the_same_page_twice_is_one_article(record: Record) -> None:
    first, again = record.add([entry(VISIT), entry(VISIT)])
    elsewhere = record.add([entry(VISIT, "https://mirror.example/a")])[0]
    assert (first.status, again.status, elsewhere.status) == ("added", "known", "known")
    assert first.article == again.article == elsewhere.article
    assert len(record.articles()) == 1
    assert len(record.events()) == 2


def test_a_changed_page_is_a_new_version_whose_difference_can_be_seen(record: Record) -> None:
    (first,) = record.add([entry(VISIT)])
    (second,) = record.add([entry(VISIT.replace("It was raining.", "It was sunny."), title="Fine talks")])
    assert (second.status, second.article) == ("changed", first.article)
    assert [version.number for version in record.versions(first.article)] == [1, 2]
    lines = record.difference(first.article, 1, 2)
    assert "-Italy visited Armenia on 2023-05-10. It was raining." in lines
    assert "+Italy visited Armenia on 2023-05-10. It was sunny." in lines
    assert "+title: Fine talks" in lines
    assert record.articles()[0].versions == 2
    assert record.dossier_json(first.article, 1) == entry(VISIT).encoded
    for ask in (record.dossier_json, record.source_bytes):
        with pytest.raises(UsageError, match="no version 3"):
            ask(first.article, 3)
    assert record.problems() == []


def test_an_older_content_seen_again_changes_nothing(record: Record) -> None:
    record.add([entry(VISIT)])
    record.add([entry(BOATS)])
    (again,) = record.add([entry(VISIT)])
    assert again.status == "known"
    assert [event.detail and event.detail.kind for event in record.events()] == ["transfer"]


def test_a_page_without_a_place_is_known_by_its_content_only(record: Record) -> None:
    first, second = record.add([entry(VISIT, "-"), entry(BOATS, "-")])
    assert first.article != second.article
    assert record.recall(Source("-", entry(VISIT, "-").source.data)) == first.article
    assert record.recall(Source("-", b"never seen")) is None


def test_a_source_is_read_again_as_it_was_given(record: Record) -> None:
    """What was known of it from outside is kept beside its bytes."""
    made = entry(VISIT)
    source = replace(
        made.source, within="feed.xml", charset="cp1251", form="text", stated=Stated("T", ("A",), None, None, ("x",)),
        excerpt=True, notes=(Note("excerpt", "a summary"),), furniture=frozenset({3, 1}), crawled="2023-05-12T00:00:00Z",
    )  # fmt: skip
    record.add([replace(made, source=source)])
    ((_, again),) = to_read(record, None)
    assert again == source


def test_pages_of_an_archive_are_told_apart_by_their_names_in_it(record: Record) -> None:
    """The same name in two archives is two pages; in one archive, read again, it is the same one."""
    statuses = []
    for within, text in (("a.xml", VISIT), ("b.xml", BOATS), ("a.xml", VISIT + " More.")):
        made = entry(text, "item 1")
        statuses.append(record.add([replace(made, source=replace(made.source, within=within))])[0].status)
    assert statuses == ["added", "added", "changed"]


def test_what_no_database_can_write_is_kept_in_the_dossier(record: Record) -> None:
    odd = entry("Italy visited Armenia.", title="Nul \0 and \udce4", outlet="A\0B")
    (kept,) = record.add([odd])
    assert record.articles()[0].outlet == "A\ufffdB"
    assert record.dossier_json(kept.article) == odd.encoded


def test_rows_stand_alone_with_their_words_and_names(record: Record) -> None:
    record.add([entry(BOATS)])
    (event,) = record.events()
    assert (event.type, event.actors, event.actor_states, event.recipients) == (
        "COOPERATE",
        ("Japan",),
        ("JPN",),
        ("Chile",),
    )
    assert event.words == "Japan delivered 2 boats to Chile on 2022-03-01"
    assert event.detail is not None
    assert event.detail.kind == "transfer"
    assert (event.detail.supplier, event.detail.quantity and event.detail.quantity.value) == ("Japan", 2)
    (quote,) = record.quotes()
    assert (quote.speaker, quote.speaker_office, quote.text) == ("Ueda", "Captain", "We keep our ships ready,")
    (finding,) = record.findings()
    assert (finding.kind, finding.words) == ("unattributed", "Talks")
    (article,) = record.articles()
    assert (article.tags, article.topics, article.states, article.events) == (
        ("Defence",),
        ("military",),
        ("JPN", "CHL"),
        1,
    )


def test_adding_all_or_nothing(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """What fails in the middle of a batch leaves no trace of it, and the keys learnt in it are forgotten."""

    def fail(*_: object) -> None:
        raise RuntimeError("pulled out")

    with monkeypatch.context() as patch:
        patch.setattr("dragoman.store.settle.entity_rows", fail)
        with pytest.raises(RuntimeError):
            record.add([entry(VISIT)])
    assert len(record.articles()) == 0
    record.add([entry(VISIT)])
    assert len(record.events(Filter(states=("ITA", "ARM")))) == 2
    assert record.problems() == []
