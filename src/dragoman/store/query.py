"""Questions as statements: asked of the index, so that an answer costs what it is long, not what the record is large."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, func, select

from dragoman.errors import UsageError
from dragoman.store.index import INDICES, day_of, entry_number, matches, row_of
from dragoman.store.models import Article, Event, Finding, Quote
from dragoman.store.published import published_between
from dragoman.store.selection import AnswerKind, Filter, days, required_keys
from dragoman.store.sense import check
from dragoman.store.wording import wanted

Plain = Any
"""A column, or a value of any kind that JSON has."""

_TABLES: dict[AnswerKind, Any] = {"article": Article, "event": Event, "quote": Quote, "finding": Finding}
SORTS = ("date", "-date", "published", "-published", "added", "-added", "confidence", "-confidence")


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of the answers, in which order; a minus before the order puts the last, or highest, first."""

    sort: str = "-date"
    limit: int | None = 50
    offset: int = 0


def rows(connection: Connection, kind: AnswerKind, asked: Filter, page: Page, columns: Sequence[Any]) -> Select[Any]:
    """The statement whose rows are the answer; `UsageError` where the question makes no sense."""
    check(kind, asked)
    order = _order(kind, page.sort)
    found: FromClause = _TABLES[kind].__table__
    conditions: list[ColumnElement[bool]] = []
    # Everything in another order than that of the index: it would be a detour.
    if asked != Filter() or _by_date(kind, page.sort):
        found, conditions = _found(connection, kind, asked)
    statement = select(*columns).select_from(found)
    if kind != "article":
        statement = statement.join(Article, Article.pk == _TABLES[kind].article_pk)
    statement = statement.where(*conditions).order_by(*order)
    if page.limit is not None:
        statement = statement.limit(page.limit)
    return statement.offset(page.offset) if page.offset else statement


def counted(connection: Connection, kind: AnswerKind, asked: Filter, part: int, by: Sequence[Any] = ()) -> Select[Any]:
    """The statement that counts the answers by their day divided by `part` (100: the month), and by further columns."""
    check(kind, asked)
    found, conditions = _found(connection, kind, asked)
    columns = (day_of(INDICES[kind]) // part, *by)
    statement = select(*columns, func.count()).select_from(found)
    if kind != "article" and (asked.published_since or asked.published_until):
        statement = statement.join(Article, Article.pk == _TABLES[kind].article_pk)
    return statement.where(*conditions).group_by(*columns).order_by(*columns)


def _found(connection: Connection, kind: AnswerKind, asked: Filter) -> tuple[FromClause, list[ColumnElement[bool]]]:
    """The index joined to the rows that its entries lead to, and the conditions."""
    index, table = INDICES[kind], _TABLES[kind]
    number = Article.drawn if kind == "article" else table.pk
    found: FromClause = index.join(table.__table__, number == row_of(index))
    published, exact = published_between(connection, asked)
    words = wanted(asked.text) if asked.text else None
    conditions = [matches(connection, kind, required_keys(kind, asked) + published, words), *exact]
    first, last = days(asked.since, asked.until)
    if first is not None or last is not None:
        # 0 stands for no date: that is not before everything.
        conditions.append(index.c.rowid >= entry_number(first or 1, 0))
    if last is not None:
        conditions.append(index.c.rowid < entry_number(last + 1, 0))
    if asked.confidence is not None:
        conditions.append(table.confidence >= asked.confidence)
    return found, conditions


def _order(kind: AnswerKind, sort: str) -> list[Any]:
    if sort not in SORTS:
        raise UsageError(f"{sort}: no order to sort by; there are {', '.join(SORTS)}")
    name = sort.removeprefix("-")
    if name == "confidence" and kind != "event":
        raise UsageError(f"{kind}s have no confidence to sort by")
    down = sort.startswith("-")
    if _by_date(kind, sort):
        entry = INDICES[kind].c.rowid
        return [entry.desc() if down else entry]
    number = _TABLES[kind].pk
    column = {"published": Article.published_day, "added": number, "confidence": Event.confidence}[name]
    return [column.desc() if down else column, number.desc()]


def _by_date(kind: AnswerKind, sort: str) -> bool:
    """Whether the order is that of the index."""
    name = sort.removeprefix("-")
    return name == "date" or (name == "published" and kind == "article")
