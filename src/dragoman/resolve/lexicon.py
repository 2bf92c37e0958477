"""All known names in one gazetteer, each with what it may mean."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.resolve.gazetteer import Gazetteer
from dragoman.resolve.organizations import Organization, organizations
from dragoman.resolve.people import Person, people
from dragoman.resolve.places import Place, places
from dragoman.resolve.states import plurals, states
from dragoman.resolve.tables import listed, rows

SenseKind = Literal["state", "adjective", "nationals", "capital", "seat", "organization", "person", "place", "people"]


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a name may mean."""

    kind: SenseKind
    state: str | None
    organization: Organization | None = None
    person: Person | None = None
    place: Place | None = None


@cache
def lexicon() -> Gazetteer[Sense]:
    """The gazetteer of all names."""
    names: list[tuple[str, Sense]] = []
    for code, state in states().items():
        names += [(name, Sense("state", code)) for name in state.names]
        form = "Kingdom" if "monarchy" in state.traits else "Republic"
        names.append((f"{form} of {state.name}", Sense("state", code)))
        names += [(name, Sense("adjective", code)) for name in state.adjectives]
        names += [(name, Sense("nationals", code)) for name in (*state.nationals, *plurals(state))]
        names += [(name, Sense("capital", code)) for name in state.capitals]
        names += [(name, Sense("seat", code)) for name in state.seats]
    for words, code in rows("peoples"):
        names += [(name, Sense("people", code or None)) for name in listed(words)]
    for organization in organizations():
        sense = Sense("organization", organization.state, organization=organization)
        names += [(name, sense) for name in (organization.name, *organization.aliases)]
    for person in people():
        sense = Sense("person", person.state, person=person)
        names += [(name, sense) for name in (person.name, *person.variants)]
    for place in places():
        sense = Sense("place", place.state, place=place)
        names += [(name, sense) for name in (place.name, *place.aliases)]
    return Gazetteer(names)
