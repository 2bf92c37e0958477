"""Which lines of a dump could be its title, and what speaks for and against each.

The signs are a line's place, its shape, and whether page and text say its words again; but for the byline, they know no word of
any language.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dragoman.clean.body import ELLIPSIS, Look
from dragoman.clean.head import BYLINE
from dragoman.clean.names import is_section, known_persons
from dragoman.clean.title import LONGEST, SITE, key
from dragoman.clean.units import Unit

Part = Literal["whole", "before", "after"]
"""Which part of its line a candidate is."""

MOST_WORDS = 40
ABOVE, BELOW = 80, 12
"""Units above and below the first running text that are looked at; the page's name and its headings are from anywhere above."""
MOST_OF_TEXT, OPENING = 400, 120
"""Units of the text, and words with which it opens, that are looked through for the words of a title."""
CONTENT = 4
"""Letters from which a word carries a matter rather than a sentence's frame."""
SHORT, LONG = 5, 14
"""Words of a menu's line at the most, of a paragraph at the least."""
SIGNED = re.compile(r"(?<=\w)\W?\s+by:?(?:\s+[^\W\d_a-z][\w'’.-]*(?:\s[^\W\d_a-z][\w'’.-]*){1,3})?$", re.IGNORECASE)
"""Converters that join a page's lines leave the byline at the end of the title."""
DAY_OR_TIME = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
SIGNS = (
    "line", "words_1_2", "words_3_4", "words_5_7", "words_8_14", "words_21_40", "first_level", "only_first_level",
    "other_heading", "beside_first_level", "page_name_begins_so", "alike_page_name", "share_in_page_name", "is_page_name",
    "said_again", "said_thrice", "said_just_above", "distance", "distance_over_10", "below_first_text",
    "far_below_first_text", "share_in_text", "share_in_opening", "short_lines_around", "prose_above", "gap_above",
    "dated_below", "dated_above", "dated", "ends_as_sentence", "ends_with_comma_or_colon", "asks_or_calls", "person",
    "section", "linked", "starts_small", "all_capitals", "share_of_capitalised", "holds_separator", "cut_off",
    "share_of_digits", "longest_above_text", "first_line", "prose_below", "under_short_line",
    "last_above_text", "under_notice", "signed", "part_before", "part_after",
)  # fmt: skip
"""What can speak for or against a line, in the order of `Candidate.signs`."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line, or its part beside the site's name, that could be the title."""

    index: int
    words: str
    site: str | None
    signs: tuple[float, ...]
    """By the order of `SIGNS`, each about 0 to 1."""


def candidates(source: str, found: Sequence[Unit], looks: Sequence[Look], span: tuple[int, int]) -> Iterator[Candidate]:
    """The lines that could be the title of a text that stands in `found[span[0]:span[1]]`."""
    page = _Page(source, found, looks, span)
    for i in page.places():
        for words, site, part in _readings(found[i].text, i):
            if key(words):
                yield Candidate(i, words, site, page.signs(i, words, part))


def _readings(text: str, index: int) -> Iterator[tuple[str, str | None, Part]]:
    """A line whole, without a byline at its end, and as "Title | Site" or "Site | Title"."""
    yield text, None, "whole"
    if signed := SIGNED.search(text):
        yield text[: signed.start()].strip(), None, "before"
    if index > 0 and "|" not in text:
        return
    cuts = [cut for cut in SITE.finditer(text) if cut.start() > 0 and cut.end() < len(text)]
    if not cuts:
        return
    last = text[cuts[-1].end() :].strip()
    site = last if len(last.split()) <= SHORT else None
    for cut in cuts[:1] + cuts[1:][-1:]:
        yield text[: cut.start()].strip(), site, "before"
    yield last, None, "after"


