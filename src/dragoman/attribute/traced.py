"""Whom a source stands for that the resolution left open: "it said", "the statement said", "the Romanian official said".

Such words go back to the source named last that fits them; where none does, they stay open.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.attribute.saying import Saying
from dragoman.records.article import Article
from dragoman.records.entity import Entity, Resolution

_PRONOUNS = {"it": ("organization", "state"), "he": ("person",), "she": ("person",)}
_PAPERS = frozenset(
    ("statement", "communique", "communiqué", "declaration", "release", "letter", "message", "note", "report", "post")
)
_PERSONS = frozenset(
    ("official", "politician", "diplomat", "statesman", "expert", "analyst", "officer", "politologist")
)
"""Nouns that fit whoever spoke last; a title ("the minister") must stand beside the name it goes back to."""
_THE = re.compile(r"(?:the|this|that)\s+", re.IGNORECASE)
_NEAR, _FAR = 1, 3
"""Paragraphs that a pronoun and a noun reach back over."""


def traced(article: Article, sayings: Iterable[Saying], resolution: Resolution) -> Iterator[Saying]:
    """The sayings in the order of the words that attribute them, each source with the entity that it goes back to."""
    known = {entity.id: entity for entity in resolution.entities}
    before: list[Saying] = []
    for saying in sorted(sayings, key=lambda s: (s.cue or s.content[0], s.content[0])):
        found = _goes_back_to(article, saying, known, before) if saying.source else None
        if found is not None and saying.source is not None:
            saying = replace(saying, source=replace(saying.source, entity=found))
        if saying.source is not None and saying.source.entity is not None:
            before.append(saying)
        yield saying


def _goes_back_to(article: Article, saying: Saying, known: dict[str, Entity], before: Sequence[Saying]) -> str | None:
    source = saying.source
    if source is None:
        return None
    words = article.text[source.start : source.end]
    own = known.get(source.entity or "")
    if own is not None and (own.kind != "person" or any(m.type == "name" for m in own.mentions)):
        return None
    reach = _NEAR if words.lower() in _PRONOUNS else _FAR
    for earlier in reversed(before):
        at = earlier.cue or earlier.content[0]
        candidate = known.get(earlier.source.entity or "") if earlier.source else None
        if candidate is None or candidate == own or at[0] >= source.start:
            continue
        if _paragraphs(article, at[0], source.start) > reach:
            break
        if own is None and words.lower() in _PRONOUNS:
            if candidate.kind in _PRONOUNS[words.lower()]:
                return candidate.id
        elif _THE.match(words) and _fits(article, words, own, candidate, at):
            return candidate.id
    return None


def _fits(article: Article, words: str, own: Entity | None, candidate: Entity, at: tuple[int, int]) -> bool:
    """Whether a noun with its article ("the Romanian official") can stand for a source named before at a place."""
    noun = words.rsplit(maxsplit=1)[-1].casefold()
    if own is None and noun in _PAPERS:
        return re.search(rf"\b{noun}\b", _sentence(article, at[0]), re.IGNORECASE) is not None
    named = any(m.type == "name" for m in candidate.mentions)
    if candidate.kind == "organization":
        return own is None and named and len(words.split()) == 2 and noun in candidate.name.casefold().split()
    if candidate.kind != "person" or not named:
        return False
    agree = own is None or None in (own.state, candidate.state) or own.state == candidate.state
    titled = any(noun in m.text.casefold().split() for m in candidate.mentions)
    return agree and own is not None and (noun in _PERSONS or titled)


def _paragraphs(article: Article, start: int, end: int) -> int:
    return sum(start < block.start <= end for block in article.blocks)


def _sentence(article: Article, position: int) -> str:
    """The text from the last full stop before a place to the next one behind it, within its paragraph."""
    block = article.block_at(position)
    if block is None:
        return ""
    start = max(article.text.rfind(". ", block.start, position), article.text.rfind("” ", block.start, position)) + 1
    end = article.text.find(". ", position, block.end)
    return article.text[max(start, block.start) : block.end if end < 0 else end]
