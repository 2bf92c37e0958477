"""The rules that patterns name: from the words of a time expression to the days it means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dragoman.coding.when import calendar
from dragoman.coding.when.words import Words
from dragoman.records.event import EventDate, Precision

Direction = Literal["past", "future", "near"]
_PRECISION: Mapping[str, Precision] = {
    "day": "day",
    "week": "day",
    "month": "month",
    "year": "year",
    "decade": "decade",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """One time expression and what its words are read against."""

    values: Mapping[str, str]
    """The words of the expression by class; classes that are missing in it are missing here."""
    words: Words
    published: date | None
    direction: Direction
    """Which way a day without its year lies from the day of publication; "near": the nearest."""
    year: int | None = None
    """The year that the other end of a range gives."""

    def number(self, name: str) -> int | None:
        """A value in digits."""
        text = self.values.get(name, "")
        return int(text) if text.isdecimal() else None

    def word(self, name: str, group: str | None = None) -> int | None:
        """The value of a word of a class."""
        return self.words.value(name, self.values.get(group or name, ""))

    def month(self, group: str = "month") -> int | None:
        """A month's number."""
        found = self.word("month", group)
        return found if found is not None else self.word("abbreviation", group)

    def own_year(self) -> int | None:
        """The year as written or as "last year" gives it, else that of the range's other end."""
        year = self.number("year")
        which = self.word("which")
        if year is None and which is not None and self.published:
            year = self.published.year + which
        return year if year is not None else self.year


def resolve(rule: str, moment: Moment) -> EventDate | None:
    """The days that an expression means; `None` where it cannot be told without guessing."""
    return _RULES[rule](moment)


def _day(moment: Moment) -> EventDate | None:
    month = moment.month() or moment.number("mm")
    day = moment.number("day") or moment.number("dd")
    if not month or not day:
        return None
    year = moment.own_year()
    if year is None:
        year = _likely_year(moment, lambda y: calendar.a_day(y, month, day))
    found = calendar.a_day(year, month, day) if year else None
    return calendar.span(found, found, "day") if found else None


def _days(moment: Moment) -> EventDate | None:
    month, first, last = moment.month(), moment.number("day"), moment.number("day2")
    if not month or not first or not last:
        return None
    year = moment.own_year() or _likely_year(moment, lambda y: calendar.a_day(y, month, first))
    start = calendar.a_day(year, month, first) if year else None
    end = calendar.a_day(year, month, last) if year else None
    return calendar.span(start, end, "day") if start and end else None


def _slashed(moment: Moment) -> EventDate | None:
    # 3/4/2021 is March in America and April elsewhere: read only where one number cannot be a month.
    year, one, other = moment.number("year"), moment.number("mm"), moment.number("dd")
    if not year or not one or not other or (one <= 12 and other <= 12 and one != other):
        return None
    found = calendar.a_day(year, min(one, other), max(one, other))
    return calendar.span(found, found, "day") if found else None


def _month(moment: Moment) -> EventDate | None:
    month = moment.month()
    if not month:
        return None
    year = moment.own_year() or _likely_year(moment, lambda y: calendar.a_day(y, month, 1))
    return calendar.months(year, month, 1) if year else None


def _which_month(moment: Moment) -> EventDate | None:
    month, which, published = moment.month(), moment.word("which"), moment.published
    if not month or which is None or published is None:
        return None
    year = published.year
    if which < 0 and month >= published.month:
        year -= 1
    if which > 0 and month <= published.month:
        year += 1
    return calendar.months(year, month, 1)


def _months(moment: Moment) -> EventDate | None:
    first, last = moment.month(), moment.month("month2")
    if not first or not last:
        return None
    year = moment.own_year()
    if year is not None and last < first:
        year -= 1
    if year is None:
        year = _likely_year(moment, lambda y: calendar.a_day(y, first, 1))
    return calendar.months(year, first, (last - first) % 12 + 1) if year else None


def _year(moment: Moment) -> EventDate | None:
    year = moment.number("year")
    return calendar.years(year, year) if year else None


def _years(moment: Moment) -> EventDate | None:
    first, last, short = moment.number("year"), moment.number("year2"), moment.number("short")
    if first and not last and short is not None:
        last = first // 100 * 100 + short
        # 2021/05 is a month's number; 1999/02 the turn of a century
        last = last if last > first else (last + 100 if first % 100 > 90 else 0)
    return calendar.years(first, last) if first and last and last - first < 100 else None


def _half(moment: Moment) -> EventDate | None:
    nth, year, month = moment.word("nth"), _stated_year(moment), moment.month()
    if not nth or not year or nth > 2:
        return None
    if month:
        whole = calendar.months(year, month, 1)
        middle = calendar.a_day(year, month, 15)
        if not whole or not middle:
            return None
        first, last = date.fromisoformat(whole.start), date.fromisoformat(whole.end)
        return calendar.span(first, middle, "month") if nth == 1 else calendar.span(middle, last, "month")
    return calendar.months(year, 6 * nth - 5, 6)


def _quarter(moment: Moment) -> EventDate | None:
    nth, year = moment.word("nth"), _stated_year(moment)
    return calendar.months(year, 3 * nth - 2, 3) if nth and year else None


def _stated_year(moment: Moment) -> int | None:
    year = moment.own_year()
    return year if year is not None else (moment.published.year if moment.published else None)


