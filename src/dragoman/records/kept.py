"""What the record gives back: rows that stand alone, each with its id, its article and its exact words.

The text beside each field is its entry in the codebook. Names stand where a dossier has ids of entities. What the article
does not give is `None` or empty.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from dragoman.records.event import Detail

ItemKind = Literal["article", "event", "quote", "entity", "finding"]
JudgementState = Literal["active", "undone", "aside"]


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """An article as it stands in the record, in its newest version."""

    id: Annotated[str, "The article's id in the record; it stays when the page changes."]
    source: Annotated[str, "File name or URL that it was read from last."]
    outlet: Annotated[str | None, "Who publishes it."]
    language: Annotated[str, 'BCP 47; "und" where it could not be told.']
    title: Annotated[str | None, "Its title."]
    authors: Annotated[tuple[str, ...], "Its authors."]
    published: Annotated[str | None, "ISO 8601, with the zone that the page states."]
    dateline: Annotated[str | None, "The place it was filed from, as written."]
    tags: Annotated[tuple[str, ...], "The outlet's own tags."]
    topics: Annotated[tuple[str, ...], "PLOVER's contexts of its events."]
    states: Annotated[tuple[str, ...], "ISO 3166-1 alpha-3 of the parties to its events."]
    versions: Annotated[int, "How many contents of the page are kept."]
    events: Annotated[int, "How many events were read in it."]
    quotes: Annotated[int, "How many quotations."]
    findings: Annotated[int, "How many things that do not add up."]
    corrected: Annotated[tuple[str, ...], "Fields that a person has corrected."]
    added: Annotated[str, "When it was first added, ISO 8601 in UTC."]
    program: Annotated[str, "Program and models that read it."]


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """Who did what with whom, when and where, who says so, and in which words."""

    id: Annotated[str, "The event's id in the record; it stays over re-readings while its words stay."]
    article: Annotated[str, "Id of the article."]
    source: Annotated[str, "File name or URL of the article."]
    outlet: Annotated[str | None, "Who publishes the article."]
    language: Annotated[str, "Language of the article, BCP 47."]
    title: Annotated[str | None, "Title of the article."]
    published: Annotated[str | None, "When the article was published, ISO 8601."]
    type: Annotated[str, "One of PLOVER's sixteen types."]
    mode: Annotated[str | None, "PLOVER's mode, where the type has one."]
    contexts: Annotated[tuple[str, ...], "PLOVER's contexts."]
    factuality: Annotated[str, "How certain the text makes it: occurred, ongoing, planned, possible, denied."]
    date_start: Annotated[str | None, "First day, ISO 8601; no finer than date_precision."]
    date_end: Annotated[str | None, "Last day, inclusive."]
    date_precision: Annotated[str | None, "How fine the words are: day, month, year, decade."]
    actors: Annotated[tuple[str, ...], "Names of those who act."]
    actor_states: Annotated[tuple[str, ...], "Their states, ISO 3166-1 alpha-3; empty where a party has none."]
    actor_sectors: Annotated[tuple[str, ...], "Their PLOVER sectors; empty where a party has none."]
    recipients: Annotated[tuple[str, ...], "Names of those it is done to."]
    recipient_states: Annotated[tuple[str, ...], "Their states; empty where a party has none."]
    recipient_sectors: Annotated[tuple[str, ...], "Their PLOVER sectors; empty where a party has none."]
    place: Annotated[str | None, "Where, as named."]
    place_state: Annotated[str | None, "The state that the place lies in."]
    latitude: Annotated[float | None, "Degrees north, WGS 84; empty where the place is known by its state only."]
    longitude: Annotated[float | None, "Degrees east, WGS 84."]
    geonames: Annotated[int | None, "GeoNames id of the place."]
    asserted_by: Annotated[tuple[str, ...], 'Who says so, the outermost voice first; "outlet" is the outlet itself.']
    detail: Annotated[Detail | None, "What a visit, agreement, transfer … has beyond that; names in the place of ids."]
    words: Annotated[str, "The words it rests on, from the first to the last."]
    start: Annotated[int, "Where the words begin in the article's text, in code points."]
    end: Annotated[int, "Where they end, exclusive."]
    confidence: Annotated[float, "0 to 1: how sure the program is that the words say this."]
    corrected: Annotated[tuple[str, ...], "Fields that a person has corrected."]
    added: Annotated[str, "When it came into the record, ISO 8601 in UTC."]


@dataclass(frozen=True, slots=True)
class KeptQuote:
    """What somebody said, in their words (`direct`) or in the outlet's."""

    id: Annotated[str, "The quotation's id in the record."]
    article: Annotated[str, "Id of the article."]
    source: Annotated[str, "File name or URL of the article."]
    outlet: Annotated[str | None, "Who publishes the article."]
    published: Annotated[str | None, "When the article was published, ISO 8601."]
    speaker: Annotated[str | None, "Who speaks."]
    speaker_state: Annotated[str | None, "The speaker's state, ISO 3166-1 alpha-3."]
    speaker_office: Annotated[str | None, "The speaker's office."]
    addressee: Annotated[str | None, "Who is spoken to."]
    cue: Annotated[str | None, "The word that attributes it."]
    direct: Annotated[bool, "Whether it is given word for word."]
    text: Annotated[str, "What was said, without quotation marks."]
    date_start: Annotated[str | None, "First day, ISO 8601."]
    date_end: Annotated[str | None, "Last day, inclusive."]
    occasion: Annotated[str | None, "Id of the event at which it was said."]
    start: Annotated[int, "Where the words begin in the article's text, in code points."]
    end: Annotated[int, "Where they end, exclusive."]
    corrected: Annotated[tuple[str, ...], "Fields that a person has corrected."]


