"""What the measure of the gate counts."""

import gzip
import json
from pathlib import Path

import pytest

from dragoman.bench.gate import gate
from dragoman.errors import UsageError

PAGE = "<html><body><article><h1>Growing tomatoes</h1>{}</article></body></html>"
GARDEN = "<p>Tomatoes want sun and warm soil. Water them in the morning. Pinch out the shoots every week in summer.</p>"


def case(identifier: str, text: str, *, between: bool) -> str:
    return json.dumps({"id": identifier, "text": text, "gold": [{}], "interstate": between})


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    (tmp_path / "html").mkdir()
    (tmp_path / "html/1.html.gz").write_bytes(gzip.compress(PAGE.format(GARDEN * 12).encode()))
    return tmp_path


def test_events_let_through_and_sentences_spared_are_counted(pages: Path) -> None:
    cases = pages / "cases.jsonl"
    signed = case("a", "Norway and Japan signed a defence agreement.", between=True)
    seeds = case("b", "The nursery gave the gardeners new seeds.", between=False)
    cases.write_text(f"{signed}\n{seeds}\n")
    measure = gate(cases, pages)
    figures = {row[0]: row[1] for row in measure.rows}
    assert figures["events read, alone, all"] == "0.5000"
    assert figures["events read, alone, between states"] == "1.0000"
    assert figures["events read, planted in a page, between states"] == "1.0000"
    assert (figures["sentences spared"], figures["pages spared whole"]) == ("1.000", "1.000")
    assert measure.predictions[1] == {"id": "b", "alone": False, "planted": False}


def test_nothing_to_measure_is_said(pages: Path) -> None:
    (pages / "cases.jsonl").write_text("")
    with pytest.raises(UsageError):
        gate(pages / "cases.jsonl", pages)
