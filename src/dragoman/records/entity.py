"""Who and what an article speaks of."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

EntityKind = Literal["person", "state", "organization", "group", "place", "weapon", "document", "occasion"]
MentionType = Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the article speaks of an entity; `article.text[start:end] == text`."""

    start: int
    end: int
    text: str
    type: MentionType


@dataclass(frozen=True, slots=True)
class Ref:
    """Identifiers elsewhere."""

    wikidata: str | None = None
    geonames: int | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, state, organisation … with every mention of it in the article, in order."""

    id: str
    kind: EntityKind
    name: str
    """The fullest name the text gives, or the usual English name of a state."""
    state: str | None
    """ISO 3166-1 alpha-3 (and XKX for Kosovo, or the supranational codes UNO, EUR, IGO, NGO); the state that a person
    or organisation acts for, that a place lies in."""
    sector: str | None
    """PLOVER actor sector (GOV, MIL, REB …)."""
    office: str | None
    """A person's office as the text gives it, normalised: "Minister of Defence of Uzbekistan"."""
    ref: Ref
    latitude: float | None
    longitude: float | None
    mentions: tuple[Mention, ...]


DesignationStatus = Literal["known", "plausible", "impossible"]


@dataclass(frozen=True, slots=True)
class Designation:
    """What is known of a weapon's designation, beside its entity."""

    entity: str
    """Id of the weapon's entity."""
    status: DesignationStatus | None
    """"known": in the list; "plausible": fits its maker's grammar; "impossible": a series that has no such member; `None`
    for a common noun ("attack helicopters")."""
    category: str | None
    """SIPRI's category: aircraft, air defence systems, armoured vehicles …"""
    role: str | None
    """"fighter", "attack helicopter", "lorry" …"""
    maker: str | None
    """ISO 3166-1 alpha-3 of the maker's state."""
    candidates: tuple[str, ...] = ()
    """Known designations of the same series and variant that it may stand for, the likeliest first."""


@dataclass(frozen=True, slots=True)
class OfficeDifference:
    """An office that the text gives a person where the list of office-holders has another, or another time for it."""

    entity: str
    """Id of the person's entity."""
    told: str
    """The office of the text, without its state: "Minister of Defence"."""
    listed: str
    """The office of the list."""
    start: str
    """Year or month from which the list has it, ISO 8601; empty where it has none."""
    end: str | None
    """Year or month until which the list has it; `None` for an open end."""
    name: str
    """The person's name in the list."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """All entities of an article."""

    entities: tuple[Entity, ...]
    designations: tuple[Designation, ...] = ()
    differences: tuple[OfficeDifference, ...] = ()
    """Where the text's offices are not those of the list; `Entity.office` is always the text's."""

    def get(self, identifier: str) -> Entity:
        """The entity of an id; `KeyError` where there is none."""
        for entity in self.entities:
            if entity.id == identifier:
                return entity
        raise KeyError(identifier)

    def mentions(self) -> Iterator[tuple[Entity, Mention]]:
        """Every mention with its entity, by place in the text."""
        pairs = [(entity, mention) for entity in self.entities for mention in entity.mentions]
        return iter(sorted(pairs, key=lambda pair: (pair[1].start, -pair[1].end)))

    def at(self, position: int) -> tuple[Entity, Mention] | None:
        """The narrowest mention that covers a place of the text, with its entity."""
        covering = [(e, m) for e in self.entities for m in e.mentions if m.start <= position < m.end]
        return min(covering, key=lambda pair: pair[1].end - pair[1].start) if covering else None
