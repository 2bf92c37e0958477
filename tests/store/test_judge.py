"""Corrections: kept with author, time and reason; carried over, set aside, undone; never lost."""

import json

import pytest

from dragoman.errors import UsageError
from dragoman.records.event import Transfer
from dragoman.store.record import Record
from dragoman.store.rereading import reread
from dragoman.store.selection import Filter
from tests.store.pages import BOATS, VISIT, entry

WHY = "the ministry's own page says so"


def _visit(record: Record) -> str:
    return next(event.id for event in record.events() if event.type == "CONSULT")


def test_a_correction_is_shown_and_found_as_such(record: Record) -> None:
    record.add([entry(VISIT)])
    made = record.correct(_visit(record), "date", "2023-05-09", WHY, "Ada")
    (event,) = record.events(Filter(corrected=True))
    assert (event.date_start, event.date_end, event.corrected) == ("2023-05-09", "2023-05-09", ("date",))
    assert [e.id for e in record.events(Filter(until="2023-05-09"))] == [event.id]
    assert (made.author, made.reason, made.words) == ("Ada", WHY, "Italy visited Armenia on 2023-05-10")
    assert json.loads(made.was or "")["start"] == "2023-05-10"
    assert record.problems() == []


def test_the_dossier_that_was_read_is_not_rewritten(record: Record) -> None:
    (kept,) = record.add([entry(VISIT)])
    record.correct(_visit(record), "date", "2023-05-09", WHY)
    assert record.dossier_json(kept.article) == entry(VISIT).encoded


def test_undone_it_is_gone_but_for_the_history(record: Record) -> None:
    record.add([entry(VISIT)])
    visit = _visit(record)
    record.correct(visit, "date", "2023-05-09", WHY)
    second = record.correct(visit, "date", "2023-05-08", "better still")
    record.undo(second.id, "I was wrong", "Bob")
    assert next(e.date_start for e in record.events(Filter(corrected=True))) == "2023-05-09"
    record.undo(visit)
    assert len(record.events(Filter(corrected=True))) == 0
    assert [(j.state, j.state_by == "Bob") for j in record.judgements(visit)] == [("undone", False), ("undone", True)]
    with pytest.raises(UsageError, match="undone already"):
        record.undo(second.id)


def test_it_is_carried_over_where_its_words_stay(record: Record) -> None:
    (kept,) = record.add([entry(VISIT)])
    visit = _visit(record)
    record.correct(visit, "certainty", "planned", WHY)
    record.add([entry("Before that nothing happened.\n\n" + VISIT)])
    reread(record, kept.article, entry("Before that nothing happened.\n\n" + VISIT, mode="visit"))
    (event,) = record.events(Filter(corrected=True))
    assert (event.id, event.factuality, event.mode) == (visit, "planned", "visit")
    assert record.problems() == []


@pytest.mark.parametrize("change", ["words", "program"])
def test_it_is_set_aside_where_its_words_are_gone(record: Record, change: str) -> None:
    (kept,) = record.add([entry(VISIT)])
    record.correct(_visit(record), "date", "2023-05-09", WHY)
    if change == "words":
        record.add([entry(VISIT.replace("visited Armenia", "visited Kenya"))])
    else:
        assert len(reread(record, kept.article, entry(VISIT, blind=True)).aside) == 1
    (judgement,) = record.judgements(state="aside")
    assert "gone" in (judgement.state_reason or "")
    assert len(record.events(Filter(corrected=True))) == 0
    assert record.problems() == []


