"""Reading into the record: what it has already is not read again, and what is read is committed at once."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.errors import InputError, UsageError
from dragoman.records.source import Source
from dragoman.run.flow import Way, read_source
from dragoman.run.outlets import furnished
from dragoman.run.processes import in_order
from dragoman.share.json import to_json
from dragoman.store.keep import Entry, Status
from dragoman.store.record import Record
from dragoman.store.rereading import Reread, reread, to_read


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one source."""

    source: str
    status: Status
    article: str
    """The article's id in the record."""


def add(record: Record, paths: Sequence[str], way: Way, jobs: int) -> Iterator[Added | InputError]:
    """Read into the record, source by source: each is committed when it is given out."""
    known: deque[Added] = deque()

    def new() -> Iterator[Source | InputError]:
        for source in furnished(paths):
            if isinstance(source, InputError) or (identifier := record.recall(source)) is None:
                yield source
            else:
                known.append(Added(source.name, "known", identifier))

    for outcome in in_order(_entry, new(), way, jobs):
        while known:
            yield known.popleft()
        if isinstance(outcome, InputError):
            yield outcome
            continue
        (kept,) = record.add([outcome])
        yield Added(outcome.source.name, kept.status, kept.article)
    yield from known


def read_again(record: Record, way: Way, jobs: int, *, every: bool, program: str) -> Iterator[Reread | InputError]:
    """Read again what is kept: what another program read, or with `every` everything; what changed, article by article."""
    waiting: deque[str] = deque()

    def kept() -> Iterator[Source]:
        for article, source in to_read(record, None if every else program):
            waiting.append(article)
            yield source

    for outcome in in_order(_entry, kept(), way, jobs):
        article = waiting.popleft()
        yield outcome if isinstance(outcome, InputError) else reread(record, article, outcome)


def _entry(source: Source, way: Way) -> Entry | InputError:
    """What is done in the processes: reading, and writing the JSON."""
    try:
        dossier = read_source(source, way)
    except InputError as error:
        return error
    except UsageError:
        raise
    except Exception as error:  # noqa: BLE001  one article that the program fails on must not cost the others
        return InputError(
            source.name, f"the program failed on it ({type(error).__name__}: {error}): please report this"
        )
    return Entry(source, dossier, to_json(dossier).encode("utf-8"))
