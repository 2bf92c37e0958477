"""Connections to the record, and its errors in words that say what to do."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError
from sqlalchemy.pool import NullPool

from dragoman.errors import RecordError
from dragoman.store.place import Place

WAIT_S = 30.0
"""How long one program waits for another that writes to the record."""
_CACHE_KIB = 65_536
_MMAP_BYTES = 1 << 30
_WRITERS = 0x44524147
"""Number of PostgreSQL's advisory lock by which writers wait for each other; "DRAG"."""
_FULL = ("database or disk is full", "disk I/O error", "No space left")


class Engines:
    """One engine for questions and one for changes, made when first used."""

    def __init__(self, place: Place, wait_s: float = WAIT_S) -> None:
        self.place = place
        self._wait_s = wait_s
        self._engine: Engine | None = None

    @property
    def sqlite(self) -> bool:
        """Whether the record is a SQLite file."""
        return self.place.path is not None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the record throughout."""
        with said(self.place), self._made().connect() as connection:
            yield connection if self.sqlite else connection.execution_options(isolation_level="REPEATABLE READ")

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all of it is kept, or nothing. Those who write wait for each other."""
        with said(self.place), self._made().connect() as connection:
            connection.info["writing"] = True
            try:
                with connection.begin():
                    if not self.sqlite:
                        connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _WRITERS})
                    yield connection
            finally:
                connection.info["writing"] = False

    def close(self) -> None:
        """Give back what the engine holds."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def _made(self) -> Engine:
        if self._engine is None:
            self._engine = self._sqlite() if self.sqlite else self._postgresql()
        return self._engine

    def _sqlite(self) -> Engine:
        engine = create_engine(
            self.place.url, connect_args={"timeout": self._wait_s}, pool_size=2, json_serializer=_json
        )
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine

    def _postgresql(self) -> Engine:
        try:
            return create_engine(self.place.url, poolclass=NullPool, json_serializer=_json)
        except ModuleNotFoundError as error:
            raise RecordError(f"PostgreSQL needs {error.name}: pip install 'dragoman[postgresql]'") from error


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
    for pragma in (
        "foreign_keys = ON",
        "synchronous = FULL",  # what is committed outlives a power cut
        f"cache_size = -{_CACHE_KIB}",
        f"mmap_size = {_MMAP_BYTES}",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A writer takes its place at once: one that began as a reader could not wait for another writer.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.info.get("writing") else "BEGIN")


@contextmanager
def said(place: Place) -> Iterator[None]:
    """What goes wrong with the database, as a `RecordError` that names the record."""
    try:
        yield
    except DBAPIError as error:
        raise RecordError(f"{place.shown}: {_reason(error, place)}") from error
    except sqlite3.Error as error:
        raise RecordError(f"{place.shown}: {_words(str(error), place)}") from error


def _reason(error: DBAPIError, place: Place) -> str:
    original: Any = error.orig
    words = " ".join(str(original).split())
    if place.path is None and isinstance(error, OperationalError):
        return f"the server cannot be asked ({words})"
    if isinstance(error, DatabaseError):
        return _words(words, place)
    return words


def _words(words: str, place: Place) -> str:
    if "locked" in words or "busy" in words:
        return f"another program has been writing to the record for {WAIT_S:.0f} s; try again when it is done"
    if any(sign in words for sign in _FULL):
        return (
            "the disk is full; what was done before is safe, and nothing is half done. Make room and run the same again"
        )
    if "readonly" in words:
        return "this user may not write to it"
    if "unable to open" in words:
        folder = place.path.parent if place.path else ""
        return f"cannot be opened (is there a folder {folder}, and may this user write there?)"
    if "not a database" in words or "malformed" in words:
        return f"damaged, or not a record ({words}). `dragoman check-record` says more; take the last backup"
    return words
