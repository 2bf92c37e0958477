"""Whether a record is sound: the file, the references, every page, every dossier, and the rows drawn from it."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, func, select, text

from dragoman.store.apply import MisfitError, corrected
from dragoman.store.dossiers import opened, unpacked
from dragoman.store.index import INDICES, entry_number, matches
from dragoman.store.judgements import in_force
from dragoman.store.keep import digest
from dragoman.store.models import Article, Entity, Event, Finding, Quote, Reading, Version
from dragoman.store.rows import event_rows, quote_rows
from dragoman.store.selection import AnswerKind
from dragoman.store.settle import writable


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at."""

    articles: int
    versions: int
    readings: int
    events: int
    quotes: int


def census(connection: Connection) -> Checked:
    """How much the record holds."""
    counts = [
        connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in (Article, Version, Reading, Event, Quote)
    ]
    return Checked(*counts)


def problems(connection: Connection) -> Iterator[str]:
    """What is wrong, one line each; nothing where the record is sound."""
    if connection.dialect.name == "sqlite":
        for (line,) in connection.execute(text("PRAGMA integrity_check")):
            if line != "ok":
                yield f"the file is damaged: {line}"
        for row in connection.execute(text("PRAGMA foreign_key_check")):
            yield f"a row of {row[0]} points to a row of {row[2]} that is not there"
        for name in (index.name for index in INDICES.values()):
            try:
                connection.execute(text(f"INSERT INTO {name} ({name}) VALUES ('integrity-check')"))  # noqa: S608  names of ours
            except Exception as error:  # noqa: BLE001  whatever it is, it is what was looked for
                yield f"the index of words {name} is damaged ({error})"
    for pk, kept in connection.execution_options(yield_per=50).execute(
        select(Version, Version.pk).with_only_columns(Version.pk, Version.data)
    ):
        try:
            data = unpacked(kept)
        except zlib.error:
            yield f"version {pk}: its page cannot be unpacked"
            continue
        expected = connection.execute(select(Version.digest).where(Version.pk == pk)).scalar_one()
        if digest(data) != expected:
            yield f"version {pk}: its page is not the one that was kept"
    for pk, identifier in connection.execute(select(Article.pk, Article.id).order_by(Article.pk)).all():
        yield from (f"{identifier}: {problem}" for problem in _article(connection, pk))


def _article(connection: Connection, pk: int) -> Iterator[str]:
    row = connection.execute(select(Article.reading_pk, Article.versions).where(Article.pk == pk)).one()
    numbers = (
        connection.execute(select(Version.number).where(Version.article_pk == pk).order_by(Version.number))
        .scalars()
        .all()
    )
    if list(numbers) != list(range(1, row.versions + 1)):
        yield f"versions {list(numbers)} where {row.versions} are said to be"
    kept = connection.execute(select(Reading.dossier).where(Reading.pk == row.reading_pk)).scalar()
    if kept is None:
        yield "it has no reading"
        return
    try:
        dossier = opened(kept)
    except (ValidationError, ValueError, zlib.error):
        yield "its dossier cannot be read"
        return
    local: dict[str, str] = {}
    for table in (Event, Quote, Finding, Entity):
        local.update(
            (row[0], row[1]) for row in connection.execute(select(table.id, table.local).where(table.article_pk == pk))
        )
    try:
        shown, _ = corrected(dossier, local, in_force(connection, pk))
    except (MisfitError, KeyError) as error:
        yield f"its corrections do not fit ({error})"
        return
    events = {row.local: row for row in connection.execute(select(Event).where(Event.article_pk == pk))}
    expected = dict(event_rows(shown))
    if set(events) != set(expected):
        yield f"{len(events)} events kept, {len(expected)} in its dossier"
    for name, made in expected.items():
        if name in events and any(
            getattr(events[name], column) != value for column, value in writable(made.values).items()
        ):
            yield f"event {events[name].id} is not what its dossier says"
    yield from _unfound(connection, pk)
    quotes = connection.execute(select(func.count()).select_from(Quote).where(Quote.article_pk == pk)).scalar_one()
    if quotes != len(list(quote_rows(shown))):
        yield f"{quotes} quotations kept, {len(shown.quotes)} in its dossier"


def _unfound(connection: Connection, article_pk: int) -> Iterator[str]:
    """What of an article the index does not lead to."""
    row = connection.execute(
        select(Article.id, Article.drawn, Article.published_day).where(Article.pk == article_pk)
    ).one()
    places: dict[AnswerKind, set[int]] = {"article": {entry_number(row.published_day, row.drawn or 0)}}
    tables: tuple[tuple[AnswerKind, Any], ...] = (("event", Event), ("quote", Quote), ("finding", Finding))
    for kind, table in tables:
        rows = connection.execute(select(table.day, table.pk).where(table.article_pk == article_pk))
        places[kind] = {entry_number(day, number) for day, number in rows}
    for kind, wanted in places.items():
        index = INDICES[kind]
        entries = select(index.c.rowid).where(matches(connection, kind, [[("article", row.id)]], None))
        if not wanted <= set(connection.execute(entries).scalars()):
            yield f"the index does not lead to every {kind} of it"
