"""All known names in one gazetteer, each with what it may mean; Russian ones in a second, for texts that have Cyrillic."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.resolve.gazetteer import Gazetteer, Match
from dragoman.resolve.loading import uncollected
from dragoman.resolve.organizations import Organization, organizations
from dragoman.resolve.packs import packed
from dragoman.resolve.people import Person, people
from dragoman.resolve.places import Place, capital_of, places, russian_names
from dragoman.resolve.russian import adjective_forms, forms
from dragoman.resolve.states import plurals, russian_states, states
from dragoman.resolve.tables import listed, rows

SenseKind = Literal["state", "adjective", "nationals", "capital", "seat", "organization", "person", "place", "people"]
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a name may mean."""

    kind: SenseKind
    state: str | None
    organization: Organization | None = None
    person: Person | None = None
    place: Place | None = None


def find_names(text: str) -> list[Match[Sense]]:
    """All known names in a text, by place, none overlapping."""
    matches = lexicon().find(text)
    if _CYRILLIC.search(text):
        russian = [match for match in russian_lexicon().find(text) if _apart(match, matches)]
        matches = sorted([*matches, *russian], key=lambda match: match.start)
    return matches


def _apart(match: Match[Sense], others: Iterable[Match[Sense]]) -> bool:
    return all(match.end <= other.start or match.start >= other.end for other in others)


@cache
@uncollected
def lexicon() -> Gazetteer[Sense]:
    """The gazetteer of names in Latin letters, and of those in the user's packs."""
    return Gazetteer((*_states(), *_bodies_and_people(), *_packed()))


def _states() -> Iterator[tuple[str, Sense]]:
    for code, state in states().items():
        form = "Kingdom" if "monarchy" in state.traits else "Republic"
        yield from ((name, Sense("state", code)) for name in (*state.names, f"{form} of {state.name}"))
        yield from ((name, Sense("adjective", code)) for name in state.adjectives)
        yield from ((name, Sense("nationals", code)) for name in (*state.nationals, *plurals(state)))
        yield from ((name, Sense("capital", code)) for name in state.capitals)
        yield from ((name, Sense("seat", code)) for name in state.seats)


def _bodies_and_people() -> Iterator[tuple[str, Sense]]:
    for words, code in rows("peoples"):
        yield from ((name, Sense("people", code or None)) for name in listed(words))
    for organization in organizations():
        sense = Sense("organization", organization.state, organization=organization)
        yield from ((name, sense) for name in (organization.name, *organization.aliases))
    for person in people():
        sense = Sense("person", person.state, person=person)
        yield from ((name, sense) for name in (person.name, *person.variants))
    for place in places():
        sense = Sense("place", place.state, place=place)
        yield from ((name, sense) for name in (place.name, *place.aliases))


def _packed() -> Iterator[tuple[str, Sense]]:
    for entry in packed():
        if isinstance(entry, Organization):
            sense = Sense("organization", entry.state, organization=entry)
            yield from ((name, sense) for name in (entry.name, *entry.aliases))
        elif isinstance(entry, Person):
            sense = Sense("person", entry.state, person=entry)
            yield from ((name, sense) for name in (entry.name, *entry.variants))
        else:
            sense = Sense("place", entry.state, place=entry)
            yield from ((name, sense) for name in (entry.name, *entry.aliases))


@cache
@uncollected
def russian_lexicon() -> Gazetteer[Sense]:
    """The gazetteer of names in Cyrillic, in all their cases."""
    names: list[tuple[str, Sense]] = []
    for code, state in russian_states().items():
        for name in state.names:
            names += [(form, Sense("state", code)) for form in forms(name, every=" и " in name)]
        for name in state.adjectives:
            names += [(form, Sense("adjective", code)) for form in adjective_forms(name)]
        for name in state.nationals:
            names += [(form, Sense("nationals", code)) for form in forms(name)]
        for name in state.capitals:
            names += [(form, Sense("capital", code)) for form in forms(name)]
            place = capital_of(code)
            if place is not None:
                names += [(form, Sense("place", code, place=place)) for form in forms(name)]
        for name in state.seats:
            names += [(form, Sense("seat", code)) for form in forms(name)]
    for organization in organizations():
        sense = Sense("organization", organization.state, organization=organization)
        names += [(form, sense) for name in organization.russian for form in forms(name)]
    for name, place in russian_names():
        names += [(form, Sense("place", place.state, place=place)) for form in forms(name)]
    return Gazetteer(names)
