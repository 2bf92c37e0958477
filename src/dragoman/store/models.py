"""The tables of the record.

A page is one article with a location or several; each content of it is a version (its bytes are kept), and what a program
read in a version is a reading (its dossier is kept, byte for byte). The rows of the other tables are drawn from the newest
reading of the newest version, with the corrections applied: they can always be made again.

What rows are found by stands in the indices (`index.py`). A day is the number YYYYMMDD; 0 where there is none.
"""

from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, ForeignKey, Integer, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeEngine

_Pk = BigInteger().with_variant(Integer, "sqlite")


class Base(DeclarativeBase):
    """Tables of the record."""

    type_annotation_map: ClassVar[dict[Any, TypeEngine[Any]]] = {
        str: Text(),
        list[str]: JSON(),
        list[list[int]]: JSON(),
        dict[str, Any]: JSON(none_as_null=True),
    }


class Counted(Base):
    """A table whose rows are numbered; no number is ever given twice, so that an index of words may keep old ones."""

    __abstract__ = True
    __table_args__: Any = {"sqlite_autoincrement": True}

    pk: Mapped[int] = mapped_column(_Pk, primary_key=True, sort_order=-2)


class Article(Counted):
    """One page, whatever its contents were."""

    __tablename__ = "articles"

    id: Mapped[str] = mapped_column(unique=True)
    reading_pk: Mapped[int | None] = mapped_column(_Pk)
    """The newest reading of the newest version; the rows are drawn from it."""
    drawn: Mapped[int | None] = mapped_column(_Pk, unique=True, index=True)
    """Its number in the index: a new one, the highest, whenever its rows are drawn."""
    versions: Mapped[int]
    added: Mapped[str]
    source: Mapped[str]
    outlet: Mapped[str | None]
    language: Mapped[str]
    title: Mapped[str | None]
    authors: Mapped[list[str]]
    published: Mapped[str | None]
    published_day: Mapped[int] = mapped_column(index=True)
    dateline: Mapped[str | None]
    tags: Mapped[list[str]]
    topics: Mapped[list[str]]
    states: Mapped[list[str]]
    events: Mapped[int]
    quotes: Mapped[int]
    findings: Mapped[int]
    corrected: Mapped[list[str]]
    program: Mapped[str]


class Location(Base):
    """Where a page was found: its URL, or the full path of its file."""

    __tablename__ = "locations"

    name: Mapped[str] = mapped_column(primary_key=True)
    article_pk: Mapped[int] = mapped_column(_Pk, ForeignKey("articles.pk", ondelete="CASCADE"), index=True)


class Version(Counted):
    """One content of a page."""

    __tablename__ = "versions"

    article_pk: Mapped[int] = mapped_column(_Pk, ForeignKey("articles.pk", ondelete="CASCADE"))
    number: Mapped[int]
    """1 for the first."""
    digest: Mapped[str] = mapped_column(unique=True)
    """SHA-256 of the bytes."""
    source: Mapped[str]
    given: Mapped[dict[str, Any] | None]
    """What was known of it from outside (`Source` without its bytes): it is read again with the same knowledge."""
    added: Mapped[str]
    data: Mapped[bytes] = mapped_column(LargeBinary)
    """The bytes, deflated (zlib)."""
    __table_args__ = (UniqueConstraint("article_pk", "number"), {"sqlite_autoincrement": True})


class Reading(Counted):
    """What a program read in a version."""

    __tablename__ = "readings"

    version_pk: Mapped[int] = mapped_column(_Pk, ForeignKey("versions.pk", ondelete="CASCADE"), index=True)
    program: Mapped[str]
    read: Mapped[str]
    dossier: Mapped[bytes] = mapped_column(LargeBinary)
    """The dossier's JSON, deflated (zlib)."""


class _Item(Counted):
    """Something that an article says, with its own id."""

    __abstract__ = True

    id: Mapped[str] = mapped_column(unique=True, sort_order=-1)
    local: Mapped[str]
    """Its id in the dossier."""
    words: Mapped[str]
    start: Mapped[int | None]
    """Where `words` begin in the article's text, in code points; `None` where it rests on none."""
    end: Mapped[int | None]
    spans: Mapped[list[list[int]]]
    """Places of the exact words it rests on: of an event, the predicate's first."""
    corrected: Mapped[list[str]]
    traits: Mapped[list[str]]
    """What tells it from others in the same words; the kind first."""

    @declared_attr
    @classmethod
    def article_pk(cls) -> Mapped[int]:
        """The article that says so."""
        return mapped_column(_Pk, ForeignKey("articles.pk", ondelete="CASCADE"), index=True)


class Event(_Item):
    """An event."""

    __tablename__ = "events"

    type: Mapped[str]
    mode: Mapped[str | None]
    contexts: Mapped[list[str]]
    factuality: Mapped[str]
    day: Mapped[int]
    date_start: Mapped[str | None]
    date_end: Mapped[str | None]
    date_precision: Mapped[str | None]
    actors: Mapped[list[str]]
    actor_states: Mapped[list[str]]
    actor_sectors: Mapped[list[str]]
    recipients: Mapped[list[str]]
    recipient_states: Mapped[list[str]]
    recipient_sectors: Mapped[list[str]]
    place: Mapped[str | None]
    place_state: Mapped[str | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    geonames: Mapped[int | None]
    asserted_by: Mapped[list[str]]
    detail_kind: Mapped[str | None]
    detail: Mapped[dict[str, Any] | None]
    confidence: Mapped[float]
    added: Mapped[str]


class Quote(_Item):
    """A quotation."""

    __tablename__ = "quotes"

    day: Mapped[int]
    date_start: Mapped[str | None]
    date_end: Mapped[str | None]
    speaker: Mapped[str | None]
    speaker_state: Mapped[str | None]
    speaker_office: Mapped[str | None]
    addressee: Mapped[str | None]
    cue: Mapped[str | None]
    direct: Mapped[bool]
    occasion: Mapped[str | None]


class Finding(_Item):
    """A finding."""

    __tablename__ = "findings"

    day: Mapped[int]
    """Of the article's publication."""
    kind: Mapped[str]
    severity: Mapped[str]
    message: Mapped[str]
    suggestion: Mapped[str | None]


class Entity(_Item):
    """Who or what an article speaks of."""

    __tablename__ = "entities"

    kind: Mapped[str]
    name: Mapped[str]
    state: Mapped[str | None]
    sector: Mapped[str | None]
    office: Mapped[str | None]
    wikidata: Mapped[str | None]
    geonames: Mapped[int | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]


class Judgement(Counted):
    """A person's judgement: a correction, or whether two events are one. Nothing here is ever deleted."""

    __tablename__ = "judgements"

    id: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    subject: Mapped[str] = mapped_column(index=True)
    subject_kind: Mapped[str]
    other: Mapped[str | None] = mapped_column(index=True)
    article_pk: Mapped[int] = mapped_column(_Pk, ForeignKey("articles.pk"), index=True)
    field: Mapped[str]
    was: Mapped[str | None]
    becomes: Mapped[str | None]
    author: Mapped[str]
    made: Mapped[str]
    reason: Mapped[str]
    words: Mapped[str]
    state: Mapped[str]
    state_since: Mapped[str | None]
    state_by: Mapped[str | None]
    state_reason: Mapped[str | None]
