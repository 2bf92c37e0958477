"""Lemma edits and the case of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.read.english.encoding import CASES, apply_edit, case_of, lemma_edit


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("visit", "lower"),
        ("Moscow", "capital"),
        ("NATO", "upper"),
        ("Su-30SM", "mixed"),
        ("2021", "digits"),
        ("“", "other"),
        ("A", "capital"),
        ("F-16", "capital"),
    ],
)
def test_case_is_the_shape_of_the_letters(word: str, case: str) -> None:
    assert CASES[case_of(word)] == case


@given(st.text(alphabet="abcdeXYZ", min_size=1, max_size=12), st.text(alphabet="abcdeXYZ", min_size=1, max_size=12))
def test_an_edit_made_of_a_pair_gives_the_lemma_back(word: str, lemma: str) -> None:
    assert apply_edit(word, lemma_edit(word, lemma)) == lemma


@given(st.text(min_size=1, max_size=8), st.integers(0, 20), st.text(max_size=4))
def test_no_edit_empties_a_word(word: str, cut: int, added: str) -> None:
    assert apply_edit(word, f"k{cut}|{added}")
