"""An HTML page becomes the parts of an article: trafilatura says which text is the article's, the scan where it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import trafilatura
from lxml.etree import LxmlError

from dragoman.clean.body import is_sentence, kinds_dropped, look, region
from dragoman.clean.captions import is_caption
from dragoman.clean.head import Head, dateline, is_dated_or_signed
from dragoman.clean.names import is_name
from dragoman.clean.parts import Parts, Piece
from dragoman.clean.phrases import notice
from dragoman.clean.scan import Scan, Segment, scan
from dragoman.clean.statements import Statements, statements
from dragoman.clean.title import SITE, key
from dragoman.clean.units import Mark, Unit
from dragoman.records.article import BlockKind, Dropped, DroppedKind

STARTS = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
MARKUP = re.compile(r"</(?:p|div|h[1-6]|article|section|body|ul|li|table|span|a)\s*>", re.IGNORECASE)
NOT_WORD = re.compile(r"\W+")
DAY_SEARCH = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01", "outputformat": "%Y-%m-%d"}
"""Only days that the markup or the address states; the fixed end keeps the answer the same on every day it is asked."""
REACH = 400
"""Letters of trafilatura's text within which a short segment must follow the one before, to be the same text."""
LONG = 30
"""Letters from which a segment is taken for the same text wherever it stands."""
LONGEST_NOTICE = 250
"""Code points of a notice that trafilatura has taken for the article's; in longer text its word is taken."""
LEAST_LETTERS = 150
"""Below this trafilatura has not found the article, and the rules for dumps look for it."""
INDEX_SHARE = 0.5
"""A body of which more than half stands in links is an index."""
LEAST_PAGE_WORDS = 15
LONGEST_TEXT, MOST_SEGMENTS = 2_000_000, 40_000
"""Visible code points and runs of text of a page; trafilatura would take minutes over more."""


def is_page(text: str) -> bool:
    """Whether a text is HTML, by its contents."""
    return bool(STARTS.match(text)) or len(MARKUP.findall(text, 0, 50_000)) >= 3


def parts_of_page(source: str) -> Parts:
    """The parts of an HTML page; visible text is in a piece, in the head or dropped. Scripts and styles are not listed."""
    found = scan(source)
    segments = found.segments
    if len(segments) > MOST_SEGMENTS or sum(len(segment.text) for segment in segments) > LONGEST_TEXT:
        return _too_large(segments)
    stated = statements(found)
    extracted = _extracted(source)
    chosen = _chosen(extracted.letters, segments)
    title_at, title = _title(found, stated, chosen)
    first = next((i for i, is_chosen in enumerate(chosen) if is_chosen and i != title_at), len(segments))
    last = max((i for i, is_chosen in enumerate(chosen) if is_chosen), default=-1)
    while last + 1 < len(segments) and segments[last + 1].kind == "caption":
        last += 1  # a picture closes the article
    head, consumed = _head(segments, chosen, title_at, first)
    pieces: list[Piece] = []
    dropped: list[Dropped] = []
    for i, segment in enumerate(segments):
        if i in consumed:
            continue
        kind = _kind(segment, is_chosen=chosen[i], is_title=i == title_at, is_inside=first <= i <= last)
        if kind is not None and kind != "title" and title and key(segment.text) == key(title) and i < first + 2:
            kind = None
        if kind is not None:
            pieces.append(Piece(kind, segment.text, segment.start, segment.end))
        elif not segment.is_hidden:
            _drop(source, dropped, segment)
    opening = next((piece.text for piece in pieces if piece.kind == "paragraph"), "")
    wire = dateline(opening)
    return Parts(
        pieces=tuple(pieces),
        dropped=tuple(dropped),
        head=tuple((segments[i].start, segments[i].end) for i in sorted(consumed)),
        title=title,
        authors=stated.authors or tuple(head.authors) or extracted.authors,
        published=_published(stated.published, head.published) or extracted.day,
        dateline=head.dateline or (wire[0] if wire else None),
        tags=stated.tags or tuple(head.tags),
        views=head.views,
        outlet=stated.outlet or _site(found.page_title, title) or head.outlet or (wire[1] if wire else None),
        refused=_refused(found, pieces, segments, chosen),
    )


