"""What a file is, by its first bytes: an archive, a feed, an outline of feeds, a list of addresses, or a page."""

import codecs
import re
from typing import Literal

from dragoman.collect.unpack import GZIP, ZSTD

Kind = Literal["archive", "packed", "feed", "outline", "addresses", "page"]

HEAD_BYTES = 4096
LONGEST_LIST = 5_000_000
"""Bytes; some fifty thousand addresses."""
ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
COMMENT = "#"
_ROOT = re.compile(
    r"\s*(?>(?:<\?.{0,1000}?\?>|<!--.{0,2000}?-->|<!DOCTYPE\s[^>\[]{0,500}(?:\[.{0,2000}?\]\s*)?>)\s*)*+"
    r"<(?:[A-Za-z_][\w.-]{0,30}:)?([A-Za-z]+)",
    re.DOTALL | re.IGNORECASE,
)
_ROOTS: dict[str, Kind] = {"rss": "feed", "feed": "feed", "rdf": "feed", "opml": "outline"}
"""The outermost element. Source: RSS 0.9x, 1.0 and 2.0, Atom (RFC 4287), OPML 2.0."""


def kind_of(head: bytes) -> Kind:
    """What begins with these bytes ("addresses" is told by `is_list` from the whole)."""
    if head.startswith(b"WARC/"):
        return "archive"
    if head.startswith((GZIP, ZSTD)):
        return "packed"
    match = _ROOT.match(_text(head[:HEAD_BYTES]))
    return _ROOTS.get(match[1].lower(), "page") if match else "page"


def is_list(data: bytes) -> bool:
    """Whether a text is a list of web addresses: one on its first line, and on most others; "#" begins a comment."""
    if len(data) > LONGEST_LIST or not ADDRESS.search(_text(data[:HEAD_BYTES])):
        return False
    lines = entries(data)
    return bool(lines) and is_address(lines[0][1]) and sum(is_address(line) for _, line in lines) * 2 > len(lines)


def is_address(line: str) -> bool:
    """Whether a line is a web address and nothing else."""
    return ADDRESS.fullmatch(line) is not None


def entries(data: bytes) -> list[tuple[int, str]]:
    """The lines of a list with their numbers, without comments and empty ones."""
    lines = ((number, line.strip()) for number, line in enumerate(_text(data).splitlines(), 1))
    return [(number, line) for number, line in lines if line and not line.startswith(COMMENT)]


def _text(data: bytes) -> str:
    for bom, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    return data.decode("utf-8", "replace")
