"""The measure of cleaning: bags of words, and a table with the peers."""

import gzip
import json
from pathlib import Path

import pytest

from dragoman.bench.clean import dumps, lost_paragraphs, pages, word_f1

BODY = "The frigate arrived in the northern port on Thursday for the first call in seven years, the fleet said."


@pytest.mark.parametrize(
    ("given", "wanted", "f1"),
    [
        ("a b", "a b", 1.0),
        ("A, b!", "b a", 1.0),
        ("a", "b", 0.0),
        ("", "", 1.0),
        ("", "a", 0.0),
        ("a a b b", "a b", 2 / 3),
    ],
)
def test_words_are_compared_as_bags(given: str, wanted: str, f1: float) -> None:
    assert word_f1(given, wanted)[0] == pytest.approx(f1)


@pytest.mark.parametrize(
    ("given", "lost"),
    [
        (BODY, 1),
        (f"{BODY}\n\nThe ship left on Friday for the south.", 0),
        (f"{BODY}\n\nThe ship left on Friday.", 0),
        ("", 2),
    ],
)
def test_a_paragraph_is_lost_if_less_than_half_of_it_is_there(given: str, lost: int) -> None:
    assert lost_paragraphs(given, f"{BODY}\n\nThe ship left on Friday for the south.\n\nShort line") == (lost, 2)


def test_dumps_are_scored_beside_keeping_everything(tmp_path: Path) -> None:
    dump = f"Home\nNews\nLog in\n\nFrigate calls at the port\nBy Ann Lee\n3 March 2020\n\n{BODY}\n\n© 2020 Courier\n"
    row = {
        "id": "one", "url": "https://courier.example/1", "dumper": "plain", "dump": dump, "truth_text": BODY,
        "truth_title": "Frigate calls at the port", "truth_author": "Ann Lee", "truth_date": "2020-03-03",
    }  # fmt: skip
    path = tmp_path / "dumps.jsonl.gz"
    path.write_bytes(gzip.compress((json.dumps(row) + "\n").encode()))
    measure = dumps(path)
    table = {(row[0], row[1]): row[2:] for row in measure.rows}
    found = ("1.0000", "1.0000", "1.0000", "1.000", "1.000", "1.000", "–", "0.000", "0", "–", "1")
    assert table["dragoman", "all"] == found
    assert float(table["everything kept", "all"][0]) < 1
    assert measure.predictions[0]["day"] == "2020-03-03"


def test_pages_are_scored_beside_trafilatura(tmp_path: Path) -> None:
    page = f"<html><body><article><h1>Frigate calls</h1><p>{BODY}</p><p>{BODY.replace('frigate', 'ship')}</p></article></body></html>"
    truth = {
        "main_content": f"{BODY}\n\n{BODY.replace('frigate', 'ship')}",
        "title": "Frigate calls",
        "author": None,
        "publish_date": None,
    }
    (tmp_path / "html").mkdir()
    (tmp_path / "ground-truth").mkdir()
    (tmp_path / "html" / "1.html.gz").write_bytes(gzip.compress(page.encode()))
    (tmp_path / "ground-truth" / "1.json").write_text(json.dumps({"ground_truth": truth}))
    systems = {(row[0], row[1]): row for row in pages(tmp_path).rows}
    assert systems["dragoman", "pages"][2] == "1.0000"
    assert ("trafilatura", "pages") in systems
    assert sum(system == "dragoman" and part.startswith("half ") for system, part in systems) == 1
