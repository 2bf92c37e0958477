"""How fast the record is as it grows: adding, questions, search, pair, beside plain SQLite with the same rows.

A small record and a large one are asked in turns, so that what else the machine does falls on both alike.
"""

import math
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from dragoman.bench.ballast import multiply
from dragoman.bench.generated import entry
from dragoman.bench.measure import Measure
from dragoman.bench.plain_record import PlainRecord
from dragoman.store.keep import Entry, keep
from dragoman.store.record import Record
from dragoman.store.selection import AnswerKind, Filter

_FIRST = 1_000
"""Articles of the small record, kept in the usual way; the large one is made of copies of them."""
_BATCH = 200
_TIMES = 7
_ONE_BY_ONE = 60
"""Articles added one by one, each committed, to see what one more costs."""
_MORE = 10_000_000
"""Number of the first of these."""
_PAGE = 4_096 + 24
"""Bytes of a page in SQLite's log of changes."""
_ADD = "add one more, committed"
_QUESTIONS = {
    "question: two states, a year": Filter(states=("RUS", "UZB"), since="2021", until="2021"),
    "question: common state, certainty": Filter(states=("RUS",), certainty=("occurred",)),
    "question: who, what": Filter(actor="USA", what="patrol boats"),
    "question: type, outlet": Filter(types=("AGREE",), outlet="Garm Courier"),
    "question: published in a year": Filter(published_since="2009", published_until="2009"),
    "question: words of events": Filter(text="bayraktar"),
}
_SEARCHES = {
    "search: rare words": "contation traity vinluance",
    "search: common word": "delivered",
    "search: phrase": '"signed a programme"',
}
_PAIRS = {"pair RUS UZB": ("RUS", "UZB"), "pair RUS USA (the fullest)": ("RUS", "USA")}
Figures = dict[str, list[float]]
"""By row, a value for each of the three columns; NaN where there is none."""


def record(articles: int) -> Measure:
    """Figures of a record of 1,000 articles and of one with so many (to the next thousand)."""
    times = -(-articles // _FIRST)
    large = times * _FIRST
    with tempfile.TemporaryDirectory() as folder:
        small_file, large_file, plain_file = (Path(folder) / name for name in ("small", "large", "plain"))
        entries = _fill(small_file)
        with Record.open(small_file) as opened:
            opened.backup(large_file)
        multiply(large_file, times, entries)
        plain = PlainRecord(plain_file)
        plain.fill(_FIRST)
        plain.multiply(times)
        sizes = [
            file.stat().st_size / number
            for file, number in ((small_file, _FIRST), (large_file, large), (plain_file, large))
        ]
        with Record.open(small_file) as small, Record.open(large_file) as big:
            found = _adding(small, big, plain) | _asking(small, big, plain)
        plain.close()
    rows = [(name, *(_shown(value) for value in values)) for name, values in found.items()]
    rows.append(("bytes an article", *(f"{size:,.0f}" for size in sizes)))
    columns = ("milliseconds", f"at {_FIRST:,}", f"at {large:,}", f"plain sqlite3 at {large:,}")
    title = f"The record, {large:,} generated articles (medians: of {_ONE_BY_ONE} added, of {_TIMES} asked)"
    return Measure(title, columns, tuple(rows), ())


def _fill(file: Path) -> dict[AnswerKind, list[dict[str, Any]]]:
    """Keep the first articles; the entries of the indices that were made of them."""
    made: dict[AnswerKind, list[dict[str, Any]]] = {}
    with Record.open(file, make=True) as opened:
        for start in range(0, _FIRST, _BATCH):
            with opened.writing() as (connection, indexing):
                for number in range(start, min(start + _BATCH, _FIRST)):
                    keep(connection, indexing, entry(number))
                for kind, waiting in indexing.waiting.items():
                    made.setdefault(kind, []).extend(waiting)
    return made


def _adding(small: Record, big: Record, plain: PlainRecord) -> Figures:
    """What one more article costs, in milliseconds; and how many pages of the file it changes."""
    walls: list[list[float]] = [[], [], []]
    commits: list[list[float]] = [[], [], []]
    processors: list[list[float]] = [[], [], []]
    for number in range(_MORE, _MORE + _ONE_BY_ONE):
        one, rows = entry(number), plain.rows(number)
        for side, add in enumerate(
            (partial(_add, small, one), partial(_add, big, one), partial(plain.add, number, rows))
        ):
            before, processor = time.perf_counter(), time.process_time()
            written = add()
            walls[side].append(time.perf_counter() - before)
            processors[side].append(time.process_time() - processor)
            commits[side].append(written)
    found = {
        _ADD: [statistics.median(values) * 1000 for values in walls],
        "– the mean, with what is put in order meanwhile": [statistics.mean(values) * 1000 for values in walls],
        "– of it the index and the commit": [statistics.median(values) * 1000 for values in commits],
        "– processor only": [statistics.median(values) * 1000 for values in processors],
    }
    pages = []
    for number, opened in enumerate((small, big)):
        with opened.reading() as connection:
            connection.exec_driver_sql("PRAGMA wal_autocheckpoint = 0")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        for more in range(_TIMES):
            opened.add([entry(2 * _MORE + 100 * number + more)])
        pages.append(Path(f"{opened.engines.place.path}-wal").stat().st_size / _PAGE / _TIMES)
    return found | {"– pages of the file that change": [*pages, math.nan]}


def _add(opened: Record, one: Entry) -> float:
    """Add an article; how long the writing of the index and the commit took."""
    with opened.writing() as (connection, indexing):
        keep(connection, indexing, one)
        before = time.perf_counter()
    return time.perf_counter() - before


def _asking(small: Record, big: Record, plain: PlainRecord) -> Figures:
    asked: dict[str, Callable[[Record], object]] = {}
    for name, question in _QUESTIONS.items():
        asked[name] = lambda opened, question=question: opened.events(question)  # type: ignore[misc]
    for name, words in _SEARCHES.items():
        asked[name] = lambda opened, words=words: opened.search(words)  # type: ignore[misc]
    for name, states in _PAIRS.items():
        asked[name] = lambda opened, states=states: opened.pair(*states)  # type: ignore[misc]
    found = {}
    for name, ask in asked.items():
        taken: list[list[float]] = [[], [], []]
        for _ in range(_TIMES):
            sides: tuple[Callable[[], object], ...] = (partial(ask, small), partial(ask, big), partial(plain.ask, name))
            for side, put in enumerate(sides):
                before = time.perf_counter()
                put()
                taken[side].append(time.perf_counter() - before)
        found[name] = [statistics.median(values) * 1000 for values in taken]
    return found


def _shown(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:,.1f}"
