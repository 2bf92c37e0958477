"""Names known beforehand: which words of a sentence are told to the encoder as parts of one."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.read.english.known import KINDS, SIGNS, KnownNames, spread

GIVEN, SURNAME, PLACE, STATE, BODY, WEAPON = (2**i for i in range(len(KINDS)))
LATER = len(KINDS)

NAMES = KnownNames(
    {
        "Olga": GIVEN,
        "Jordan": GIVEN | STATE,
        "New York": PLACE,
        "New York Times": BODY,
        "Moscow": PLACE,
        "al - Shabaab": BODY,
        "Su-30": WEAPON,
    }
)


@pytest.mark.parametrize(
    ("words", "signs"),
    [
        ("Olga left Moscow", [GIVEN, 0, PLACE]),
        ("the New York office", [0, PLACE, PLACE << LATER, 0]),
        ("the New York Times", [0, BODY, BODY << LATER, BODY << LATER]),
        ("New roads", [0, 0]),
        ("Jordan bought Su-30 fighters", [GIVEN | STATE, 0, WEAPON, 0]),
        ("MOSCOW DENIES IT", [PLACE, 0, 0]),
        ("moscow denies it", [0, 0, 0]),
        ("fighters of al - Shabaab", [0, 0, BODY, BODY << LATER, BODY << LATER]),
    ],
)
def test_words_of_known_names_carry_what_they_may_be(words: str, signs: list[int]) -> None:
    """The longest name counts; small letters are no name's, capitals alone are read as a headline's."""
    assert NAMES.signs(words.split()) == signs


def test_a_table_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "known.tsv"
    path.write_text("4\tMoscow;New York\n5\tVictoria\n", encoding="utf-8")
    assert KnownNames.read(path).signs(["Victoria", "in", "New", "York"]) == [5, 0, 4, 4 << LATER]


@given(st.lists(st.sampled_from(["New", "York", "Times", "Olga", "of", "-", "al", "Shabaab", "MOSCOW"]), max_size=12))
def test_every_word_gets_its_signs_and_no_name_goes_on_before_it_begins(words: list[str]) -> None:
    signs = NAMES.signs(words)
    assert len(signs) == len(words)
    for before, sign in zip([0, *signs], signs, strict=False):
        later = sign >> LATER
        assert not later or later in {before, before >> LATER}


def test_signs_are_spread_into_zeros_and_ones() -> None:
    table = spread(np.array([[0, GIVEN, BODY << LATER]]))
    assert table.shape == (1, 3, SIGNS)
    assert table.sum(-1).tolist() == [[0, 1, 1]]
    assert table[0, 2, LATER + KINDS.index("body")] == 1
