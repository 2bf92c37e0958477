"""Which expected events were found, which were put out wrongly, and how many fields of the found ones are right.

An event is found where its type, its parties and its words are right; the fields are measured on found events only.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.bench.expected import ExpectedEvent, accepts
from dragoman.records.dossier import Dossier
from dragoman.records.entity import Entity
from dragoman.records.event import Event, Voice
from dragoman.share.json import to_dict

FIELDS = ("mode", "date", "place", "factuality", "asserted_by", "detail")
_MUTUAL = ("CONSULT", "COOPERATE")
"""Types whose parties may stand on either side: who visits whom and who sells to whom is measured in the detail."""
_STATE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Found:
    """An expected event with the event of the dossier that is it."""

    expected: ExpectedEvent
    event: Event
    fields: Mapping[str, tuple[int, int]]
    """By field: how many of its values are right, of how many."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The events of one dossier beside those expected; optional ones count neither as missing nor as wrong."""

    found: tuple[Found, ...]
    missing: tuple[ExpectedEvent, ...]
    wrong: tuple[Event, ...]
    repeated: tuple[Event, ...]
    """Put out again although found already."""


def align(expected: Sequence[ExpectedEvent], dossier: Dossier) -> Alignment:
    """Pair expected with actual events, one to one, the pairs with most fields right first."""
    entities = {entity.id: entity for entity in dossier.entities}
    details = {event["id"]: event["detail"] for event in to_dict(dossier)["events"]}
    pairs: list[tuple[tuple[int, int, int], int, int, Found]] = []
    for i, wanted in enumerate(expected):
        places = _places(wanted.words, dossier.article.text)
        for j, event in enumerate(dossier.events):
            if not _is(wanted, event, entities, places):
                continue
            found = Found(wanted, event, dict(_fields(wanted, event, details[event.id], entities)))
            at_words = any(_overlap(event.evidence[0].start, event.evidence[0].end, place) for place in places)
            rank = (-int(at_words), int(wanted.optional), -sum(right for right, _ in found.fields.values()))
            pairs.append((rank, i, j, found))
    taken_expected: set[int] = set()
    taken: set[int] = set()
    chosen = []
    for _, i, j, pair in sorted(pairs, key=lambda row: row[:3]):
        if i not in taken_expected and j not in taken:
            taken_expected.add(i)
            taken.add(j)
            chosen.append(pair)
    candidates = {j for _, _, j, _ in pairs}
    left = [(j, event) for j, event in enumerate(dossier.events) if j not in taken]
    return Alignment(
        found=tuple(chosen),
        missing=tuple(w for i, w in enumerate(expected) if i not in taken_expected and not w.optional),
        wrong=tuple(event for j, event in left if j not in candidates),
        repeated=tuple(event for j, event in left if j in candidates),
    )


def _is(wanted: ExpectedEvent, event: Event, entities: Mapping[str, Entity], places: Sequence[tuple[int, int]]) -> bool:
    if event.type not in wanted.type:
        return False
    if not any(_overlap(evidence.start, evidence.end, place) for evidence in event.evidence for place in places):
        return False
    actors, recipients = _known(event.actors, entities), _known(event.recipients, entities)
    if event.type in _MUTUAL or (len(wanted.actors) > 1 and not wanted.recipients):
        return _parties([*wanted.actors, *wanted.recipients], [*actors, *recipients])
    return _parties(wanted.actors, actors) and _parties(wanted.recipients, recipients)


def _parties(wanted: Sequence[str], parties: Sequence[Entity]) -> bool:
    """Whether every wanted party is there ("USA?": may be missing) and no other."""
    needed = [party for party in wanted if not party.endswith("?")]
    allowed = [party.removesuffix("?") for party in wanted]
    return all(any(_party(want, entity) for entity in parties) for want in needed) and all(
        any(_party(want, entity) for want in allowed) for entity in parties
    )


def _party(wanted: str, entity: Entity) -> bool:
    return any(
        entity.state == words if _STATE.fullmatch(words) else accepts(words, entity.name) for words in wanted.split("|")
    )


def _fields(
    wanted: ExpectedEvent, event: Event, detail: Mapping[str, object] | None, entities: Mapping[str, Entity]
) -> Iterator[tuple[str, tuple[int, int]]]:
    if wanted.says("mode"):
        yield "mode", (event.mode == wanted.mode, 1)
    if wanted.says("date"):
        days = (event.date.start, event.date.end) if event.date else None
        yield "date", (days == ((wanted.date.start, wanted.date.end) if wanted.date else None), 1)
    if wanted.says("place"):
        place = entities.get(event.place or "")
        yield "place", (_party(wanted.place, place) if wanted.place and place else wanted.place == event.place, 1)
    if wanted.factuality:
        yield "factuality", (event.factuality in wanted.factuality, 1)
    if wanted.asserted_by:
        same = len(event.asserted_by) == len(wanted.asserted_by)
        voices = zip(wanted.asserted_by, event.asserted_by, strict=False)
        yield "asserted_by", (same and all(_voice(want, voice, entities) for want, voice in voices), 1)
    if wanted.detail:
        right = 0
        if detail is not None and detail["kind"] == wanted.detail["kind"]:
            right = sum(_value(value, detail.get(key), entities) for key, value in wanted.detail.items())
        yield "detail", (right, len(wanted.detail))


def _voice(wanted: str, voice: Voice, entities: Mapping[str, Entity]) -> bool:
    if wanted == "outlet":
        return voice.voice == "outlet"
    entity = entities.get(voice.entity or "")
    return accepts(wanted, voice.text, entity.name if entity else None)


def _value(wanted: object, value: object, entities: Mapping[str, Entity]) -> bool:
    """Whether one value of a detail is right; words are where they contain the expected: "Anka" in "Anka drones"."""
    if isinstance(wanted, dict):
        return isinstance(value, dict) and all(value.get(key) == part for key, part in wanted.items())
    if isinstance(wanted, list):
        return isinstance(value, list) and _parties(wanted, _known(value, entities))
    if isinstance(wanted, str) and isinstance(value, str):
        entity = entities.get(value)
        return _party(wanted, entity) if entity else accepts(wanted, value)
    return wanted == value


def _known(ids: Sequence[str], entities: Mapping[str, Entity]) -> list[Entity]:
    return [entities[identifier] for identifier in ids]


def _places(words: Sequence[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for wording in words for match in re.finditer(re.escape(wording), text)]


def _overlap(start: int, end: int, place: tuple[int, int]) -> bool:
    return start < place[1] and end > place[0]
