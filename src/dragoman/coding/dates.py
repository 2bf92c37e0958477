"""Time expressions of a sentence, normalised against the article's day of publication, and which event they date."""

from dataclasses import replace
from datetime import date
from typing import cast

from dragoman.coding.when import governed
from dragoman.coding.when.mention import DateMention, Kind
from dragoman.coding.when.pieces import Piece, Stretch, stretches, word_before
from dragoman.coding.when.rules import Direction, Moment, resolve
from dragoman.coding.when.words import Words, words_for
from dragoman.records.article import Article
from dragoman.records.event import EventDate
from dragoman.records.reading import Sentence

__all__ = ["DateMention", "date_of", "dates"]

_RANGES = frozenset({"days", "months", "years", "weekdays", "past"})
_SPOKEN = frozenset({"shift", "night", "ago"})
"""Rules of the patterns that count from the day of speaking."""


def dates(article: Article, sentence: Sentence) -> tuple[DateMention, ...]:
    """Every time expression whose days can be told, in order.

    Days that depend on the day of publication are told only where the article has one; expressions that point into the
    text ("at that time", "the next day") never are.
    """
    words = words_for(article.language)
    if words is None:
        return ()
    text = article.text[sentence.start : sentence.end]
    published = _published(article)
    found: list[DateMention] = []
    for stretch in stretches(text, words):
        mention = _mention(sentence, text, stretch, words, published)
        if mention:
            found.append(mention)
    return tuple(found)


def date_of(article: Article, sentence: Sentence, predicate_index: int) -> DateMention | None:
    """The time expression that dates the event of a predicate, by the tree; `None` where none does.

    A date in another clause, or one that belongs to a noun beside the event ("a programme for 2021–2025"), does not.
    """
    words = words_for(article.language)
    if words is None or not 0 <= predicate_index < len(sentence.tokens):
        return None
    ranked: list[tuple[int, int, int, DateMention]] = []
    for mention in dates(article, sentence):
        word = governed.head_word(sentence, mention.start, mention.end)
        if word is None or not governed.usable(sentence, mention, word, predicate_index, words):
            continue
        distance = governed.dates_predicate(sentence, word, predicate_index, words)
        if distance is not None:
            coarse = 0 if mention.value.precision == "day" else 1
            ranked.append((distance, coarse, abs(word - predicate_index), replace(mention, outside=False)))
    return min(ranked, key=lambda row: row[:3])[3] if ranked else None


def _published(article: Article) -> date | None:
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def _mention(
    sentence: Sentence, text: str, stretch: Stretch, words: Words, published: date | None
) -> DateMention | None:
    start, end = sentence.start + stretch.start, sentence.start + stretch.end
    word = governed.head_word(sentence, start, end)
    if word is None or _counts(sentence, stretch, word):
        return None
    before = word_before(text, stretch.start, words)
    role = words.classes["before"][before[0]] if before else "point"
    way = cast("Direction", governed.direction(sentence, word, words))
    if role == "since":
        way = "past" if way == "near" else way
    value = _value(stretch.pieces, words, published, way)
    if value is None:
        return None
    kind: Kind = "range" if len(stretch.pieces) == 2 or stretch.pieces[0].rule in _RANGES else "point"
    if kind == "point" and role in ("since", "until"):
        kind = cast("Kind", role)
        value = _open(value, kind, published)
    return DateMention(start, end, value, kind, role == "outside", stretch.pieces[0].rule in _SPOKEN)


def _counts(sentence: Sentence, stretch: Stretch, word: int) -> bool:
    """Whether what looks like a year counts something: "in 2000 villages"."""
    token = sentence.tokens[word]
    if stretch.pieces[0].rule != "year" or len(stretch.pieces) > 1 or not token.text.isdecimal():
        return False
    if token.deprel != "nummod" or token.head <= word:
        return False
    counted = sentence.tokens[token.head]
    return counted.upos == "NOUN" and not any(
        sentence.tokens[c].relation == "det" and c < word for c in sentence.children[token.head]
    )


def _value(pieces: tuple[Piece, ...], words: Words, published: date | None, way: Direction) -> EventDate | None:
    moments = [Moment(piece.values, words, published, way) for piece in pieces]
    if len(pieces) == 1:
        return resolve(pieces[0].rule, moments[0])
    first, last = pieces
    if moments[1].own_year() is not None and moments[0].own_year() is None:
        end = resolve(last.rule, moments[1])
        start = _before(first, moments[0], end) if end else None
    else:
        start = resolve(first.rule, moments[0])
        end = _after(last, moments[1], start) if start else None
    if start is None or end is None or start.start > end.end:
        return None
    order = ("day", "month", "year", "decade")
    return EventDate(start.start, end.end, max(start.precision, end.precision, key=order.index))


def _before(piece: Piece, moment: Moment, end: EventDate) -> EventDate | None:
    """The start of a range whose end has the year."""
    year = int(end.end[:4])
    for choice in (year, year - 1):
        start = resolve(piece.rule, Moment(moment.values, moment.words, moment.published, moment.direction, choice))
        if start and start.start <= end.start:
            return start
    return None


def _after(piece: Piece, moment: Moment, start: EventDate) -> EventDate | None:
    """The end of a range whose start is known; the next such day where it has no year of its own."""
    if moment.own_year() is not None:
        return resolve(piece.rule, moment)
    year = int(start.start[:4])
    for choice in (year, year + 1):
        end = resolve(piece.rule, Moment(moment.values, moment.words, moment.published, moment.direction, choice))
        if end and end.end >= start.end:
            return end
    return None


def _open(value: EventDate, kind: Kind, published: date | None) -> EventDate:
    """A "since" reaches to the day of publication, an "until" from it, where that day lies on the right side."""
    if published is None:
        return value
    today = published.isoformat()
    if kind == "since":
        return EventDate(value.start, max(today, value.start), value.precision) if today > value.start else value
    return EventDate(min(today, value.end), value.end, value.precision) if today < value.end else value
