"""Judgements of people, kept: read, undone, set aside; none is ever deleted."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select, update

from dragoman.records.kept import Judgement
from dragoman.store.clock import now
from dragoman.store.models import Judgement as Table

COLUMNS = (
    Table.id, Table.kind, Table.subject, Table.subject_kind, Table.other, Table.field, Table.was, Table.becomes,
    Table.author, Table.made, Table.reason, Table.words, Table.state, Table.state_since, Table.state_by, Table.state_reason,
)  # fmt: skip


def in_force(connection: Connection, article_pk: int) -> list[Judgement]:
    """The corrections of an article that hold, oldest first: of two on one field the later one counts."""
    statement = select(*COLUMNS).where(
        Table.article_pk == article_pk, Table.state == "active", Table.kind == "correction"
    )
    return made(connection.execute(statement.order_by(Table.pk)).all())


def made(rows: Iterable[Iterable[Any]]) -> list[Judgement]:
    """Judgements of their rows."""
    return [Judgement(*row) for row in rows]


def set_aside(connection: Connection, identifier: str, reason: str) -> None:
    """Take a judgement out of force until a person looks at it."""
    change_state(connection, identifier, "aside", None, reason)


def change_state(connection: Connection, identifier: str, state: str, by: str | None, reason: str) -> None:
    """Say that a judgement no longer holds, since now and why."""
    values = {"state": state, "state_since": now(), "state_by": by, "state_reason": reason}
    connection.execute(update(Table).where(Table.id == identifier).values(values))
