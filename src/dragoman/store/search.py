"""Full-text search in the articles, with the words found marked in an excerpt."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select, text

from dragoman.records.kept import Hit
from dragoman.store.answers import ARTICLE, kept_article
from dragoman.store.dossiers import opened
from dragoman.store.models import Article, Reading
from dragoman.store.query import Page
from dragoman.store.selection import Filter
from dragoman.store.stems import stems_at
from dragoman.store.wording import Wanted, wanted

Plain = Any
"""A column, or a value of any kind that JSON has."""

_MANY = 5_000
"""Articles found from which they are given newest first: among so many, how often a word stands says little."""
_EXCERPT = 240
"""Characters of an excerpt."""
_COUNT = {
    True: "SELECT count(*) FROM (SELECT 1 FROM article_search WHERE article_search MATCH :words LIMIT :many)",
    False: "SELECT count(*) FROM (SELECT 1 FROM article_search WHERE body @@ CAST(:words AS tsquery) LIMIT :many) AS counted",
}
_BEST = {
    True: "SELECT rowid AS pk FROM article_search WHERE article_search MATCH :words "
    "AND rank MATCH 'bm25(5.0, 1.0)' ORDER BY rank",
    False: "SELECT pk FROM article_search WHERE body @@ CAST(:words AS tsquery) "
    "ORDER BY ts_rank(body, CAST(:words AS tsquery)) DESC, pk",
}


def search(connection: Connection, words: str, asked: Filter, limit: int, offset: int = 0) -> list[Hit]:
    """The articles that have these words, the best first.

    Newest first where there are very many, or where the filter asks for something else besides.
    """
    sought = wanted(words)
    sqlite = connection.dialect.name == "sqlite"
    query = sought.fts5() if sqlite else sought.tsquery()
    many = connection.execute(text(_COUNT[sqlite]), {"words": query, "many": _MANY}).scalar_one() >= _MANY
    if many or asked != Filter():
        found = _newest(connection, words, asked, limit, offset)
    else:
        found = _best(connection, query, sqlite, limit, offset)
    return [_hit(connection, pk, row, sought) for pk, row in found]


def _newest(connection: Connection, words: str, asked: Filter, limit: int, offset: int) -> Iterable[tuple[int, Any]]:
    from dataclasses import replace

    from dragoman.store.query import rows

    statement = rows(
        connection, "article", replace(asked, text=words), Page("-date", limit, offset), (Article.reading_pk, *ARTICLE)
    )
    if statement is not None:
        for row in connection.execute(statement).all():
            yield row[0], row[1:]


def _best(connection: Connection, query: str, sqlite: bool, limit: int, offset: int) -> Iterable[tuple[int, Any]]:
    skipped = 0
    given = 0
    ranked = connection.execute(text(_BEST[sqlite]), {"words": query})
    # Numbers of readings that have been replaced are still in the index: they are passed over.
    while given < limit and (some := ranked.fetchmany(limit + 10)):
        pks = [pk for (pk,) in some]
        here = {
            row[0]: row[1:]
            for row in connection.execute(select(Article.reading_pk, *ARTICLE).where(Article.reading_pk.in_(pks)))
        }
        for pk in pks:
            if pk not in here or given >= limit:
                continue
            if skipped < offset:
                skipped += 1
                continue
            given += 1
            yield pk, here[pk]
    ranked.close()


def _hit(connection: Connection, reading_pk: int, row: Plain, sought: Wanted) -> Hit:
    kept = connection.execute(select(Reading.dossier).where(Reading.pk == reading_pk)).scalar_one()
    whole = opened(kept).article.text
    excerpt, marks = excerpt_of(whole, sought)
    return Hit(kept_article(row), excerpt, marks)


def excerpt_of(whole: str, sought: Wanted) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The stretch of a text in which most of the words stand, and where they stand in it."""
    stems, beginnings = sought.stems(), sought.beginnings()
    found = [
        (start, end, s) for start, end, s in stems_at(whole) if s in stems or (beginnings and s.startswith(beginnings))
    ]
    if not found:
        return whole[:_EXCERPT].replace("\n", " "), ()
    best = max(range(len(found)), key=lambda i: (_different(found, i), -i))
    first = max(0, found[best][0] - _EXCERPT // 4)
    first = whole.find(" ", first) + 1 if first else 0
    first = min(first, found[best][0])
    last = min(len(whole), first + _EXCERPT)
    if last < len(whole) and (space := whole.rfind(" ", found[best][1], last)) > 0:
        last = space
    marks = tuple((start - first, end - first) for start, end, _ in found if first <= start and end <= last)
    return whole[first:last].replace("\n", " "), marks


def _different(found: list[tuple[int, int, str]], i: int) -> int:
    """How many different words stand within one excerpt from the i-th one found."""
    return len({s for start, _, s in found[i : i + 50] if start < found[i][0] + _EXCERPT * 3 // 4})
