"""Events of whole sentences, read with the shipped reader: who did what to whom."""

import pytest

from dragoman.attribute.attribute import attribute
from dragoman.coding.code import code
from dragoman.read.protocol import Reader
from dragoman.read.readers import reader_for
from dragoman.records.article import Article, Block
from dragoman.records.event import Event
from dragoman.resolve.resolve import resolve


def _reader() -> Reader:
    reader = reader_for("en")
    if reader is None:
        pytest.skip("no English reader")
    return reader


def _coded(text: str) -> tuple[Article, tuple[Event, ...], dict[str, str | None]]:
    blocks = (Block("paragraph", 0, len(text), 0, len(text)),)
    article = Article("0" * 64, "x", None, "en", None, (), "2021-05-03", None, (), None, text, blocks, ())
    reading = _reader().read(article)
    resolution = resolve(article, reading)
    events = code(article, reading, resolution, attribute(article, reading, resolution))
    state = {entity.id: entity.state for entity in resolution.entities}
    return article, events, state


CASES = [
    ("Poland delivered two hundred tanks to Ukraine.", "AID|COOPERATE", "POL", "UKR"),
    ("Turkey agreed to supply drones to Ukraine.", "AGREE", "TUR", "UKR"),
    ("Germany refused to send tanks to Ukraine.", "REJECT", "DEU", "UKR"),
    ("Norway will not lift the ban on Russia.", "REJECT", "NOR", "RUS"),
    ("The United States accused Iran of attacking a tanker.", "ACCUSE", "USA", "IRN"),
    ("Armenia accused Azerbaijan of shelling its villages.", "ACCUSE", "ARM", "AZE"),
    ("Japan imposed sanctions on North Korea.", "SANCTION", "JPN", "PRK"),
    ("Canada suspended military aid to Mali.", "SANCTION", "CAN", "MLI"),
    ("France withdrew its troops from Niger.", "RETREAT", "FRA", "NER"),
    ("China threatened to impose sanctions on Lithuania.", "THREATEN", "CHN", "LTU"),
    ("Egypt urged Ethiopia to stop filling the reservoir.", "REQUEST", "EGY", "ETH"),
    ("Moldova expelled forty Russian diplomats.", "SANCTION", "MDA", "RUS"),
    ("Serbia held joint military exercises with Belarus.", "COOPERATE", "SRB", "BLR"),
    ("Israeli aircraft bombed a warehouse in Syria.", "ASSAULT", "ISR", "SYR"),
    ("India and Vietnam signed a defence agreement.", "SUPPORT", "IND", "VNM"),
    ("The defence minister of Finland visited Estonia.", "CONSULT", "FIN", "EST"),
]


@pytest.mark.parametrize(("text", "types", "source", "target"), CASES)
def test_event_between_two_states(text: str, types: str, source: str, target: str) -> None:
    """One event with the right type and both states, its evidence the exact words, its confidence a share."""
    article, events, state = _coded(text)
    assert len(events) == 1
    (event,) = events
    assert event.type in types.split("|")
    sides = [state[i] for i in (*event.actors, *event.recipients)]
    assert sides == [source, target]
    assert event.evidence
    assert all(article.text[e.start : e.end] == e.text for e in event.evidence)
    assert 0 < event.confidence <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Sweden is considering sending aid to Lebanon.",
        "If Russia attacked Estonia, the alliance would answer.",
        "The company presented a new telephone in Barcelona.",
        "The weather in Tashkent was warm on Monday.",
    ],
)
def test_what_did_not_happen_between_states_is_no_event(text: str) -> None:
    """Thoughts, conditions and news without politics give nothing that occurred between two states."""
    _, events, state = _coded(text)
    between = [e for e in events if {state[i] for i in e.recipients} - {state[i] for i in e.actors}]
    assert not [e for e in between if e.factuality == "occurred"]


def test_a_double_negation_leaves_it_open() -> None:
    """What nobody guarantees not to happen is neither denied nor told to have happened."""
    _, events, _ = _coded("There is no guarantee that Belarus does not supply missiles to Syria.")
    assert [event.factuality for event in events] == ["possible"]


def test_the_same_visit_told_twice_is_one_event() -> None:
    """The second telling adds its words, not another event."""
    _, events, _ = _coded("The defence minister of Finland visited Estonia. The Finnish minister visited Estonia.")
    assert [event.type for event in events] == ["CONSULT"]
    assert sum(e.text == "visited" for e in events[0].evidence) == 2


def test_a_language_without_a_lexicon_gives_no_events() -> None:
    """Nothing is guessed where there are no words."""
    article, _, _ = _coded("Poland delivered two hundred tanks to Ukraine.")
    reading = _reader().read(article)
    foreign = type(reading)("xx", None, reading.sentences, reading.names)
    resolution = resolve(article, reading)
    assert code(article, foreign, resolution, attribute(article, reading, resolution)) == ()
