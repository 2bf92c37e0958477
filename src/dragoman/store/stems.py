"""Words cut to their stems, so that a search finds every form of a word: English and Russian by Snowball.

Which of the two is told by the script of the word, in the text as in the question: other languages are treated alike on
both sides, and found by their whole words at the least.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Protocol

WORD = re.compile(r"[^\W_]+")
_CYRILLIC = re.compile("[\u0400-\u04ff]")

_FLEETING = re.compile("([^аеиоуыэюя])[ое]([кц])$")
"""The vowel that comes and goes before the last consonant ("поставки", "поставок"; "конец", "конца"), where Snowball
leaves it."""


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802


@cache
def _stemmer(language: str) -> _Stemmer:
    from snowballstemmer import stemmer

    made: _Stemmer = stemmer(language)
    return made


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of one word, in small letters; "ё" counts as "е"."""
    small = word.casefold().replace("ё", "е")
    if any(c.isdigit() for c in small):
        return small
    if _CYRILLIC.search(small):
        return _FLEETING.sub(r"\1\2", _stemmer("russian").stemWord(small))
    return _stemmer("english").stemWord(small)


def stemmed(text: str) -> str:
    """A text as the index of words takes it."""
    return " ".join(stem(match[0]) for match in WORD.finditer(text))


def stems_at(text: str) -> Iterator[tuple[int, int, str]]:
    """Every word with its place and its stem."""
    for match in WORD.finditer(text):
        yield match.start(), match.end(), stem(match[0])
