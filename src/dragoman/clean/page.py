"""An HTML page becomes the parts of an article: trafilatura says which text is the article's, the scan where it stands."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.clean.attributes import has_countless_attributes
from dragoman.clean.body import is_sentence
from dragoman.clean.captions import is_caption
from dragoman.clean.choice import choose
from dragoman.clean.container import container, is_code
from dragoman.clean.days import changes, published
from dragoman.clean.head import Head, dateline, is_dated_or_signed
from dragoman.clean.headline import domain, headline
from dragoman.clean.moments import moments
from dragoman.clean.other_pieces import other_pieces
from dragoman.clean.parts import Parts, Piece
from dragoman.clean.phrases import notice
from dragoman.clean.scan import Scan, Segment, scan
from dragoman.clean.signatures import signatures
from dragoman.clean.statements import statements
from dragoman.clean.title import SITE, key
from dragoman.records.article import BlockKind, Dropped, DroppedKind, Note

STARTS = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
MARKUP = re.compile(r"</(?:p|div|h[1-6]|article|section|body|ul|li|table|span|a)\s*>", re.IGNORECASE)
NOT_WORD = re.compile(r"\W+")
REACH = 400
"""Letters of trafilatura's text within which a short segment must follow the one before, to be the same text."""
LONG = 30
"""Letters from which a segment is taken for the same text wherever it stands."""
LONGEST_NOTICE = 250
"""Code points of a notice that trafilatura has taken for the article's; in longer text its word is taken."""
LEAST_LETTERS = 150
"""Below this trafilatura has not found the article."""
INDEX_SHARE = 0.5
"""A body of which more than half stands in links is an index."""
LEAST_PAGE_WORDS, ENOUGH_WORDS, RUNNING_WORDS = 15, 120, 40
"""Words of running text: less is no article; so many are one, however many links stand beside; a line of so many is
running text, if it ends without a full stop."""
SURE_AGREEMENT = 0.9
"""Below it the body is right less often: on the WCXB pages word F1 .83 to .89 instead of .955 to .978."""
LONGEST_SIGNATURE = 160
"""Code points of a line that only signs the article."""
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
    layout = container(found)
    choice = choose(found, _matched(_extracted(source), segments), layout)
    chosen = choice.chosen
    prose = [i for i, is_chosen in enumerate(chosen) if is_chosen and layout.is_prose[i]]
    last = max((i for i, is_chosen in enumerate(chosen) if is_chosen), default=-1)
    title_at, title = headline(found, stated, prose[0] if prose else last, last if last >= 0 else len(segments))
    others = other_pieces(found, title_at)
    if any(others[segment.element] for segment in segments):
        chosen = tuple(
            is_chosen and not others[segment.element] for is_chosen, segment in zip(chosen, segments, strict=True)
        )
        segments = [replace(s, area="teaser") if others[s.element] else s for s in segments]
        labels = [label for label in found.labels if not others[label.element]]
        found = replace(found, segments=segments, labels=labels)
        prose = [i for i in prose if chosen[i]]
        last = max((i for i, is_chosen in enumerate(chosen) if is_chosen), default=-1)
    first = next((i for i, is_chosen in enumerate(chosen) if is_chosen and i != title_at), len(segments))
    while last + 1 < len(segments) and segments[last + 1].kind == "caption":
        last += 1  # a picture closes the article
    head, consumed, dated = _head(segments, chosen, title_at, first, changes(found))
    body = (prose[0], prose[-1]) if prose else (first, max(last, 0))
    top = title_at if title_at is not None and title_at < body[0] else body[0]
    signed = signatures(found, stated, title_at, body, dated)
    consumed |= {i for i in signed.segments if i < len(segments) and _only_signs(segments[i])}
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
        authors=signed.names,
        published=published(found, stated.published, head.published, (top, body[0]), body[1]),
        dateline=head.dateline or (wire[0] if wire else None),
        tags=stated.tags or tuple(head.tags),
        views=head.views,
        outlet=stated.outlet
        or _site(found.page_title, title)
        or head.outlet
        or (wire[1] if wire else None)
        or domain(found),
        refused=_refused(found, pieces, segments, chosen),
        notes=_doubt(choice.agreement, sum(len(piece.text) for piece in pieces)),
    )


