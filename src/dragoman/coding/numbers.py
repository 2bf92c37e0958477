"""Numbers with their words: "more than 8000", "about a dozen", "$1.2 billion".

A word for many of unknown number ("dozens", "several", "hundreds") gives no number: a value would be a guess. Of a range
("10 to 15") the lower end is kept, as "at_least"; its words keep the upper one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import cast

from dragoman.records.event import Number, Relation
from dragoman.records.reading import Sentence

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)([A-Za-z]{0,3})\Z")
_GROUP = re.compile(r"\d{3}\Z")
_TOO_LARGE = 1e18
"""Beyond this a number is not a count but a code."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One number in a sentence; `first` and `last` are the indices of its words, modifiers and currency included."""

    first: int
    last: int
    core: tuple[int, ...]
    """The indices of the number's own words, without modifiers and currency."""
    number: Number
    currency: str | None
    """ISO 4217; `None` where it is no money."""


def amounts(sentence: Sentence, language: str = "en") -> tuple[Amount, ...]:
    """Every number of a sentence, in order, never overlapping."""
    words = _words(language)
    found: list[Amount] = []
    i = 0
    while i < len(sentence.tokens):
        amount = _amount(sentence, i, words) if words else None
        if amount is None:
            i += 1
            continue
        if not found or amount.first > found[-1].last:
            found.append(amount)
        i = amount.last + 1
    return tuple(found)


def amount_of(sentence: Sentence, index: int, language: str = "en") -> Amount | None:
    """The number that counts a noun, with its modifiers; `None` where nothing does. Money counts nothing."""
    if not 0 <= index < len(sentence.tokens):
        return None
    counting = [amount for amount in amounts(sentence, language) if amount.currency is None]
    tokens = sentence.tokens
    for amount in counting:
        if index in amount.core:
            return amount
    for amount in counting:
        # "thirty soldiers"; "a dozen of the soldiers", where the number is the head
        if any(tokens[i].head == index and tokens[i].relation in ("nummod", "det", "compound") for i in amount.core):
            return amount
        if tokens[index].relation == "nmod" and tokens[index].head in amount.core:
            return amount
    for amount in counting:
        between = range(amount.last + 1, index)
        if amount.last < index and all(
            tokens[i].head == index and tokens[i].upos in ("ADJ", "NOUN", "PROPN") for i in between
        ):
            return amount if not any(tokens[i].head > index for i in amount.core) else None
    return None


def _amount(sentence: Sentence, start: int, words: Mapping[str, Mapping[str, str]]) -> Amount | None:
    parsed = _number(sentence, start, words)
    if parsed is None:
        return None
    value, stop = parsed
    if value > _TOO_LARGE:
        return None
    relation: Relation = "exactly"
    core = list(range(start, stop))
    first = start
    higher = _upper_end(sentence, start, stop, words)
    if higher is not None:
        first, stop = higher
        core = list(range(start, stop))
        relation = "at_least"
    currency, first, stop = _currency(sentence, first, stop, words)
    before = _phrase_before(sentence, first, words["before"])
    if before:
        first, relation = before[0], cast("Relation", before[1])
    after = _phrase_after(sentence, stop, words["after"])
    if after and not before:
        stop, relation = after[0], cast("Relation", after[1])
    return Amount(
        first, stop - 1, tuple(core), Number(round(value, 6), relation, written(sentence, first, stop - 1)), currency
    )


def written(sentence: Sentence, first: int, last: int) -> str:
    """The words from one index to another as they are written, white space between words as one space."""
    parts: list[str] = []
    for i in range(first, last + 1):
        if i > first and sentence.tokens[i].start > sentence.tokens[i - 1].end:
            parts.append(" ")
        parts.append(sentence.tokens[i].text)
    return "".join(parts)


def _number(sentence: Sentence, start: int, words: Mapping[str, Mapping[str, str]]) -> tuple[float, int] | None:
    """The number that begins at a word, and the index after it."""
    tokens = sentence.tokens
    texts = [token.text.lower() for token in tokens[start : start + 12]]
    match = _DIGITS.match(tokens[start].text)
    total: float
    if match:
        if match.group(2) and match.group(2).lower() not in words["suffix"]:
            return None
        if len(match.group(1)) > 1 and match.group(1).startswith("0") and "." not in match.group(1):
            return None
        digits, i = match.group(1).replace(",", ""), 1
        while (
            len(match.group(1)) <= 3 and i < len(texts) and _GROUP.match(texts[i]) and _one_space(sentence, start + i)
        ):
            digits, i = digits + texts[i], i + 1
        total = float(digits) * float(words["suffix"].get(match.group(2).lower(), "1"))
    elif texts[0] in words["half"] and len(texts) > 2 and texts[1] in words["one"] and texts[2] in words["multiplier"]:
        return float(words["multiplier"][texts[2]]) / 2, start + 3
    elif texts[0] in words["one"]:
        if len(texts) < 2 or texts[1] not in words["multiplier"]:
            return None
        total, i = 1.0, 1
    elif texts[0] in words["unit"] or texts[0] in words["tens"]:
        total, i = _small(texts, 0, words)
    else:
        return None
    return _multiplied(texts, total, i, start, words)


