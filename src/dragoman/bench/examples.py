"""How right the record is on the articles in `examples/`, as a table with a row for each."""

from collections.abc import Sequence
from pathlib import Path

from dragoman.bench.align import FIELDS
from dragoman.bench.expected import load
from dragoman.bench.measure import Measure
from dragoman.bench.score import RIGHT, WRONG, Score, score
from dragoman.run.flow import read_source

_COLUMNS = ("", "head", "text", "events", "fields", "quotes", "findings")


def examples(folder: Path) -> Measure:
    """One row for each example and one for all, then single groups; "7/9 +2": seven right of nine, and two wrong ones."""
    scores = [score(example, read_source(example.source)) for example in load(folder)]
    whole = total(scores)
    rows = [_row(row) for row in (*scores, whole)]
    rows += [(f"– {field}", "", "", "", _figure([whole.right[field]]), "", "") for field in FIELDS]
    rows += [
        ("– repeated", "", "", str(whole.wrong["repeated events"]), "", "", ""),
        ("– scare quotes", "", "", "", "", _figure([whole.right["scare quotes"]]), ""),
    ]
    return Measure(
        "The examples: right/expected +wrong",
        _COLUMNS,
        tuple(rows),
        tuple({"example": s.name} | s.cases for s in scores),
    )


def _row(score: Score) -> tuple[str, ...]:
    right = {group: _figure([score.right[group]]) for group in RIGHT}
    return (
        score.name,
        right["head"],
        right["text"],
        f"{right['events']} +{score.wrong['wrong events']}",
        _figure([score.right[field] for field in FIELDS]),
        f"{right['quotes']} +{score.wrong['wrong quotes']}",
        f"{right['findings']} +{score.wrong['wrong findings']}",
    )


def _figure(shares: Sequence[tuple[int, int]]) -> str:
    return f"{sum(right for right, _ in shares)}/{sum(of for _, of in shares)}"


def total(scores: Sequence[Score]) -> Score:
    """The sums over examples."""
    right = {g: (sum(s.right[g][0] for s in scores), sum(s.right[g][1] for s in scores)) for g in RIGHT}
    return Score("all", right, {group: sum(s.wrong[group] for s in scores) for group in WRONG}, {})
