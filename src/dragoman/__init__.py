"""Dragoman reads the press on defence and security relations between states into a record that can be checked."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import DragomanError, InputError, RecordError, UsageError
from dragoman.records.article import Article, Block, Dropped, Evidence
from dragoman.records.attribution import Quote
from dragoman.records.dossier import Dossier, Finding
from dragoman.records.entity import Entity, Mention, Ref
from dragoman.records.event import (
    Access,
    Agreement,
    Casualties,
    Event,
    EventDate,
    Exercise,
    Number,
    Training,
    Transfer,
    Visit,
    Voice,
)
from dragoman.records.source import Source

if TYPE_CHECKING:
    from dragoman.store.record import Record

__version__ = "0.1.0"

__all__ = [
    "Access",
    "Agreement",
    "Article",
    "Block",
    "Casualties",
    "Dossier",
    "DragomanError",
    "Dropped",
    "Entity",
    "Event",
    "EventDate",
    "Evidence",
    "Exercise",
    "Finding",
    "InputError",
    "Mention",
    "Number",
    "Quote",
    "RecordError",
    "Ref",
    "Source",
    "Training",
    "Transfer",
    "UsageError",
    "Visit",
    "Voice",
    "__version__",
    "open_record",
    "read",
    "read_all",
]

# The room `dragoman.read` and the function share their name. Python binds a folder's name when it is first imported: that
# happens here (there is nothing in it but its docstring), so that the function, bound after it, stays.
import_module("dragoman.read")


def read(source: str | Path | bytes) -> Dossier:
    """The dossier of one article: a file's path, a web address, "-" (standard input), or a page's bytes.

    Raises `InputError`, also for what holds several articles: an archive, a feed, a list.
    """
    # The rooms load their models' libraries: whoever only wants the types does not wait for them.
    from dragoman.collect.files import sources
    from dragoman.run.flow import read_source

    if isinstance(source, bytes):
        return read_source(Source("bytes", source))
    if Path(source).is_dir():
        raise InputError(str(source), "a folder: read_all() reads every article in it")
    found = next(sources([str(source)]))
    if isinstance(found, InputError):
        raise found
    if found.within is not None:
        raise InputError(str(source), "it holds several articles: read_all() reads every one of them")
    return read_source(found)


def open_record(where: str | Path | None = None, *, make: bool = False) -> "Record":
    """The record: a SQLite file or "postgresql://…", by default the user's own. With `make` it is made where there is none."""
    from dragoman.store.record import Record

    return Record.open(where, make=make)


def read_all(paths: Sequence[str | Path]) -> Iterator[Dossier | InputError]:
    """The dossiers of files and folders one by one; in the place of an input that cannot be read, the reason."""
    from dragoman.run.flow import read_paths

    return read_paths([str(path) for path in paths])
