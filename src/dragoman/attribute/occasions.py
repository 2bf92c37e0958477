"""At which event a thing was said: the talks, visit or meeting that the attributing words name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.attribute.inflection import noun_forms
from dragoman.records.article import Article, Evidence
from dragoman.records.attribution import Quote
from dragoman.records.event import Event

_NOUNS = [
    "negotiation",
    "talk",
    "meeting",
    "visit",
    "summit",
    "conference",
    "forum",
    "session",
    "ceremony",
    "exercise",
    "drill",
    "parade",
    "reception",
    "consultation",
    "conversation",
    "call",
    "briefing",
    "interview",
    "trip",
    "assembly",
    "hearing",
    "congress",
    "opening",
    "signing",
    "dialogue",
    "round",
]
"""What one can speak at."""
_OCCASIONS = {form: noun for noun in _NOUNS for form in noun_forms(noun)}
_AT = re.compile(r"\b(?:at|during|in|on|after|following|amid|over|before)\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)
"""How the words before such a noun end where it is an occasion: "during his first official"."""
_SENTENCE_ENDS = ".!?…"


def occasions(quotes: Sequence[Quote], events: Sequence[Event], article: Article) -> tuple[Quote, ...]:
    """The quotes with the event at which each was said, and its date, where the attributing sentence names it.

    The event is one whose evidence holds such a noun outside of the words said ("at negotiations with …"). Where the noun
    stands there but its event was read elsewhere ("during his visit"), it is the article's one event of that noun in
    which the speaker takes part; of two such events neither is chosen.
    """
    return tuple(_with_occasion(quote, events, article) for quote in quotes)


def _with_occasion(quote: Quote, events: Sequence[Event], article: Article) -> Quote:
    region = _attributing_words(quote, article)
    event = _named_there(region, events, article) or _known_of(quote, region, events, article)
    return replace(quote, occasion=event.id, date=event.date or quote.date) if event else quote


def _named_there(region: list[tuple[int, int]], events: Sequence[Event], article: Article) -> Event | None:
    for start, end in region:
        for event in events:
            if any(start <= e.start and e.end <= end and _occasion(e, article) for e in event.evidence[:1]):
                return event
    return None


def _known_of(quote: Quote, region: list[tuple[int, int]], events: Sequence[Event], article: Article) -> Event | None:
    nouns = {
        _OCCASIONS[word.group().lower()]
        for start, end in region
        for word in re.finditer(r"\w+", article.text[start:end])
        if word.group().lower() in _OCCASIONS and _AT.search(article.text[start : start + word.start()])
    }
    same = [
        event
        for event in events
        if event.evidence
        and quote.speaker is not None
        and quote.speaker in (*event.actors, *event.recipients)
        and {_OCCASIONS.get(word) for word in event.evidence[0].text.lower().split()} & nouns
    ]
    return same[0] if len(same) == 1 else None


def _attributing_words(quote: Quote, article: Article) -> list[tuple[int, int]]:
    """The stretches of the cue's sentence outside of the words said, the nearest to the cue first."""
    held = next((e for e in reversed(quote.evidence) if quote.cue is not None and quote.cue in e.text), None)
    block = article.block_at(held.start) if held else None
    if held is None or block is None:
        return []
    start, end = held.start, held.end
    while start > block.start and not _ends_sentence(article.text, start):
        start -= 1
    while end < block.end and not _ends_sentence(article.text, end):
        end += 1
    region = [(start, end)]
    for said in quote.evidence:
        if _is_said(said, quote):
            region = [
                piece
                for s, e in region
                for piece in ((s, min(e, said.start)), (max(s, said.end), e))
                if piece[0] < piece[1]
            ]
    return sorted(region, key=lambda piece: (not piece[0] <= held.start < piece[1], piece))


def _ends_sentence(text: str, position: int) -> bool:
    return text[position - 1] in _SENTENCE_ENDS and text[position : position + 1].isspace()


def _is_said(evidence: Evidence, quote: Quote) -> bool:
    """Whether an evidence holds words said, and not those that attribute: all do up to the cue's and the speaker's."""
    words = evidence.text.strip("“”«»„\"'’‘ ,.")
    return bool(words) and words in quote.text


def _occasion(evidence: Evidence, article: Article) -> bool:
    words = evidence.text.lower().split()
    return any(word in _OCCASIONS for word in words) and (
        _AT.search(article.text[max(0, evidence.start - 60) : evidence.start]) is not None
    )
