"""Who says what, and how certain it is: the ground that events stand on."""

from dataclasses import dataclass

from dragoman.records.article import Evidence
from dragoman.records.event import EventDate, Factuality, Voice


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, in their words (`direct`) or in the outlet's."""

    id: str
    speaker: str | None
    """Entity id."""
    addressee: str | None
    cue: str | None
    """The verb or preposition that attributes it: "said", "according to"."""
    direct: bool
    text: str
    """What was said, without the quotation marks."""
    date: EventDate | None
    occasion: str | None
    """Id of the event at which it was said."""
    evidence: tuple[Evidence, ...]
    """The words said (quotation marks included), then the words that attribute them."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of text that is somebody's words or view, not the outlet's own."""

    start: int
    end: int
    voices: tuple[Voice, ...]
    """Outermost first; without the outlet."""


@dataclass(frozen=True, slots=True)
class Certainty:
    """How certain the text makes one predicate."""

    start: int
    """Where the predicate's word begins in the article's text."""
    factuality: Factuality


@dataclass(frozen=True, slots=True)
class Attribution:
    """Quotations, claims and certainties of an article."""

    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]
    certainties: tuple[Certainty, ...]
    """For every verb, event noun and predicate adjective that is not plainly "occurred"."""

    def voices(self, position: int) -> tuple[Voice, ...]:
        """Who asserts what stands at a place of the text, outermost first; the outlet where nobody else does."""
        inside = [claim for claim in self.claims if claim.start <= position < claim.end]
        return min(inside, key=lambda claim: claim.end - claim.start).voices if inside else (Voice("outlet"),)

    def factuality(self, start: int) -> Factuality:
        """How certain the predicate is that begins at `start`."""
        return next((c.factuality for c in self.certainties if c.start == start), "occurred")
