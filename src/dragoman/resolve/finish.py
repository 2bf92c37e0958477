"""The board when all is on it, as the record of who and what the article speaks of."""

from dataclasses import replace

from dragoman.records.entity import Entity, Mention, Ref, Resolution
from dragoman.resolve.codes import wikidata_ids
from dragoman.resolve.differences import difference
from dragoman.resolve.draft import Draft, Scene


def finished(scene: Scene) -> Resolution:
    """All drafts with mentions as entities, numbered by first mention."""
    drafts = sorted(
        (draft for draft in scene.board.drafts if draft.mentions),
        key=lambda draft: (draft.start, draft.kind, draft.name),
    )
    entities = []
    numbers: dict[int, str] = {}
    for number, draft in enumerate(drafts, 1):
        identifier = f"e{number}"
        numbers[id(draft)] = identifier
        place = draft.place if draft.kind == "place" else None
        entities.append(
            Entity(
                identifier,
                draft.kind,
                draft.name,
                draft.state,
                draft.sector,
                draft.office,
                Ref(_wikidata(draft), place.geonames if place else None),
                place.latitude if place else None,
                place.longitude if place else None,
                tuple(
                    Mention(start, end, scene.page.text[start:end], kind)
                    for (start, end), kind in sorted(
                        (_closed(scene.page.text, *span), kind) for span, kind in draft.mentions.items()
                    )
                ),
            )
        )
    designations = tuple(
        replace(designation, entity=numbers[id(draft)])
        for draft, designation in scene.designations
        if id(draft) in numbers
    )
    differences = (difference(scene, draft, numbers[id(draft)]) for draft in drafts if draft.kind == "person")
    return Resolution(tuple(entities), designations, tuple(one for one in differences if one is not None))


def _closed(text: str, start: int, end: int) -> tuple[int, int]:
    """A mention with the closing mark of a quotation mark that it opens: these “friends”, not these “friends."""
    for opening, closing in ("“”", "«»"):
        if text[end : end + 1] == closing and text.count(opening, start, end) > text.count(closing, start, end):
            return start, end + 1
    return start, end


def _wikidata(draft: Draft) -> str | None:
    """The Wikidata id of a state, or of what a pack knows."""
    if draft.kind == "state" and draft.state:
        return wikidata_ids().get(draft.state)
    known = draft.person or draft.organization or draft.place
    return known.wikidata if known is not None else None
