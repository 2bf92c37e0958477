"""Known places: cities with their coordinates, regions and military sites."""

from dataclasses import dataclass
from functools import cache

from dragoman.resolve.tables import listed, rows


@dataclass(frozen=True, slots=True)
class Place:
    """A place; `state` is `None` where it spans several, coordinates where it is too wide for a point."""

    name: str
    aliases: tuple[str, ...]
    state: str | None
    latitude: float | None
    longitude: float | None
    geonames: int | None
    size: int
    """Inhabitants; 0 where it is no city."""
    sure: bool
    """Whether the name alone is enough: true of our own lists, not of every city's name."""


@cache
def places() -> tuple[Place, ...]:
    """Cities, then regions and military sites."""
    found = []
    spellings: dict[tuple[str, str], tuple[str, ...]] = {
        (name, state): listed(others) for name, state, others in rows("city_names")
    }
    for name, state, latitude, longitude, geonames, size in rows("places"):
        others = spellings.get((name, state), ())
        found.append(
            Place(name, others, state, float(latitude), float(longitude), int(geonames), int(size), sure=False)
        )
    for row in rows("regions"):
        name, aliases, state, latitude, longitude = [*row, *[""] * (5 - len(row))]
        north, east = (float(latitude), float(longitude)) if latitude else (None, None)
        found.append(Place(name, listed(aliases), state or None, north, east, None, 0, sure=True))
    return tuple(found)
