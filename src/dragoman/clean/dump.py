"""A text dump of a page becomes the parts of an article: its head, its blocks, and everything else with its reason.

Lines of the head that fill a field (byline, day, place, views, tags) are consumed: they stand in `Parts.head` and nowhere
else. Lines of the head that fill none are dropped like any other.
"""

import re
from collections.abc import Sequence

from dragoman.clean.body import Look, is_plain, is_sentence, kinds_dropped, look, plain_end, region
from dragoman.clean.captions import is_caption, is_under_image
from dragoman.clean.head import Head, dateline, is_dated_or_signed, is_labelled, outlet_of
from dragoman.clean.names import is_capitalised, is_section, persons, signature, stated_outlet
from dragoman.clean.parts import Parts, Piece
from dragoman.clean.title import Title, key, sure_title, title_above
from dragoman.clean.units import Unit, units
from dragoman.records.article import BlockKind, Dropped, DroppedKind

ABOVE_TITLE, BELOW_START = 8, 6
"""Lines above the title, and from the beginning of the text, among which byline and day are sought."""
LONGEST_CREDIT = 100
MOST_BEFORE_TEXT = 3
"""A lead, a caption and a heading can stand between title and text."""
LEAST_AFTER_TITLE = 0.5
"""Share of the running text that must follow a title that stands inside it, for what is above to be cut off."""


def parts_of_dump(source: str) -> Parts:
    """The parts of a dump; every visible character is in a piece, in the head or dropped."""
    found = units(source)
    looks = [look(unit) for unit in found]
    plain = is_plain(looks, found)
    title, first, end = _laid_out(source, found, looks, plain)
    start = first
    if plain:
        start, end = (title.index + 1 if title is not None else 0), plain_end(looks)
    reasons = kinds_dropped(found, looks, (start, end))
    for i in range(start, max(first, start)):
        if reasons[i] is None and is_section(found[i].text):
            reasons[i] = "navigation"
    head = Head()
    consumed = _read_head(found, reasons, title, max(first, start), end, head)
    if plain and title is not None:
        consumed |= _read_masthead(found, consumed, title.index, first, head)
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


def _laid_out(source: str, found: Sequence[Unit], looks: Sequence[Look], plain: bool) -> tuple[Title | None, int, int]:
    """The title, and the first and last unit of the running text."""
    title = sure_title(source, found, looks)
    start, end = _stretched(found, looks, region(looks, found, title.index if title else None), title)
    if plain and start < end and is_dated_or_signed(found[start].text):  # "12 мая 2021 г." ends as a sentence does
        start = next((i for i in range(start, end) if looks[i].is_prose), start)
    if title is None or title.index >= end:
        title = title_above(source, found, looks, start, is_plain=plain)
    if title is not None and start <= title.index < end:
        after = sum(seen.words for seen in looks[title.index + 1 : end] if seen.is_prose)
        if after < LEAST_AFTER_TITLE * sum(seen.words for seen in looks[start:end] if seen.is_prose):
            return None, start, end
        start = title.index + 1
    return title, start, end


def _stretched(
    found: Sequence[Unit], looks: Sequence[Look], span: tuple[int, int], title: Title | None
) -> tuple[int, int]:
    """The region with the short sentences and single short lines at its edges, up to the next notice."""
    start, end = span
    if start == end:
        return span
    top = title.index + 1 if title is not None and title.index < start else 0
    while (
        start > top
        and looks[start - 1].notice is None
        and not found[start - 1].mark
        and is_sentence(found[start - 1].text)
    ):
        start -= 1
    while (following := _following(found, looks, end)) > end:
        end = following
    return start, end


def _following(found: Sequence[Unit], looks: Sequence[Look], end: int) -> int:
    """The end of the region with the sentence that follows it, be it past a teaser; the same end where none does."""
    past = end
    while past < len(found) and past < end + 2 and _is_box(looks[past]):
        past += 1
    if past >= len(found) or looks[past].notice is not None or found[past].mark == "rule":
        return end
    text = found[past].text
    goes_on = (
        is_sentence(text) if past > end else text[-1] in '.!?…»”"' or (len(text) < LONGEST_CREDIT and is_caption(text))
    )
    return past + 1 if goes_on else end


def _is_box(seen: Look) -> bool:
    return seen.notice is not None and not seen.notice.is_tail and seen.notice.kind in ("teaser", "subscribe")


def _read_head(
    found: Sequence[Unit],
    reasons: Sequence[DroppedKind | None],
    title: Title | None,
    start: int,
    end: int,
    head: Head,
) -> set[int]:
    """Fill the head from the lines between title and text, then from those above the title, then from labelled lines."""
    consumed: set[int] = set()
    top = title.index if title is not None else start
    below = list(range(top + 1, min(start + BELOW_START, end))) if title is not None else []
    above = list(range(top - 1, max(top - 1 - ABOVE_TITLE, -1), -1))
    for i in (*below, *above):
        if (i in above and found[i].linked > 0.8) or (i >= start and not is_dated_or_signed(found[i].text)):
            continue
        following = found[i + 1].text if i + 1 < len(found) and i + 1 != top else ""
        if i in consumed:
            continue
        if following and i + 1 not in consumed and head.take_signed(found[i].text, following):
            consumed |= {i, i + 1}
            continue
        is_under = (
            i - 1 in consumed and not found[i].gap and is_dated(found[i - 1].text) and bool(persons(found[i].text))
        )
        is_beside = is_dated(following) or is_under
        if head.take_time(found[i].text) or head.take(found[i].text, beside_date=is_beside):
            consumed.add(i)
    for i, unit in enumerate(found):
        inside = start <= i < end and reasons[i] is None
        near = inside and (i < start + 2 or i >= end - 3)
        if i in consumed or i == top or (inside and not near) or not is_labelled(unit.text):
            continue
        if head.take(unit.text, beside_date=False):
            consumed.add(i)
    return consumed


def _read_masthead(found: Sequence[Unit], consumed: set[int], title: int, first: int, head: Head) -> set[int]:
    """Fill what the head still lacks from lines of a plain text that name a person, an outlet or an office and no more."""
    read: set[int] = set()
    is_sentence_case = not is_capitalised(found[title].text)
    above = [i for i in range(max(title - ABOVE_TITLE, 0), title) if i not in consumed]
    below = [i for i in range(title + 1, first) if i not in consumed]
    for i in (*below, *above):
        text = found[i].text
        is_beside = (i - 1 in consumed and not found[i].gap) or (i + 1 in consumed and not found[i + 1].gap)
        is_list = i == title + 1 and len(persons(text)) > 1
        is_said = is_list or stated_outlet(text) is not None or signature(text) is not None
        is_block = is_sentence_case and (is_beside or i == 0)
        if (is_beside or is_said or i in above) and head.take_masthead(text, is_block=is_block):
            read.add(i)
    return read


def is_dated(text: str) -> bool:
    """Whether a line gives a day and little else."""
    trial = Head()
    return bool(text) and trial.take(text, beside_date=False) and trial.published is not None


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
                dropped.append(_dropped(source, "other", at + len(words), unit.end))
            else:
                pieces.append(Piece(kind, words, unit.start, unit.end))
        else:
            dropped.append(_dropped(source, reasons[i] or "navigation", unit.start, unit.end))
    return pieces, dropped


def _dropped(source: str, kind: DroppedKind, start: int, end: int) -> Dropped:
    while start < end and source[start].isspace():
        start += 1
    return Dropped(kind, start, end, source[start:end])
