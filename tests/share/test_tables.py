"""Tables for other programs: what they hold, what they say of themselves, and cells that do no harm."""

import csv
import io
import json

import pytest

from dragoman.records.event import Number, Transfer
from dragoman.records.flat import columns
from dragoman.records.frames import arrow
from dragoman.records.kept import KeptEvent, KeptQuote
from dragoman.share.tables import Export, codebook, harmless, write_csv, write_json, write_jsonl, write_parquet
from tests.share.kept import EVENT, EXPORT, QUOTE


@pytest.mark.parametrize("text", ["=1+1", "+49", "-5 degrees", "@cmd", "\tx", "  =SUM(A1)", "\r=x"])
def test_what_a_spreadsheet_would_take_for_a_formula_is_made_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Su-30SM", "a=b", "", "“-”"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


def _csv(rows: list[object], shape: type, detail: str | None = None) -> list[dict[str, str]]:
    out = io.BytesIO()
    write_csv(rows, columns(shape, detail), EXPORT, out)
    return list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8-sig"))))


def test_csv_can_be_read_back() -> None:
    (row,) = _csv([EVENT], KeptEvent)
    assert row["words"] == EVENT.words
    assert row["actors"] == "Japan; Chile"
    assert row["recipients"] == "'@everyone"
    assert json.loads(row["detail"])["quantity"]["value"] == 2
    assert row["export"] == EXPORT.line
    assert row["place"] == ""
    assert _csv([QUOTE], KeptQuote)[0]["direct"] == "true"


def test_a_detail_has_columns_of_its_own() -> None:
    (row,) = _csv([EVENT], KeptEvent, "transfer")
    assert row["transfer_designation"] == "boats"
    assert (row["transfer_quantity"], row["transfer_quantity_relation"], row["transfer_quantity_text"]) == (
        "2",
        "about",
        "some two",
    )
    assert "detail" not in row


def test_json_lines_and_json_say_the_same() -> None:
    lines, whole = io.BytesIO(), io.BytesIO()
    write_jsonl([EVENT, EVENT], columns(KeptEvent), EXPORT, lines)
    write_json([EVENT, EVENT], columns(KeptEvent), EXPORT, whole)
    rows = [json.loads(line) for line in lines.getvalue().splitlines()]
    made = json.loads(whole.getvalue())
    assert made["export"] == {"program": "dragoman 1", "made": "2024-01-01T00:00:00Z", "filter": "events: states=JPN"}
    assert [row | {"export": EXPORT.line} for row in made["rows"]] == rows
    assert rows[0]["contexts"] == ["military"]


def test_nothing_found_is_a_table_without_rows() -> None:
    out = io.BytesIO()
    write_json([], columns(KeptEvent), EXPORT, out)
    assert json.loads(out.getvalue())["rows"] == []
    assert _csv([], KeptEvent) == []


def test_parquet_keeps_lists_numbers_and_what_it_is() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    out = io.BytesIO()
    write_parquet([EVENT], columns(KeptEvent, "transfer"), EXPORT, out)
    table = parquet.read_table(io.BytesIO(out.getvalue()))
    assert table.schema.metadata[b"filter"] == b"events: states=JPN"
    (row,) = table.to_pylist()
    assert (row["actors"], row["transfer_quantity"], row["latitude"]) == (["Japan", "Chile"], 2.0, None)
    assert arrow([], columns(KeptEvent)).num_rows == 0


def test_the_codebook_says_what_every_column_means() -> None:
    table = columns(KeptEvent, "transfer")
    text = "\n".join(codebook([("transfers", table)]))
    assert all(f"| `{column.name}` |" in text for column in table)
    assert all(column.meaning for column in table)


def test_the_fields_of_the_example_are_those_of_a_transfer() -> None:
    assert isinstance(EVENT.detail, Transfer)
    assert isinstance(EVENT.detail.quantity, Number)
    assert Export("a", "b", "c").line == "a; b; c"
