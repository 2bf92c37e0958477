"""The command line: `dragoman read`, `dragoman schema`, `dragoman bench …`, `dragoman train`."""

import json
import os
import signal
import sys
from collections.abc import Callable
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from dragoman import __version__
from dragoman.bench.cli import app as bench
from dragoman.errors import InputError, RecordError, UsageError
from dragoman.knowledge_cli import app as knowledge
from dragoman.record_cli.lazy import WithRecord
from dragoman.records.dossier import Dossier

DONE, SOME_UNREAD, WRONG_USAGE, NONE_READ = 0, 1, 2, 3
"""Exit statuses of the contract."""
NO_RECORD = 4
"""Exit status of the record's commands where the record cannot be used: locked, full, damaged, none there."""

app = typer.Typer(
    cls=WithRecord,
    help="Reads the press on defence and security relations between states into a record that can be checked.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(bench, name="bench")
app.add_typer(knowledge, name="knowledge")


class Format(StrEnum):
    """How `read` shows what it found."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


def main() -> None:
    """Run the command line; ends the process with one of the exit statuses."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # The record is UTF-8 on every machine, whatever its locale says.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if hasattr(signal, "SIGPIPE"):
        # `dragoman … | head` ends as any filter does when nobody reads on.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        app()
    except UsageError as error:
        _complain(str(error))
        sys.exit(WRONG_USAGE)
    except RecordError as error:
        _complain(str(error))
        sys.exit(NO_RECORD)
    except OSError as error:
        _complain(f"cannot write: {error.strerror or error}")
        # What is still waiting to be written would fail once more when the process ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(SOME_UNREAD)


@app.callback(invoke_without_command=True)
def _options(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    if version:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit(DONE)


@app.command()
def read(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help='Files, folders, web addresses, or "-" (standard input).')
    ],
    form: Annotated[
        Format,
        typer.Option("--format", help="text: a dossier for people; json: an object per article; jsonl: one a line."),
    ] = Format.TEXT,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="text: the words behind every line, with their places.")
    ] = False,
    verbose: Annotated[
        bool,
        typer.Option("--verbose", help="text: also the names found, quotes in full, and what is not the article's."),
    ] = False,
    gate: Annotated[
        bool,
        typer.Option("--gate/--no-gate", help="Pass over the sentences in which nothing for the record can stand."),
    ] = True,
    reader: Annotated[
        str | None,
        typer.Option(
            metavar="stanza|FOLDER",
            help="Read with Stanza (where its models are on disk), or with a model made by `dragoman train`.",
        ),
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Processes that read at the same time; by default one for each core.")
    ] = None,
) -> None:
    """Read articles and print the record of each.

    A file may be an HTML page, a text dump, a WARC or WET archive (gzip, zstd), an RSS or Atom feed, an OPML outline of feeds,
    or a list of web addresses, one a line. Only what is named here is fetched: addresses, and those of a list or an outline.

    Exit status: 0 done; 1 some inputs could not be read (each named on standard error, all others done); 2 wrong usage;
    3 nothing could be read.
    """
    from dragoman.run.processes import load_quickly

    load_quickly()
    from dragoman.run.flow import Way, read_paths

    show = _printer(form, evidence, verbose)
    done = failed = 0
    for outcome in read_paths(sources, Way(gate=gate, reader=reader), jobs or _cores()):
        if isinstance(outcome, InputError):
            failed += 1
            _complain(str(outcome))
        else:
            done += 1
            show(outcome)
            sys.stdout.flush()
    if not done:
        if not failed:
            _complain("nothing to read in what was given")
        raise typer.Exit(NONE_READ)
    raise typer.Exit(SOME_UNREAD if failed else DONE)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the record."""
    from dragoman.share.json import schema as made

    typer.echo(json.dumps(made(), ensure_ascii=False, indent=2))


@app.command()
def train(
    corpora: Annotated[
        Path, typer.Option(exists=True, file_okay=False, help="The corpora, laid out as docs/training.md says.")
    ],
    out: Annotated[Path, typer.Option(file_okay=False, help="Where the run and the finished model go.")],
    model: Annotated[
        Path | None,
        typer.Option(exists=True, file_okay=False, help="Go on from this model: the last course alone, in an hour."),
    ] = None,
) -> None:
    """Train the English reader anew (needs `pip install dragoman[train]`); a run that was cut off goes on."""
    try:
        from dragoman.train import run
    except ModuleNotFoundError as error:
        raise UsageError(f"training needs {error.name}: pip install 'dragoman[train]'") from error
    run.train(corpora, out, model)


def _cores() -> int:
    """The cores that this process may use, which may be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _printer(form: Format, evidence: bool, verbose: bool) -> Callable[[Dossier], None]:
    if form is Format.TEXT:
        from dragoman.share.text import Printer

        return Printer(evidence=evidence, verbose=verbose).show
    from dragoman.share.json import to_json

    indent = 2 if form is Format.JSON else None
    return lambda dossier: typer.echo(to_json(dossier, indent))


def _complain(message: str) -> None:
    # Names of files are the world's: no character of theirs may steer the terminal.
    typer.echo("dragoman: " + "".join(c if c.isprintable() else "\ufffd" for c in message), err=True)
