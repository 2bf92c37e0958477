"""Which lines of a dump with menus about its text are the article's: boosted trees over the signs of a line.

The trees come from `dragoman.train.lines`. They were taught by English pages, by signs that know no language.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from dragoman.clean.body import Look
from dragoman.clean.line_signs import SIGNS, line_signs
from dragoman.clean.units import Unit

DOUBT = 0.6
"""Logarithm of the odds (.65 to .35) within which the rules are followed."""


@dataclass(frozen=True, slots=True)
class Trees:
    """All nodes of all trees in one row; a leaf leads to itself."""

    roots: NDArray[np.intp]
    sign: NDArray[np.intp]
    bound: NDArray[np.float64]
    """A line goes left where its sign is not above it."""
    children: NDArray[np.intp]
    """Of each node the left and the right child, one after the other."""
    value: NDArray[np.float64]
    """What a leaf adds to the logarithm of the odds; 0 elsewhere."""
    depth: int


def the_article_s(
    asked: Sequence[int],
    found: Sequence[Unit],
    looks: Sequence[Look],
    kept: Sequence[bool],
    span: tuple[int, int],
    title: int | None,
) -> list[int]:
    """Those of the lines asked of that are the article's; what the rules say stands until more than mere likelihood is against it."""
    if not asked:
        return []
    odds = log_odds(_trees(), line_signs(found, looks, kept, span, title)[list(asked)])
    return [i for i, it in zip(asked, odds, strict=True) if it > (-DOUBT if kept[i] else DOUBT)]


def log_odds(trees: Trees, table: NDArray[np.float64]) -> NDArray[np.float64]:
    """The logarithm of each line's odds, for an array (lines, signs)."""
    at = np.broadcast_to(trees.roots, (len(table), len(trees.roots)))
    signs, lines = table.ravel(), np.arange(len(table))[:, None] * table.shape[1]
    for _ in range(trees.depth):
        is_above = signs.take(lines + trees.sign.take(at)) > trees.bound.take(at)
        at = trees.children.take(2 * at + is_above)
    return np.asarray(trees.value.take(at).sum(axis=1))


def parsed(table: str) -> Trees:
    """The trees of a table: one node a line, a tree's root first, children after their parents."""
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    roots, depths = [], [0] * len(rows)
    sign, bound, children, value = [], [], [], []
    for i, (kind, name, cut, low, high) in enumerate(rows):
        if kind == "root":
            roots.append(i)
        is_leaf = not name
        sign.append(0 if is_leaf else SIGNS.index(name))
        bound.append(0.0 if is_leaf else float(cut))
        children += [i, i] if is_leaf else [i + int(low), i + int(high)]
        value.append(float(cut) if is_leaf else 0.0)
        for child in children[-2:]:
            depths[child] = max(depths[child], depths[i] + (child != i))
    return Trees(np.array(roots), np.array(sign), np.array(bound), np.array(children), np.array(value), max(depths))


@cache
def _trees() -> Trees:
    return parsed((resources.files("dragoman") / "data/clean/line_trees.tsv").read_text("utf-8"))
