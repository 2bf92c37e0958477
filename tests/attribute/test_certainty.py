"""How certain the text makes its predicates: the case table, one sentence a line."""

from pathlib import Path

import pytest

from dragoman.attribute.certainty import certainties
from tests.attribute.trees import article_of, reading_of

_TABLE = Path(__file__).with_name("certainty_cases.tsv")


def _cases() -> list[tuple[str, str]]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]  # type: ignore[misc]


@pytest.mark.parametrize(("sentence", "expected"), _cases())
def test_certainty_of_each_predicate(sentence: str, expected: str) -> None:
    """Each named word has the certainty that the table gives it."""
    article = article_of(sentence)
    judged = {c.start: c.factuality for c in certainties(reading_of(article))}
    wanted = dict(pair.split("=") for pair in expected.split())
    assert {word: judged.get(sentence.index(word), "occurred") for word in wanted} == wanted


def test_the_table_is_large() -> None:
    """The rules are shown on many sentences."""
    assert len(_cases()) >= 80


def test_only_what_is_not_plain_is_listed() -> None:
    """Nothing that plainly occurred is listed, and each place once."""
    found = [c for sentence, _ in _cases() for c in certainties(reading_of(article_of(sentence)))]
    assert all(c.factuality != "occurred" for c in found)
    plain = reading_of(article_of("The minister visited Dushanbe on Monday."))
    assert certainties(plain) == ()
