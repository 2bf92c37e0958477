"""Numbers that have changed places (machine translation moves them about), and sums that do not add up.

Where a sentence names a designation that cannot be, its numbers are dealt out anew in every way; if that makes all its
designations real, the numbers have likely been moved: "Su-12SM … Mi-30M … 35 contracts" for "Su-30SM … Mi-35M … 12".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from dragoman.check.draft import Draft
from dragoman.check.spots import Spot, plain, spots, witnesses
from dragoman.records.article import Article, Evidence
from dragoman.records.entity import Resolution
from dragoman.records.reading import Reading, Sentence

_MOST = 6
"""More numbers than this fit by chance, and take too long to try."""
_READINGS = 2
"""More ways than this to put the numbers back mean that none is likely."""
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_BARE = re.compile(rf"(?<![\w.,$€£%:/-])\d{{1,4}}(?![\w%:/-]|[.,]\d)(?!\s*(?:st|nd|rd|th|{_MONTH})\b)")
_DATED = re.compile(rf"(?:{_MONTH}|\b[Ii]n|[Ss]ince|of)\s+(?:\d{{1,2}},?\s+)?$")


@dataclass(frozen=True, slots=True)
class Move:
    """Numbers that seem to have changed places."""

    draft: Draft
    reads: dict[int, str]
    """Where a designation's mention begins, and the designation that it should be."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place that holds a number."""

    start: int
    number: str
    spot: Spot | None
    """`None` for a number that belongs to no designation."""

    @property
    def end(self) -> int:
        return self.start + len(self.number)


def moved_numbers(article: Article, reading: Reading, resolution: Resolution) -> list[Move]:
    """The moves that explain impossible designations, at most one for each sentence."""
    all_spots = spots(article, resolution)
    known = tuple(dict.fromkeys(spot.written for spot in witnesses(all_spots)))
    moves: list[Move] = []
    for i, sentence in enumerate(reading.sentences):
        if not any(spot.designation.status == "impossible" for spot in _within(all_spots, [sentence])):
            continue
        for window in (
            [sentence],
            [*reading.sentences[max(0, i - 1) : i], sentence],
            [sentence, *reading.sentences[i + 1 : i + 2]],
        ):
            move = _move(article, window, _within(all_spots, window), known)
            if move:
                moves.append(move)
                break
    return moves


def _within(all_spots: list[Spot], window: list[Sentence]) -> list[Spot]:
    return [spot for spot in all_spots if any(s.start <= spot.start < s.end for s in window)]


def _move(article: Article, window: list[Sentence], inside: list[Spot], known: tuple[str, ...]) -> Move | None:
    slots = _slots(article, window, inside)
    if not 2 <= len(slots) <= _MOST:
        return None
    fits = sorted({fit for fit in permutations([slot.number for slot in slots]) if _fits(slots, fit, known)})
    if not fits:
        return None
    best = min(_cost(slots, fit) for fit in fits)
    fits = [fit for fit in fits if _cost(slots, fit) == best]
    support = [_supported(slots, fit, known) for fit in fits]
    fits = [fit for fit, count in zip(fits, support, strict=True) if count == max(support)]
    if len(fits) > _READINGS:
        return None
    return _told(article, window, slots, fits, known)


def _slots(article: Article, window: list[Sentence], inside: list[Spot]) -> list[_Slot]:
    """The numbers of the designations and the bare numbers of the sentences; dates left out."""
    slots = [_Slot(spot.number_start, spot.number, spot) for spot in inside]
    for sentence in window:
        for match in _BARE.finditer(article.text, sentence.start, sentence.end):
            dated = _DATED.search(article.text, sentence.start, match.start())
            if not dated and not any(spot.start <= match.start() < spot.end for spot in inside):
                slots.append(_Slot(match.start(), match[0], None))
    return sorted(slots, key=lambda slot: slot.start)


