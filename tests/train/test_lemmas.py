"""The table of lemmas that ships beside the model."""

from pathlib import Path

from dragoman.read.english.lemmas import read_lemmas
from dragoman.train.corpus import Sample, Word
from dragoman.train.lemmas import write_lemmas


def test_words_that_mostly_have_one_lemma_are_kept(tmp_path: Path) -> None:
    seen = [("Talks", "talk", "NOUN"), ("talks", "talk", "NOUN"), ("Osh", "Osh", "PROPN"), (".", ".", "PUNCT")]
    unsure = [("left", "leave", "VERB"), ("left", "left", "VERB")]
    words = tuple(Word(form, lemma, upos, "_", 0, "root") for form, lemma, upos in (*seen, *unsure))
    write_lemmas([Sample(tuple(w.form for w in words), words)], tmp_path / "lemmas.tsv")
    assert read_lemmas(tmp_path / "lemmas.tsv") == {("Osh", "PROPN"): "Osh", ("talks", "NOUN"): "talk"}
