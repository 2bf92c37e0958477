"""What stands outside a quotation does not hang on a word inside it.

A parser that sees one sentence at a time hangs "on Monday" in “We agree,” he said on Monday, on "agree". Arcs from words
after the closing mark into what is quoted are barred before the tree is chosen, save for verbs: a parser may make the verb
of saying hang on the quotation. Only speech is meant, not a word in quotation marks: it ends in a comma or a full stop.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_OPENING = frozenset({"“", "«", "„", "``"})
_CLOSING = frozenset({"”", "»", "''"})
_PLAIN = '"'
_ENDS = frozenset({",", ".", "!", "?", "…", "..."})


def quoted(words: Sequence[str]) -> list[tuple[int, int]]:
    """The stretches of speech in a sentence, marks included, as (first word, end word).

    A closing mark without its opening one closes what an earlier sentence opened.
    """
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for i, word in enumerate(words):
        if word in _OPENING or (word == _PLAIN and opened is None):
            opened = i
        elif word in _CLOSING or word == _PLAIN:
            if i and words[i - 1] in _ENDS:
                found.append((0 if opened is None else opened, i + 1))
            opened = None
    return found


def barred(words: Sequence[str], upos: Sequence[str], arcs: NDArray[np.float32], score: float) -> NDArray[np.float32]:
    """The arc scores (words, words + 1) with `score` where a word after a quotation would hang inside it."""
    spans = [(first, end) for first, end in quoted(words) if end < len(words)]
    if not spans:
        return arcs
    arcs = arcs.copy()
    for first, end in spans:
        after = [i for i in range(end, len(words)) if upos[i] not in ("VERB", "AUX", "PUNCT")]
        arcs[after, first + 1 : end + 1] = score
    return arcs
