"""The same event told twice in one article is one event, with the words of both."""

from dataclasses import replace

from dragoman.records.entity import Entity
from dragoman.records.event import Event, EventDate, Transfer


def merge(events: tuple[Event, ...], entities: dict[str, Entity]) -> tuple[Event, ...]:
    """Events in order, each told once; the first telling gives the id's place, the fullest gives the fields."""
    kept: list[Event] = []
    for event in events:
        for i, other in enumerate(kept):
            if _same(other, event, entities):
                kept[i] = _joined(other, event)
                break
        else:
            kept.append(event)
    return tuple(replace(event, id=f"v{number}") for number, event in enumerate(kept, 1))


def _same(one: Event, two: Event, entities: dict[str, Entity]) -> bool:
    if one.type != two.type or one.mode != two.mode or one.asserted_by != two.asserted_by:
        return False
    if (one.detail and one.detail.kind) != (two.detail and two.detail.kind):
        return False
    if isinstance(one.detail, Transfer) and isinstance(two.detail, Transfer) and _other_arms(one.detail, two.detail):
        return False
    if one.factuality != two.factuality or not _compatible(one.date, two.date):
        return False
    if one.place and two.place and one.place != two.place:
        return False
    return _sides(one, entities) == _sides(two, entities)


def _other_arms(one: Transfer, two: Transfer) -> bool:
    return None not in (one.designation, two.designation) and one.designation != two.designation


def _sides(event: Event, entities: dict[str, Entity]) -> tuple[frozenset[str], frozenset[str]]:
    def side(ids: tuple[str, ...]) -> frozenset[str]:
        return frozenset(entities[i].state or i for i in ids)

    return side(event.actors), side(event.recipients)


def _compatible(one: EventDate | None, two: EventDate | None) -> bool:
    return one is None or two is None or (one.start <= two.end and two.start <= one.end)


def _joined(one: Event, two: Event) -> Event:
    dates = [date for date in (one.date, two.date) if date]
    precisions = ("day", "month", "year", "decade")
    return replace(
        one,
        contexts=tuple(dict.fromkeys((*one.contexts, *two.contexts))),
        date=min(dates, key=lambda d: precisions.index(d.precision)) if dates else None,
        place=one.place or two.place,
        detail=one.detail or two.detail,
        evidence=tuple(dict.fromkeys((*one.evidence, *two.evidence))),
        confidence=max(one.confidence, two.confidence),
    )
