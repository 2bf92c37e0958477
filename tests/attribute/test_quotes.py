"""Direct quotations: what is one, in whose words, by which cue."""

import pytest

from dragoman.attribute.quotes import inner_text, quotations
from dragoman.records.entity import EntityKind
from tests.attribute.trees import article_of, entities, reading_of

_PEOPLE: dict[str, tuple[EntityKind, list[str]]] = {
    "orlov": ("person", ["Orlov", "Colonel Orlov", "Pavel Orlov", "the head of the northern garrison", "he", "He"]),
    "varga": ("person", ["Varga", "Defence Minister Anna Varga", "she", "She"]),
    "arkadia": ("state", ["Arkadia"]),
    "ministry": ("organization", ["the ministry", "The ministry"]),
}

# Text, the entity that speaks, the cue, the words without marks.
_QUOTED: list[tuple[str, str | None, str | None, str]] = [
    ("“We are leaving the valley,” Orlov said.", "orlov", "said", "We are leaving the valley"),
    ("“We are leaving the valley,” said Colonel Orlov.", "orlov", "said", "We are leaving the valley"),
    ("«We are leaving the valley», said Orlov.", "orlov", "said", "We are leaving the valley"),
    ("„We are leaving the valley“, Orlov told reporters.", "orlov", "told", "We are leaving the valley"),
    ('"We are leaving the valley," Varga stressed.', "varga", "stressed", "We are leaving the valley"),
    ("‘We won’t sell our allies’ ships,’ Varga warned.", "varga", "warned", "We won’t sell our allies’ ships"),
    ("“We are leaving the valley,” said the head of the northern garrison.", "orlov", "said",
     "We are leaving the valley"),
    ("Varga said: “The bridge will be ready in May. Nobody will stop us.”", "varga", "said",
     "The bridge will be ready in May. Nobody will stop us."),
    ("“When will the ships come?” she asked.", "varga", "asked", "When will the ships come?"),
    ("“Our ties have never been closer,” Varga noted, “and we mean to keep them so.”", "varga", "noted",
     "Our ties have never been closer, and we mean to keep them so."),
    ("“The drill was a success,” said Orlov. “We will hold another one next year.”", "orlov", "said",
     "The drill was a success, We will hold another one next year."),
    ("According to the ministry, “the aircraft crossed the border at night and came back”.", "ministry",
     "According to", "the aircraft crossed the border at night and came back"),
    ("“The aircraft came back at night,” according to the ministry.", "ministry", "according to",
     "The aircraft came back at night"),
    ("She invited her guests “to the spring parade in the capital and to the naval show”.", "varga", "invited",
     "to the spring parade in the capital and to the naval show"),
    ("She invited her guests “to the spring parade, to the forum “Shield” and to the naval show.”", "varga", "invited",
     "to the spring parade, to the forum “Shield” and to the naval show."),
    ("Orlov called the raid “an act of open aggression”.", "orlov", "called", "an act of open aggression"),
    ("“The talks are going on.” This was stated by Defence Minister Anna Varga.", "varga", "stated",
     "The talks are going on."),
    ("Arkadia: “We do not plan to build bases abroad.”", "arkadia", ":", "We do not plan to build bases abroad."),
    ("The ministry said they “openly feed the hopes of our old enemies” and called on the guests to leave.", "ministry",
     "said", "openly feed the hopes of our old enemies"),
    ("“It was a long and bitter winter for the whole garrison.”", None, None,
     "It was a long and bitter winter for the whole garrison."),
]  # fmt: skip

_NOT_QUOTED = [
    "The “sleeping cells” of the movement worry the ministry.",
    "Varga opened the “Shield” forum in the capital.",
    'The fighters of the "Northern Front" took the bridge.',
    "Some analysts declared that Arkadia joined the “eastern front.”",
    "The “southern” corridor crosses the valley.",
    "Their “brothers” alone will not be able to fight back.",
    "Varga said so on the programme “Radio Mondial.”",
    "The army was given the ‘Hero of Labour’ medal.",
]

_CONTINUED = "“The first paragraph begins the speech. It goes on.\n\n“The second one ends it,” Orlov said."
_NEXT_PARAGRAPH = "“The bridge will be ready in May,” Varga said.\n\n“Nobody will be able to stop us on that road.”"
_LED = "Varga addressed the officers after the parade:\n\n“The bridge will be ready in May. Nobody will stop us.”"
_STATEMENT = (
    "Commenting on the raid, Varga said:\n\nI am appalled by this attack on our harbour.\n\n"
    "It is one more proof of their methods.\n\nWe will rebuild what was lost.\n\nThe raid began on Monday."
)
_SIGNED = [
    (
        "Arkadia accuses its neighbours of lying.\n\nWe do not comment on rumours from abroad.\n\n— Anna Varga, by e-mail",
        "varga",
    ),
    ("Borduria denies it.\n\n“Every ship that we lend is lost to us.”\n\n— Colonel Orlov", "orlov"),
    ("Borduria denies it.\n\n“Every ship that we lend is lost to us.”\n\nThe fleet stays in the harbour.", None),
]
_MIDWAY = "Orlov said: “The first paragraph begins here.\n\n“The second one ends the speech.”"
_TOLD = "“We need more ships,” Orlov told Varga in the harbour."
_CALLED = "“We need more ships,” Orlov said in a phone call with Varga."

