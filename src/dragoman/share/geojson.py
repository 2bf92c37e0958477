"""GeoJSON (RFC 7946): events on the map, at the places that the articles name and nowhere else."""

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from dragoman.records.flat import columns, flat
from dragoman.records.kept import KeptEvent
from dragoman.share.tables import Export


def write(events: Iterable[KeptEvent], export: Export, out: BinaryIO) -> None:
    """A feature for each event; one whose place is known by its state only, or not at all, has no geometry."""
    head = {"program": export.program, "made": export.made, "filter": export.asked}
    out.write(
        f'{{"type": "FeatureCollection", "export": {json.dumps(head, ensure_ascii=False)}, "features": ['.encode()
    )
    for i, event in enumerate(events):
        out.write(b",\n" if i else b"\n")
        out.write(json.dumps(_feature(event), ensure_ascii=False).encode("utf-8", "replace"))
    out.write(b"\n]}\n")


def _feature(event: KeptEvent) -> dict[str, Any]:
    properties = flat(event, columns(KeptEvent))
    geometry = None
    if event.longitude is not None and event.latitude is not None:
        geometry = {"type": "Point", "coordinates": [event.longitude, event.latitude]}
    return {"type": "Feature", "id": event.id, "geometry": geometry, "properties": properties}
