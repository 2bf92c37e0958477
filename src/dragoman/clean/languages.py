"""The languages that the cleaner knows by name, their letters and their commonest words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Language:
    """What one language is known by."""

    code: str
    script: str
    name: str
    letters: frozenset[str]
    """Those of its letters that other languages of the script may lack."""
    words: frozenset[str]


@cache
def languages() -> tuple[Language, ...]:
    """Every language that can be told."""
    table = (resources.files("dragoman") / "data/clean/languages.tsv").read_text("utf-8")
    return tuple(_rows(table))


def _rows(table: str) -> Iterator[Language]:
    for line in table.splitlines():
        if line and not line.startswith("#"):
            code, script, name, letters, words = line.split("\t")
            yield Language(code, script, name, frozenset(letters), frozenset(words.split()))


@cache
def of_script(script: str) -> tuple[Language, ...]:
    """Those written in a script."""
    return tuple(language for language in languages() if language.script == script)
