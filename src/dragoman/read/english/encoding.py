"""How a word becomes numbers for the encoder, and how the encoder's lemma classes become lemmas.

Shared by the reader and by `train/`: both must see a word in the same way.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dragoman.read.english.known import KnownNames

CASES = ("lower", "capital", "upper", "mixed", "digits", "other")
"""The shapes of a word: the encoder's word pieces are uncased, so its case is given beside them."""

LONGEST_PIECES = 510
"""Word pieces in a sentence at most: the encoder has 512 positions, two of them for its own marks."""


def case_of(word: str) -> int:
    """The index in `CASES` of a word's shape."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return CASES.index("digits") if any(c.isdigit() for c in word) else CASES.index("other")
    if all(c.islower() for c in letters):
        return CASES.index("lower")
    if all(c.isupper() for c in letters):
        return CASES.index("upper") if len(letters) > 1 else CASES.index("capital")
    if letters[0].isupper() and all(c.islower() for c in letters[1:]):
        return CASES.index("capital")
    return CASES.index("mixed")


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sentence as the encoder takes it."""

    pieces: list[int]
    """Word-piece ids with the encoder's opening and closing marks."""
    cases: list[int]
    """The case of the word that each piece belongs to (marks: "other")."""
    known: list[int]
    """The signs (`known.py`) of the word that each piece belongs to, as a sum of powers of two (marks: 0)."""
    first: list[int]
    """For each word, the position of its first piece."""
    last: list[int]
    """For each word, the position of its last piece."""


class Pieces:
    """The word-piece vocabulary of the encoder, and the names known beside it."""

    def __init__(self, path: Path, known: KnownNames) -> None:
        """`path`: the `tokenizer.json` beside the model."""
        self._known = known
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._cache: dict[str, list[int]] = {}
        vocabulary = self._tokenizer.get_vocab()
        marks = ("<s>", "</s>") if "<s>" in vocabulary else ("[CLS]", "[SEP]")
        self._open, self._close, self._unknown = (vocabulary[mark] for mark in (*marks, "[UNK]"))

    def _of(self, word: str) -> list[int]:
        pieces = self._cache.get(word)
        if pieces is None:
            pieces = self._tokenizer.encode(word, add_special_tokens=False).ids[:24] or [self._unknown]
            if len(self._cache) < 100_000:
                self._cache[word] = pieces
        return pieces

    def encode(self, words: Sequence[str]) -> Encoded:
        """Encode the words of one sentence; past `LONGEST_PIECES` a word is given its first piece, then the unknown one."""
        other = CASES.index("other")
        encoded = Encoded([self._open], [other], [0], [], [])
        room = LONGEST_PIECES - len(words)
        if room < 0:
            raise ValueError(f"a sentence of {len(words)} words does not fit the encoder's {LONGEST_PIECES} pieces")
        for word, signs in zip(words, self._known.signs(words), strict=True):
            pieces = self._of(word)
            if len(pieces) - 1 > room:
                pieces = pieces[:1]
            room -= len(pieces) - 1
            encoded.first.append(len(encoded.pieces))
            encoded.pieces.extend(pieces)
            encoded.cases.extend([case_of(word)] * len(pieces))
            encoded.known.extend([signs] * len(pieces))
            encoded.last.append(len(encoded.pieces) - 1)
        encoded.pieces.append(self._close)
        encoded.cases.append(other)
        encoded.known.append(0)
        return encoded


def pad(rows: Sequence[Sequence[int]], width: int = 0) -> NDArray[np.int64]:
    """Rows of different lengths as one array, as wide as the longest and at least `width`, filled with 0."""
    table = np.zeros((len(rows), max([width, *(len(row) for row in rows)])), dtype=np.int64)
    for i, row in enumerate(rows):
        table[i, : len(row)] = row
    return table


def lemma_edit(word: str, lemma: str) -> str:
    """The edit class that turns `word` into `lemma`: case ("k" keep, "l" lower), letters cut at the end, letters added.

    >>> lemma_edit("signed", "sign"), lemma_edit("Talks", "talk")
    ('k2|', 'l1|')
    """
    lower = lemma == lemma.lower() and word != word.lower()
    shape = word.lower() if lower else word
    same = 0
    while same < min(len(shape), len(lemma)) and shape[same] == lemma[same]:
        same += 1
    return f"{'l' if lower else 'k'}{len(shape) - same}|{lemma[same:]}"


def apply_edit(word: str, edit: str) -> str:
    """The lemma that an edit class makes of a word; the word itself where the class cuts more than there is."""
    head, _, added = edit.partition("|")
    cut = int(head[1:])
    shape = word.lower() if head[0] == "l" else word
    if cut > len(shape):
        return shape
    return (shape[: len(shape) - cut] + added) or shape