def _fits(slots: list[_Slot], fit: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether the numbers make every designation that they change, and every impossible one, real."""
    for slot, number in zip(slots, fit, strict=True):
        if slot.spot is None:
            continue
        if number == slot.number:
            if slot.spot.designation.status == "impossible":
                return False
        elif slot.spot.with_number(number, known) is None:
            return False
    return True


def _cost(slots: list[_Slot], fit: tuple[str, ...]) -> tuple[int, int]:
    """How many designations stay unlisted, then how many numbers move: the less of both the likelier."""
    pairs = list(zip(slots, fit, strict=True))
    moved = [slot.number != number for slot, number in pairs]
    unlisted = [
        slot.spot is not None and slot.number == number and slot.spot.designation.status == "plausible"
        for slot, number in pairs
    ]
    return sum(unlisted), sum(moved)


def _supported(slots: list[_Slot], fit: tuple[str, ...], known: tuple[str, ...]) -> int:
    """How many of the designations that come out are named elsewhere in the article."""
    made = [
        slot.spot.with_number(number, known)
        for slot, number in zip(slots, fit, strict=True)
        if slot.spot and number != slot.number
    ]
    return sum(_in(name, known) for name in made if name)


def _in(name: str, known: tuple[str, ...]) -> bool:
    return plain(name) in map(plain, known)


def _told(
    article: Article, window: list[Sentence], slots: list[_Slot], fits: list[tuple[str, ...]], known: tuple[str, ...]
) -> Move:
    fit = fits[0]
    changed = [(slot, number) for slot, number in zip(slots, fit, strict=True) if slot.number != number]
    spans = [_span(article, window, slot) for slot, _ in changed]
    reads = {
        slot.spot.start: name
        for slot, number in changed
        if slot.spot and (name := slot.spot.with_number(number, known))
    }
    numbers = _listed(sorted((slot.number for slot, _ in changed), key=int))
    wrong = [slot.spot.written for slot, _ in changed if slot.spot and slot.spot.designation.status == "impossible"]
    pairs = [
        f"{article.text[span.start : span.end]!r} would be {_replaced(span, [(slot, number)])!r}"
        for span, (slot, number) in zip(spans, changed, strict=True)
    ]
    message = (
        f"The numbers {numbers} seem to have changed places, as happens in machine translation: no {_listed(wrong, 'or')} "
        f"exists; put back, {'; '.join(pairs)}."
    )
    named = [name for name in reads.values() if _in(name, known)]
    if named:
        message += f" {_listed(named)} {'is' if len(named) == 1 else 'are'} named elsewhere in the article."
    if len(fits) > 1:
        message += " The numbers can be put back in another way too."
    whole = article.evidence(min(span.start for span in spans), max(span.end for span in spans))
    suggestion = _replaced(whole, changed) if len(fits) == 1 else None
    return Move(Draft("translation", "warning", message, suggestion, tuple(spans)), reads if len(fits) == 1 else {})


def _span(article: Article, window: list[Sentence], slot: _Slot) -> Evidence:
    """The words that a number belongs to: the mention of the weapon, or the number with its noun."""
    if slot.spot:
        return article.evidence(slot.spot.start, slot.spot.end)
    end = slot.end
    for sentence in window:
        index = sentence.index_at(slot.start)
        if index is not None:
            head = sentence.tokens[index].head
            if head > index and sentence.tokens[head].upos in ("NOUN", "PROPN") and head - index <= 3:
                end = sentence.tokens[head].end
    return article.evidence(slot.start, end)


def _replaced(span: Evidence, changed: list[tuple[_Slot, str]]) -> str:
    """The words of a span with other numbers."""
    text, offset = span.text, span.start
    for slot, number in sorted(changed, key=lambda pair: -pair[0].start):
        if span.start <= slot.start < span.end:
            text = text[: slot.start - offset] + number + text[slot.end - offset :]
    return text


def _listed(words: list[str], joint: str = "and") -> str:
    words = list(dict.fromkeys(words))
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}"


_WHOLE = re.compile(
    r"\b(\d[\d,]*)\s+(?:[^\W\d_]+\s+){0,2}[^\W\d_]+,?\s+(?:including|among them|of which|of whom)\s+(\d[\d,]*)\b[^.;:,]*?"
    r"\sand\s+(\d[\d,]*)\b(?![\d,]*\s*(?:%|percent|per cent|million|billion|year))"
)


def sums(article: Article, reading: Reading) -> Iterator[Draft]:
    """Parts that are more than the whole: "200 people, among them 150 soldiers and 80 policemen"."""
    for sentence in reading.sentences:
        for match in _WHOLE.finditer(article.text, sentence.start, sentence.end):
            whole, first, second = (int(group.replace(",", "")) for group in match.groups())
            if first + second > whole and first < whole and second < whole and not 1900 <= second <= 2100:
                yield Draft(
                    "number",
                    "warning",
                    f"The parts are more than the whole: {match[2]} and {match[3]} make {first + second:,}, not {match[1]}.",
                    None,
                    (article.evidence(match.start(), match.end()),),
                )
