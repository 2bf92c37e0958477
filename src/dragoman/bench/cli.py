"""`dragoman bench`: how good and how fast; every figure of docs/benchmarks.md comes from here."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.bench.measure import Measure
from dragoman.errors import UsageError

app = typer.Typer(no_args_is_help=True, help="Measure how good and how fast it is.", rich_markup_mode=None)

_File = typer.Option(exists=True, dir_okay=False)
_Folder = typer.Option(exists=True, file_okay=False)
_Predictions = Annotated[
    Path | None, typer.Option(metavar="OUT.jsonl", dir_okay=False, help="Also write what was predicted, case by case.")
]


@app.command()
def events(cases: Annotated[Path, _File], predictions: _Predictions = None) -> None:
    """Event types, parties and both on marked news sentences."""
    from dragoman.bench.events import events as measure

    _report(lambda: measure(cases), predictions)


@app.command()
def clean(pages: Annotated[Path, _Folder], predictions: _Predictions = None) -> None:
    """Article text, title, author and date of HTML pages."""
    from dragoman.bench.clean import pages as measure

    _report(lambda: measure(pages), predictions)


@app.command()
def dumps(dumps: Annotated[Path, _File], predictions: _Predictions = None) -> None:
    """Article text of pages dumped to plain text by common tools."""
    from dragoman.bench.clean import dumps as measure

    _report(lambda: measure(dumps), predictions)


@app.command()
def reader(corpora: Annotated[Path, _Folder], predictions: _Predictions = None) -> None:
    """The English reader's tags, trees and names on the public corpora."""
    from dragoman.bench.reader import reader as measure

    _report(lambda: measure(corpora), predictions)


@app.command()
def resolve(
    actors: Annotated[Path, _File],
    events: Annotated[Path, _File],
    re3d: Annotated[Path, _Folder],
    predictions: _Predictions = None,
) -> None:
    """Who and what is meant: states and sectors of actors, states of parties, the entities of whole articles, the cost."""
    from dragoman.bench.resolve import resolve as measure

    _report(lambda: measure(actors, events, re3d), predictions)


@app.command()
def quotes(polnear: Annotated[Path, _Folder], predictions: _Predictions = None) -> None:
    """Source, cue and content of attributions in political news."""
    from dragoman.bench.quotes import quotes as measure

    _report(lambda: measure(polnear), predictions)


@app.command()
def examples(examples: Annotated[Path, _Folder], predictions: _Predictions = None) -> None:
    """The project's own articles against what was expected of them."""
    from dragoman.bench.examples import examples as measure

    _report(lambda: measure(examples), predictions)


@app.command()
def gate(cases: Annotated[Path, _File], pages: Annotated[Path, _Folder], predictions: _Predictions = None) -> None:
    """Marked events whose sentence the gate lets through, and how much it spares on pages about something else."""
    from dragoman.bench.gate import gate as measure

    _report(lambda: measure(cases, pages), predictions)


@app.command()
def tokens(corpora: Annotated[Path, _Folder], predictions: _Predictions = None) -> None:
    """Words and sentences told apart in running text."""
    from dragoman.bench.tokens import tokens as measure

    _report(lambda: measure(corpora), predictions)


@app.command()
def speed(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Files and folders of articles.")],
    pages: Annotated[
        Path | None, typer.Option(exists=True, file_okay=False, help="Also articles a second, these pages mixed in.")
    ] = None,
    predictions: _Predictions = None,
) -> None:
    """Seconds from command to dossier, seconds for each further article, articles a second, peak memory."""
    from dragoman.bench.speed import speed as measure

    _report(lambda: measure(sources, pages), predictions)


@app.command()
def record(articles: Annotated[int, typer.Option(min=1_001)] = 5_000, predictions: _Predictions = None) -> None:
    """Adding, questions and search in a record of so many generated articles, beside plain SQLite."""
    from dragoman.bench.record import record as measure

    _report(lambda: measure(articles), predictions)


def _report(take: Callable[[], Measure], predictions: Path | None) -> None:
    try:
        measure = take()
    except (ValueError, KeyError, OSError) as error:
        raise UsageError(f"not the data that this measure reads ({type(error).__name__}: {error})") from error
    table = Table(title=Text(measure.title), box=box.SIMPLE_HEAD)
    for name in measure.columns:
        table.add_column(Text(name))
    for row in measure.rows:
        table.add_row(*(Text(cell) for cell in row))
    console = Console()
    # A file has no width of its own, and a figure is never cut short.
    console.width = max(console.width, Console(width=10_000).measure(table).maximum)
    console.print(table)
    if predictions:
        rows = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in measure.predictions)
        predictions.write_text(rows, encoding="utf-8")
