"""What operators and tense make of an event's type: a visit that is promised, refused, demanded, called off, to come."""

from dragoman.records.event import EventType, Factuality

COOPERATIVE: frozenset[EventType] = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})
YIELDING: frozenset[EventType] = frozenset({"CONCEDE", "RETREAT"})
VERBAL: frozenset[EventType] = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
HARMFUL: frozenset[EventType] = frozenset({"SANCTION", "COERCE", "ASSAULT"})

_REFUSED = {"AID": "assist", "COOPERATE": "assist", "CONSULT": "meet", "CONCEDE": "yield", "RETREAT": "yield"}
_THREATENED = {"ASSAULT": "violence", "SANCTION": "relations", "COERCE": "restrict"}

Outcome = tuple[EventType, str | None, Factuality]
"""Type, mode and how certain, before what the predicate's own negation and tense add."""


def applied(effect: str, type_: EventType, mode: str | None, factuality: Factuality) -> Outcome | None:
    """What an operator makes of the event in its complement; `None` where nothing is left to code."""
    match effect:
        case "same":
            return type_, mode, factuality
        case "nothing":
            return None
        case "commit" | "offer" | "announce":
            return _committed(effect, type_, mode, factuality)
        case "refuse":
            return "REJECT", _REFUSED.get(type_, "change"), "occurred"
        case "demand":
            return "REQUEST", _REFUSED.get(type_, "change"), "occurred"
        case "threaten":
            return "THREATEN", _THREATENED.get(type_), "occurred"
        case "accuse":
            return "ACCUSE", "allege", "occurred"
        case "condemn":
            return "ACCUSE", "disapprove", "occurred"
        case "halt":
            return _halted(type_, mode)
        case "cancel":
            return ("REJECT", "meet", "occurred") if type_ == "CONSULT" else _halted(type_, mode)
        case "fail":
            return ("REJECT", _REFUSED.get(type_, "change"), "occurred") if type_ in COOPERATIVE else None
        case "deny":
            return type_, mode, "denied"
        case "possible":
            return type_, mode, "possible"
        case "plan":
            return None if type_ in HARMFUL else _committed("commit", type_, mode, factuality)
        case "expect":
            return _committed("expect", type_, mode, factuality)
        case "allow":
            if type_ in ("SUPPORT", "CONSULT", "AGREE"):
                return "AGREE", None, "planned"
            return ("RETREAT", "access", "occurred") if type_ in ("AID", "COOPERATE") else (type_, mode, factuality)
        case "prevent":
            return ("COERCE", "restrict", "occurred") if type_ not in HARMFUL else None
        case _:
            raise ValueError(f"operators.tsv: no effect {effect!r}")


def _committed(effect: str, type_: EventType, mode: str | None, factuality: Factuality) -> Outcome:
    to_come: Factuality = "possible" if effect == "offer" else "planned"
    granted = type_ == "RETREAT" and mode == "access"
    if type_ in COOPERATIVE or granted or (type_ == "MOBILIZE" and effect in ("commit", "offer")):
        return "AGREE", None, to_come
    if type_ in YIELDING:
        return "CONCEDE", None, to_come
    if type_ in HARMFUL and effect != "announce":
        return "THREATEN", _THREATENED[type_], "occurred"
    return type_, mode, factuality if type_ in VERBAL or effect == "announce" else to_come


def _halted(type_: EventType, mode: str | None) -> Outcome | None:
    if type_ == "CONSULT" and mode == "visit":
        return type_, mode, "occurred"
    if type_ == "AGREE":
        return "REJECT", "assist", "occurred"
    if type_ in COOPERATIVE:
        return "SANCTION", "discontinue", "occurred"
    if type_ == "ASSAULT":
        return "RETREAT", "ceasefire", "occurred"
    if type_ == "MOBILIZE":
        return "RETREAT", "withdraw", "occurred"
    if type_ in ("SANCTION", "COERCE", "PROTEST", "THREATEN", "REQUEST", "ACCUSE"):
        return "CONCEDE", None, "occurred"
    return ("REJECT", "yield", "occurred") if type_ in YIELDING else (type_, mode, "denied")


def tensed(outcome: Outcome, tense: str, *, negated: bool) -> Outcome | None:
    """What the predicate's own tense, mood and negation make of it; `tense`: "past", "future" or "possible"."""
    type_, mode, _ = outcome
    if tense == "future" and negated:
        if type_ in HARMFUL:
            return "AGREE", None, "planned"
        if type_ in VERBAL or type_ in ("MOBILIZE", "PROTEST"):
            return type_, mode, "denied"
        return "REJECT", _REFUSED.get(type_, "change"), "occurred"
    if negated:
        return type_, mode, "denied"
    if tense == "future":
        return _committed("expect", type_, mode, "planned")
    if tense == "possible":
        return type_, mode, "possible"
    return outcome
