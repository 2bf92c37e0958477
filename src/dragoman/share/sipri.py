"""A register of transfers in the shape of SIPRI's trade registers: one line for each report, each with its source."""

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from dragoman.records.event import Transfer
from dragoman.records.kept import KeptEvent
from dragoman.share.tables import Export, harmless

COLUMNS = (
    "Supplier", "Recipient", "Number ordered", "Weapon designation", "Weapon description", "Year of order",
    "Year(s) of delivery", "Number delivered", "Status", "Deal worth", "Comments", "Source", "Event ID", "Export",
)  # fmt: skip
_DELIVERED = ("delivering", "delivered")


def write(events: Iterable[KeptEvent], export: Export, out: BinaryIO) -> None:
    """Transfers only. A number that the words do not give as exact stands in brackets, as an estimate does there."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", errors="replace", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for event in events:
        transfer = event.detail
        if not isinstance(transfer, Transfer):
            continue
        delivered = transfer.status in _DELIVERED
        number = _number(transfer)
        year = event.date_start[:4] if event.date_start else None
        comment = f"{event.factuality}; asserted by {', '.join(event.asserted_by)}: “{event.words}”"
        if event.corrected:
            comment += f"; corrected: {', '.join(event.corrected)}"
        cells = (
            transfer.supplier, transfer.recipient, None if delivered else number, transfer.designation, transfer.category,
            None if delivered else year, year if delivered else None, number if delivered else None, transfer.status,
            transfer.value.text if transfer.value else None, comment, f"{event.outlet or event.source}, {event.published or ''}",
            event.id, export.line,
        )  # fmt: skip
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in cells])
    text.detach()


def _number(transfer: Transfer) -> str | None:
    if transfer.quantity is None:
        return None
    value = f"{transfer.quantity.value:g}"
    return value if transfer.quantity.relation == "exactly" else f"({value})"
