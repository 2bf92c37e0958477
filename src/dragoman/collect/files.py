"""Files, folders and standard input become sources, one at a time; what cannot be read is named with its reason."""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.errors import InputError
from dragoman.records.source import Source

LIMIT_BYTES = 50_000_000
"""A file of this size or more holds no press article; it is refused before it is read."""

NOT_TEXT = frozenset(
    [
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".bmp",
        ".ico",
        ".tif",
        ".tiff",
        ".heic",
        ".svg",
        ".mp3",
        ".mp4",
        ".m4a",
        ".ogg",
        ".wav",
        ".flac",
        ".avi",
        ".mov",
        ".mkv",
        ".webm",
        ".zip",
        ".gz",
        ".bz2",
        ".xz",
        ".zst",
        ".7z",
        ".rar",
        ".tar",
        ".tgz",
        ".jar",
        ".whl",
        ".pdf",
        ".doc",
        ".docx",
        ".xls",
        ".xlsx",
        ".ppt",
        ".pptx",
        ".odt",
        ".ods",
        ".epub",
        ".djvu",
        ".exe",
        ".dll",
        ".so",
        ".dylib",
        ".o",
        ".a",
        ".pyc",
        ".class",
        ".wasm",
        ".bin",
        ".dat",
        ".db",
        ".sqlite",
        ".sqlite3",
        ".parquet",
        ".arrow",
        ".npy",
        ".npz",
        ".onnx",
        ".pt",
        ".ttf",
        ".otf",
        ".woff",
        ".woff2",
        ".css",
        ".js",
        ".mjs",
        ".map",
    ]
)
"""Endings passed over inside folders. A file that is named itself is always tried, whatever its ending."""


def sources(paths: Sequence[str]) -> Iterator[Source | InputError]:
    """Each path in order: a file, a folder (everything below it, sorted; hidden files left out) or "-" (standard input).

    Never raises for an input that is missing or unreadable: an `InputError` stands in its place.
    """
    for path in paths:
        if path == "-":
            yield _standard_input()
            continue
        try:
            is_folder = Path(path).is_dir()
        except (OSError, ValueError) as error:
            yield InputError(path, _reason(error))
            continue
        if is_folder:
            yield from _folder(path)
        else:
            yield _file(path)


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
            if not name.startswith(".") and Path(name).suffix.lower() not in NOT_TEXT:
                seen += 1
                yield _file(str(Path(folder) / name))
    for error in problems:
        yield InputError(str(error.filename or path), _reason(error))
    if not seen and not problems:
        yield InputError(path, "no readable files in this folder (images, archives and hidden files are passed over)")


def _file(path: str) -> Source | InputError:
    try:
        with open(path, "rb", opener=_open_without_waiting) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                return InputError(path, "not a regular file")
            if status.st_size >= LIMIT_BYTES:
                return InputError(path, _too_large(status.st_size))
            data = file.read(LIMIT_BYTES)
    except (OSError, ValueError) as error:
        return InputError(path, _reason(error))
    return _source(path, data)


def _open_without_waiting(path: str, flags: int) -> int:
    """Opening a named pipe would otherwise wait for a writer for ever."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _standard_input() -> Source | InputError:
    try:
        data = sys.stdin.buffer.read(LIMIT_BYTES)
    except (OSError, ValueError, AttributeError) as error:
        return InputError("-", _reason(error))
    return _source("-", data)


def _source(name: str, data: bytes) -> Source | InputError:
    if not data:
        return InputError(name, "empty file" if name != "-" else "empty input")
    if len(data) >= LIMIT_BYTES:
        return InputError(name, _too_large(None))
    return Source(name, data)


def _too_large(size: int | None) -> str:
    found = f"{size:,} bytes" if size is not None else "too many bytes"
    return f"too large: {found}; the limit for one article is {LIMIT_BYTES:,} bytes"


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "permission denied"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return f"cannot be read ({error})"
