"""Weak additions keep the annotation whole."""

import random

from hypothesis import given
from hypothesis import strategies as st

from dragoman.train.corpus import Sample, Word
from dragoman.train.swaps import recased, swapped

FORMS = ("President", "Vytautas", "Kalnins", "left", "Riga", "with", "Enron", "staff")
UPOS = ("PROPN", "PROPN", "PROPN", "VERB", "PROPN", "ADP", "PROPN", "NOUN")
RELATIONS = ("nmod:desc", "nsubj", "flat", "root", "obj", "case", "compound", "obl")
HEADS = (2, 4, 2, 0, 4, 8, 8, 4)
SAMPLE = Sample(
    FORMS,
    tuple(Word(f, f, u, "Number=Sing", h, r) for f, u, h, r in zip(FORMS, UPOS, HEADS, RELATIONS, strict=True)),
    ("O", "B-PER", "I-PER", "O", "B-LOC", "O", "O", "O"),
)


@given(st.integers(0, 5000))
def test_other_names_change_nothing_but_the_names(seed: int) -> None:
    other = swapped(SAMPLE, 1.0, random.Random(seed))
    assert other.tree is not None
    assert SAMPLE.tree is not None
    assert [w.head for w in other.tree] == [w.head for w in SAMPLE.tree]
    assert other.names == SAMPLE.names
    assert [other.forms[i] for i in (0, 3, 5, 7)] == [FORMS[i] for i in (0, 3, 5, 7)]
    assert other.forms[4] != ""
    assert tuple(w.form for w in other.tree) == other.forms


def test_a_share_of_nothing_changes_nothing() -> None:
    assert swapped(SAMPLE, 0.0, random.Random(1)) is SAMPLE
    assert recased(SAMPLE, 0.0, 0.0, random.Random(1)) is SAMPLE


def test_a_sentence_without_capitals_teaches_no_lemmas() -> None:
    low = recased(SAMPLE, 1.0, 0.0, random.Random(1))
    assert low.forms[4] == "riga"
    assert {word.lemma for word in low.tree or ()} == {"_"}
