"""Names that are known beforehand, as a hint for the encoder: whether a word is somebody's name, a town's, a weapon's.

Word pieces tell little of a name that the encoder has not met; a table of names, compiled for training from the knowledge of the
whole house (`train/known.py`), comes with the model and says what a name may be. What it is, its sentence says.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

KINDS = ("given", "surname", "place", "state", "body", "weapon")
"""What a name may be: a person's given name or surname, a place, a state or its adjective, an organisation, a weapon."""
SIGNS = 2 * len(KINDS)
"""Signs of a word: for each kind that it begins a name of the kind, then for each kind that it goes on in one."""
_LEAST_SHOUTED = 4
"""Letters from which a word in capitals is also looked up in small ones: shorter ones are abbreviations."""


class KnownNames:
    """A table of names, each with the kinds that it may be of."""

    def __init__(self, names: dict[str, int]) -> None:
        """`names`: for each name, its words joined by single spaces, a sum of 2**i over its kinds `KINDS[i]`."""
        self._names = names
        lengths: dict[str, set[int]] = {}
        for name in (name for name in names if " " in name):
            lengths.setdefault(name[: name.index(" ")], set()).add(name.count(" ") + 1)
        self._lengths = {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}

    @classmethod
    def read(cls, path: Path) -> "KnownNames":
        """From a file of lines: sum of kinds, tab, the names of just these kinds, separated by ";"; "#" begins a remark."""
        table: dict[str, int] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                kinds, _, names = line.partition("\t")
                table.update(dict.fromkeys(names.split(";"), int(kinds)))
        return cls(table)

    def signs(self, words: Sequence[str]) -> list[int]:
        """For each word of a sentence a sum of 2**i over its signs (`SIGNS`); the longest name counts at each place."""
        found = [0] * len(words)
        at = 0
        while at < len(words):
            word = words[at]
            if not word.islower() or word in self._lengths:
                end, kinds = self._longest(words, at)
                if kinds:
                    found[at] = kinds
                    for i in range(at + 1, end):
                        found[i] = kinds << len(KINDS)
                    at = end
                    continue
            at += 1
        return found

    def _longest(self, words: Sequence[str], at: int) -> tuple[int, int]:
        word = words[at]
        for length in self._lengths.get(word, ()):
            if at + length <= len(words):
                kinds = self._names.get(" ".join(words[at : at + length]), 0)
                if kinds:
                    return at + length, kinds
        kinds = self._names.get(word, 0)
        if not kinds and word.isupper() and len(word) >= _LEAST_SHOUTED:
            kinds = self._names.get(word.capitalize(), 0)
        return at + 1, kinds


_BITS = np.arange(SIGNS)


def spread(signs: NDArray[np.int64]) -> NDArray[np.float32]:
    """Sums of signs (…) as zeros and ones (…, `SIGNS`)."""
    return ((signs[..., None] >> _BITS) & 1).astype(np.float32)
