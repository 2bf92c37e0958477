"""Training one network: seeds are fixed, and a run goes on from its last checkpoint."""

import json
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from time import monotonic

import torch
from torch import Tensor
from torch.nn import functional
from transformers import AutoConfig, AutoModel

from dragoman.read.english.encoding import Encoded, Pieces, lemma_edit
from dragoman.read.english.known import KnownNames
from dragoman.train.corpus import Sample, Word
from dragoman.train.lessons import HARD, SOFT, Lesson, stacked
from dragoman.train.model import TAGS, Inputs, Labels, Network, States, bucket, inputs_of
from dragoman.train.swaps import recased, swapped

IGNORE = -100
"""The label of a word of which the corpus says nothing (torch's own sign for it)."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a run is made of."""

    passes: int
    encoder_rate: float
    head_rate: float = 1.5e-3
    hint_rate: float = 1.5e-3
    """Of what is told beside the pieces: a word's case and the known names."""
    pieces_in_batch: int = 1100
    warm_up: float = 0.08
    """Share of the steps over which the rates rise; they fall to zero over the rest."""
    lower_case: float = 0.04
    """Share of sentences shown without capitals, as headlines and careless pages have them."""
    upper_case: float = 0.01
    other_names: float = 0.3
    """Share of sentences shown with other names in the place of theirs."""
    known_hidden: float = 0.1
    """Share of the words, and again of the sentences, whose known names are kept from the network: an article's names are
    seldom all in the table."""
    lessons: float = 1.0
    """Weight of another network's choices beside the corpora's, where there are any."""
    taught: tuple[str, ...] = (*SOFT, *HARD)
    """Heads whose choices the other network hands on, beside its trees."""
    averaged: float = 0.0
    """Share of the steps, at the end, over which the weights are averaged (Izmailov and others 2018); 0: the last ones count."""
    kept: float = 0.0
    """Share that the weights of the start have in those of the end: what a course had no eye for stays as it was (Wortsman
    and others 2022)."""
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
        sayings=tags(sample.sayings for sample in samples),
        factuality=("no", "yes"),
    )


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences of like length as tensors."""

    inputs: Inputs
    targets: dict[str, Tensor]
    heads: Tensor
    relations: Tensor
    lessons: Lesson | None
    """The larger network's choices, padded, for the sentences of `taught`."""
    taught: Tensor
    """Indices of the sentences that `lessons` speaks of."""


def _edit(word: Word) -> str:
    return "" if word.lemma == "_" else lemma_edit(word.form, word.lemma)


def _row(values: Sequence[str] | None, labels: Sequence[str], count: int) -> list[int]:
    if values is None:
        return [IGNORE] * count
    places = {label: i for i, label in enumerate(labels)}
    return [places.get(value, IGNORE) for value in values]


def _shown(sample: Sample, recipe: Recipe, chance: random.Random) -> Sample:
    return recased(swapped(sample, recipe.other_names, chance), recipe.lower_case, recipe.upper_case, chance)


def _hidden(encoded: Encoded, share: float, chance: random.Random) -> Encoded:
    """The sentence with some of the signs of known names taken away."""
    everything = chance.random() < share
    known = [0] * len(encoded.known)
    for first, last in zip(encoded.first, encoded.last, strict=True):
        if chance.random() >= share and not everything:
            known[first : last + 1] = encoded.known[first : last + 1]
    return replace(encoded, known=known)


def make_batch(
    samples: Sequence[Sample], encoded: Sequence[Encoded], labels: Labels, lessons: Mapping[int, Lesson]
) -> Batch:
    """Tensors of one batch, padded; what a corpus does not annotate carries `IGNORE`. `lessons` by place in the batch."""
    inputs = inputs_of(encoded)
    widest = inputs[0].shape[1]
    targets: dict[str, list[list[int]]] = {name: [] for name in TAGS}
    heads: list[list[int]] = []
    relations: list[list[int]] = []
    for sample in samples:
        tree, count = sample.tree, len(sample.forms)
        rows = {
            "upos": [w.upos for w in tree] if tree else None,
            "feats": [w.feats for w in tree] if tree else None,
            "lemma": [_edit(w) for w in tree] if tree else None,
            "names": sample.names,
            "mentions": sample.mentions,
            "sayings": sample.sayings,
            "factuality": sample.factuality,
        }
        for name, row in rows.items():
            targets[name].append(_row(row, getattr(labels, name), count) + [IGNORE] * (widest - count))
        heads.append(([w.head for w in tree] if tree else [IGNORE] * count) + [IGNORE] * (widest - count))
        relations.append(
            _row([w.deprel for w in tree] if tree else None, labels.deprel, count) + [IGNORE] * (widest - count)
        )
    return Batch(
        inputs,
        {name: torch.tensor(rows) for name, rows in targets.items()},
        torch.tensor(heads),
        torch.tensor(relations),
        stacked([lessons[i] for i in sorted(lessons)], widest, IGNORE) if lessons else None,
        torch.tensor(sorted(lessons), dtype=torch.long),
    )


