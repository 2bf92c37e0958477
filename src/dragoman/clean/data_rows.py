"""The rows of a table that ships with the package."""

from importlib import resources


def rows(path: str) -> list[list[str]]:
    """Its cells, without comments and empty lines."""
    table = (resources.files("dragoman") / path).read_text("utf-8")
    return [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
