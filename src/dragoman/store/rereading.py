"""A newer program applied to what is kept, and what it says otherwise than the one before."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from dragoman.records.kept import Judgement
from dragoman.records.source import Source
from dragoman.store.dossiers import source_again, unpacked
from dragoman.store.judge import history
from dragoman.store.keep import Entry, keep_again
from dragoman.store.models import Article, Entity, Event, Finding, Quote, Reading, Version

Plain = Any
"""A column, or a value of any kind that JSON has."""

if TYPE_CHECKING:
    from dragoman.store.record import Record

_AT_ONCE = 20
_COMPARED: dict[str, tuple[Any, tuple[str, ...]]] = {
    "event": (Event, ("type", "mode", "contexts", "factuality", "date_start", "date_end", "actors", "recipients", "place",
                      "asserted_by", "detail")),
    "quote": (Quote, ("speaker", "addressee", "cue", "direct", "words", "date_start", "date_end")),
    "finding": (Finding, ("kind", "severity", "message", "suggestion")),
    "entity": (Entity, ("kind", "name", "state", "sector", "office", "latitude", "longitude", "geonames", "wikidata")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is read otherwise."""

    item: str
    kind: str
    what: str
    """"new", "gone", or the name of the field."""
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading an article again has changed."""

    article: str
    source: str
    changes: tuple[Change, ...]
    aside: tuple[Judgement, ...]
    """Corrections that were set aside by it."""


def to_read(record: "Record", program: str | None) -> Iterator[tuple[str, Source]]:
    """The newest content of every article, with its id; only those that another program than `program` has read."""
    after = 0
    while True:
        statement = (
            select(Article.pk, Article.id, Version.given, Version.data)
            .join(Reading, Reading.pk == Article.reading_pk)
            .join(Version, Version.pk == Reading.version_pk)
            .where(Article.pk > after)
            .order_by(Article.pk)
            .limit(_AT_ONCE)
        )
        if program is not None:
            # "dragoman 1.2.0, en-reader 1.0": the program stands first.
            statement = statement.where(Reading.program != program, Reading.program.not_like(f"{program}, %"))
        with record.reading() as connection:
            some = connection.execute(statement).all()
        if not some:
            return
        for row in some:
            after = row.pk
            yield row.id, source_again(row.given, unpacked(row.data))


def reread(record: "Record", article: str, entry: Entry) -> Reread:
    """Keep a new reading of an article, and say what it changes."""
    with record.writing() as (connection, indexing):
        pk = connection.execute(select(Article.pk).where(Article.id == article)).scalar_one()
        before = _shown(connection, pk)
        aside_before = {j.id for j in history(connection, article, "aside")}
        if not keep_again(connection, indexing, pk, entry):
            return Reread(article, entry.source.name, (), ())
        changes = tuple(_changes(before, _shown(connection, pk)))
        aside = tuple(j for j in history(connection, article, "aside") if j.id not in aside_before)
        return Reread(article, entry.source.name, changes, aside)


def _shown(connection: Connection, article_pk: int) -> dict[str, tuple[str, str, dict[str, Any]]]:
    """What is kept of an article: by id the kind, the words, and what is compared."""
    found = {}
    for kind, (table, names) in _COMPARED.items():
        columns = [getattr(table, name) for name in names]
        for row in connection.execute(select(table.id, table.words, *columns).where(table.article_pk == article_pk)):
            found[row[0]] = (kind, row[1], dict(zip(names, row[2:], strict=True)))
    return found


def _changes(
    before: dict[str, tuple[str, str, dict[str, Any]]], after: dict[str, tuple[str, str, dict[str, Any]]]
) -> Iterator[Change]:
    for item, (kind, words, values) in before.items():
        if item not in after:
            yield Change(item, kind, "gone", words, None)
            continue
        for name, value in values.items():
            new = after[item][2][name]
            if new != value:
                yield Change(item, kind, name, _brief(value), _brief(new))
    for item, (kind, words, _) in after.items():
        if item not in before:
            yield Change(item, kind, "new", None, words)


def _brief(value: Plain) -> str | None:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return ", ".join(f"{name} {one}" for name, one in value.items() if one not in (None, [], "") and name != "kind")
    return None if value is None else str(value)
