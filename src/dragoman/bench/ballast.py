"""Ballast for measuring the record: the articles that it has, again under ids, places and numbers of their own.

To read a hundred thousand articles in takes twenty minutes of a processor; what the record costs when it is large does not
depend on how it came to be so. The copies are made by SQL, table by table, a copy of everything in each transaction; their
entries in the indices are those that the articles were kept with.
"""

import hashlib
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.store.selection import AnswerKind

# ruff: noqa: S608  names of our own tables
_NUMBERS = {
    "articles": ("pk", "reading_pk", "drawn"),
    "locations": ("article_pk",),
    "versions": ("pk", "article_pk"),
    "readings": ("pk", "version_pk"),
    "events": ("pk", "article_pk"),
    "quotes": ("pk", "article_pk"),
    "findings": ("pk", "article_pk"),
    "entities": ("pk", "article_pk"),
}
"""Columns that hold numbers of rows, by table."""
_OF = {"reading_pk": "readings", "drawn": "articles", "article_pk": "articles", "version_pk": "versions"}
"""Whose numbers these are; `pk` is the table's own."""
_NAMES = {"id", "name", "digest", "source"}
"""Columns whose values are nobody else's."""
_KINDS: dict[AnswerKind, str] = {"article": "articles", "event": "events", "quote": "quotes", "finding": "findings"}


def multiply(file: Path, times: int, entries: Mapping[AnswerKind, Sequence[Mapping[str, Any]]]) -> None:
    """Make a record `times` as large. `entries`: those of its indices, as `Indexing` had them."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.create_function("another", 2, _another, deterministic=True)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -262144")
    most = {
        table: connection.execute(f"SELECT max(pk) FROM {table}").fetchone()[0]
        for table in _NUMBERS
        if table != "locations"
    }
    ordered = {kind: sorted(entries[kind], key=_number) for kind in _KINDS}
    for copy in range(1, times):
        connection.execute("BEGIN IMMEDIATE")
        for table, numbers in _NUMBERS.items():
            _copy(connection, table, numbers, most, copy)
        for kind, table in _KINDS.items():
            title, value = ("title, ", ":title, ") if kind == "article" else ("", "")
            connection.executemany(
                f"INSERT INTO {kind}_search (rowid, {title}body) VALUES (:number + {most[table] * copy}, {value}:keys || ' ' || :body)",
                ordered[kind],
            )
        connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _number(entry: Mapping[str, Any]) -> int:
    number: int = entry["number"]
    return number


def _copy(
    connection: sqlite3.Connection, table: str, numbers: Sequence[str], most: Mapping[str, int], copy: int
) -> None:
    values, last = [], most.get(table, 0)
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    for name in names:
        if name in numbers:
            values.append(f'"{name}" + {most[_OF.get(name, table)] * copy}')
        elif name in _NAMES and (name != "name" or table == "locations"):
            values.append(f'another("{name}", {copy})')
        else:
            values.append(f'"{name}"')
    within = "article_pk" if table == "locations" else "pk"
    listed = ", ".join(f'"{name}"' for name in names)
    connection.execute(
        f"INSERT INTO {table} ({listed}) SELECT {', '.join(values)} FROM {table} WHERE {within} <= ?",
        (last or most["articles"],),
    )


def _another(name: str | None, copy: int) -> str | None:
    """A name of the same shape: "ev_" and other letters, or the same place with a number behind it."""
    if name is None:
        return None
    if "://" in name:
        return f"{name}/{copy}"
    scattered = hashlib.sha256(f"{name} {copy}".encode()).hexdigest()
    return name[:3] + scattered[3 : len(name)]
