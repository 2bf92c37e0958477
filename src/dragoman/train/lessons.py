"""What a larger network makes of each sentence, for a smaller one to learn from (distillation, Hinton and others 2015)."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from dragoman.read.english.encoding import Pieces
from dragoman.train.corpus import Sample
from dragoman.train.model import Network, bucket, inputs_of

SOFT = ("upos", "names", "mentions", "sayings", "factuality")
"""Heads whose whole distribution is handed on; of the many classes of features and lemmas only the best is."""
HARD = ("feats", "lemma")


@dataclass(frozen=True, slots=True)
class Lesson:
    """The larger network's choices for one sentence, or padded for several."""

    soft: dict[str, Tensor]
    """By head, probabilities (words, labels)."""
    hard: dict[str, Tensor]
    """By head, the best label (words)."""
    arcs: Tensor
    """Probabilities of each candidate head (words, words + 1)."""
    heads: Tensor
    """The best candidate head (words)."""
    relations: Tensor
    """Probabilities of the relations to the best candidate head (words, relations)."""


def teach(network: Network, pieces: Pieces, samples: Sequence[Sample], pieces_in_batch: int = 2200) -> list[Lesson]:
    """The network's choices for each sentence, in order; half-precision floats and short integers to save memory."""
    encoded = [pieces.encode(sample.forms) for sample in samples]
    order = sorted(range(len(samples)), key=lambda i: (len(encoded[i].pieces), i))
    lessons: dict[int, Lesson] = {}
    start = 0
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        while start < len(order):
            end = start + 1
            while end < len(order) and (end - start + 1) * bucket(len(encoded[order[end]].pieces)) <= pieces_in_batch:
                end += 1
            batch = order[start:end]
            states = network.states(*inputs_of([encoded[i] for i in batch]))
            tags, arcs = network.tags(states), network.arcs(states).float()
            for row, i in enumerate(batch):
                count = len(samples[i].forms)
                arcs[row, :, count + 1 :] = -1e9
                arcs[row, range(count), range(1, count + 1)] = -1e9
            heads = arcs.argmax(-1)
            relations = network.relations(states, heads).float().softmax(-1)
            soft = {name: tags[name].float().softmax(-1).half() for name in SOFT}
            hard = {name: tags[name].argmax(-1).short() for name in HARD}
            shares = arcs.softmax(-1).half()
            for row, i in enumerate(batch):
                count = len(samples[i].forms)
                lessons[i] = Lesson(
                    {name: scores[row, :count].clone() for name, scores in soft.items()},
                    {name: best[row, :count].clone() for name, best in hard.items()},
                    shares[row, :count, : count + 1].clone(),
                    heads[row, :count].short(),
                    relations[row, :count].half(),
                )
            start = end
    return [lessons[i] for i in range(len(samples))]


def stacked(lessons: Sequence[Lesson], widest: int, ignore: int) -> Lesson:
    """Lessons of several sentences as one, padded to `widest` words; labels of the padding are `ignore`."""

    def rows(tensors: Sequence[Tensor]) -> Tensor:
        table = torch.zeros((len(tensors), widest, *tensors[0].shape[1:]))
        for i, tensor in enumerate(tensors):
            table[i, : len(tensor)] = tensor
        return table

    def best(tensors: Sequence[Tensor]) -> Tensor:
        table = torch.full((len(tensors), widest), ignore, dtype=torch.long)
        for i, tensor in enumerate(tensors):
            table[i, : len(tensor)] = tensor
        return table

    arcs = torch.zeros((len(lessons), widest, widest + 1))
    for i, lesson in enumerate(lessons):
        arcs[i, : lesson.arcs.shape[0], : lesson.arcs.shape[1]] = lesson.arcs
    return Lesson(
        {name: rows([lesson.soft[name] for lesson in lessons]) for name in SOFT},
        {name: best([lesson.hard[name] for lesson in lessons]) for name in HARD},
        arcs,
        best([lesson.heads for lesson in lessons]),
        rows([lesson.relations for lesson in lessons]),
    )
