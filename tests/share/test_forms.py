"""The record in the forms that other programs know."""

import csv
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import BinaryIO
from xml.etree import ElementTree as ET

import pytest

from dragoman.records.kept import KeptEvent
from dragoman.share import annotations, atom, ftm, geojson, polecat, sipri
from dragoman.share.tables import Export
from tests.share.dossiers import TEXT, dossier
from tests.share.kept import EVENT, EXPORT

PLACED = replace(EVENT, id="ev_b", place="Osh", latitude=40.53, longitude=72.8, detail=None)


def _made(write: Callable[[list[KeptEvent], Export, BinaryIO], None], *events: KeptEvent) -> str:
    out = io.BytesIO()
    write(list(events), EXPORT, out)
    return out.getvalue().decode("utf-8-sig")


def test_geojson_has_points_only_where_a_place_is_known() -> None:
    made = json.loads(_made(geojson.write, EVENT, PLACED))
    assert made["export"]["filter"] == EXPORT.asked
    assert [feature["geometry"] for feature in made["features"]] == [
        None,
        {"type": "Point", "coordinates": [72.8, 40.53]},
    ]
    assert made["features"][0]["properties"]["words"] == EVENT.words


def test_followthemoney_names_each_party_once() -> None:
    entities = [json.loads(line) for line in _made(ftm.write, EVENT, PLACED).splitlines()]
    assert len({entity["id"] for entity in entities}) == len(entities)
    by_schema = [entity["schema"] for entity in entities]
    assert (by_schema.count("Article"), by_schema.count("LegalEntity"), by_schema.count("Event")) == (1, 3, 2)
    event = next(entity for entity in entities if entity["id"] == "ev_a")
    ids = {entity["id"] for entity in entities}
    assert set(event["properties"]["involved"] + event["properties"]["proof"]) <= ids
    assert next(e for e in entities if e["properties"].get("name") == ["Japan"])["properties"]["country"] == ["jp"]
    assert all(any(EXPORT.line in note for note in entity["properties"]["notes"]) for entity in entities)


def test_annotations_find_every_piece_of_evidence_by_words_and_by_place() -> None:
    made = dossier()
    out = io.BytesIO()
    annotations.write([annotations.Annotated(made, {"v1": "ev_x"}, {"v1": ["date"]})], EXPORT, out)
    page = json.loads(out.getvalue())
    items = page["items"]
    pieces = [piece.evidence for kind in (made.events, made.quotes, made.findings) for piece in kind]
    assert len(items) == sum(map(len, pieces))
    assert items[0]["id"] == "urn:dragoman:ev_x:1"
    assert [body["value"] for body in items[0]["body"]][1:] == ["ev_x", "corrected: date"]
    assert len(items[-1]["body"]) == 2
    for item in items:
        quote, position = item["target"]["selector"]
        assert TEXT[position["start"] : position["end"]] == quote["exact"]
        assert TEXT[: position["start"]].endswith(quote["prefix"])
        assert TEXT[position["end"] :].startswith(quote["suffix"])


def test_the_polecat_table_is_one_row_a_line() -> None:
    header, row = csv.reader(io.StringIO(_made(polecat.write, EVENT)), delimiter="\t")
    values = dict(zip(header, row, strict=True))
    assert (values["Event Type"], values["Quad Code"], values["Actor Country"]) == (
        "COOPERATE",
        "material cooperation",
        "JPN;CHL",
    )
    assert (values["Event Text"], values["Headline"]) == ("delivered some two boats", "'=Boats")
    assert values["Dragoman Export"] == EXPORT.line


def test_the_register_lists_transfers_only_and_brackets_estimates() -> None:
    (row,) = csv.DictReader(io.StringIO(_made(sipri.write, EVENT, PLACED)))
    assert (row["Supplier"], row["Recipient"], row["Number delivered"], row["Number ordered"]) == (
        "Japan",
        "'@everyone",
        "(2)",
        "",
    )
    assert (row["Year(s) of delivery"], row["Status"], row["Event ID"]) == ("2022", "delivered", "ev_a")
    assert "the coast guard" in row["Comments"]


def test_the_feed_is_xml_that_names_its_filter() -> None:
    odd = replace(EVENT, words="a & b \x00 <c>", title="]]>")
    root = ET.fromstring(_made(atom.write, odd))
    atom_ns = "{http://www.w3.org/2005/Atom}"
    assert root.findtext(f"{atom_ns}subtitle") == EXPORT.asked
    entry = root.find(f"{atom_ns}entry")
    assert entry is not None
    assert entry.findtext(f"{atom_ns}id") == "urn:dragoman:ev_a"
    assert "a & b  <c>" in (entry.findtext(f"{atom_ns}content") or "")
    link = entry.find(f"{atom_ns}link")
    assert link is not None
    assert link.get("href") == EVENT.source


@pytest.mark.parametrize("write", [geojson.write, ftm.write, polecat.write, sipri.write, atom.write])
def test_what_a_person_has_corrected_is_said_in_every_form(
    write: Callable[[Iterable[KeptEvent], Export, BinaryIO], None],
) -> None:
    assert "date_of_a_correction" not in _made(write, EVENT)
    assert "date_of_a_correction" in _made(write, replace(EVENT, corrected=("date_of_a_correction",)))
