"""What the reader's model adds to the sayings that rules found: sayings of other sentences, and sources that are missing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.attribute.cues import verb_cue
from dragoman.attribute.phrases import source
from dragoman.attribute.saying import Saying, Source, Span, trimmed
from dragoman.records.article import Article
from dragoman.records.entity import Resolution
from dragoman.records.reading import Reading, SayingPart, Sentence

_OUTLET = frozenset(["i", "we", "us", "our", "you"])
"""Sources that are the outlet itself or its reader."""


def recognised(
    article: Article, reading: Reading, resolution: Resolution, known: Sequence[Saying]
) -> tuple[Saying, ...]:
    """What the model adds to the sayings `known`: those with a cue, a source and what is said."""
    return tuple(_added(article, reading, resolution, known))


def with_sources(reading: Reading, resolution: Resolution, sayings: Sequence[Saying]) -> tuple[Saying, ...]:
    """The same sayings, those that lack a source given the one that the model sees with their words or their cue."""
    return tuple(
        saying if saying.source is not None else replace(saying, source=_seen(reading, resolution, saying))
        for saying in sayings
    )


def _seen(reading: Reading, resolution: Resolution, saying: Saying) -> Source | None:
    for place in (saying.cue, *saying.content):
        sentence = reading.sentence_at(place[0]) if place else None
        if sentence is None:
            continue
        parts = [part for part in reading.saying_parts if sentence.start <= part.start < sentence.end]
        if _meets(saying, [(part.start, part.end) for part in parts if part.kind != "source"]):
            named = _source(sentence, parts, resolution)
            if named is not None and not saying.holds((named.start, named.end)):
                return named
    return None


def _added(article: Article, reading: Reading, resolution: Resolution, known: Sequence[Saying]) -> Iterator[Saying]:
    for sentence in reading.sentences:
        parts = [part for part in reading.saying_parts if sentence.start <= part.start < sentence.end]
        cues = [part for part in parts if part.kind == "cue"]
        content = [_without_that(article.text, part) for part in parts if part.kind == "content"]
        content = [span for span in content if _tells(sentence, span)]
        named = _source(sentence, parts, resolution)
        if not cues or not content or named is None:
            continue
        cue = (cues[0].start, cues[0].end)
        kinds = _kinds(sentence, cue)
        # "showing its will": what shows something is a paper or a survey, and the rules know those
        if "show" in kinds or any(_meets(saying, (cue, *content)) for saying in known):
            continue
        listed = named.entity is not None and bool(kinds)
        yield Saying(tuple(content), named, cue, None, direct=False, listed=listed)


def _without_that(text: str, part: SayingPart) -> Span:
    start = part.start + 5 if text.startswith("that ", part.start) else part.start
    return trimmed(text, start, part.end)


def _tells(sentence: Sentence, span: Span) -> bool:
    """Whether something is told: "a full brigade" is promised, not said."""
    return any(token.upos in ("VERB", "AUX") for token in sentence.tokens if span[0] <= token.start < span[1])


def _source(sentence: Sentence, parts: Sequence[SayingPart], resolution: Resolution) -> Source | None:
    part = next((part for part in parts if part.kind == "source"), None)
    if part is None:
        return None
    inside = [i for i, token in enumerate(sentence.tokens) if part.start <= token.start and token.end <= part.end]
    if not inside or sentence.tokens[inside[0]].text.lower() in _OUTLET:
        return None
    return source(sentence, inside[0], inside[-1], resolution)


def _meets(saying: Saying, spans: Sequence[Span]) -> bool:
    own = [*saying.content, *((saying.cue,) if saying.cue else ())]
    return any(start < last and end > first for start, end in own for first, last in spans)


def _kinds(sentence: Sentence, cue: Span) -> set[str]:
    """The kinds of the verbs of saying and thinking among the words of a cue."""
    inside = (i for i, token in enumerate(sentence.tokens) if cue[0] <= token.start < cue[1])
    return {found.kind for i in inside if (found := verb_cue(sentence, i)) is not None}
