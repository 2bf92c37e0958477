"""How fast the record is as it grows: adding, questions, search, pair, beside plain SQLite with the same rows."""

import sqlite3
import statistics
import tempfile
import time

# ruff: noqa: S608  the questions by hand are made of constants of ours
from collections.abc import Callable, Iterator
from pathlib import Path

from dragoman.bench.generated import entry
from dragoman.bench.measure import Measure
from dragoman.store.query import Page
from dragoman.store.record import Record
from dragoman.store.selection import Filter

_FIRST = 1_000
_BATCH = 200
_TIMES = 7
_ONE_BY_ONE = 40
"""Articles added one by one, each committed, to see what one more costs."""
_QUESTIONS = {
    "question: two states, a year": Filter(states=("RUS", "UZB"), since="2021", until="2021"),
    "question: common state, certainty": Filter(states=("RUS",), certainty=("occurred",)),
    "question: who, what": Filter(actor="USA", what="patrol boats"),
    "question: type, outlet": Filter(types=("AGREE",), outlet="Garm Courier"),
    "question: words of events": Filter(text="bayraktar"),
}
_SEARCHES = {
    "search: rare words": "contation traity vinluance",
    "search: common word": "delivered",
    "search: phrase": '"signed a programme"',
}


def record(articles: int) -> Measure:
    """Fill a record with so many articles, and take the figures at 1,000 and at the end."""
    rows: list[tuple[str, ...]] = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "record.sqlite"
        found: list[dict[str, float]] = []
        with Record.open(file, make=True) as opened:
            for first, last in ((0, _FIRST), (_FIRST, articles)):
                _fill(opened, first, last)
                found.append(_figures(opened, last))
        size = file.stat().st_size
        plain = _Plain(Path(folder) / "plain.sqlite", articles)
        beside = plain.figures()
    for name, at_first in found[0].items():
        there = f"{beside[name] * 1000:.3f}" if name in beside else "–"
        rows.append((name, f"{at_first * 1000:.3f}", f"{found[1][name] * 1000:.3f}", there))
    rows.append(
        ("bytes an article", "", f"{size / (articles + 2 * _ONE_BY_ONE):,.0f}", f"{plain.size / articles:,.0f}")
    )
    columns = ("milliseconds", f"at {_FIRST:,}", f"at {articles:,}", f"plain sqlite3 at {articles:,}")
    return Measure(f"The record, {articles:,} generated articles (medians of {_TIMES})", columns, tuple(rows), ())


def _fill(opened: Record, first: int, last: int) -> None:
    for start in range(first, last, _BATCH):
        opened.add([entry(number) for number in range(start, min(start + _BATCH, last))])


def _figures(opened: Record, filled: int) -> dict[str, float]:
    more = [entry(10_000_000 + filled + i) for i in range(_ONE_BY_ONE)]
    costs = []
    for one in more:
        before = time.perf_counter()
        opened.add([one])
        costs.append(time.perf_counter() - before)
    found = {"add one more, committed": statistics.median(costs)}
    for name, asked in _QUESTIONS.items():
        found[name] = _median(lambda asked=asked: opened.events(asked, Page()))  # type: ignore[misc]
    for name, words in _SEARCHES.items():
        found[name] = _median(lambda words=words: opened.search(words))  # type: ignore[misc]
    found["pair RUS UZB"] = _median(lambda: opened.pair("RUS", "UZB"))
    found["pair RUS USA (the fullest)"] = _median(lambda: opened.pair("RUS", "USA"))
    return found


def _median(ask: Callable[[], object]) -> float:
    taken = []
    for _ in range(_TIMES):
        before = time.perf_counter()
        ask()
        taken.append(time.perf_counter() - before)
    return statistics.median(taken)