@dataclass(frozen=True, slots=True)
class KeptFinding:
    """Something that does not add up in an article."""

    id: Annotated[str, "The finding's id in the record."]
    article: Annotated[str, "Id of the article."]
    source: Annotated[str, "File name or URL of the article."]
    outlet: Annotated[str | None, "Who publishes the article."]
    published: Annotated[str | None, "When the article was published, ISO 8601."]
    kind: Annotated[str, "designation, number, date, name, translation, contradiction, unattributed …"]
    severity: Annotated[str, "info, warning or error."]
    message: Annotated[str, "What does not add up."]
    suggestion: Annotated[str | None, "What may be meant."]
    words: Annotated[str, "The words it rests on."]
    start: Annotated[int | None, "Where they begin in the article's text, in code points."]
    end: Annotated[int | None, "Where they end, exclusive."]


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found by its words."""

    article: KeptArticle
    excerpt: str
    marks: tuple[tuple[int, int], ...]
    """Where in the excerpt the words sought stand."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person has said of something in the record: a correction of a field, or whether two events are one."""

    id: str
    kind: Literal["correction", "link"]
    subject: Annotated[str, "Id of the event, quotation, entity, finding or article."]
    subject_kind: ItemKind
    other: Annotated[str | None, "Link: id of the other event."]
    field: Annotated[str, 'The field; of a link, "same" or "different".']
    was: Annotated[str | None, "What the program had read, as JSON."]
    becomes: Annotated[str | None, "What it is by the person's judgement, as JSON."]
    author: str
    made: Annotated[str, "ISO 8601 in UTC."]
    reason: str
    words: Annotated[str, "The words that it hangs on."]
    state: Annotated[JudgementState, '"aside": its words are gone, or nothing is read in them; a person must look.']
    state_since: str | None
    state_by: str | None
    state_reason: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many articles and events fall in a stretch of time."""

    period: Annotated[str, "2021, 2021-04 or 2021-04-28."]
    articles: Annotated[int, "Articles published."]
    events: Annotated[int, "Events that began."]
