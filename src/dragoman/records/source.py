"""What comes in at the door: one page or file, as bytes, with what is known of it from outside."""

from dataclasses import dataclass
from typing import Literal

from dragoman.records.article import Note


@dataclass(frozen=True, slots=True)
class Stated:
    """What a feed says of its item; `None` or empty where it says nothing."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601 as `Article.published`."""
    outlet: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One input as it was given, or one page of an archive, a feed or a list."""

    name: str
    """File name, URL or "-": what the user knows it by."""
    data: bytes
    within: str | None = None
    """The archive, feed or list that it came out of."""
    charset: str | None = None
    """The encoding as the server (or the archive's format) names it."""
    crawled: str | None = None
    """ISO 8601 with zone: when the page was fetched, which says nothing of when it was published."""
    form: Literal["page", "text"] | None = None
    """What the data is, where that is known: HTML or a text dump."""
    stated: Stated | None = None
    excerpt: bool = False
    """Whether it is a feed's summary: it is taken as it is, however short."""
    notes: tuple[Note, ...] = ()
    furniture: frozenset[int] = frozenset()
    """Lines of a text dump that other pages of its outlet have too, each as the number by which `clean/` knows it."""

    @property
    def label(self) -> str:
        """The name for messages, with where it came from."""
        return f"{self.name} (in {self.within})" if self.within else self.name
