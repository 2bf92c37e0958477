"""A table shaped like POLECAT's (the data set coded by PLOVER), tab-separated, for scripts made for it.

Columns that we have nothing for are empty: intensities of POLECAT's own, feature ids, publication ids.
"""

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from dragoman.records.kept import KeptEvent
from dragoman.share.tables import Export, harmless

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country",
    "Actor Primary Sector", "Recipient Name", "Recipient Country", "Recipient Primary Sector", "Placename", "City", "Country",
    "Latitude", "Longitude", "GeoNames ID", "Headline", "Publication Date", "Publisher", "Language", "Story ID", "Event Text",
    "Dragoman Certainty", "Dragoman Asserted By", "Dragoman Corrected", "Dragoman Export",
)  # fmt: skip
_QUADS = {
    "verbal cooperation": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "material cooperation": ("COOPERATE", "AID", "RETREAT"),
    "verbal conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
"""PLOVER's quad codes of its sixteen types."""
_QUAD_OF = {kind: quad for quad, kinds in _QUADS.items() for kind in kinds}


def write(events: Iterable[KeptEvent], export: Export, out: BinaryIO) -> None:
    """One row for each event; several parties are joined by a semicolon, as there."""
    text = io.TextIOWrapper(out, encoding="utf-8", errors="replace", newline="", write_through=True)
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerow(COLUMNS)
    for event in events:
        cells = (
            event.id, event.date_start, event.type, event.mode, None, _QUAD_OF[event.type], _many(event.contexts),
            _many(event.actors), _many(event.actor_states), _many(event.actor_sectors), _many(event.recipients),
            _many(event.recipient_states), _many(event.recipient_sectors), event.place, None, event.place_state, event.latitude,
            event.longitude, event.geonames, event.title, event.published, event.outlet, event.language, event.article,
            event.words, event.factuality, _many(event.asserted_by), _many(event.corrected), export.line,
        )  # fmt: skip
        writer.writerow([harmless(" ".join(cell.split())) if isinstance(cell, str) else cell for cell in cells])
    text.detach()


def _many(values: tuple[str, ...]) -> str:
    return ";".join(values)