def _too_large(segments: Sequence[Segment]) -> Parts:
    letters = sum(len(segment.text) for segment in segments)
    reason = f"too large: {letters:,} characters of text in {len(segments):,} pieces; one article has less"
    return Parts((), (), (), None, (), None, None, (), None, None, refused=reason)


@dataclass(frozen=True, slots=True)
class _Extracted:
    """What trafilatura finds on a page; empty where it finds nothing or gives up."""

    letters: str = ""
    """Its text, letters and digits only."""
    authors: tuple[str, ...] = ()
    day: str | None = None


def _extracted(source: str) -> _Extracted:
    try:
        found = trafilatura.bare_extraction(
            source, include_comments=False, include_tables=True, with_metadata=True, date_extraction_params=DAY_SEARCH
        )
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError, LxmlError):
        return _Extracted()  # its parser gives up on some broken pages in one of these ways; the rules for dumps serve
    if found is None or isinstance(found, dict):
        return _Extracted()
    names = [name.strip() for name in (found.author or "").split(";")]
    return _Extracted(
        NOT_WORD.sub("", found.text or ""), tuple(name for name in names if is_name(name, least=2)), found.date or None
    )


def _chosen(wanted: str, segments: Sequence[Segment]) -> list[bool]:
    """For each segment whether it is the article's: whether its letters stand in the extracted ones, in order."""
    if len(wanted) < LEAST_LETTERS:
        return _chosen_by_look(segments)
    chosen: list[bool] = []
    pointer = 0
    for segment in segments:
        letters = NOT_WORD.sub("", segment.text)
        if not letters:
            chosen.append(False)
            continue
        at = wanted.find(letters, pointer, pointer + REACH + len(letters))
        if at < 0 and len(letters) >= LONG and not segment.is_hidden:  # a hidden copy is no second text
            at = wanted.find(letters)
            if at < 0 and len(letters) >= 2 * LONG:  # trafilatura has left out some of its inline elements
                at = _most_of(letters, wanted)
        if at >= 0 and (segment.area is None or len(letters) >= LONG or at <= pointer + 2):
            chosen.append(True)
            pointer = max(pointer, at + len(letters)) if at <= pointer + 20 * REACH else pointer
        else:
            chosen.append(False)
    return [
        is_chosen and (len(segment.text) > LONGEST_NOTICE or notice(segment.text) is None)
        for is_chosen, segment in zip(chosen, segments, strict=True)
    ]


def _most_of(letters: str, wanted: str) -> int:
    """Where a segment begins in the extracted text if three in four of its parts stand there."""
    step = 20
    parts = [letters[i : i + step] for i in range(0, len(letters) - step + 1, step)]
    places = [at for part in parts if (at := wanted.find(part)) >= 0]
    return places[0] if places and len(places) >= 0.75 * len(parts) else -1


def _chosen_by_look(segments: Sequence[Segment]) -> list[bool]:
    marks: dict[str, Mark] = {"heading": "heading", "list": "bullet", "quote": "quote"}
    found = [
        Unit(s.start, s.end, s.text, marks.get(s.kind, ""), 1, s.linked if s.area is None else 1.0) for s in segments
    ]
    looks = [look(unit) for unit in found]
    start, end = region(looks, found)
    reasons = kinds_dropped(found, looks, (start, end))
    return [start <= i < end and reason is None for i, reason in enumerate(reasons)]


def _title(found: Scan, stated: Statements, chosen: Sequence[bool]) -> tuple[int | None, str | None]:
    """The segment that is the title, and its words: the heading that agrees best with what the page calls itself."""
    names = [*stated.titles, *([found.page_title] if found.page_title else [])]
    words = [set(key(name).split()) for name in names]
    last = max((i for i, is_chosen in enumerate(chosen) if is_chosen), default=len(chosen))
    best: tuple[float, int] | None = None
    for i, segment in enumerate(found.segments[: last + 1]):
        if segment.kind != "heading" or segment.level > 2 or segment.is_hidden or len(segment.text) > 300:
            continue
        own = set(key(segment.text).split())
        if not own:
            continue
        agree = max((len(own & name) / len(own | name) for name in words), default=0.0)
        inside = max((len(own & name) / len(own) for name in words), default=0.0)
        score = agree + (0.6 if len(own) >= 3 and inside > 0.9 else 0.0) + (0.25 if segment.level == 1 else 0.0)
        if score >= 0.55 and (best is None or score > best[0]):
            best = (score, i)
    if best is not None:
        return best[1], found.segments[best[1]].text
    tops = [i for i, segment in enumerate(found.segments[: last + 1]) if segment.level == 1 and not segment.is_hidden]
    if len(tops) == 1 and not names:
        return tops[0], found.segments[tops[0]].text
    if stated.titles:
        return None, stated.titles[0]
    if found.page_title:
        parts = [part.strip() for part in SITE.split(found.page_title) if part.strip()]
        return None, max(parts, key=len) if parts else found.page_title
    return (tops[0], found.segments[tops[0]].text) if tops else (None, None)