class _Page:
    """What is known of a dump when its lines are looked at as titles."""

    def __init__(self, source: str, found: Sequence[Unit], looks: Sequence[Look], span: tuple[int, int]) -> None:
        self.found, self.looks = found, looks
        self.first, self.end = span
        self.keys = [key(unit.text) if len(unit.text) <= LONGEST else "" for unit in found]
        self.said: dict[str, list[int]] = {}
        for i, words in enumerate(self.keys):
            self.said.setdefault(words, []).append(i)
        self.levels = {i for i in range(self.end) if source.startswith("# ", found[i].start)}
        self.name = self.keys[0] if found and not found[0].mark else ""
        self.name_words = set(self.name.split())

    @cached_property
    def text(self) -> list[str]:
        """The words of the running text."""
        span = range(self.first, min(self.end, self.first + MOST_OF_TEXT))
        prose = (self.found[i].text for i in span if self.looks[i].is_prose and self.looks[i].notice is None)
        return key(" ".join(prose)).split()

    @cached_property
    def text_words(self) -> frozenset[str]:
        return frozenset(self.text)

    @cached_property
    def opening(self) -> frozenset[str]:
        return frozenset(self.text[:OPENING])

    @cached_property
    def dated(self) -> list[bool]:
        """For each unit whether it is a short line that gives a day, a time or a name of who wrote."""
        return [
            seen.words <= 16 and bool(DAY_OR_TIME.search(unit.text) or BYLINE.match(unit.text))
            for unit, seen in zip(self.found[: self.first + BELOW + 5], self.looks, strict=False)
        ]

    @cached_property
    def longest(self) -> int:
        """Words of the longest line shortly above the text."""
        near = range(max(self.first - 12, 0), self.first)
        return max((self.looks[i].words for i in near if not (self.looks[i].notice or self.found[i].mark)), default=0)

    @cached_property
    def last_above_text(self) -> int:
        """The last line above the text that is neither a notice nor dated nor one or two words; -1 where there is none."""
        lines = range(self.first - 1, -1, -1)
        return next(
            (i for i in lines if self.looks[i].notice is None and self.looks[i].words > 2 and not self.dated[i]), -1
        )

    def places(self) -> Iterator[int]:
        lowest, highest = max(self.first - ABOVE, 0), min(self.first + BELOW, self.end)
        for i in range(highest):
            if not (i >= lowest or i == 0 or i in self.levels or (self.keys[i] and self.keys[i] in self.name)):
                continue
            unit, seen = self.found[i], self.looks[i]
            if unit.mark in ("", "heading") and (seen.notice is None or i in self.levels) and seen.words <= MOST_WORDS:
                yield from [i] if self.keys[i] else []

    def signs(self, i: int, text: str, part: Part) -> tuple[float, ...]:
        looks, unit = self.looks, self.found[i]
        own = key(text)
        words = own.split()
        count = len(words)
        content = [word for word in words if len(word) >= CONTENT or word.isdigit()]
        again = [j for j in self.said.get(own, ()) if j != i]
        both = self.name_words & set(words) if i else set()
        is_shared = len(both) >= 2
        begins_name = bool(i) and self.name.startswith(own) and (count > 1 or self.name == own)
        is_level = i in self.levels
        above, below = range(max(i - 3, 0), i), range(i + 1, min(i + 5, len(self.found)))
        distance = self.first - i
        initials = [word[0] for word in text.split() if word[0].isalpha()]
        return (
            1.0,
            float(count <= 2),
            float(3 <= count <= 4),
            float(5 <= count <= 7),
            float(8 <= count <= 14),
            float(count > 20),
            float(is_level),
            float(is_level and len(self.levels) == 1),
            float(unit.mark == "heading" and not is_level),
            float(bool(self.levels) and not is_level),
            float(begins_name and self.name != own),
            len(both) / len(self.name_words | set(words)) if is_shared else 0.0,
            len(both) / count if is_shared else 0.0,
            float(begins_name and self.name == own),
            float(bool(again)),
            float(len(again) > 1),
            float(any(0 < i - j <= 3 for j in again)),
            math.log1p(max(distance, 0)) / 4,
            float(distance > 10),
            float(distance <= 0),
            float(distance <= -3),
            sum(word in self.text_words for word in content) / max(len(content), 1),
            sum(word in self.opening for word in content) / max(len(content), 1),
            sum(looks[j].words < SHORT for j in (*above, *below)) / 7,
            float(any(looks[j].is_prose and looks[j].words > LONG for j in above)),
            float(unit.gap > 0),
            float(any(self.dated[j] for j in below if j < len(self.dated))),
            float(any(self.dated[j] for j in above)),
            float(self.dated[i]),
            float(text[-1] in ".…"),
            float(text[-1] in ",:;"),
            float(text[-1] in "?!"),
            float(bool(known_persons(text))),
            float(is_section(text)),
            unit.linked,
            float(text[0].islower()),
            float(text.isupper()),
            sum(letter.isupper() for letter in initials) / max(len(initials), 1),
            float(part == "whole" and bool(SITE.search(text))),
            float(bool(ELLIPSIS.search(text[-60:]))),
            sum(letter.isdigit() for letter in text) / len(text),
            float(looks[i].words == self.longest),
            float(i == 0),
            float(i + 1 < len(looks) and looks[i + 1].is_prose),
            float(i > 0 and looks[i - 1].words < SHORT <= count),
            float(i == self.last_above_text),
            float(i > 0 and looks[i - 1].notice is not None),
            float(bool(SIGNED.search(text))),
            float(part == "before"),
            float(part == "after"),
        )