def test_a_page_s_head_is_corrected_until_the_page_itself_changes_it(record: Record) -> None:
    (kept,) = record.add([entry(VISIT)])
    record.correct(kept.article, "outlet", "Evening Post", WHY)
    record.add([entry(VISIT + " More.")])
    assert (record.articles()[0].outlet, record.articles()[0].corrected) == ("Evening Post", ("outlet",))
    assert len(record.events(Filter(outlet="evening post"))) == 2
    record.add([entry(VISIT + " Still more.", outlet="Night Post")])
    assert (record.articles()[0].outlet, record.articles()[0].corrected) == ("Night Post", ())


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("actors", "JPN", {"actors": ("JPN",), "actor_states": ("JPN",)}),
        ("actors", "Italy, Armenia", {"actors": ("Italy", "Armenia")}),
        ("recipients", "none", {"recipients": ()}),
        ("place", "Yerevan", {"place": "Yerevan", "latitude": None}),
        ("type", "COOPERATE", {"type": "COOPERATE"}),
        ("date", "2023-05", {"date_start": "2023-05-01", "date_end": "2023-05-31", "date_precision": "month"}),
        (
            "date",
            "2023-05-09/2023-05-11",
            {"date_start": "2023-05-09", "date_end": "2023-05-11", "date_precision": "day"},
        ),
        ("date", "none", {"date_start": None, "date_precision": None}),
        ("contexts", "diplomatic, military", {"contexts": ("diplomatic", "military")}),
    ],
)
def test_what_can_be_corrected(file: str, field: str, value: str, expected: dict[str, object]) -> None:
    with Record.open(file, make=True) as record:
        record.add([entry(VISIT)])
        record.correct(_visit(record), field, value, WHY)
        (event,) = record.events(Filter(corrected=True))
        assert {name: getattr(event, name) for name in expected} == expected
        assert record.problems() == []


def test_a_number_is_corrected_with_its_words(file: str) -> None:
    with Record.open(file, make=True) as record:
        record.add([entry(BOATS)])
        record.correct(record.events()[0].id, "detail.quantity", "~20", WHY)
        detail = record.events()[0].detail
        assert isinstance(detail, Transfer)
        assert detail.quantity is not None
        assert (detail.quantity.value, detail.quantity.relation, detail.quantity.text) == (20, "about", "~20")


def test_entities_quotations_and_findings_are_corrected_too(file: str) -> None:
    with Record.open(file, make=True) as record:
        (kept,) = record.add([entry(BOATS)])
        ids = record.ids(kept.article)
        record.correct(ids["e9"], "state", "CHL", WHY)
        record.correct(ids["q1"], "cue", "shouted", WHY)
        record.correct(ids["f1"], "severity", "warning", WHY)
        assert (record.quotes()[0].speaker_state, record.quotes()[0].cue) == ("CHL", "shouted")
        assert record.findings(Filter(severity="warning"))[0].id == ids["f1"]


@pytest.mark.parametrize(
    ("field", "value", "why", "complaint"),
    [
        ("date", "yesterday", WHY, "not a date"),
        ("date", "2023-02-30", WHY, "no such day"),
        ("date", "2023-05-09/2022-01-01", WHY, "not a stretch of time"),
        ("certainty", "sure", WHY, "Input should be 'occurred'"),
        ("colour", "red", WHY, "not a field"),
        ("detail.colour", "red", WHY, "there are detail.visitor"),
        ("detail.kind", "transfer", WHY, "there are detail.visitor"),
        ("evidence", "x", WHY, "not a field"),
        ("actors", "en_nothing", WHY, "no entity of this id"),
        ("date", "2023", " ", "needs its reason"),
    ],
)
def test_what_makes_no_sense_is_refused(file: str, field: str, value: str, why: str, complaint: str) -> None:
    with Record.open(file, make=True) as record:
        record.add([entry(VISIT)])
        with pytest.raises(UsageError, match=complaint):
            record.correct(_visit(record), field, value, why)
        assert record.judgements() == []
    with Record.open(file) as record, pytest.raises(UsageError, match="nothing in the record has this id"):
        record.correct("ev_none", "date", "2023", WHY)


def test_links_are_judgements_and_fall_with_their_words(record: Record) -> None:
    record.add([entry(VISIT), entry(VISIT + " More.", "https://press.example/b")])
    one, other = (event.id for event in record.events() if event.type == "CONSULT")
    record.link(one, other, "the same visit")
    assert [(j.kind, j.field, j.state) for j in record.judgements(one)] == [("link", "same", "active")]
    record.add([entry(BOATS)])
    assert [j.state for j in record.judgements(one)] == ["aside"]
    with pytest.raises(UsageError, match="nothing in the record"):
        record.link(one, other, "again")


def test_a_dossier_is_given_with_its_corrections_where_they_are_wanted(record: Record) -> None:
    (kept,) = record.add([entry(VISIT)])
    record.correct(_visit(record), "type", "SUPPORT", WHY)
    dossier, fields = record.with_corrections(kept.article)
    changed = {event.id for event in dossier.events if event.type == "SUPPORT"}
    assert fields == {local: ["type"] for local in changed}
    assert len(changed) == 1
