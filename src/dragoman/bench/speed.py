"""How fast it is, and how much memory it takes: from the command to the dossier, and article by article after that."""

import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path
from statistics import median
from time import perf_counter

from dragoman.bench.measure import Measure
from dragoman.bench.pages import pages
from dragoman.bench.peers import peers
from dragoman.clean.article import clean
from dragoman.collect.files import sources
from dragoman.errors import InputError, UsageError
from dragoman.read.english.model import Model
from dragoman.read.english.tokens import sentences
from dragoman.records.source import Source
from dragoman.run.flow import Way, read_source, read_sources

_RUNS = 3
_COMMAND = [sys.executable, "-c", "from dragoman.cli import main; main()", "read", "--format", "jsonl", "--jobs", "1"]
"""`dragoman read` as a process of its own."""
_SENTENCE = (
    "The defence ministers of Norway and Japan signed a memorandum in Oslo under which officers of both navies will train "
    "together for three years ."
).split()
_SENTENCES = 400
_ROUNDS = 3
"""Times that the articles are read for the articles a second, after one round that loads what is loaded once."""
_USUAL_LENGTH = 30
"""Sentences of an article of the press, to which rates are brought."""

Row = tuple[str, str, str]


def speed(paths: Sequence[str], folder: Path | None = None) -> Measure:
    """Wall-clock seconds and peak resident memory on this machine, with everything that the process loads.

    With a `folder` of pages, also articles a second, as many of its pages as articles mixed in. Raises `UsageError` where
    there is no article to read.
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
        *_readers(),
        *(_rates(articles, folder) if folder else ()),
    )
    predictions = tuple({"source": name, "words": count, "seconds": round(s, 4)} for name, count, s in took)
    return Measure("Speed and memory", ("measure", "figure", "of"), rows, predictions)


def _readers() -> Iterator[Row]:
    """Sentences of given words a second on one thread, the English model's and the peers'."""
    model = Model(Path(str(resources.files("dragoman") / "data/models/en-reader")))
    given = [_SENTENCE] * _SENTENCES
    of = f"{len(_SENTENCE)} words each, one thread"
    for name, read in (("our reader", model.tag), *((peer.name, peer.read) for peer in peers())):
        read(given[: _SENTENCES // 10])
        began = perf_counter()
        read(given)
        yield f"sentences a second, {name}", f"{_SENTENCES / (perf_counter() - began):.0f}", of
    if not peers():
        yield "sentences a second, spaCy", "-", "not installed: pip install 'dragoman[peers]'"


def _rates(articles: Sequence[Source], folder: Path) -> Iterator[Row]:
    """Articles a second from bytes to record, every other one a page about something else, once all is loaded."""
    mixed = [source for pair in zip(articles, pages(folder, len(articles)), strict=False) for source in pair]
    length = sum(map(_length, mixed)) / len(mixed)
    for jobs in (1, 2):
        for way in (Way(), Way(gate=False)):
            outcomes = read_sources(mixed * (_ROUNDS + 1), way, jobs)
            for _ in mixed:
                next(outcomes)
            began = perf_counter()
            rate = sum(1 for _ in outcomes) / (perf_counter() - began)
            name = f"articles a second, {'one process' if jobs == 1 else f'{jobs} processes'}"
            same = f"{rate * length / _USUAL_LENGTH:.0f} if they had {_USUAL_LENGTH}"
            yield f"{name}, {'gate' if way.gate else 'no gate'}", f"{rate:.1f}", f"{length:.0f} sentences each; {same}"


def _length(source: Source) -> int:
    """The sentences of an article; none where the page has no article."""
    try:
        article = clean(source)
    except InputError:
        return 0
    return sum(len(sentences(article.text, block.start, block.end)) for block in article.blocks)


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
