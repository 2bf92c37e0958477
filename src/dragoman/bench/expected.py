"""What a person expects of an example article: the records beside the articles, checked as they are loaded."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from dragoman.errors import UsageError
from dragoman.records.dossier import FindingKind
from dragoman.records.event import EventType, Factuality
from dragoman.records.source import Source

ENDING = ".expected.json"


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    def says(self, field: str) -> bool:
        """Whether the record has this key at all: what it leaves out is not measured."""
        return field in self.model_fields_set


class ExpectedHead(_Shape):
    """The head of the article, with the names and meanings of `Article`."""

    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    dateline: str | None = None
    tags: tuple[str, ...] = ()
    views: int | None = None
    language: str | None = None


class ExpectedDate(_Shape):
    """First and last day, ISO 8601."""

    start: str
    end: str


class ExpectedEvent(_Shape):
    """An event that a careful coder would record; parties as `examples/README.md` writes them."""

    type: tuple[EventType, ...]
    mode: str | None = None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: ExpectedDate | None = None
    place: str | None = None
    factuality: tuple[Factuality, ...] = ()
    asserted_by: tuple[str, ...] = ()
    detail: dict[str, object] | None = None
    words: tuple[str, ...]
    optional: bool = False


class ExpectedQuote(_Shape):
    """What somebody said, by its first and last words."""

    speaker: str
    starts: str
    ends: str
    direct: bool


class ExpectedFinding(_Shape):
    """Something the program should notice."""

    kind: tuple[FindingKind, ...] = ()
    contains: str
    suggestion: str | None = None


class Expected(_Shape):
    """The whole record that stands beside an example."""

    head: ExpectedHead
    in_text: tuple[str, ...]
    not_in_text: tuple[str, ...]
    captions: tuple[str, ...]
    events: tuple[ExpectedEvent, ...]
    quotes: tuple[ExpectedQuote, ...]
    not_quotes: tuple[str, ...]
    findings: tuple[ExpectedFinding, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One article of our own writing with the record expected of it."""

    name: str
    source: Source
    expected: Expected


def load(folder: Path) -> tuple[Example, ...]:
    """The examples of a folder by name; `UsageError` where a record has no article or does not keep its shape."""
    records = sorted(folder.glob("*" + ENDING))
    if not records:
        raise UsageError(f"{folder}: no example there (no file *{ENDING})")
    return tuple(_example(record) for record in records)


def _example(record: Path) -> Example:
    name = record.name.removesuffix(ENDING)
    articles = [path for path in sorted(record.parent.glob(name + ".*")) if path != record]
    if len(articles) != 1:
        raise UsageError(f"{record}: one article must stand beside it, found {len(articles)} named {name}.*")
    try:
        expected = Expected.model_validate_json(record.read_bytes())
    except ValidationError as error:
        raise UsageError(f"{record}: not the shape that README.md beside it describes: {error}") from error
    return Example(name, Source(articles[0].name, articles[0].read_bytes()), expected)


def accepts(wanted: str, *texts: str | None) -> bool:
    """Whether one of the wordings of `wanted`, parted by "|", stands in one of the texts, whatever its case."""
    return any(words.casefold() in text.casefold() for words in wanted.split("|") for text in texts if text)
