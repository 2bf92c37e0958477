"""From a word to its lemma: by the table of words seen in training that comes with a model, else by the model's edit class."""

from collections.abc import Mapping
from pathlib import Path

from dragoman.read.english.encoding import apply_edit


def key(form: str, upos: str) -> tuple[str, str]:
    """How a word is looked up: names as they are written, other words without their capitals."""
    return (form if upos == "PROPN" else form.lower(), upos)


def read_lemmas(path: Path) -> dict[tuple[str, str], str]:
    """Lemma by form and part of speech; each line of the file is form, part of speech and lemma, tab-separated."""
    table = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        form, upos, lemma = line.split("\t")
        table[form, upos] = lemma
    return table


def lemma_of(word: str, upos: str, edit: str, table: Mapping[tuple[str, str], str]) -> str:
    """The lemma of a word; `edit` is the model's choice for words that the table does not hold."""
    known = table.get(key(word, upos))
    if known is not None:
        return known
    if upos == "NOUN" and word.endswith("men") and len(word) > 5:
        # "henchmen": the one irregular plural that new compounds are made of
        return word[:-2].lower() + "an"
    return apply_edit(word, edit)
