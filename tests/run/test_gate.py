"""The gate: what the words of a sentence promise, and which sentences of an article are read."""

import pytest

from dragoman.read.english.tokens import sentences
from dragoman.records.article import Article, Block, Stretch
from dragoman.records.source import Source
from dragoman.run.flow import Way, read_source
from dragoman.run.gate import needed
from dragoman.run.signs import Sign, sign
from tests.articles import VISIT

GARDEN = (
    "Tomatoes want sun and warm soil.",
    "Water them in the morning and never on the leaves.",
    "A good compost does half of the work.",
    "Pinch out the side shoots once a week.",
    "Tie the stems to a stake with soft string.",
    "Slugs come at night and eat the seedlings.",
    "We like the old yellow kinds best.",
    "Ripe fruit comes off with a twist.",
    "Green ones ripen on a sill beside a banana.",
    "Save the seeds of the best plant.",
)
TREATY = "Norway and Japan signed a defence agreement in Oslo on Tuesday."


@pytest.mark.parametrize(
    ("text", "promises"),
    [
        (TREATY, Sign.SURE),
        ("The Polish defence minister met his Dutch counterpart.", Sign.SURE),
        ("Troops withdrew from the garrison overnight.", Sign.SURE),
        ("Iran's navy seized the tanker.", Sign.SURE),
        ("Islamic State militants released the villagers.", Sign.SURE),
        ("Madrid announced a freeze of flights.", Sign.SURE),
        ("The committee of the party rejected the offer.", Sign.LIKELY),
        ("Nurses went on strike.", Sign.LIKELY),
        ("Slugs come at night and eat the seedlings.", Sign.NONE),
        ("We signed up for the newsletter.", Sign.NONE),
        ("In general, artificial intelligence supports health and energy.", Sign.NONE),
        ("", Sign.NONE),
        ("— … !", Sign.NONE),
    ],
)
def test_what_the_words_of_a_sentence_promise(text: str, promises: Sign) -> None:
    assert sign(text) is promises


def an_article(*paragraphs: str, language: str = "en") -> Article:
    blocks: list[Block] = []
    for paragraph in paragraphs:
        start = blocks[-1].end + 2 if blocks else 0
        blocks.append(Block("paragraph", start, start + len(paragraph), start, start + len(paragraph)))
    text = "\n\n".join(paragraphs)
    return Article("0" * 64, "test", None, language, None, (), None, None, (), None, text, tuple(blocks), ())


def read(article: Article) -> list[str]:
    places = [Stretch(*s) for b in article.blocks for s in sentences(article.text, b.start, b.end)]
    wanted = needed(article, places)
    assert len(wanted) == len(places)
    return [article.text[p.start : p.end] for p, want in zip(places, wanted, strict=True) if want]


def test_an_article_off_the_subject_is_not_read() -> None:
    assert read(an_article(*GARDEN)) == []


def test_an_article_on_the_subject_is_read_whole() -> None:
    text = ("Deal in Oslo", TREATY, "It runs for ten years.", "Nobody was surprised.")
    assert read(an_article(*text)) == list(text)


def test_of_another_article_the_passage_is_read_with_what_it_refers_to() -> None:
    office = "Defence Minister Kari Holm opened the show."
    passage = "Holm later signed an agreement with Japan on frigates."
    garden = GARDEN * 3
    found = read(an_article("Notes", office, *garden[:20], passage, *garden[20:]))
    assert {"Notes", office, passage} <= set(found)
    assert len(found) < 10


def test_one_sentence_that_may_hold_an_event_is_an_article_on_the_subject() -> None:
    assert read(an_article("Nurses went on strike.")) == ["Nurses went on strike."]


def test_a_language_without_a_lexicon_is_read_whole() -> None:
    assert read(an_article("Bonjour.", "Rien.", language="fr")) == ["Bonjour.", "Rien."]


def test_the_dossier_says_what_was_not_read_and_the_gate_can_be_left_open() -> None:
    source = Source("garden.txt", "\n\n".join(("Tomatoes for everybody", *GARDEN * 2)).encode())
    spared, whole = read_source(source), read_source(source, Way(gate=False))
    text = spared.article.text
    assert [text[u.start : u.end].strip() for u in spared.unread] == [text]
    assert (spared.models, spared.events) == (whole.models, ())
    assert whole.unread == ()


def test_the_gate_changes_nothing_about_an_article_on_the_subject() -> None:
    source = Source("visit.txt", VISIT.encode())
    assert read_source(source) == read_source(source, Way(gate=False))
