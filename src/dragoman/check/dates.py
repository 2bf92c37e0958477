"""Dates that cannot be: no such day, another weekday, ranges upside down, the future told as past."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dragoman.check.draft import Draft
from dragoman.records.article import Article
from dragoman.records.event import Agreement, Event

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS)})(?:,| the| \()? )?"
_YEAR = r"(?:,? (?P<year>(?:19|20)\d\d)(?!\d))?"
_DAYS = (
    re.compile(rf"\b{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?![^\W_]){_YEAR}"),
    re.compile(rf"\b{_WEEKDAY}{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%]|,\d|\.\d){_YEAR}"),
)
_RANGE = re.compile(r"(?<![\d/.,-])((?:19|20)\d\d)\s?[-\N{EN DASH}]\s?((?:19|20)\d\d)(?![\d/]|[.,-]\d)")
_NEAR = timedelta(days=45)
"""How far from publication a date without a year is taken to lie in the year that is nearest to it."""
_ZONES = timedelta(days=1)
"""The same moment is another day elsewhere."""


def dates(article: Article, events: Sequence[Event]) -> Iterator[Draft]:
    """Every date of the text that cannot be, and every past event that lies after publication."""
    published = _published(article)
    yield from _days(article, published)
    for match in _RANGE.finditer(article.text):
        if int(match[1]) > int(match[2]):
            yield Draft(
                "date",
                "warning",
                f"The years run backwards: {match[1]} to {match[2]}.",
                f"{match[2]}-{match[1]}",
                (article.evidence(match.start(), match.end()),),
            )
    for event in events:
        yield from _event(event, published)


def _days(article: Article, published: date | None) -> Iterator[Draft]:
    for pattern in _DAYS:
        for match in pattern.finditer(article.text):
            month = next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(match["month"][:3]))
            day, evidence = int(match["day"]), (article.evidence(match.start(), match.end()),)
            year = int(match["year"]) if match["year"] else None
            longest = monthrange(year or 2000, month)[1]
            if not 1 <= day <= longest:
                if day == 0 or (day > 31 and not match["weekday"]):
                    continue
                in_year = f" in {year}" if year and month == 2 and day == 29 else ""
                message = f"There is no {day} {_MONTHS[month - 1]}{in_year}: the month has {longest} days."
                yield Draft("date", "error", message, None, evidence)
            elif match["weekday"]:
                when = date(year, month, day) if year else _nearest(month, day, published)
                if when and _WEEKDAYS[when.weekday()] != match["weekday"]:
                    named = f"{day} {_MONTHS[month - 1]} {when.year}"
                    message = f"{named} was a {_WEEKDAYS[when.weekday()]}, not a {match['weekday']}."
                    yield Draft("date", "warning", message, None, evidence)


def _event(event: Event, published: date | None) -> Iterator[Draft]:
    if not event.evidence:
        return
    if event.date and published and event.factuality == "occurred" and event.date.precision == "day":
        start = _day(event.date.start)
        if start and start > published + _ZONES:
            message = f"Told as past, but dated {start.isoformat()}, after the article's publication ({published.isoformat()})."
            yield Draft("date", "warning", message, None, event.evidence)
    detail = event.detail
    if (
        isinstance(detail, Agreement)
        and detail.valid_from
        and detail.valid_to
        and detail.valid_from[:4] > detail.valid_to[:4]
    ):
        message = f"Valid from {detail.valid_from} to {detail.valid_to}: the end lies before the beginning."
        yield Draft("date", "warning", message, None, event.evidence)


def _nearest(month: int, day: int, published: date | None) -> date | None:
    """The day in the year that puts it nearest to publication; `None` where that is not near."""
    if published is None:
        return None
    days = [
        date(year, month, day)
        for year in (published.year - 1, published.year, published.year + 1)
        if day <= monthrange(year, month)[1]
    ]
    near = min(days, key=lambda when: abs(when - published), default=None)
    return near if near and abs(near - published) <= _NEAR else None


def _published(article: Article) -> date | None:
    return _day(article.published) if article.published else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
