"""The way through: from a source's bytes to its dossier, one room after the other."""

from collections.abc import Iterator, Sequence

from dragoman import __version__
from dragoman.attribute.attribute import attribute
from dragoman.attribute.occasions import occasions
from dragoman.check.check import check
from dragoman.clean.article import clean
from dragoman.coding.code import code
from dragoman.collect.files import sources
from dragoman.errors import InputError
from dragoman.read.readers import reader_for
from dragoman.records.article import Article
from dragoman.records.dossier import SCHEMA, Dossier
from dragoman.records.reading import Reading
from dragoman.records.source import Source
from dragoman.resolve.resolve import resolve


def read_source(source: Source) -> Dossier:
    """Everything Dragoman says of one source; raises `InputError` where there is no article in it."""
    article = clean(source)
    reading = _read(article)
    resolution = resolve(article, reading)
    attribution = attribute(article, reading, resolution)
    events = code(article, reading, resolution, attribution)
    quotes = occasions(attribution.quotes, events, article)
    findings = check(article, reading, resolution, attribution, events)
    return Dossier(
        schema=SCHEMA,
        program=f"dragoman {__version__}",
        models=(reading.model,) if reading.model else (),
        article=article,
        entities=resolution.entities,
        events=events,
        quotes=quotes,
        findings=findings,
    )


def read_paths(paths: Sequence[str]) -> Iterator[Dossier | InputError]:
    """The dossiers of files, folders and "-", one by one; in the place of an input that cannot be read, the reason."""
    for source in sources(paths):
        yield source if isinstance(source, InputError) else _outcome(source)


def _outcome(source: Source) -> Dossier | InputError:
    try:
        return read_source(source)
    except InputError as error:
        return error
    except Exception as error:  # noqa: BLE001  one article that the program fails on must not cost the others
        return InputError(
            source.name, f"the program failed on it ({type(error).__name__}: {error}): please report this"
        )


def _read(article: Article) -> Reading:
    """What the reader of the article's language makes of it: nothing where there is no such reader."""
    reader = reader_for(article.language)
    return reader.read(article) if reader else Reading(article.language, None, (), ())
