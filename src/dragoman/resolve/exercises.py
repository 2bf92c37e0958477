"""Exercises by the names they were given: "the exercise Northern Coasts 2021", "drills codenamed “Sea Lion”"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.resolve.lexicon import find_names
from dragoman.resolve.page import Page

_NOUNS = frozenset({"exercise", "drill", "manoeuvre", "maneuver", "wargame"})
_PLURALS = frozenset(f"{noun}s" for noun in _NOUNS)
_CALLED = frozenset({"called", "named", "dubbed", "codenamed", "titled", "known"})
_OPENING = frozenset({"“", '"', "«", "``", "‘"})
_YEAR = re.compile(r"[ \-–]*(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise, its full name, and every place of the text that has the name, with or without the year."""

    name: str
    places: tuple[tuple[int, int], ...]


def exercises(page: Page) -> list[Exercise]:
    """The exercises that the article calls by a name, in the order in which it introduces them."""
    found: dict[str, Exercise] = {}
    for start, end in _introduced(page):
        name = page.text[start:end]
        short = _YEAR.sub("", name)
        if short in found or not short:
            continue
        pattern = re.compile(rf"(?<!\w){re.escape(short)}(?:[ \-–]+(?:19|20)\d\d)?(?!\w)")
        found[short] = Exercise(name, tuple(match.span() for match in pattern.finditer(page.text)))
    return list(found.values())


def _introduced(page: Page) -> Iterator[tuple[int, int]]:
    words = page.words
    for i, word in enumerate(words):
        if word.lower not in _NOUNS | _PLURALS:
            continue
        k, told = i + 1, False
        while k < len(words) and words[k].sentence == word.sentence:
            if words[k].lower in _CALLED | {"as"} or words[k].text in _OPENING:
                told = True
            elif words[k].text not in {",", "code", "-"}:
                break
            k += 1
        last = k - 1
        while last + 1 < len(words) and words[last + 1].sentence == word.sentence and _of_name(page, k, last + 1):
            last += 1
        if last < k or not words[k].capital:
            continue
        start, end = words[k].start, words[last].end
        # "the exercises South Korea held" names none.
        stated = any(m.start == 0 and m.end == end - start for m in find_names(page.text[start:end]))
        if told or (word.lower in _NOUNS and last > k and not stated):
            yield start, end


def _of_name(page: Page, first: int, k: int) -> bool:
    word = page.words[k]
    if word.capital and word.upos in {"PROPN", "NOUN", "ADJ", "X"}:
        return True
    return k > first and (word.text in {"-", "–"} or word.text.isdigit())
