"""A count and a year that have changed places: "under 2019 contracts signed in 4"."""

import re
from collections.abc import Iterator

from dragoman.check.draft import Draft
from dragoman.records.article import Article
from dragoman.records.reading import Reading, Sentence

_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNT = re.compile(r"\d{1,2}")
_SINCE = ("in", "since", "from", "of")
_CLOSE = 3
"""Words from a number to the noun that it counts."""
_REACH = 8
"""Words from that noun to the number that stands for a year."""


def swapped_years(article: Article, reading: Reading) -> Iterator[Draft]:
    """One finding for each year that counts things beside a small number that stands where a year would."""
    for sentence in reading.sentences:
        for i, token in enumerate(sentence.tokens):
            counted = _counted(sentence, i) if _YEAR.fullmatch(token.text) else None
            place = _small(sentence, counted) if counted is not None else None
            if place is None:
                continue
            year, count = token.text, sentence.tokens[place].text
            words = article.evidence(token.start, sentence.tokens[place].end)
            put_back = f"{count}{words.text[len(year) : -len(count)]}{year}"
            message = f"The numbers {year} and {count} seem to have changed places: {put_back!r} is likely meant."
            yield Draft("translation", "warning", message, put_back, (words,))


def _counted(sentence: Sentence, year: int) -> int | None:
    """The plural noun that a year seems to count."""
    token = sentence.tokens[year]
    head = token.head
    if not year < head <= year + _CLOSE or not sentence.tokens[head].has("Number=Plur"):
        return None
    # "the 2019 contracts", "their 2019 contracts" are those of that year.
    owned = year > 0 and sentence.tokens[year - 1].upos in ("DET", "PRON", "PART", "ADJ", "PROPN")
    return None if owned else head


def _small(sentence: Sentence, noun: int) -> int | None:
    """Where "in 4" ends a clause behind the noun."""
    tokens = sentence.tokens
    for i in range(noun + 1, min(len(tokens) - 1, noun + _REACH)):
        closes = i + 2 >= len(tokens) or tokens[i + 2].text in (".", ",", ";", ":", ")", "and")
        if tokens[i].text.lower() in _SINCE and _COUNT.fullmatch(tokens[i + 1].text) and closes:
            return i + 1
    return None
