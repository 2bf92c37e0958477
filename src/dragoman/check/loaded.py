"""Loaded language in the outlet's own voice: words that judge, and quotation marks that mock."""

import re
from collections.abc import Iterator

from dragoman.check.draft import Draft
from dragoman.check.lexicon import hits
from dragoman.check.voice import own_voice
from dragoman.records.article import Article, Evidence
from dragoman.records.attribution import Attribution
from dragoman.records.entity import Resolution
from dragoman.records.reading import Reading, Sentence

_MESSAGES = {
    "name-calling": "names somebody in a way that judges",
    "distancing": "casts doubt without saying why",
    "emotive": "stirs feelings",
    "certainty": "claims certainty instead of giving a reason",
    "faint": "claims certainty instead of giving a reason",
    "quotation marks": "puts in quotation marks what nobody is quoted with",
}
_SCARE = re.compile(
    r"[\N{LEFT DOUBLE QUOTATION MARK}\"«](?P<words>[a-z][^\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\"«»\n]{1,40}?)[.,]?[\N{RIGHT DOUBLE QUOTATION MARK}\"»]"
)
_LONGEST = 3
"""Words; more than that between quotation marks is a quotation."""


def loaded(article: Article, reading: Reading, resolution: Resolution, attribution: Attribution) -> Iterator[Draft]:
    """One finding for each sentence that has loaded words in the outlet's own voice."""
    for sentence in reading.sentences:
        marked: list[tuple[str, Evidence]] = [
            (kind, span)
            for kind, span in [*_words(article, sentence), *_scare_quotes(article, sentence, resolution)]
            if own_voice(attribution, article, span.start, span.end)
        ]
        if all(kind == "faint" for kind, _ in marked):
            continue
        kept: list[tuple[str, Evidence]] = []
        for kind, span in sorted(marked, key=lambda pair: (pair[1].start, -pair[1].end)):
            if not kept or span.start >= kept[-1][1].end:
                kept.append((kind, span))
        told = [f"{span.text!r} {_MESSAGES[kind]}" for kind, span in kept]
        message = f"In the outlet's own voice: {'; '.join(told)}."
        yield Draft("loaded_language", "info", message, None, tuple(span for _, span in kept))


def _words(article: Article, sentence: Sentence) -> Iterator[tuple[str, Evidence]]:
    for hit in hits(sentence, "loaded.tsv"):
        tokens = sentence.tokens
        name = tokens[hit.first].upos == "PROPN" and hit.first == hit.last and not tokens[hit.first].text.islower()
        if not name or hit.entry.name:
            yield hit.entry.kind, article.evidence(tokens[hit.first].start, tokens[hit.last].end)


def _scare_quotes(article: Article, sentence: Sentence, resolution: Resolution) -> Iterator[tuple[str, Evidence]]:
    """Short quotation marks round ordinary nouns; names and titles are none, nor words that somebody says."""
    if next(hits(sentence, "saying.tsv"), None):
        return
    for match in _SCARE.finditer(article.text, sentence.start, sentence.end):
        words = match["words"].split()
        last = sentence.index_at(match.end("words") - 1)
        noun = last is not None and sentence.tokens[last].upos in ("NOUN", "VERB")
        named = resolution.at(match.start("words"))
        if (
            len(words) <= _LONGEST
            and noun
            and not (named and named[1].type == "name" and named[1].end >= match.end("words"))
        ):
            yield "quotation marks", article.evidence(match.start(), match.end())
