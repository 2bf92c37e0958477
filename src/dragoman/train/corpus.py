"""Annotated corpora as the trainer takes them: sentences of words with what each corpus knows about them.

Read from a folder laid out as `docs/training.md` describes; the corpora themselves are not part of this repository.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.read.english.tokens import sentences, words


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a treebank."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    """1-based; 0 for the root."""
    deprel: str


@dataclass(frozen=True, slots=True)
class Sample:
    """One sentence to train or to measure on; a corpus leaves out (`None`) what it does not annotate."""

    forms: tuple[str, ...]
    tree: tuple[Word, ...] | None = None
    names: tuple[str, ...] | None = None
    """BIO tags of proper names: PER, ORG, LOC."""
    mentions: tuple[str, ...] | None = None
    """BIO tags of re3d's outermost mentions."""


@dataclass(frozen=True, slots=True)
class _Block:
    comments: dict[str, str]
    rows: list[list[str]]


def _blocks(path: Path) -> Iterator[_Block]:
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            if rows:
                yield _Block(comments, rows)
            comments, rows = {}, []
        elif line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        else:
            rows.append(line.split("\t"))
    if rows:
        yield _Block(comments, rows)


def _tree(block: _Block) -> tuple[tuple[Word, ...], list[list[str]]]:
    rows = [row for row in block.rows if row[0].isdigit()]
    return tuple(Word(r[1], r[2], r[3], r[5], int(r[6]), r[7]) for r in rows), rows


def treebank(path: Path, names: dict[str, tuple[str, ...]] | None = None) -> list[Sample]:
    """The sentences of a CoNLL-U file; `names` joins name tags by `sent_id`."""
    samples = []
    for block in _blocks(path):
        tree, _ = _tree(block)
        tags = (names or {}).get(block.comments.get("sent_id", ""))
        if tags is not None and len(tags) != len(tree):
            tags = None
        samples.append(Sample(tuple(w.form for w in tree), tree, tags))
    return samples


def name_tags(path: Path) -> dict[str, tuple[str, ...]]:
    """The tags of a UNER file by `sent_id`: PER, ORG and LOC in BIO; others become O."""
    tags = {}
    for block in _blocks(path):
        kept = [row[2] if row[2][2:] in {"PER", "ORG", "LOC"} else "O" for row in block.rows if row[0].isdigit()]
        tags[block.comments.get("sent_id", "")] = tuple(kept)
    return tags


_GUM_NAMES = {"person": "PER", "place": "LOC", "organization": "ORG"}


def gum(path: Path) -> list[Sample]:
    """The sentences of a GUM document, its typed mentions with a proper noun as head turned into names.

    As in UNER, a name is the run of proper nouns around the head of the mention, without titles ("President").
    """
    samples = []
    for block in _blocks(path):
        tree, rows = _tree(block)
        names = ["O"] * len(tree)
        for start, end, kind in sorted(_gum_mentions(rows), key=lambda m: m[0] - m[1]):
            if kind not in _GUM_NAMES:
                continue
            inside = range(start, end)
            heads = [i for i in inside if tree[i].head - 1 not in inside]
            if (
                not heads
                or tree[heads[0]].upos != "PROPN"
                or ("Number=Plur" in tree[heads[0]].feats and kind == "person")
            ):
                continue
            span = [heads[0]]
            while span[0] - 1 >= start and _of_name(tree, span[0] - 1):
                span.insert(0, span[0] - 1)
            while span[-1] + 1 < end and _of_name(tree, span[-1] + 1):
                span.append(span[-1] + 1)
            if any(names[i] != "O" for i in span):
                continue
            for n, i in enumerate(span):
                names[i] = ("B-" if n == 0 else "I-") + _GUM_NAMES[kind]
        samples.append(Sample(tuple(w.form for w in tree), tree, tuple(names)))
    return samples


def _of_name(tree: tuple[Word, ...], i: int) -> bool:
    return (
        tree[i].upos == "PROPN"
        and tree[i].deprel in {"compound", "flat", "nmod:desc", "goeswith"}
        and not (tree[i].deprel == "nmod:desc" and i + 1 < len(tree) and tree[i].head > i)
    )


