"""Sayings that the model sees where no rule does, on readings made by hand."""

from dragoman.attribute.recognised import recognised, with_sources
from dragoman.attribute.saying import Saying, Source
from dragoman.read.readers import reader_for
from dragoman.records.article import Article, Block
from dragoman.records.entity import Resolution
from dragoman.records.reading import Reading, SayingPart

NOBODY = Resolution(())


def _read(text: str, **parts: str) -> tuple[Article, Reading]:
    block = Block("paragraph", 0, len(text), 0, len(text))
    article = Article("0", "a.txt", None, "en", None, (), None, None, (), None, text, (block,), ())
    reader = reader_for("en")
    assert reader is not None
    reading = reader.read(article)
    seen = tuple(
        SayingPart(text.index(words), text.index(words) + len(words), kind)  # type: ignore[arg-type]
        for kind, words in parts.items()
    )
    return article, Reading("en", "by hand", reading.sentences, reading.names, (), seen)


def test_what_the_model_sees_is_added_without_that() -> None:
    article, reading = _read(
        "The mayor swears that the bridge was closed.",
        source="The mayor",
        cue="swears",
        content="that the bridge was closed",
    )
    (found,) = recognised(article, reading, NOBODY, ())
    assert [article.text[start:end] for start, end in found.content] == ["the bridge was closed"]
    assert found.source is not None
    assert article.text[found.source.start : found.source.end] == "The mayor"


def test_what_a_rule_found_is_not_found_again() -> None:
    article, reading = _read(
        "The mayor swears it was closed.", source="The mayor", cue="swears", content="it was closed"
    )
    known = Saying(((17, 30),), Source(0, 9, None), (10, 16), None, direct=False)
    assert recognised(article, reading, NOBODY, (known,)) == ()


def test_a_thing_promised_and_a_will_shown_are_not_said() -> None:
    assert (
        recognised(
            *_read("Oslo has promised a full brigade.", source="Oslo", cue="has promised", content="a full brigade"),
            NOBODY,
            (),
        )
        == ()
    )
    assert (
        recognised(
            *_read("Oslo came, showing its will to stay.", source="Oslo", cue="showing", content="its will to stay"),
            NOBODY,
            (),
        )
        == ()
    )


def test_a_source_that_no_rule_found_is_filled_in() -> None:
    article, reading = _read("Closed at dawn, so the mayor.", source="the mayor", content="Closed at dawn")
    bare = Saying(((0, 14),), None, None, None, direct=False)
    (found,) = with_sources(reading, NOBODY, (bare,))
    assert found.source is not None
    assert article.text[found.source.start : found.source.end] == "the mayor"
