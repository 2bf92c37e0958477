"""The contents that a page has had, and how two of them differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from typing import Any

from sqlalchemy import Connection, Select, select

from dragoman.errors import UsageError
from dragoman.records.dossier import Dossier
from dragoman.store.apply import corrected
from dragoman.store.dossiers import opened, unpacked
from dragoman.store.judgements import in_force
from dragoman.store.models import Article, Entity, Event, Finding, Quote, Reading, Version

_HEAD = ("title", "authors", "published", "outlet", "dateline", "tags", "views", "language")


@dataclass(frozen=True, slots=True)
class PageVersion:
    """One content of a page."""

    number: int
    """1 for the first."""
    digest: str
    """SHA-256 of the bytes."""
    source: str
    added: str


def versions(connection: Connection, article: str) -> list[PageVersion]:
    """The contents of an article, oldest first; `UsageError` where there is no such article."""
    statement = select(Version.number, Version.digest, Version.source, Version.added)
    statement = statement.join(Article, Article.pk == Version.article_pk).where(Article.id == article)
    found = [PageVersion(*row) for row in connection.execute(statement.order_by(Version.number))]
    if not found:
        raise UsageError(f"{article}: no article of this id in the record")
    return found


def dossier_json(connection: Connection, article: str, version: int | None = None) -> bytes:
    """The dossier of an article's content (the newest by default), byte for byte as it was kept."""
    kept = connection.execute(_newest_reading(connection, article, version)).scalar()
    if kept is None:
        raise UsageError(f"{article}: there is no version {version}")
    return unpacked(kept)


def with_corrections(connection: Connection, article: str) -> tuple[Dossier, dict[str, list[str]]]:
    """The dossier of an article with the corrections in force, and the fields corrected by the item's id in it."""
    dossier = opened(connection.execute(_newest_reading(connection, article, None)).scalar_one())
    pk = connection.execute(select(Article.pk).where(Article.id == article)).scalar_one()
    local = {identifier: where for where, identifier in ids(connection, article).items()}
    return corrected(dossier, local, in_force(connection, pk))


def ids(connection: Connection, article: str) -> dict[str, str]:
    """The record's ids of an article's items, by their ids in its dossier."""
    found: dict[str, str] = {}
    for table in (Event, Quote, Finding, Entity):
        statement = select(table.local, table.id).join(Article, Article.pk == table.article_pk)
        found.update((row[0], row[1]) for row in connection.execute(statement.where(Article.id == article)))
    return found


def source_bytes(connection: Connection, article: str, version: int | None = None) -> bytes:
    """The page itself, byte for byte."""
    number = version or versions(connection, article)[-1].number
    statement = select(Version.data).join(Article, Article.pk == Version.article_pk)
    kept = connection.execute(statement.where(Article.id == article, Version.number == number)).scalar()
    if kept is None:
        raise UsageError(f"{article}: there is no version {number}")
    return unpacked(kept)


def difference(connection: Connection, article: str, old: int, new: int) -> Iterator[str]:
    """The lines of the unified difference of two contents: head, then paragraphs."""
    sides = []
    for number in (old, new):
        kept = connection.execute(_newest_reading(connection, article, number)).scalar()
        if kept is None:
            raise UsageError(f"{article}: there is no version {number}")
        sides.append(_lines(opened(kept)))
    yield from unified_diff(sides[0], sides[1], fromfile=f"version {old}", tofile=f"version {new}", lineterm="", n=1)


def _newest_reading(connection: Connection, article: str, version: int | None) -> Select[Any]:
    number = version or versions(connection, article)[-1].number
    return (
        select(Reading.dossier)
        .join(Version, Version.pk == Reading.version_pk)
        .join(Article, Article.pk == Version.article_pk)
        .where(Article.id == article, Version.number == number)
        .order_by(Reading.pk.desc())
        .limit(1)
    )


def _lines(dossier: Dossier) -> list[str]:
    article = dossier.article
    head = []
    for name in _HEAD:
        value = getattr(article, name)
        if value not in (None, ()):
            head.append(f"{name}: {', '.join(value) if isinstance(value, tuple) else value}")
    return [*head, "", *article.text.split("\n\n")]
