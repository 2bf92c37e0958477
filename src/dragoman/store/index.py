"""The indices: what rows are found by, keys and words alike, in the order of their days.

There is one for each kind of answer. An entry's number is its day and then its row's number (`entry_number`): the latest
answers are read off the end, however large the record is, and an article's entries are appended together, not strewn over a
tree of keys. Both databases keep entries of words already (SQLite's FTS5, PostgreSQL's text search), so a key is a word to
them, one that no text has: an underscore and letters.

Entries are never changed. One whose row is no longer there leads nowhere: whoever asks joins it to its row.
"""

import hashlib
from base64 import b32encode
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    TableClause,
    TextClause,
    column,
    literal_column,
    table,
    text,
)

from dragoman.store.selection import AnswerKind
from dragoman.store.stems import stemmed
from dragoman.store.wording import Wanted, fts5, tsquery

EVERYTHING = "_all"
"""The key of every entry."""
_BITS = 32
"""Of the row's number within an entry's."""
INDICES: dict[AnswerKind, TableClause] = {
    kind: table(f"{kind}_search", column("rowid", BigInteger)) for kind in ("article", "event", "quote", "finding")
}
_SQLITE = {
    "article": "INSERT INTO article_search (rowid, title, body) VALUES (:number, :title, :keys || ' ' || :body)",
    "event": "INSERT INTO event_search (rowid, body) VALUES (:number, :keys || ' ' || :body)",
    "quote": "INSERT INTO quote_search (rowid, body) VALUES (:number, :keys || ' ' || :body)",
    "finding": "INSERT INTO finding_search (rowid, body) VALUES (:number, :keys || ' ' || :body)",
}
_POSTGRESQL = {
    kind: f"INSERT INTO {kind}_search (rowid, body) VALUES (:number, array_to_tsvector(string_to_array(:keys, ' ')) || "  # noqa: S608  names of ours
    "setweight(to_tsvector('simple', :title), 'A') || setweight(to_tsvector('simple', :body), 'D'))"
    for kind in _SQLITE
}


def entry_number(day: int, number: int) -> int:
    """The number of a row's entry."""
    return day << _BITS | number


def day_of(index: TableClause) -> ColumnElement[int]:
    """The day in an entry's number."""
    return index.c.rowid.bitwise_rshift(literal_column(str(_BITS)))


def row_of(index: TableClause) -> ColumnElement[int]:
    """The row's number in an entry's."""
    return index.c.rowid.bitwise_and(literal_column(str((1 << _BITS) - 1)))


@lru_cache(maxsize=100_000)
def token(space: str, value: str) -> str:
    """A key as the index holds it: ("state", "RUS") as "_" and thirteen letters (64 bits of its SHA-256)."""
    digest = hashlib.sha256(f"{space}\0{value}".encode("utf-8", "surrogatepass")).digest()
    return "_" + b32encode(digest[:8]).decode("ascii").rstrip("=").lower()


class Indexing:
    """The entries of a transaction, written together at its end."""

    def __init__(self) -> None:
        self.waiting: dict[AnswerKind, list[dict[str, Any]]] = {kind: [] for kind in INDICES}

    def add(
        self, kind: AnswerKind, day: int, number: int, keys: Iterable[tuple[str, str]], body: str = "", title: str = ""
    ) -> None:
        """Have a row found by these keys and words."""
        entry = {
            "number": entry_number(day, number),
            "keys": " ".join([EVERYTHING, *sorted({token(*key) for key in keys})]),
            "title": stemmed(title),
            "body": stemmed(body),
        }
        self.waiting[kind].append(entry)

    def write(self, connection: Connection) -> None:
        """Write them, in the order of their numbers: FTS5 would begin a new segment at each step back."""
        statements = _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL
        for kind, entries in self.waiting.items():
            if entries:
                entries.sort(key=lambda entry: entry["number"])
                connection.execute(text(statements[kind]), entries)
                entries.clear()


def matches(
    connection: Connection, kind: AnswerKind, keys: Iterable[Iterable[tuple[str, str]]], words: Wanted | None
) -> ColumnElement[bool]:
    """That an entry has one key of each group, and the words; any entry where nothing is asked."""
    tokens = [[token(*key) for key in group] for group in keys]
    if not tokens and words is None:
        tokens = [[EVERYTHING]]
    if connection.dialect.name == "sqlite":
        return _sql(f"{kind}_search MATCH :asked", fts5(tokens, words))
    return _sql(f"{kind}_search.body @@ CAST(:asked AS tsquery)", tsquery(tokens, words))


def worth(connection: Connection, words: Wanted) -> ColumnElement[float]:
    """How well an article answers words: the better, the lower; words of the title count for more."""
    if connection.dialect.name == "sqlite":
        return _sql("bm25(article_search, 5.0, 1.0)", None)
    return _sql("-ts_rank(article_search.body, CAST(:asked AS tsquery))", tsquery((), words))


def _sql(sql: str, asked: str | None) -> ColumnElement[Any]:
    made = TextClause(sql)
    return cast("ColumnElement[Any]", (made.bindparams(asked=asked) if asked is not None else made).self_group())