def _doubt(agreement: float, length: int) -> tuple[Note, ...]:
    if agreement >= SURE_AGREEMENT or length < LEAST_LETTERS:
        return ()  # so short a text is not compared
    words = f"two ways of telling the article from its page agree on {agreement:.0%} of it"
    return (Note("doubtful", f"{words}: text may be missing, or too much"),)


def _too_large(segments: Sequence[Segment]) -> Parts:
    letters = sum(len(segment.text) for segment in segments)
    reason = f"too large: {letters:,} characters of text in {len(segments):,} pieces; one article has less"
    return Parts((), (), (), None, (), None, None, (), None, None, refused=reason)


def _extracted(source: str) -> str:
    """The letters and digits of the text that trafilatura finds on a page; empty where it finds none or gives up."""
    if has_countless_attributes(source):
        return ""
    # A tenth of a second, which whoever reads plain text is spared.
    import trafilatura
    from lxml.etree import LxmlError

    try:
        found = trafilatura.bare_extraction(source, include_comments=False, include_tables=True, with_metadata=False)
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError, LxmlError):
        return ""  # its parser gives up on some broken pages in one of these ways; the layout tells the article
    return "" if found is None or isinstance(found, dict) else NOT_WORD.sub("", found.text or "")


def _matched(wanted: str, segments: Sequence[Segment]) -> list[bool]:
    """For each segment whether its letters stand in the extracted ones, in order."""
    if len(wanted) < LEAST_LETTERS:
        return [False] * len(segments)
    chosen: list[bool] = []
    pointer = 0
    for segment in segments:
        letters = NOT_WORD.sub("", segment.text)
        if not letters or is_code(segment.text):
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


def _head(
    segments: Sequence[Segment], chosen: Sequence[bool], title_at: int | None, first: int, changed: frozenset[int]
) -> tuple[Head, set[int], list[int]]:
    """Day, place and views from the lines between title and text, and from the few before them; which lines, which dated."""
    head = Head()
    days: list[int] = []
    consumed: set[int] = set()
    top = title_at if title_at is not None else first
    lines = [*range(top + 1, min(max(first, top + 9), top + 15)), *range(top - 1, max(top - 5, -1), -1)]
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
        taking = Head() if i in changed else head  # its day is not that of publication
        if taking.take_time(segment.text) or taking.take(segment.text, beside_date=dated):
            consumed.add(i)
            if moments(segment.text):
                days.append(i)
    return head, consumed, days


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


def _only_signs(segment: Segment) -> bool:
    return len(segment.text) <= LONGEST_SIGNATURE and segment.kind != "heading" and segment.text[-1] not in ".!?"


def _site(page_title: str | None, title: str | None) -> str | None:
    """The outlet beside the title in the page's name: "Title | Outlet"."""
    if not page_title or not title:
        return None
    parts = [part.strip() for part in SITE.split(page_title) if part.strip()]
    if len(parts) < 2 or key(parts[-1]) in key(title) or key(title) in key(parts[-1]) or len(parts[-1].split()) > 5:
        return None
    return parts[-1] if key(title) in key(page_title) else None


def _refused(found: Scan, pieces: Sequence[Piece], segments: Sequence[Segment], chosen: Sequence[bool]) -> str | None:
    words = sum(
        len(piece.text.split())
        for piece in pieces
        if piece.kind != "title" and (is_sentence(piece.text) or len(piece.text.split()) >= RUNNING_WORDS)
    )
    unlinked = sum(
        len(s.text.split()) for s, is_chosen in zip(segments, chosen, strict=True) if is_chosen and s.linked < 0.5
    )
    if found.has_password and words < 120:
        return "no article: this looks like a login page"
    letters = sum(len(segment.text) for segment, is_chosen in zip(segments, chosen, strict=True) if is_chosen)
    linked = sum(len(s.text) * s.linked for s, is_chosen in zip(segments, chosen, strict=True) if is_chosen)
    if letters and linked > INDEX_SHARE * letters and unlinked < ENOUGH_WORDS:
        return "no article: an index of links"
    return "no article: too little running text" if words < LEAST_PAGE_WORDS else None
