"""The trees by which an article's lines are told from the rest of a dump, from dumps whose article is known.

    python -m dragoman.train.lines DUMPS.jsonl.gz src/dragoman/data/clean/line_trees.tsv    # needs lightgbm

Each row of the file has the `dump` and its `truth_text`, as those of `dragoman bench dumps`. One seed, one thread: same rows,
same trees.
"""

import gzip
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.clean.body import look
from dragoman.clean.layout import by_rules
from dragoman.clean.line_signs import SIGNS, line_signs
from dragoman.clean.units import Unit, units

ROUNDS = 80
SETTINGS = {
    "objective": "binary", "num_leaves": 15, "learning_rate": 0.1, "min_data_in_leaf": 100, "feature_fraction": 0.7,
    "seed": 1, "num_threads": 1, "deterministic": True, "verbose": -1,
}  # fmt: skip
GRAM, LEAST_SHARED, NEAR = 4, 0.5, 4
"""Words in a row by which a long line is found in the article; the share of such rows that must be there; lines between a short
line of the article and its next one at the most."""
LONGEST_WEIGHED = 60
"""Words of a line beyond which it weighs no more: what is measured is words, but no paragraph should outweigh all others."""
HEADER = """# Boosted trees that tell the lines of an article from the rest of a text dump; clean/line_signs.py says what each sign is, and
# clean/lines.py how they are read. Made by `python -m dragoman.train.lines` from dumps of pages of the Web Content eXtraction
# Benchmark (CC BY 4.0), see docs/training.md. Columns: "root" of a tree or nothing <tab> sign (none: a leaf) <tab> bound, or a
# leaf's value <tab> rows down to the node for lines not above the bound <tab> the same for those above it
"""
WORD = re.compile(r"\w+")


def main(dumps: Path, out: Path) -> None:
    """Grow the trees on a file of dumps and write them."""
    import lightgbm  # a tool of training alone

    with gzip.open(dumps, "rt", encoding="utf-8") as file:
        given = [it for line in file if (it := lesson(**_asked(json.loads(line)))) is not None]
    weights = np.concatenate([weights_of(table) for table, _ in given])
    tables, belong = (np.concatenate(column) for column in zip(*given, strict=True))
    data = lightgbm.Dataset(tables, belong, weight=weights)
    model = lightgbm.train(SETTINGS, data, ROUNDS)
    out.write_text(written([tree["tree_structure"] for tree in model.dump_model()["tree_info"]]), encoding="utf-8")


def _asked(row: dict[str, str]) -> dict[str, str]:
    return {"dump": row["dump"], "article": row["truth_text"]}


def lesson(dump: str, article: str) -> tuple[NDArray[np.float64], NDArray[np.bool_]] | None:
    """The signs of a dump's lines, and whether each is the article's; `None` for a plain text, which rules read."""
    found = units(dump)
    looks = [look(unit) for unit in found]
    plan = by_rules(dump, found, looks)
    if plan.is_plain or not found:
        return None
    title = plan.title.index if plan.title else None
    table = line_signs(found, looks, plan.kept, (plan.start, plan.end), title)
    return table, np.array(belongs(found, article))


def weights_of(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """What each line of a dump weighs: its share of the words, every dump alike."""
    words = np.minimum(table[:, SIGNS.index("words")], LONGEST_WEIGHED)
    return np.asarray(words / max(words.sum(), 1) * 1000 + 0.05)


def belongs(found: Sequence[Unit], article: str) -> list[bool]:
    """For each line whether the article has it: a long one by its words in a row, a short one whole and near another."""
    words = WORD.findall(article.lower())
    grams = set(zip(*(words[i:] for i in range(GRAM)), strict=False))
    whole = f" {' '.join(words)} "
    lines = [WORD.findall(unit.text.lower()) for unit in found]
    there = []
    for line in lines:
        own = list(zip(*(line[i:] for i in range(GRAM)), strict=False))
        there.append(len(line) >= 2 * GRAM and sum(gram in grams for gram in own) >= LEAST_SHARED * len(own))
    for order in (range(len(found)), range(len(found) - 1, -1, -1)):
        last: int | None = None
        for i in order:
            is_short = 0 < len(lines[i]) < 2 * GRAM and last is not None and abs(i - last) <= NEAR
            if is_short and f" {' '.join(lines[i])} " in whole:
                there[i] = True
            last = i if there[i] else last
    return there


def written(trees: Sequence[dict[str, object]]) -> str:
    """The table as it ships."""
    return HEADER + "".join("\t".join(row) + "\n" for tree in trees for row in _rows(tree, "root"))


def _rows(node: dict[str, object], kind: str) -> Iterator[tuple[str, str, str, str, str]]:
    if "leaf_value" in node:
        yield kind, "", f"{node['leaf_value']:.4f}", "", ""
        return
    left, right = (list(_rows(dict(node[side]), "")) for side in ("left_child", "right_child"))  # type: ignore[call-overload]
    yield kind, SIGNS[int(str(node["split_feature"]))], f"{node['threshold']:.6g}", "1", str(len(left) + 1)
    yield from left
    yield from right


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
