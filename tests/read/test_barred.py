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


def test_a_participle_goes_on_with_the_relative_clause_it_stands_in() -> None:
    words = "Turkey is wooing Serbia , which has bought drones and even opened a consulate".split()
    upos = "PROPN AUX VERB PROPN PUNCT PRON AUX VERB NOUN CCONJ ADV VERB DET NOUN".split()
    arcs = barred(words, upos, np.zeros((14, 15), dtype=np.float32), LOW)
    opened, wooing = words.index("opened"), words.index("wooing")
    assert arcs[opened, wooing + 1] == LOW
    assert (arcs == LOW).sum() == 1


def test_a_participle_after_a_gerund_s_own_clause_is_left_to_the_parser() -> None:
    words = "He is leaving , who stayed and wept , and waved".split()
    upos = ["PRON", "AUX", "VERB", "PUNCT", "PRON", "VERB", "CCONJ", "VERB", "PUNCT", "CCONJ", "VERB"]
    arcs = np.zeros((11, 12), dtype=np.float32)
    assert (barred(words, upos, arcs, LOW) == arcs).all()
