"""The weights of the signs by which a dump's title is known, from dumps whose titles are known.

    python -m dragoman.train.titles DUMPS.jsonl.gz src/dragoman/data/clean/title_signs.tsv

Each row of the file has the `dump` and its `truth_title`, as those of `dragoman bench dumps`. A softmax over the lines that
could be the title, and "none of them", is fitted with Adam from zero: same rows, same weights.
"""

import gzip
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.clean.body import look
from dragoman.clean.layout import laid_out
from dragoman.clean.title import key
from dragoman.clean.title_signs import SIGNS, candidates
from dragoman.clean.units import units

STEPS, RATE, SHRINK = 200, 0.1, 0.2
"""Steps of Adam, their size, and how strongly weights are drawn to zero (L2, for the whole sample)."""
HEADER = """# What speaks for (above 0) and against a line as the title of a dump with menus about its text; clean/title_signs.py says
# what each sign is. Made by `python -m dragoman.train.titles` from dumps of pages of the Web Content eXtraction Benchmark
# (CC BY 4.0), see docs/training.md. Columns: sign <tab> weight
"""

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lesson:
    """The lines of a dump that could be its title."""

    signs: Array
    """(candidates, signs)."""
    is_title: NDArray[np.bool_]


def lesson(dump: str, title: str) -> Lesson | None:
    """What one dump teaches; `None` where rules find the title, as in a plain text, or where no line could be it."""
    found = units(dump)
    looks = [look(unit) for unit in found]
    stretch = laid_out(dump, found, looks)
    given = [] if stretch.is_plain or stretch.named else list(candidates(dump, found, looks, stretch.span))
    if not given:
        return None
    return Lesson(
        np.array([candidate.signs for candidate in given]),
        np.array([key(candidate.words) == key(title) for candidate in given]),
    )


def fit(lessons: Sequence[Lesson]) -> Array:
    """One weight for each sign."""
    signs = np.concatenate([lesson.signs for lesson in lessons])
    is_title = np.concatenate([lesson.is_title for lesson in lessons])
    owner = np.repeat(np.arange(len(lessons)), [len(lesson.is_title) for lesson in lessons])
    is_there = np.bincount(owner, is_title) > 0
    weights, mean, spread = np.zeros((3, len(SIGNS)))
    for step in range(1, STEPS + 1):
        odds = np.exp(np.clip(signs @ weights, -30, 30))
        likely = odds / (1 + np.bincount(owner, odds))[owner]
        titles = np.bincount(owner, odds * is_title)
        wanted = np.where(is_there[owner], odds * is_title / np.where(is_there, titles, 1)[owner], 0)
        slope = (signs.T @ (likely - wanted) + SHRINK * weights) / len(lessons)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        weights = weights - RATE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return weights


def written(weights: Iterable[float]) -> str:
    """The table as it ships."""
    return HEADER + "".join(f"{sign}\t{weight:.3f}\n" for sign, weight in zip(SIGNS, weights, strict=True))


def main(dumps: Path, out: Path) -> None:
    """Fit the weights on a file of dumps and write them."""
    with gzip.open(dumps, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    lessons = [lesson(str(row["dump"]), str(row["truth_title"])) for row in rows if row["truth_title"]]
    out.write_text(written(fit([it for it in lessons if it is not None])), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
