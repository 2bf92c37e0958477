"""Interviews: whose words the answers are, in every shape that turns have."""

import pytest

from dragoman.attribute.attribute import attribute
from dragoman.attribute.interview import answers
from dragoman.attribute.quotes import inner_text
from dragoman.records.article import BlockKind
from dragoman.records.entity import EntityKind
from dragoman.records.reading import Reading
from tests.attribute.trees import article_of, entities, reading_of

_PEOPLE: dict[str, tuple[EntityKind, list[str]]] = {
    "varga": ("person", ["Anna Varga", "Varga", "She"]),
    "orlov": ("person", ["Pavel Orlov", "Orlov"]),
}
_HEAD = (
    "Two ships for the northern fleet\n\nGeneral Anna Varga led the fleet for nine years. She spoke to our paper.\n\n"
)
_LETTERS = (
    "Q: Will the ships come?\n\nA: They come in May. I have seen them.\n\nThe crews are ready too.\n\n"
    "Q: The neighbours protested.\n\nA: They always do.\n\nThe interview has been shortened."
)
_WORDS = (
    "Question: Will the ships come?\n\nAnswer: They come in May. I have seen them.\n\n"
    "The crews are ready too.\n\nQuestion: Did the neighbours protest?\n\nAnswer: They always do."
)
_DASHES = (
    "— Will the ships come?\n\n— They come in May. I have seen them.\n\nThe crews are ready too.\n\n"
    "— Did our neighbours protest?\n\n— They always do."
)
_BARE = (
    "Will the ships come?\n\nThey come in May. I have seen them.\n\nThe crews are ready too.\n\n"
    "Did our neighbours protest?\n\nThey always do, I think."
)
_NAMES = (
    "Tribune: Will the ships come?\n\nVarga: They come in May. I have seen them.\n\nThe crews are ready too.\n\n"
    "Tribune: Did the neighbours protest?\n\nVarga: They always do."
)
_INITIALS = _NAMES.replace("Varga:", "AV:").replace("Tribune:", "Q:")
_MARKED = (
    "“TRIBUNE: Will the ships come?\n\n“VARGA: They come in May. I have seen them.\n\nThe crews are ready too.\n\n"
    "“TRIBUNE: Did the neighbours protest?\n\n“VARGA: They always do.”"
)
_NOTHING = Reading("en", None, (), ())

_NO_INTERVIEW = [
    # Frequent questions.
    "How to enlist\n\nQ: Who may apply?\n\nA: Every citizen.\n\nQ: When?\n\nA: In May.",
    # An essay that asks itself.
    (
        "General Anna Varga is right\n\nWhat is the fleet for?\n\nThe fleet guards the coast.\n\nWho pays for it?\n\n"
        "The harbours pay."
    ),
    # One question is none.
    "Talk of the day\n\nGeneral Anna Varga spoke to our paper.\n\nWill the ships come?\n\nI have seen them in the harbour.",
    # Labels where nobody asks.
    "Losses of the week\n\nVarga: two ships.\n\nOrlov: three ships.\n\nVarga: one boat.\n\nOrlov: no boat.",
]


@pytest.mark.parametrize("turns", [_LETTERS, _WORDS, _DASHES, _BARE, _NAMES, _INITIALS, _MARKED])
def test_answers_are_the_interviewees_words(turns: str) -> None:
    """Each answer with its further paragraphs, without label or dash; the questions and the editor's note are nobody's."""
    article = article_of(_HEAD + turns, {0: "title"})
    found = answers(article, _NOTHING, entities(article, _PEOPLE))
    first, second = (inner_text(article, answer) for answer in found)
    assert first == "They come in May. I have seen them.\n\nThe crews are ready too."
    assert second.startswith("They always do")
    assert {(a.direct, a.source.entity if a.source else None) for a in found} == {(True, "varga")}


def test_headings_may_ask() -> None:
    """Questions in bold type arrive as headings."""
    kinds: dict[int, BlockKind] = {0: "title", 2: "heading", 5: "heading"}
    article = article_of(_HEAD + _BARE, kinds)
    assert len(answers(article, _NOTHING, entities(article, _PEOPLE))) == 2


@pytest.mark.parametrize("text", _NO_INTERVIEW)
def test_questions_alone_make_no_interview(text: str) -> None:
    """Nobody is quoted where nobody is interviewed."""
    article = article_of(text, {0: "title"})
    assert answers(article, _NOTHING, entities(article, _PEOPLE)) == ()


def test_of_two_names_the_one_that_was_spoken_to() -> None:
    """The introduction names another person too: a word of interviewing tells who answers."""
    introduction = "Pavel Orlov sank three ships.\n\nThe Tribune spoke to Anna Varga about the fleet.\n\n"
    article = article_of(introduction + _LETTERS)
    reading = reading_of(article_of(introduction.strip()))
    found = answers(article, reading, entities(article, _PEOPLE))
    assert {a.source.entity if a.source else None for a in found} == {"varga"}


def test_of_two_names_that_nothing_tells_apart_neither_is_chosen() -> None:
    """Better no speaker than a wrong one."""
    article = article_of("Anna Varga and Pavel Orlov led the fleet.\n\n" + _LETTERS)
    found = answers(article, _NOTHING, entities(article, _PEOPLE))
    assert [a.source for a in found] == [None, None]


def test_what_an_answer_says_stands_in_the_interviewees_voice() -> None:
    """Claims cover the answers and not the questions."""
    article = article_of(_HEAD + _LETTERS, {0: "title"})
    found = attribute(article, _NOTHING, entities(article, _PEOPLE))
    assert [v.entity for v in found.voices(article.text.index("come in May"))] == ["varga"]
    assert [v.voice for v in found.voices(article.text.index("neighbours protested"))] == ["outlet"]
    assert [(quote.speaker, quote.cue, quote.direct) for quote in found.quotes] == [("varga", None, True)] * 2
