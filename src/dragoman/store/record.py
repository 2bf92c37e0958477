"""The record: opened once, then asked, added to, corrected.

with Record.open("record.sqlite") as record:
    for event in record.events(Filter(states=("RUS", "UZB"), since="2021")):
        print(event.date_start, event.type, event.words)
"""

import getpass
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from dragoman.records.dossier import Dossier
from dragoman.records.kept import Count, Hit, Judgement, KeptArticle, KeptEvent, KeptFinding, KeptQuote
from dragoman.records.source import Source
from dragoman.store import answers, calendar, history, judge, pair, soundness
from dragoman.store import search as searching
from dragoman.store.backup import backup
from dragoman.store.engine import WAIT_S, Engines
from dragoman.store.index import Indexing
from dragoman.store.keep import Entry, Kept, keep, known, locate
from dragoman.store.opening import opened
from dragoman.store.place import place
from dragoman.store.query import Page
from dragoman.store.selection import Filter

EVERYTHING = Filter()
NEWEST = Page()


class Record:
    """A record that is open; `open` makes one. Its errors are `RecordError` and `UsageError`."""

    def __init__(self, engines: Engines) -> None:
        self.engines = engines

    @classmethod
    def open(cls, where: str | Path | None = None, *, make: bool = False, wait_s: float = WAIT_S) -> Self:
        """A SQLite file or "postgresql://…"; by default the user's own. With `make` it is made where there is none."""
        return cls(opened(place(where), make=make, wait_s=wait_s))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file or the server."""
        self.engines.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection on which several questions see the same state of the record."""
        with self.engines.reading() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[tuple[Connection, Indexing]]:
        """A transaction, for what belongs together; entries of the index are written at its end."""
        with self.engines.writing() as connection:
            indexing = Indexing()
            yield connection, indexing
            indexing.write(connection)

    def add(self, entries: Sequence[Entry]) -> list[Kept]:
        """Keep what was read; all of it is committed when this returns."""
        with self.writing() as (connection, indexing):
            return [keep(connection, indexing, entry) for entry in entries]

    def recall(self, source: Source) -> str | None:
        """The id of the article that has this content, now known to be at this place too; `None` where it is new."""
        with self.reading() as connection:
            found = known(connection, source)
        if found is not None and not found.located:
            with self.writing() as (connection, _):
                locate(connection, source, found.article_pk)
        return found.article if found else None

    def articles(self, asked: Filter = EVERYTHING, page: Page = NEWEST) -> answers.Answers[KeptArticle]:
        """Articles, the newest first."""
        with self.reading() as connection:
            return answers.articles(connection, asked, page)

    def events(self, asked: Filter = EVERYTHING, page: Page = NEWEST) -> answers.Answers[KeptEvent]:
        """Events, the latest first."""
        with self.reading() as connection:
            return answers.events(connection, asked, page)

    def quotes(self, asked: Filter = EVERYTHING, page: Page = NEWEST) -> answers.Answers[KeptQuote]:
        """Quotations, the latest first."""
        with self.reading() as connection:
            return answers.quotes(connection, asked, page)

    def findings(self, asked: Filter = EVERYTHING, page: Page = NEWEST) -> answers.Answers[KeptFinding]:
        """Findings, of the newest article first."""
        with self.reading() as connection:
            return answers.findings(connection, asked, page)

    def search(self, words: str, asked: Filter = EVERYTHING, limit: int = 20, offset: int = 0) -> list[Hit]:
        """Articles by their words, the best first; newest first where there are thousands."""
        with self.reading() as connection:
            return searching.search(connection, words, asked, limit, offset)

    def pair(self, one: str, other: str, each: int = 5, asked: Filter = EVERYTHING) -> list[pair.Year]:
        """The history of two states, year by year."""
        with self.reading() as connection:
            return pair.history(connection, one, other, each, asked)

    def calendar(self, step: calendar.Step = "month", asked: Filter = EVERYTHING) -> list[Count]:
        """How many articles and events, by day, month or year."""
        with self.reading() as connection:
            return calendar.counts(connection, step, asked)

    def correct(self, subject: str, field: str, value: str, because: str, author: str | None = None) -> Judgement:
        """Say that a field of something is another, and why."""
        with self.writing() as (connection, indexing):
            return judge.correct(connection, indexing, subject, field, value, author or whoever(), because)

    def link(self, one: str, other: str, because: str, *, same: bool = True, author: str | None = None) -> Judgement:
        """Say that two events are reports of one, or that they are not."""
        with self.writing() as (connection, _):
            return judge.link(connection, one, other, same, author or whoever(), because)

    def undo(self, judgement: str, because: str = "", author: str | None = None) -> Judgement:
        """Take a judgement back; it stays in the history."""
        with self.writing() as (connection, indexing):
            return judge.undo(connection, indexing, judgement, author or whoever(), because)

    def judgements(self, subject: str | None = None, state: str | None = None) -> list[Judgement]:
        """Judgements, oldest first."""
        with self.reading() as connection:
            return judge.history(connection, subject, state)

    def versions(self, article: str) -> list[history.PageVersion]:
        """The contents that a page has had."""
        with self.reading() as connection:
            return history.versions(connection, article)

    def difference(self, article: str, old: int, new: int) -> list[str]:
        """How two contents of a page differ, as lines of a unified difference."""
        with self.reading() as connection:
            return list(history.difference(connection, article, old, new))

    def dossier_json(self, article: str, version: int | None = None) -> bytes:
        """The dossier of an article, byte for byte as it was kept."""
        with self.reading() as connection:
            return history.dossier_json(connection, article, version)

    def with_corrections(self, article: str) -> tuple[Dossier, dict[str, list[str]]]:
        """The dossier of an article with the corrections in force, and the fields corrected by the item's id in it."""
        with self.reading() as connection:
            return history.with_corrections(connection, article)

    def ids(self, article: str) -> dict[str, str]:
        """The record's ids of an article's items, by their ids in its dossier."""
        with self.reading() as connection:
            return history.ids(connection, article)

    def source_bytes(self, article: str, version: int | None = None) -> bytes:
        """The page, byte for byte as it was kept."""
        with self.reading() as connection:
            return history.source_bytes(connection, article, version)

    def backup(self, target: str | Path) -> None:
        """Copy the record into a new file, while it may be written to."""
        backup(self.engines.place, Path(target))

    def problems(self) -> list[str]:
        """What is wrong with it; nothing where it is sound."""
        with self.reading() as connection:
            return list(soundness.problems(connection))


def whoever() -> str:
    """Who is at work, by the name the system knows."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
