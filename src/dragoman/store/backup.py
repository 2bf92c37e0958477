"""A copy of the record, taken while it may be written to: one moment of it, whole."""

import os
import sqlite3
from pathlib import Path

from dragoman.errors import RecordError
from dragoman.store.engine import WAIT_S, said
from dragoman.store.place import Place


def backup(place: Place, target: Path) -> None:
    """Copy a record's file. It appears under its name only when it is whole."""
    if place.path is None:
        raise RecordError("a PostgreSQL record is copied with the server's own pg_dump")
    if target.exists():
        raise RecordError(f"{target}: is there already; a copy is never written over anything")
    if not target.absolute().parent.is_dir():
        raise RecordError(f"{target}: cannot be written (no such folder)")
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        # What can go wrong is with the copy: its disk is full, its folder locked.
        with said(Place(target, "")):
            _copy(place.path, unfinished)
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        unfinished.replace(target)
    except OSError as error:
        raise RecordError(f"{target}: cannot be written ({(error.strerror or str(error)).lower()})") from error
    finally:
        for left in (unfinished, unfinished.with_name(unfinished.name + "-journal")):
            left.unlink(missing_ok=True)


def _copy(path: Path, target: Path) -> None:
    source = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=WAIT_S)
    try:
        copy = sqlite3.connect(str(target))
        try:
            # All pages in one step: readers and a writer go on meanwhile, and the copy is of one moment.
            source.backup(copy, pages=-1)
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
    finally:
        source.close()
