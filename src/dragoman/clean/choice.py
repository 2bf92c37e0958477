"""Which segments of a page are the article: two ways of finding it are compared, and where they differ one is believed.

One is trafilatura's, the other the element that holds most running text (`container.py`). Each leaves out parts of an
article that the other finds; where they agree, both are nearly always right.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.clean.container import CELLS, Container, within
from dragoman.clean.scan import Scan, Segment

LEAST_COMMON = 30
"""Words that both must have found; below it they have found different texts, and the longer one is the article."""
LONGER = 1.2
"""Times as many words as trafilatura's, from which the element's text is the longer one."""
PART = 0.35
"""Trafilatura has found a part only, if it has less of the element's words than this."""
WHOLE = 0.55
"""The element is a part only, if all its words are trafilatura's and make less than this of them: tables, lists."""
COMMON, CORE = 0.3, 0.9
"""Shares: of the shorter text that both must have; of the common running text that the core element holds."""
OUTSIDE_CORE = 0.35
"""Share of the element's words which stand outside of the core, from which they are no related pieces but chapters."""

NEVER_BODY = frozenset(["subscribe", "share", "calendar", "other"])
"""Parts of a page, told by their names, of which trafilatura's word alone is not taken: pull-quotes, paywalls, sidebars."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which segments are the article's, and how far the two ways agree."""

    chosen: tuple[bool, ...]
    agreement: float
    """0 to 1: words that both have, twice, by the words of both."""


def choose(found: Scan, extracted: Sequence[bool], layout: Container) -> Choice:
    """Decide between the segments that trafilatura has and those that the layout tells."""
    words = [seen.words for seen in layout.looks]
    theirs = sum(w for w, is_chosen in zip(words, extracted, strict=True) if is_chosen)
    ours = sum(w for w, is_chosen in zip(words, layout.chosen, strict=True) if is_chosen)
    common = sum(w for w, a, b in zip(words, extracted, layout.chosen, strict=True) if a and b)
    agreement = 2 * common / max(theirs + ours, 1)
    if common < max(LEAST_COMMON, COMMON * min(theirs, ours)):
        return Choice(layout.chosen if ours > LONGER * theirs else tuple(extracted), agreement)
    if common < COMMON * ours and theirs < PART * ours:
        return Choice(layout.chosen, agreement)
    if common >= CORE * ours and ours < WHOLE * theirs:
        return Choice(tuple(extracted), agreement)
    return Choice(tuple(_merged(found, extracted, layout)), agreement)


def _merged(found: Scan, extracted: Sequence[bool], layout: Container) -> list[bool]:
    """What both have, and what one has beside it in the same part of the page."""
    segments, words = found.segments, [seen.words for seen in layout.looks]
    agreed = [i for i in range(len(segments)) if extracted[i] and layout.chosen[i] and layout.is_prose[i]]
    if not agreed:
        return list(extracted)
    in_core = within(found, _core(found, agreed, words))
    ours = [i for i, is_chosen in enumerate(layout.chosen) if is_chosen]
    outside = sum(words[i] for i in ours if not extracted[i] and not in_core[segments[i].element])
    keeps_outside = outside > OUTSIDE_CORE * sum(words[i] for i in ours)
    merged: list[bool] = []
    for i, segment in enumerate(segments):
        is_near = in_core[segment.element]
        if layout.chosen[i]:
            merged.append(extracted[i] or is_near or keeps_outside)
        elif extracted[i] and segment.area not in NEVER_BODY:
            closes = is_near and i > agreed[-1] and _is_cell(found, segment)  # a table may end the article
            between = closes or (is_near and (agreed[0] <= i <= agreed[-1] or layout.is_prose[i]))
            merged.append(between or (layout.inside[i] and layout.is_prose[i] and words[i] >= 20))
        else:
            merged.append(False)
    return merged


def _is_cell(found: Scan, segment: Segment) -> bool:
    element = found.elements[segment.element]
    return segment.area is None and (element.tag in CELLS or found.elements[element.parent].tag in CELLS)


def _core(found: Scan, agreed: Sequence[int], words: Sequence[int]) -> int:
    """The innermost element that holds nearly all of what both have."""
    sums = [0] * len(found.elements)
    for i in agreed:
        sums[found.segments[i].element] += words[i]
    for i in range(len(sums) - 1, 0, -1):
        sums[found.elements[i].parent] += sums[i]
    return max(i for i in range(len(sums)) if sums[i] >= CORE * sums[0])
