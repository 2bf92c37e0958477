"""Marking a dossier: what counts as found, wrong, repeated and right, shown on a made-up article of one sentence each."""

from dataclasses import replace

import pytest

from dragoman.bench.align import Alignment, align
from dragoman.bench.expected import Example, Expected, ExpectedEvent
from dragoman.bench.score import Score, score
from dragoman.records.article import Article, Block, Evidence
from dragoman.records.attribution import Quote
from dragoman.records.dossier import Dossier, Finding
from dragoman.records.entity import Entity, Mention, Ref
from dragoman.records.event import Event, EventDate, Number, Transfer, Voice
from dragoman.records.source import Source

TEXT = "Norway delivered about 20 trucks to Latvia on Monday. “They start in any frost,” General Lie said."


def _evidence(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(start, start + len(words), words)


def _entity(identifier: str, words: str, state: str | None, name: str | None = None) -> Entity:
    mention = _evidence(words)
    mentions = (Mention(mention.start, mention.end, words, "name"),)
    return Entity(identifier, "state", name or words, state, None, None, Ref(), None, None, mentions)


GIFT = Event(
    id="v1",
    type="AID",
    mode=None,
    contexts=(),
    actors=("e1",),
    recipients=("e2",),
    date=EventDate("2026-02-09", "2026-02-09", "day"),
    place="e2",
    factuality="occurred",
    asserted_by=(Voice("outlet"),),
    detail=Transfer(
        supplier="e1", recipient="e2", designation="trucks", quantity=Number(20, "about", "about 20"), mode="gift"
    ),
    evidence=(_evidence("delivered"), _evidence("Norway")),
    confidence=0.9,
)
SAID = Quote(
    id="q1",
    speaker="e3",
    addressee=None,
    cue="said",
    direct=True,
    text="They start in any frost,",
    date=None,
    occasion=None,
    evidence=(_evidence("“They start in any frost,”"), _evidence("General Lie")),
)
WANTED = ExpectedEvent(
    type=("AID",),
    actors=("NOR",),
    recipients=("LVA",),
    words=("delivered about 20 trucks",),
    factuality=("occurred",),
    asserted_by=("outlet",),
)


def _dossier(
    events: tuple[Event, ...] = (), quotes: tuple[Quote, ...] = (), findings: tuple[Finding, ...] = ()
) -> Dossier:
    article = Article(
        id="0",
        source="a.txt",
        outlet="The Fjord",
        language="en",
        title="“Any frost”",
        authors=(),
        published="2026-02-10T08:00:00Z",
        dateline=None,
        tags=(),
        views=None,
        text=TEXT,
        blocks=(Block("paragraph", 0, len(TEXT), 0, len(TEXT)),),
        dropped=(),
    )
    entities = (
        _entity("e1", "Norway", "NOR"),
        _entity("e2", "Latvia", "LVA"),
        _entity("e3", "General Lie", "NOR", "Trygve Lie"),
    )
    return Dossier("1.0", "dragoman", (), article, entities, events, quotes, findings)


def _aligned(wanted: ExpectedEvent, *events: Event) -> Alignment:
    return align([wanted], _dossier(events))


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, True),
        ({"type": ("AGREE", "AID")}, True),
        ({"type": ("AGREE",)}, False),
        ({"actors": ("SWE",)}, False),
        ({"actors": ("SWE?", "NOR")}, True),
        ({"actors": ("SWE|NOR",)}, True),
        ({"recipients": ()}, False),
        ({"actors": ("NOR", "LVA"), "recipients": ()}, True),
        ({"actors": ("Norw",)}, True),
        ({"words": ("in any frost",)}, False),
        ({"words": ("in any frost", "Norway delivered")}, True),
    ],
)
def test_an_event_is_found_by_type_parties_and_words(change: dict[str, tuple[str, ...]], found: bool) -> None:
    """What is not found is missing, and the event put out in its place is wrong."""
    alignment = _aligned(WANTED.model_copy(update=change), GIFT)
    assert [len(alignment.found), len(alignment.missing), len(alignment.wrong)] == ([1, 0, 0] if found else [0, 1, 1])


def test_consultation_has_no_sides() -> None:
    """Who visits whom is measured in the detail."""
    wanted = WANTED.model_copy(update={"type": ("CONSULT",), "actors": ("LVA",), "recipients": ("NOR",)})
    assert len(_aligned(wanted, replace(GIFT, type="CONSULT")).found) == 1


def test_a_second_record_of_the_same_event_is_repeated() -> None:
    """It is not wrong, and the one with more fields right is the one measured."""
    worse = replace(GIFT, id="v2", factuality="planned")
    alignment = _aligned(WANTED, worse, GIFT)
    assert [pair.event.id for pair in alignment.found] == ["v1"]
    assert [event.id for event in alignment.repeated] == ["v2"]
    assert alignment.wrong == ()


def test_an_optional_event_is_neither_missing_nor_wrong() -> None:
    """Right to record, right to leave out."""
    optional = WANTED.model_copy(update={"optional": True})
    assert _aligned(optional).missing == ()
    assert _aligned(optional, GIFT).wrong == ()


