"""The English reader as a trainable network: one encoder (MiniLM), one small head for each thing it says."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import BertModel

from dragoman.read.english.encoding import CASES


@dataclass(frozen=True, slots=True)
class Labels:
    """What the heads choose from, in the order of their outputs."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    lemma: tuple[str, ...]
    deprel: tuple[str, ...]
    names: tuple[str, ...]
    mentions: tuple[str, ...]

    def sizes(self) -> dict[str, int]:
        """The number of labels by head (without the relations, whose head is biaffine)."""
        return {name: len(getattr(self, name)) for name in ("upos", "feats", "lemma", "names", "mentions")}


class Network(nn.Module):
    """Encoder and heads. A word is its first and its last piece; the root of the tree is the opening mark."""

    def __init__(self, encoder: BertModel, labels: Labels, width: int = 256, relation_width: int = 96) -> None:
        super().__init__()
        size = encoder.config.hidden_size
        self.encoder = encoder
        self.case = nn.Embedding(len(CASES), size)
        nn.init.zeros_(self.case.weight)
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

    def forward(
        self, pieces: Tensor, mask: Tensor, cases: Tensor, first: Tensor, last: Tensor
    ) -> tuple[dict[str, Tensor], Tensor, Tensor]:
        """The scores of one batch.

        By head (batch, words, labels); arcs (batch, words, words + 1), candidate 0 being the root; relations of every arc
        (batch, words, words + 1, relations).
        """
        embedded = self.encoder.embeddings.word_embeddings(pieces) + self.case(cases)
        states = self.encoder(inputs_embeds=embedded, attention_mask=mask, output_hidden_states=True).hidden_states
        weights = torch.softmax(self.mix, 0)
        mixed = sum(weights[i] * states[i] for i in range(len(states)))
        assert isinstance(mixed, Tensor)
        index = lambda places: places.unsqueeze(-1).expand(-1, -1, mixed.shape[-1])  # noqa: E731
        words = torch.cat([mixed.gather(1, index(first)), mixed.gather(1, index(last))], -1)
        root = torch.cat([mixed[:, :1], mixed[:, :1]], -1)
        words = self.drop(words)
        scores = {name: head(words) for name, head in self.heads.items()}
        candidates = torch.cat([root, words], 1)
        dependent = self.arc_dependent(words)
        dependent = torch.cat([dependent, torch.ones_like(dependent[..., :1])], -1)
        arcs = dependent @ self.arc @ self.arc_head(candidates).transpose(1, 2)
        rel_dependent = self.rel_dependent(words)
        rel_dependent = torch.cat([rel_dependent, torch.ones_like(rel_dependent[..., :1])], -1)
        rel_head = self.rel_head(candidates)
        rel_head = torch.cat([rel_head, torch.ones_like(rel_head[..., :1])], -1)
        relations = torch.einsum("bwi,rij,bhj->bwhr", rel_dependent, self.rel, rel_head)
        return scores, arcs, relations
