"""Dragoman reads the press on defence and security relations between states into a record that can be checked."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from dragoman.errors import DragomanError, InputError, UsageError
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
    "Ref",
    "Source",
    "Training",
    "Transfer",
    "UsageError",
    "Visit",
    "Voice",
    "__version__",
    "read",
    "read_all",
]

# The room `dragoman.read` and the function share their name. Python binds a folder's name when it is first imported: that
# happens here (there is nothing in it but its docstring), so that the function, bound after it, stays.
import_module("dragoman.read")


def read(source: str | Path | bytes) -> Dossier:
    """The dossier of one article: the path of a file, "-" (standard input), or the bytes of a page. Raises `InputError`."""
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
    return read_source(found)


def read_all(paths: Sequence[str | Path]) -> Iterator[Dossier | InputError]:
    """The dossiers of files and folders one by one; in the place of an input that cannot be read, the reason."""
    from dragoman.run.flow import read_paths

    return read_paths([str(path) for path in paths])
