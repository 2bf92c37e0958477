"""Which reader serves which language."""

from functools import cache
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.read.english.model import FILES
from dragoman.read.english.reader import EnglishReader
from dragoman.read.protocol import Reader

STANZA = "stanza"


@cache
def reader_for(language: str, choice: str | None = None) -> Reader | None:
    """The reader of a language by its BCP 47 tag, regions set aside; `None` where there is none yet.

    `choice`: `None` for our own; "stanza"; or the folder of a model made by `dragoman train`, for English. Raises
    `UsageError` where the choice cannot be had at all, `LookupError` where Stanza has no models of the language.
    """
    spoken = language.partition("-")[0].lower()
    if choice == STANZA:
        from dragoman.read.stanza import StanzaReader

        return StanzaReader(spoken)
    if spoken != "en":
        return None
    return EnglishReader() if choice is None else _of_folder(Path(choice))


def _of_folder(folder: Path) -> EnglishReader:
    if not folder.is_dir():
        raise UsageError(f'--reader {folder}: neither "stanza" nor a folder with a model')
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise UsageError(f"--reader {folder}: no model of `dragoman train`: {', '.join(missing)} is missing there")
    try:
        reader = EnglishReader(folder)
        reader.probe()
    except Exception as error:
        raise UsageError(
            f"--reader {folder}: no model of this version's recipe ({type(error).__name__}: {error})"
        ) from error
    return reader
