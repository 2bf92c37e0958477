"""The words by which details are told, from `details_words.tsv`."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.coding.forms import base_form
from dragoman.records.reading import Sentence, Token

_LONGEST = 6
"""Words in a phrase of the table at most."""


@dataclass(frozen=True, slots=True)
class Words:
    """The classes of one language: for each its words, in lower case, with their values."""

    classes: dict[str, dict[str, str]]
    known: frozenset[str]
    """Every word and last word of a phrase."""

    def base(self, token: Token) -> str:
        """A word's base form in lower case."""
        return base_form(token, self.known, self.classes["ending"])

    def has(self, name: str, word: str) -> bool:
        """Whether a class has a word or phrase."""
        return word.lower() in self.classes[name]

    def value(self, name: str, word: str) -> str | None:
        """The value of a word or phrase of a class."""
        return self.classes[name].get(word.lower())

    def ending_at(self, name: str, sentence: Sentence, index: int) -> tuple[str, int] | None:
        """The value of the longest phrase of a class that ends at a word, and the index of the phrase's first word."""
        return self._phrase(name, sentence, range(max(0, index - _LONGEST + 1), index + 1), index + 1)

    def starting_at(self, name: str, sentence: Sentence, index: int) -> tuple[str, int] | None:
        """The value of the longest phrase of a class that begins at a word, and the index after its last word."""
        for stop in range(min(len(sentence.tokens), index + _LONGEST), index, -1):
            found = self._phrase(name, sentence, range(index, index + 1), stop)
            if found:
                return found[0], stop
        return None

    def in_text(self, name: str, text: str) -> str | None:
        """The value of the longest phrase of a class within a text, whole words only."""
        padded = f" {' '.join(text.lower().split())} "
        found = [phrase for phrase in self.classes[name] if f" {phrase} " in padded]
        return self.classes[name][max(found, key=lambda phrase: (len(phrase), phrase))] if found else None

    def _phrase(self, name: str, sentence: Sentence, starts: range, stop: int) -> tuple[str, int] | None:
        known = self.classes[name]
        last = sentence.tokens[stop - 1]
        for start in starts:
            before = [token.text.lower() for token in sentence.tokens[start : stop - 1]]
            for ending in (self.base(last), last.text.lower()):
                # A hyphened compound is three words to the reader: "anti|-|tank".
                phrase = " ".join([*before, ending]).replace(" - ", "-")
                if phrase in known:
                    return known[phrase], start
        return None


@cache
def words_for(language: str) -> Words | None:
    """The words of a language by BCP 47 tag; `None` where there are none."""
    file = resources.files("dragoman") / "data/coding" / language.partition("-")[0].lower() / "details_words.tsv"
    if not file.is_file():
        return None
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    classes: dict[str, dict[str, str]] = {}
    for line in lines[1:]:
        name, words, value = line.split("\t")
        for word in words.split(";"):
            classes.setdefault(name, {})[word.strip().lower()] = value
    known = frozenset(word.rpartition(" ")[2] for row in classes.values() for word in row)
    return Words(classes, known)