def _gum_mentions(rows: list[list[str]]) -> Iterator[tuple[int, int, str]]:
    open_mentions: list[tuple[str, int, str]] = []
    for i, row in enumerate(rows):
        entity = next((f[7:] for f in row[9].split("|") if f.startswith("Entity=")), "")
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", entity):
            if part.startswith("("):
                fields = part.strip("()").split("-")
                open_mentions.append((fields[0], i, fields[1] if len(fields) > 1 else ""))
            if part.endswith(")"):
                name = part.strip("()").split("-")[0]
                for n in range(len(open_mentions) - 1, -1, -1):
                    if open_mentions[n][0] == name:
                        _, start, kind = open_mentions.pop(n)
                        yield start, i + 1, kind
                        break


_MENTIONS = {
    "Organisation": "ORG",
    "Person": "PER",
    "Location": "LOC",
    "Nationality": "NAT",
    "Weapon": "WEA",
    "MilitaryPlatform": "WEA",
    "Vehicle": "WEA",
    "DocumentReference": "DOC",
    "Temporal": "TIM",
    "Quantity": "QTY",
    "Money": "QTY",
}


def re3d(folder: Path) -> list[Sample]:
    """The sentences of one re3d source with their outermost mentions."""
    documents = [json.loads(line) for line in (folder / "documents.json").read_text(encoding="utf-8").splitlines()]
    marks: dict[str, list[tuple[int, int, str]]] = {}
    for line in (folder / "entities.json").read_text(encoding="utf-8").splitlines():
        mark = json.loads(line)
        if mark["type"] in _MENTIONS and mark["confidence"] > 0:
            marks.setdefault(mark["documentId"], []).append((mark["begin"], mark["end"], _MENTIONS[mark["type"]]))
    samples = []
    for document in documents:
        text = document["text"]
        for start, end in sentences(text):
            spans = words(text, start, end)
            tags = ["O"] * len(spans)
            for first, last, kind in sorted(marks.get(document["_id"], []), key=lambda m: m[0] - m[1]):
                inside = [i for i, (s, e) in enumerate(spans) if s >= first and e <= last]
                if inside and all(tags[i] == "O" for i in inside):
                    for n, i in enumerate(inside):
                        tags[i] = ("B-" if n == 0 else "I-") + kind
            samples.append(Sample(tuple(text[s:e] for s, e in spans), mentions=tuple(tags)))
    return samples


@dataclass(frozen=True, slots=True)
class Corpora:
    """What there is to train and to measure on."""

    train: tuple[Sample, ...]
    dev: dict[str, tuple[Sample, ...]]


def load(folder: Path) -> Corpora:
    """Everything in a corpora folder that the reader is trained on.

    Raises `UsageError` naming the first folder that is missing.
    """
    for name in ("ud-english-ewt", "gum", "uner-english-ewt", "re3d"):
        if not (folder / name).is_dir():
            raise UsageError(f"{folder}: no folder '{name}' in it; docs/training.md says where each corpus comes from")
    ewt, uner = folder / "ud-english-ewt", folder / "uner-english-ewt"
    train = treebank(ewt / "en_ewt-ud-train.conllu", name_tags(next(uner.glob("*train*.iob2"))))
    for path in sorted((folder / "gum/train/dep").glob("*.conllu")):
        train.extend(gum(path))
    dev = {
        "EWT dev": tuple(treebank(ewt / "en_ewt-ud-dev.conllu", name_tags(uner / "en_ewt-ud-dev.iob2"))),
        "GUM news dev": tuple(s for p in sorted((folder / "gum/dev/dep").glob("*_news_*")) for s in gum(p)),
    }
    mentions = []
    for source in sorted(p for p in (folder / "re3d").iterdir() if p.is_dir()):
        mentions.extend(re3d(source))
    held_back = len(mentions) // 10
    dev["re3d (last tenth)"] = tuple(mentions[-held_back:])
    return Corpora(tuple(train + mentions[:-held_back]), dev)
