"""The words that attribute, found by their forms."""

from dataclasses import dataclass
from functools import cache

from dragoman.attribute.inflection import noun_forms, rows, verb_forms
from dragoman.records.reading import Sentence

_VERBAL = ("VERB", "AUX", "NOUN", "PROPN", "ADJ", "INTJ")
"""What the reader may take a verb of speech for, at the odd places where newspapers put it."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue of the table and where it stands in a sentence."""

    lemma: str
    kind: str
    first: int
    """Index of its first word."""
    last: int
    """Index of its last word (the same, for one word)."""


def verb_cue(sentence: Sentence, index: int) -> Cue | None:
    """The verb of speech or thought that begins at a word, with its particle ("pointed out")."""
    token = sentence.tokens[index]
    found = _verbs().get(token.text.lower())
    if not found or token.upos not in _VERBAL:
        return None
    for lemma, kind in found:
        rest = lemma.split()[1:]
        words = [t.text.lower() for t in sentence.tokens[index + 1 : index + 1 + len(rest)]]
        if words == rest:
            return Cue(lemma, kind, index, index + len(rest))
    return None


def noun_cue(sentence: Sentence, index: int) -> Cue | None:
    """The noun of speech or thought at a word: "claim"."""
    token = sentence.tokens[index]
    if token.upos not in ("NOUN", "PROPN"):
        return None
    for kind in ("noun", "report"):
        lemma = _nouns(kind).get(token.text.lower())
        if lemma:
            return Cue(lemma, kind, index, index)
    return None


def is_witness(word: str) -> bool:
    """Whether a noun names something that can show or reveal: a report, a survey."""
    return word.lower() in _nouns("witness")


def is_distance(word: str) -> bool:
    """Whether an adverb keeps the outlet's distance: "allegedly"."""
    return word.lower() in _words("adverb")


def phrase_cue(sentence: Sentence, index: int) -> Cue | None:
    """The preposition before a source that begins at a word: "according to"."""
    for phrase in _phrases().get(sentence.tokens[index].text.lower(), ()):
        words = phrase.split()
        if [t.text.lower() for t in sentence.tokens[index : index + len(words)]] == words:
            return Cue(phrase, "phrase", index, index + len(words) - 1)
    return None


@cache
def _verbs() -> dict[str, tuple[tuple[str, str], ...]]:
    index: dict[str, list[tuple[str, str]]] = {}
    for lemma, kind in rows("cues.tsv"):
        if kind in ("noun", "report", "witness", "adverb", "phrase"):
            continue
        for form in verb_forms(lemma):
            index.setdefault(form.split()[0], []).append((lemma, kind))
    # The longest first: "point out" before "point".
    return {form: tuple(sorted(set(found), key=lambda row: (-row[0].count(" "), row))) for form, found in index.items()}


@cache
def _nouns(kind: str) -> dict[str, str]:
    return {form: row[0] for row in rows("cues.tsv") if row[1] == kind for form in noun_forms(row[0])}


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row[0] for row in rows("cues.tsv") if row[1] == kind)


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    for phrase, kind in rows("cues.tsv"):
        if kind == "phrase":
            index.setdefault(phrase.split()[0], []).append(phrase)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in index.items()}
