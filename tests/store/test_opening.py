"""Opening and sharing: what is no record is left alone, and what goes wrong is said clearly and harms nothing."""

import resource
import shutil
import signal
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import dragoman.store
from dragoman.errors import RecordError, UsageError
from dragoman.store.migrations import HEAD
from dragoman.store.models import Base
from dragoman.store.place import default
from dragoman.store.place import place as place_of
from dragoman.store.record import Record
from tests.store.pages import BOATS, VISIT, entry


def test_the_steps_lead_to_the_tables_of_the_models(record: Record) -> None:
    with record.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, kind, _: "_search" not in (name or "")}
        )
        assert compare_metadata(context, Base.metadata) == []
    folder = Path(dragoman.store.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_current_head() == HEAD


def test_a_record_is_only_made_where_it_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no record there"):
        Record.open(tmp_path / "none.sqlite")
    assert list(tmp_path.iterdir()) == []
    Record.open(tmp_path / "deep" / "er" / "r.sqlite", make=True).close()
    Record.open(tmp_path / "deep" / "er" / "r.sqlite").close()


@pytest.mark.parametrize("kind", ["text", "other database", "other application", "folder"])
def test_a_foreign_file_is_refused_and_left_as_it_is(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "foreign"
    if kind == "text":
        path.write_text("Dear diary")
    elif kind == "folder":
        path.mkdir()
    else:
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE cats (name TEXT)")
            if kind == "other application":
                connection.execute("PRAGMA application_id = 99")
        connection.close()
    before = path.read_bytes() if path.is_file() else None
    for make in (False, True):
        with pytest.raises(RecordError):
            Record.open(path, make=make)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_record_of_a_newer_program_is_not_touched(file: Path) -> None:
    Record.open(file, make=True).close()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(RecordError, match="newer Dragoman"):
        Record.open(file)


def test_a_locked_record_is_said_to_be_locked(file: Path) -> None:
    with Record.open(file, make=True, wait_s=0.1) as record:
        record.add([entry(VISIT)])
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match="another program has been writing"):
            record.add([entry(BOATS, "https://press.example/b")])
        assert len(record.events()) == 2  # reading is not locked out
        other.execute("ROLLBACK")
        other.close()
        record.add([entry(BOATS, "https://press.example/b")])
        assert record.problems() == []


def test_a_full_disk_is_said_and_harms_nothing(file: Path) -> None:
    with Record.open(file, make=True) as record:
        record.add([entry(VISIT)])
        many = [entry(f"{BOATS} {'word ' * 20000} {i}", f"https://press.example/{i}") for i in range(20)]
        before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size + 4096, hard))
        try:
            with pytest.raises(RecordError, match="disk is full"):
                record.add(many)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            signal.signal(signal.SIGXFSZ, before)
        assert len(record.articles()) == 1
        assert record.problems() == []
        record.add(many[:2])
        assert record.problems() == []


def test_a_damaged_record_is_found_out(file: Path) -> None:
    with Record.open(file, make=True) as record:
        record.add([entry(VISIT)])
        with record.writing() as (connection, _):
            connection.exec_driver_sql("UPDATE events SET type = 'ASSAULT' WHERE type = 'AGREE'")
            connection.exec_driver_sql("UPDATE versions SET digest = 'x'")
        problems = record.problems()
        assert any("is not what its dossier says" in problem for problem in problems)
        assert any("not the one that was kept" in problem for problem in problems)


def test_reading_sees_one_state_while_another_adds(file: Path) -> None:
    with Record.open(file, make=True) as reader, Record.open(file) as writer:
        writer.add([entry(VISIT)])
        with reader.reading() as connection:
            count = "SELECT count(*) FROM articles"
            assert connection.exec_driver_sql(count).scalar() == 1
            writer.add([entry(BOATS, "https://press.example/b")])
            assert connection.exec_driver_sql(count).scalar() == 1
        assert len(reader.articles()) == 2


def test_a_copy_taken_while_it_is_written_to_can_be_opened(file: Path, tmp_path: Path) -> None:
    with Record.open(file, make=True) as record:
        record.add([entry(VISIT)])
        with record.writing() as (connection, _):
            connection.exec_driver_sql("UPDATE articles SET title = 'half done'")
            record.backup(tmp_path / "copy.sqlite")
            connection.exec_driver_sql("UPDATE articles SET title = 'Talks'")
        with Record.open(tmp_path / "copy.sqlite") as copy:
            assert copy.articles()[0].title == "Talks"
            assert copy.problems() == []
            # The copy is a record like any other: reading it is not locked out by who adds to it.
            with copy.reading() as reading:
                assert reading.exec_driver_sql("SELECT count(*) FROM articles").scalar() == 1
                copy.add([entry(BOATS, "https://press.example/b")])
        with pytest.raises(RecordError, match="never written over"):
            record.backup(tmp_path / "copy.sqlite")
        with pytest.raises(RecordError, match=r"copy\.sqlite: cannot be written"):
            record.backup(tmp_path / "nowhere" / "copy.sqlite")
    assert sorted(path.name for path in tmp_path.iterdir() if "copy" in path.name) == ["copy.sqlite"]
    shutil.rmtree(tmp_path)


def test_where_the_record_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DRAGOMAN_RECORD", raising=False)
    assert place_of(None).path == default()
    monkeypatch.setenv("DRAGOMAN_RECORD", str(tmp_path / "mine.sqlite"))
    assert place_of(None).path == tmp_path / "mine.sqlite"
    assert place_of("postgresql://ada:secret@db/record").shown == "postgresql://ada@db/record"
    with pytest.raises(UsageError, match="a record is"):
        place_of("mysql://db")


def test_a_server_that_is_not_there_is_said() -> None:
    with pytest.raises(RecordError, match="the server cannot be asked"):
        Record.open("postgresql://nobody@127.0.0.1:1/none", make=True)
