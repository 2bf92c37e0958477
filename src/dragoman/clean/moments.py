"""Days and times as pages write them become ISO 8601, with the zone where the page states one and never otherwise."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dragoman.clean.data_rows import rows
from dragoman.clean.written_days import written_days

LONGEST = 400
"""Code points of a line that are searched."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a time with or without its zone, and where the words stand."""

    iso: str
    start: int
    end: int
    other: str | None = None
    """The day (ISO) that the same figures mean in the other order of day and month; `None` where there is no doubt."""

    @property
    def has_time(self) -> bool:
        """Whether more than the day is known."""
        return "T" in self.iso


CLOCK = (
    r"(?P<h>[01]?\d|2[0-3])(?::|(?<=\d)h(?=\d\d\b)|\.(?=\d\d ?[ap]\.?m))(?P<min>[0-5]\d)(?::(?P<s>[0-5]\d))?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?"
)
TIME_AFTER = re.compile(
    r"(?:\s?г(?:ода|\.))?[\s,|/·•–—-]{0,4}(?:T|at|в|о|um|à|a las|klo)?[\s,:]{0,3}" + CLOCK, re.IGNORECASE
)
TIME_BEFORE = re.compile(CLOCK + r"(?P<zone>[\s(]{0,3}[^\d\n]{0,30}?)[\s,|/·•–—-]{1,4}$", re.IGNORECASE)
TIME_ALONE = re.compile(r"\W{0,3}(?:at |в )?" + CLOCK, re.IGNORECASE)
OFFSET = re.compile(
    r"[\s(,]{0,4}(?:(?:GMT|UTC)\s?)?(?P<sign>[+−–-])\s?(?P<h>\d{1,2})(?::?(?P<min>[0-5]\d))?(?![\d.])\)?", re.IGNORECASE
)
ZONE_GAP = re.compile(r"[\s(\[,/|]{0,4}")


@lru_cache(maxsize=2048)  # the lines of a head are asked again and again
def moments(text: str, *, month_first: bool = False) -> tuple[Moment, ...]:
    """Every day or time of a line, in order. 03/04/2022 is in April, or in March where it is known that the month comes first.

    Which it is must be decided by who knows more than the line, wherever `Moment.other` is given.
    """
    return tuple(_moments(text[:LONGEST], month_first))


def _moments(text: str, month_first: bool) -> Iterator[Moment]:
    last = 0
    for found in sorted(written_days(text), key=lambda found: (found.start, -found.end)):
        if found.start < last:
            continue
        day, other = (found.other, found.day) if month_first and found.other else (found.day, found.other)
        if found.time is None:
            moment = _with_time(text, found.start, found.end, day)
        else:
            moment = Moment(found.time, found.start, found.end)
        yield replace(moment, other=other.isoformat()) if other else moment
        last = moment.end


def time_alone(text: str, day: str) -> Moment | None:
    """The time of a line that begins with nothing else, for a day (ISO) that stands in the line before."""
    match = TIME_ALONE.match(text[:LONGEST])
    if match is None:
        return None
    return _timed(text[:LONGEST], match, 0, match.end(), date.fromisoformat(day))


def _with_time(text: str, start: int, end: int, day: date) -> Moment:
    if (match := TIME_AFTER.match(text, end)) is not None:
        return _timed(text, match, start, match.end(), day)
    if (match := TIME_BEFORE.search(text[max(start - 40, 0) : start])) is not None:
        offset = max(start - 40, 0)
        zone = _zone(match["zone"], 0, _clock(match, day))
        if zone is not None or not match["zone"].strip(" (,|/·•–—-"):
            return Moment(_iso(_clock(match, day), zone[0] if zone else None), offset + match.start(), end)
    return Moment(day.isoformat(), start, end)


def _timed(text: str, match: re.Match[str], start: int, end: int, day: date) -> Moment:
    clock = _clock(match, day)
    zone = _zone(text, match.end(), clock)
    return Moment(_iso(clock, zone[0] if zone else None), start, zone[1] if zone else end)


def _clock(match: re.Match[str], day: date) -> datetime:
    hour = int(match["h"])
    if match["half"] and hour <= 12:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return datetime(day.year, day.month, day.day, hour, int(match["min"]), int(match["s"] or 0))  # noqa: DTZ001 (zone unknown)


def _iso(clock: datetime, offset: str | None) -> str:
    return clock.isoformat(timespec="seconds" if offset or clock.second else "minutes") + (offset or "")


def _zone(text: str, start: int, clock: datetime) -> tuple[str, int] | None:
    """The offset stated after a time, and where its words end."""
    if match := OFFSET.match(text, start):
        hours, minutes = int(match["h"]), int(match["min"] or 0)
        named = re.search(r"gmt|utc", match.group(), re.IGNORECASE)
        if hours <= 14 and (named or match["min"] or len(match["h"]) == 2) and match["sign"] in "+−-":
            sign = "+" if match["sign"] == "+" else "-"
            return f"{sign}{hours:02}:{minutes:02}", match.end()
    gap = ZONE_GAP.match(text, start)
    begin = gap.end() if gap else start
    match_name = _zone_names().match(text, begin)
    if match_name is None:
        return None
    place = _zones()[match_name.group().lower()]
    end = match_name.end() + (1 if text[match_name.end() : match_name.end() + 1] == ")" else 0)
    if place[0] in "+-":
        return place, end
    try:
        offset = clock.replace(tzinfo=ZoneInfo(place)).astimezone(UTC)
    except (ZoneInfoNotFoundError, OverflowError):
        return None
    minutes = round((clock.replace(tzinfo=UTC) - offset).total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}", end


@cache
def _zones() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("data/clean/zones.tsv")}


@cache
def _zone_names() -> re.Pattern[str]:
    return re.compile(
        "(?:" + "|".join(sorted(map(re.escape, _zones()), key=len, reverse=True)) + r")\b(?! ?[+-]\d)", re.IGNORECASE
    )
