"""Which reader serves which language."""

from functools import cache

from dragoman.read.english.reader import EnglishReader
from dragoman.read.protocol import Reader

_READERS: dict[str, type[EnglishReader]] = {"en": EnglishReader}


@cache
def reader_for(language: str) -> Reader | None:
    """The reader of a language by its BCP 47 tag, regions set aside; `None` where there is none yet."""
    reader = _READERS.get(language.partition("-")[0].lower())
    return reader() if reader else None
