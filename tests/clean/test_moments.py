"""Days and times as pages write them; a zone only where it is stated."""

import pytest

from dragoman.clean.moments import moments

CASES = [
    ("17.09.2019 08:45 (Moscow time), Moscow", "2019-09-17T08:45:00+03:00"),
    ("17.09.2012 08:45 MSK", "2012-09-17T08:45:00+04:00"),  # Moscow kept summer time then
    ("Published: 3 March 2022, 14:05 (GMT+5)", "2022-03-03T14:05:00+05:00"),
    ("3 March 2022, 14:05 UTC", "2022-03-03T14:05:00+00:00"),
    ("3 March 2022, 14:05", "2022-03-03T14:05"),
    ("3 March 2022, 14:05 local time", "2022-03-03T14:05"),
    ("March 3rd, 2022 at 5:05 p.m. EST", "2022-03-03T17:05:00-05:00"),
    ("July 3, 2022 | 9:30am ET", "2022-07-03T09:30:00-04:00"),
    ("12:05 a.m. July 3, 2022", "2022-07-03T00:05"),
    ("29 апреля 2020, 12:22", "2020-04-29T12:22"),
    ("28 августа 2021 г., 10:00 мск", "2021-08-28T10:00:00+03:00"),
    ("1. März 2022, 14:05 Uhr", "2022-03-01T14:05"),
    ("2021-04-05T12:22:00Z", "2021-04-05T12:22:00+00:00"),
    ("2021-04-05T12:22:31+0530", "2021-04-05T12:22:31+05:30"),
    ("2021-04-05 12:22", "2021-04-05T12:22"),
    ("2021-04-05", "2021-04-05"),
    ("14/03/2022", "2022-03-14"),
    ("03/14/2022", "2022-03-14"),
    ("a programme for 4 May 2021-2025", "2021-05-04"),
]


@pytest.mark.parametrize(("text", "iso"), CASES)
def test_a_moment_is_read(text: str, iso: str) -> None:
    assert next(moments(text)).iso == iso


@pytest.mark.parametrize("text", ["04/03/2022", "31.02.2022", "in 2022", "12:22", "1.2.3", "45 May 2021", ""])
def test_what_is_ambiguous_or_no_day_is_none(text: str) -> None:
    assert list(moments(text)) == []
