"""The article: what a person would read of a page, and what was left out of it.

All offsets are Unicode code points, not bytes; `start`/`end` count in `Article.text`, `source_start`/`source_end` in the
decoded source. Ends are exclusive.
"""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["title", "lead", "heading", "paragraph", "quote", "caption", "list"]
DroppedKind = Literal["navigation", "subscribe", "comment_policy", "calendar", "teaser", "share", "widget", "other"]
NoteKind = Literal["encoding", "mojibake", "script", "excerpt", "truncated", "redirect", "date", "doubtful"]
"""`doubtful`: two ways of telling the article from its page differ, so that its text may lack something or have too much."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words something rests on: `article.text[start:end] == text`, always."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the article's text by its place."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph (title, caption …) of the article and where it stood in the source."""

    kind: BlockKind
    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Dropped:
    """Text of the source that is not the article's."""

    kind: DroppedKind
    source_start: int
    source_end: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the article's text that is in another language than the article, by its place."""

    start: int
    end: int
    language: str
    """BCP 47."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader should know of how the source became this text: a wrong encoding, a summary instead of the whole."""

    kind: NoteKind
    message: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article with its head, its text and what was dropped. What the source does not give is `None` or empty."""

    id: str
    """SHA-256 of the source bytes, hexadecimal."""
    source: str
    """File name or URL as given."""
    outlet: str | None
    language: str
    """BCP 47; "und" where it could not be told."""
    title: str | None
    authors: tuple[str, ...]
    published: str | None
    """ISO 8601: a day, or a time with the zone that the page states; a time without a stated zone has none."""
    dateline: str | None
    """The place the piece was filed from, as written."""
    tags: tuple[str, ...]
    views: int | None
    text: str
    """The blocks as a person would read them, joined by a blank line."""
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]
    within: str | None = None
    """The archive, feed or list that the source came out of."""
    crawled: str | None = None
    """ISO 8601 with zone: when an archive or a server handed the page out; never taken for `published`."""
    translated_from: str | None = None
    """BCP 47: the language that the page says it was translated from; "und" where it names none."""
    passages: tuple[Passage, ...] = ()
    """Blocks in another language than the article's."""
    notes: tuple[Note, ...] = ()

    def evidence(self, start: int, end: int) -> Evidence:
        """The words of `text[start:end]` as evidence."""
        return Evidence(start, end, self.text[start:end])

    def block_at(self, position: int) -> Block | None:
        """The block that holds a place of the text; `None` between blocks."""
        return next((block for block in self.blocks if block.start <= position < block.end), None)
