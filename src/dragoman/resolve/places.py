"""Known places: cities with their coordinates, regions and military sites."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.resolve.states import states
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
    wikidata: str | None = None


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
    for table in ("regions", "sites"):
        for row in rows(table):
            name, aliases, state, latitude, longitude = [*row, *[""] * (5 - len(row))][:5]
            north, east = (float(latitude), float(longitude)) if latitude else (None, None)
            names = (name, *listed(aliases))
            sure = [other for other in names if not other.endswith("?")]
            if sure:
                found.append(Place(sure[0], tuple(sure[1:]), state or None, north, east, None, 0, sure=True))
            found += [
                Place(other[:-1], (), state or None, north, east, None, 0, sure=False)
                for other in names
                if other.endswith("?")
            ]
    return tuple(found)


@cache
def capital_of(code: str) -> Place | None:
    """The place that is a state's capital, where the table has it."""
    names = states()[code].capitals
    towns = [p for p in places() if p.state == code and p.geonames and not set(names).isdisjoint((p.name, *p.aliases))]
    return max(towns, key=lambda town: town.size) if towns else None


def russian_names() -> Iterator[tuple[str, Place]]:
    """Russian names of places, in the nominative: cities by their GeoNames id, regions and sites by their names."""
    by_id = {str(place.geonames): place for place in places() if place.geonames}
    by_name = {place.name: place for place in places() if not place.geonames}
    for key, names in (*rows("places_ru"), *rows("regions_ru")):
        place = by_id.get(key) or by_name.get(key)
        if place is not None:
            yield from ((name, place) for name in listed(names))
