"""What a language's reader must do."""

from collections.abc import Callable, Sequence
from typing import Protocol

from dragoman.records.article import Article, Stretch
from dragoman.records.reading import Reading

Needed = Callable[[Article, Sequence[Stretch]], Sequence[bool]]
"""Asked of an article and its sentences which of them must be read; the others may be passed over."""


class Reader(Protocol):
    """Reads the articles of one language into Universal Dependencies and names."""

    @property
    def model(self) -> str:
        """Name and version of what reads: "en-reader 1.0"."""

    def read(self, article: Article, needed: Needed | None = None) -> Reading:
        """The sentences and names of an article; the same article always gives the same reading.

        `needed`: asked once for each article which sentences to read; those passed over stand in `Reading.unread`. `None`
        reads all.
        """
