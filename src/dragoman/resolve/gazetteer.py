"""Finding many known names in a text at once, by their first word."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ \-‐‑–/&’'ʼ`.,\n\u00a0]{1,2}")
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "ð": "d", "ə": "a", "þ": "th"})
_INITIAL = 3
"""A full stop inside a name follows at most so many letters: "St. Petersburg", "Gen. Hulusi"."""


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word without case and accents."""
    if word.isascii():
        return word.lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return plain.casefold().translate(_LETTERS)


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A known name at a place of the text, with all that it may mean."""

    start: int
    end: int
    meanings: tuple[T, ...]


_Entry = tuple[tuple[str, ...], tuple[str, ...], str, tuple[T, ...]]
"""A name's words folded, as written, the name, and what it may mean."""


class Gazetteer(Generic[T]):
    """Names and what they mean. Accents, hyphens and full stops do not matter; capitals do where the name has them."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        found: dict[str, list[T]] = {}
        for name, meaning in names:
            found.setdefault(name, []).append(meaning)
        self._by_first: dict[str, dict[str, list[_Entry[T]]]] = {}
        """Names by their first and second words ("" for none): a first word like "New" has too many to try them all."""
        several: list[list[_Entry[T]]] = []
        for name, meanings in found.items():
            raw = (name,) if name.isalpha() else tuple(_WORD.findall(name))
            key = tuple([fold(word) for word in raw])
            if not key:
                continue
            second = key[1] if len(key) > 1 else ""
            entries = self._by_first.setdefault(key[0], {}).setdefault(second, [])
            entries.append((key, raw, name, tuple(meanings)))
            if len(entries) > 1:
                several.append(entries)
        for entries in several:
            entries.sort(key=lambda entry: (-len(entry[0]), entry[2]))

    def find(self, text: str) -> list[Match[T]]:
        """All known names, the longest from the left, none overlapping."""
        words = [(*m.span(), m[0]) for m in _WORD.finditer(text)]
        matches: list[Match[T]] = []
        after = 0
        for i, (_, _, word) in enumerate(words):
            by_second = self._by_first.get(fold(word)) if i >= after else None
            if not by_second:
                continue
            longer = by_second.get(fold(words[i + 1][2]), ()) if i + 1 < len(words) else ()
            match = self._longest(text, words, i, longer) or self._longest(text, words, i, by_second.get("", ()))
            if match:
                matches.append(match[0])
                after = i + match[1]
        return matches

    def _longest(
        self, text: str, words: list[tuple[int, int, str]], i: int, entries: Sequence["_Entry[T]"]
    ) -> tuple[Match[T], int] | None:
        """The longest names of the entries that stand at a word, with all that they mean, and how many words they take."""
        width = 0
        meanings: list[T] = []
        end = 0
        for key, raw, name, values in entries:
            if len(key) < width:
                break
            if self._fits(text, words, i, key, raw):
                width = len(key)
                meanings.extend(value for value in values if value not in meanings)
                end = words[i + width - 1][1]
                if name.endswith(".") and text[end : end + 1] == ".":
                    end += 1
        return (Match(words[i][0], end, tuple(meanings)), width) if width else None

    @staticmethod
    def _fits(text: str, words: list[tuple[int, int, str]], i: int, key: tuple[str, ...], raw: tuple[str, ...]) -> bool:
        if i + len(key) > len(words):
            return False
        for k, (folded, spelling) in enumerate(zip(key, raw, strict=True)):
            start, _, word = words[i + k]
            if fold(word) != folded or not _same_case(spelling, word):
                return False
            if k:
                before = words[i + k - 1]
                gap = text[before[1] : start]
                if not _GAP.fullmatch(gap) or "\n\n" in gap or ("," in gap and len(word) > 1):
                    return False
                if "." in gap and gap != "." and before[1] - before[0] > _INITIAL:
                    return False
        return True


def _same_case(spelling: str, word: str) -> bool:
    if spelling.islower():
        return True
    if spelling.isupper() and not spelling.isdigit():
        return word == spelling
    return word[0].isupper() or word[0].isdigit() or not word[0].isalpha()
