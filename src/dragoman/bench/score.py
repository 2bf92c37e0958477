"""How right one dossier is: by group, found and wrong of what a person expects of the article."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from dragoman.bench.align import FIELDS, align
from dragoman.bench.expected import Example, Expected, ExpectedFinding, ExpectedQuote, accepts
from dragoman.records.article import Article
from dragoman.records.attribution import Quote
from dragoman.records.dossier import Dossier, Finding

RIGHT = ("head", "text", "events", *FIELDS, "quotes", "scare quotes", "findings")
"""Groups of which as many as possible should be right. "text": what must be in it, what must not, and the captions."""
WRONG = ("wrong events", "repeated events", "wrong quotes", "wrong findings")
"""Groups of which as few as possible should be there."""
_QUOTE_MARKS = "\"'“”„«»‘’"
_MARKS = _QUOTE_MARKS + " \n.,;:!?…—–-"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT")
_SPOKEN_ALIKE = 0.5
"""Least share of the words that a quote put in the outlet's words has in common with the expected one."""


@dataclass(frozen=True, slots=True)
class Score:
    """What is right of one example, of how much, by group; how many wrong ones; and the cases, for who looks into it."""

    name: str
    right: dict[str, tuple[int, int]]
    wrong: dict[str, int]
    cases: dict[str, object]


def score(example: Example, dossier: Dossier) -> Score:
    """One dossier beside what is expected of it."""
    expected = example.expected
    head = dict(_head(expected, dossier.article))
    text = dict(_text(expected, dossier.article))
    events = align(expected.events, dossier)
    needed = [found for found in events.found if not found.expected.optional]
    said, misread = _quotes(expected, dossier)
    direct = [_bare(quote.text) for quote in dossier.quotes if quote.direct]
    scare = {words: _bare(words) not in direct for words in expected.not_quotes}
    noticed = {f"{f.kind} {f.contains}": any(_notices(f, it) for it in dossier.findings) for f in expected.findings}
    unexpected = [
        it for it in dossier.findings if it.severity != "info" and not any(_notices(f, it) for f in expected.findings)
    ]
    right = {
        "head": _share(head.values()),
        "text": _share(text.values()),
        "events": (len(needed), len(needed) + len(events.missing)),
        **{name: _sum(f.fields[name] for f in needed if name in f.fields) for name in FIELDS},
        "quotes": _share(said.values()),
        "scare quotes": _share(scare.values()),
        "findings": _share(noticed.values()),
    }
    wrong = dict(zip(WRONG, map(len, (events.wrong, events.repeated, misread, unexpected)), strict=True))
    cases: dict[str, object] = {
        "head wrong": _failed(head),
        "text wrong": _failed(text),
        "events missing": [f"{'|'.join(e.type)}: {e.words[0]}" for e in events.missing],
        "events wrong": [_told(event.id, dossier) for event in events.wrong],
        "events repeated": [_told(event.id, dossier) for event in events.repeated],
        "fields wrong": [
            f"{f.expected.words[0]}: {name} of {_told(f.event.id, dossier)}"
            for f in needed
            for name, (hits, of) in f.fields.items()
            if hits < of
        ],
        "quotes missing": _failed(said),
        "quotes wrong": [f"{quote.speaker}: {quote.text}" for quote in misread],
        "findings missing": _failed(noticed),
        "findings wrong": [f"{it.kind}: {it.message}" for it in unexpected],
    }
    return Score(example.name, right, wrong, cases)


def _head(expected: Expected, article: Article) -> Iterator[tuple[str, bool]]:
    for field in type(expected.head).model_fields:
        if expected.head.says(field):
            yield field, _plain(getattr(expected.head, field)) == _plain(getattr(article, field))


def _plain(value: object) -> object:
    """A value of the head without what does not matter: case, quotation marks around it, how a zone is spelled."""
    if not isinstance(value, str):
        return value
    return datetime.fromisoformat(value) if _MOMENT.match(value) else value.strip(_QUOTE_MARKS).casefold()


