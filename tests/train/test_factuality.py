"""Judgements whether something happened, on a data set of our own making."""

import json
from pathlib import Path

from dragoman.train.factuality import read_judgements


def test_judgements_are_weighed_by_confidence_and_even_ones_left_out(tmp_path: Path) -> None:
    def node(*judgements: tuple[int, int]) -> dict[str, object]:
        values = {f"a{i}": value for i, (value, _) in enumerate(judgements)}
        confidence = {f"a{i}": sure for i, (_, sure) in enumerate(judgements)}
        return {"factuality": {"factual": {"value": values, "confidence": confidence}}}

    data = {
        "ewt-dev-7": {
            "ewt-dev-7-semantics-pred-2": node((1, 4), (0, 1)),
            "ewt-dev-7-semantics-pred-5": node((0, 0)),
            "ewt-dev-7-semantics-pred-9": node((1, 3), (0, 3)),
        }
    }
    (tmp_path / "factuality.json").write_text(json.dumps({"data": data}))
    (tmp_path / "ud_ids.json").write_text(json.dumps({"ewt-dev-7": {"sentence_id": "weblog-7"}}))
    assert read_judgements(tmp_path) == {"weblog-7": {1: "yes", 4: "no"}}
