"""Stanza behind our protocol: its documents as our records, and what is said where it or its models are missing."""

import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dragoman.errors import UsageError
from dragoman.read.readers import reader_for
from dragoman.read.stanza import StanzaReader
from dragoman.records.article import Article, Block


@dataclass
class Word:
    text: str
    lemma: str | None
    upos: str
    head: int
    deprel: str
    feats: str | None = None


@dataclass
class Written:
    text: str
    start_char: int
    end_char: int
    words: list[Word]


@dataclass
class Span:
    type: str
    start_char: int
    end_char: int


@dataclass
class Spoken:
    tokens: list[Written]


@dataclass
class Document:
    sentences: list[Spoken]
    ents: list[Span] = field(default_factory=list)


TEXT = "Vorwort\n\nOslo liefert zum Herbst Schiffe."


def document(text: str) -> Document:
    """What Stanza's pipeline gives, with the fields of its `Document`, `Sentence`, `Token`, `Word` and `Span`."""
    if text == "Vorwort":
        return Document([Spoken([Written("Vorwort", 0, 7, [Word("Vorwort", "Vorwort", "NOUN", 0, "root")])])])
    words = [
        Written("Oslo", 0, 4, [Word("Oslo", "Oslo", "PROPN", 2, "nsubj", "Case=Nom")]),
        Written("liefert", 5, 12, [Word("liefert", "liefern", "VERB", 0, "root")]),
        Written("zum", 13, 16, [Word("zu", "zu", "ADP", 5, "case"), Word("dem", "der", "DET", 5, "det")]),
        Written("Herbst", 17, 23, [Word("Herbst", None, "NOUN", 2, "obl")]),
        Written("Schiffe", 24, 31, [Word("Schiffe", "Schiff", "NOUN", 2, "obj")]),
        Written(".", 31, 32, [Word(".", ".", "PUNCT", 2, "punct")]),
    ]
    return Document([Spoken(words)], [Span("LOC", 0, 4), Span("DATE", 17, 23)])


@pytest.fixture
def stanza(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """A package of Stanza's shape, with German models on disk."""
    package, resources, common = (
        ModuleType("stanza"),
        ModuleType("stanza.resources"),
        ModuleType("stanza.resources.common"),
    )
    asked: list[dict[str, Any]] = []

    def pipeline(language: str, **options: Any) -> Any:
        asked.append({"language": language, **options})
        return document

    package.__version__ = "9.9"  # type: ignore[attr-defined]
    package.Pipeline = pipeline  # type: ignore[attr-defined]
    package.asked = asked  # type: ignore[attr-defined]
    common.DEFAULT_MODEL_DIR = str(tmp_path)  # type: ignore[attr-defined]
    for name in ("tokenize", "pos", "lemma", "depparse"):
        (tmp_path / "de" / name).mkdir(parents=True)
    (tmp_path / "it" / "tokenize").mkdir(parents=True)
    for module in (package, resources, common):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    return package


def article() -> Article:
    blocks = (Block("title", 0, 7, 0, 7), Block("paragraph", 9, len(TEXT), 9, len(TEXT)))
    return Article("0" * 64, "test", None, "de", None, (), None, None, (), None, TEXT, blocks, ())


def test_its_trees_and_names_become_ours_with_places_in_the_article(stanza: ModuleType) -> None:
    reading = StanzaReader("de").read(article())
    assert reading.model == "stanza 9.9 de"
    assert [TEXT[s.start : s.end] for s in reading.sentences] == ["Vorwort", "Oslo liefert zum Herbst Schiffe."]
    tokens = reading.sentences[1].tokens
    assert all(TEXT[t.start : t.end] == t.text for t in tokens)
    assert [(t.text, t.lemma, t.head, t.deprel) for t in tokens] == [
        ("Oslo", "Oslo", 1, "nsubj"),
        ("liefert", "liefern", -1, "root"),
        ("zu", "zu", 4, "case"),
        ("m", "der", 4, "det"),
        ("Herbst", "Herbst", 1, "obl"),
        ("Schiffe", "Schiff", 1, "obj"),
        (".", ".", 1, "punct"),
    ]
    assert tokens[0].has("Case=Nom")
    assert [(TEXT[n.start : n.end], n.kind) for n in reading.names] == [("Oslo", "place")]


def test_it_loads_what_is_on_disk_and_downloads_nothing(stanza: ModuleType) -> None:
    StanzaReader("de")
    (asked,) = stanza.asked
    assert asked["processors"] == "tokenize,pos,lemma,depparse"
    assert asked["download_method"] is None


@pytest.mark.parametrize(("language", "missing"), [("ka", "tokenize, pos, depparse"), ("it", "pos, depparse")])
def test_models_that_are_missing_are_named(stanza: ModuleType, language: str, missing: str) -> None:
    with pytest.raises(LookupError, match=rf"{language}.*{missing} missing.*stanza\.download"):
        StanzaReader(language)


def test_without_stanza_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "stanza", None)
    with pytest.raises(UsageError, match=r"dragoman\[stanza\]"):
        reader_for("ka-GE", "stanza")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (None, "neither"),
        ((), "model.onnx, relations.onnx, lemmas.tsv, known.tsv, labels.json, tokenizer.json is missing"),
        (("model.onnx", "relations.onnx", "lemmas.tsv", "known.tsv", "labels.json"), ": tokenizer.json is missing"),
        (
            ("model.onnx", "relations.onnx", "lemmas.tsv", "known.tsv", "labels.json", "tokenizer.json"),
            "no model of this version's recipe",
        ),
    ],
)
def test_a_folder_that_holds_no_model_is_refused_with_the_reason(
    tmp_path: Path, files: tuple[str, ...] | None, said: str
) -> None:
    folder = tmp_path / "mine"
    if files is not None:
        folder.mkdir()
        for name in files:
            (folder / name).write_text("{}")
    with pytest.raises(UsageError, match=said):
        reader_for("en", str(folder))
