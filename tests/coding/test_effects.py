"""What operators and tense make of a type, case by case."""

import pytest

from dragoman.coding.effects import Outcome, applied, tensed
from dragoman.coding.lexicon import lexicon_for
from dragoman.records.event import EventType


@pytest.mark.parametrize(
    ("effect", "type_", "mode", "expected"),
    [
        ("commit", "AID", None, ("AGREE", None, "planned")),
        ("offer", "COOPERATE", None, ("AGREE", None, "possible")),
        ("commit", "RETREAT", "withdraw", ("CONCEDE", None, "planned")),
        ("commit", "RETREAT", "access", ("AGREE", None, "planned")),
        ("commit", "SANCTION", None, ("THREATEN", "relations", "occurred")),
        ("announce", "SANCTION", "discontinue", ("SANCTION", "discontinue", "occurred")),
        ("plan", "ASSAULT", None, None),
        ("refuse", "AID", None, ("REJECT", "assist", "occurred")),
        ("refuse", "CONSULT", None, ("REJECT", "meet", "occurred")),
        ("demand", "RETREAT", "withdraw", ("REQUEST", "yield", "occurred")),
        ("threaten", "ASSAULT", None, ("THREATEN", "violence", "occurred")),
        ("halt", "AID", None, ("SANCTION", "discontinue", "occurred")),
        ("halt", "ASSAULT", "aerial", ("RETREAT", "ceasefire", "occurred")),
        ("halt", "SANCTION", None, ("CONCEDE", None, "occurred")),
        ("cancel", "CONSULT", "visit", ("REJECT", "meet", "occurred")),
        ("nothing", "ASSAULT", None, None),
    ],
)
def test_operator_makes_another_event(
    effect: str, type_: EventType, mode: str | None, expected: Outcome | None
) -> None:
    """PLOVER's types of promised, refused, demanded and ended events."""
    assert applied(effect, type_, mode, "occurred") == expected


@pytest.mark.parametrize(
    ("outcome", "tense", "negated", "expected"),
    [
        (("CONSULT", "visit", "occurred"), "future", False, ("AGREE", None, "planned")),
        (("CONCEDE", None, "occurred"), "future", True, ("REJECT", "yield", "occurred")),
        (("AID", None, "occurred"), "past", True, ("AID", None, "denied")),
        (("ASSAULT", None, "occurred"), "possible", False, ("ASSAULT", None, "possible")),
        (("ASSAULT", None, "occurred"), "past", False, ("ASSAULT", None, "occurred")),
    ],
)
def test_tense_and_negation_are_part_of_the_type(
    outcome: Outcome, tense: str, negated: bool, expected: Outcome
) -> None:
    """A visit to come is AGREE, what will not be lifted is REJECT, what did not happen is denied."""
    assert tensed(outcome, tense, negated=negated) == expected


def test_every_effect_of_the_operators_is_known() -> None:
    """The data file names no effect that the program lacks: `applied` raises on one."""
    lexicon = lexicon_for("en")
    assert lexicon is not None
    effects = {operator.effect for operators in lexicon.operators.values() for operator in operators}
    assert {"commit", "refuse", "demand", "halt"} <= effects
    for effect in effects:
        applied(effect, "AID", None, "occurred")


def test_a_language_without_words_has_no_lexicon() -> None:
    """No events rather than wrong ones."""
    assert lexicon_for("xx") is None
