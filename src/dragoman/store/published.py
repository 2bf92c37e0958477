"""The days of publication that a question asks for, as keys: the years that lie within, and the months at the ends."""

from sqlalchemy import ColumnElement, Connection, func, select

from dragoman.store.models import Article
from dragoman.store.selection import Filter, days

Key = tuple[str, str]


def published_keys(day: int) -> set[Key]:
    """What something published on a day is found by; nothing where the day is 0."""
    return {("published", f"{day // 10_000}"), ("published", f"{day // 100}")} if day else set()


def published_between(connection: Connection, asked: Filter) -> tuple[list[list[Key]], list[ColumnElement[bool]]]:
    """Keys of which an answer has one, and the condition that is exact to the day; nothing where no day is asked for."""
    first, last = days(asked.published_since, asked.published_until)
    if first is None and last is None:
        return [], []
    # What has no date (0) was published neither before nor after anything.
    known = Article.published_day > 0
    ends = [
        connection.execute(select(end(Article.published_day)).where(known)).scalar() for end in (func.min, func.max)
    ]
    first, last = max(first or 0, ends[0] or 1), min(last or 99_991_231, ends[1] or 0)
    exact: list[ColumnElement[bool]] = [Article.published_day >= first, Article.published_day <= last]
    return [[("published", name) for name in _stretches(first, last)] or [("published", "never")]], exact


def _stretches(first: int, last: int) -> list[str]:
    """Years as "2021", and months as "202104", that hold every day from one to another."""
    found = []
    for year in range(first // 10_000, last // 10_000 + 1):
        months = [year * 100 + month for month in range(1, 13)]
        within = [month for month in months if first // 100 <= month <= last // 100]
        found += [str(year)] if within == months else [str(month) for month in within]
    return found
