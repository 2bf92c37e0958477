"""Warships by name: "USS Porter (DDG 78)", "HMS Daring", "ORP Ślązak"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.resolve.page import Page
from dragoman.resolve.tables import rows

_HULL = r"(?:\s?\((?:[A-Z]{1,5}[- ]?)?\d{1,4}\))?"
_NAME = r"[^\W\d_a-zа-я][\w'’-]+(?: (?:(?:de|da|do|of|the|du) )*(?!(?:Strike|Carrier|Amphibious|Expeditionary|Battle)\b)[^\W\d_a-zа-я][\w'’-]+){0,3}"


@dataclass(frozen=True, slots=True)
class Ship:
    """A warship at a place of the text."""

    start: int
    end: int
    """With its hull number in brackets."""
    name: str
    state: str


@cache
def _prefixes() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("ship_prefixes")}


@cache
def _pattern() -> re.Pattern[str]:
    prefixes = "|".join(re.escape(prefix) for prefix in sorted(_prefixes(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<name>(?P<prefix>{prefixes}) {_NAME}){_HULL}")


def ships(text: str) -> Iterator[Ship]:
    """The warships named with their navy's prefix, in order."""
    for match in _pattern().finditer(text):
        name = match["name"].removesuffix("'s").removesuffix("’s")
        end = match.end() if name == match["name"] else match.start() + len(name)
        yield Ship(match.start(), end, name, _prefixes()[match["prefix"]])


_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december".split()
)


def christened(page: Page, last: int) -> list[tuple[int, int]]:
    """The words that name ships right after the noun for them: "the corvette Kirpan", "the ships Oral and Saryarka"."""
    words = page.words
    names: list[tuple[int, int]] = []
    several = words[last].lower.endswith("s")
    k = last + 1
    while k < len(words) and words[k].sentence == words[last].sentence and words[k].lower not in _NO_NAMES:
        if not (words[k].capital and words[k].upos == "PROPN"):
            break
        first = k
        while k + 1 < len(words) and k - first < 2 and words[k + 1].capital and words[k + 1].upos == "PROPN":
            if words[k + 1].lower in _NO_NAMES or words[k + 1].sentence != words[last].sentence:
                break
            k += 1
        names.append((first, k))
        joined = several and k + 2 < len(words) and words[k + 1].lower in {"and", ","}
        k += 2 if joined else len(words)
    return names
