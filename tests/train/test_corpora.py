"""A folder of corpora as the trainer takes it, and the sentences of our own that come with the package."""

from collections import Counter
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.train.corpora import load, own


def test_a_folder_without_the_corpora_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="ud-english-ewt"):
        load(tmp_path)


def test_every_sentence_of_our_own_is_marked_soundly_and_stands_once() -> None:
    sentences = own()
    assert len(sentences) > 2400
    assert not [forms for forms, times in Counter(s.forms for s in sentences).items() if times > 1]
    for sentence in sentences:
        for tags in (sentence.names, sentence.mentions, sentence.sayings):
            assert tags is not None
            for before, tag in zip(("O", *tags), tags, strict=False):
                assert not tag.startswith("I-") or before[2:] == tag[2:], sentence.forms


def test_the_sentences_of_our_own_hold_what_public_corpora_lack() -> None:
    marks = Counter(tag for s in own() for tag in (*(s.mentions or ()), *(s.sayings or ())) if tag.startswith("B-"))
    least_of = {"WEA": 1100, "DOC": 200, "OCC": 80, "ORG": 2000, "PER": 1500, "SRC": 1300, "CUE": 1400, "TXT": 1500}
    for kind, least in least_of.items():
        assert marks[f"B-{kind}"] >= least, kind
