"""The time expressions of a stretch of text: where patterns match, and which matches belong together as a range."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.coding.when.words import Words

_JOINED = frozenset({"day", "month", "year", "which month", "season"})
"""Rules whose expressions may be the ends of a range: "from 30 March to 2 April"."""
_BARE = frozenset({"year", "month"})


@dataclass(frozen=True, slots=True)
class Piece:
    """One expression: its place, its rule and the words of each class in it."""

    start: int
    end: int
    rule: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Stretch:
    """One piece, or the two ends of a range, with the place of the whole."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


def stretches(text: str, words: Words) -> list[Stretch]:
    """All time expressions of a text, in order, never overlapping; places count in `text`."""
    if not words.hint.search(text):
        return []
    return _joined(text, _pieces(text, words), words)


def word_before(text: str, start: int, words: Words) -> tuple[str, int] | None:
    """The longest word or phrase of the class "before" that stands right before a place, and where it begins."""
    head = text[max(0, start - 40) : start].rstrip()
    offset = max(0, start - 40)
    best: tuple[str, int] | None = None
    for phrase in words.classes["before"]:
        match = re.search(rf"(?<![\w-]){re.escape(phrase)}(?:\s+the)?\Z", head, re.IGNORECASE)
        if match and (best is None or offset + match.start() < best[1]):
            best = phrase, offset + match.start()
    return best


def _pieces(text: str, words: Words) -> list[Piece]:
    found: list[tuple[int, int, int, Piece]] = []
    for order, (rule, pattern) in enumerate(words.patterns):
        for match in pattern.finditer(text):
            values = {name: value for name, value in match.groupdict().items() if value is not None}
            piece = Piece(match.start(), match.end(), rule, values)
            if piece.rule not in _BARE or _stands(text, piece, words):
                found.append((piece.start, -piece.end, order, piece))
    kept: list[Piece] = []
    for *_, piece in sorted(found, key=lambda row: row[:3]):
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return kept


def _stands(text: str, piece: Piece, words: Words) -> bool:
    """Whether a lone month or number is a date: a word that leads one on stands before, a part or a year within."""
    word = text[piece.start : piece.end]
    if word not in piece.values.values():
        return True
    before = re.search(r"([\w']+)\W*\Z", text[max(0, piece.start - 20) : piece.start])
    if before is None:
        # What opens a sentence may be any word, but "2014" or "January" alone is a date there.
        return word.lower() not in words.classes["ambiguous"]
    lead = words.has("lead", before.group(1))
    if piece.rule == "month":
        if words.has("abbreviation", word) and words.value("month", word) is None:
            return lead
        return lead or word.lower() not in words.classes["ambiguous"]
    return not word.isdecimal() or words.has("year lead", before.group(1)) or _names_its_noun(before.group(1), words)


def _names_its_noun(word: str, words: Words) -> bool:
    """Whether the year may name the noun after it: "the 2014 accord", "Moscow's 2014 accord"."""
    return words.has("owner", word) or word.endswith(("'s", "s'")) or word == "s"


def _joined(text: str, pieces: list[Piece], words: Words) -> list[Stretch]:
    found: list[Stretch] = []
    i = 0
    while i < len(pieces):
        piece = pieces[i]
        following = pieces[i + 1] if i + 1 < len(pieces) else None
        if following and piece.rule in _JOINED and following.rule in _JOINED:
            start = _range_start(text, piece, following, words)
            if start is not None:
                found.append(Stretch(start, following.end, (piece, following)))
                i += 2
                continue
        found.append(Stretch(piece.start, piece.end, (piece,)))
        i += 1
    return found


def _range_start(text: str, piece: Piece, following: Piece, words: Words) -> int | None:
    between = " ".join(text[piece.end : following.start].lower().split())
    opened = re.search(r"(\w+)\s*\Z", text[max(0, piece.start - 20) : piece.start])
    opener = opened.group(1).lower() if opened else ""
    base = max(0, piece.start - 20)
    if between in words.classes["range"]:
        if words.classes["range"][between] == opener and opened:
            return base + opened.start()
        if words.classes["range"][between] == "":
            return base + opened.start() if opened and opener in words.classes["range"].values() else piece.start
    return None
