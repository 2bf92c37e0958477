"""The title of a dump by rules: the line that the page repeats as its name, and in a plain text the line above byline and text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.clean.body import Look
from dragoman.clean.head import is_dated_or_signed, is_signed_under
from dragoman.clean.names import (
    is_capitalised,
    is_series,
    is_titled,
    office,
    outlet,
    persons,
    signature,
    stated_outlet,
)
from dragoman.clean.units import Unit

LONGEST = 250
REACH = 12
"""Lines above the first paragraph among which a title is sought."""
FARTHEST = 25
"""Lines below a sure title within which running text must begin."""
SHORT = 5
"""Words; a first line with less is the title only if no longer one follows."""
LEAST_TWICE, NEAR_TWICE = 4, 3
"""Words of a title that is said twice, and lines between: menus repeat shorter ones, and farther apart."""
SITE = re.compile(r"\s+[|•·»›—–:-]{1,2}\s+|\s*\|\s*")
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Title:
    """Which unit is the title, and the site's name where the page's first line gives it beside the title."""

    index: int
    words: str
    site: str | None


def sure_title(source: str, found: Sequence[Unit], looks: Sequence[Look]) -> Title | None:
    """The title that a page repeats as its name or marks as its only first-level heading, wherever its text stands."""
    title = _named_by_page(found, looks) or _only_heading(source, found, looks)
    if title is None or not any(seen.is_prose for seen in looks[title.index + 1 : title.index + 1 + FARTHEST]):
        return None
    return title


def title_above(source: str, found: Sequence[Unit], looks: Sequence[Look], span: tuple[int, int]) -> Title | None:
    """The title of a plain text that begins at `found[span[0]]`: a line above it is its title, its outlet or who signs."""
    first = span[0]
    return (
        _heading_above(source, found, looks, first) or _said_twice(found, looks, first) or _above(found, looks, first)
    )


@lru_cache(maxsize=2048)  # the lines of a dump are compared in several ways
def key(text: str) -> str:
    """A line's words without case and signs, to see whether two lines say the same."""
    return " ".join(WORD.findall(text.lower()))


def _named_by_page(found: Sequence[Unit], looks: Sequence[Look]) -> Title | None:
    """The first line of a page is often its name, "Title | Site"; the title then stands again above the text."""
    if not found or len(found[0].text) > LONGEST or found[0].mark != "":
        return None
    parts = [part for part in SITE.split(found[0].text) if part.strip()]
    later: dict[str, int] = {}
    for i in range(1, len(found)):
        if looks[i].words >= 2 and len(found[i].text) <= LONGEST:
            later.setdefault(key(found[i].text), i)
    for size in range(len(parts), 0, -1):
        index = later.get(key(" ".join(parts[:size])))
        if index is not None and (size < len(parts) or looks[index].words >= 4):
            site = parts[-1].strip() if size < len(parts) and len(parts[-1].split()) <= 5 else None
            return Title(index, found[index].text, site)
    return None


def _only_heading(source: str, found: Sequence[Unit], looks: Sequence[Look]) -> Title | None:
    top = _top_headings(source, found, looks, len(found))
    return Title(top[0], found[top[0]].text, None) if len(top) == 1 else None


def _heading_above(source: str, found: Sequence[Unit], looks: Sequence[Look], first: int) -> Title | None:
    top = _top_headings(source, found, looks, first)
    return Title(top[-1], found[top[-1]].text, None) if top else None


def _said_twice(found: Sequence[Unit], looks: Sequence[Look], first: int) -> Title | None:
    """The last line above the text that is said twice: where the page's path ends with it, and as its heading."""
    for i in range(min(first, len(found)) - 1, 0, -1):
        if not _is_like_title(found[i], looks[i]) or looks[i].words < LEAST_TWICE:
            continue
        if any(key(found[j].text) == key(found[i].text) for j in range(max(i - NEAR_TWICE, 0), i)):
            return Title(i, found[i].text, None)
    return None


def _top_headings(source: str, found: Sequence[Unit], looks: Sequence[Look], end: int) -> list[int]:
    return [
        i
        for i in range(end)
        if source.startswith("# ", found[i].start) and looks[i].notice is None and 2 <= looks[i].words <= 40
    ]


def _above(found: Sequence[Unit], looks: Sequence[Look], first: int) -> Title | None:
    lowest = max(first - REACH, 0)
    heads = [
        i
        for i in range(lowest, first)
        if is_dated_or_signed(found[i].text) or (i and is_signed_under(found[i - 1].text, found[i].text))
    ]
    fits = [i for i in range(lowest, first) if i not in heads and _is_like_title(found[i], looks[i])]
    fits = [i for i in fits if not _is_masthead(found, i, fits, heads)] or fits
    if not fits:
        return None
    over = [i for i in fits if heads and i < heads[-1]]
    if over:
        top = [i for i in fits if i < heads[0]]
        index = top[-1] if top and heads[0] - top[-1] <= 4 else over[-1]
        if top and top[0] == 0 and index == 1 and looks[0].words >= SHORT:
            index = 0  # the line under it is its lead
        return Title(index, found[index].text, None)
    index = fits[-1]
    while index - 1 in fits and index > lowest:
        index -= 1
    if index != 0 or fits[-1] - index > 2:
        index = fits[-1]
    elif looks[index].words < SHORT:  # a label or an office's name over the title
        index = max(range(index, fits[-1] + 1), key=lambda i: (looks[i].words, -i))
    return Title(index, found[index].text, None)


def _is_masthead(found: Sequence[Unit], i: int, fits: Sequence[int], heads: Sequence[int]) -> bool:
    """Whether a line of a plain head names the outlet, an office, a series or persons rather than the piece."""
    text = found[i].text
    if outlet(text) or stated_outlet(text) or office(text) or is_series(text) or signature(text):
        return True
    if i - 1 in heads and persons(text):
        return True
    beside = (i + 1 in heads and not found[i + 1].gap) or (i - 1 in heads and not found[i].gap)
    # where the line above is written as a sentence is, a capitalised one in a block with the day is a name
    return beside and is_titled(text) and any(j < i and not is_capitalised(found[j].text) for j in fits)


def _is_like_title(unit: Unit, seen: Look) -> bool:
    return (
        unit.mark in ("", "heading")
        and seen.notice is None
        and (3 <= seen.words <= 35 or (unit.mark == "heading" and seen.words == 2))
        and len(unit.text) <= LONGEST
        and unit.linked < 0.8
        and (unit.mark == "heading" or unit.text[-1] not in ".:;,")
    )
