"""What the record's commands have in common: which record, and how an answer is given."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer

from dragoman import __version__
from dragoman.errors import UsageError
from dragoman.records.flat import Column
from dragoman.share.tables import Export, write_csv, write_json, write_jsonl, write_parquet
from dragoman.store.clock import now
from dragoman.store.record import Record

Where = Annotated[
    str | None,
    typer.Option(
        "--record",
        metavar="FILE|postgresql://…",
        help="The record; by default $DRAGOMAN_RECORD, or the user's own (~/.local/share/dragoman/record.sqlite).",
    ),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", dir_okay=False, help="Write to a file.")]


class Form(StrEnum):
    """How an answer is given."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    PARQUET = "parquet"


_WRITERS: dict[Form, Callable[[Any, Sequence[Column], Export, BinaryIO], None]] = {
    Form.CSV: write_csv, Form.JSON: write_json, Form.JSONL: write_jsonl, Form.PARQUET: write_parquet,
}  # fmt: skip
Format = Annotated[Form, typer.Option("--format", help="table: for people; parquet needs --output or a pipe.")]


@contextmanager
def record(where: str | None, *, make: bool = False) -> Iterator[Record]:
    """The record that the command means."""
    with Record.open(where, make=make) as opened:
        yield opened


def described(asked: str) -> Export:
    """What an export made now says of itself."""
    return Export(f"dragoman {__version__}", now(), asked)


def give(rows: Sequence[object], table: Sequence[Column], form: Form, output: Path | None, asked: str) -> None:
    """Write rows in one of the formats for programs."""
    with target(output, binary=form is Form.PARQUET) as out:
        _WRITERS[form](rows, table, described(asked), out)


@contextmanager
def target(output: Path | None, *, binary: bool = False) -> Iterator[BinaryIO]:
    """Where bytes go: a file, or standard output."""
    if output is None:
        if binary and sys.stdout.isatty():
            raise UsageError("that is no text for a terminal: name a file with --output")
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    # A file appears under its name only when it is whole; what else there may be (a pipe, a device) is written to as it is.
    whole = output.is_file() or not output.exists()
    written = output.with_name(f".{output.name}.{os.getpid()}") if whole else output
    try:
        with written.open("wb") as file:
            yield file
        if whole:
            written.replace(output)
    except OSError as error:
        raise UsageError(f"{output}: cannot be written ({(error.strerror or str(error)).lower()})") from error
    finally:
        if whole:
            written.unlink(missing_ok=True)
