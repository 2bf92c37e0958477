"""Finds the words and phrases of a check's data file in a sentence, by base form or as written."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from dragoman.records.reading import Sentence, Token


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a data file."""

    words: tuple[str, ...]
    kind: str
    unless: frozenset[str]
    """Base forms in the sentence beside which the words are ordinary."""
    name: bool
    """Whether the entry is written with a capital, and so may be a proper noun."""
    hyphen: bool
    """Whether the words are written with a hyphen ("would-be" is not "would be")."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry in a sentence: the indices of its first and last word."""

    entry: Entry
    first: int
    last: int


@cache
def lexicon(name: str) -> tuple[Entry, ...]:
    """The lines of `data/check/<name>`."""
    text = (files("dragoman") / "data" / "check" / name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return tuple(
        Entry(
            tuple(row[0].casefold().replace("-", " ").split()),
            row[1].strip() if len(row) > 1 else "",
            frozenset(filter(None, row[2].casefold().split(","))) if len(row) > 2 else frozenset(),
            not row[0].islower(),
            "-" in row[0],
        )
        for row in rows
    )


@cache
def _by_first(name: str) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in sorted(lexicon(name), key=lambda e: (-len(e.words), e.words)):
        found.setdefault(entry.words[0], []).append(entry)
    return {word: tuple(entries) for word, entries in found.items()}


def _singular(token: Token, lower: str) -> str:
    """A verb without its -s: a word as often noun as verb ("finances") may keep it in its base form."""
    return lower.removesuffix("s") if token.upos == "VERB" and token.has("Person=3") else lower


@lru_cache(maxsize=8)
def _forms(sentence: Sentence) -> tuple[tuple[tuple[int, frozenset[str]], ...], frozenset[str]]:
    """The words of a sentence with their indices and forms, and all forms; every file asks for the same of a sentence."""
    forms: list[tuple[int, frozenset[str]]] = []
    for i, token in enumerate(sentence.tokens):
        lower = token.text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        # An address ("/essay/mark-of-the-beast") has no words.
        parts = [part for part in lower.split("-") if part] if "/" not in lower else []
        if len(parts) > 1:
            forms.extend((i, frozenset({part})) for part in parts)
        elif parts:
            forms.append((i, frozenset({lower, token.lemma.casefold(), _singular(token, lower)})))
    return tuple(forms), frozenset(word for _, words in forms for word in words)


def hits(sentence: Sentence, name: str) -> Iterator[Hit]:
    """Every entry of the file in the sentence, the longest first, none inside another; hyphens part words."""
    forms, lemmas = _forms(sentence)
    entries, place = _by_first(name), 0
    while place < len(forms):
        step = 1
        for entry in (entry for word in sorted(forms[place][1]) for entry in entries.get(word, ())):
            stop = place + len(entry.words)
            if stop > len(forms) or (entry.hyphen and not _hyphened(sentence, forms[place][0], forms[stop - 1][0])):
                continue
            if any(w not in forms[place + n][1] for n, w in enumerate(entry.words)):
                continue
            step = len(entry.words)
            if not entry.unless & lemmas:
                yield Hit(entry, forms[place][0], forms[stop - 1][0])
            break
        place += step


def _hyphened(sentence: Sentence, first: int, last: int) -> bool:
    return any("-" in token.text for token in sentence.tokens[first : last + 1])