TEXTS = (
    [row[0] for row in _QUOTED]
    + _NOT_QUOTED
    + [_CONTINUED, _NEXT_PARAGRAPH, _LED, _STATEMENT, _MIDWAY, _TOLD, _CALLED]
    + [row[0] for row in _SIGNED]
)


@pytest.mark.parametrize(("text", "speaker", "cue", "words"), _QUOTED)
def test_words_speaker_and_cue(text: str, speaker: str | None, cue: str | None, words: str) -> None:
    """One quotation, its words without the marks, whoever is named as its speaker, and the word that attributes it."""
    article = article_of(text)
    found = quotations(article, reading_of(article), entities(article, _PEOPLE))
    assert [
        (s.source.entity if s.source else None, text[s.cue[0] : s.cue[1]] if s.cue else None, inner_text(article, s))
        for s in found
    ] == [(speaker, cue, words)]


@pytest.mark.parametrize("text", _NOT_QUOTED)
def test_names_and_words_held_with_tongs_are_no_quotations(text: str) -> None:
    """Names, and a word or two that the outlet sets in marks, are nobody's speech."""
    article = article_of(text)
    assert quotations(article, reading_of(article), entities(article, _PEOPLE)) == ()


def test_a_speech_over_two_paragraphs_is_one_quotation() -> None:
    """The attribution stands at the end of the second paragraph and holds for both."""
    article = article_of(_CONTINUED)
    (found,) = quotations(article, reading_of(article), entities(article, _PEOPLE))
    assert found.source is not None
    assert found.source.entity == "orlov"
    assert inner_text(article, found) == (
        "The first paragraph begins the speech. It goes on.\n\nThe second one ends it"
    )


def test_a_quotation_right_after_another_goes_on_in_the_same_voice() -> None:
    """A paragraph that is all quotation and names nobody follows the speaker of the one before."""
    article = article_of(_NEXT_PARAGRAPH)
    first, second = quotations(article, reading_of(article), entities(article, _PEOPLE))
    assert first.source == second.source
    assert second.cue is None


def test_the_sentence_before_leads_to_a_block_of_quotation() -> None:
    """A colon at the end of the paragraph before names the speaker."""
    article = article_of(_LED, {1: "quote"})
    (found,) = quotations(article, reading_of(article), entities(article, _PEOPLE))
    assert found.source is not None
    assert (found.source.entity, _LED[slice(*found.cue or (0, 0))]) == ("varga", "addressed")


@pytest.mark.parametrize("text", [_TOLD, _CALLED])
def test_whom_it_was_said_to(text: str) -> None:
    """The one told, and the one at the other end of a call."""
    article = article_of(text)
    (found,) = quotations(article, reading_of(article), entities(article, _PEOPLE))
    assert found.source is not None
    assert found.addressee is not None
    assert (found.source.entity, found.addressee.entity) == ("orlov", "varga")


def test_a_statement_without_marks() -> None:
    """After "X said:" the paragraphs are X's up to the last one in the first person; then the outlet speaks again."""
    article = article_of(_STATEMENT)
    found = quotations(article, reading_of(article), entities(article, _PEOPLE))
    assert [inner_text(article, s) for s in found] == [
        "I am appalled by this attack on our harbour.",
        "It is one more proof of their methods.",
        "We will rebuild what was lost.",
    ]
    assert {s.source.entity if s.source else None for s in found} == {"varga"}


def test_a_speech_that_begins_in_the_middle_of_a_paragraph() -> None:
    """The mark left open in the first paragraph is taken up by the second."""
    article = article_of(_MIDWAY)
    (found,) = quotations(article, reading_of(article), entities(article, _PEOPLE))
    assert inner_text(article, found) == "The first paragraph begins here.\n\nThe second one ends the speech."


@pytest.mark.parametrize(("text", "speaker"), _SIGNED)
def test_a_block_of_quotation_is_signed_below(text: str, speaker: str | None) -> None:
    """The name after a dash speaks, and nobody whom the paragraph before happens to name."""
    article = article_of(text, {1: "quote", 2: "quote" if speaker else "paragraph"})
    (found,) = quotations(article, reading_of(article), entities(article, _PEOPLE))
    assert (found.source.entity if found.source else None) == speaker
    assert found.cue is None
