"""Known organisations and armed groups."""

from dataclasses import dataclass
from functools import cache

from dragoman.resolve.spans import ALWAYS, Span, holds
from dragoman.resolve.tables import listed, rows


@dataclass(frozen=True, slots=True)
class Organization:
    """An organisation: its names, the state it belongs to (or UNO, EUR, IGO, NGO) and its sector."""

    name: str
    aliases: tuple[str, ...]
    state: str | None
    sector: str | None
    """Its usual sector."""
    russian: tuple[str, ...] = ()
    """Russian names in the nominative."""
    sectors: tuple[tuple[str, Span], ...] = ()
    """Sectors that it had for a time instead of the usual one."""
    existed: Span = ALWAYS
    """When it went by this name."""
    wikidata: str | None = None

    def sector_at(self, day: str | None) -> str | None:
        """The sector on a day (ISO 8601); the usual one where no day is given."""
        return next((sector for sector, span in self.sectors if day and holds(span, day)), self.sector)


@cache
def organizations() -> tuple[Organization, ...]:
    """All of the list."""
    return tuple(_organization(row) for row in rows("organizations"))


def _organization(row: list[str]) -> Organization:
    name, aliases, state, sectors, russian, existed = [*row, *[""] * (6 - len(row))]
    usual, *others = listed(sectors) or ("",)
    timed = tuple((sector, Span(start, end)) for sector, start, end in (cell.split(":") for cell in others))
    start, _, end = existed.partition(":")
    return Organization(name, listed(aliases), state or None, usual or None, listed(russian), timed, Span(start, end))
