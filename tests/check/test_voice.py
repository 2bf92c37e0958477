"""Loaded language, unnamed sources, accusations and contradictions in the outlet's own voice."""

import pytest

from dragoman.attribute.attribute import attribute
from dragoman.check.check import check
from dragoman.records.entity import Resolution
from dragoman.records.reading import Reading
from tests.check.reading import article_of, findings, of_kind


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The puppet government in the capital fled.", "puppet government"),
        ("Western hawks have long dreamed of a bloodthirsty horde at the border.", "bloodthirsty"),
        ("The Putinist hordes devoured the town.", "hordes"),
        ("The so-called republic held a parade.", "so-called"),
        ("The neighbours and their “peacekeepers” crossed the river.", "“peacekeepers”"),
    ],
)
def test_loaded_words_are_marked_whoever_uses_them(text: str, words: str) -> None:
    """One finding for a sentence, with each word as evidence."""
    (finding,) = of_kind(findings(text), "loaded_language")
    assert finding.severity == "info"
    assert words in [evidence.text for evidence in finding.evidence]


@pytest.mark.parametrize(
    "text",
    [
        "“The puppet government will fall,” the general said.",
        "The visa regime between the two states was eased.",
        "The tax would be raised next year, the ministry announced.",
        "The forum “Army” opened near Moscow.",
        "The two ministers signed a plan of cooperation and visited a training ground.",
        "The minister called the report “nonsense”.",
    ],
)
def test_plain_and_quoted_words_are_left_alone(text: str) -> None:
    """What somebody else says is not the outlet's language."""
    assert of_kind(findings(text), "loaded_language") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Some analysts say that the treaty is dead.", "Some analysts say"),
        ("Some diplomats whisper that the treaty is dead.", "Some diplomats whisper"),
        ("Experts believe that the base will close.", "Experts believe"),
        ("According to unnamed officials, the base will close.", "According to unnamed officials"),
    ],
)
def test_unnamed_sources_are_told(text: str, words: str) -> None:
    """A reader cannot ask them."""
    (finding,) = of_kind(findings(text), "unattributed")
    assert (finding.severity, finding.evidence[0].text) == ("info", words)


@pytest.mark.parametrize(
    "text",
    [
        "Analysts of the Stockholm institute SIPRI say that sales rose.",
        "The expert Anna Berg said that the base will close.",
        "The ministry said that the base will close.",
        "Several experts attended the opening.",
    ],
)
def test_named_sources_are_left_alone(text: str) -> None:
    """A source with a name, or one that says nothing."""
    assert of_kind(findings(text), "unattributed") == []


@pytest.mark.parametrize(
    "text",
    [
        "Terrorist groups in the north are trained and armed by American intelligence services.",
        "The terrorist groups were created with the participation of Russian intelligence services.",
        "Iran finances terrorists across the region.",
    ],
)
def test_accusations_without_a_source_are_told(text: str) -> None:
    """The outlet says it itself, of whomever."""
    (finding,) = of_kind(findings(text), "unattributed")
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that Iran finances terrorists across the region.",
        "Russia trained Uzbek officers at its academies.",
        "Germany arms the Kurdish forces of the government.",
    ],
)
def test_claims_and_plain_aid_are_no_accusations(text: str) -> None:
    """Somebody's claim has its claimant; training an army is no accusation."""
    assert of_kind(findings(text), "unattributed") == []


def test_one_thing_with_two_numbers_is_told() -> None:
    """The same doer, deed and thing, and another number."""
    found = findings("Uzbekistan signed 12 contracts in Moscow.", "Uzbekistan signed 35 contracts in Moscow.")
    (finding,) = of_kind(found, "contradiction")
    assert [words.text for words in finding.evidence] == ["signed 12 contracts", "signed 35 contracts"]


def test_other_deeds_may_have_other_numbers() -> None:
    """Another doer, or another time, is another deed."""
    text = (
        "Uzbekistan signed 12 contracts in May.",
        "Uzbekistan signed 35 contracts in June.",
        "India signed 4 contracts.",
    )
    assert of_kind(findings(*text), "contradiction") == []


def test_an_article_without_a_reader_says_so() -> None:
    """Silence must not be taken for "nothing found"."""
    article = article_of("Le ministre est arrivé à Tachkent.")
    reading, resolution = Reading("fr", None, (), ()), Resolution(())
    (finding,) = check(article, reading, resolution, attribute(article, reading, resolution), ())
    assert (finding.id, finding.kind, finding.severity) == ("f1", "translation", "info")
    assert finding.evidence[0].text == article.text


def test_findings_are_numbered_by_their_place() -> None:
    """f1, f2 … in the order of the text."""
    found = findings("They met on 31 April. The puppet government fled. Some analysts say that it is over.")
    assert [finding.id for finding in found] == [f"f{n}" for n in range(1, len(found) + 1)]
    assert [finding.kind for finding in found] == ["date", "loaded_language", "unattributed"]
