"""When a page was published: what it states to programs, what it shows to readers, and what its address says."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from dragoman.clean.labels import Label
from dragoman.clean.moments import moments
from dragoman.clean.scan import Scan

UPDATED = re.compile(
    r"updat|modif|revis|edited|review|обновл|изменен|правка|aktualisiert|mis à jour|actualizad|оновлен|zaktualiz",
    re.IGNORECASE,
)
PUBLISHED = re.compile(r"publi|posted|first|опублик|размещ|veröffentl|erstellt", re.IGNORECASE)
ADDRESS_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
RANK_OF_TIME, SAYS_OUTRIGHT = 3, 4
"""Ranks of labels: from the first they are `time` elements, at the second they say that they are the day of publication."""
REACH = 6
"""Segments above the title and below the first paragraph in which the day of the page stands."""
LONGEST_LINE = 90
"""Code points of a line that gives a day and little else."""
SLACK = timedelta(days=1)
"""A day stated in universal time may be the day before or after where the outlet is."""


def published(found: Scan, stated: Sequence[str], shown: str | None, head: tuple[int, int], end: int) -> str | None:
    """The day or time of publication, ISO 8601; never that of a later change where the page tells the two apart.

    `stated`: days stated in the page's head, the surest first. `shown`: the day that a line near the title gives.
    `head`: the segments of title and first paragraph. `end`: the last segment of the running text.
    """
    marked = _moments(_labels(found, head))
    around = range(max(head[0] - 3, 0), head[1] + REACH)
    said = _in_line(found, around, label=PUBLISHED)
    shown = said or shown or next(iter(marked), None) or _in_line(found, around)
    if not stated:
        shown = shown or next(iter(_moments(_labels(found, (end, end)))), None)
        shown = shown or _in_line(found, range(end, end + REACH), label=PUBLISHED)
        return _fullest([shown, *marked]) if shown else _of_address(found) or _only_day(found)
    if said and said[:10] not in {iso[:10] for iso in stated} and abs(_day(said) - _day(stated[0])) > SLACK:
        return said  # in so many words, to its readers
    first = stated[0]
    earliest = min(stated, key=lambda iso: iso[:10])
    if _day(first) - _day(earliest) > SLACK:
        first = earliest  # one of the statements is of a later version, whatever it is called
    same = [iso for iso in (*stated, *marked, *([shown] if shown else [])) if iso[:10] == first[:10]]
    best = next((iso for iso in same if _instant(iso)), None) or max(same, key=len)
    local = next((iso for iso in (*stated, *marked) if _instant(iso) and not iso.endswith("+00:00")), None)
    if local and _instant(best) and _instant(local) == _instant(best):
        return local  # the same moment, by the clock of the outlet
    if shown is None or shown[:10] == best[:10] or _are_same_figures(shown, best):
        return best
    apart = _day(best) - _day(shown)
    # What readers see is the first day, if it is the earlier one: programs state a page anew when they move it.
    return shown if apart >= SLACK or (abs(apart) == SLACK and best.endswith("+00:00")) else best


def changes(found: Scan) -> frozenset[int]:
    """Segments whose day the markup calls that of a change, and of nothing else."""
    sure = {label.segment for label in found.labels if label.kind == "day" and label.rank >= SAYS_OUTRIGHT}
    return frozenset(label.segment for label in found.labels if label.kind == "update") - sure


def _labels(found: Scan, head: tuple[int, int]) -> list[Label]:
    """Elements near the title that the markup calls the day of publication, the surest first."""
    near: list[Label] = []
    changed = changes(found)
    for label in found.labels:
        place = found.elements[label.element]
        if label.kind != "day" or place.area in ("teaser", "navigation", "calendar") or place.is_hidden:
            continue
        if label.rank < SAYS_OUTRIGHT and not head[0] - REACH <= label.segment <= head[1] + REACH:
            continue
        line = _line(found, label)
        before = found.segments[label.segment - 1].text if 0 < label.segment <= len(found.segments) else ""
        words = label.text or label.value
        said = f"{line.partition(words)[0][-60:] if words in line else ''} {before if len(before) < 30 else ''} {words}"
        if UPDATED.search(said) and not PUBLISHED.search(said):
            continue
        if label.rank < SAYS_OUTRIGHT and label.segment in changed:
            continue
        near.append(label)
    return sorted(near, key=lambda label: -label.rank)


def _moments(labels: Sequence[Label]) -> list[str]:
    days = [next((m.iso for text in (label.value, label.text) for m in moments(text)), None) for label in labels]
    return [day for day in days if day]


def _in_line(found: Scan, places: range, label: re.Pattern[str] | None = None) -> str | None:
    """The day of a short line, the first that is not one of a change."""
    changed = changes(found)
    for i, segment in enumerate(found.segments[places.start : places.stop], places.start):
        text = segment.text
        if i in changed:
            continue
        if len(text) > LONGEST_LINE or segment.is_hidden or segment.area in ("teaser", "navigation", "calendar"):
            continue
        if segment.linked > 0.8 or (label is not None and not label.search(text)):
            continue
        for moment in moments(text):
            before = text[: moment.start]
            if not UPDATED.search(before) or PUBLISHED.search(before):
                return moment.iso
    return None


def _only_day(found: Scan) -> str | None:
    """The day that all `time` elements of a page give, where it has no other: of the piece, if not of a change."""
    given = [label for label in found.labels if label.kind == "day" and label.rank >= RANK_OF_TIME]
    days = _moments(given)
    of_change = any(UPDATED.search(_line(found, label)) for label in given) or not changes(found).isdisjoint(
        label.segment for label in given
    )
    of_other = any(_stands_beside(found, label.element) for label in given)
    return _fullest(days) if len({day[:10] for day in days}) == 1 and not of_change and not of_other else None


def _stands_beside(found: Scan, at: int) -> bool:
    """Whether an element stands in a teaser, a menu or a calendar, if only within a footer."""
    while at:
        if found.elements[at].own_area in ("teaser", "navigation", "calendar"):
            return True
        at = found.elements[at].parent
    return False


def _line(found: Scan, label: Label) -> str:
    return found.segments[label.segment].text if label.segment < len(found.segments) else ""


def _day(iso: str) -> date:
    return date.fromisoformat(iso[:10])


def _fullest(days: Sequence[str | None]) -> str | None:
    """The first day, with its time where another word of the same day has it."""
    known = [day for day in days if day]
    if not known:
        return None
    same = [day for day in known if day[:10] == known[0][:10]]
    return next((day for day in same if _instant(day)), None) or max(same, key=len)


def _are_same_figures(shown: str, stated: str) -> bool:
    """Whether the day shown may be the one stated, written month first: 04/05/2022."""
    return (shown[:4], shown[5:7], shown[8:10]) == (stated[:4], stated[8:10], stated[5:7])


def _instant(iso: str) -> datetime | None:
    if not re.search(r"T.*[+-]\d\d:\d\d$", iso):
        return None
    return datetime.fromisoformat(iso).astimezone(UTC).replace(second=0)


def _of_address(found: Scan) -> str | None:
    """The day in the page's own address: "/2021/04/29/"."""
    address = found.address or next((value for kind, value in found.metas if kind == "og:url"), "")
    match = ADDRESS_DAY.search(address)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        return None
