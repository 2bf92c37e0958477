"""Arcs that English does not have."""

import numpy as np
import pytest

from dragoman.read.english.barred import barred, quoted
from dragoman.read.english.reader import EnglishReader
from tests.read.test_reader import an_article

LOW = -1e9


@pytest.mark.parametrize(
    ("words", "spans"),
    [
        ("“ We agree , ” he said", [(0, 5)]),
        ("We agree . ” He left", [(0, 4)]),
        ("the “ southern ” corridor", []),
        ('" Yes , " she said , " we go . "', [(0, 4), (7, 12)]),
    ],
)
def test_speech_is_told_from_words_in_quotation_marks(words: str, spans: list[tuple[int, int]]) -> None:
    assert quoted(words.split()) == spans


def test_what_follows_a_quotation_does_not_hang_inside_it() -> None:
    words = "“ We agree , ” he said on Monday".split()
    upos = ["PUNCT", "PRON", "VERB", "PUNCT", "PUNCT", "PRON", "VERB", "ADP", "PROPN"]
    arcs = barred(words, upos, np.zeros((9, 10), dtype=np.float32), LOW)
    assert (arcs[8, 1:6] == LOW).all()
    assert (arcs[8, 6:] == 0).all()
    assert (arcs[6] == 0).all()


def test_no_object_stands_before_the_marker_of_its_verb(reader: EnglishReader) -> None:
    sentence = reader.read(an_article("The United States accused Iran of attacking a tanker.")).sentences[0]
    words = [token.text for token in sentence.tokens]
    assert words[sentence.tokens[words.index("Iran")].head] == "accused"


@pytest.fixture(scope="module")
def reader() -> EnglishReader:
    return EnglishReader()
