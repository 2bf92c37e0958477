"""Weak additions of our own making: the same sentences with other names, with designations, without capitals.

The corpora hold few of the names that our press is full of. A name is exchanged for another of the same length and kind, a
proper noun that modifies for a weapon's designation; the tree stays as it was.
"""

import random
import tomllib
from dataclasses import replace
from importlib import resources

from dragoman.train.corpus import Sample, Word

WORDS: dict[str, list[str]] = {
    kind: words.split()
    for kind, words in tomllib.loads(
        (resources.files("dragoman") / "train/names.toml").read_text(encoding="utf-8")
    ).items()
}


def _designation(chance: random.Random) -> str:
    mark = chance.choice(("-", "-", "-", "-", ""))
    series = chance.choice(WORDS["series"])
    number = chance.randint(1, 400)
    suffix = chance.choice(["", "", "", *WORDS["suffixes"]])
    return f"{series}{mark}{number}{suffix}"


def _names(kind: str, count: int, chance: random.Random) -> list[str] | None:
    if kind == "PER" and count <= 3:
        given = [chance.choice(WORDS["given"]) for _ in range(count - 1)]
        return [*given, chance.choice(WORDS["surnames"])]
    if kind == "LOC" and count == 1:
        return [chance.choice(WORDS["places"])]
    if kind == "ORG" and count == 1:
        return [chance.choice(WORDS["bodies"])]
    return None


def _proper(word: Word) -> bool:
    return word.upos == "PROPN" and "Number=Plur" not in word.feats and word.form.isalpha() and word.form[0].isupper()


def _with_forms(sample: Sample, forms: list[str]) -> Sample:
    tree = tuple(
        word if word.form == form else replace(word, form=form, lemma=form)
        for word, form in zip(sample.tree or (), forms, strict=True)
    )
    return replace(sample, forms=tuple(forms), tree=tree)


def swapped(sample: Sample, share: float, chance: random.Random) -> Sample:
    """The sentence with other names (with probability `share`) and, a fifth as often, with designations; else itself."""
    if sample.tree is None or sample.names is None:
        return sample
    forms = list(sample.forms)
    if chance.random() < share:
        starts = [i for i, tag in enumerate(sample.names) if tag.startswith("B-")]
        for start in starts:
            end = start + 1
            while end < len(forms) and sample.names[end].startswith("I-"):
                end += 1
            names = _names(sample.names[start][2:], end - start, chance)
            if names and all(_proper(sample.tree[i]) for i in range(start, end)):
                forms[start:end] = names
    if chance.random() < share / 5:
        for i, word in enumerate(sample.tree):
            if sample.names[i] == "O" and _proper(word) and word.deprel == "compound":
                forms[i] = _designation(chance)
    return sample if tuple(forms) == sample.forms else _with_forms(sample, forms)


def recased(sample: Sample, lower: float, upper: float, chance: random.Random) -> Sample:
    """The sentence without capitals (with probability `lower`) or in capitals (`upper`), as careless pages have them.

    Its annotation stays: the lemma of a name keeps its capital, which the model cannot know then, so lemmas are left out.
    """
    draw = chance.random()
    if draw >= lower + upper:
        return sample
    shape = str.lower if draw < lower else str.upper
    forms = [shape(form) for form in sample.forms]
    tree = (
        tuple(replace(w, form=f, lemma="_") for w, f in zip(sample.tree, forms, strict=True)) if sample.tree else None
    )
    return replace(sample, forms=tuple(forms), tree=tree)
