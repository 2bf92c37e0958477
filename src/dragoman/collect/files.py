"""What was named becomes sources, one at a time: files, folders, standard input, addresses; what fails is named."""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO

from dragoman.collect.contents import contents
from dragoman.collect.endings import is_passed_over
from dragoman.collect.kinds import is_address
from dragoman.collect.web import Web
from dragoman.errors import InputError
from dragoman.records.source import Source


def sources(paths: Sequence[str]) -> Iterator[Source | InputError]:
    """Each path in order: a file, a folder (everything below it, sorted; hidden files left out), "-", or a web address.

    WARC and WET archives, feeds, outlines of feeds and lists of addresses give what is in them. Only what the user names is
    fetched: an address, or those of a list or an outline that is named itself. Never raises for an input that is missing or
    unreadable: an `InputError` stands in its place.
    """
    web = Web()
    for path in paths:
        if path == "-":
            yield from _standard_input(web)
        elif is_address(path):
            yield from web.sources(path)
        else:
            yield from _path(path, web)


def _path(path: str, web: Web) -> Iterator[Source | InputError]:
    try:
        is_folder = Path(path).is_dir()
    except (OSError, ValueError) as error:
        yield InputError(path, _reason(error))
        return
    yield from _folder(path) if is_folder else _file(path, web)


def _folder(path: str) -> Iterator[Source | InputError]:
    problems: list[OSError] = []
    seen = 0
    for folder, folders, names in os.walk(path, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        while problems:
            error = problems.pop()
            yield InputError(str(error.filename or path), _reason(error))
            seen += 1
        for name in sorted(names):
            if not is_passed_over(name):
                seen += 1
                yield from _file(str(Path(folder) / name), None)
    for error in problems:
        yield InputError(str(error.filename or path), _reason(error))
    if not seen and not problems:
        yield InputError(path, "no readable files in this folder (images, archives and hidden files are passed over)")


def _file(path: str, web: Web | None) -> Iterator[Source | InputError]:
    """`web`: fetches what the file lists; `None` inside a folder, where nobody asked for it."""
    try:
        with open(path, "rb", opener=_open_without_waiting) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                yield InputError(path, "not a regular file")
                return
            yield from contents(file, path, web, status.st_size)
    except (OSError, ValueError) as error:
        yield InputError(path, _reason(error))


def _open_without_waiting(path: str, flags: int) -> int:
    """Opening a named pipe would otherwise wait for a writer for ever."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _standard_input(web: Web) -> Iterator[Source | InputError]:
    try:
        yield from contents(BufferedReader(_Once(sys.stdin.buffer)), "-", web, None)
    except (OSError, ValueError, AttributeError) as error:
        yield InputError("-", _reason(error))


class _Once(RawIOBase):
    """A stream that is read once from front to back, whatever stands behind it: a file, a pipe."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "permission denied"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return f"cannot be read ({error})"
