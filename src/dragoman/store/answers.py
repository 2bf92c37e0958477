"""Answers to questions: typed objects in a list that can also give itself as an Arrow table or a pandas frame."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

from sqlalchemy import Connection

from dragoman.errors import UsageError
from dragoman.records.event import (
    Access,
    Agreement,
    Casualties,
    Detail,
    Exercise,
    Number,
    Training,
    Transfer,
    Visit,
)
from dragoman.records.flat import columns
from dragoman.records.frames import arrow
from dragoman.records.kept import KeptArticle, KeptEvent, KeptFinding, KeptQuote
from dragoman.store.models import Article, Event, Finding, Quote
from dragoman.store.query import Page, rows
from dragoman.store.selection import AnswerKind, Filter

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Answer_co = TypeVar("Answer_co", covariant=True)
_DETAILS = {
    "visit": Visit, "agreement": Agreement, "transfer": Transfer, "training": Training, "exercise": Exercise,
    "access": Access, "casualties": Casualties,
}  # fmt: skip
ARTICLE = (
    Article.id, Article.source, Article.outlet, Article.language, Article.title, Article.authors, Article.published,
    Article.dateline, Article.tags, Article.topics, Article.states, Article.versions, Article.events, Article.quotes,
    Article.findings, Article.corrected, Article.added, Article.program,
)  # fmt: skip
_EVENT = (
    Event.id, Article.id, Article.source, Article.outlet, Article.language, Article.title, Article.published, Event.type,
    Event.mode, Event.contexts, Event.factuality, Event.date_start, Event.date_end, Event.date_precision, Event.actors,
    Event.actor_states, Event.actor_sectors, Event.recipients, Event.recipient_states, Event.recipient_sectors, Event.place,
    Event.place_state, Event.latitude, Event.longitude, Event.geonames, Event.asserted_by, Event.detail, Event.words,
    Event.start, Event.end, Event.confidence, Event.corrected, Event.added,
)  # fmt: skip
_QUOTE = (
    Quote.id, Article.id, Article.source, Article.outlet, Article.published, Quote.speaker, Quote.speaker_state,
    Quote.speaker_office, Quote.addressee, Quote.cue, Quote.direct, Quote.words, Quote.date_start, Quote.date_end,
    Quote.occasion, Quote.start, Quote.end, Quote.corrected,
)  # fmt: skip
_FINDING = (
    Finding.id, Article.id, Article.source, Article.outlet, Article.published, Finding.kind, Finding.severity,
    Finding.message, Finding.suggestion, Finding.words, Finding.start, Finding.end,
)  # fmt: skip


class Answers(Sequence[Answer_co]):
    """What a question found, in order."""

    def __init__(self, found: Sequence[Answer_co], shape: type[Answer_co]) -> None:
        self._found = list(found)
        self.shape = shape

    @overload
    def __getitem__(self, index: int) -> Answer_co: ...
    @overload
    def __getitem__(self, index: slice) -> "Answers[Answer_co]": ...
    def __getitem__(self, index: int | slice) -> "Answer_co | Answers[Answer_co]":
        """One answer, or a part of them."""
        if isinstance(index, slice):
            return Answers(self._found[index], self.shape)
        return self._found[index]

    def __len__(self) -> int:
        return len(self._found)

    def to_arrow(self, detail: str | None = None) -> "pa.Table":
        """An Arrow table; with `detail` ("transfer") the fields of that detail have columns of their own."""
        try:
            return arrow(self._found, columns(cast("type", self.shape), detail))
        except ModuleNotFoundError as error:
            raise UsageError("Arrow needs pyarrow: pip install 'dragoman[tables]'") from error

    def to_pandas(self, detail: str | None = None) -> "pd.DataFrame":
        """A pandas frame, with the columns of `to_arrow`."""
        try:
            return self.to_arrow(detail).to_pandas()
        except ModuleNotFoundError as error:
            raise UsageError("pandas is not installed: pip install 'dragoman[tables]'") from error

    def __repr__(self) -> str:
        return f"Answers({self._found!r})"


def articles(connection: Connection, asked: Filter, page: Page) -> Answers[KeptArticle]:
    """Articles."""
    return Answers(_ask(connection, "article", asked, page, ARTICLE, kept_article), KeptArticle)


def events(connection: Connection, asked: Filter, page: Page) -> Answers[KeptEvent]:
    """Events."""
    return Answers(_ask(connection, "event", asked, page, _EVENT, _kept_event), KeptEvent)


def quotes(connection: Connection, asked: Filter, page: Page) -> Answers[KeptQuote]:
    """Quotations."""
    return Answers(_ask(connection, "quote", asked, page, _QUOTE, _kept_quote), KeptQuote)


def findings(connection: Connection, asked: Filter, page: Page) -> Answers[KeptFinding]:
    """Findings."""
    return Answers(_ask(connection, "finding", asked, page, _FINDING, lambda row: KeptFinding(*row)), KeptFinding)


def kept_article(row: Sequence[Any]) -> KeptArticle:
    """The article of a row of `ARTICLE`."""
    return KeptArticle(*_frozen(row))


def _kept_event(row: Sequence[Any]) -> KeptEvent:
    values = _frozen(row)
    values[_DETAIL_AT] = _detail(values[_DETAIL_AT])
    return KeptEvent(*values)


def _kept_quote(row: Sequence[Any]) -> KeptQuote:
    return KeptQuote(*_frozen(row))


def _frozen(row: Iterable[Any]) -> list[Any]:
    return [tuple(value) if isinstance(value, list) else value for value in row]


def _detail(kept: dict[str, Any] | None) -> Detail | None:
    if kept is None:
        return None
    values = {}
    for name, value in kept.items():
        if isinstance(value, dict):
            value = Number(**value)
        elif isinstance(value, list):
            value = tuple(value)
        # `from` is a word of Python's own: the records call it `from_`.
        values["from_" if name == "from" else name] = value
    return cast("Detail", _DETAILS[kept["kind"]](**values))


_DETAIL_AT = _EVENT.index(Event.detail)


def _ask(
    connection: Connection,
    kind: AnswerKind,
    asked: Filter,
    page: Page,
    columns: Sequence[Any],
    made: Callable[[Sequence[Any]], Answer_co],
) -> list[Answer_co]:
    return [made(row) for row in connection.execute(rows(connection, kind, asked, page, columns))]
