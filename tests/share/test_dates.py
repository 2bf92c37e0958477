"""Dates as people write them."""

import pytest

from dragoman.records.event import EventDate
from dragoman.share.dates import published, shown


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (EventDate("2021-04-28", "2021-04-28", "day"), "28 Apr 2021"),
        (EventDate("2021-04-27", "2021-04-28", "day"), "27–28 Apr 2021"),
        (EventDate("2021-04-28", "2021-05-02", "day"), "28 Apr – 2 May 2021"),
        (EventDate("2021-12-30", "2022-01-02", "day"), "30 Dec 2021 – 2 Jan 2022"),
        (EventDate("2021-04-01", "2021-04-30", "month"), "Apr 2021"),
        (EventDate("2021-04-01", "2021-06-30", "month"), "Apr – Jun 2021"),
        (EventDate("2021-11-01", "2022-01-31", "month"), "Nov 2021 – Jan 2022"),
        (EventDate("2021-01-01", "2021-12-31", "year"), "2021"),
        (EventDate("1998-01-01", "1999-12-31", "year"), "1998–1999"),
        (EventDate("1990-01-01", "1999-12-31", "decade"), "1990s"),
        (EventDate("2021", "2021", "year"), "2021"),
        (EventDate("spring", "summer", "year"), "spring – summer"),
    ],
)
def test_an_events_date_is_shown_no_finer_than_it_is_known(when: EventDate, said: str) -> None:
    assert shown(when) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2021-04-29", "29 Apr 2021"),
        ("2021-04-29T12:22:00+03:00", "29 Apr 2021 12:22 +03:00"),
        ("2021-04-29T12:22:00", "29 Apr 2021 12:22"),
        ("2021-04-29T09:22:00Z", "29 Apr 2021 09:22 +00:00"),
        ("last week", "last week"),
    ],
)
def test_publication_keeps_its_zone_or_has_none(when: str, said: str) -> None:
    assert published(when) == said
