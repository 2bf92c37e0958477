"""A dossier as rows: the columns of each, the keys it is found by, and the words it is found by."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import combinations, product
from typing import Any

from dragoman.records.dossier import Dossier
from dragoman.records.entity import Entity
from dragoman.records.event import (
    Access,
    Agreement,
    Casualties,
    Detail,
    Event,
    EventDate,
    Exercise,
    Number,
    Training,
    Transfer,
    Visit,
    Voice,
)
from dragoman.store.items import what
from dragoman.store.names import folded, tokens
from dragoman.store.published import published_keys
from dragoman.store.selection import tenths

Keys = set[tuple[str, str]]
_PARTIES = {
    "visitor", "host", "signatories", "supplier", "recipient", "trainer", "trainees_from", "participants", "place",
    "grantor", "grantee",
}  # fmt: skip
"""Fields of details that hold ids of entities."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row to be kept."""

    values: dict[str, Any]
    day: int
    keys: Keys


def day_number(iso: str | None) -> int:
    """20210428 of "2021-04-28" or of a time on that day; 0 where there is none."""
    digits = (iso or "")[:10].replace("-", "")
    return int(digits) if len(digits) == 8 and digits.isascii() and digits.isdigit() else 0


def article_row(dossier: Dossier) -> Row:
    """The article: its head, and what its events are about."""
    article = dossier.article
    named = _by_id(dossier)
    topics = list(dict.fromkeys(context for event in dossier.events for context in event.contexts))
    states = list(dict.fromkeys(s for event in dossier.events for s in _states(event, named)))
    values = {
        "outlet": article.outlet,
        "language": article.language,
        "title": article.title,
        "authors": list(article.authors),
        "published": article.published,
        "published_day": day_number(article.published),
        "dateline": article.dateline,
        "tags": list(article.tags),
        "topics": topics,
        "states": states,
        "events": len(dossier.events),
        "quotes": len(dossier.quotes),
        "findings": len(dossier.findings),
        "program": ", ".join((dossier.program, *dossier.models)),
    }
    keys = _head(dossier) | {("context", topic.lower()) for topic in topics} | {("state", state) for state in states}
    keys |= {("author", token) for author in article.authors for token in tokens(author)}
    keys |= {("pair", pair) for event in dossier.events for pair in pairs(event, named)}
    return Row(values, day_number(article.published), keys | {("language", article.language.lower())})


def event_rows(dossier: Dossier) -> Iterator[tuple[str, Row]]:
    """Every event by its id in the dossier."""
    named = _by_id(dossier)
    head = _head(dossier)
    for event in dossier.events:
        yield event.id, _event(event, named, head)


def quote_rows(dossier: Dossier) -> Iterator[tuple[str, Row]]:
    """Every quotation by its id in the dossier; what was said is dated by the article where it has no date."""
    named = _by_id(dossier)
    for quote in dossier.quotes:
        speaker = named.get(quote.speaker or "")
        addressee = named.get(quote.addressee or "")
        keys = _head(dossier) | {("direct", "yes" if quote.direct else "no")}
        if speaker:
            keys |= _called("by", speaker)
            keys |= {("state", speaker.state)} if speaker.state else set()
        values = {
            **_dates(quote.date),
            "speaker": speaker and speaker.name,
            "speaker_state": speaker and speaker.state,
            "speaker_office": speaker and speaker.office,
            "addressee": addressee and addressee.name,
            "cue": quote.cue,
            "direct": quote.direct,
            "occasion": quote.occasion,
            "words": quote.text,
        }
        yield quote.id, Row(values, day_number(quote.date.start if quote.date else dossier.article.published), keys)


def finding_rows(dossier: Dossier) -> Iterator[tuple[str, Row]]:
    """Every finding by its id in the dossier."""
    for finding in dossier.findings:
        keys = _head(dossier) | {("kind", finding.kind), ("severity", finding.severity)}
        values = {name: getattr(finding, name) for name in ("kind", "severity", "message", "suggestion")}
        yield finding.id, Row(values, day_number(dossier.article.published), keys)


