"""Tables for other programs: CSV, JSON, JSON Lines and Parquet, each saying what was asked of which program and when."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from dragoman.errors import UsageError
from dragoman.records.flat import Column, flat
from dragoman.records.frames import arrow

Plain = Any
"""A column, or a value of any kind that JSON has."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Characters at which a spreadsheet takes a cell for a formula (OWASP, "CSV Injection")."""
_BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Export:
    """What an export says of itself."""

    program: str
    made: str
    """ISO 8601 in UTC."""
    asked: str
    """The filter."""

    @property
    def line(self) -> str:
        """All of it in one cell."""
        return f"{self.program}; {self.made}; {self.asked}"


def write_csv(rows: Iterable[object], table: Sequence[Column], export: Export, out: BinaryIO) -> None:
    """RFC 4180, UTF-8 with a signature by which spreadsheets know it; the last column says what the export is."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", errors="replace", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*(column.name for column in table), "export"])
    for row in rows:
        writer.writerow([*(_cell(column.value(row)) for column in table), harmless(export.line)])
    text.detach()


def write_json(rows: Iterable[object], table: Sequence[Column], export: Export, out: BinaryIO) -> None:
    """One object: what the export is, and its rows."""
    head = json.dumps({"program": export.program, "made": export.made, "filter": export.asked}, ensure_ascii=False)
    out.write(f'{{"export": {head}, "rows": ['.encode())
    out.writelines((b",\n" if i else b"\n") + _json(flat(row, table)) for i, row in enumerate(rows))
    out.write(b"\n]}\n")


def write_jsonl(rows: Iterable[object], table: Sequence[Column], export: Export, out: BinaryIO) -> None:
    """One object a line, its field `export` saying what the export is."""
    out.writelines(_json(flat(row, table) | {"export": export.line}) + b"\n" for row in rows)


def write_parquet(rows: Iterable[object], table: Sequence[Column], export: Export, out: BinaryIO) -> None:
    """Parquet, lists as lists; what the export is stands in the file's metadata. Needs the extra `tables`."""
    try:
        import pyarrow.parquet as pq
    except ModuleNotFoundError as error:
        raise UsageError("Parquet needs pyarrow: pip install 'dragoman[tables]'") from error
    said = {"program": export.program, "made": export.made, "filter": export.asked}
    pq.write_table(arrow(rows, table, said), out, compression="zstd")


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before it, as people write it there."""
    return f"'{text}" if text.lstrip(" \n").startswith(_FORMULA) else text


def codebook(tables: Iterable[tuple[str, Sequence[Column]]]) -> Iterator[str]:
    """What every column of every table means, as Markdown."""
    kinds = {"list": f"list (in CSV joined by “{_BETWEEN.strip()}”)", "detail": "object (in CSV as JSON)"}
    for name, table in tables:
        yield f"## {name}\n"
        yield "| column | kind | meaning |\n| --- | --- | --- |"
        yield from (
            f"| `{column.name}` | {kinds.get(column.kind, column.kind)} | {column.meaning} |" for column in table
        )
        yield "| `export` | text | Program, time and filter of the export. |\n"


def _cell(value: Plain) -> Plain:
    if isinstance(value, list):
        return harmless(_BETWEEN.join(str(one) for one in value))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    return harmless(value) if isinstance(value, str) else value


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")
