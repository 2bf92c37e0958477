"""Full-text search in the articles, with the words found marked in an excerpt."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, func, literal, select

from dragoman.records.kept import Hit
from dragoman.store.answers import ARTICLE, kept_article
from dragoman.store.dossiers import text_of
from dragoman.store.index import INDICES, matches, row_of, worth
from dragoman.store.models import Article, Reading
from dragoman.store.query import Page, rows
from dragoman.store.selection import Filter
from dragoman.store.stems import stems_at
from dragoman.store.wording import Wanted, wanted

Plain = Any
"""A column, or a value of any kind that JSON has."""

_MANY = 5_000
"""Articles found from which they are given newest first: among so many, how often a word stands says little."""
_EXCERPT = 240
"""Characters of an excerpt."""


def search(connection: Connection, words: str, asked: Filter, limit: int, offset: int = 0) -> list[Hit]:
    """The articles that have these words, the best first.

    Newest first where there are very many, or where the filter asks for something else besides.
    """
    sought = wanted(words)
    index = INDICES["article"]
    here = matches(connection, "article", (), sought)
    some = select(literal(1)).select_from(index).where(here).limit(_MANY).subquery()
    many = connection.execute(select(func.count()).select_from(some)).scalar_one() >= _MANY
    columns: Sequence[Plain] = (Article.reading_pk, *ARTICLE)
    if many or asked != Filter():
        statement = rows(connection, "article", replace(asked, text=words), Page("-date", limit, offset), columns)
    else:
        ranked = select(*columns).select_from(index).join(Article, Article.drawn == row_of(index)).where(here)
        ranked = ranked.order_by(worth(connection, sought), index.c.rowid.desc())
        statement = ranked.limit(limit).offset(offset)
    return [_hit(connection, row[0], row[1:], sought) for row in connection.execute(statement).all()]


def _hit(connection: Connection, reading_pk: int, row: Plain, sought: Wanted) -> Hit:
    kept = connection.execute(select(Reading.dossier).where(Reading.pk == reading_pk)).scalar_one()
    whole = text_of(kept)
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
