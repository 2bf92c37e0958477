"""Names of documents and occasions: "Minsk agreements", "Ninth Moscow Conference on International Security"."""

from dataclasses import dataclass
from typing import Literal

from dragoman.resolve.page import Page

_DOCUMENTS = frozenset({
    "treaty", "agreement", "accord", "pact", "protocol", "resolution", "convention", "charter", "memorandum", "declaration",
    "constitution", "communique", "communiqué", "statute", "doctrine", "covenant",
})  # fmt: skip
_OCCASIONS = frozenset({
    "conference", "forum", "summit", "game", "games", "exhibition", "festival", "olympics", "parade", "championship", "cup",
    "dialogue", "airshow", "expo", "exercise", "drill",
})  # fmt: skip
_NAMED = "Operation"
"""An occasion where a name follows: "Operation Ocean Shield"."""
_LINKS = frozenset({"of", "on", "for", "the", "and", "in", "with", "to", "-", "–", "against"})
_OPEN = frozenset({"“", '"', "«", "``", "‘"})
_CLOSE = frozenset({"”", '"', "»", "''", "’"})


@dataclass(frozen=True, slots=True)
class Titled:
    """A named document or occasion; `first` and `last` are words."""

    first: int
    last: int
    noun: int
    """The word that says what it is: "treaty", "conference"."""
    kind: Literal["document", "occasion"]


def titled(page: Page) -> list[Titled]:
    """All of them, in the order of the text."""
    words = page.words
    found: list[Titled] = []
    after = 0
    for i, word in enumerate(words):
        single = word.lower[:-1] if word.lower.endswith("s") and word.lower != "games" else word.lower
        kind: Literal["document", "occasion"] | None = (
            "document"
            if single in _DOCUMENTS
            else "occasion"
            if single in _OCCASIONS or word.lower in _OCCASIONS or (word.text == _NAMED and _run(page, i) > i)
            else None
        )
        if kind is None or i < after or word.upos not in {"NOUN", "PROPN"}:
            continue
        if not word.capital and word.relation == "compound":
            continue
        first = _left(page, i)
        last = _run(page, i) if word.text == _NAMED else _right(page, i) if word.capital else i
        capitals = sum(words[k].capital and words[k].upos in {"PROPN", "ADJ", "NOUN"} for k in range(first, i))
        if capitals >= (1 if word.capital or first < i else 2) or (word.capital and last > i):
            found.append(Titled(first, last, i, kind))
            after = last + 1
    return found


def _left(page: Page, i: int) -> int:
    words = page.words
    first = i
    k = i - 1
    while k >= 0 and words[k].sentence == words[i].sentence:
        word = words[k]
        if (word.capital or word.text[:1].isdigit()) and word.upos in {"PROPN", "ADJ", "NOUN", "NUM"}:
            first = k
        elif not (word.text in {"-", "–"} and k > 0 and words[k - 1].capital and first == k + 1) and not (
            word.lower in {"and", "of", "for"}
            and words[i].capital
            and k > 0
            and words[k - 1].capital
            and words[k + 1].capital
        ):
            break
        k -= 1
    return first


def _run(page: Page, i: int) -> int:
    """The last of the capitalised words that follow a word without a gap."""
    words = page.words
    last = i
    while last + 1 < len(words) and words[last + 1].sentence == words[i].sentence and words[last + 1].capital:
        last += 1
    return last


def _right(page: Page, i: int) -> int:
    words = page.words
    last = i
    k = i + 1
    while k < len(words) and words[k].sentence == words[i].sentence:
        word = words[k]
        if (word.capital and word.upos in {"PROPN", "ADJ", "NOUN"}) or (word.text.isdigit() and k == last + 1):
            last = k
        elif word.lower not in _LINKS or k - last > 2:
            break
        k += 1
    if (
        last == i
        and i + 3 < len(words)
        and words[i + 1].text in _OPEN
        and words[i + 3].text in _CLOSE
        and words[i + 2].capital
    ):
        return i + 3
    return last
