"""Pages of the open web for the measures that need pages about something else: the folder that `bench clean` reads."""

import gzip
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.records.source import Source


def pages(folder: Path, number: int) -> list[Source]:
    """As many pages as asked for (or all, where there are fewer), evenly from the folder; `UsageError` where it has none."""
    files = sorted((folder / "html").glob("*.html.gz"))
    if not files:
        raise UsageError(f"{folder}: no pages there (html/*.html.gz)")
    number = min(number, len(files))
    chosen = (files[i * len(files) // number] for i in range(number))
    return [Source(file.name, gzip.decompress(file.read_bytes())) for file in chosen]
