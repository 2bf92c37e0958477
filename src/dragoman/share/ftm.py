"""FollowTheMoney: events, their parties and their articles as entities, one JSON object a line.

Schemata and properties of https://followthemoney.tech: Event (date, summary, involved, location, country), Article,
PublicBody, Person, Organization. What is not in that model (certainty, claimants) stands in `notes`.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any, BinaryIO

from dragoman.records.kept import KeptEvent
from dragoman.share.tables import Export


def write(events: Iterable[KeptEvent], export: Export, out: BinaryIO) -> None:
    """Each entity once; every one says which export it comes from."""
    written: set[str] = set()
    for event in events:
        for entity in _entities(event):
            if entity["id"] not in written:
                written.add(entity["id"])
                entity["properties"].setdefault("notes", []).append(f"Export: {export.line}")
                out.write(json.dumps(entity, ensure_ascii=False).encode("utf-8", "replace") + b"\n")


def _entities(event: KeptEvent) -> Iterator[dict[str, Any]]:
    article = event.article
    yield _entity(article, "Article", title=event.title, publisher=event.outlet, publishedAt=_day(event.published),
                  sourceUrl=event.source if "://" in event.source else None)  # fmt: skip
    parties = []
    for names, states in ((event.actors, event.actor_states), (event.recipients, event.recipient_states)):
        for name, state in zip(names, states, strict=True):
            identifier = _identifier(name, state)
            parties.append(identifier)
            yield _entity(identifier, "LegalEntity", name=name, country=_countries().get(state))
    yield {
        "id": event.id,
        "schema": "Event",
        "properties": _filled({
            "name": [f"{event.type} {event.mode or ''}".strip()],
            "startDate": [event.date_start] if event.date_start else [],
            "endDate": [event.date_end] if event.date_end else [],
            "summary": [event.words],
            "involved": list(dict.fromkeys(parties)),
            "location": [event.place] if event.place else [],
            "proof": [article],
            "publisher": [event.outlet] if event.outlet else [],
            "notes": [f"{event.factuality}; asserted by {', '.join(event.asserted_by)}; confidence {event.confidence:.2f}"]
            + ([f"corrected: {', '.join(event.corrected)}"] if event.corrected else []),
        }),
    }  # fmt: skip


def _entity(identifier: str, schema: str, **properties: str | None) -> dict[str, Any]:
    return {"id": identifier, "schema": schema, "properties": _filled({k: [v] for k, v in properties.items() if v})}


def _filled(properties: dict[str, list[str]]) -> dict[str, list[str]]:
    return {name: values for name, values in properties.items() if values}


def _identifier(name: str, state: str) -> str:
    return "party-" + hashlib.sha256(f"{name}\0{state}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _day(published: str | None) -> str | None:
    return published[:10] if published else None


@cache
def _countries() -> dict[str, str]:
    """ISO 3166-1 alpha-2 in small letters, as FollowTheMoney has countries, by alpha-3."""
    text = (files("dragoman") / "data" / "resolve" / "state_codes.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1].lower() for row in rows if len(row) > 1 and row[1]}
