"""The contents of one file or stream as sources, by what its first bytes say it is."""

from collections.abc import Iterator
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit
from urllib.request import url2pathname

from dragoman.collect.feeds import items
from dragoman.collect.kinds import HEAD_BYTES, entries, is_address, is_list, kind_of
from dragoman.collect.limits import LIMIT_BYTES, too_large
from dragoman.collect.outlines import feeds
from dragoman.collect.unpack import ZSTD, unpack, zstd_head
from dragoman.collect.web import Web
from dragoman.errors import InputError
from dragoman.records.source import Source

FEW_BYTES = 16
"""Enough to tell an archive."""


def contents(stream: BufferedReader, name: str, web: Web | None, size: int | None) -> Iterator[Source | InputError]:
    """The sources in a stream. `web` fetches what it lists (`None`: nothing is fetched); `size` in bytes where known."""
    head = stream.peek(HEAD_BYTES)
    kind = kind_of(head)
    is_packed = kind == "packed"
    if is_packed:
        kind = kind_of(_unpacked_head(stream, head))
    if kind == "archive":
        yield from _pages(stream, name)
        return
    if size is not None and size >= LIMIT_BYTES:
        yield InputError(name, too_large(size))
        return
    data = stream.read(LIMIT_BYTES)
    if len(data) >= LIMIT_BYTES:
        yield InputError(name, too_large())
        return
    if not data:
        yield InputError(name, "empty file" if name != "-" else "empty input")
        return
    if is_packed:
        try:
            data, is_whole = unpack(data, LIMIT_BYTES)
        except ValueError as error:
            yield InputError(name, f"it cannot be unpacked ({error})")
            return
        if len(data) >= LIMIT_BYTES or not is_whole:
            yield InputError(name, too_large(unpacked=True) if is_whole else "its packing is broken or cut off")
            return
        kind = kind_of(data[:HEAD_BYTES])
    if kind == "archive":  # it came packed through a pipe
        yield from _pages(BytesIO(data), name)
    elif kind == "feed":
        yield from items(data, name)
    elif kind == "outline":
        yield from _outlined(data, name, web)
    elif is_list(data):
        yield from _listed(data, name, web)
    else:
        yield Source(name, data)


def _pages(stream: BinaryIO, name: str) -> Iterator[Source | InputError]:
    from dragoman.collect.warc import pages

    return pages(stream, name)


def _unpacked_head(stream: BufferedReader, head: bytes) -> bytes:
    """The first bytes of what is packed; none where they cannot be had without reading the stream to its end.

    Where something is broken soon after them, there are fewer.
    """
    for most in (HEAD_BYTES, FEW_BYTES):
        try:
            if not head.startswith(ZSTD):
                return unpack(head, most)[0]
            return zstd_head(stream, most) if stream.seekable() else b""
        except (ValueError, OSError):
            continue
    return b""


def _listed(data: bytes, name: str, web: Web | None) -> Iterator[Source | InputError]:
    if web is None:
        yield InputError(name, "a list of web addresses: name the file itself to have them fetched")
        return
    seen: set[str] = set()
    for number, line in entries(data):
        if not is_address(line):
            yield InputError(f"{name}, line {number}", f"not a web address: {line[:100]!r}")
        elif line not in seen:
            seen.add(line)
            yield from web.sources(line, within=name)


def _outlined(data: bytes, name: str, web: Web | None) -> Iterator[Source | InputError]:
    if web is None:
        yield InputError(name, "an outline of feeds: name the file itself to have them read")
        return
    try:
        places = list(feeds(data))
    except ValueError as error:
        yield InputError(name, f"this outline cannot be read: {error}")
        return
    if not places:
        yield InputError(name, "an outline without feeds")
    for place in places:
        yield from web.feed(place) if is_address(place) else _feed_file(place, name)


def _feed_file(place: str, outline: str) -> Iterator[Source | InputError]:
    """The items of a feed that an outline names by its path, as seen from the outline."""
    path = Path(outline).parent / (url2pathname(urlsplit(place).path) if place.startswith("file:") else place)
    label = f"{path} (in {outline})"
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT_BYTES)
    except (OSError, ValueError) as error:
        yield InputError(label, "no such file" if isinstance(error, FileNotFoundError) else f"cannot be read ({error})")
        return
    if kind_of(data[:HEAD_BYTES]) != "feed":
        yield InputError(label, "not a feed")
        return
    yield from items(data, str(path))
