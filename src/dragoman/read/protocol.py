"""What a language's reader must do."""

from typing import Protocol

from dragoman.records.article import Article
from dragoman.records.reading import Reading


class Reader(Protocol):
    """Reads the articles of one language into Universal Dependencies and names."""

    @property
    def model(self) -> str:
        """Name and version of what reads: "en-reader 1.0"."""

    def read(self, article: Article) -> Reading:
        """The sentences and names of an article; the same article always gives the same reading."""
