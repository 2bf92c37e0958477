"""Who and what is meant: actors, parties, the entities of whole articles, and what finding them costs."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from dragoman.bench.actors import actors as measure_actors
from dragoman.bench.marks import documents
from dragoman.bench.marks import re3d as measure_re3d
from dragoman.bench.measure import Measure
from dragoman.bench.parties import parties
from dragoman.clean.article import clean
from dragoman.read.readers import reader_for
from dragoman.records.source import Source
from dragoman.resolve.resolve import resolve as resolve_article
from dragoman.run.flow import read_source

_LOADING = """
import sys, tracemalloc
from time import process_time
from dragoman.bench.actors import read
from dragoman.resolve.resolve import resolve
article, reading = read("The Uzbek defence minister met General Ivan Petrov near Termez and praised Su-30SM fighters.", None)
if sys.argv[1] == "memory":
    tracemalloc.start()
    resolve(article, reading)
    print(tracemalloc.get_traced_memory()[1] / 1e6)
else:
    began = process_time()
    resolve(article, reading)
    loaded = process_time()
    resolve(article, reading)
    print(2 * loaded - began - process_time())
"""
"""A process of its own, with the reader loaded: what the first article costs more than the same article again."""


def resolve(actors: Path, events: Path, re3d: Path) -> Measure:
    """All figures of the resolver; `bench/actors.py`, `parties.py` and `marks.py` say how each is counted."""
    rows: list[tuple[str, ...]] = []
    predictions: list[dict[str, object]] = []
    for found, predicted in (measure_actors(actors), parties(events), measure_re3d(re3d)):
        rows += found
        predictions += predicted
    rows += _cost([text for source in sorted(re3d.iterdir()) if source.is_dir() for _, text, _ in documents(source)])
    columns = ("part", "measure", "figure (re3d: exact)", "by overlap", "of")
    return Measure("Who and what is meant", columns, tuple(rows), tuple(predictions))


def _cost(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """The share of resolving in the processor time of reading, and what the knowledge costs to load."""
    sources = [Source(str(number), text.encode(), form="text") for number, text in enumerate(texts)]
    read_source(sources[0])
    began = process_time()
    for source in sources:
        read_source(source)
    whole = process_time() - began
    reader = reader_for("en")
    articles = [clean(source) for source in sources]
    pairs = [(article, reader.read(article)) for article in articles] if reader else []
    began = process_time()
    for article, reading in pairs:
        resolve_article(article, reading)
    share = (process_time() - began) / whole
    return [
        ("cost", "share of resolving in the time of reading", f"{share:.3f}", "", f"{len(texts)} articles"),
        ("cost", "knowledge loads in", f"{_loading('time'):.2f} s", "", "processor time"),
        ("cost", "memory of the knowledge", f"{_loading('memory'):.0f} MB", "", "peak"),
    ]


def _loading(what: str) -> float:
    """Seconds of processor time ("time") or megabytes at the most ("memory") that the knowledge takes to load."""
    command = [sys.executable, "-c", _LOADING, what]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603
