"""Where quotation marks open and close."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.attribute.marks import marked
from tests.attribute.trees import article_of


def _words(text: str) -> list[tuple[str, int]]:
    article = article_of(text)
    return [(text[m.inner_start : m.inner_end], m.depth) for m in marked(article)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We are leaving,” he said.", [("We are leaving,", 0)]),
        ("«We are leaving», he said.", [("We are leaving", 0)]),
        ("»We are leaving«, he said.", [("We are leaving", 0)]),
        ("„We are leaving“, he said.", [("We are leaving", 0)]),
        ("„We are leaving”, he said.", [("We are leaving", 0)]),
        ("“We are leaving“, he said.", [("We are leaving", 0)]),
        ('"We are leaving," he said.', [("We are leaving,", 0)]),
        ("'We are leaving,' he said.", [("We are leaving,", 0)]),
        ("‘We are leaving,’ he said.", [("We are leaving,", 0)]),
        ("``We are leaving,'' he said.", [("We are leaving,", 0)]),
        ("''We are leaving,'' he said.", [("We are leaving,", 0)]),
        ("‘We won’t leave our allies’ coast,’ he said.", [("We won’t leave our allies’ coast,", 0)]),
        ("'We won't leave,' he said.", [("We won't leave,", 0)]),
        ("“The “Shield” drill ends today.”", [("The “Shield” drill ends today.", 0), ("Shield", 1)]),
        ('"The "Shield" drill ends today."', [('The "Shield" drill ends today.', 0), ("Shield", 1)]),
        ("“He said ‘never’ to me.”", [("He said ‘never’ to me.", 0), ("never", 1)]),
        ("The pilots’ union and the crew’s club met.", []),
        ("It's the navy's ship.", []),
        ("A barrel of 5' and one of 6' length.", []),
        ("“Nothing closes this one.", []),
        ("“One.” “Two.”", [("One.", 0), ("Two.", 0)]),
    ],
)
def test_marks_of_every_style(text: str, expected: list[tuple[str, int]]) -> None:
    """Each style opens and closes with its own marks; an apostrophe is none; what nothing closes marks nothing."""
    assert _words(text) == expected


def test_a_speech_that_runs_on_over_paragraphs() -> None:
    """Each paragraph of a speech opens with the mark again, only the last closes it."""
    text = "“One paragraph.\n\n“Two paragraphs.\n\n“Three paragraphs,” he said."
    found = marked(article_of(text))
    assert [(m.runs_on, text[m.start : m.end]) for m in found] == [
        (True, "“One paragraph."),
        (True, "“Two paragraphs."),
        (False, "“Three paragraphs,”"),
    ]


@given(st.text(alphabet="“”‘’«»„\"'`ab .,\n", max_size=60))
def test_stretches_lie_within_their_blocks_and_nest(text: str) -> None:
    """Whatever the marks, a stretch lies within one block, and two stretches nest or are apart."""
    article = article_of(text)
    found = marked(article)
    for m in found:
        assert any(
            block.start <= m.start < m.inner_start <= m.inner_end <= m.end <= block.end for block in article.blocks
        )
        for other in found:
            assert not (m.start < other.start < m.end < other.end)
