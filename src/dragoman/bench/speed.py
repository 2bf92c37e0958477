"""How fast it is, and how much memory it takes: from the command to the dossier, and article by article after that."""

import resource
import subprocess
import sys
from collections.abc import Sequence
from statistics import median
from time import perf_counter

from dragoman.bench.measure import Measure
from dragoman.collect.files import sources
from dragoman.errors import InputError, UsageError
from dragoman.records.source import Source
from dragoman.run.flow import read_source

_RUNS = 3
_COMMAND = [sys.executable, "-c", "from dragoman.cli import main; main()", "read", "--format", "jsonl"]
"""`dragoman read` as a process of its own."""


def speed(paths: Sequence[str]) -> Measure:
    """Wall-clock seconds and peak resident memory on this machine, with everything that the process loads.

    Raises `UsageError` where there is no article to read.
    """
    articles = [source for source in sources(paths) if isinstance(source, Source) and _readable(source)]
    if not articles:
        raise UsageError("no readable article in what was given")
    cold = median(_child(articles[0].name) for _ in range(_RUNS))
    peak_one = _peak_mb()
    _child(*paths)
    peak_all = _peak_mb()
    took: list[tuple[str, int, float]] = []
    for source in articles:
        began = perf_counter()
        dossier = read_source(source)
        took.append((source.name, len(dossier.article.text.split()), perf_counter() - began))
    seconds, words = sum(row[2] for row in took), sum(row[1] for row in took)
    rows = (
        ("command to dossier, cold process", f"{cold:.2f} s", f"{articles[0].name}, median of {_RUNS} runs"),
        ("each further article", f"{seconds / len(took):.3f} s", f"{len(took)} articles of {words // len(took)} words"),
        ("words a second", f"{words / seconds:.0f}", f"{words} words"),
        ("peak memory, one article", f"{peak_one:.0f} MB", "cold process"),
        ("peak memory, all articles", f"{peak_all:.0f} MB", f"{len(took)} articles, one after the other"),
    )
    predictions = tuple({"source": name, "words": count, "seconds": round(s, 4)} for name, count, s in took)
    return Measure("Speed and memory", ("measure", "figure", "of"), rows, predictions)


def _readable(source: Source) -> bool:
    """Whether there is an article in it. Reading it once also loads whatever is loaded only once."""
    try:
        read_source(source)
    except InputError:
        return False
    return True


def _child(*paths: str) -> float:
    began = perf_counter()
    subprocess.run([*_COMMAND, *paths], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    return perf_counter() - began


def _peak_mb() -> float:
    """The largest resident memory that any child process has had so far."""
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return peak / (1_000_000 if sys.platform == "darwin" else 1_000)
