"""Numbers with their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.numbers import amount_of, amounts
from tests.coding.details_trees import flat, read, word


@pytest.mark.parametrize(
    ("text", "words", "value", "relation"),
    [
        ("more than 8000 people", "more than 8000", 8000, "at_least"),
        ("at least thirty tanks", "at least thirty", 30, "at_least"),
        ("up to 200 people", "up to 200", 200, "at_most"),
        ("as many as 40 people", "as many as 40", 40, "at_most"),
        ("about a dozen tanks", "about a dozen", 12, "about"),
        ("two dozen tanks", "two dozen", 24, "exactly"),
        ("half a million shells", "half a million", 500000, "exactly"),
        ("twenty-five tanks", "twenty-five", 25, "exactly"),
        ("two hundred and fifty thousand shells", "two hundred and fifty thousand", 250000, "exactly"),
        ("nearly 40 or so people", "nearly 40", 40, "about"),
        ("40 or more people", "40 or more", 40, "at_least"),
        ("between 10 and 15 jets", "between 10 and 15", 10, "at_least"),
        ("some 10-15 jets", "some 10-15", 10, "about"),
        ("8 000 troops", "8 000", 8000, "exactly"),
        ("5bn things", "5bn", 5e9, "exactly"),
    ],
)
def test_a_number_keeps_its_words(text: str, words: str, value: float, relation: str) -> None:
    """Value and relation, and the words as they stand."""
    (amount,) = amounts(flat(text))
    assert (amount.number.text, amount.number.value, amount.number.relation) == (words, value, relation)
    assert amount.currency is None


@pytest.mark.parametrize(
    "text", ["dozens of tanks", "hundreds of people", "several ships", "many others", "the second ship"]
)
def test_words_of_unknown_number_give_none(text: str) -> None:
    """A value would be a guess."""
    assert amounts(flat(text)) == ()


@pytest.mark.parametrize(
    ("text", "words", "currency"),
    [
        ("over $5 here", "over $5", "USD"),
        ("300 million euros here", "300 million euros", "EUR"),
        ("CHF 20 here", "CHF 20", "CHF"),
    ],
)
def test_money_keeps_its_currency(text: str, words: str, currency: str) -> None:
    """Signs before, words after, ISO codes."""
    (amount,) = amounts(flat(text.replace("$", "$ "))) if "$" in text else amounts(flat(text))
    assert amount.number.text.replace(" ", "") == words.replace(" ", "")
    assert amount.currency == currency


@pytest.mark.parametrize(
    ("beginning", "noun", "words"),
    [
        ("Egypt", "jets", "30"),
        ("Norway", "howitzers", "two dozen"),
        ("Brazil", "boats", "12"),
        ("Brazil", "fighters", None),
        ("Brazil", "radars", None),
        ("Brazil", "contracts", "35"),
        ("Instructors", "soldiers", "more than 300"),
        ("India", "troops", "about 400"),
        ("Shelling", "30", "30"),
    ],
)
def test_a_number_counts_its_own_noun(beginning: str, noun: str, words: str | None) -> None:
    """Not the noun beside it: 35 contracts are not 35 radars."""
    _, sentence = read(beginning)
    number = amount_of(sentence, word(sentence, noun))
    assert (number and number.number.text) == words


def test_money_counts_nothing() -> None:
    """A price is no quantity."""
    _, sentence = read("Egypt")
    assert amount_of(sentence, word(sentence, "$")) is None


_FRAGMENTS = st.sampled_from(
    "more than about at least a half dozen 12 1,500 8 000 million and - to 2021 two twenty $ € or ships".split()
)


@given(st.lists(_FRAGMENTS, min_size=1, max_size=12))
def test_any_words_give_sound_numbers(words: list[str]) -> None:
    """Never an error; amounts in order, never overlapping, their words those between their ends."""
    sentence = flat(" ".join(words))
    last = -1
    for amount in amounts(sentence):
        assert last < amount.first <= min(amount.core) <= max(amount.core) <= amount.last < len(sentence.tokens)
        last = amount.last
        assert amount.number.text.split()[0].startswith(sentence.tokens[amount.first].text)
    for i in range(-1, len(sentence.tokens) + 1):
        amount_of(sentence, i)