def _text(expected: Expected, article: Article) -> Iterator[tuple[str, bool]]:
    text = " ".join(article.text.split())
    captions = [article.text[block.start : block.end] for block in article.blocks if block.kind == "caption"]
    for words in expected.in_text:
        yield f"in: {words}", words in text
    for words in expected.not_in_text:
        yield f"not in: {words}", words not in text
    for words in expected.captions:
        yield f"caption: {words}", any(words in caption for caption in captions)


def _quotes(expected: Expected, dossier: Dossier) -> tuple[dict[str, bool], list[Quote]]:
    """By expected quote whether it was found with its speaker; and the direct quotes that are wrong."""
    names = {entity.id: entity.name for entity in dossier.entities}
    said: dict[str, bool] = {}
    right: set[str] = set()
    for wanted in expected.quotes:
        place = _place(wanted, dossier.article.text)
        same = [quote for quote in dossier.quotes if place and _same_words(wanted, place, quote)]
        hits = [quote.id for quote in same if accepts(wanted.speaker, names.get(quote.speaker or ""))]
        said[f"{wanted.speaker}: {wanted.starts} … {wanted.ends}"] = bool(hits)
        # A quotation whose speaker stays unknown says nothing false: it is missing, not wrong.
        right.update(hits, (quote.id for quote in same if quote.speaker is None))
    return said, [quote for quote in dossier.quotes if quote.direct and quote.id not in right]


def _place(wanted: ExpectedQuote, text: str) -> tuple[int, int] | None:
    start = text.find(wanted.starts)
    end = text.find(wanted.ends, start)
    return (start, end + len(wanted.ends)) if start >= 0 and end >= 0 else None


def _same_words(wanted: ExpectedQuote, place: tuple[int, int], quote: Quote) -> bool:
    """A quotation must begin and end at the same words; what the outlet puts in its own words need only be mostly it."""
    if quote.direct != wanted.direct:
        return False
    start, end = place
    if wanted.direct:
        bare = [_trimmed(evidence.start, evidence.text) for evidence in quote.evidence]
        return place in bare
    return any(
        min(end, e.end) - max(start, e.start) >= _SPOKEN_ALIKE * (max(end, e.end) - min(start, e.start))
        for e in quote.evidence
    )


def _trimmed(start: int, words: str) -> tuple[int, int]:
    """Where words begin and end without the marks around them."""
    marks = len(words) - len(words.lstrip(_MARKS))
    return start + marks, start + len(words.rstrip(_MARKS))


def _bare(words: str) -> str:
    return words.strip(_MARKS).casefold()


def _notices(wanted: ExpectedFinding, finding: Finding) -> bool:
    return (
        (not wanted.kind or finding.kind in wanted.kind)
        and accepts(wanted.contains, finding.message, *(evidence.text for evidence in finding.evidence))
        and (wanted.suggestion is None or accepts(wanted.suggestion, finding.suggestion))
    )


def _told(identifier: str, dossier: Dossier) -> str:
    """An event in one line."""
    event = next(event for event in dossier.events if event.id == identifier)
    names = {entity.id: entity.state or entity.name for entity in dossier.entities}
    actors, recipients = (", ".join(names[party] for party in side) for side in (event.actors, event.recipients))
    date = f"{event.date.start}/{event.date.end}" if event.date else "no date"
    voices = " > ".join(voice.text or names.get(voice.entity or "", voice.voice) for voice in event.asserted_by)
    words = " | ".join(evidence.text for evidence in event.evidence)
    return (
        f"{event.type} {event.mode or ''} [{actors}] -> [{recipients}] {date} at {names.get(event.place or '', 'no place')}, "
        f"{event.factuality}, says {voices}; {event.detail}; in the words: {words}"
    )


def _sum(shares: Iterable[tuple[int, int]]) -> tuple[int, int]:
    known = list(shares)
    return sum(right for right, _ in known), sum(of for _, of in known)


def _share(outcomes: Iterable[bool]) -> tuple[int, int]:
    known = list(outcomes)
    return sum(known), len(known)


def _failed(outcomes: dict[str, bool]) -> list[str]:
    return [name for name, right in outcomes.items() if not right]
