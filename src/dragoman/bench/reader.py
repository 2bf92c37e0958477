"""How well the English reader reads: tags, lemmas, trees and names on the dev parts of the public corpora."""

from collections import Counter
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from dragoman.bench.measure import Measure
from dragoman.read.english.barred import barred
from dragoman.read.english.decode import FORBIDDEN, spans, tree
from dragoman.read.english.model import Model, Tagged
from dragoman.train.corpus import Sample, load


def reader(corpora: Path) -> Measure:
    """Accuracy on gold words, in per cent, on the dev parts in a corpora folder.

    Trees are scored as in the CoNLL 2018 shared task (all words, relations without their subtypes), names and mentions by
    F1 of exact spans. Raises `UsageError` where a corpus is missing.
    """
    model = Model(Path(str(resources.files("dragoman") / "data/models/en-reader")))
    rows: list[tuple[str, ...]] = []
    for name, samples in load(corpora).dev.items():
        tagged = model.tag([sample.forms for sample in samples])
        rows.extend((name, *row) for row in _figures(samples, tagged, model.labels))
    return Measure("The English reader (gold words)", ("part", "measure", "figure", "of"), tuple(rows), ())


def _figures(
    samples: Sequence[Sample], tagged: Sequence[Tagged], labels: dict[str, list[str]]
) -> list[tuple[str, str, str]]:
    right: Counter[str] = Counter()
    words = 0
    for sample, tags in zip(samples, tagged, strict=True):
        if sample.tree is None:
            continue
        heads = tree(barred(sample.forms, tags.upos, tags.arcs, FORBIDDEN))
        for i, word in enumerate(sample.tree):
            words += 1
            right["UPOS"] += word.upos == tags.upos[i]
            right["lemma"] += word.lemma == tags.lemmas[i] or word.lemma == "_"
            right["features"] += word.feats == tags.feats[i]
            relation = labels["deprel"][int(tags.relations[i, heads[i]])]
            right["UAS"] += word.head == heads[i]
            right["LAS"] += word.head == heads[i] and word.deprel.partition(":")[0] == relation.partition(":")[0]
    rows = [(measure, f"{100 * right[measure] / words:.2f}", f"{words} words") for measure in right]
    for kind in ("names", "mentions"):
        gold, found, hits = 0, 0, 0
        for sample, tags in zip(samples, tagged, strict=True):
            marks = getattr(sample, kind)
            if marks is None:
                continue
            expected = set(_gold_spans(marks))
            ours = set(spans(getattr(tags, kind), labels[kind]))
            gold, found, hits = gold + len(expected), found + len(ours), hits + len(expected & ours)
        if gold:
            rows.append((f"{kind} F1", f"{200 * hits / (gold + found):.2f}", f"{gold} {kind}"))
    return rows


def _gold_spans(marks: Sequence[str]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for i, mark in enumerate(marks):
        if mark.startswith("B-") or (mark.startswith("I-") and (i == 0 or marks[i - 1] == "O")):
            found.append((i, i + 1, mark[2:]))
        elif mark.startswith("I-") and found:
            found[-1] = (found[-1][0], i + 1, found[-1][2])
    return found
