"""The dossier: everything Dragoman says of one article, in the shape that it promises to put out."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from dragoman.records.article import Article, Evidence, Stretch
from dragoman.records.attribution import Quote
from dragoman.records.entity import Entity
from dragoman.records.event import Event

FindingKind = Literal[
    "designation",
    "number",
    "date",
    "name",
    "translation",
    "contradiction",
    "unattributed",
    "loaded_language",
    "duplicate",
]
Severity = Literal["info", "warning", "error"]
SCHEMA = "1.0"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not add up, or that a reader should know before relying on the text."""

    id: str
    kind: FindingKind
    severity: Severity
    message: str
    suggestion: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The record of one article."""

    schema: Annotated[str, Field(description="Version of this shape.")]
    program: str
    models: tuple[str, ...]
    article: Article
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    quotes: tuple[Quote, ...]
    findings: tuple[Finding, ...]
    unread: tuple[Stretch, ...] = ()
    """Stretches of the text that the reader was spared, as nothing for the record can stand there; empty where it read all."""
