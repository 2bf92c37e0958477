"""The languages that the cleaner knows by name, their letters and their commonest words."""

from dataclasses import dataclass
from functools import cache

from dragoman.clean.data_rows import rows


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
    return tuple(
        Language(code, script, name, frozenset(letters), frozenset(words.split()))
        for code, script, name, letters, words in rows("data/clean/languages.tsv")
    )


@cache
def of_script(script: str) -> tuple[Language, ...]:
    """Those written in a script."""
    return tuple(language for language in languages() if language.script == script)
