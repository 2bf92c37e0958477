"""Stretches of time given by years or months, as the tables have them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """From one year or month to another ("1994", "2021-08"), both inclusive; empty for an open end."""

    start: str
    end: str


ALWAYS = Span("", "")


def holds(span: Span, day: str) -> bool:
    """Whether a day (ISO 8601) lies in a span, as fine as its ends are given."""
    return span.start <= day[: len(span.start)] and (not span.end or day[: len(span.end)] <= span.end)
