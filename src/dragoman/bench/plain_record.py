"""The same articles and events in plain SQLite, with the indices that anybody would make, asked by hand."""

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from dragoman.bench.generated import entry

# ruff: noqa: S608  the questions by hand are made of constants of ours
_BATCH = 200
_PAIR = "(actor = '{0}' AND recipient = '{1}' OR actor = '{1}' AND recipient = '{0}')"
_LATEST = "ORDER BY day DESC LIMIT 50"
_HITS = (
    "SELECT articles.source, snippet(words, 0, '[', ']', '…', 30) FROM words JOIN articles ON pk = words.rowid "
    "WHERE words MATCH '{}' ORDER BY rank LIMIT 20"
)
_YEARS = "SELECT substr(day, 1, 4), type, count(*) FROM events WHERE {} GROUP BY 1, 2"
BY_HAND = {
    "question: two states, a year": f"SELECT * FROM events WHERE {_PAIR.format('RUS', 'UZB')} AND day LIKE '2021%' {_LATEST}",
    "question: common state, certainty": "SELECT * FROM events WHERE (actor = 'RUS' OR recipient = 'RUS') "
    f"AND certainty = 'occurred' {_LATEST}",
    "question: who, what": f"SELECT * FROM events WHERE actor = 'USA' AND what = 'patrol boats' {_LATEST}",
    "question: type, outlet": "SELECT events.* FROM events JOIN articles ON articles.pk = article "
    f"WHERE type = 'AGREE' AND outlet = 'Garm Courier' {_LATEST}",
    "question: published in a year": "SELECT events.* FROM events JOIN articles ON articles.pk = article "
    f"WHERE published LIKE '2009%' {_LATEST}",
    "question: words of events": "SELECT * FROM events WHERE pk IN "
    f"(SELECT rowid FROM event_words WHERE event_words MATCH 'bayraktar') {_LATEST}",
    "search: rare words": _HITS.format("contation traity vinluance"),
    "search: common word": _HITS.format("delivered"),
    "search: phrase": _HITS.format('"signed a programme"'),
    "pair RUS UZB": _YEARS.format(_PAIR.format("RUS", "UZB")),
    "pair RUS USA (the fullest)": _YEARS.format(_PAIR.format("RUS", "USA")),
}
"""The questions of the bench in plain SQL."""


class PlainRecord:
    """One file of plain SQLite."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._connection = sqlite3.connect(file, isolation_level=None)
        run = self._connection.execute
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = FULL")
        run(
            "CREATE TABLE articles (pk INTEGER PRIMARY KEY, source TEXT UNIQUE, outlet TEXT, published TEXT, text TEXT, dossier TEXT)"
        )
        run("CREATE TABLE events (pk INTEGER PRIMARY KEY, article INTEGER, type TEXT, day TEXT, actor TEXT, recipient TEXT, "
            "certainty TEXT, what TEXT, words TEXT)")  # fmt: skip
        for column in ("article", "type", "day", "actor", "recipient"):
            run(f"CREATE INDEX events_{column} ON events ({column})")
        run("CREATE VIRTUAL TABLE words USING fts5(text, content='articles', content_rowid='pk', tokenize='porter')")
        run(
            "CREATE VIRTUAL TABLE event_words USING fts5(words, content='events', content_rowid='pk', tokenize='porter')"
        )

    def fill(self, articles: int) -> None:
        """Put the first articles in."""
        for first in range(0, articles, _BATCH):
            self._connection.execute("BEGIN")
            for number in range(first, min(first + _BATCH, articles)):
                self.write(number, self.rows(number))
            self._connection.execute("COMMIT")

    def multiply(self, times: int) -> None:
        """Make it `times` as large, by copies under numbers and places of their own."""
        run = self._connection.execute
        articles, events = (run(f"SELECT max(pk) FROM {table}").fetchone()[0] for table in ("articles", "events"))
        for copy in range(1, times):
            more, further = (articles + 1) * copy, events * copy
            run("BEGIN")
            run(f"INSERT INTO articles SELECT pk + {more}, source || '/{copy}', outlet, published, text, dossier FROM articles "
                f"WHERE pk <= {articles}")  # fmt: skip
            run(f"INSERT INTO events SELECT pk + {further}, article + {more}, type, day, actor, recipient, certainty, what, words "
                f"FROM events WHERE pk <= {events}")  # fmt: skip
            run(f"INSERT INTO words (rowid, text) SELECT pk, text FROM articles WHERE pk >= {more}")
            run(f"INSERT INTO event_words (rowid, words) SELECT pk, words FROM events WHERE pk > {further}")
            run("COMMIT")
        run("PRAGMA wal_checkpoint(TRUNCATE)")

    def add(self, number: int, rows: list[tuple[object, ...]]) -> float:
        """One more article, committed; how long the commit took, in seconds."""
        self._connection.execute("BEGIN")
        self.write(number, rows)
        before = time.perf_counter()
        self._connection.execute("COMMIT")
        return time.perf_counter() - before

    def ask(self, name: str) -> list[tuple[object, ...]]:
        """The answer to a question of `BY_HAND`."""
        return self._connection.execute(BY_HAND[name]).fetchall()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @staticmethod
    def rows(number: int) -> list[tuple[object, ...]]:
        """What is written of a generated article: its own row first."""
        return list(_rows(number))

    def write(self, number: int, rows: list[tuple[object, ...]]) -> None:
        """Write an article's rows."""
        run = self._connection.execute
        run("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?)", rows[0])
        run("INSERT INTO words (rowid, text) VALUES (?, ?)", (number, rows[0][4]))
        for row in rows[1:]:
            cursor = run(
                "INSERT INTO events (article, type, day, actor, recipient, certainty, what, words) VALUES (?,?,?,?,?,?,?,?)",
                row,
            )
            run("INSERT INTO event_words (rowid, words) VALUES (?, ?)", (cursor.lastrowid, row[-1]))


def _rows(number: int) -> Iterator[tuple[object, ...]]:
    made = entry(number)
    article = made.dossier.article
    yield number, article.source, article.outlet, article.published, article.text, made.encoded.decode()
    states = {entity.id: entity.state for entity in made.dossier.entities}
    for event in made.dossier.events:
        what = getattr(event.detail, "designation", None)
        day = event.date.start if event.date else None
        yield (
            number, event.type, day, states[event.actors[0]], states[event.recipients[0]], event.factuality, what,
            " ".join(e.text for e in event.evidence),
        )  # fmt: skip
