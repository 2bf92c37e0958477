"""The way through: from a source's bytes to its dossier, one room after the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman import __version__
from dragoman.attribute.attribute import attribute
from dragoman.attribute.occasions import occasions
from dragoman.check.check import check
from dragoman.clean.article import clean
from dragoman.coding.code import code
from dragoman.errors import InputError, UsageError
from dragoman.read.readers import STANZA, reader_for
from dragoman.records.article import Article, Stretch
from dragoman.records.dossier import SCHEMA, Dossier
from dragoman.records.reading import Reading
from dragoman.records.source import Source
from dragoman.resolve.resolve import resolve
from dragoman.run.gate import needed
from dragoman.run.outlets import furnished
from dragoman.run.processes import in_order


@dataclass(frozen=True, slots=True)
class Way:
    """How articles are read."""

    gate: bool = True
    """Whether the reader is spared the sentences in which nothing for the record can stand."""
    reader: str | None = None
    """`None` for the package's own readers; "stanza"; or the folder of a model made by `dragoman train`."""


_USUAL = Way()


def read_source(source: Source, way: Way = _USUAL) -> Dossier:
    """Everything Dragoman says of one source.

    Raises `InputError` where there is no article in it, `UsageError` where the reader asked for cannot be had.
    """
    article = clean(source)
    reading = _read(article, way)
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
        unread=tuple(_runs(article.text, reading.unread)),
    )


def read_paths(paths: Sequence[str], way: Way = _USUAL, jobs: int = 1) -> Iterator[Dossier | InputError]:
    """The dossiers of files, folders and "-", in their order; in the place of an input that cannot be read, the reason.

    `jobs`: processes that read at the same time; what comes out is the same for any number. Raises `UsageError` where the
    reader asked for cannot be had.
    """
    return read_sources(furnished(paths), way, jobs)


def read_sources(
    given: Iterable[Source | InputError], way: Way = _USUAL, jobs: int = 1
) -> Iterator[Dossier | InputError]:
    """The same for sources that are in hand already."""
    if way.reader not in (None, STANZA):
        reader_for("en", way.reader)  # whatever is wrong with it is said before anything is read
    return in_order(_outcome, given, way, jobs)


def _outcome(source: Source, way: Way) -> Dossier | InputError:
    try:
        return read_source(source, way)
    except InputError as error:
        return error
    except UsageError:
        raise
    except Exception as error:  # noqa: BLE001  one article that the program fails on must not cost the others
        return InputError(
            source.name, f"the program failed on it ({type(error).__name__}: {error}): please report this"
        )


def _read(article: Article, way: Way) -> Reading:
    """What the reader of the article's language makes of it: nothing where there is no such reader."""
    try:
        reader = reader_for(article.language, way.reader)
    except LookupError as error:
        raise InputError(article.source, str(error)) from error
    if reader is None:
        return Reading(article.language, None, (), ())
    return reader.read(article, needed if way.gate else None)


def _runs(text: str, stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Neighbouring stretches as one."""
    run: Stretch | None = None
    for stretch in stretches:
        if run and not text[run.end : stretch.start].strip():
            run = Stretch(run.start, stretch.end)
            continue
        if run:
            yield run
        run = stretch
    if run:
        yield run
