"""What the cleaning of a page or a dump gives, before it is put together as an article."""

from dataclasses import dataclass

from dragoman.records.article import BlockKind, Dropped, Note


@dataclass(frozen=True, slots=True)
class Piece:
    """A block's words and where they stood in the source."""

    kind: BlockKind
    text: str
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Parts:
    """The pieces of the article, its head, and what is not the article's."""

    pieces: tuple[Piece, ...]
    dropped: tuple[Dropped, ...]
    head: tuple[tuple[int, int], ...]
    """Places in the source of the lines that only fill the fields below; they are in no piece and are not dropped."""
    title: str | None
    authors: tuple[str, ...]
    published: str | None
    dateline: str | None
    tags: tuple[str, ...]
    views: int | None
    outlet: str | None
    refused: str | None = None
    """Why the page is no article, where its markup tells."""
    notes: tuple[Note, ...] = ()
