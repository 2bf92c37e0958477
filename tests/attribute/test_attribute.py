"""Quotes, claims and certainties of an article, together."""

from dragoman.attribute.attribute import attribute
from dragoman.records.article import Article
from dragoman.records.attribution import Attribution
from dragoman.records.entity import EntityKind
from dragoman.records.event import Voice
from tests.attribute.trees import article_of, entities, reading_of

_NAMED: dict[str, tuple[EntityKind, list[str]]] = {
    "varga": ("person", ["Varga", "Defence Minister Anna Varga"]),
    "borduria": ("state", ["Borduria"]),
    "arkadia": ("state", ["Arkadia"]),
}
_TEXT = (
    "Arkadia and Borduria draw closer\n\n"
    "Varga arrived in the capital on Monday. She said that Borduria had claimed that Arkadia was arming the rebels.\n\n"
    "“Their spokesman told us that the convoy had been stopped. We will send another one,” Varga said.\n\n"
    "The two armies will hold a joint exercise."
)
_CITING = "The agency reported, citing two diplomats, that Borduria had sold drones to the rebels."
_SHARED = "Varga said that Arkadia “will never leave its friends alone” and would send aircraft."
TEXTS = [_TEXT, _CITING, _SHARED]


def _attributed(text: str) -> tuple[Article, Attribution]:
    article = article_of(text, {0: "title"} if "\n" in text else None)
    return article, attribute(article, reading_of(article), entities(article, _NAMED))


def test_voices_nest_outermost_first() -> None:
    """The narrowest claim that covers a word says whose it is, through whom."""
    article, attribution = _attributed(_TEXT)

    def voices(words: str) -> list[tuple[str, str | None]]:
        return [(voice.voice, voice.text) for voice in attribution.voices(article.text.index(words))]

    assert voices("had claimed") == [("source", "She")]
    assert voices("arming") == [("source", "She"), ("source", "Borduria")]
    assert voices("told us") == [("speaker", "Varga")]
    assert voices("been stopped") == [("speaker", "Varga"), ("source", "Their spokesman")]
    assert voices("another one") == [("speaker", "Varga")]


def test_what_nobody_else_says_the_outlet_says() -> None:
    """Outside of all claims the outlet speaks."""
    article, attribution = _attributed(_TEXT)
    for words in ("arrived", "draw closer", "joint exercise", "said that"):
        assert attribution.voices(article.text.index(words)) == (Voice("outlet"),)


def test_who_is_cited_speaks_through_who_reports() -> None:
    """Both voices stand on the same words."""
    article, attribution = _attributed(_CITING)
    assert [v.text for v in attribution.voices(article.text.index("sold"))] == ["The agency", "two diplomats"]


def test_evidence_is_the_exact_words() -> None:
    """Evidence begins with the words said, then those that attribute, each as they stand in the text."""
    for text in TEXTS:
        article, attribution = _attributed(text)
        for quote in attribution.quotes:
            assert quote.evidence
            assert all(article.text[e.start : e.end] == e.text for e in quote.evidence)
            assert quote.text.split("\n")[0][:20] in quote.evidence[0].text
            assert quote.cue is None or any(quote.cue in e.text for e in quote.evidence[1:])
        assert [quote.id for quote in attribution.quotes] == [f"q{i + 1}" for i in range(len(attribution.quotes))]


def test_a_quoted_part_of_a_reported_clause_is_a_quote_of_its_own() -> None:
    """The clause is an indirect statement, the words between marks a direct quote by the same speaker."""
    _, attribution = _attributed(_SHARED)
    assert [(q.direct, q.speaker, q.text) for q in attribution.quotes] == [
        (False, "varga", "Arkadia “will never leave its friends alone” and would send aircraft"),
        (True, "varga", "will never leave its friends alone"),
    ]


def test_certainty_comes_with_it() -> None:
    """Predicates that are not plain fact are listed by place."""
    article, attribution = _attributed(_TEXT)
    assert attribution.factuality(article.text.index("hold")) == "planned"
    assert attribution.factuality(article.text.index("arrived")) == "occurred"
    assert attribution.factuality(article.text.index("arming")) == "ongoing"


def test_no_reading_leaves_nothing_to_say() -> None:
    """Where no reader serves the language there are marks but no certainties and no claims of statements."""
    from dragoman.records.entity import Resolution
    from dragoman.records.reading import Reading

    article = article_of("«Мы уходим», — сказал он.")
    attribution = attribute(article, Reading("ru", None, (), ()), Resolution(()))
    assert attribution == Attribution((), (), ())
