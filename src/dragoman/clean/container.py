"""The element of a page that holds most running text and least else, and the segments in it that read as an article."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.clean.body import Look, look
from dragoman.clean.scan import Scan, Segment
from dragoman.clean.units import Mark, Unit

MARKS: dict[str, Mark] = {"heading": "heading", "list": "bullet", "quote": "quote"}
CELLS = frozenset(["td", "th"])
MOST_WORDS = 60
"""Words of one paragraph that count: one long notice must not outweigh an article of many paragraphs."""
IN_AREA = 0.2
"""What running text counts in a part of the page that calls itself a menu, a teaser or a sidebar."""
NOTICE, LINK, LINK_WORD, SHORT = -3.0, -1.0, -0.5, -1.0
"""In words of running text: a notice; a link and each of its words; a short line. Set on half of the WCXB pages."""
LONGEST_NOTICE = 60
"""Words."""


@dataclass(frozen=True, slots=True)
class Container:
    """What the layout of a page says of its segments."""

    looks: tuple[Look, ...]
    is_prose: tuple[bool, ...]
    """Running text outside of links."""
    inside: tuple[bool, ...]
    """Whether a segment stands in the element that holds the article."""
    chosen: tuple[bool, ...]
    """Whether it reads as the article's."""


def container(found: Scan) -> Container:
    """The best element of a page, and what of it is the article; nothing is chosen on a page without running text."""
    segments = found.segments
    looks = [
        look(Unit(s.start, s.end, s.text, MARKS.get(s.kind, ""), 1, s.linked)) for s in segments
    ]  # fmt: skip
    is_prose = [
        seen.is_prose and segment.linked < 0.5 and not is_code(segment.text)
        for seen, segment in zip(looks, segments, strict=True)
    ]
    weights = [0.0] * len(found.elements)
    for segment, seen, prose in zip(segments, looks, is_prose, strict=True):
        weights[segment.element] += _weight(found, segment, seen, is_prose=prose)
    inside_element = within(found, heaviest(found, weights))
    inside = [inside_element[segment.element] for segment in segments]
    return Container(tuple(looks), tuple(is_prose), tuple(inside), tuple(_read(segments, looks, is_prose, inside)))


def heaviest(found: Scan, weights: list[float]) -> int:
    """The element of the greatest weight with all that is in it; the innermost of equals."""
    for i in range(len(weights) - 1, 0, -1):
        weights[found.elements[i].parent] += weights[i]
    return max(range(len(weights)), key=lambda i: (weights[i], i))


def within(found: Scan, top: int) -> list[bool]:
    """For each element whether it is the given one or stands in it."""
    inside = [False] * len(found.elements)
    inside[top] = True
    for i in range(top + 1, len(inside)):
        inside[i] = inside[found.elements[i].parent]
    return inside


def is_code(text: str) -> bool:
    """Whether a text is the settings of a program that a page shows by mistake."""
    return text[:1] in "{[" and text[-1:] in "}]" and '":' in text


def _weight(found: Scan, segment: Segment, seen: Look, *, is_prose: bool) -> float:
    if segment.is_hidden or segment.kind == "heading":
        return 0.0
    if seen.notice is not None:
        return NOTICE
    if is_prose:
        return min(seen.words, MOST_WORDS) * (1 - segment.linked) * (IN_AREA if segment.area else 1.0)
    element = found.elements[segment.element]
    if element.tag in CELLS or found.elements[element.parent].tag in CELLS:
        return 0.0  # a table of figures belongs to its text
    return LINK + LINK_WORD * seen.words if segment.linked > 0.8 else SHORT


def _read(
    segments: Sequence[Segment], looks: Sequence[Look], is_prose: Sequence[bool], inside: Sequence[bool]
) -> list[bool]:
    """Of the segments in the element: from the first running text to the last, without links, notices and captions."""
    shown = [inside[i] and not segment.is_hidden and not segment.area for i, segment in enumerate(segments)]
    prose = [i for i, is_shown in enumerate(shown) if is_shown and is_prose[i]]
    chosen = [False] * len(segments)
    if not prose:
        return chosen
    for i in range(prose[0], len(segments)):
        segment, seen = segments[i], looks[i]
        if not shown[i] or segment.kind == "caption" or is_code(segment.text):
            continue
        if (seen.notice and seen.words < LONGEST_NOTICE) or (segment.linked > 0.8 and seen.words < 25):
            continue
        closing = segment.kind in ("list", "quote") and seen.words >= 4 and segment.linked < 0.5
        chosen[i] = i <= prose[-1] or closing
    return chosen
