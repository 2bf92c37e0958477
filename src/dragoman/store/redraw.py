"""Rows made again from what they were drawn from, where a new step has other rows: nothing of a record is lost by it."""

from sqlalchemy import Connection, select

from dragoman.store.dossiers import opened
from dragoman.store.index import Indexing
from dragoman.store.models import Article, Reading
from dragoman.store.settle import settle


def redraw(connection: Connection) -> None:
    """Draw the rows of every article that stands in no index; ids and corrections stay as they are."""
    waiting = select(Article.pk, Article.reading_pk).where(Article.drawn.is_(None), Article.reading_pk.is_not(None))
    for article in connection.execute(waiting.order_by(Article.pk)).all():
        kept = connection.execute(select(Reading.dossier).where(Reading.pk == article.reading_pk)).scalar_one()
        indexing = Indexing()
        settle(connection, indexing, article.pk, article.reading_pk, opened(kept))
        indexing.write(connection)
