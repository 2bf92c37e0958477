"""How many articles and events there are, by day, month or year."""

from collections import defaultdict
from typing import Literal

from sqlalchemy import Connection

from dragoman.records.kept import Count
from dragoman.store.query import counted
from dragoman.store.selection import AnswerKind, Filter

Step = Literal["day", "month", "year"]
_PARTS: dict[Step, int] = {"day": 1, "month": 100, "year": 10_000}


def counts(connection: Connection, step: Step, asked: Filter) -> list[Count]:
    """Counts for every stretch in which there is anything, oldest first; what has no date is left out."""
    found: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    kinds: tuple[AnswerKind, ...] = ("article", "event")
    for i, kind in enumerate(kinds):
        for period, number in connection.execute(counted(connection, kind, asked, _PARTS[step])):
            found[period][i] += number
    return [Count(_period(period, step), *found[period]) for period in sorted(found) if period]


def _period(number: int, step: Step) -> str:
    digits = f"{number:0{ {'day': 8, 'month': 6, 'year': 4}[step] }}"
    return "-".join(part for part in (digits[:4], digits[4:6], digits[6:8]) if part)
