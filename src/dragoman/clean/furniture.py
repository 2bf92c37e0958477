"""Lines that stand on two pages of an outlet are its furniture: menus, notices, footers, never one article's own.

Pages are taken for one outlet's by the lines that they share: a dump need not name its outlet, but its menu gives it away.
Two dumps of one article share its text as well; they say nothing of what is furniture.
"""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.clean.units import LINE

WORD = re.compile(r"[^\W_]+")
DIGITS = re.compile(r"\d+")
LONGEST_LINE = 2_000
MOST_LINES = 3_000
"""Lines of a page that are kept; what comes after so many is furniture itself, or no article."""
FEWEST_SHARED, LEAST_SHARED_WORDS = 6, 10
"""Different lines, and words in them, that two pages of one outlet share at the least; "Home", "Share" are everybody's."""
PROSE = 12
"""Words from which a line counts as running text when copies are looked for."""
COPY = 0.4
"""Share of the shorter page's running text from which two pages are the same article."""
COMMONEST = 200
"""Pages with one line beyond which it is not looked at when pages are paired: it would pair all with all."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The lines of a page, each with its words; a line is a number by which its wording is known again."""

    lines: dict[int, int]


def outline(text: str) -> Outline:
    """The lines of a dump; numbers in them do not count ("Views: 4243"), nor signs and case."""
    found: dict[int, int] = {}
    for line, words in _lines(text, 0, len(text)):
        if len(found) >= MOST_LINES:
            break
        found[line] = words
    return Outline(found)


def furniture(outlines: Sequence[Outline]) -> list[frozenset[int]]:
    """For each page its lines that stand on another page of its outlet too."""
    pages: defaultdict[int, list[int]] = defaultdict(list)
    for page, found in enumerate(outlines):
        for line in found.lines:
            pages[line].append(page)
    known: list[frozenset[int]] = []
    for page, found in enumerate(outlines):
        shared: Counter[int] = Counter()
        for line in found.lines:
            if 1 < len(pages[line]) <= COMMONEST:
                shared.update(pages[line])
        others = [other for other, number in shared.items() if other != page and number >= FEWEST_SHARED]
        kin = [other for other in others if _are_kin(found, outlines[other])]
        known.append(frozenset(line for line in found.lines if any(line in outlines[other].lines for other in kin)))
    return known


def is_furniture(source: str, start: int, end: int, known: frozenset[int]) -> bool:
    """Whether all lines of a stretch are furniture."""
    found = [line for line, _ in _lines(source, start, end)]
    return bool(found) and all(line in known for line in found)


def _are_kin(page: Outline, other: Outline) -> bool:
    """Whether two pages are different articles of one outlet."""
    shared = [words for line, words in page.lines.items() if line in other.lines]
    if len(shared) < FEWEST_SHARED or sum(shared) < LEAST_SHARED_WORDS:
        return False
    prose = min(_prose(page.lines.values()), _prose(other.lines.values()))
    return _prose(shared) <= COPY * max(prose, 1) or not prose


def _prose(counts: Iterable[int]) -> int:
    return sum(words for words in counts if words >= PROSE)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a stretch that have words, each as a number, and how many words."""
    for match in LINE.finditer(text, start, end):
        words = WORD.findall(DIGITS.sub("0", match.group()[:LONGEST_LINE].lower()))
        if words:
            said = " ".join(words).encode("utf-8", "surrogatepass")
            yield zlib.crc32(said) << 32 | zlib.adler32(said), len(words)
