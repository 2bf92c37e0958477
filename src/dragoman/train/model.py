"""The English reader as a trainable network: one encoder, one small head for each thing it says."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

from dragoman.read.english.encoding import CASES, LONGEST_PIECES, Encoded, pad
from dragoman.read.english.known import SIGNS, spread

TAGS = ("upos", "feats", "lemma", "names", "mentions", "sayings", "factuality")
"""The heads that give each word one label of a list; arcs and relations have heads of their own."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What the heads choose from, in the order of their outputs."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    lemma: tuple[str, ...]
    deprel: tuple[str, ...]
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    sayings: tuple[str, ...]
    factuality: tuple[str, ...]

    def sizes(self) -> dict[str, int]:
        """The number of labels by head (without the relations, whose head is biaffine)."""
        return {name: len(getattr(self, name)) for name in TAGS}


@dataclass(frozen=True, slots=True)
class States:
    """The words of a batch after the encoder."""

    words: Tensor
    """(batch, words, size)."""
    candidates: Tensor
    """(batch, words + 1, size): what may be a word's head, the root first."""


class Network(nn.Module):
    """Encoder and heads. A word is its first and its last piece; the root of the tree is the opening mark."""

    def __init__(self, encoder: PreTrainedModel, labels: Labels, width: int = 256, relation_width: int = 96) -> None:
        super().__init__()
        size = encoder.config.hidden_size
        self.encoder = encoder
        # A small corpus would move the vectors of the words it holds away from those of the words that it does not
        encoder.get_input_embeddings().requires_grad_(False)
        self.case = nn.Embedding(len(CASES), size)
        nn.init.zeros_(self.case.weight)
        self.known = nn.Parameter(torch.zeros(SIGNS, size))
        self.mix = nn.Parameter(torch.zeros(encoder.config.num_hidden_layers + 1))
        self.drop = nn.Dropout(0.2)
        self.heads = nn.ModuleDict({name: nn.Linear(2 * size, count) for name, count in labels.sizes().items()})
        self.arc_dependent = nn.Sequential(nn.Linear(2 * size, width), nn.GELU(), nn.Dropout(0.2))
        self.arc_head = nn.Sequential(nn.Linear(2 * size, width), nn.GELU(), nn.Dropout(0.2))
        self.arc = nn.Parameter(torch.zeros(width + 1, width))
        self.rel_dependent = nn.Sequential(nn.Linear(2 * size, relation_width), nn.GELU(), nn.Dropout(0.2))
        self.rel_head = nn.Sequential(nn.Linear(2 * size, relation_width), nn.GELU(), nn.Dropout(0.2))
        self.rel = nn.Parameter(torch.zeros(len(labels.deprel), relation_width + 1, relation_width + 1))
        nn.init.xavier_uniform_(self.arc)
        nn.init.xavier_uniform_(self.rel)

    def states(self, pieces: Tensor, mask: Tensor, cases: Tensor, known: Tensor, first: Tensor, last: Tensor) -> States:
        """The words of a batch: sentences of word pieces, and where each word's first and last piece stands."""
        embedded = self.encoder.get_input_embeddings()(pieces) + self.case(cases) + known @ self.known
        layers = self.encoder(inputs_embeds=embedded, attention_mask=mask, output_hidden_states=True).hidden_states
        weights = torch.softmax(self.mix, 0)
        mixed = torch.stack([weights[i] * layer for i, layer in enumerate(layers)]).sum(0)
        index = lambda places: places.unsqueeze(-1).expand(-1, -1, mixed.shape[-1])  # noqa: E731
        words = self.drop(torch.cat([mixed.gather(1, index(first)), mixed.gather(1, index(last))], -1))
        root = torch.cat([mixed[:, :1], mixed[:, :1]], -1)
        return States(words, torch.cat([root, words], 1))

    def tags(self, states: States) -> dict[str, Tensor]:
        """By head, the scores (batch, words, labels)."""
        return {name: head(states.words) for name, head in self.heads.items()}

    def arcs(self, states: States) -> Tensor:
        """The scores of every arc (batch, words, words + 1), candidate 0 being the root."""
        dependent = _with_one(self.arc_dependent(states.words))
        return dependent @ self.arc @ self.arc_head(states.candidates).transpose(1, 2)

    def ends(self, states: States) -> tuple[Tensor, Tensor]:
        """What the relation of an arc is judged by: every word as its lower end, every candidate as its upper one.

        (batch, words, width + 1) and (batch, words + 1, width + 1).
        """
        return _with_one(self.rel_dependent(states.words)), _with_one(self.rel_head(states.candidates))

    def relations(self, states: States, heads: Tensor) -> Tensor:
        """The scores of every relation of each word to one head, given as (batch, words): (batch, words, relations)."""
        dependent, head = self.ends(states)
        chosen = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        pairs = (dependent.unsqueeze(-1) * chosen.unsqueeze(-2)).flatten(2)
        return pairs @ self.rel.flatten(1).T

    def forward(
        self, pieces: Tensor, mask: Tensor, cases: Tensor, known: Tensor, first: Tensor, last: Tensor
    ) -> tuple[dict[str, Tensor], Tensor, Tensor, Tensor]:
        """What the shipped model gives for one batch: `tags`, `arcs` and both `ends`.

        Relations are judged after the tree is chosen, on its arcs alone: all arcs would cost as much as the encoder.
        """
        states = self.states(pieces, mask, cases, known, first, last)
        return self.tags(states), self.arcs(states), *self.ends(states)


def _with_one(rows: Tensor) -> Tensor:
    return torch.cat([rows, torch.ones_like(rows[..., :1])], -1)


Inputs = tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]
"""Of a batch: pieces, mask, cases, known names (…, `SIGNS`), first and last piece of each word."""


def inputs_of(encoded: Sequence[Encoded]) -> Inputs:
    """The network's inputs for encoded sentences, padded to one of few widths, words as wide as pieces.

    The processor's matrix library prepares itself for every new shape, which takes longer than the product itself.
    """
    width = bucket(max(len(e.pieces) for e in encoded))
    rows = (
        [e.pieces for e in encoded],
        [[1] * len(e.pieces) for e in encoded],
        [e.cases for e in encoded],
        [e.known for e in encoded],
        [e.first for e in encoded],
        [e.last for e in encoded],
    )
    pieces, mask, cases, known, first, last = (pad(row, width) for row in rows)
    tensors = [torch.from_numpy(table) for table in (pieces, mask, cases, spread(known), first, last)]
    return tensors[0], tensors[1], tensors[2], tensors[3], tensors[4], tensors[5]


BUCKETS = (12, 18, 24, 30, 36, 44, 54, 72, 100, 160, 250, LONGEST_PIECES + 2)
"""Widths that batches are padded to, in pieces."""


def bucket(pieces: int) -> int:
    """The smallest width that holds a sentence of so many pieces."""
    return next(width for width in BUCKETS if width >= pieces)
