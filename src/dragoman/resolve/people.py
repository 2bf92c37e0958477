"""Known office-holders with their terms, and offices with their many wordings."""

from dataclasses import dataclass
from functools import cache

from dragoman.resolve.states import states
from dragoman.resolve.tables import listed, rows


@dataclass(frozen=True, slots=True)
class Term:
    """An office held from one month or year to another, both inclusive; `None` for an open end."""

    office: str
    start: str
    end: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in office, with the spellings of the name."""

    name: str
    variants: tuple[str, ...]
    state: str | None
    terms: tuple[Term, ...]
    wikidata: str | None = None

    def term_at(self, day: str | None) -> Term | None:
        """The office held on a day (ISO 8601); the last one where no day is given."""
        if not self.terms:
            return None
        if day is None:
            return self.terms[-1]
        held = [t for t in self.terms if t.start <= day[: len(t.start)] and (not t.end or day[: len(t.end)] <= t.end)]
        return held[-1] if held else None

    def past(self, day: str) -> bool:
        """Whether every office ended before a day."""
        return bool(self.terms) and all(term.end and term.end < day[: len(term.end)] for term in self.terms)


@dataclass(frozen=True, slots=True)
class Office:
    """An office by its normal title: "Minister of Defence"."""

    title: str
    sector: str
    wordings: tuple[str, ...]
    part: bool
    """Whether it is an office of a part of a state: "Mayor"."""


@cache
def people() -> tuple[Person, ...]:
    """All of the list."""
    found = []
    for row in rows("people"):
        name, variants, state, terms = [*row, *[""] * (4 - len(row))]
        held = []
        for cell in listed(terms):
            office, start, end = [*cell.split(":"), "", ""][:3]
            held.append(Term(office, start, end or None))
        found.append(Person(name, listed(variants), state or None, tuple(held)))
    return tuple(found)


@cache
def offices() -> dict[str, Office]:
    """Offices by each of their wordings, lower case, without hyphens and articles."""
    found = {}
    for row in rows("offices"):
        title, sector, wordings, trait = [*row, *[""] * (4 - len(row))]
        office = Office(title, sector, listed(wordings), trait == "part")
        for wording in (title.lower(), *office.wordings):
            found[wording.replace("-", " ")] = office
    return found


def sector_of(title: str) -> str | None:
    """The sector of an office by its normal title."""
    office = offices().get(title.lower().replace("-", " "))
    return office.sector if office else None


def office_of(title: str, code: str | None) -> str:
    """An office with its state: "Minister of Defence of Uzbekistan"."""
    state = states().get(code or "")
    office = offices().get(title.lower().replace("-", " "))
    return f"{title} of {state.in_sentence}" if state and not (office and office.part) else title
