"""The history of two states: what is told to have passed between them, year by year."""

from collections import defaultdict
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dragoman.errors import UsageError
from dragoman.records.kept import KeptEvent
from dragoman.store.answers import events
from dragoman.store.models import Event
from dragoman.store.query import Page, counted
from dragoman.store.selection import Filter


@dataclass(frozen=True, slots=True)
class Year:
    """One year between two states; `year` is `None` for what has no date."""

    year: int | None
    counts: dict[str, int]
    """By what happened: a detail's kind (visit, transfer …), otherwise the type."""
    events: tuple[KeptEvent, ...]
    """The latest of them, in order, as many as were asked for."""

    @property
    def total(self) -> int:
        """How many reports of events there are, each article's counted by itself."""
        return sum(self.counts.values())


def history(connection: Connection, one: str, other: str, each: int, asked: Filter) -> list[Year]:
    """Year by year, the undated last; of each year `each` events. `UsageError` where they are not two states."""
    if one.upper() == other.upper():
        raise UsageError(f"{one}: a history is that of two states")
    asked = replace(asked, states=(one.upper(), other.upper()))
    statement = counted(connection, "event", asked, 10_000, (Event.detail_kind, Event.type))
    counts: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for found, detail, kind, number in connection.execute(statement):
        counts[found][detail or kind] += number
    return [
        Year(
            found or None,
            dict(sorted(counts[found].items(), key=lambda pair: (-pair[1], pair[0]))),
            _events(connection, asked, found, each),
        )
        for found in sorted(counts, key=lambda year: (year == 0, year))
    ]


def _events(connection: Connection, asked: Filter, year: int, each: int) -> tuple[KeptEvent, ...]:
    if not each:
        return ()
    if year:
        first, last = f"{year:04}", f"{year:04}-12-31"
        within = replace(asked, since=max(asked.since or first, first), until=min(asked.until or last, last))
        return tuple(reversed(events(connection, within, Page("-date", each))))
    # What has no date is numbered 0, before every day.
    return tuple(event for event in events(connection, asked, Page("date", each)) if event.date_start is None)
