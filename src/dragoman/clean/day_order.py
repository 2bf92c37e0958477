"""Whether 04/05/2022 is in April or in May: told by the page's other dates, its language and its outlet, and said so."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Literal
from urllib.parse import urlsplit

from dragoman.clean.language import UNKNOWN
from dragoman.clean.moments import Moment, moments
from dragoman.clean.parts import Parts
from dragoman.clean.written_days import EITHER, SHORT_EITHER
from dragoman.records.article import Note

Order = Literal["day", "month"]

MONTH_FIRST_TONGUES = ("en-us", "en-ph", "es-us")
"""Locales whose short dates begin with the month. Source: Unicode CLDR."""
AMERICAN = (".gov", ".mil", ".us")
_LOCALE = re.compile(r"<html\b[^<>]{0,1000}?\slang\s*=\s*[\"']?([A-Za-z]{2}(?:[-_][A-Za-z]{2})?)\b", re.IGNORECASE)
_OG_LOCALE = re.compile(r"og:locale[\"']\s+content\s*=\s*[\"']([a-z]{2}_[A-Z]{2})")
_COUNTRY = re.compile(r"\.[a-z]{2}$")
_MARKUP = re.compile(r"<[^<>]{0,2000}>")
HEAD = 50_000
"""Code points of a page in which its locale stands."""
LONGEST_LINE = 400


def in_order(parts: Parts, source: str, language: str, address: str) -> tuple[Parts, tuple[Note, ...]]:
    """The parts with their day as the page means it, and how that was told; without a day where nothing tells it.

    `source` is the decoded page, `address` what the user knows it by.
    """
    if parts.published is None:
        return parts, ()
    shown = _undecided(parts, source)
    if shown is None:
        return parts, ()
    words, day, other = shown
    order, reason = order_of(source, language, address)
    if other in source:
        order, reason = "month", "the page states that day elsewhere"
    if order is None:
        message = (
            f"“{words}” may be {_said(day)} or {_said(other)}: nothing on the page tells which, so no day is given"
        )
        return replace(parts, published=None), (Note("date", message),)
    if order == "day":
        return parts, (Note("date", f"“{words}” was read as {_said(day)}: {reason}"),)
    published = next((moment.iso for moment in _shown(parts, source, month_first=True) if moment.other == day), other)
    return replace(parts, published=published), (Note("date", f"“{words}” was read as {_said(other)}: {reason}"),)


def order_of(source: str, language: str, address: str) -> tuple[Order | None, str]:
    """What comes first in a page's dates, and what tells so; `None` where nothing does."""
    seen = {order for order in map(_order, EITHER.finditer(source)) if order is not None}
    if len(seen) == 1:
        order = seen.pop()
        return order, f"the {order} comes first in another date of the page"
    head = source[:HEAD]
    locale = _OG_LOCALE.search(head) or _LOCALE.search(head)
    tongue = locale[1].replace("_", "-").lower() if locale else language
    host = urlsplit(address).hostname or "" if address.lower().startswith(("http:", "https:")) else ""
    if tongue in MONTH_FIRST_TONGUES:
        return "month", f"the page is in {locale[1] if locale else tongue}, which names the month first"
    if host.endswith(AMERICAN):
        return "month", f"{host} is an American address"
    if language not in ("en", UNKNOWN):
        return "day", f"the page is in {language}, which names the day first"
    if "-" in tongue:
        return "day", f"the page is in {locale[1] if locale else tongue}, which names the day first"
    if _COUNTRY.search(host):
        return "day", f"the outlet is at {host}, where the day is named first"
    return None, ""


def _undecided(parts: Parts, source: str) -> tuple[str, str, str] | None:
    """The figures that gave the day, it, and the other day that they may mean; `None` where something else decides it."""
    day = (parts.published or "")[:10]
    found = next(_of_two_days(source, day), None)
    if found is None or day in source:
        return None
    if any(moment.other is None and moment.iso[:10] == day for moment in _shown(parts, source)):
        return None
    return found


def _of_two_days(source: str, day: str) -> Iterator[tuple[str, str, str]]:
    """The figures of a page that mean a day or another one."""
    for pattern in (EITHER, SHORT_EITHER):
        for match in pattern.finditer(source):
            for moment in moments(match[0]):
                if moment.iso == day and moment.other is not None:
                    yield match[0], day, moment.other


def _shown(parts: Parts, source: str, *, month_first: bool = False) -> Iterator[Moment]:
    """The days in the lines that are not the article's text."""
    for start, end in (*parts.head, *((dropped.source_start, dropped.source_end) for dropped in parts.dropped)):
        line = _MARKUP.sub(" ", source[start : min(end, start + LONGEST_LINE)])
        yield from moments(line, month_first=month_first)


def _order(match: re.Match[str]) -> Order | None:
    first, second = int(match["a"]), int(match["b"])
    if 12 < first <= 31 and 1 <= second <= 12:
        return "day"
    if 1 <= first <= 12 < second <= 31:
        return "month"
    return None


def _said(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B} {day.year}"
