"""Records to test with: a SQLite file, and a PostgreSQL database on a server started for the purpose."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from dragoman.store.record import Record

SERVER = os.environ.get("DRAGOMAN_TEST_POSTGRESQL", "")
"""postgresql://… of a server on which databases may be made; "required": one must be startable here (as CI wants it)."""
Place = Callable[[], str]


def _binaries() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: path.parts[-3].zfill(3))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def _missing(reason: str) -> None:
    if SERVER == "required":
        pytest.fail(f"PostgreSQL is required here: {reason}")
    pytest.skip(f"no PostgreSQL server: {reason} (install it, or name one in DRAGOMAN_TEST_POSTGRESQL)")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a server, without a database."""
    if SERVER and SERVER != "required":
        yield SERVER.rstrip("/")
        return
    binaries = _binaries()
    if binaries is None:
        _missing("initdb is not installed")
        return
    folder = Path(tempfile.mkdtemp(prefix="dragoman-pg-"))
    prefix: list[str] = []
    if os.geteuid() == 0:
        # The server refuses to run as root; the package brings a user for it.
        try:
            user = pwd.getpwnam("postgres")
        except KeyError:
            shutil.rmtree(folder)
            _missing("root may not run it, and there is no user postgres")
            return
        os.chown(folder, user.pw_uid, user.pw_gid)
        prefix = ["su", "postgres", "-s", "/bin/sh", "-c"]

    def run(command: str) -> None:
        subprocess.run(
            [*prefix, command] if prefix else ["sh", "-c", command], check=True, capture_output=True, cwd=folder
        )

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    run(f"{binaries}/initdb -D {folder}/data -U dragoman -A trust -E UTF8 --locale=C.UTF-8 --no-sync")
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    run(f"{binaries}/pg_ctl -D {folder}/data -w -t 300 -l {folder}/log -o '{options}' start")
    try:
        yield f"postgresql://dragoman@127.0.0.1:{port}"
    finally:
        run(f"{binaries}/pg_ctl -D {folder}/data -m immediate -w -t 120 stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with nothing in it, to be copied: making one takes longer than most tests."""
    path = tmp_path_factory.mktemp("empty") / "record.sqlite"
    Record.open(path, make=True).close()
    return path


@pytest.fixture(scope="session")
def template(server: str) -> str:
    """The name of a PostgreSQL database with an empty record, to be copied."""
    import psycopg

    name = f"empty_{uuid4().hex}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    Record.open(f"{server}/{name}", make=True).close()
    return name


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty record on either kind of database: what holds for one holds for the other."""
    if request.param == "sqlite":
        path = tmp_path / "record.sqlite"
        shutil.copyfile(request.getfixturevalue("empty"), path)
        yield str(path)
        return
    import psycopg

    template, url = request.getfixturevalue("template"), request.getfixturevalue("server")
    name = f"test_{uuid4().hex}"
    with psycopg.connect(f"{url}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    yield f"{url}/{name}"
    with psycopg.connect(f"{url}/postgres", autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def record(place: str) -> Iterator[Record]:
    """A new record."""
    with Record.open(place) as opened:
        yield opened


@pytest.fixture
def file(tmp_path: Path, empty: Path) -> Path:
    """A SQLite record with nothing in it."""
    shutil.copyfile(empty, tmp_path / "record.sqlite")
    return tmp_path / "record.sqlite"