def _entropy(scores: Tensor, target: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, -2).float(), target.flatten(), ignore_index=IGNORE)


def _loss(network: Network, batch: Batch, recipe: Recipe) -> Tensor:
    states = network.states(*batch.inputs)
    scores, arcs = network.tags(states), network.arcs(states).float()
    total = arcs.new_zeros(())
    for name, target in batch.targets.items():
        if (target != IGNORE).any():
            total = total + _entropy(scores[name], target)
    if (batch.heads != IGNORE).any():
        lengths = (batch.heads != IGNORE).sum(1)
        beyond = torch.arange(arcs.shape[2])[None, :] > lengths[:, None]
        shown = arcs.masked_fill(beyond[:, None, :] & (lengths > 0)[:, None, None], -1e9)
        total = total + _entropy(shown, batch.heads)
        total = total + _entropy(network.relations(states, batch.heads.clamp(min=0)), batch.relations)
    if batch.lessons is not None:
        apart = _lesson_loss(network, batch.lessons, batch.taught, recipe.taught, states, scores, arcs)
        total = total + recipe.lessons * apart
    return total


def _lesson_loss(
    network: Network,
    lesson: Lesson,
    taught: Tensor,
    names: Sequence[str],
    states: States,
    scores: dict[str, Tensor],
    arcs: Tensor,
) -> Tensor:
    """How far the network is from another one's choices: cross-entropy with its whole distributions (Hinton 2015)."""
    here = (lesson.heads != IGNORE).float()
    count = here.sum()
    total = arcs.new_zeros(())
    for name in (name for name in SOFT if name in names):
        apart = -(lesson.soft[name] * scores[name][taught].float().log_softmax(-1)).sum(-1)
        total = total + (apart * here).sum() / count
    for name in (name for name in HARD if name in names):
        total = total + _entropy(scores[name][taught], lesson.hard[name])
    beyond = torch.arange(arcs.shape[2])[None, :] > here.sum(1)[:, None]
    shown = arcs[taught].masked_fill(beyond[:, None, :], -1e9).log_softmax(-1)
    total = total - ((lesson.arcs * shown).sum(-1) * here).sum() / count
    chosen = States(states.words[taught], states.candidates[taught])
    relations = network.relations(chosen, lesson.heads.clamp(min=0)).float().log_softmax(-1)
    return total - ((lesson.relations * relations).sum(-1) * here).sum() / count


