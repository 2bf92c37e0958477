"""The English reader as a whole."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.read.english.reader import EnglishReader
from dragoman.read.readers import reader_for
from dragoman.records.article import Article, Block
from dragoman.records.reading import Reading

TEXT = (
    "Poland's defence minister visited Vilnius on Monday and signed a memorandum with Lithuania.\n\n"
    "“We will buy twelve F-16 fighters,” the minister told reporters in Vilnius. The deliveries begin in 2023."
)


def an_article(text: str) -> Article:
    blocks, position = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block("paragraph", position, position + len(part), position, position + len(part)))
        position += len(part) + 2
    return Article("0" * 64, "test", None, "en", None, (), None, None, (), None, text, tuple(blocks), ())


@pytest.fixture(scope="module")
def reader() -> EnglishReader:
    return EnglishReader()


def test_words_carry_tags_lemmas_and_relations(reader: EnglishReader) -> None:
    sentence = reader.read(an_article(TEXT)).sentences[0]
    visited = next(i for i, token in enumerate(sentence.tokens) if token.text == "visited")
    minister = next(i for i, token in enumerate(sentence.tokens) if token.text == "minister")
    assert sentence.tokens[visited].lemma == "visit"
    assert sentence.tokens[visited].upos == "VERB"
    assert sentence.tokens[visited].has("Tense=Past")
    assert sentence.tokens[minister].head == visited
    assert sentence.tokens[minister].relation == "nsubj"


def test_names_are_found(reader: EnglishReader) -> None:
    reading = reader.read(an_article(TEXT))
    assert {("Poland", "place"), ("Vilnius", "place"), ("Lithuania", "place")} <= {
        (TEXT[name.start : name.end], name.kind) for name in reading.names
    }


def test_a_hyphened_given_name_is_one_name(reader: EnglishReader) -> None:
    text = "Kim Jong-un arrived. London-based banks closed."
    names = {text[name.start : name.end] for name in reader.read(an_article(text)).names}
    assert "Kim Jong-un" in names
    assert "London-based" not in names


def _shape(reading: Reading) -> list[tuple[str, str, int, str]]:
    return [(t.text, t.upos, t.head, t.deprel) for s in reading.sentences for t in s.tokens]


def test_a_sentence_reads_the_same_in_any_company(reader: EnglishReader) -> None:
    alone = [row for part in TEXT.split("\n\n") for row in _shape(reader.read(an_article(part)))]
    among = _shape(reader.read(an_article(TEXT + "\n\n" + "A longer line follows here. " * 40)))
    assert among[: len(alone)] == alone


@given(st.text(max_size=200))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_read_and_every_word_is_where_it_says(reader: EnglishReader, text: str) -> None:
    article = an_article(text)
    reading = reader.read(article)
    for sentence in reading.sentences:
        assert sum(token.head == -1 for token in sentence.tokens) == 1
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
    assert reading == reader.read(article)


def test_languages_without_a_reader_have_none() -> None:
    assert reader_for("ru") is None
    assert reader_for("en-GB") is not None
