"""Known organisations and armed groups."""

from dataclasses import dataclass
from functools import cache

from dragoman.resolve.tables import listed, rows


@dataclass(frozen=True, slots=True)
class Organization:
    """An organisation: its names, the state it belongs to (or UNO, EUR, IGO, NGO) and its sector."""

    name: str
    aliases: tuple[str, ...]
    state: str | None
    sector: str | None


@cache
def organizations() -> tuple[Organization, ...]:
    """All of the list."""
    found = []
    for row in rows("organizations"):
        name, aliases, state, sector = [*row, *[""] * (4 - len(row))]
        found.append(Organization(name, listed(aliases), state or None, sector or None))
    return tuple(found)
