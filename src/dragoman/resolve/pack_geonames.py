"""Reading a table of GeoNames ("cities500.txt", "UZ.txt", "allCountries.txt") as the entries of a pack."""

from collections.abc import Iterable, Iterator

from dragoman.resolve.codes import state_of_iso2
from dragoman.resolve.places import Place

COLUMNS = 19
"""Of a row of GeoNames' main table."""
_CLASSES = frozenset({"P", "S"})
"""Feature classes kept: populated places; spots and buildings (airfields, bases, ports)."""
_SPOTS = frozenset({"AIRB", "AIRF", "AIRP", "AIRQ", "INSM", "MILB", "NVB", "PRT", "FT", "DAM", "PSN", "NSY", "RNGA"})
"""Of the spots, those that news on defence names: airfields, military installations, ports."""


def looks_like_geonames(line: str) -> bool:
    """Whether a line is a row of GeoNames' main table."""
    cells = line.split("\t")
    return len(cells) == COLUMNS and cells[0].isdigit() and _point(cells) is not None


def geonames(lines: Iterable[str]) -> Iterator[Place]:
    """The places of a table; rows of other kinds of features, and broken ones, are passed over."""
    for line in lines:
        cells = line.rstrip("\r\n").split("\t")
        point = _point(cells) if len(cells) == COLUMNS else None
        if point is None or not cells[0].isdigit() or cells[6] not in _CLASSES:
            continue
        if cells[6] == "S" and cells[7] not in _SPOTS:
            continue
        size = int(cells[14]) if cells[14].isdigit() else 0
        others = {cells[2], *(name for name in cells[3].split(",") if _latin(name))} - {cells[1], ""}
        state = state_of_iso2(cells[8])
        yield Place(cells[1], tuple(sorted(others)), state, *point, int(cells[0]), size, sure=False)


def _point(cells: list[str]) -> tuple[float, float] | None:
    try:
        latitude, longitude = float(cells[4]), float(cells[5])
    except (ValueError, IndexError):
        return None
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _latin(name: str) -> bool:
    """Whether a name may stand in an English text: Latin letters, no codes of three capitals."""
    return (
        name.isprintable() and len(name) > 3 and all(c.isascii() or "À" <= c <= "ž" for c in name) and name[0].isupper()
    )
