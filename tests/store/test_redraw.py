"""A record that an earlier version made: brought up to date when it is opened, with all that stood in it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

import dragoman.store
from dragoman.store.record import Record
from dragoman.store.selection import Filter
from tests.store.pages import BOATS, VISIT, entry

_KEPT = ("articles", "locations", "versions", "readings", "events", "quotes", "findings", "entities", "judgements")


def _as_of_step_one(record: Path, path: Path) -> Path:
    """The record's contents in the tables of the first step, as the version before would have left them."""
    config = Config()
    config.set_main_option("script_location", str(Path(dragoman.store.__file__).parent / "migrations"))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    with closing(sqlite3.connect(path)) as old, old:
        old.execute("ATTACH ? AS newer", (str(record),))
        for table in _KEPT:
            columns = ", ".join(f'"{row[1]}"' for row in old.execute(f"PRAGMA main.table_info({table})"))
            old.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}")
    return path


def test_rows_and_corrections_of_the_first_step_are_found_as_before(file: Path, tmp_path: Path) -> None:
    with Record.open(file) as record:
        record.add([entry(VISIT), entry(BOATS, "https://press.example/b")])
        visit = next(event.id for event in record.events() if event.type == "CONSULT")
        record.correct(visit, "date", "2023-05-09", "the ministry's own page says so", "Ada")
        events = [(event.id, event.date_start, event.added) for event in record.events()]
        quotes = [quote.id for quote in record.quotes()]
    with Record.open(_as_of_step_one(file, tmp_path / "old.sqlite")) as record:
        assert [(event.id, event.date_start, event.added) for event in record.events()] == events
        assert [quote.id for quote in record.quotes()] == quotes
        assert [event.id for event in record.events(Filter(corrected=True))] == [visit]
        assert [judgement.author for judgement in record.judgements(visit)] == ["Ada"]
        assert record.problems() == []
    with Record.open(tmp_path / "old.sqlite") as record:  # and it is done once
        assert len(record.events()) == len(events)
