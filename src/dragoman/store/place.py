"""Where the record is: a SQLite file, or a PostgreSQL database by its URL."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import UsageError

VARIABLE = "DRAGOMAN_RECORD"
"""Environment variable that names the record where the call does not."""
_POSTGRESQL = ("postgresql://", "postgres://", "postgresql+psycopg://")


@dataclass(frozen=True, slots=True)
class Place:
    """A SQLite file (`path`), or a database on a PostgreSQL server (`url`)."""

    path: Path | None
    url: str

    @property
    def shown(self) -> str:
        """How it is called in messages: never with its password."""
        if self.path:
            return str(self.path)
        head, _, tail = self.url.partition("://")[2].rpartition("@")
        return f"postgresql://{head.partition(':')[0] + '@' if head else ''}{tail}"


def place(given: str | Path | None) -> Place:
    """The place that the call, the environment or else the system's custom names."""
    name = str(given) if given else os.environ.get(VARIABLE) or str(default())
    if name.startswith(_POSTGRESQL):
        return Place(None, "postgresql+psycopg://" + name.partition("://")[2])
    if "://" in name:
        raise UsageError(f"{name}: a record is a SQLite file or postgresql://USER@HOST/DATABASE")
    path = Path(name).expanduser()
    return Place(path, f"sqlite:///{path}")


def default() -> Path:
    """Where data of a user's own lies on this system."""
    if sys.platform == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        folder = Path.home() / "Library" / "Application Support"
    else:
        folder = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return folder / "dragoman" / "record.sqlite"
