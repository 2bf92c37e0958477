"""Keeping what was read: a page once, its contents as versions; in one transaction."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection, insert, select, update

from dragoman.records.dossier import Dossier
from dragoman.records.source import Source
from dragoman.store.clock import now
from dragoman.store.dossiers import given, opened, packed, says_the_same
from dragoman.store.index import Indexing
from dragoman.store.match import article_id
from dragoman.store.models import Article, Location, Reading, Version
from dragoman.store.settle import article_values, settle, writable

Status = Literal["added", "changed", "known"]
_IS_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something read, ready to be kept."""

    source: Source
    dossier: Dossier
    encoded: bytes
    """The dossier's JSON, as it is to be given back."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of an entry: a new article, a new version of one, or nothing, as its content was known."""

    status: Status
    article: str
    """The article's id."""


@dataclass(frozen=True, slots=True)
class Known:
    """An article that has a content."""

    article_pk: int
    article: str
    located: bool
    """Whether the place that the content was found at is remembered."""


def digest(data: bytes) -> str:
    """How contents are told apart."""
    return hashlib.sha256(data).hexdigest()


def location(source: Source) -> str | None:
    """Where a page is: its URL without the fragment, or its file's full path; `None` of standard input."""
    name = source.name
    if not _IS_URL.match(name):
        if "-" in (name, source.within):
            return None
        # What has no address of its own in an archive or feed is known by its name there.
        name = f"{_full(source.within)}#{name}" if source.within else _full(name)
        return str(writable(name))
    return str(writable(name.partition("#")[0]))


def _full(name: str) -> str:
    return name if _IS_URL.match(name) else str(Path(name).absolute())


def known(connection: Connection, source: Source) -> Known | None:
    """The article that has this content among its versions."""
    statement = select(Article.pk, Article.id).join(Version, Version.article_pk == Article.pk)
    found = connection.execute(statement.where(Version.digest == digest(source.data))).first()
    if found is None:
        return None
    where = location(source)
    return Known(found.pk, found.id, where is None or _at(connection, where) is not None)


def keep(connection: Connection, indexing: Indexing, entry: Entry) -> Kept:
    """Keep one entry."""
    content = digest(entry.source.data)
    there = known(connection, entry.source)
    if there:
        locate(connection, entry.source, there.article_pk)
        return Kept("known", there.article)
    before = _at(connection, location(entry.source))
    moment = now()
    if before is None:
        values = article_values(entry.dossier, {}) | {"id": article_id(content), "added": moment, "versions": 0}
        article_pk = connection.execute(insert(Article).returning(Article.pk), values).scalar_one()
        locate(connection, entry.source, article_pk)
    else:
        article_pk = before
    number = connection.execute(
        update(Article)
        .where(Article.pk == article_pk)
        .values(versions=Article.versions + 1)
        .returning(Article.versions)
    ).scalar_one()
    version = {
        "article_pk": article_pk,
        "number": number,
        "digest": content,
        "source": writable(entry.source.name),
        "given": writable(given(entry.source)),
        "added": moment,
        "data": packed(entry.source.data),
    }
    version_pk = connection.execute(insert(Version).returning(Version.pk), version).scalar_one()
    settle(connection, indexing, article_pk, _reading(connection, version_pk, entry, moment), entry.dossier)
    identifier = connection.execute(select(Article.id).where(Article.pk == article_pk)).scalar_one()
    return Kept("added" if before is None else "changed", identifier)


def keep_again(connection: Connection, indexing: Indexing, article_pk: int, entry: Entry) -> bool:
    """Keep a new reading of an article's newest version; whether it says anything else than the one before.

    Where it says the same, it takes that one's place; otherwise the earlier reading is kept beside it.
    """
    reading = connection.execute(
        select(Reading).join(Article, Article.reading_pk == Reading.pk).where(Article.pk == article_pk)
    ).one()
    if says_the_same(opened(reading.dossier), entry.dossier):
        program = ", ".join((entry.dossier.program, *entry.dossier.models))
        values = {"program": program, "dossier": packed(entry.encoded)}
        connection.execute(update(Reading).where(Reading.pk == reading.pk).values(values))
        connection.execute(update(Article).where(Article.pk == article_pk).values(program=program))
        return False
    pk = _reading(connection, reading.version_pk, entry, now())
    settle(connection, indexing, article_pk, pk, entry.dossier)
    return True


def locate(connection: Connection, source: Source, article_pk: int) -> None:
    """Remember one more place of a page; a place that is another page's stays that one's."""
    where = location(source)
    if where and _at(connection, where) is None:
        connection.execute(insert(Location), {"name": where, "article_pk": article_pk})


def _reading(connection: Connection, version_pk: int, entry: Entry, moment: str) -> int:
    values = {
        "version_pk": version_pk,
        "program": ", ".join((entry.dossier.program, *entry.dossier.models)),
        "read": moment,
        "dossier": packed(entry.encoded),
    }
    return connection.execute(insert(Reading).returning(Reading.pk), values).scalar_one()


def _at(connection: Connection, where: str | None) -> int | None:
    return connection.execute(select(Location.article_pk).where(Location.name == where)).scalar() if where else None
