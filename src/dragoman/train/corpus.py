"""Treebanks and marked texts as the trainer takes them: sentences of words with what each corpus knows about them.

Read from a folder laid out as `docs/training.md` describes; the corpora themselves are not part of this repository.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.read.english.tokens import sentences, words
from dragoman.resolve.tables import rows


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
    """BIO tags of outermost mentions, in the kinds of `MENTIONS`."""
    sayings: tuple[str, ...] | None = None
    """BIO tags of the outermost saying: SRC its source, CUE the words that carry it, TXT its content."""
    factuality: tuple[str, ...] | None = None
    """For a predicate "yes" (it happened) or "no"; "_" for words of which nothing is said."""


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


def treebank(
    path: Path,
    names: Mapping[str, tuple[str, ...]],
    sayings: Mapping[str, tuple[str, ...]],
    judgements: Mapping[str, Mapping[int, str]],
) -> list[Sample]:
    """The sentences of a CoNLL-U file, with what other corpora say of them joined by `sent_id`."""
    samples = []
    for block in _blocks(path):
        tree, _ = _tree(block)
        identifier, count = block.comments.get("sent_id", ""), len(tree)
        judged = judgements.get(identifier, {})
        samples.append(
            Sample(
                tuple(w.form for w in tree),
                tree,
                names=_fitting(names.get(identifier), count),
                sayings=_fitting(sayings.get(identifier), count),
                factuality=tuple(judged.get(i, "_") for i in range(count)) if judged else None,
            )
        )
    return samples


def _fitting(tags: tuple[str, ...] | None, count: int) -> tuple[str, ...] | None:
    """The tags where they are as many as the words; a corpus made on another edition of the text is not joined."""
    return tags if tags is not None and len(tags) == count else None


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

    As in UNER, a name is the run of proper nouns around the head of the mention, without titles ("President"), with its
    adjectives ("United States") and, for a body, with what "of", "for" and "and" join to it ("University of Tartu").
    """
    samples = []
    for block in _blocks(path):
        tree, rows = _tree(block)
        names = ["O"] * len(tree)
        for start, end, kind in sorted(_gum_mentions(rows), key=lambda m: m[0] - m[1]):
            span = _name(tree, start, end, kind) if kind in _GUM_NAMES else range(0)
            if any(names[i] != "O" for i in span):
                continue
            for n, i in enumerate(span):
                names[i] = ("B-" if n == 0 else "I-") + _GUM_NAMES[kind]
        samples.append(Sample(tuple(w.form for w in tree), tree, tuple(names)))
    return samples


def _name(tree: tuple[Word, ...], start: int, end: int, kind: str) -> range:
    """The words of the name in a mention; none where its head is no proper noun, or a person's office ("Mayor")."""
    inside = range(start, end)
    head = next((i for i in inside if tree[i].head - 1 not in inside), None)
    if head is None or tree[head].upos != "PROPN":
        return range(0)
    if kind == "person" and ("Number=Plur" in tree[head].feats or tree[head].form.lower() in _persons()):
        return range(0)
    first, last = head, head
    while first > start and _of_name(tree, first - 1):
        first -= 1
    while last + 1 < end:
        step = _joined(tree, head, last + 1, end) if kind == "organization" else 0
        if not step and not _of_name(tree, last + 1):
            break
        last += step or 1
    return range(first, last + 1)


def _of_name(tree: tuple[Word, ...], i: int) -> bool:
    word = tree[i]
    proper = word.upos == "PROPN" or (word.upos == "ADJ" and word.form[0].isupper())
    return (
        proper
        and word.deprel in {"compound", "flat", "nmod:desc", "goeswith", "amod"}
        and not (word.deprel == "nmod:desc" and i + 1 < len(tree) and word.head > i)
    )


_JOINTS = frozenset(["of", "for", "and", "&", "the", "on", "'s"])


def _joined(tree: tuple[Word, ...], head: int, i: int, end: int) -> int:
    """How many words from `i` on go on in a body's name: joints ("of the", "and"), then words with capitals; 0 for none."""
    last = i
    while last < end and tree[last].form.lower() in _JOINTS:
        last += 1
    if last == i:
        return 0
    first = last
    while last < end and (_is_capital(tree[last]) or (tree[last].form == "-" and last + 1 < end)):
        last += 1
    # "the Senate and the House" are two
    two = any(tree[k].deprel == "conj" and tree[k].head - 1 == head for k in range(first, last))
    return last - i if last > first and not two else 0


def _is_capital(word: Word) -> bool:
    return word.form[0].isupper() and word.upos in {"PROPN", "ADJ", "NOUN"}


@cache
def _persons() -> frozenset[str]:
    """Nouns for persons ("minister", "mayor"), from the table of agents."""
    return frozenset(row[0] for row in rows("agents") if len(row) > 2 and row[2] == "person")


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
