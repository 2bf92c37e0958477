"""How well the English reader reads: tags, lemmas, trees and names on the dev parts of the public corpora."""

from collections import Counter
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from dragoman.bench.measure import Measure
from dragoman.bench.peers import figures, peers
from dragoman.read.english.barred import barred
from dragoman.read.english.decode import FORBIDDEN, spans, tree
from dragoman.read.english.model import Model, Tagged
from dragoman.train.corpora import load
from dragoman.train.corpus import Sample


def reader(corpora: Path) -> Measure:
    """Accuracy on gold words, in per cent, on the dev parts in a corpora folder.

    Trees are scored as in the CoNLL 2018 shared task (all words, relations without their subtypes), names and mentions by
    F1 of exact spans. Beside it the peers that are installed. Raises `UsageError` where a corpus is missing.
    """
    model = Model(Path(str(resources.files("dragoman") / "data/models/en-reader")))
    rows: list[tuple[str, ...]] = []
    for name, samples in load(corpora).dev.items():
        tagged = model.tag([sample.forms for sample in samples])
        rows.extend(("dragoman", name, *row) for row in _figures(samples, tagged, model))
        for peer in peers():
            rows.extend((peer.name, name, *row) for row in figures(peer, samples))
    return Measure("The English reader (gold words)", ("system", "part", "measure", "figure", "of"), tuple(rows), ())


def _figures(samples: Sequence[Sample], tagged: Sequence[Tagged], model: Model) -> list[tuple[str, str, str]]:
    right: Counter[str] = Counter()
    words, labels = 0, model.labels
    for sample, tags in zip(samples, tagged, strict=True):
        if sample.tree is None:
            continue
        heads = tree(barred(sample.forms, tags.upos, tags.arcs, FORBIDDEN))
        relations = model.relations(tags, heads)
        for i, word in enumerate(sample.tree):
            words += 1
            right["UPOS"] += word.upos == tags.upos[i]
            right["lemma"] += word.lemma == tags.lemmas[i] or word.lemma == "_"
            right["features"] += word.feats == tags.feats[i]
            relation = relations[i]
            right["UAS"] += word.head == heads[i]
            right["LAS"] += word.head == heads[i] and word.deprel.partition(":")[0] == relation.partition(":")[0]
    rows = [(measure, f"{100 * right[measure] / words:.2f}", f"{words} words") for measure in right]
    for kind in ("names", "mentions", "sayings"):
        gold: Counter[str] = Counter()
        found: Counter[str] = Counter()
        hits: Counter[str] = Counter()
        for sample, tags in zip(samples, tagged, strict=True):
            marks = getattr(sample, kind)
            if marks is None:
                continue
            expected = set(_gold_spans(marks))
            ours = set(spans(getattr(tags, kind), labels[kind]))
            for count, chosen in ((gold, expected), (found, ours), (hits, expected & ours)):
                count.update(label for _, _, label in chosen)
        if gold:
            rows.append((f"{kind} F1", _f1(gold.total(), found.total(), hits.total()), f"{gold.total()} {kind}"))
            rows.extend(
                (f"{kind}: {label}", _f1(gold[label], found[label], hits[label]), f"{gold[label]}")
                for label in sorted(gold)
            )
    judged = [
        (mark == "yes", bool(tags.factuality[i].argmax() == labels["factuality"].index("yes")))
        for sample, tags in zip(samples, tagged, strict=True)
        for i, mark in enumerate(sample.factuality or ())
        if mark != "_"
    ]
    if judged:
        happened = sum(mark for mark, _ in judged)
        same = sum(mark == ours for mark, ours in judged)
        rows.append(("factuality", f"{100 * same / len(judged):.2f}", f"{len(judged)} predicates, {happened} happened"))
    return rows


def _f1(gold: int, found: int, hits: int) -> str:
    return f"{200 * hits / (gold + found):.2f}"


def _gold_spans(marks: Sequence[str]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for i, mark in enumerate(marks):
        if mark.startswith("B-") or (mark.startswith("I-") and (i == 0 or marks[i - 1] == "O")):
            found.append((i, i + 1, mark[2:]))
        elif mark.startswith("I-") and found:
            found[-1] = (found[-1][0], i + 1, found[-1][2])
    return found
