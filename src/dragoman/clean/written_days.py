"""Days in the forms in which pages write them: in figures, in words, year first or last; which days such words may mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.clean.data_rows import rows

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
"""Other years are numbers of something else."""
CENTURY_TURN = 50
"""Two figures of a year below this are of the 2000s. Source: RFC 2822, 4.3."""
_YEAR = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_NAME = r"(?P<month>[^\W\d_][^\s\d.,;:/()|–—-]{1,19}(?:\s(?:الأول|الثاني))?)"
"""A word that may be a month's name; two of Arabic's names have two words."""
_AFTER_YEAR = r"(?:\.?[\s-]?(?:m\.|gada|yil|йил\w{0,2}|жылғы|жылдын|жылы|il|г\.|წლის|թ\.))?\.?[\s,]\s?"
"""What stands between the year and the rest where the year comes first."""

ISO = re.compile(
    r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"
    r"(?:[T ]\s?(?P<h>\d\d):(?P<min>\d\d)(?::(?P<s>\d\d)(?:\.\d+)?)?\s?(?P<z>Z|[+-]\d\d:?\d\d(?!\d))?)?"
)
BASIC = re.compile(
    r"\b(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)T(?P<h>\d\d)(?P<min>\d\d)(?P<s>\d\d)(?P<z>Z|[+-]\d\d:?\d\d(?!\d))"
)
DAY_FIRST = re.compile(r"(?<![\d.])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>(?:19|20)\d\d)(?!\d)")
YEAR_FIRST = (
    re.compile(r"(?<![\d/])(?P<y>(?:19|20)\d\d)[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]"),
)
VIETNAMESE = re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})\stháng\s(?P<m>\d{{1,2}})(?:\snăm|,)?\s{_YEAR}", re.IGNORECASE)
EITHER = re.compile(r"(?<![\d/])(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-](?P<y>(?:19|20)\d\d)(?!\d)")
_ALONE = r"(?=[\s,|]{1,3}(?:в\s)?\d{1,2}:\d\d|\s*$)"
"""A year may have two figures only where a time follows, or nothing at all."""
SHORT = re.compile(rf"(?<![\d./-])(?P<d>\d{{1,2}})\.(?P<m>\d\d)\.(?P<y>\d\d){_ALONE}")
SHORT_EITHER = re.compile(rf"(?<![\d./-])(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/(?P<y>\d\d){_ALONE}", re.MULTILINE)
WORDED = (
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?P<dot>\.)?(?:st|nd|rd|th|-?го|-?е|er|º)?[\s-](?:of\s|de\s|d[’'])?{_NAME}\.?,?[\s-](?:de\s|del\s)?{_YEAR}",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w){_NAME}\.?\s(?P<d>\d{{1,2}})(?P<dot>\.)?(?:st|nd|rd|th)?,?\s{_YEAR}", re.IGNORECASE),
    re.compile(
        rf"(?<!\w){_NAME}\s{{1,2}}(?P<d>\d{{1,2}})(?P<dot>\.)?\s(?P<clock>\d\d:\d\d:\d\d)\s{_YEAR}", re.IGNORECASE
    ),
    re.compile(rf"(?<![\d.]){_YEAR}{_AFTER_YEAR}{_NAME}\.?\s(?P<d>\d{{1,2}})(?P<dot>\.)?(?!\d|:)", re.IGNORECASE),
    re.compile(rf"(?<![\d.]){_YEAR}{_AFTER_YEAR}(?P<d>\d{{1,2}})(?P<dot>\.)?[\s-]{_NAME}", re.IGNORECASE),
)
_FIGURE = re.compile(r"\d")
FEWEST_FIGURES = 5
"""Figures of the shortest days: "5 May 2020", "1.05.20"."""
_OTHER_FIGURES = {first + i: str(i) for first in (0x0660, 0x06F0, 0x0966, 0x09E6) for i in range(10)}
"""Arabic, Persian, Hindi and Bengali figures."""
_RANGE = re.compile(
    r"(?<![:.\d])(?<!:\s)(?P<from>\d{1,2})(?:st|nd|rd|th|\.)?(?:\s?[–—-]\s?|(?:\s[^\W\d_]+)?\s(?:to|по|до|bis|au|al)\s)$",
    re.IGNORECASE,
)
"""What stands before a day that is the end of a stretch of days: "27-28 April", "с 27 по 28 апреля"."""
_REACH = 24


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day and where its words stand."""

    start: int
    end: int
    day: date
    other: date | None = None
    """The day that the same figures mean where the month comes first; `None` where they mean one day only."""
    time: str | None = None
    """The day with time and zone, ISO 8601, where the form has them in one."""


