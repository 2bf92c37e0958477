"""The examples as a whole: their records are sound, every dossier keeps the contract, and the score does not fall."""

import html
import json
import re
import runpy
import sys
from pathlib import Path

import jsonschema
import pytest

from dragoman.bench.examples import total
from dragoman.bench.expected import Example, load
from dragoman.bench.score import score
from dragoman.records.dossier import Dossier
from dragoman.run.flow import read_source
from dragoman.share.json import schema, to_json

FOLDER = Path(__file__).parents[2] / "examples"
EXAMPLES = load(FOLDER)
HOW = "`dragoman bench examples --examples examples --predictions OUT.jsonl` shows what is missing and wrong"

each = pytest.mark.parametrize("example", EXAMPLES, ids=[example.name for example in EXAMPLES])


@pytest.fixture(scope="module")
def dossiers() -> dict[str, Dossier]:
    return {example.name: read_source(example.source) for example in EXAMPLES}


@each
def test_the_expected_words_stand_in_the_article(example: Example) -> None:
    """An expectation that no reading could meet would lower every score."""
    expected = example.expected
    source = _as_read(example)
    words = [
        *expected.in_text,
        *expected.captions,
        *expected.not_quotes,
        *(words for event in expected.events for words in event.words),
        *(words for quote in expected.quotes for words in (quote.starts, quote.ends)),
    ]
    assert [missing for missing in words if missing not in source] == []
    assert [quote for quote in expected.quotes if quote.ends not in source[source.index(quote.starts) :]] == []


@each
def test_what_is_to_be_dropped_stands_in_the_source(example: Example) -> None:
    """Otherwise its absence from the text would show nothing."""
    source = _as_read(example)
    assert [words for words in example.expected.not_in_text if words not in source] == []


@each
def test_every_dossier_keeps_the_schema(example: Example, dossiers: dict[str, Dossier]) -> None:
    """What is printed is what the published JSON Schema promises."""
    jsonschema.validate(json.loads(to_json(dossiers[example.name])), schema())


@each
def test_all_evidence_is_the_exact_words(example: Example, dossiers: dict[str, Dossier]) -> None:
    """From any field a reader gets to the words it came from."""
    record = json.loads(to_json(dossiers[example.name]))
    text = record["article"]["text"]
    grounded = [*record["events"], *record["quotes"], *record["findings"]]
    spans = [span for item in grounded for span in item["evidence"]]
    spans += [mention for entity in record["entities"] for mention in entity["mentions"]]
    assert [span for span in spans if text[span["start"] : span["end"]] != span["text"]] == []
    assert [event["id"] for event in record["events"] if not event["evidence"]] == []


def test_the_score_does_not_fall(dossiers: dict[str, Dossier]) -> None:
    """Over all examples no group has fewer right, or more wrong, than `score.json` holds."""
    floor = json.loads((FOLDER / "score.json").read_text(encoding="utf-8"))
    now = total([score(example, dossiers[example.name]) for example in EXAMPLES])
    right = {group: found for group, (found, _) in now.right.items()}
    assert sorted(floor["right"]) == sorted(right)
    assert sorted(floor["wrong"]) == sorted(now.wrong)
    fallen = [
        f"{group}: {right[group]}, was {least}" for group, least in floor["right"].items() if right[group] < least
    ]
    fallen += [
        f"{group}: {now.wrong[group]}, was {most}" for group, most in floor["wrong"].items() if now.wrong[group] > most
    ]
    figures = json.dumps({"right": right, "wrong": now.wrong}, indent=2)
    assert not fallen, f"worse than examples/score.json ({HOW}): {'; '.join(fallen)}\nFigures now:\n{figures}"


def test_the_flow_prints_the_record(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The script that shows the use from Python runs as it stands."""
    monkeypatch.setattr(sys, "argv", ["flow.py", str(FOLDER / "border.txt")])
    runpy.run_path(str(FOLDER / "flow.py"))
    assert "ASSAULT" in capsys.readouterr().out


def _as_read(example: Example) -> str:
    """The source's words with the markup of a page taken away."""
    text = example.source.data.decode()
    return html.unescape(re.sub(r"<[^>]*>", "", text)) if example.source.name.endswith(".html") else text
