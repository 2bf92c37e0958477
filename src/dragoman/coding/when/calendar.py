"""Calendar arithmetic: spans of days with their precision; `None` for days that do not exist."""

from calendar import monthrange
from datetime import date, timedelta

from dragoman.records.event import EventDate, Precision


def span(start: date, end: date, precision: Precision) -> EventDate | None:
    """From one day to another; `None` where the end comes first."""
    return EventDate(start.isoformat(), end.isoformat(), precision) if start <= end else None


def a_day(year: int, month: int, day: int) -> date | None:
    """A day that exists."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def months(year: int, month: int, count: int) -> EventDate | None:
    """So many whole months from one on."""
    last_year, last_month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    start = a_day(year, month, 1)
    end = a_day(last_year, last_month, monthrange(last_year, last_month)[1]) if 1 <= last_year < 9999 else None
    return span(start, end, "month") if start and end else None


def years(first: int, last: int) -> EventDate | None:
    """Whole years, both included."""
    start, end = a_day(first, 1, 1), a_day(last, 12, 31)
    return span(start, end, "year") if start and end else None


def decade(first: int) -> EventDate | None:
    """Ten years."""
    start, end = a_day(first, 1, 1), a_day(first + 9, 12, 31)
    return span(start, end, "decade") if start and end else None


def shifted(day: date, unit: str, count: int) -> date | None:
    """A day so many days, weeks, months … on (back, where negative); a shorter month's last day where need be."""
    try:
        if unit in ("day", "week"):
            return day + timedelta(days=count * (7 if unit == "week" else 1))
        in_months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
        index = day.year * 12 + day.month - 1 + in_months
        year, month = divmod(index, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def around(day: date, unit: str) -> EventDate | None:
    """The calendar unit that holds a day; a week, which has no precision of its own, is its seven days."""
    if unit == "day":
        return span(day, day, "day")
    if unit in ("week", "weekend"):
        monday = shifted(day, "day", -day.weekday())
        first = shifted(monday, "day", 5) if monday and unit == "weekend" else monday
        last = shifted(monday, "day", 6) if monday else None
        return span(first, last, "day") if first and last else None
    if unit == "month":
        return months(day.year, day.month, 1)
    if unit == "quarter":
        return months(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    if unit == "decade":
        return decade(day.year // 10 * 10)
    return years(day.year, day.year)
