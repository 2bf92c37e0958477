"""The table of lemmas that comes with a model: words seen in training keep the lemma that they had there."""

from pathlib import Path


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
