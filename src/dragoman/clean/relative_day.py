"""“Yesterday, 14:05” becomes a day where it is known when the page was handed out; how is said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache

from dragoman.clean.data_rows import rows
from dragoman.clean.days import PUBLISHED, UPDATED
from dragoman.clean.moments import time_alone
from dragoman.clean.parts import Parts
from dragoman.clean.written_days import EARLIEST_YEAR, LATEST_YEAR
from dragoman.records.article import Note

REACH = 6
"""Lines before and after the title among which the day of the page stands."""
LONGEST_LINE = 90
"""Code points of a line that gives a day and little else."""
_BEFORE = r"(?:^|[|•·,–—:]\s?|\b(?:published|posted|опубликовано|размещено)\s?:?\s)"
_AFTER = r"(?=\W{0,3}$|[\s,|]{1,3}(?:at\s|в\s|o\s|à\s|um\s|alle\s)?\d{1,2}[:.h]\d\d)"
_CLOCK = re.compile(r"[\s,|]{0,3}(?:at\s|в\s|o\s|à\s|um\s|alle\s)?(?=\d)", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True, slots=True)
class _Tongue:
    """The words of one language, and where its press appears."""

    lowest: int
    highest: int
    """Hours from UTC."""
    day: re.Pattern[str]
    """Its groups are `today` and `yesterday`."""
    ago: re.Pattern[str]
    """Its groups are `hours` and `minutes`."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Words that name a day as seen from the reader's, and the line they stand in."""

    words: str
    start: int
    end: int
    days: str | None
    """What the words mean, for each hour's offset of the press the same: an ISO day or time; `None` where they differ."""


def with_relative_day(parts: Parts, source: str, crawled: str | None) -> tuple[Parts, tuple[Note, ...]]:
    """The parts with the day that a line near the title names from its reader's day; how it was told, or why it was not.

    `source` is the decoded page; `crawled` the moment at which it was handed out (ISO 8601 with zone), where that is known.
    The place of the outlet's clock is not known: a day is given only where it is the same by every clock of its language.
    """
    if parts.published is not None:
        return parts, ()
    moment = _moment(crawled) if crawled else None
    for start, end in _near_title(parts):
        line = " ".join(_MARKUP.sub(" ", source[start:end]).split())
        found = _found(line, start, end, moment) if len(line) <= LONGEST_LINE else None
        if found is None:
            continue
        if found.days is None:
            why = "its reader's clock is not known" if moment else "nothing tells when the page was saved"
            return parts, (Note("date", f"the page gives its day only as “{found.words}”, and {why}"),)
        note = Note("date", f"“{found.words}” was counted from {crawled}, when the page was handed out")
        pieces = tuple(piece for piece in parts.pieces if (piece.source_start, piece.source_end) != (start, end))
        head = parts.head if len(pieces) == len(parts.pieces) else (*parts.head, (start, end))
        return replace(parts, published=found.days, pieces=pieces, head=head), (note,)
    return parts, ()


def _moment(crawled: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(crawled).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return found if EARLIEST_YEAR <= found.year <= LATEST_YEAR else None


def _near_title(parts: Parts) -> list[tuple[int, int]]:
    """The lines around the title, or around the first line of the text, those below it first."""
    lines = {(piece.source_start, piece.source_end) for piece in parts.pieces if piece.kind != "title"}
    lines |= {(dropped.source_start, dropped.source_end) for dropped in parts.dropped} | set(parts.head)
    top = next((piece.source_start for piece in parts.pieces), 0)
    below = sorted(line for line in lines if line[0] >= top)[:REACH]
    return below + sorted((line for line in lines if line[0] < top), reverse=True)[:REACH]


def _found(line: str, start: int, end: int, moment: datetime | None) -> _Found | None:
    if not _any_word().search(line):
        return None
    for tongue in _tongues():
        for pattern in (tongue.day, tongue.ago):
            match = pattern.search(line)
            if match is None or (UPDATED.search(line[: match.end()]) and not PUBLISHED.search(line[: match.end()])):
                continue
            given = set(_given(line, match, tongue, moment)) if moment else set()
            words = line[match.start("words") :]
            return _Found(words, start, end, given.pop() if len(given) == 1 else None)
    return None


def _given(line: str, match: re.Match[str], tongue: _Tongue, moment: datetime) -> Iterator[str]:
    """What the words mean by each clock of the language; by the one that the line names where it names one."""
    named = match.groupdict()
    if "hours" in named:
        unit = timedelta(hours=1) if named["hours"] else timedelta(minutes=1)
        count = int(named["hours"] or named["minutes"])
        for offset in range(tongue.lowest, tongue.highest + 1):
            for ago in (count, count + 1):  # sites leave off what is less than the whole unit
                yield f"{(moment + timedelta(hours=offset) - ago * unit).date()}"
        return
    back = timedelta(days=1 if named["yesterday"] else 0)
    clock = _CLOCK.match(line, match.end())
    rest = line[clock.end() :] if clock else ""
    for offset in range(tongue.lowest, tongue.highest + 1):
        here = moment + timedelta(hours=offset)
        told = time_alone(rest, f"{(here - back).date()}") if rest else None
        if told is None:
            yield f"{(here - back).date()}"
            continue
        zone = datetime.fromisoformat(told.iso).utcoffset()
        if zone is not None:
            told = time_alone(rest, f"{(moment + zone - back).date()}") or told
        elif not back and datetime.fromisoformat(told.iso) > here.replace(tzinfo=None):
            continue  # no page states a time that is still to come
        yield told.iso


@cache
def _tongues() -> tuple[_Tongue, ...]:
    found = []
    for _, offsets, today, yesterday, hours, minutes in rows("data/clean/relative_days.tsv"):
        lowest, highest = map(int, offsets.split())
        day = rf"{_BEFORE}(?P<words>(?P<today>{today})|(?P<yesterday>{yesterday})){_AFTER}"
        ago = (
            _BEFORE
            + "(?P<words>"
            + hours.replace("(", "(?P<hours>", 1)
            + "|"
            + minutes.replace("(", "(?P<minutes>", 1)
            + r")\b"
        )
        found.append(_Tongue(lowest, highest, re.compile(day, re.IGNORECASE), re.compile(ago, re.IGNORECASE)))
    return tuple(found)


@cache
def _any_word() -> re.Pattern[str]:
    """Whether it is worth looking further: most lines have none of the words."""
    return re.compile("|".join("|".join(words) for _, _, *words in rows("data/clean/relative_days.tsv")), re.IGNORECASE)
