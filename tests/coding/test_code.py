"""Events of whole sentences, read with the shipped reader: who did what to whom."""

import pytest

from dragoman.attribute.attribute import attribute
from dragoman.coding.code import code
from dragoman.read.protocol import Reader
from dragoman.read.readers import reader_for
from dragoman.records.article import Article, Block
from dragoman.records.event import Agreement, Event, Transfer
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
    ("Armenia has received a batch of Indian missiles.", "COOPERATE", "IND", "ARM"),
    ("Three Chinese coast guard vessels entered Japanese waters on Tuesday.", "ASSAULT", "CHN", "JPN"),
    ("Mali ordered French troops to leave the country.", "REQUEST", "MLI", "FRA"),
    ("Lithuanian instructors trained 200 Ukrainian sappers.", "AID", "LTU", "UKR"),
    ("Vietnam protested against Chinese drilling near the islands.", "ACCUSE|PROTEST", "VNM", "CHN"),
    ("Rockets fired by Armenia hit a base of the Turkish army.", "ASSAULT", "ARM", "TUR"),
    ("Drones that were launched by Serbian troops destroyed two Croatian tanks.", "ASSAULT", "SRB", "HRV"),
    ("Norway's prime minister hosted a dinner for Denmark's foreign minister.", "CONSULT", "NOR", "DNK"),
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
    ("Norway, Sweden sign defence pact", "SUPPORT", "NOR", "SWE"),
    ("Some 200 Malian officers study at Russian academies.", "AID", "RUS", "MLI"),
    ("Production of Russian T-90S tanks was launched in India in 2009.", "COOPERATE", "RUS", "IND"),
    ("Kyrgyzstan has refused a request by the United States to station drones at Osh airport.", "REJECT", "KGZ", "USA"),
    ("Lithuania closed the Belarusian border.", "SANCTION|COERCE", "LTU", "BLR"),
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


def test_every_weapon_of_a_list_is_a_transfer_of_its_own() -> None:
    _, events, _ = _coded("Russia has delivered Su-30SM fighters, Mi-35M helicopters and radar systems to Kazakhstan.")
    designations = [event.detail.designation for event in events if isinstance(event.detail, Transfer)]
    assert designations == ["Su-30SM fighters", "Mi-35M helicopters", "radar systems"]


def test_we_in_a_ministers_words_is_the_state_that_the_minister_serves() -> None:
    _, events, state = _coded(
        "“We will deliver twelve tanks to Ukraine,” said Poland's Defence Minister Jan Nowak. Poland is a neighbour."
    )
    assert [(state[event.actors[0]], state[event.recipients[0]]) for event in events] == [("POL", "UKR")]
    assert events[0].asserted_by[-1].voice == "speaker"


def test_what_was_said_at_talks_dates_and_places_the_talks() -> None:
    _, events, _ = _coded(
        "“It is time to sign,” Polish Defence Minister Jan Nowak said on April 28 at talks with Lithuanian Defence Minister "
        "Ona Petraite in Vilnius."
    )
    talks = next(event for event in events if event.type == "CONSULT")
    assert talks.date is not None
    assert talks.date.start == "2021-04-28"
    assert "Vilnius" in {words.text for words in talks.evidence}


def test_today_in_a_quotation_is_not_the_day_of_the_article() -> None:
    _, events, _ = _coded("“Poland delivered ten tanks to Ukraine today,” said Poland's Defence Minister Jan Nowak.")
    assert [event.date for event in events] == [None]


def test_both_sides_are_not_the_one_who_calls_on_them() -> None:
    _, events, state = _coded("Armenia attacked Azerbaijan. Norway called on both sides to end the fighting.")
    call = next(event for event in events if event.type == "REQUEST")
    assert {state[party] for party in call.recipients} == {"ARM", "AZE"}


def test_a_territory_told_of_is_no_side_of_the_two_countries() -> None:
    _, events, state = _coded(
        "Latvia's defence minister visited Estonia to speak of smuggling from the territory of neighbouring Belarus. "
        "The defence ministers of the two countries signed an agreement."
    )
    signing = next(event for event in events if isinstance(event.detail, Agreement))
    assert {state[party] for party in (*signing.actors, *signing.recipients)} == {"LVA", "EST"}


def test_what_is_handed_over_is_counted_without_its_verb() -> None:
    _, events, _ = _coded("India handed over two patrol boats to the Maldives.")
    delivery = next(event.detail for event in events if isinstance(event.detail, Transfer))
    assert delivery.quantity is not None
    assert (delivery.quantity.relation, delivery.quantity.text) == ("exactly", "two")