@pytest.mark.parametrize(
    ("field", "expected", "share"),
    [
        ("date", {"start": "2026-02-09", "end": "2026-02-09"}, (1, 1)),
        ("date", {"start": "2026-02-02", "end": "2026-02-02"}, (0, 1)),
        ("date", None, (0, 1)),
        ("place", "LVA", (1, 1)),
        ("place", "Riga", (0, 1)),
        ("place", None, (0, 1)),
        ("mode", None, (1, 1)),
        ("factuality", ["planned", "occurred"], (1, 1)),
        ("asserted_by", ["General Lie"], (0, 1)),
        ("detail", {"kind": "transfer", "supplier": "NOR", "recipient": "SWE"}, (2, 3)),
        ("detail", {"kind": "transfer", "quantity": {"value": 20, "relation": "about"}, "value": None}, (3, 3)),
        ("detail", {"kind": "transfer", "quantity": {"value": 20, "relation": "exactly"}}, (1, 2)),
        ("detail", {"kind": "visit", "visitor": "NOR"}, (0, 2)),
    ],
)
def test_fields_of_a_found_event(field: str, expected: object, share: tuple[int, int]) -> None:
    """Each field is right or wrong; a detail has as many values as are expected of it."""
    wanted = ExpectedEvent.model_validate(
        WANTED.model_dump(include={"type", "actors", "recipients", "words"}) | {field: expected}
    )
    assert dict(_aligned(wanted, GIFT).found[0].fields) == {field: share}


def _score(expected: dict[str, object], dossier: Dossier) -> Score:
    empty: dict[str, object] = dict.fromkeys(Expected.model_fields, ())
    example = Example("a", Source("a.txt", b""), Expected.model_validate(empty | {"head": {}} | expected))
    return score(example, dossier)


def test_a_key_that_the_head_leaves_out_is_not_measured() -> None:
    """Zones may be spelled in two ways, and quotation marks around a title do not matter."""
    head = {"outlet": "The Herring", "title": "Any frost", "published": "2026-02-10T09:00:00+01:00", "views": None}
    assert _score({"head": head}, _dossier()).right["head"] == (3, 4)


@pytest.mark.parametrize(
    ("quote", "right", "wrong"),
    [
        ({"speaker": "Trygve Lie", "starts": "They start", "ends": "any frost", "direct": True}, (1, 1), 0),
        ({"speaker": "Haakon Vik", "starts": "They start", "ends": "any frost", "direct": True}, (0, 1), 1),
        ({"speaker": "Trygve Lie", "starts": "start in", "ends": "any frost", "direct": True}, (0, 1), 1),
        ({"speaker": "Trygve Lie", "starts": "They start", "ends": "any frost", "direct": False}, (0, 1), 1),
    ],
)
def test_a_quotation_has_its_words_and_its_speaker(
    quote: dict[str, object], right: tuple[int, int], wrong: int
) -> None:
    """Any direct quotation that is not expected is wrong."""
    marks = _score({"quotes": [quote]}, _dossier(quotes=(SAID,)))
    assert (marks.right["quotes"], marks.wrong["wrong quotes"]) == (right, wrong)


def test_a_quotation_without_a_speaker_is_missing_not_wrong() -> None:
    """What the program leaves unknown is not false."""
    quote = {"speaker": "Trygve Lie", "starts": "They start", "ends": "any frost", "direct": True}
    marks = _score({"quotes": [quote]}, _dossier(quotes=(replace(SAID, speaker=None),)))
    assert (marks.right["quotes"], marks.wrong["wrong quotes"]) == ((0, 1), 0)


def test_scare_quotes_are_nobodys_words() -> None:
    """The same words put out as a direct quotation count against the program."""
    assert _score({"not_quotes": ["They start in any frost"]}, _dossier(quotes=(SAID,))).right["scare quotes"] == (0, 1)
    assert _score({"not_quotes": ["They start in any frost"]}, _dossier()).right["scare quotes"] == (1, 1)


@pytest.mark.parametrize(("severity", "wrong"), [("info", 0), ("warning", 1), ("error", 1)])
def test_an_unexpected_finding_is_wrong_unless_it_only_informs(severity: str, wrong: int) -> None:
    """A false alarm costs the reader's trust; a remark does not."""
    finding = Finding("f1", "number", severity, "20 is not a number of trucks", None, (_evidence("about 20"),))  # type: ignore[arg-type]
    assert _score({}, _dossier(findings=(finding,))).wrong["wrong findings"] == wrong


@pytest.mark.parametrize(("suggestion", "right"), [(None, 1), ("2", 1), ("21", 0)])
def test_a_finding_is_known_by_its_words_and_its_suggestion(suggestion: str | None, right: int) -> None:
    """Where a suggestion is expected, it must be made."""
    finding = Finding("f1", "number", "warning", "not so many", "12", (_evidence("about 20"),))
    expected = {"kind": ["number"], "contains": "20", "suggestion": suggestion}
    assert _score({"findings": [expected]}, _dossier(findings=(finding,))).right["findings"] == (right, 1)
