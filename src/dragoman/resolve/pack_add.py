"""Making packs of files that the user has, listing them and taking them away again."""

import gzip
import hashlib
import io
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dragoman.errors import InputError
from dragoman.resolve.organizations import Organization
from dragoman.resolve.pack_ftm import ftm, looks_like_ftm, parsed
from dragoman.resolve.pack_geonames import geonames, looks_like_geonames
from dragoman.resolve.pack_wikidata import looks_like_wikidata, wikidata
from dragoman.resolve.packs import Entry, entries, folder, pack_files, rows_of
from dragoman.resolve.people import Person

Format = Literal["wikidata", "geonames", "ftm"]
_LOOKED_AT = 50
"""Lines looked at to tell what a file is."""


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack on disk."""

    name: str
    path: Path
    organizations: int
    persons: int
    places: int


def add(file: Path, name: str | None = None) -> Pack:
    """Make a pack of a file and keep it under the file's name, or another; one of that name is replaced.

    Reads a Wikidata JSON dump or an extract of one, a GeoNames table, or FollowTheMoney entities, also compressed by gzip.
    Raises `InputError` where the file cannot be read, is none of these, or has nothing to keep, or the pack cannot be written.
    """
    label = _label(name or file.name)
    if not label:
        raise InputError(str(file), f"no name for a pack can be made of {name or file.name!r}: give one with --name")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputError(str(file), error.strerror or str(error)) from error
    try:
        data = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(str(file), f"not UTF-8 text (byte {error.start})") from error
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(str(file), f"broken gzip ({error})") from error
    form = _form(text)
    if form is None:
        reason = "neither Wikidata JSON, a GeoNames table (19 columns parted by tabs) nor FollowTheMoney entities"
        raise InputError(str(file), reason)
    kept = list(_entries(text, form))
    if not kept:
        raise InputError(str(file), f"no person, organisation or place in it that can be kept (read as {form})")
    head = (
        f"# Pack of dragoman, made by `dragoman knowledge add` of {form} data; its columns stand in resolve/packs.py.",
        f"# Source: {file.name}, SHA-256 {hashlib.sha256(data).hexdigest()}",
    )
    path = folder() / f"{label}.tsv"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_text("\n".join((*head, *rows_of(kept))) + "\n", encoding="utf-8")
        fresh.replace(path)
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error
    return _counted(path)


def packs() -> tuple[Pack, ...]:
    """All packs, by name."""
    return tuple(_counted(path) for path in pack_files())


def remove(name: str) -> Path:
    """Take a pack away; returns where it was. Raises `InputError` where there is none of that name."""
    found = next((path for path in pack_files() if path.stem == name), None)
    if found is None:
        names = ", ".join(path.stem for path in pack_files()) or "none"
        raise InputError(name, f"no such pack in {folder()} (there are: {names})")
    try:
        found.unlink()
    except OSError as error:
        raise InputError(str(found), error.strerror or str(error)) from error
    return found


def _label(name: str) -> str:
    """A pack's name: that of the file without its endings, letters, digits, "." and "-" kept."""
    bare = re.sub(r"(\.(json|jsonl|ndjson|txt|tsv|csv|gz|ijson))+$", "", name, flags=re.IGNORECASE)
    return re.sub(r"[^\w.-]+", "-", bare).strip(".-")


def _lines(text: str) -> Iterator[str]:
    """A dump's lines without the array's brackets and commas."""
    for line in io.StringIO(text):
        bare = line.strip().rstrip(",")
        if bare not in {"", "[", "]"}:
            yield bare


def _items(text: str) -> Iterator[object]:
    """The JSON values of a file: one a line, or one array over several lines."""
    if text.lstrip().startswith("[") and next(parsed(_lines(text)), None) is None:
        try:
            whole = json.loads(text)
        except ValueError:
            return
        yield from whole if isinstance(whole, list) else ()
        return
    for item in parsed(_lines(text)):
        yield from item if isinstance(item, list) else (item,)


def _form(text: str) -> Format | None:
    for line, _ in zip((line for line in io.StringIO(text) if line.strip()), range(_LOOKED_AT), strict=False):
        if looks_like_geonames(line.rstrip("\r\n")):
            return "geonames"
    for item, _ in zip(_items(text), range(_LOOKED_AT), strict=False):
        if looks_like_wikidata(item):
            return "wikidata"
        if looks_like_ftm(item):
            return "ftm"
    return None


def _entries(text: str, form: Format) -> Iterator[Entry]:
    if form == "geonames":
        yield from geonames(io.StringIO(text))
    elif form == "wikidata":
        yield from wikidata(_items(text))
    else:
        yield from ftm(_items(text))


def _counted(path: Path) -> Pack:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error
    kinds = Counter(
        "organization" if isinstance(entry, Organization) else "person" if isinstance(entry, Person) else "place"
        for entry in entries(text)
    )
    return Pack(path.stem, path, kinds["organization"], kinds["person"], kinds["place"])
