"""Training: `dragoman train --corpora DIR --out DIR`. Seeds are fixed; a run goes on from its last checkpoint."""

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic

import torch
from torch import Tensor
from torch.nn import functional
from transformers import BertModel

from dragoman.read.english.encoding import Encoded, Pieces, lemma_edit, pad
from dragoman.train.corpus import Sample, Word, load
from dragoman.train.model import Labels, Network
from dragoman.train.swaps import recased, swapped

IGNORE = -100
"""The label of a word of which the corpus says nothing (torch's own sign for it)."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a run is made of."""

    passes: int = 7
    pieces_in_batch: int = 1100
    encoder_rate: float = 2e-4
    head_rate: float = 1.5e-3
    warm_up: float = 0.08
    """Share of the steps over which the rates rise; they fall to zero over the rest."""
    lower_case: float = 0.04
    """Share of sentences shown without capitals, as headlines and careless pages have them."""
    upper_case: float = 0.01
    other_names: float = 0.3
    """Share of sentences shown with other names in the place of theirs."""
    seed: int = 20260101
    checkpoint_every: int = 200


def label_sets(samples: Sequence[Sample]) -> Labels:
    """Every label that the corpora hold; morphology and lemma edits from three occurrences on."""
    trees = [word for sample in samples for word in sample.tree or ()]
    feats = Counter(word.feats for word in trees)
    edits = Counter(lemma_edit(word.form, word.lemma) for word in trees if word.lemma != "_")
    often = lambda counts: tuple(sorted(label for label, n in counts.items() if n >= 3))  # noqa: E731
    tags = lambda rows: tuple(sorted({tag for row in rows for tag in row or ()}))  # noqa: E731
    return Labels(
        upos=tuple(sorted({word.upos for word in trees})),
        feats=often(feats),
        lemma=often(edits),
        deprel=tuple(sorted({word.deprel for word in trees})),
        names=tags(sample.names for sample in samples),
        mentions=tags(sample.mentions for sample in samples),
    )


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences of like length as tensors."""

    inputs: tuple[Tensor, Tensor, Tensor, Tensor, Tensor]
    targets: dict[str, Tensor]
    heads: Tensor
    relations: Tensor


def _edit(word: Word) -> str:
    return "" if word.lemma == "_" else lemma_edit(word.form, word.lemma)


def _row(values: Sequence[str] | None, labels: Sequence[str], count: int) -> list[int]:
    if values is None:
        return [IGNORE] * count
    places = {label: i for i, label in enumerate(labels)}
    return [places.get(value, IGNORE) for value in values]


def _shown(sample: Sample, recipe: Recipe, chance: random.Random) -> Sample:
    return recased(swapped(sample, recipe.other_names, chance), recipe.lower_case, recipe.upper_case, chance)


def make_batch(samples: Sequence[Sample], encoded: Sequence[Encoded], labels: Labels) -> Batch:
    """Tensors of one batch, padded; what a corpus does not annotate carries `IGNORE`."""
    widest = max(len(sample.forms) for sample in samples)
    targets: dict[str, list[list[int]]] = {name: [] for name in labels.sizes()}
    heads: list[list[int]] = []
    relations: list[list[int]] = []
    for sample in samples:
        tree, count = sample.tree, len(sample.forms)
        rows = {
            "upos": _row([w.upos for w in tree] if tree else None, labels.upos, count),
            "feats": _row([w.feats for w in tree] if tree else None, labels.feats, count),
            "lemma": _row([_edit(w) for w in tree] if tree else None, labels.lemma, count),
            "names": _row(sample.names, labels.names, count),
            "mentions": _row(sample.mentions, labels.mentions, count),
        }
        for name, row in rows.items():
            targets[name].append(row + [IGNORE] * (widest - count))
        heads.append(([w.head for w in tree] if tree else [IGNORE] * count) + [IGNORE] * (widest - count))
        relations.append(
            _row([w.deprel for w in tree] if tree else None, labels.deprel, count) + [IGNORE] * (widest - count)
        )
    pieces = torch.from_numpy(pad([e.pieces for e in encoded]))
    return Batch(
        (
            pieces,
            torch.from_numpy(pad([[1] * len(e.pieces) for e in encoded])),
            torch.from_numpy(pad([e.cases for e in encoded])),
            torch.from_numpy(pad([e.first for e in encoded])),
            torch.from_numpy(pad([e.last for e in encoded])),
        ),
        {name: torch.tensor(rows) for name, rows in targets.items()},
        torch.tensor(heads),
        torch.tensor(relations),
    )


def _loss(network: Network, batch: Batch) -> Tensor:
    scores, arcs, relations = network(*batch.inputs)
    total = arcs.new_zeros(())
    for name, target in batch.targets.items():
        if (target != IGNORE).any():
            total = total + functional.cross_entropy(
                scores[name].flatten(0, 1).float(), target.flatten(), ignore_index=IGNORE
            )
    if (batch.heads != IGNORE).any():
        lengths = (batch.heads != IGNORE).sum(1)
        beyond = torch.arange(arcs.shape[2])[None, :] > lengths[:, None]
        arcs = arcs.float().masked_fill(beyond[:, None, :] & (lengths > 0)[:, None, None], -1e9)
        total = total + functional.cross_entropy(arcs.flatten(0, 1), batch.heads.flatten(), ignore_index=IGNORE)
        gold = batch.heads.clamp(min=0)[..., None, None].expand(-1, -1, 1, relations.shape[-1])
        chosen = relations.gather(2, gold).squeeze(2)
        total = total + functional.cross_entropy(
            chosen.flatten(0, 1).float(), batch.relations.flatten(), ignore_index=IGNORE
        )
    return total


def _plan(samples: Sequence[Sample], recipe: Recipe, turn: int) -> Iterator[list[int]]:
    """The batches of one pass as indices, of like length, in an order fixed by seed and pass."""
    chance = random.Random(recipe.seed * 1000 + turn)
    order = sorted(range(len(samples)), key=lambda i: (len(samples[i].forms) + chance.random() * 6, i))
    batches: list[list[int]] = [[]]
    for i in order:
        if batches[-1] and (len(batches[-1]) + 1) * (len(samples[i].forms) + 4) * 1.25 > recipe.pieces_in_batch:
            batches.append([])
        batches[-1].append(i)
    chance.shuffle(batches)
    yield from batches


def fit(corpora: Path, encoder: Path, out: Path, recipe: Recipe) -> None:
    """Train a reader and leave `network.pt`, `labels.json` and `recipe.json` in `out`.

    Goes on from `checkpoint.pt` in `out` where a run was cut off. On a CPU in a couple of hours, on a GPU in minutes.
    """
    torch.manual_seed(recipe.seed)
    out.mkdir(parents=True, exist_ok=True)
    samples = [s for s in load(corpora).train if len(s.forms) <= 140]
    labels = label_sets(samples)
    (out / "labels.json").write_text(json.dumps(asdict(labels), ensure_ascii=False, indent=1))
    (out / "recipe.json").write_text(json.dumps(asdict(recipe), indent=1))
    pieces = Pieces(encoder / "tokenizer.json")
    network = Network(BertModel.from_pretrained(str(encoder), add_pooling_layer=False), labels)
    slow = [p for n, p in network.named_parameters() if n.startswith("encoder.")]
    fast = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": slow, "lr": recipe.encoder_rate}, {"params": fast, "lr": recipe.head_rate}], weight_decay=0.01
    )
    plans = [batch for turn in range(recipe.passes) for batch in _plan(samples, recipe, turn)]
    rise = max(1, int(recipe.warm_up * len(plans)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / rise, max(0.0, (len(plans) - step) / (len(plans) - rise)))
    )
    done = 0
    checkpoint = out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=False)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        done = state["done"]
    network.train()
    began, mean = monotonic(), 0.0
    for step in range(done, len(plans)):
        chance = random.Random(recipe.seed * 7919 + step)
        torch.manual_seed(recipe.seed + step)
        chosen = [_shown(samples[i], recipe, chance) for i in plans[step]]
        encoded = [pieces.encode(sample.forms) for sample in chosen]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = _loss(network, make_batch(chosen, encoded, labels))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        mean = loss.item() if step == done else 0.98 * mean + 0.02 * loss.item()
        if step % 50 == 0:
            rate = (step - done + 1) / (monotonic() - began)
            print(
                f"step {step}/{len(plans)} loss {mean:.3f} {(len(plans) - step) / rate / 60:.0f} min left", flush=True
            )
        if (step + 1) % recipe.checkpoint_every == 0 or step + 1 == len(plans):
            saved = {"network": network.state_dict(), "optimizer": optimizer.state_dict()}
            partial = checkpoint.with_suffix(".partial")
            torch.save({**saved, "schedule": schedule.state_dict(), "done": step + 1}, partial)
            partial.replace(checkpoint)
    torch.save(network.state_dict(), out / "network.pt")
