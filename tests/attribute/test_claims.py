"""Indirect speech, views and hearsay: what is said, by whom, and what stays the outlet's own."""

import pytest

from dragoman.attribute.claims import statements
from dragoman.attribute.quotes import quotations
from dragoman.attribute.saying import Saying
from dragoman.records.article import Article, BlockKind
from dragoman.records.entity import EntityKind
from tests.attribute.trees import article_of, entities, reading_of

_NAMED: dict[str, tuple[EntityKind, list[str]]] = {
    "orlov": ("person", ["Orlov", "Colonel Orlov", "he", "He"]),
    "varga": ("person", ["Varga", "the minister", "The minister", "she", "She"]),
    "arkadia": ("state", ["Arkadia"]),
    "borduria": ("state", ["Borduria"]),
}

# Text, words that name the source (None where nobody is named), words said.
_SAID: list[tuple[str, str | None, str]] = [
    ("The spokesman said that two brigades had left the border.", "The spokesman", "two brigades had left the border"),
    ("The spokesman said two brigades had left the border.", "The spokesman", "two brigades had left the border"),
    ("Borduria will deliver the missiles in May, the ministry said.", "the ministry",
     "Borduria will deliver the missiles in May"),
    ("According to three officials, the convoy was attacked near the lake.", "three officials",
     "the convoy was attacked near the lake"),
    ("The convoy was attacked near the lake, according to the army.", "the army", "The convoy was attacked near the lake"),
    ("As the minister put it, the alliance is stronger than ever.", "the minister", "the alliance is stronger than ever"),
    ("In the words of General Petrov, the enemy lost forty tanks.", "General Petrov", "the enemy lost forty tanks"),
    ("It is alleged that the company sold shells to the rebels.", None, "the company sold shells to the rebels"),
    ("The company allegedly sold shells to the rebels.", None, "The company allegedly sold shells to the rebels"),
    ("The governor is accused of arming the militia.", None, "arming the militia"),
    ("Arkadia accused Borduria of sending drones over its islands.", "Arkadia", "sending drones over its islands"),
    ("Borduria's claim that the islands are armed angered the neighbours.", "Borduria", "the islands are armed"),
    ("The general rejected reports that his men had fled.", None, "his men had fled"),
    ("Analysts believe that the deal will change the balance.", "Analysts", "the deal will change the balance"),
    ("Some experts hastened to declare that the war was over.", "Some experts", "the war was over"),
    ("The report shows that exports fell by a third.", "The report", "exports fell by a third"),
    ("The minister denied that his country had sent troops.", "The minister", "his country had sent troops"),
    ("Officials in Warsaw are convinced that the fire was planned.", "Officials in Warsaw", "the fire was planned"),
    ("Varga, who visited the fleet, said that the harbour would be rebuilt.", "Varga", "the harbour would be rebuilt"),
    ("The minister is reported to have visited the front.", None, "The minister is reported to have visited the front"),
    ("According to a report published on Monday, the fleet lost two ships.", "a report", "the fleet lost two ships"),
    ("The minister made it clear that the base would stay.", "The minister", "the base would stay"),
]  # fmt: skip

_OWN = [
    "The president agreed that the base would be closed.",
    "The parliament decided that the treaty would be extended.",
    "It is obvious that the army is tired.",
    "We must not forget that the rebels were armed from abroad.",
    "There are no guarantees that the raids will end.",
    "The states signed a treaty that bans the missiles.",
    "The ministry did not say where the ship was going.",
    "This shows that the fleet was weak.",
    "Everyone knows that the treaty is dead.",
    "In the interview, the minister, who leads the party, reiterated those concerns.",
]

_NESTED = "Varga said that Borduria had claimed that Arkadia was preparing an attack."
_CITING = "The agency reported, citing two diplomats, that Borduria had sold drones to the rebels."
_ADDING = "The minister said the base would be closed, adding that two hundred soldiers would leave."
_AROUND = "The alliance, as Orlov noted, has grown by two members."
_PARENTHESIS = "The main risk, the minister said on Friday, is a war in the valley."
_HEADLINE = "Varga: Borduria will not deploy missiles in the valley"
_TOLD = "He told Varga in the harbour on Friday that the drill would begin in June and that guests would come."
_QUOTED = "“The fleet will stay in the bay,” Orlov said."

TEXTS = [row[0] for row in _SAID] + _OWN + [_NESTED, _CITING, _ADDING, _AROUND, _PARENTHESIS, _HEADLINE, _TOLD, _QUOTED]


def _found(text: str, kinds: dict[int, BlockKind] | None = None) -> tuple[Article, tuple[Saying, ...]]:
    article = article_of(text, kinds)
    reading = reading_of(article)
    resolution = entities(article, _NAMED)
    return article, statements(article, reading, resolution, quotations(article, reading, resolution))


def _rows(text: str, found: tuple[Saying, ...]) -> list[tuple[str | None, str]]:
    return [
        (text[s.source.start : s.source.end] if s.source else None, " … ".join(text[a:b] for a, b in s.content))
        for s in found
    ]


@pytest.mark.parametrize(("text", "source", "words"), _SAID)
def test_source_and_words(text: str, source: str | None, words: str) -> None:
    """One saying, the words that name its source, and the words said without "that"."""
    _, found = _found(text)
    assert _rows(text, found) == [(source, words)]


@pytest.mark.parametrize("text", _OWN)
def test_the_outlets_own_voice(text: str) -> None:
    """Acts, facts taken for granted, and the outlet's own conclusions are nobody's claim."""
    assert _found(text)[1] == ()


def test_a_saying_within_a_saying() -> None:
    """The inner one lies within the words of the outer one."""
    _, found = _found(_NESTED)
    assert _rows(_NESTED, found) == [
        ("Varga", "Borduria had claimed that Arkadia was preparing an attack"),
        ("Borduria", "Arkadia was preparing an attack"),
    ]


def test_a_source_that_is_cited() -> None:
    """Who is cited says the same words, passed on by who reports."""
    _, (agency, diplomats) = _found(_CITING)
    assert agency.content == diplomats.content
    assert diplomats.passed_on == agency.cue


def test_who_adds_something_is_who_spoke() -> None:
    """A participle of speech after a comma goes on in the same voice and ends what was said before."""
    _, found = _found(_ADDING)
    assert _rows(_ADDING, found) == [
        ("The minister", "the base would be closed"),
        ("The minister", "two hundred soldiers would leave"),
    ]


def test_words_around_the_attribution() -> None:
    """A parenthesis leaves two pieces."""
    _, found = _found(_AROUND)
    assert _rows(_AROUND, found) == [("Orlov", "The alliance … has grown by two members")]
    _, found = _found(_PARENTHESIS)
    assert _rows(_PARENTHESIS, found) == [("the minister", "The main risk … is a war in the valley")]


def test_a_headline_with_a_name_and_a_colon() -> None:
    """Only a title or a heading is read so."""
    _, found = _found(_HEADLINE, {0: "title"})
    assert _rows(_HEADLINE, found) == [("Varga", "Borduria will not deploy missiles in the valley")]
    assert _found(_HEADLINE)[1] == ()


def test_whom_it_was_told_to() -> None:
    """The words between the cue and "that" name whom it was told to."""
    _, (found,) = _found(_TOLD)
    assert found.addressee is not None
    assert found.addressee.entity == "varga"
    assert _rows(_TOLD, (found,)) == [("He", "the drill would begin in June and that guests would come")]


def test_a_quotation_is_not_listed_twice() -> None:
    """What stands between marks is a direct quotation and no statement besides."""
    assert _found(_QUOTED)[1] == ()