def written_days(text: str) -> Iterator[WrittenDay]:
    """Every day of a line, in no order and overlapping; of a stretch of days none: it is no moment."""
    if len(_FIGURE.findall(text)) < FEWEST_FIGURES:
        return
    if not text.isascii():
        text = text.translate(_OTHER_FIGURES)
    for found in _all(text):
        before = _RANGE.search(text[max(found.start - _REACH, 0) : found.start])
        if before is None or not 1 <= int(before["from"]) <= 31:
            yield found


def _all(text: str) -> Iterator[WrittenDay]:
    for match in (*ISO.finditer(text), *BASIC.finditer(text)):
        if day := _day(match["y"], match["m"], match["d"]):
            yield _with_zone(match, day)
    for match in DAY_FIRST.finditer(text):
        # day first, but where that is no day: "06.18.2025"
        if day := _day(match["y"], match["m"], match["d"]) or _day(match["y"], match["d"], match["m"]):
            yield WrittenDay(match.start(), match.end(), day)
    for pattern in (*YEAR_FIRST, VIETNAMESE):
        for match in pattern.finditer(text):
            if day := _day(match["y"], match["m"], match["d"]):
                yield WrittenDay(match.start(), match.end(), day)
    for match in SHORT.finditer(text):
        if day := _day(_full(match["y"]), match["m"], match["d"]):
            yield WrittenDay(match.start(), match.end(), day)
    for pattern in (EITHER, SHORT_EITHER):
        for match in pattern.finditer(text):
            yield from _either(match)
    for pattern in WORDED:
        for match in pattern.finditer(text):
            month = _month(match["month"], bool(match["dot"]))
            if month and (day := _day(match["y"], month, match["d"])):
                clock = match.groupdict().get("clock")
                yield WrittenDay(match.start(), match.end(), day, time=f"{day}T{clock}" if _is_clock(clock) else None)


def _with_zone(match: re.Match[str], day: date) -> WrittenDay:
    if not match["z"] or int(match["h"]) > 23 or int(match["min"]) > 59:
        return WrittenDay(match.start(), match.end("d"), day)
    zone = "+00:00" if match["z"] == "Z" else match["z"][:3] + ":" + match["z"][-2:]
    seconds = match["s"] if match["s"] and int(match["s"]) < 60 else "00"
    return WrittenDay(match.start(), match.end(), day, time=f"{day}T{match['h']}:{match['min']}:{seconds}{zone}")


def _either(match: re.Match[str]) -> Iterator[WrittenDay]:
    year = _full(match["y"])
    day, other = _day(year, match["b"], match["a"]), _day(year, match["a"], match["b"])
    if day is None:
        day, other = other, None
    if day is not None:
        yield WrittenDay(match.start(), match.end(), day, other if other != day else None)


def _full(year: str) -> str:
    if len(year) > 2:
        return year
    return ("20" if int(year) < CENTURY_TURN else "19") + year


def _day(year: str, month: str | int, day: str) -> date | None:
    if not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _is_clock(clock: str | None) -> bool:
    if clock is None:
        return False
    hours, minutes, seconds = map(int, clock.split(":"))
    return hours < 24 and minutes < 60 and seconds < 60


def _month(name: str, after_stop: bool) -> int | None:
    name = name.lower()
    known = _months()
    if after_stop and "." + name in known:
        return known["." + name]
    return known.get(name) or known.get(name.removeprefix("ב"))  # Hebrew writes "in April" as one word


@cache
def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    for number, names in rows("data/clean/months.tsv"):
        found.update({name.replace("_", " "): int(number) for name in names.split()})
    return found
