"""One event in one sentence."""

import pytest

from dragoman.records.event import (
    Access,
    Agreement,
    Casualties,
    Detail,
    Event,
    EventType,
    Exercise,
    Factuality,
    Number,
    Training,
    Transfer,
    Visit,
)
from dragoman.share.phrases import phrase
from tests.share.dossiers import event

CALLINGS = {
    "e1": "Russia's Minister of Defence Ilya Bersenev",
    "e2": "Russia",
    "e3": "Kyrgyzstan",
    "e4": "Osh",
    "e5": "the United States",
    "e6": "120 Kyrgyz officers",
    "e7": "their pilots",
}
GOODS = Transfer(
    supplier="e2", recipient="e3", designation="Mi-99 helicopters", quantity=Number(12, "at_least", "at least 12")
)


@pytest.mark.parametrize(
    ("factuality", "said"),
    [
        ("occurred", "Russia's Minister of Defence Ilya Bersenev visited Kyrgyzstan"),
        ("ongoing", "Russia's Minister of Defence Ilya Bersenev is visiting Kyrgyzstan"),
        ("planned", "Russia's Minister of Defence Ilya Bersenev is to visit Kyrgyzstan"),
        ("possible", "Russia's Minister of Defence Ilya Bersenev may visit Kyrgyzstan"),
        ("denied", "Russia's Minister of Defence Ilya Bersenev did not visit Kyrgyzstan"),
    ],
)
def test_certainty_sets_the_verb(factuality: Factuality, said: str) -> None:
    assert phrase(event(mode="visit", factuality=factuality), CALLINGS) == said


@pytest.mark.parametrize(
    ("kind", "detail", "said"),
    [
        ("CONSULT", Visit(visitor="e1", host="e3"), "Russia's Minister of Defence Ilya Bersenev visited Kyrgyzstan"),
        ("AGREE", Visit(visitor="e2", host="e5"), "Russia agreed to visit the United States"),
        ("REJECT", Visit(), "Russia called off a visit to Kyrgyzstan"),
        (
            "SUPPORT",
            Agreement(instrument="protocol", signatories=("e2", "e3"), status="signed", field="air defence"),
            "Russia and Kyrgyzstan signed a protocol on air defence",
        ),
        (
            "SUPPORT",
            Agreement(instrument="memorandum", title="Partners for Peace", status="ratified"),
            "Russia ratified the memorandum “Partners for Peace” with Kyrgyzstan",
        ),
        (
            "SUPPORT",
            Agreement(instrument="agreement", title="agreement on transit", valid_from="2021", valid_to="2025"),
            "Russia concluded the agreement on transit (in force 2021 – 2025) with Kyrgyzstan",
        ),
        (
            "SUPPORT",
            Agreement(instrument="programme", title="program of partnership", valid_from="2023", valid_to="2023"),
            "Russia concluded the program of partnership (in force 2023) with Kyrgyzstan",
        ),
        ("AID", GOODS, "Russia supplied at least 12 Mi-99 helicopters to Kyrgyzstan"),
        ("AGREE", GOODS, "Russia agreed to supply at least 12 Mi-99 helicopters to Kyrgyzstan"),
        ("SANCTION", GOODS, "Russia halted the supply of at least 12 Mi-99 helicopters to Kyrgyzstan"),
        (
            "COOPERATE",
            Transfer(recipient="e3", category="aircraft", value=Number(2e6, "about", "about $2 million"), mode="sale"),
            "Kyrgyzstan received aircraft, worth about $2 million (sale)",
        ),
        (
            "COOPERATE",
            Transfer(supplier="e2", recipient="e3", designation="radars", status="ordered"),
            "Kyrgyzstan ordered radars from Russia",
        ),
        (
            "AID",
            Training(trainer="e2", trainees_from="e3", trainees=Number(300, "about", "some 300")),
            "Russia trained some 300 people of Kyrgyzstan",
        ),
        (
            "AID",
            Training(trainer="e2", trainees_from="e6", trainees=Number(120, "exactly", "120")),
            "Russia trained 120 Kyrgyz officers",
        ),
        (
            "AID",
            Training(trainer="e2", trainees_from="e7", trainees=Number(90, "at_least", "More than 90")),
            "Russia trained their pilots (more than 90)",
        ),
        ("AID", Training(trainer="e2"), "Russia trained military personnel of Kyrgyzstan"),
        (
            "COOPERATE",
            Exercise(name="Issyk", participants=("e2", "e3", "e5")),
            "Russia, Kyrgyzstan and the United States held the exercise Issyk",
        ),
        ("MOBILIZE", Exercise(), "Russia held a military exercise with Kyrgyzstan"),
        (
            "COOPERATE",
            Access(grantor="e3", grantee="e2", facility="airspace"),
            "Kyrgyzstan granted Russia the use of the airspace",
        ),
        (
            "ASSAULT",
            Casualties(killed=Number(5, "at_most", "up to five"), wounded=Number(9, "exactly", "nine")),
            "Russia attacked Kyrgyzstan (up to five killed, nine wounded)",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_detail_is_told(kind: EventType, detail: Detail, said: str) -> None:
    assert phrase(event(kind, actors=("e2",), detail=detail), CALLINGS) == said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (event("REQUEST", mode="assist", actors=("e3",), recipients=("e2",)), "Kyrgyzstan asked Russia for help"),
        (event("RETREAT", mode="withdraw", actors=("e5",)), "The United States withdrew forces from Kyrgyzstan"),
        (
            event("CONSULT", actors=("e2", "e3"), recipients=(), factuality="ongoing"),
            "Russia and Kyrgyzstan are holding talks",
        ),
        (
            event("CONSULT", mode="visit", actors=("e2",), recipients=("e3",), place="e4"),
            "Russia visited Kyrgyzstan — Osh",
        ),
        (event("CONSULT", mode="visit", actors=("e2",), recipients=("e4",), place="e4"), "Russia visited Osh"),
        (
            event("AID", actors=(), recipients=("e3",)),
            "Someone the text does not name gave material help to Kyrgyzstan",
        ),
        (
            event("AID", actors=("gone",), recipients=("e3",)),
            "Someone the text does not name gave material help to Kyrgyzstan",
        ),
        (event("CONSULT", actors=("e2", "e3"), recipients=("e3",)), "Russia and Kyrgyzstan held talks"),
    ],
)
def test_parties_are_named_once_and_missing_ones_left_out(given: Event, said: str) -> None:
    assert phrase(given, CALLINGS) == said


TYPES: tuple[EventType, ...] = EventType.__args__  # type: ignore[attr-defined]
DETAILS = (None, Visit(), Agreement(), Transfer(), Training(), Exercise(), Access(), Casualties())


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("detail", DETAILS, ids=lambda detail: detail.kind if detail else "none")
def test_every_type_can_be_told_with_every_detail(kind: EventType, detail: Detail | None) -> None:
    given = event(kind, mode="of its own", actors=("e2",), recipients=("e3",), detail=detail)
    said = phrase(given, CALLINGS)
    assert said.startswith("Russia ")
    assert not set("{}[]|") & set(said)
