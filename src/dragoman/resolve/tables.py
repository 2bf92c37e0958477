"""Reading the room's tables: tab-separated rows under a header of "#" lines."""

from collections.abc import Iterator
from importlib import resources


def rows(name: str) -> Iterator[list[str]]:
    """The rows of `data/resolve/NAME.tsv`, cells as written; empty cells at the end of a line may be left out there."""
    text = resources.files("dragoman").joinpath(f"data/resolve/{name}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def listed(cell: str) -> tuple[str, ...]:
    """The members of a cell that holds a list, separated by ";"."""
    return tuple(part for part in cell.split(";") if part)
