"""Before text dumps are read, a first look at all of them: lines on two pages of an outlet are no article's.

Only what lies on disk is looked at twice. What comes from the web or from standard input comes once, and is read alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.clean.furniture import Outline, furniture
from dragoman.clean.outlined import outlined
from dragoman.collect.files import sources
from dragoman.collect.kinds import is_address
from dragoman.errors import InputError
from dragoman.records.source import Source

MOST_DUMPS = 5_000
"""Dumps that are looked at: with some hundred lines each, they take some hundred megabytes. Later ones are read alone."""
LARGEST_FILE = 2_000_000
"""Bytes of a file named by itself that is looked at: larger ones are archives, or no article."""


def furnished(paths: Sequence[str]) -> Iterator[Source | InputError]:
    """The sources of the paths in their order, dumps among them with the lines that are their outlet's furniture."""
    known = _known(paths)
    for source in sources(paths):
        lines = known.get((source.name, source.within)) if isinstance(source, Source) else None
        yield replace(source, furniture=lines) if lines and isinstance(source, Source) else source


def _known(paths: Sequence[str]) -> dict[tuple[str, str | None], frozenset[int]]:
    found: dict[tuple[str, str | None], Outline] = {}
    for source in _on_disk(paths):
        if len(found) >= MOST_DUMPS:
            break
        lines = outlined(source)
        if lines is not None:
            found[source.name, source.within] = lines
    return dict(zip(found, furniture(tuple(found.values())), strict=True))


def _on_disk(paths: Sequence[str]) -> Iterator[Source]:
    """What is in folders, and files named by themselves unless they are alone; what cannot be read is named later."""
    local = [path for path in paths if path != "-" and not is_address(path)]
    for path in local:
        try:
            if Path(path).is_dir():
                yield from (source for source in sources([path]) if isinstance(source, Source))
            elif len(local) > 1 and Path(path).is_file() and Path(path).stat().st_size <= LARGEST_FILE:
                yield Source(path, Path(path).read_bytes())
        except (OSError, ValueError):
            continue
