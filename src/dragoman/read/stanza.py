"""Stanza as a reader, for any language whose models the user has on disk: its trees and names as our records.

Stanza is an extra (`pip install 'dragoman[stanza]'`). Nothing is downloaded here: which models to trust is the user's choice.
"""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Protocol

from dragoman.errors import UsageError
from dragoman.read.protocol import Needed
from dragoman.records.article import Article
from dragoman.records.reading import Name, NameKind, Reading, Sentence, Token

_PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")
_COMPULSORY = ("tokenize", "pos", "depparse")
"""Without the others there is still a tree: not every language splits words, inflects them, or has a recogniser of names."""
_CODES = {"zh": "zh-hans", "no": "nb"}
"""Stanza's own codes where they are not the language's BCP 47 tag."""
_KINDS: dict[str, NameKind] = {
    "PERSON": "person", "PER": "person", "PERS": "person",
    "ORG": "organization", "ORGANIZATION": "organization",
    "GPE": "place", "LOC": "place", "LOCATION": "place", "FAC": "place", "GPE_LOC": "place", "GPE_ORG": "place",
    "NORP": "nationality", "LAW": "document",
}  # fmt: skip
"""Kinds of the corpora that Stanza's recognisers are trained on (OntoNotes, CoNLL and the like); others are left out."""


class _Word(Protocol):
    text: str
    lemma: str | None
    upos: str | None
    feats: str | None
    head: int
    deprel: str | None


class _Written(Protocol):
    """A word as it is written, which may be several syntactic ones: Stanza's `Token`."""

    text: str
    start_char: int
    end_char: int
    words: Sequence[_Word]


class _Spoken(Protocol):
    tokens: Sequence[_Written]


class _Found(Protocol):
    type: str
    start_char: int
    end_char: int


class _Document(Protocol):
    sentences: Sequence[_Spoken]
    ents: Sequence[_Found]


class StanzaReader:
    """Stanza's pipeline for one language."""

    def __init__(self, language: str) -> None:
        """Load the models of a language (a BCP 47 primary tag).

        Raises `UsageError` where Stanza is not installed, `LookupError` where it lacks the language's models.
        """
        try:
            stanza = import_module("stanza")
        except ImportError as error:
            raise UsageError("--reader stanza: Stanza is not installed: pip install 'dragoman[stanza]'") from error
        self._language = language
        self._model = f"stanza {stanza.__version__} {language}"
        self._pipeline = _pipeline(stanza, _CODES.get(language, language))

    @property
    def model(self) -> str:
        """Stanza's version and the language."""
        return self._model

    def read(self, article: Article, needed: Needed | None = None) -> Reading:  # noqa: ARG002  it finds sentences as it reads
        """Sentences with their trees, and the names among them; no sentence runs over a block's end; all are read."""
        sentences: list[Sentence] = []
        names: list[Name] = []
        for block in article.blocks:
            made = self._pipeline(article.text[block.start : block.end])
            sentences += [
                sentence for each in made.sentences if (sentence := _sentence(article.text, each, block.start))
            ]
            names += _names(made, block.start)
        return Reading(self._language, self._model, tuple(sentences), tuple(names))


def _pipeline(stanza: ModuleType, code: str) -> Callable[[str], _Document]:
    folder = Path(import_module("stanza.resources.common").DEFAULT_MODEL_DIR)
    there = [name for name in _PROCESSORS if (folder / code / name).is_dir()]
    missing = [name for name in _COMPULSORY if name not in there]
    if missing:
        raise LookupError(
            f"Stanza has no models of the language {code!r} in {folder} ({', '.join(missing)} missing): "
            f"""python -c 'import stanza; stanza.download("{code}")' fetches them"""
        )
    try:
        pipeline: Callable[[str], _Document] = stanza.Pipeline(
            code, processors=",".join(there), model_dir=str(folder), download_method=None, use_gpu=False, verbose=False
        )
    except Exception as error:
        raise LookupError(
            f"Stanza cannot load its models of the language {code!r} in {folder} ({type(error).__name__}: {error})"
        ) from error
    return pipeline


def _sentence(text: str, made: _Spoken, offset: int) -> Sentence | None:
    places = [place for token in made.tokens for place in _places(token, offset)]
    tokens = tuple(
        Token(
            start=start,
            end=end,
            text=text[start:end],
            lemma=word.lemma or word.text,
            upos=word.upos or "X",
            feats=word.feats or "_",
            head=word.head - 1,
            deprel=word.deprel or "dep",
        )
        for (word, start, end) in places
    )
    return Sentence(tokens[0].start, tokens[-1].end, tokens) if tokens else None


def _places(token: _Written, offset: int) -> Iterator[tuple[_Word, int, int]]:
    """The syntactic words of a written one, each with a place of its own in it.

    Where the words are not letters of the written one ("zum" is "zu dem"), each after the first gets one of its last letters.
    """
    start, end = token.start_char + offset, token.end_char + offset
    cuts = _cuts(token.text, [word.text for word in token.words])
    for word, first, last in zip(token.words, cuts, [*cuts[1:], end - start], strict=True):
        yield word, start + first, start + last


def _cuts(written: str, words: Sequence[str]) -> list[int]:
    """Where each word begins in the written one."""
    cuts, position = [], 0
    for word in words:
        found = written.lower().find(word.lower(), position)
        if found != position:
            break
        cuts.append(position)
        position += len(word)
    if len(cuts) == len(words) and position == len(written):
        return cuts
    spare = min(len(words), len(written))
    # more words than letters share the last one
    return [0, *(min(len(written) - spare + i, len(written) - 1) for i in range(1, len(words)))]


def _names(made: _Document, offset: int) -> Iterator[Name]:
    for name in made.ents:
        if name.type in _KINDS:
            yield Name(name.start_char + offset, name.end_char + offset, _KINDS[name.type])
