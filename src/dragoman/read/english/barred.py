"""Arcs that English bars, taken away before the tree is chosen.

A parser of one sentence hangs "on Monday" in “We agree,” he said on Monday, on "agree", and "Iran" in "accused Iran of
attacking" on "attacking". Neither can be: what stands outside of a quotation does not hang on a word inside it, and no
object stands before the marker of its infinitive or gerund.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

_OPENING = frozenset({"“", "«", "„", "``"})
_CLOSING = frozenset({"”", "»", "''"})
_PLAIN = '"'
_ENDS = frozenset({",", ".", "!", "?", "…", "..."})
_MARKERS = frozenset({"to", "of", "from", "into", "against"})
_GIVING_SUBJECT = "for"
"""In "for Iran to attack" the noun before the marker is the subject of the verb after it."""
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_PHRASE = 6
"""Words looked back for the "for" of a phrase."""


def quoted(words: Sequence[str]) -> list[tuple[int, int]]:
    """The stretches of speech in a sentence, marks included, as (first word, end word).

    Only speech is meant, not a word in quotation marks: it ends in a comma or a full stop. A closing mark without its
    opening one closes what an earlier sentence opened.
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
    """The arc scores (words, words + 1; candidate 0 is the root) with `score` where English has no such arc."""
    arcs = arcs.copy()
    for first, end in quoted(words):
        # a parser may make the verb of saying hang on what is said
        after = [i for i in range(end, len(words)) if upos[i] not in ("VERB", "AUX", "PUNCT")]
        arcs[after, first + 1 : end + 1] = score
    for verb, objects in _marked(words, upos):
        arcs[objects, verb + 1] = score
    return arcs


def _marked(words: Sequence[str], upos: Sequence[str]) -> Iterator[tuple[int, list[int]]]:
    """Each verb right after a marker with the nouns between the verb before and the marker, which cannot be its objects."""
    for verb in range(2, len(words)):
        marker = verb - 1
        if upos[verb] != "VERB" or words[marker].lower() not in _MARKERS:
            continue
        before = next((i for i in range(marker - 1, -1, -1) if upos[i] in ("VERB", "SCONJ", "CCONJ", "PUNCT")), None)
        if before is None or upos[before] != "VERB":
            continue
        given = (words[i].lower() for i in range(max(before, marker - _PHRASE), marker))
        if _GIVING_SUBJECT not in given:
            yield verb, [i for i in range(before + 1, marker) if upos[i] in _NOMINAL]
