"""Entities in the making, and the board on which they gather their mentions."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.records.entity import Designation, EntityKind, MentionType
from dragoman.records.reading import Reading
from dragoman.resolve.gazetteer import fold
from dragoman.resolve.names import Found
from dragoman.resolve.organizations import Organization
from dragoman.resolve.page import Page
from dragoman.resolve.people import Person
from dragoman.resolve.places import Place
from dragoman.resolve.states import states


@dataclass(slots=True)
class Draft:
    """An entity in the making."""

    kind: EntityKind
    name: str
    state: str | None = None
    sector: str | None = None
    title: str | None = None
    """Normal title of a person's office, without its state."""
    office: str | None = None
    person: Person | None = None
    place: Place | None = None
    organization: Organization | None = None
    noun: str = ""
    """The agent noun of a nominal: "minister", "troop"."""
    named: bool = False
    """Whether the text gives it a name."""
    former: bool = False
    told: bool = False
    """Whether the office stands in the text, rather than in the list of people alone."""
    mentions: dict[tuple[int, int], MentionType] = field(default_factory=dict)
    aliases: set[str] = field(default_factory=set)

    def mention(self, start: int, end: int, kind: MentionType) -> None:
        """Add a mention; one that overlaps another of this entity is left out."""
        if end > start and all(end <= s or start >= e for s, e in self.mentions):
            self.mentions[start, end] = kind

    @property
    def start(self) -> int:
        """Where the entity is first spoken of."""
        return min(start for start, _ in self.mentions)


class Board:
    """All drafts of an article, found again by what makes them the same."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._by_key: dict[tuple[str, ...], Draft] = {}

    def take(self, key: tuple[str, ...], make: Draft) -> Draft:
        """The draft of a key; `make` becomes it where there is none yet."""
        draft = self._by_key.get(key)
        if draft is None:
            draft = make
            self._by_key[key] = draft
            self.drafts.append(draft)
        return draft

    def known(self, key: tuple[str, ...]) -> Draft | None:
        """The draft of a key."""
        return self._by_key.get(key)

    def add(self, draft: Draft) -> Draft:
        """A draft that nothing else will be merged with by key."""
        self.drafts.append(draft)
        return draft

    def state(self, code: str) -> Draft:
        """The draft of a state."""
        return self.take(("state", code), Draft("state", states()[code].name, code, named=True))

    def place(self, found: Found, text: str) -> Draft:
        """The draft of a place."""
        inflected = found.place is not None and not text[:1].isascii()
        name = found.place.name if found.place and (inflected or fold(found.place.name) == fold(text)) else text
        key = ("place", found.place.name if found.place else name, found.state or "")
        return self.take(key, Draft("place", name, found.state, place=found.place, named=True))

    def organization(self, found: Found, text: str, day: str | None) -> Draft:
        """The draft of a known organisation, with its sector on the article's day."""
        known = found.organization
        name = known.name if known else text
        sector = known.sector_at(day) if known else None
        return self.take(
            ("organization", name, found.state or ""),
            Draft("organization", name, found.state, sector, organization=known, named=True),
        )

    def named(self) -> Iterator[Draft]:
        """The drafts that carry a name."""
        return (draft for draft in self.drafts if draft.named)


@dataclass(slots=True)
class Scene:
    """One article on its way through the steps; each adds to the board, later steps see what earlier ones found."""

    page: Page
    reading: Reading
    board: Board = field(default_factory=Board)
    at: dict[int, Draft] = field(default_factory=dict)
    """Who stands at a word: the entity that the word as head of a phrase means."""
    designations: list[tuple[Draft, Designation]] = field(default_factory=list)
