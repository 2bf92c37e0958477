"""The lemmas of the words that the treebanks hold: a table that ships beside the model, which knows the others by their endings."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from dragoman.read.english.lemmas import key
from dragoman.train.corpus import Sample

_SURE = 0.75
"""Share of a word's occurrences that must have one lemma."""
_LEFT_OUT = frozenset({"PUNCT", "NUM", "SYM", "X"})


def write_lemmas(samples: Iterable[Sample], path: Path) -> None:
    """Write form, part of speech and lemma of every word that mostly has one lemma, tab-separated, in order."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sample in samples:
        for word in sample.tree or ():
            if word.lemma != "_" and word.upos not in _LEFT_OUT:
                seen[key(word.form, word.upos)][word.lemma] += 1
    rows = []
    for (form, upos), lemmas in sorted(seen.items()):
        lemma, times = min(lemmas.items(), key=lambda item: (-item[1], item[0]))
        if times >= _SURE * lemmas.total():
            rows.append(f"{form}\t{upos}\t{lemma}\n")
    path.write_text("".join(rows), encoding="utf-8")
