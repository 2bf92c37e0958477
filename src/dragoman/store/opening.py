"""Opening a record: it is made where there is none yet, brought up to date, and never taken for what it is not."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from dragoman.errors import RecordError
from dragoman.store.engine import WAIT_S, Engines, said
from dragoman.store.migrations import HEAD
from dragoman.store.place import Place
from dragoman.store.redraw import redraw

APPLICATION = 0x44524147
"""What the head of a SQLite file says that it is (`PRAGMA application_id`): "DRAG"."""
_MAGIC = b"SQLite format 3\0"


def opened(place: Place, *, make: bool = False, wait_s: float = WAIT_S) -> Engines:
    """The record at a place; with `make` it is made where there is none.

    Raises `RecordError` where there is none, where something else is there, or where a newer Dragoman made it.
    """
    if place.path:
        _look_at_file(place.path, make)
    engines = Engines(place, wait_s)
    try:
        _bring_up_to_date(engines, make)
    except BaseException:
        engines.close()
        raise
    return engines


def _look_at_file(path: Path, make: bool) -> None:
    if not path.exists():
        if not make:
            raise RecordError(f"{path}: no record there. `dragoman add SOURCE…` makes one; --record names another")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RecordError(f"{path}: its folder cannot be made ({error.strerror})") from error
        return
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise RecordError(f"{path}: cannot be opened ({(error.strerror or str(error)).lower()})") from error
    if not head and make:
        return
    if head[:16] != _MAGIC:
        raise RecordError(f"{path}: not a record (not a SQLite file); nothing was changed")
    # Bytes 68 to 71 of the head: what program the file belongs to. 0 is also a record that is just being made.
    if int.from_bytes(head[68:72], "big") not in (0, APPLICATION):
        raise RecordError(f"{path}: not a record (a SQLite file of another program); nothing was changed")


def _bring_up_to_date(engines: Engines, make: bool) -> None:
    with engines.reading() as connection:
        revision, tables = _state(connection)
    if revision == HEAD:
        _share(engines.place)
        return
    shown = engines.place.shown
    if revision is None and tables:
        raise RecordError(f"{shown}: not a record (a database of another program); nothing was changed")
    if revision is None and not make:
        raise RecordError(f"{shown}: no record there. `dragoman add SOURCE…` makes one; --record names another")
    if revision is not None and revision > HEAD:
        raise RecordError(
            f"{shown}: made by a newer Dragoman (step {revision}, this one knows {HEAD}): update Dragoman"
        )
    if engines.place.path:
        _prepare_file(engines.place)
    with engines.writing() as connection:
        if _state(connection)[0] != HEAD:  # another program may have been faster
            _upgrade(connection)
            redraw(connection)


def _state(connection: Connection) -> tuple[str | None, bool]:
    """The step that the record stands at, and whether there are tables at all."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables or "judgements" not in tables:
        return None, bool(set(tables) - {"alembic_version"})
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar(), True


def _prepare_file(place: Place) -> None:
    """What holds for the file as a whole: readers and a writer do not stop each other."""
    with said(place):
        connection = sqlite3.connect(str(place.path), timeout=WAIT_S)
        try:
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()


def _share(place: Place) -> None:
    """Let readers and a writer go on beside each other in a copy too: it comes as one file, in which they do not."""
    if place.path is None:
        return
    with place.path.open("rb") as file:
        head = file.read(20)
    # Bytes 18 and 19 of the head: 2 where the file has a log of changes beside it.
    if head[18:20] != b"\2\2":
        # Where it cannot be changed, nobody writes, and reading goes on as it is.
        with (
            suppress(sqlite3.OperationalError),
            closing(sqlite3.connect(str(place.path), timeout=WAIT_S)) as connection,
        ):
            connection.execute("PRAGMA journal_mode = WAL")


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
