"""From the model's scores to one tree and to whole names."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from ufal.chu_liu_edmonds import chu_liu_edmonds

FORBIDDEN = -1e9
"""A score that no path may take."""


def tree(arcs: NDArray[np.float32]) -> list[int]:
    """The best tree with one root over arc scores (words, words + 1): the head of each word, 0 for the root.

    The greedy choice where it is a tree; else maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967), its single
    root chosen by trying each candidate.
    """
    count = len(arcs)
    scores = arcs.astype(np.float64) - _logsum(arcs.astype(np.float64))
    scores[np.arange(count), np.arange(1, count + 1)] = FORBIDDEN
    greedy = scores.argmax(axis=1).tolist()
    if _is_tree(greedy):
        return [int(head) for head in greedy]
    candidates = np.argsort(-scores[:, 0], kind="stable")[: min(3, count)]
    best: tuple[float, list[int]] = (float("-inf"), [])
    for root in candidates:
        matrix = np.full((count + 1, count + 1), np.nan)
        matrix[1:, :] = scores
        matrix[1:, 0] = np.nan
        matrix[np.arange(count + 1), np.arange(count + 1)] = np.nan
        matrix[root + 1, 0] = scores[root, 0]
        heads, total = chu_liu_edmonds(matrix)
        if total > best[0]:
            best = (total, [int(head) for head in heads[1:]])
    return best[1]


def _logsum(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    top = scores.max(axis=1, keepdims=True)
    return np.asarray(top + np.log(np.exp(scores - top).sum(axis=1, keepdims=True)))


def _is_tree(heads: Sequence[int]) -> bool:
    if sum(head == 0 for head in heads) != 1:
        return False
    state = [0] * (len(heads) + 1)
    state[0] = 2
    for start in range(1, len(heads) + 1):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node - 1]
        if state[node] == 1:
            return False
        for visited in path:
            state[visited] = 2
    return True


def spans(scores: NDArray[np.float32], labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """The best BIO path over scores (words, labels) as (first word, end word, kind), in order."""
    path = [labels[index] for index in scores.argmax(axis=1).tolist()]
    if not _is_path(path):
        # Where each word's best label fits to those beside it, as it nearly always does, no path can be better.
        path = [labels[index] for index in _best_path(scores, labels)]
    found: list[tuple[int, int, str]] = []
    for i, label in enumerate(path):
        if label.startswith("B-"):
            found.append((i, i + 1, label[2:]))
        elif label.startswith("I-") and found:
            found[-1] = (found[-1][0], i + 1, found[-1][2])
    return found


def _is_path(path: Sequence[str]) -> bool:
    """Whether every label inside of a span goes on with a span of its kind."""
    return all(
        not label.startswith("I-") or before[2:] == label[2:] for before, label in zip(("", *path), path, strict=False)
    )


def _best_path(scores: NDArray[np.float32], labels: Sequence[str]) -> list[int]:
    """The best path as indices of the labels (Viterbi 1967)."""
    blocked, inner = _steps(tuple(labels))
    path_scores = np.where(inner, FORBIDDEN, scores[0].astype(np.float64))
    back: list[NDArray[np.int64]] = []
    for row in scores[1:]:
        through = path_scores[:, None] + blocked
        back.append(through.argmax(axis=0))
        path_scores = through.max(axis=0) + row
    state = int(path_scores.argmax())
    path = [state]
    for pointers in reversed(back):
        state = int(pointers[state])
        path.append(state)
    return path[::-1]


@cache
def _steps(labels: tuple[str, ...]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """What each step from one label to another costs, and which labels only go on with a span."""
    inner = np.array([label.startswith("I-") for label in labels])
    steps = [
        [FORBIDDEN if after.startswith("I-") and before[2:] != after[2:] else 0.0 for after in labels]
        for before in labels
    ]
    return np.array(steps), inner
