"""Which office-holder of the list a name means, spelt as it may be."""

from collections.abc import Iterator
from functools import cache

from rapidfuzz.fuzz import ratio

from dragoman.resolve.loading import uncollected
from dragoman.resolve.packs import packed
from dragoman.resolve.people import Person, Term, people
from dragoman.resolve.romanise import romanised, skeleton

_ALIKE = 68
"""Likeness (rapidfuzz ratio of romanised names, 0 to 100) that names of one skeleton need besides."""
_ALIKE_SURNAME = 75
"""The same for a surname by itself."""


def _listed() -> Iterator[Person]:
    yield from people()
    yield from (entry for entry in packed() if isinstance(entry, Person))


@cache
@uncollected
def _by_skeleton() -> dict[str, tuple[Person, ...]]:
    found: dict[str, dict[str, Person]] = {}
    for person in _listed():
        for name in (person.name, *person.variants):
            if " " in name:
                found.setdefault(skeleton(name), {}).setdefault(person.name, person)
    return {key: tuple(persons.values()) for key, persons in found.items()}


def listed_person(name: str, state: str | None) -> Person | None:
    """The one office-holder whose full name this is in some transliteration; `None` where states differ or several fit.

    A surname alone is never enough.
    """
    parts = name.replace("-", " ").split()
    if len(parts) < 2:
        return None
    found = [
        person
        for person in _by_skeleton().get(skeleton(name), ())
        if (state is None or person.state in {None, state})
        and max(ratio(romanised(name), romanised(known)) for known in (person.name, *person.variants)) >= _ALIKE
    ]
    return found[0] if len(found) == 1 else None


@cache
def _by_surname() -> dict[str, tuple[Person, ...]]:
    found: dict[str, dict[str, Person]] = {}
    for person in _listed():
        # A pack may have names in scripts of which no skeleton is made.
        for surname in skeleton(person.name).split()[-1:]:
            found.setdefault(surname, {}).setdefault(person.name, person)
    return {key: tuple(persons.values()) for key, persons in found.items()}


def titled_person(surname: str, office: str | None, state: str | None, day: str | None) -> tuple[Person, Term] | None:
    """The one office-holder of a surname that the text gives the same office: "Defence Minister Kurbanov", "Deputy Secretary X".

    On a day (ISO 8601) it must be the office of that day; `None` where states differ or several fit.
    """
    if office is None or len(surname.split()) > 1:
        return None
    found = [
        (person, term)
        for person in _by_surname().get(skeleton(surname), ())
        if (state is None or person.state in {None, state})
        and ratio(romanised(surname), romanised(person.name.split()[-1])) >= _ALIKE_SURNAME
        for term in ([person.term_at(day)] if day else person.terms)
        if term and f"{term.office} of ".startswith(f"{office} of ")
    ]
    return found[-1] if len({person.name for person, _ in found}) == 1 else None
