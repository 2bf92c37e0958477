"""Questions as statements: the rarest key leads, so that an answer costs what it is long, not what the record is large."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, exists, func, literal_column, select, text

from dragoman.errors import UsageError
from dragoman.store.models import (
    Article,
    ArticlePosting,
    Event,
    EventPosting,
    Finding,
    FindingPosting,
    Key,
    Quote,
    QuotePosting,
)
from dragoman.store.postings import Posting
from dragoman.store.selection import AnswerKind, Filter, check, days, required_keys
from dragoman.store.wording import wanted

Plain = Any
"""A column, or a value of any kind that JSON has."""

_COUNTED = 2_000
"""How far the rows of a key are counted, to find the rarest."""
_TABLES: dict[AnswerKind, tuple[Any, Posting, str | None]] = {
    "article": (Article, ArticlePosting, "article_search"),
    "event": (Event, EventPosting, "event_search"),
    "quote": (Quote, QuotePosting, "quote_search"),
    "finding": (Finding, FindingPosting, None),
}
SORTS = ("date", "-date", "published", "-published", "added", "-added", "confidence", "-confidence")


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of the answers, in which order; a minus before the order puts the last, or highest, first."""

    sort: str = "-date"
    limit: int | None = 50
    offset: int = 0


def rows(
    connection: Connection, kind: AnswerKind, asked: Filter, page: Page, columns: Sequence[Any]
) -> Select[Any] | None:
    """The statement whose rows are the answer; `None` where a key is asked for that the record does not have."""
    chosen = _chosen(connection, kind, asked)
    if chosen is None:
        return None
    table, _, _ = _TABLES[kind]
    lead, conditions = chosen
    statement = select(*columns)
    if lead is None:
        statement = statement.select_from(table)
        day: Any = table.published_day if kind == "article" else table.day
    else:
        statement = statement.select_from(lead).join(table, table.pk == lead.row_pk)
        day = lead.day
    if kind != "article":
        statement = statement.join(Article, Article.pk == table.article_pk)
    statement = statement.where(*conditions).order_by(*_order(kind, table, day, lead, page.sort))
    if page.limit is not None:
        statement = statement.limit(page.limit)
    return statement.offset(page.offset) if page.offset else statement


def counted(connection: Connection, kind: AnswerKind, asked: Filter, by: Sequence[Any]) -> Select[Any] | None:
    """The statement that counts the answers in groups."""
    chosen = _chosen(connection, kind, asked)
    if chosen is None:
        return None
    table, _, _ = _TABLES[kind]
    lead, conditions = chosen
    statement = select(*by, func.count())
    statement = (
        statement.select_from(lead).join(table, table.pk == lead.row_pk) if lead else statement.select_from(table)
    )
    if kind != "article" and (asked.published_since or asked.published_until):
        statement = statement.join(Article, Article.pk == table.article_pk)
    return statement.where(*conditions).group_by(*by).order_by(*by)


def words_match(connection: Connection, kind: AnswerKind, asked: str) -> FromClause:
    """The numbers that an index of words gives for a question."""
    name = _TABLES[kind][2]
    if connection.dialect.name == "sqlite":
        found = text(f"SELECT rowid AS pk FROM {name} WHERE {name} MATCH :words")  # noqa: S608  names of ours
        return found.bindparams(words=wanted(asked).fts5()).columns(literal_column("pk")).subquery()
    found = text(f"SELECT pk FROM {name} WHERE body @@ CAST(:words AS tsquery)")  # noqa: S608
    return found.bindparams(words=wanted(asked).tsquery()).columns(literal_column("pk")).subquery()


def _chosen(connection: Connection, kind: AnswerKind, asked: Filter) -> tuple[Any, list[ColumnElement[bool]]] | None:
    """The posting that leads (`None`: the table itself), and the conditions."""
    check(kind, asked)
    table, posting, _ = _TABLES[kind]
    groups = []
    for keys in required_keys(kind, asked):
        numbers = [pk for key in keys if (pk := _number(connection, key)) is not None]
        if not numbers:
            return None
        groups.append(numbers)
    lead = None
    conditions: list[ColumnElement[bool]] = []
    if groups:
        groups.sort(key=lambda numbers: (len(numbers) > 1, _size(connection, posting, numbers), numbers))
        # Of several keys for one thing, a row may have two: then the table leads, and none comes twice.
        if len(groups[0]) == 1:
            lead = posting
            conditions.append(posting.key_pk == groups.pop(0)[0])
        for numbers in groups:
            other = posting.__table__.alias()
            conditions.append(exists().where(other.c.row_pk == table.pk, other.c.key_pk.in_(numbers)))
    conditions += _plain_conditions(connection, kind, asked, table, lead)
    return lead, conditions


def _plain_conditions(
    connection: Connection, kind: AnswerKind, asked: Filter, table: Plain, lead: Plain
) -> list[ColumnElement[bool]]:
    day = lead.day if lead is not None else (table.published_day if kind == "article" else table.day)
    found: list[ColumnElement[bool]] = []
    for column, (first, last) in (
        (day, days(asked.since, asked.until)),
        (Article.published_day, days(asked.published_since, asked.published_until)),
    ):
        if first is not None or last is not None:
            # 0 stands for no date: that is not before everything.
            found.append(column >= (first or 1))
        if last is not None:
            found.append(column <= last)
    if asked.article:
        ours = select(Article.pk).where(Article.id == asked.article).scalar_subquery()
        found.append(table.article_pk == ours)
    if asked.corrected:
        found.append(func.length(_as_text(table.corrected)) > 2)
    if asked.confidence is not None:
        found.append(table.confidence >= asked.confidence)
    if asked.text:
        matching = words_match(connection, kind, asked.text)
        column = Article.reading_pk if kind == "article" else table.pk
        found.append(column.in_(select(matching.c.pk)))
    return found


def _as_text(column: Plain) -> Plain:
    from sqlalchemy import Text, cast

    return cast(column, Text)


def _order(kind: AnswerKind, table: Plain, day: Plain, lead: Plain, sort: str) -> list[Any]:
    if sort not in SORTS:
        raise UsageError(f"{sort}: no order to sort by; there are {', '.join(SORTS)}")
    name = sort.removeprefix("-")
    if name == "confidence" and kind != "event":
        raise UsageError(f"{kind}s have no confidence to sort by")
    last = lead.row_pk if lead is not None else table.pk
    column = {
        "date": day,
        "published": day if kind == "article" else Article.published_day,
        "added": table.pk,
        "confidence": table.confidence if kind == "event" else None,
    }[name]
    down = sort.startswith("-")
    return [column.desc() if down else column, last.desc() if down else last]


def _number(connection: Connection, key: tuple[str, str]) -> int | None:
    statement = select(Key.pk).where(Key.space == key[0], Key.value == key[1])
    return connection.execute(statement).scalar()


def _size(connection: Connection, posting: Posting, numbers: list[int]) -> int:
    some = select(posting.key_pk).where(posting.key_pk.in_(numbers)).limit(_COUNTED).subquery()
    return connection.execute(select(func.count()).select_from(some)).scalar_one()
