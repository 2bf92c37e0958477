"""What happened, as the article tells it: events with their details, their claimants and their words."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from dragoman.records.article import Evidence

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Factuality = Literal["occurred", "ongoing", "planned", "possible", "denied"]
Precision = Literal["day", "month", "year", "decade"]
VoiceKind = Literal["outlet", "source", "speaker"]
Relation = Literal["exactly", "at_least", "at_most", "about"]


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice of a chain of claims: the outlet itself, a source ("according to X"), or a speaker (a quotation)."""

    voice: VoiceKind
    entity: str | None = None
    """Id of the entity that speaks, where it is one."""
    text: str | None = None
    """The words that name it; `None` for the outlet."""


@dataclass(frozen=True, slots=True)
class EventDate:
    """When, no finer than the words say; both ends inclusive, ISO 8601 days."""

    start: str
    end: str
    precision: Precision


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its words."""

    value: float
    relation: Relation
    text: str


@dataclass(frozen=True, slots=True)
class Visit:
    """Who went where; `visitor`, `host` are entity ids; `from_`, `to` ISO days."""

    kind: Literal["visit"] = "visit"
    visitor: str | None = None
    host: str | None = None
    rank: str | None = None
    from_: Annotated[str | None, Field(alias="from")] = None
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """A treaty, programme, memorandum, contract …."""

    kind: Literal["agreement"] = "agreement"
    instrument: str | None = None
    title: str | None = None
    field: str | None = None
    signatories: tuple[str, ...] = ()
    """Entity ids."""
    status: Literal["negotiated", "announced", "signed", "ratified", "extended", "expired", "terminated"] | None = None
    valid_from: str | None = None
    valid_to: str | None = None


@dataclass(frozen=True, slots=True)
class Transfer:
    """Arms or equipment on their way from a supplier to a recipient (entity ids)."""

    kind: Literal["transfer"] = "transfer"
    supplier: str | None = None
    recipient: str | None = None
    designation: str | None = None
    """As written: "Su-30SM fighters"; a designation that does not exist is kept as written, with a finding beside it."""
    category: str | None = None
    """SIPRI's: aircraft, air defence systems, anti-submarine warfare weapons, armoured vehicles, artillery, engines,
    missiles, naval weapons, satellites, sensors, ships, other."""
    quantity: Number | None = None
    value: Number | None = None
    mode: Literal["sale", "gift", "loan", "licence", "local assembly"] | None = None
    status: Literal["talks", "ordered", "delivering", "delivered", "cancelled"] | None = None


@dataclass(frozen=True, slots=True)
class Training:
    """Who trains whom (entity ids)."""

    kind: Literal["training"] = "training"
    trainer: str | None = None
    trainees_from: str | None = None
    trainees: Number | None = None
    institution: str | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Exercise:
    """A military exercise; `participants` and `place` are entity ids; `from_`, `to` ISO days."""

    kind: Literal["exercise"] = "exercise"
    name: str | None = None
    participants: tuple[str, ...] = ()
    from_: Annotated[str | None, Field(alias="from")] = None
    to: str | None = None
    place: str | None = None
    troops: Number | None = None


@dataclass(frozen=True, slots=True)
class Access:
    """A right to a base, the airspace, a port or transit (entity ids)."""

    kind: Literal["access"] = "access"
    grantor: str | None = None
    grantee: str | None = None
    facility: Literal["base", "airspace", "port", "transit"] | None = None
    terms: str | None = None


@dataclass(frozen=True, slots=True)
class Casualties:
    """How many were hurt."""

    kind: Literal["casualties"] = "casualties"
    killed: Number | None = None
    wounded: Number | None = None
    captured: Number | None = None
    displaced: Number | None = None


Detail = Annotated[
    Visit | Agreement | Transfer | Training | Exercise | Access | Casualties, Field(discriminator="kind")
]


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what with whom, when and where, and who says so."""

    id: str
    type: EventType
    mode: str | None
    """PLOVER's mode ("visit", "withdraw" …), `None` where the type has none."""
    contexts: tuple[str, ...]
    """PLOVER's contexts ("military", "terrorism" …)."""
    actors: tuple[str, ...]
    """Entity ids."""
    recipients: tuple[str, ...]
    date: EventDate | None
    place: str | None
    """Id of a place's (or, where the words are no finer, a state's) entity."""
    factuality: Factuality
    asserted_by: tuple[Voice, ...]
    """The outermost voice first; `(Voice("outlet"),)` where the outlet says it itself."""
    detail: Detail | None
    evidence: tuple[Evidence, ...]
    """The predicate first, then the words of actors, recipients, date, place and detail."""
    confidence: float
    """0 to 1: how sure the program is that the words say this; how it is reckoned stands in `coding/`."""