class _Plain:
    """The same events in one table of plain SQLite, with the indices that anybody would make, asked by hand."""

    def __init__(self, file: Path, articles: int) -> None:
        self._connection = sqlite3.connect(file)
        self._articles = articles
        run = self._connection.execute
        run("PRAGMA journal_mode = WAL")
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
        self.size = 0
        for first in range(0, articles, _BATCH):
            with self._connection:
                for number in range(first, min(first + _BATCH, articles)):
                    self._add(number)
        self.size = file.stat().st_size

    def figures(self) -> dict[str, float]:
        """The same questions, and what one more article costs."""
        costs = []
        for number in range(10_000_000, 10_000_000 + _ONE_BY_ONE):
            one = list(self._rows(number))
            before = time.perf_counter()
            with self._connection:
                self._write(number, one)
            costs.append(time.perf_counter() - before)
        found = {"add one more, committed": statistics.median(costs)}
        for name, sql in _BY_HAND.items():
            found[name] = _median(lambda sql=sql: self._connection.execute(sql).fetchall())  # type: ignore[misc]
        self._connection.close()
        return found

    def _add(self, number: int) -> None:
        self._write(number, list(self._rows(number)))

    def _rows(self, number: int) -> Iterator[tuple[object, ...]]:
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

    def _write(self, number: int, rows: list[tuple[object, ...]]) -> None:
        run = self._connection.execute
        run("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?)", rows[0])
        run("INSERT INTO words (rowid, text) VALUES (?, ?)", (number, rows[0][4]))
        for row in rows[1:]:
            cursor = run(
                "INSERT INTO events (article, type, day, actor, recipient, certainty, what, words) VALUES (?,?,?,?,?,?,?,?)",
                row,
            )
            run("INSERT INTO event_words (rowid, words) VALUES (?, ?)", (cursor.lastrowid, row[-1]))


_PAIR = "(actor = '{0}' AND recipient = '{1}' OR actor = '{1}' AND recipient = '{0}')"
_LATEST = "ORDER BY day DESC LIMIT 50"
_BY_HAND = {
    "question: two states, a year": f"SELECT * FROM events WHERE {_PAIR.format('RUS', 'UZB')} AND day LIKE '2021%' {_LATEST}",
    "question: common state, certainty": "SELECT * FROM events WHERE (actor = 'RUS' OR recipient = 'RUS') "
    f"AND certainty = 'occurred' {_LATEST}",
    "question: who, what": f"SELECT * FROM events WHERE actor = 'USA' AND what = 'patrol boats' {_LATEST}",
    "question: type, outlet": "SELECT events.* FROM events JOIN articles ON articles.pk = article "
    f"WHERE type = 'AGREE' AND outlet = 'Garm Courier' {_LATEST}",
    "question: words of events": "SELECT * FROM events WHERE pk IN (SELECT rowid FROM event_words WHERE event_words MATCH 'bayraktar') "
    f"{_LATEST}",
    "search: rare words": "SELECT articles.source, snippet(words, 0, '[', ']', '…', 30) FROM words JOIN articles ON pk = words.rowid "
    "WHERE words MATCH 'contation traity vinluance' ORDER BY rank LIMIT 20",
    "search: common word": "SELECT articles.source, snippet(words, 0, '[', ']', '…', 30) FROM words JOIN articles ON pk = words.rowid "
    "WHERE words MATCH 'delivered' ORDER BY rank LIMIT 20",
    "search: phrase": "SELECT articles.source, snippet(words, 0, '[', ']', '…', 30) FROM words JOIN articles ON pk = words.rowid "
    "WHERE words MATCH '\"signed a programme\"' ORDER BY rank LIMIT 20",
    "pair RUS UZB": f"SELECT substr(day, 1, 4), type, count(*) FROM events WHERE {_PAIR.format('RUS', 'UZB')} GROUP BY 1, 2",
    "pair RUS USA (the fullest)": f"SELECT substr(day, 1, 4), type, count(*) FROM events WHERE {_PAIR.format('RUS', 'USA')} "
    "GROUP BY 1, 2",
}
