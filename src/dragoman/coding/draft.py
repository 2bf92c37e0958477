"""The draft of an event: what the rules found in one sentence, before dates, details and merging."""

from dataclasses import dataclass

from dragoman.records.event import EventType, Factuality


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an event: the entity, and the words that name it here."""

    entity: str
    """Entity id."""
    tokens: tuple[int, ...]
    """Indices of the words that name it, in the draft's sentence; empty where it stands in an earlier sentence only."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One event as one sentence tells it; indices count in `reading.sentences[sentence].tokens`."""

    sentence: int
    """Index of the sentence in `Reading.sentences`."""
    predicate: int
    """Index of the word whose lexicon entry made the event: "signed", "visit", "exercises"."""
    words: tuple[int, ...]
    """All the words of the predicate, operators and light verbs included ("agreed", "to", "supply"), in order."""
    type: EventType
    mode: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    factuality: Factuality
    object: int | None = None
    """Index of the head of the thing it is about: weapon, agreement, exercise, prisoner …"""
    place: Party | None = None
    detail: str | None = None
    """The kind of detail that the lexicon expects: "visit", "agreement", "transfer", "training", "exercise", "access",
    "casualties"; `None` where it expects none. A draft of a "transfer" is one event for each weapon that its sentence lists:
    `details.detail.transfers_of` gives them one by one."""
    contexts: tuple[str, ...] = ()
    confidence: float = 0.0
    """0 to 1; how it is reckoned stands in `confidence.py`."""

    @property
    def parties(self) -> frozenset[str]:
        """The entity ids of both sides."""
        return frozenset(party.entity for party in (*self.actors, *self.recipients))
