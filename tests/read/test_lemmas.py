"""Lemmas of words that training held, and of those that it did not."""

import pytest

from dragoman.read.english.lemmas import lemma_of

TABLE = {("talks", "NOUN"): "talk", ("Talks", "PROPN"): "Talks"}


@pytest.mark.parametrize(
    ("word", "upos", "edit", "lemma"),
    [
        ("Talks", "NOUN", "k0|", "talk"),
        ("Talks", "PROPN", "k1|", "Talks"),
        ("parleys", "NOUN", "k1|", "parley"),
        ("henchmen", "NOUN", "k1|", "henchman"),
        ("women", "NOUN", "k2|an", "woman"),
    ],
)
def test_a_word_seen_keeps_its_lemma_and_others_get_theirs_by_their_ending(
    word: str, upos: str, edit: str, lemma: str
) -> None:
    assert lemma_of(word, upos, edit, TABLE) == lemma
