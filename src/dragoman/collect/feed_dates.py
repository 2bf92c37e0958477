"""The dates of feeds as ISO 8601, with the zone that they state and no other."""

import re
from datetime import datetime, timedelta, timezone

_MONTHS = {m: i for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_ZONES = {
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
    "PDT": -7, "MSK": 3, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3,
}  # fmt: skip
"""Hours from UTC. Source: RFC 822, 5.1, and the zones of Europe's feeds."""
_RFC_822 = re.compile(
    r"(?:[A-Za-z]{2,9}\.?,?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]*\.?[\s-]+(\d{4}|\d\d)"
    r"(?:,?\s+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s*([+-]\d\d:?\d\d|[A-Za-z]{1,4}))?)?"
)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?")


def iso_date(text: str) -> str | None:
    """A day, or a time with the zone where one is stated; `None` where it is neither RFC 822 nor ISO 8601."""
    text = text.strip()
    if match := _ISO.fullmatch(text):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    elif (match := _RFC_822.fullmatch(text)) and match[2].lower() in _MONTHS:
        year, month, day = _full(int(match[3])), _MONTHS[match[2].lower()], int(match[1])
    else:
        return None
    try:
        if match[4] is None:
            return f"{datetime(year, month, day):%Y-%m-%d}"  # noqa: DTZ001  a day has no zone
        time = datetime(year, month, day, int(match[4]), int(match[5]), int(match[6] or 0), tzinfo=_zone(match[7]))
    except ValueError:
        return None  # the 31st of April
    return time.isoformat()


def _full(year: int) -> int:
    """Two digits as RFC 2822 (4.3) reads them."""
    if year > 99:
        return year
    return year + (2000 if year < 50 else 1900)


def _zone(text: str | None) -> timezone | None:
    if text is None or text == "-0000":  # RFC 2822, 3.3: "-0000" says that nothing is known of the zone
        return None
    if text[0] in "+-":
        digits = text[1:].replace(":", "")
        offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        return timezone(-offset if text[0] == "-" else offset)
    hours = _ZONES.get(text.upper())
    return None if hours is None else timezone(timedelta(hours=hours))