def _plan(lengths: Sequence[int], recipe: Recipe, turn: int) -> list[list[int]]:
    """The batches of one pass as indices, of like length in pieces, in an order fixed by seed and pass."""
    chance = random.Random(recipe.seed * 1000 + turn)
    alike: dict[int, list[int]] = {}
    for i, length in enumerate(lengths):
        alike.setdefault(bucket(length), []).append(i)
    batches: list[list[int]] = []
    for width, members in sorted(alike.items()):
        chance.shuffle(members)
        rows = max(1, recipe.pieces_in_batch // width)
        batches.extend(members[start : start + rows] for start in range(0, len(members), rows))
    chance.shuffle(batches)
    return batches


def fit(
    samples: Sequence[Sample],
    labels: Labels,
    encoder: Path,
    known: KnownNames,
    out: Path,
    recipe: Recipe,
    lessons: Sequence[Lesson | None] = (),
    start: Network | None = None,
) -> None:
    """Train a network on `samples` and leave `network.pt`, `labels.json` and `recipe.json` in `out`.

    `encoder` is a folder with an encoder and its `tokenizer.json`; `known` are the names that the network is told of. `lessons`
    says for each sample what another network makes of it. Begins with `start`, which it changes, else with the encoder and new
    heads. Does nothing where `out` holds a finished run, goes on from `checkpoint.pt` where one was cut off.
    """
    if (out / "network.pt").exists():
        return
    torch.manual_seed(recipe.seed)
    out.mkdir(parents=True, exist_ok=True)
    (out / "labels.json").write_text(json.dumps(asdict(labels), ensure_ascii=False, indent=1), encoding="utf-8")
    (out / "recipe.json").write_text(json.dumps(asdict(recipe), indent=1), encoding="utf-8")
    pieces = Pieces(encoder / "tokenizer.json", known)
    # Eager attention: for sentences it is the fastest on a CPU, forwards and backwards
    network = start or Network(
        AutoModel.from_pretrained(str(encoder), add_pooling_layer=False, attn_implementation="eager"), labels
    )
    learned = {name: p for name, p in network.named_parameters() if p.requires_grad}
    began_with = {name: weights.detach().clone() for name, weights in learned.items()} if recipe.kept else {}
    groups: dict[float, list[Tensor]] = {}
    for name, weights in learned.items():
        groups.setdefault(_rate(name, recipe), []).append(weights)
    optimizer = torch.optim.AdamW(
        [{"params": group, "lr": rate} for rate, group in groups.items()], weight_decay=0.01, fused=True
    )
    lengths = [len(pieces.encode(sample.forms).pieces) for sample in samples]
    plans = [batch for turn in range(recipe.passes) for batch in _plan(lengths, recipe, turn)]
    rise = max(1, int(recipe.warm_up * len(plans)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / rise, max(0.0, (len(plans) - step) / (len(plans) - rise)))
    )
    done, mean_from = 0, len(plans) - round(recipe.averaged * len(plans))
    means: dict[str, Tensor] = {}
    checkpoint = out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=False)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        done, means = state["done"], state["means"]
    network.train()
    began, mean = monotonic(), 0.0
    for step in range(done, len(plans)):
        chance = random.Random(recipe.seed * 7919 + step)
        torch.manual_seed(recipe.seed + step)
        chosen = [_shown(samples[i], recipe, chance) for i in plans[step]]
        # What the larger network said holds for the words that it saw
        spoken = {n: lessons[i] for n, i in enumerate(plans[step]) if lessons and chosen[n] is samples[i]}
        batch = make_batch(
            chosen,
            [_hidden(pieces.encode(sample.forms), recipe.known_hidden, chance) for sample in chosen],
            labels,
            {n: lesson for n, lesson in spoken.items() if lesson is not None},
        )
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = _loss(network, batch, recipe)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if step >= mean_from:
            _take_in(means, learned, step - mean_from)
        mean = loss.item() if step == done else 0.98 * mean + 0.02 * loss.item()
        if step % 50 == 0:
            left = (len(plans) - step) * (monotonic() - began) / (step - done + 1)
            print(f"{out.name}: step {step} of {len(plans)}, loss {mean:.3f}, {left / 60:.0f} min left", flush=True)
        if (step + 1) % recipe.checkpoint_every == 0:
            saved = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "means": means}
            partial = checkpoint.with_suffix(".partial")
            torch.save({**saved, "schedule": schedule.state_dict(), "done": step + 1}, partial)
            partial.replace(checkpoint)
    partial = out / "network.partial"
    ended_with = {**network.state_dict(), **means}
    for name, weights in began_with.items():
        if name not in _HINTS:  # they may have begun at nothing
            ended_with[name] = ended_with[name].lerp(weights, recipe.kept)
    torch.save(ended_with, partial)
    partial.replace(out / "network.pt")
    checkpoint.unlink(missing_ok=True)


_HINTS = {"case.weight", "known"}


def _rate(name: str, recipe: Recipe) -> float:
    if name.startswith("encoder."):
        return recipe.encoder_rate
    return recipe.hint_rate if name in _HINTS else recipe.head_rate


def _take_in(means: dict[str, Tensor], weights: Mapping[str, Tensor], count: int) -> None:
    """Take the weights into their mean over `count` steps before."""
    for name, value in weights.items():
        if count:
            means[name].lerp_(value.detach(), 1 / (count + 1))
        else:
            means[name] = value.detach().clone()


def load_network(run: Path, encoder: Path) -> tuple[Network, Labels]:
    """The network of a finished run of `fit`, for use; raises `FileNotFoundError` where it is not finished."""
    stored = json.loads((run / "labels.json").read_text(encoding="utf-8"))
    labels = Labels(**{name: tuple(values) for name, values in stored.items()})
    config = AutoConfig.from_pretrained(str(encoder))
    network = Network(AutoModel.from_config(config, add_pooling_layer=False, attn_implementation="eager"), labels)
    network.load_state_dict(torch.load(run / "network.pt", weights_only=True))
    return network.eval(), labels
