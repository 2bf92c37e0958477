"""Knowledge that the user has added: packs, tables in a folder of the user's, read beside the built-in ones.

A pack is a UTF-8 text file NAME.tsv. Its columns: kind ("organization", "person", "place"); name; other names (by ";"); state
(ISO 3166-1 alpha-3); PLOVER sector (organizations) or terms as OFFICE:FROM:TO (persons); latitude; longitude; GeoNames id;
inhabitants; Wikidata id. Lines with "#" at their beginning are comments.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from dragoman.resolve.organizations import Organization
from dragoman.resolve.people import Person, Term
from dragoman.resolve.places import Place
from dragoman.resolve.tables import listed

Entry = Organization | Person | Place
FOLDER = "DRAGOMAN_PACKS"
"""Environment variable that names another folder for the packs."""
COLUMNS = 10


def folder() -> Path:
    """Where the packs are: the folder that the environment names, or one under the user's data directory."""
    named = os.environ.get(FOLDER)
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home() / "AppData/Roaming")
    elif sys.platform == "darwin":
        base = Path.home() / "Library/Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share")
    return base / "dragoman" / "packs"


def pack_files() -> tuple[Path, ...]:
    """The packs that there are, by name."""
    try:
        return tuple(sorted(path for path in folder().glob("*.tsv") if path.is_file()))
    except OSError:
        return ()


@cache
def packed() -> tuple[Entry, ...]:
    """All entries of all packs; a line that is none (a pack edited by hand) is passed over."""
    return tuple(
        entry for path in pack_files() for entry in entries(path.read_text(encoding="utf-8", errors="replace"))
    )


def entries(text: str) -> Iterator[Entry]:
    """The entries of a pack's text."""
    for line in text.split("\n"):
        if line and not line.startswith("#"):
            entry = _entry([*line.rstrip("\r").split("\t"), *[""] * COLUMNS][:COLUMNS])
            if entry is not None:
                yield entry


def rows_of(kept: Iterable[Entry]) -> Iterator[str]:
    """Entries as a pack's lines; `entries` reads them back."""
    for entry in kept:
        if isinstance(entry, Organization):
            cells = [
                "organization",
                entry.name,
                _list(entry.aliases),
                entry.state,
                entry.sector,
                *[""] * 4,
                entry.wikidata,
            ]
        elif isinstance(entry, Person):
            terms = _list(f"{term.office}:{term.start}:{term.end or ''}" for term in entry.terms)
            cells = ["person", entry.name, _list(entry.variants), entry.state, terms, *[""] * 4, entry.wikidata]
        else:
            point = [f"{c:.4f}" if c is not None else "" for c in (entry.latitude, entry.longitude)]
            number = str(entry.geonames or "")
            cells = [
                "place",
                entry.name,
                _list(entry.aliases),
                entry.state,
                "",
                *point,
                number,
                str(entry.size),
                entry.wikidata,
            ]
        yield "\t".join(" ".join((cell or "").split()) for cell in cells).rstrip("\t")


def _list(words: Iterable[str]) -> str:
    return ";".join(word for word in words if ";" not in word and "\t" not in word)


def _entry(cells: list[str]) -> Entry | None:
    kind, name, aliases, state, told, latitude, longitude, geonames, size, wikidata = cells
    if not name:
        return None
    others = listed(aliases)
    if kind == "organization":
        return Organization(name, others, state or None, told or None, wikidata=wikidata or None)
    if kind == "person":
        parts = [[*cell.split(":"), "", ""][:3] for cell in listed(told)]
        terms = tuple(Term(office, start, end or None) for office, start, end in parts)
        return Person(name, others, state or None, terms, wikidata or None)
    if kind != "place":
        return None
    try:
        north, east = (float(latitude), float(longitude)) if latitude and longitude else (None, None)
        number, people = int(geonames or 0), int(size or 0)
    except ValueError:
        return None
    return Place(
        name, others, state or None, north, east, number or None, people, sure=False, wikidata=wikidata or None
    )