def entity_rows(dossier: Dossier) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every entity by its id in the dossier."""
    for entity in dossier.entities:
        values = {
            name: getattr(entity, name)
            for name in ("kind", "name", "state", "sector", "office", "latitude", "longitude")
        }
        yield entity.id, values | {"wikidata": entity.ref.wikidata, "geonames": entity.ref.geonames}


def pairs(event: Event, named: dict[str, Entity]) -> set[str]:
    """The pairs of states between which it happened, each in the order of the alphabet: "RUS UZB"."""
    actors, recipients = ([_state(e, named) for e in side] for side in (event.actors, event.recipients))
    found = list(product(actors, recipients)) if recipients else list(combinations(actors, 2))
    match event.detail:
        case Visit(visitor=a, host=b) | Transfer(supplier=a, recipient=b) | Access(grantor=a, grantee=b):
            found.append((_state(a, named), _state(b, named)))
        case Training(trainer=a, trainees_from=b):
            found.append((_state(a, named), _state(b, named)))
        case Agreement(signatories=many) | Exercise(participants=many):
            found += combinations([_state(e, named) for e in many], 2)
    return {" ".join(sorted((a, b))) for a, b in found if a and b and a != b}


def _event(event: Event, named: dict[str, Entity], head: Keys) -> Row:
    sides = {side: [named[e] for e in getattr(event, side) if e in named] for side in ("actors", "recipients")}
    place = named.get(event.place or "")
    detail = _detail(event.detail, named)
    values: dict[str, Any] = {
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "factuality": event.factuality,
        **_dates(event.date),
        "date_precision": event.date and event.date.precision,
        "place": place and place.name,
        "place_state": place and place.state,
        "latitude": place and place.latitude,
        "longitude": place and place.longitude,
        "geonames": place and place.ref.geonames,
        "asserted_by": [_voice(voice, named) for voice in event.asserted_by],
        "detail_kind": event.detail and event.detail.kind,
        "detail": detail,
        "confidence": event.confidence,
    }
    keys = set(head)
    for side, column in (("actors", "actor"), ("recipients", "recipient")):
        values[side] = [entity.name for entity in sides[side]]
        values[f"{column}_states"] = [entity.state or "" for entity in sides[side]]
        values[f"{column}_sectors"] = [entity.sector or "" for entity in sides[side]]
        keys |= {key for entity in sides[side] for key in _called(column, entity)}
    keys |= {("state", state) for state in _states(event, named)} | {("pair", pair) for pair in pairs(event, named)}
    keys |= {("context", context.lower()) for context in event.contexts}
    keys |= {("type", event.type), ("certainty", event.factuality), ("confidence", str(tenths(event.confidence)))}
    keys |= {("mode", event.mode.lower())} if event.mode else set()
    keys |= _called("place", place) if place else set()
    for voice in event.asserted_by:
        speaker = named.get(voice.entity or "")
        keys |= _called("by", speaker) if speaker else {("by", t) for t in tokens(voice.text or voice.voice)}
    if event.detail and detail:
        keys.add(("detail", event.detail.kind))
        keys |= {(name, str(detail[name]).lower()) for name in ("status", "category", "instrument") if detail.get(name)}
        keys |= {("what", token) for token in tokens(what(event) or "")}
    return Row(values, day_number(event.date.start if event.date else None), keys)


def _head(dossier: Dossier) -> Keys:
    """What everything in an article is found by."""
    article = dossier.article
    keys = {("tag", folded(tag)) for tag in article.tags} | published_keys(day_number(article.published))
    return keys | {("outlet", token) for token in tokens(article.outlet or "")}


def _by_id(dossier: Dossier) -> dict[str, Entity]:
    return {entity.id: entity for entity in dossier.entities}


def _state(identifier: str | None, named: dict[str, Entity]) -> str | None:
    entity = named.get(identifier or "")
    return entity.state if entity else None


def _states(event: Event, named: dict[str, Entity]) -> Iterator[str]:
    """States of the parties, and of those whom only the detail names, each once."""
    parties: Iterable[str] = (*event.actors, *event.recipients, *_detail_parties(event.detail))
    yield from dict.fromkeys(state for e in parties if (state := _state(e, named)))


def _detail_parties(detail: Detail | None) -> Iterator[str]:
    if detail is None or isinstance(detail, Casualties):
        return
    for field in fields(detail):
        value = getattr(detail, field.name)
        if field.name in _PARTIES and field.name != "place" and value:
            yield from value if isinstance(value, tuple) else (value,)


def _detail(detail: Detail | None, named: dict[str, Entity]) -> dict[str, Any] | None:
    """A detail with names in the place of ids, in the contract's spelling."""
    if detail is None:
        return None
    return {
        field.name.rstrip("_"): _value(getattr(detail, field.name), field.name in _PARTIES, named)
        for field in fields(detail)
    }


def _value(value: object, party: bool, named: dict[str, Entity]) -> object:
    if isinstance(value, Number):
        return {"value": value.value, "relation": value.relation, "text": value.text}
    if isinstance(value, tuple):
        return [_value(one, party, named) for one in value]
    return named[value].name if party and isinstance(value, str) and value in named else value


def _called(space: str, entity: Entity) -> Keys:
    """What somebody is asked for by: the words of the name and of the office, the state's code, the sector's."""
    words = dict.fromkeys((*tokens(entity.name), *tokens(entity.office or "")))
    return {(space, word) for word in (*words, entity.state, entity.sector) if word}


def _voice(voice: Voice, named: dict[str, Entity]) -> str:
    entity = named.get(voice.entity or "")
    return entity.name if entity else voice.text or voice.voice


def _dates(date: EventDate | None) -> dict[str, str | None]:
    return {"date_start": date.start if date else None, "date_end": date.end if date else None}
