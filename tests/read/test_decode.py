"""Trees and name spans from scores."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from dragoman.read.english.decode import spans, tree


def _rooted(heads: list[int]) -> bool:
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node != 0:
            node, steps = heads[node - 1], steps + 1
            if steps > len(heads):
                return False
    return True


def _scores(seed: int, count: int) -> NDArray[np.float32]:
    return np.random.default_rng(seed).normal(size=(count, count + 1)).astype(np.float32) * 2


@given(st.integers(0, 10_000), st.integers(1, 12))
def test_every_decoding_is_one_tree_with_one_root(seed: int, count: int) -> None:
    assert _rooted(tree(_scores(seed, count)))


@given(st.integers(0, 10_000), st.integers(1, 4))
def test_the_tree_is_the_best_of_all_trees(seed: int, count: int) -> None:
    """Beside trying all: the roots are tried from the three most likely, so up to four words this is exact or nearly."""
    arcs = _scores(seed, count)
    normal = arcs - np.log(np.exp(arcs).sum(axis=1, keepdims=True))

    def total(heads: list[int]) -> float:
        return float(sum(normal[i, head] for i, head in enumerate(heads)))

    roots = set(np.argsort(-normal[:, 0], kind="stable")[:3])
    best = max(
        total(list(heads))
        for heads in itertools.product(range(count + 1), repeat=count)
        if _rooted(list(heads)) and (heads.index(0) in roots)
    )
    assert total(tree(arcs)) >= best - 1e-4


def test_names_never_begin_inside() -> None:
    labels = ["B-LOC", "B-PER", "I-LOC", "I-PER", "O"]
    scores = np.array([[0, 0, 9, 0, 1], [0, 8, 0, 0, 0], [0, 0, 5, 4, 0], [0, 0, 0, 0, 3]], dtype=np.float32)
    assert spans(scores, labels) == [(1, 3, "PER")]


@given(st.lists(st.lists(st.integers(-9, 9), min_size=5, max_size=5), min_size=1, max_size=4))
def test_the_names_are_the_best_of_all_that_can_be(rows: list[list[int]]) -> None:
    labels = ["B-LOC", "B-PER", "I-LOC", "I-PER", "O"]
    # no two paths alike: the best one is one only
    apart = np.random.default_rng(0).random((len(rows), 5)) / 64
    scores = (np.array(rows) + apart).astype(np.float32)

    def sound(path: tuple[str, ...]) -> bool:
        return all(b[0] != "I" or a[2:] == b[2:] for a, b in itertools.pairwise(("O", *path)))

    def total(path: tuple[str, ...]) -> float:
        return sum(float(row[labels.index(label)]) for row, label in zip(scores, path, strict=True))

    best = max(filter(sound, itertools.product(labels, repeat=len(rows))), key=total)
    found = ["O"] * len(rows)
    for first, end, kind in spans(scores, labels):
        found[first:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - first - 1)]
    assert tuple(found) == best
