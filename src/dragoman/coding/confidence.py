"""How sure the program is that the words say an event: a product of what can go wrong, each factor with its reason.

Starts at 0.9 (a predicate of the lexicon with its parties in their slots is right about nine times in ten), times the surety
of the slots (a party found near the predicate but in no slot of it: 0.7; none found where one is usual: 0.8), times 0.9 for
each operator word between the event and its parties, times 0.85 where a party has no state.
"""

from dragoman.coding.predicate import Found
from dragoman.records.entity import Entity

_BASE = 0.9
_OPERATOR = 0.9
_STATELESS = 0.85


def confidence(found: Found, entities: dict[str, Entity]) -> float:
    """0 to 1, rounded to two places."""
    value = _BASE * found.surety * _OPERATOR**found.operators
    if any(entities[party.entity].state is None for party in (*found.actors, *found.recipients)):
        value *= _STATELESS
    return round(value, 2)
