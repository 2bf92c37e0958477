"""A text dump of a page becomes the parts of an article: its head, its blocks, and everything else with its reason.

Lines of the head that fill a field (byline, day, place, views, tags) are consumed: they stand in `Parts.head` and nowhere
else. Lines of the head that fill none are dropped like any other.
"""

import re
from collections.abc import Sequence

from dragoman.clean.body import Look, is_sentence, look
from dragoman.clean.captions import is_caption, is_under_image
from dragoman.clean.furniture import is_furniture
from dragoman.clean.head import Head, dateline, outlet_of
from dragoman.clean.head_lines import read_head
from dragoman.clean.layout import planned
from dragoman.clean.parts import Parts, Piece
from dragoman.clean.phrases import Notice
from dragoman.clean.title import Title, key
from dragoman.clean.units import Unit, units
from dragoman.records.article import BlockKind, Dropped, DroppedKind

MOST_BEFORE_TEXT = 3
"""A lead, a caption and a heading can stand between title and text."""


def parts_of_dump(source: str, furniture: frozenset[int] = frozenset()) -> Parts:
    """The parts of a dump; every visible character is in a piece, in the head or dropped.

    `furniture`: the lines of it that other pages of its outlet have too.
    """
    found = units(source)
    looks = [look(unit) for unit in found]
    if furniture:
        looks = [_furnished(source, unit, seen, furniture) for unit, seen in zip(found, looks, strict=True)]
    plan = planned(source, found, looks)
    title, start, end = plan.title, plan.start, plan.end
    reasons = list(plan.reasons)
    head = Head()
    consumed = read_head(found, looks, plan, head)
    kinds: list[BlockKind | None] = [None] * len(found)
    for i, unit in enumerate(found):
        if i in consumed:
            continue
        if title is not None and i == title.index:
            kinds[i] = "title"
        elif start <= i < end and reasons[i] is None:
            kinds[i] = _kind(found, looks, i, (start, end))
        elif title is not None and title.index < i < start and looks[i].notice is None and reasons[i] != "calendar":
            kinds[i] = _kind_in_head(unit, looks[i], title)
        above = found[i - 1] if i else unit
        if kinds[i] in ("lead", "paragraph", "quote") and is_under_image(
            source[above.start : above.end], source[unit.start : unit.end]
        ):
            kinds[i] = "caption"
    _thin_head(kinds, title, start)
    _unrepeat_title(found, kinds, title)
    pieces, dropped = _sorted_out(source, found, kinds, reasons, consumed, title)
    opening = next((found[i].text for i in range(start, end) if kinds[i] == "paragraph"), "")
    wire = dateline(opening)
    return Parts(
        pieces=tuple(pieces),
        dropped=tuple(dropped),
        head=tuple((found[i].start, found[i].end) for i in sorted(consumed)),
        title=title.words if title else None,
        authors=tuple(head.authors),
        published=head.published,
        dateline=head.dateline or (wire[0] if wire else None),
        tags=tuple(head.tags),
        views=head.views,
        outlet=head.outlet or outlet_of(found, title.site if title else None, wire[1] if wire else None),
    )


def _furnished(source: str, unit: Unit, seen: Look, furniture: frozenset[int]) -> Look:
    if seen.notice is not None or not is_furniture(source, unit.start, unit.end, furniture):
        return seen
    return Look(seen.words, False, Notice("other" if seen.is_prose else "navigation", False))


def _kind(found: Sequence[Unit], looks: Sequence[Look], i: int, span: tuple[int, int]) -> BlockKind:
    unit, seen = found[i], looks[i]
    if unit.mark == "heading":
        return "heading"
    if unit.mark == "bullet":
        return "list"
    if unit.mark == "quote":
        return "quote"
    if seen.is_prose and seen.words > 14:
        return (
            "caption"
            if re.match(r"(?:photo|image|фото)\b", unit.text, re.IGNORECASE) and is_caption(unit.text)
            else "paragraph"
        )
    if i > span[0] and is_caption(unit.text):
        return "caption"
    follows = i + 1 < span[1] and (looks[i + 1].is_prose or found[i + 1].mark == "bullet")
    if (
        follows
        and 1 <= seen.words <= 14
        and not is_sentence(unit.text)
        and unit.text[-1] not in ".,;:…—–"
        and not _is_speech(unit)
    ):
        return "heading"
    return "paragraph"


def _is_speech(unit: Unit) -> bool:
    return unit.text[0] in '—–-“"«' or bool(re.match(r"[^\W\d_]{1,12}:", unit.text))


def _kind_in_head(unit: Unit, seen: Look, title: Title) -> BlockKind | None:
    if unit.mark == "heading":
        return "heading"
    if unit.mark == "" and seen.words >= 6 and unit.linked < 0.5 and key(unit.text) != key(title.words):
        return "caption" if is_caption(unit.text) else "lead"
    return None


def _thin_head(kinds: list[BlockKind | None], title: Title | None, start: int) -> None:
    """Many stray lines between title and text are a menu; only the last of them could belong to the text."""
    stray = [i for i in range(title.index + 1, start) if kinds[i] is not None] if title is not None else []
    if len(stray) > MOST_BEFORE_TEXT:
        for i in stray:
            if i < start - 1 or kinds[i] != "heading":
                kinds[i] = None


def _unrepeat_title(found: Sequence[Unit], kinds: list[BlockKind | None], title: Title | None) -> None:
    if title is None:
        return
    for i, unit in enumerate(found):
        if i != title.index and kinds[i] in ("heading", "lead") and key(unit.text) == key(title.words):
            kinds[i] = None


def _sorted_out(
    source: str,
    found: Sequence[Unit],
    kinds: Sequence[BlockKind | None],
    reasons: Sequence[DroppedKind | None],
    consumed: set[int],
    title: Title | None,
) -> tuple[list[Piece], list[Dropped]]:
    pieces: list[Piece] = []
    dropped: list[Dropped] = []
    for i, unit in enumerate(found):
        kind = kinds[i]
        if i in consumed:
            continue
        if kind is not None:
            words = title.words if title is not None and i == title.index else unit.text
            at = source.find(words, unit.start, unit.end) if words != unit.text else -1
            if at >= 0:  # the page's name beside the title is no part of it
                pieces.append(Piece(kind, words, at, at + len(words)))
                beside = ((unit.start, at), (at + len(words), unit.end))
                dropped += [_dropped(source, "other", *span) for span in beside if source[slice(*span)].strip()]
            else:
                pieces.append(Piece(kind, words, unit.start, unit.end))
        else:
            dropped.append(_dropped(source, reasons[i] or "navigation", unit.start, unit.end))
    return pieces, dropped


def _dropped(source: str, kind: DroppedKind, start: int, end: int) -> Dropped:
    while start < end and source[start].isspace():
        start += 1
    return Dropped(kind, start, end, source[start:end])