def _multiplied(
    texts: list[str], total: float, i: int, start: int, words: Mapping[str, Mapping[str, str]]
) -> tuple[float, int]:
    """Multipliers and what follows them: "two hundred and fifty thousand"."""
    done = 0.0
    while i < len(texts):
        if texts[i] in words["multiplier"]:
            factor = float(words["multiplier"][texts[i]])
            total *= factor
            i += 1
            if factor >= 1000:
                done, total = done + total, 0.0
            continue
        joined = i + 1 if texts[i] in words["and"] else i
        smaller = joined < len(texts) and (texts[joined] in words["unit"] or texts[joined] in words["tens"])
        if i > 0 and texts[i - 1] in words["multiplier"] and smaller and texts[i - 1] not in ("dozen", "score"):
            more, i = _small(texts, joined, words)
            total += more
            continue
        break
    return done + total, start + i


def _small(texts: list[str], i: int, words: Mapping[str, Mapping[str, str]]) -> tuple[float, int]:
    """A number below a hundred in words: "twenty-five"."""
    if texts[i] in words["unit"]:
        return float(words["unit"][texts[i]]), i + 1
    total = float(words["tens"][texts[i]])
    following = i + 2 if texts[i + 1 : i + 2] == ["-"] else i + 1
    if following < len(texts) and texts[following] in words["unit"] and 0 < int(words["unit"][texts[following]]) < 10:
        return total + float(words["unit"][texts[following]]), following + 1
    return total, i + 1


def _one_space(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].start - sentence.tokens[index - 1].end == 1


def _upper_end(
    sentence: Sentence, start: int, stop: int, words: Mapping[str, Mapping[str, str]]
) -> tuple[int, int] | None:
    """Where a range begins and ends whose lower end is given; `None` where it is none (years are none)."""
    tokens = sentence.tokens
    if stop + 1 >= len(tokens) or tokens[stop].text.lower() not in words["range"]:
        return None
    opener = words["range"][tokens[stop].text.lower()]
    opened = start > 0 and tokens[start - 1].text.lower() == opener
    if opener and not opened:
        return None
    lower, upper = _number(sentence, start, words), _number(sentence, stop + 1, words)
    if lower is None or upper is None or upper[0] <= lower[0] or (_is_year(lower[0]) and _is_year(upper[0])):
        return None
    return (start - 1 if opened else start), upper[1]


def _is_year(value: float) -> bool:
    return 1500 <= value <= 2100 and value == int(value)


def _currency(
    sentence: Sentence, first: int, stop: int, words: Mapping[str, Mapping[str, str]]
) -> tuple[str | None, int, int]:
    """The currency beside a number, and the bounds with it."""
    tokens, known = sentence.tokens, words["currency"]
    for length in (2, 1):
        # signs and codes before: "$5", "US $ 5", "EUR 5"
        text = "".join(token.text for token in tokens[max(0, first - length) : first])
        if first >= length and text in known and not text.islower():
            return known[text], first - length, stop
    for length in (2, 1):
        text = " ".join(token.text for token in tokens[stop : stop + length])
        if text in known or (text.lower() in known and text.islower()):
            return known[text], first, min(len(tokens), stop + length)
    return None, first, stop


def _phrase_before(sentence: Sentence, first: int, phrases: Mapping[str, str]) -> tuple[int, str] | None:
    for length in (4, 3, 2, 1):
        text = " ".join(token.text.lower() for token in sentence.tokens[max(0, first - length) : first])
        if first >= length and text in phrases:
            # "under 35 contracts", "a dispute over two islands": there the word is the noun's preposition; in "handed over
            # two boats" it is the verb's
            if length == 1 and sentence.tokens[first - 1].deprel in ("case", "compound:prt"):
                return None
            return first - length, phrases[text]
    return None


def _phrase_after(sentence: Sentence, stop: int, phrases: Mapping[str, str]) -> tuple[int, str] | None:
    for length in (2, 1):
        text = " ".join(token.text.lower() for token in sentence.tokens[stop : stop + length])
        if stop + length <= len(sentence.tokens) and text in phrases:
            return stop + length, phrases[text]
    return None


@cache
def _words(language: str) -> Mapping[str, Mapping[str, str]] | None:
    file = resources.files("dragoman") / "data/coding" / language.partition("-")[0].lower() / "numbers_words.tsv"
    if not file.is_file():
        return None
    classes: dict[str, dict[str, str]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, word, value = line.split("\t")
            classes.setdefault(name, {})[word] = value
    return classes
