"""The reading of an article: sentences of words in Universal Dependencies, and the names among them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from dragoman.records.article import Stretch

NameKind = Literal["person", "organization", "place", "weapon", "document", "nationality"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word; offsets in code points of `Article.text`."""

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    """Universal part of speech: NOUN, PROPN, VERB …"""
    feats: str
    """Universal features as in CoNLL-U: "Number=Sing|Tense=Past"; "_" for none."""
    head: int
    """Index in the sentence of the word it depends on; -1 for the root."""
    deprel: str
    """Universal relation with its subtype: "nsubj:pass"."""

    def has(self, feature: str) -> bool:
        """Whether a feature such as "Tense=Past" is set."""
        return feature in self.feats.split("|")

    @property
    def relation(self) -> str:
        """The relation without its subtype: "nsubj"."""
        return self.deprel.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `tokens` form one tree."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)
    """For each word, the indices of the words that depend on it, in order."""

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head >= 0:
                below[token.head].append(i)
        object.__setattr__(self, "children", tuple(tuple(row) for row in below))

    def __hash__(self) -> int:
        # Its place tells one sentence of an article from the others: hashing all its words would take long.
        return hash((self.start, self.end))

    def dependents(self, index: int, *relations: str) -> Iterator[int]:
        """The dependents of a word by relation, subtypes included: "obl" finds "obl:agent"; "obl:agent" only itself."""
        for child in self.children[index]:
            token = self.tokens[child]
            if not relations or token.deprel in relations or token.relation in relations:
                yield child

    def first(self, index: int, *relations: str) -> int | None:
        """The first dependent by relation, or `None`."""
        return next(self.dependents(index, *relations), None)

    def subtree(self, index: int) -> list[int]:
        """A word and everything below it, in the order of the sentence."""
        found, waiting = [], [index]
        while waiting:
            node = waiting.pop()
            found.append(node)
            waiting.extend(self.children[node])
        return sorted(found)

    def index_at(self, position: int) -> int | None:
        """The word that covers a place of the article's text."""
        return next((i for i, token in enumerate(self.tokens) if token.start <= position < token.end), None)

    def head_of(self, start: int, end: int) -> int | None:
        """The head word of a span of the article's text: the one whose own head lies outside."""
        inside = [i for i, token in enumerate(self.tokens) if token.start < end and token.end > start]
        return next((i for i in inside if self.tokens[i].head not in inside), None)


@dataclass(frozen=True, slots=True)
class Name:
    """A name that the reader's model recognised."""

    start: int
    end: int
    kind: NameKind


@dataclass(frozen=True, slots=True)
class SayingPart:
    """A part of the outermost saying of a sentence, as the reader's model recognised it."""

    start: int
    end: int
    kind: Literal["source", "cue", "content"]
    """Who says it, the words that carry it ("has told", "according to"), what is said."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the reader says of one article."""

    language: str
    model: str | None
    """Name and version of the model; `None` where no reader serves the language (then there are no sentences)."""
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    unread: tuple[Stretch, ...] = ()
    """Sentences that were passed over, because nothing for the record can stand in them."""
    saying_parts: tuple[SayingPart, ...] = ()
    """In the order of the text; empty where the reader does not look for them."""

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds a place of the article's text."""
        return next((s for s in self.sentences if s.start <= position < s.end), None)
