"""Dates as people write them, no finer than they are known."""

from datetime import date, datetime

from dragoman.records.event import EventDate


def shown(when: EventDate) -> str:
    """An event's date: "27–28 Apr 2021", "Apr 2021", "1998–1999", "1990s"; as it stands where it is no ISO day."""
    try:
        first, last = date.fromisoformat(when.start), date.fromisoformat(when.end)
    except ValueError:
        return when.start if when.start == when.end else f"{when.start} – {when.end}"
    if when.precision == "decade":
        return f"{first.year // 10 * 10}s"
    if when.precision == "year":
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    if when.precision == "month":
        return _months(first, last)
    return _days(first, last)


def published(when: str) -> str:
    """An article's date of publication: "29 Apr 2021 12:22 +03:00"; as it stands where it is not ISO 8601."""
    try:
        moment = datetime.fromisoformat(when)
    except ValueError:
        return when
    day = f"{moment.day} {moment:%b %Y}"
    if "T" not in when:
        return day
    zone = moment.strftime("%z")
    return f"{day} {moment:%H:%M}" + (f" {zone[:3]}:{zone[3:5]}" if zone else "")


def _months(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%b %Y}"
    return f"{first:%b} – {last:%b %Y}" if first.year == last.year else f"{first:%b %Y} – {last:%b %Y}"


def _days(first: date, last: date) -> str:
    end = f"{last.day} {last:%b %Y}"
    if first == last:
        return end
    if first.year != last.year:
        return f"{first.day} {first:%b %Y} – {end}"
    return f"{first.day} {first:%b} – {end}" if first.month != last.month else f"{first.day}–{end}"
