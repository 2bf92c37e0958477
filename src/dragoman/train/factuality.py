"""Whether what a predicate tells happened, from the judgements of the Universal Decompositional Semantics data set."""

import json
from collections import defaultdict
from pathlib import Path


def read_judgements(folder: Path) -> dict[str, dict[int, str]]:
    """By `sent_id` of the treebank and index of the predicate's word: "yes" or "no".

    `folder` holds `factuality.json` (judgements by annotator) and `ud_ids.json` (sentences by their numbers in the data set).
    Judgements of one predicate are weighed by the annotators' confidence (0 to 4); an even weight is left out.
    """
    sentences = json.loads((folder / "ud_ids.json").read_text(encoding="utf-8"))
    data = json.loads((folder / "factuality.json").read_text(encoding="utf-8"))["data"]
    judged: dict[str, dict[int, str]] = defaultdict(dict)
    for graph, nodes in data.items():
        for node, attributes in nodes.items():
            factual = attributes["factuality"]["factual"]
            weight = sum(
                (1 + factual["confidence"][annotator]) * (1 if value else -1)
                for annotator, value in factual["value"].items()
            )
            if weight:
                judged[sentences[graph]["sentence_id"]][int(node.rpartition("-")[2]) - 1] = (
                    "yes" if weight > 0 else "no"
                )
    return dict(judged)