def _season(moment: Moment) -> EventDate | None:
    first, year, which = moment.word("season"), moment.number("year"), moment.word("which")
    if first is None:
        return None
    if year is not None:
        # A winter lies in two years, and "the winter of 2020" may be either.
        return calendar.years(year, year) if first == 12 else calendar.months(year, first, 3)
    if which is None or moment.published is None:
        return None
    day = moment.published
    running = day.year - 1 if first == 12 and day.month < 3 else day.year
    choices = [calendar.months(y, first, 3) for y in (running - 1, running, running + 1)]
    today = day.isoformat()
    spans = [choice for choice in choices if choice]
    if which < 0:
        return next((s for s in reversed(spans) if s.end < today), None)
    if which > 0:
        return next((s for s in spans if s.start > today), None)
    return next((s for s in spans if s.start[:4] == str(running)), None)


def _decade(moment: Moment) -> EventDate | None:
    first = moment.word("nineties")
    if first is None:
        digits = "".join(c for c in moment.values.get("decade", "") if c.isdecimal())
        if not digits:
            return None
        first = int(digits)
        if len(digits) == 2:
            # the '90s, the '30s: the twentieth century's, for a decade that nobody need write out
            first += 1900
            if moment.published and first < moment.published.year - 90:
                return None
    return calendar.decade(first)


def _weekday(moment: Moment) -> EventDate | None:
    wanted, day = moment.word("weekday"), moment.published
    if wanted is None or day is None:
        return None
    which = moment.word("which")
    back = (day.weekday() - wanted) % 7
    if which is not None:
        step = {-1: -(back or 7), 0: wanted - day.weekday(), 1: 7 - back}[max(-1, min(1, which))]
    elif moment.direction == "past":
        step = -back
    elif moment.direction == "future":
        step = (7 - back) % 7
    else:
        step = -back if back <= 3 else 7 - back
    return _on(day, step)


def _weekdays(moment: Moment) -> EventDate | None:
    first = _weekday(moment)
    wanted = moment.word("weekday", "weekday2")
    if first is None or wanted is None:
        return None
    start = date.fromisoformat(first.start)
    end = calendar.shifted(start, "day", (wanted - start.weekday()) % 7)
    if end and moment.direction == "past" and moment.published and end > moment.published:
        # "from Wednesday to Friday", told on Thursday of last week
        earlier, end = calendar.shifted(start, "week", -1), calendar.shifted(end, "week", -1)
        start = earlier or start
    return calendar.span(start, end, "day") if end else None


def _shift(moment: Moment) -> EventDate | None:
    days = moment.word("shift")
    return _on(moment.published, days) if moment.published and days is not None else None


def _night(moment: Moment) -> EventDate | None:
    eve = calendar.shifted(moment.published, "day", -1) if moment.published else None
    return calendar.span(eve, moment.published, "day") if eve and moment.published else None


def _on(day: date, step: int) -> EventDate | None:
    found = calendar.shifted(day, "day", step)
    return calendar.span(found, found, "day") if found else None


def _this(moment: Moment) -> EventDate | None:
    day = moment.published
    if day is None:
        return None
    name = " ".join(moment.values.get("unit", "").lower().split())
    unit = moment.words.classes["unit"].get(name, "year")
    which = moment.word("which") or 0
    there = calendar.shifted(day, "week" if unit == "weekend" else unit, which)
    whole = calendar.around(there, unit) if there else None
    side = moment.word("side")
    if whole is None or side is None or which != 0:
        return whole
    # "earlier this month" ends today, "later this month" begins today
    start, end = date.fromisoformat(whole.start), date.fromisoformat(whole.end)
    return calendar.span(start, day, whole.precision) if side < 0 else calendar.span(day, end, whole.precision)


def _ago(moment: Moment) -> EventDate | None:
    count, unit = _counted(moment)
    if moment.published is None or not count or unit == "decade":
        # "a decade ago" may mean anything from eight years to a dozen
        return None
    there = calendar.shifted(moment.published, unit, -count)
    return calendar.around(there, unit) if there else None


def _past(moment: Moment) -> EventDate | None:
    day, which = moment.published, moment.word("which")
    count, unit = _counted(moment)
    if "n" not in moment.values:
        count, unit = 1, moment.words.classes["unit"].get(moment.values.get("unit", "").lower(), "year")
    if day is None or not count or not which or unit not in _PRECISION:
        return None
    there = calendar.shifted(day, unit, count * which)
    return calendar.span(min(day, there), max(day, there), _PRECISION[unit]) if there else None


def _counted(moment: Moment) -> tuple[int | None, str]:
    count = moment.number("n")
    if count is None:
        count = moment.word("count", "n")
    return count, moment.words.classes["span"].get(moment.values.get("span", "").lower(), "year")


def _likely_year(moment: Moment, day_in: Callable[[int], date | None]) -> int | None:
    """The year of a day written without one: the last before publication, the first after it, or the nearest."""
    published = moment.published
    if published is None:
        return None
    # A day of grace: papers east of the sea date their pages before the sources' "today".
    grace = timedelta(days=1)
    found = [d for y in range(published.year - 4, published.year + 5) if 1 <= y <= 9999 and (d := day_in(y))]
    if moment.direction == "past":
        found = [d for d in found if d <= published or d - published <= grace]
    elif moment.direction == "future":
        # A month that has begun may still be meant: "in April", said on the fifth of it.
        found = [d for d in found if d >= published or (d.year, d.month) == (published.year, published.month)]
    return min(found, key=lambda d: abs(d - published)).year if found else None


_RULES: Mapping[str, Callable[[Moment], EventDate | None]] = {
    "day": _day,
    "days": _days,
    "slashed": _slashed,
    "month": _month,
    "which month": _which_month,
    "months": _months,
    "year": _year,
    "years": _years,
    "half": _half,
    "quarter": _quarter,
    "season": _season,
    "decade": _decade,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "shift": _shift,
    "night": _night,
    "this": _this,
    "ago": _ago,
    "past": _past,
}