def _head(
    segments: Sequence[Segment], chosen: Sequence[bool], title_at: int | None, first: int
) -> tuple[Head, set[int]]:
    """Byline, day and views from the lines between title and text, and from the few before them."""
    head = Head()
    consumed: set[int] = set()
    top = title_at if title_at is not None else first
    lines = [*range(top + 1, min(max(first, top + 4), top + 15)), *range(top - 1, max(top - 5, -1), -1)]
    lines = [i for i in lines if i < len(segments)]
    for i in lines:
        segment = segments[i]
        if chosen[i] and not is_dated_or_signed(segment.text):
            continue
        if segment.is_hidden or segment.kind == "heading" or segment.area in ("navigation", "teaser"):
            continue
        following = segments[i + 1].text if i + 1 < len(segments) else ""
        trial = Head()
        dated = bool(following) and trial.take(following, beside_date=False) and trial.published is not None
        if head.take_time(segment.text) or head.take(segment.text, beside_date=dated):
            consumed.add(i)
    return head, consumed


def _kind(segment: Segment, *, is_chosen: bool, is_title: bool, is_inside: bool) -> BlockKind | None:
    if is_title:
        return "title"
    if segment.kind == "caption" and is_inside and segment.area is None and not segment.is_hidden:
        return "caption" if notice(segment.text) is None else None
    if not is_chosen:
        return None
    if (
        segment.kind == "paragraph"
        and len(segment.text) < 100
        and is_caption(segment.text)
        and not is_sentence(segment.text)
    ):
        return "caption"
    return segment.kind


def _drop(source: str, dropped: list[Dropped], segment: Segment) -> None:
    seen = notice(segment.text)
    kind: DroppedKind = (
        seen.kind
        if seen
        else segment.area or ("navigation" if segment.linked > 0.8 or len(segment.text) < 40 else "other")
    )
    dropped.append(Dropped(kind, segment.start, segment.end, source[segment.start : segment.end]))


def _published(stated: str | None, seen: str | None) -> str | None:
    """What the page states to machines; what it shows to readers where that is the same day with more of the time."""
    if stated is None or seen is None:
        return stated or seen
    return seen if seen[:10] == stated[:10] and len(seen) > len(stated) else stated


def _site(page_title: str | None, title: str | None) -> str | None:
    """The outlet beside the title in the page's name: "Title | Outlet"."""
    if not page_title or not title:
        return None
    parts = [part.strip() for part in SITE.split(page_title) if part.strip()]
    if len(parts) < 2 or key(parts[-1]) in key(title) or len(parts[-1].split()) > 5:
        return None
    return parts[-1] if key(title) in key(page_title) else None


def _refused(found: Scan, pieces: Sequence[Piece], segments: Sequence[Segment], chosen: Sequence[bool]) -> str | None:
    words = sum(len(piece.text.split()) for piece in pieces if piece.kind != "title" and is_sentence(piece.text))
    if found.has_password and words < 120:
        return "no article: this looks like a login page"
    letters = sum(len(segment.text) for segment, is_chosen in zip(segments, chosen, strict=True) if is_chosen)
    linked = sum(len(s.text) * s.linked for s, is_chosen in zip(segments, chosen, strict=True) if is_chosen)
    if letters and linked > INDEX_SHARE * letters:
        return "no article: an index of links"
    return "no article: too little running text" if words < LEAST_PAGE_WORDS else None
