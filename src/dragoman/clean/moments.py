"""Days and times as pages write them become ISO 8601, with the zone where the page states one and never otherwise."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LONGEST = 400
"""Code points of a line that are searched."""
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
"""Other years are numbers of something else."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a time with or without its zone, and where the words stand."""

    iso: str
    start: int
    end: int

    @property
    def has_time(self) -> bool:
        """Whether more than the day is known."""
        return "T" in self.iso


ISO = re.compile(
    r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"
    r"(?:[T ]\s?(?P<h>\d\d):(?P<min>\d\d)(?::(?P<s>\d\d)(?:\.\d+)?)?\s?(?P<z>Z|[+-]\d\d:?\d\d(?!\d))?)?"
)
DOTS = re.compile(r"(?<![\d.])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>(?:19|20)\d\d)(?!\d)")
SLASHES = re.compile(r"(?<![\d/])(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-](?P<y>(?:19|20)\d\d)(?!\d)")
YEAR_FIRST = re.compile(r"(?<![\d/])(?P<y>(?:19|20)\d\d)[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})(?!\d)")
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


def moments(text: str) -> Iterator[Moment]:
    """Every day or time of a line that can be told without doubt, in order; 03/04/2022 could be two days and is none."""
    text = text[:LONGEST]
    last = 0
    for start, end, day, given in sorted(_days(text), key=lambda found: (found[0], -found[1])):
        if start < last:
            continue
        moment = _with_time(text, start, end, day) if given is None else Moment(given, start, end)
        yield moment
        last = moment.end


def time_alone(text: str, day: str) -> Moment | None:
    """The time of a line that begins with nothing else, for a day (ISO) that stands in the line before."""
    match = TIME_ALONE.match(text[:LONGEST])
    if match is None:
        return None
    return _timed(text[:LONGEST], match, 0, match.end(), date.fromisoformat(day))


def _days(text: str) -> Iterator[tuple[int, int, date, str | None]]:
    for match in ISO.finditer(text):
        day = _day(match["y"], match["m"], match["d"])
        if day is None:
            continue
        if match["z"] and int(match["h"]) < 24 and int(match["min"]) < 60:
            zone = "+00:00" if match["z"] == "Z" else match["z"][:3] + ":" + match["z"][-2:]
            seconds = match["s"] if match["s"] and int(match["s"]) < 60 else "00"
            yield match.start(), match.end(), day, f"{day}T{match['h']}:{match['min']}:{seconds}{zone}"
        else:
            yield match.start(), match.end("d"), day, None
    for match in DOTS.finditer(text):
        # day first, but where that is no day: "06.18.2025"
        if day := _day(match["y"], match["m"], match["d"]) or _day(match["y"], match["d"], match["m"]):
            yield match.start(), match.end(), day, None
    for match in YEAR_FIRST.finditer(text):
        if day := _day(match["y"], match["m"], match["d"]):
            yield match.start(), match.end(), day, None
    for match in SLASHES.finditer(text):
        orders = {_day(match["y"], match["b"], match["a"]), _day(match["y"], match["a"], match["b"])} - {None}
        if len(orders) == 1 and (day := orders.pop()):
            yield match.start(), match.end(), day, None
    for pattern in _worded():
        for match in pattern.finditer(text):
            if day := _day(match["y"], _months()[match["month"].lower().rstrip(".")], match["d"]):
                yield match.start(), match.end(), day, None


def _day(year: str, month: str | int, day: str) -> date | None:
    if not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


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
def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    for number, names in _table("months.tsv"):
        found.update(dict.fromkeys(names.split(), int(number)))
    return found


@cache
def _worded() -> tuple[re.Pattern[str], ...]:
    month = "(?P<month>" + "|".join(sorted(map(re.escape, _months()), key=len, reverse=True)) + r")\b\.?"
    year = r"(?P<y>(?:19|20)\d\d)(?!\d)"
    return (
        re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|-?го|er|\.|º)?\s(?:of\s|de\s)?{month},?\s(?:de\s|del\s)?{year}", re.IGNORECASE),
        re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})-{month}-{year}", re.IGNORECASE),
        re.compile(rf"\b{month}\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s{year}", re.IGNORECASE),
    )  # fmt: skip


@cache
def _zones() -> dict[str, str]:
    return dict(_table("zones.tsv"))


@cache
def _zone_names() -> re.Pattern[str]:
    return re.compile(
        "(?:" + "|".join(sorted(map(re.escape, _zones()), key=len, reverse=True)) + r")\b(?! ?[+-]\d)", re.IGNORECASE
    )


def _table(name: str) -> list[tuple[str, str]]:
    text = (resources.files("dragoman") / "data/clean" / name).read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [(row[0], row[1]) for row in rows]
