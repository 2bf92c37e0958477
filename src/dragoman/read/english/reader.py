"""The English reader: an article's blocks into sentences, trees and names."""

import hashlib
import re
from importlib import resources
from pathlib import Path
from typing import Literal

from dragoman.read.english.barred import barred
from dragoman.read.english.decode import FORBIDDEN, spans, tree
from dragoman.read.english.model import Model, Tagged
from dragoman.read.english.tokens import sentences, words
from dragoman.read.protocol import Needed
from dragoman.records.article import Article, Block, Stretch
from dragoman.records.reading import Name, NameKind, Reading, SayingPart, Sentence, Token

_JOINED = re.compile(r"[-‑][a-z]{2,8}\b(?![-‑])")
_NAMES: dict[str, NameKind] = {"PER": "person", "ORG": "organization", "LOC": "place"}
_MENTIONS: dict[str, NameKind] = {"WEA": "weapon", "DOC": "document", "NAT": "nationality"}

_PARTS: dict[str, Literal["source", "cue", "content"]] = {"SRC": "source", "CUE": "cue", "TXT": "content"}
_SHIPPED = "en-reader 2.1"


class EnglishReader:
    """Our own small model, shipped in the package."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder`: a model made by `dragoman train`; by default the one in the package. Loads it."""
        self._model = Model(folder or Path(str(resources.files("dragoman") / "data/models/en-reader")))
        self._name = _SHIPPED if folder is None else _fingerprint(folder)

    @property
    def model(self) -> str:
        """Name and version of the model; of one that is not the package's, its folder's name and the hash of its weights."""
        return self._name

    def probe(self) -> None:
        """Read two words: fails where the model is of another recipe than this code."""
        article = Article(
            "", "", None, "en", None, (), None, None, (), None, "Hello there", (Block("lead", 0, 11, 0, 11),), ()
        )
        self.read(article)

    def read(self, article: Article, needed: Needed | None = None) -> Reading:
        """Sentences with their trees, and the names among them; no sentence runs over a block's end."""
        stretches = [
            Stretch(start, end)
            for block in article.blocks
            for start, end in sentences(article.text, block.start, block.end)
        ]
        wanted = needed(article, stretches) if needed else (True,) * len(stretches)
        unread = tuple(stretch for stretch, want in zip(stretches, wanted, strict=True) if not want)
        places = [
            (stretch.start, stretch.end, words(article.text, stretch.start, stretch.end))
            for stretch, want in zip(stretches, wanted, strict=True)
            if want
        ]
        tagged = self._model.tag([[article.text[s:e] for s, e in inside] for _, _, inside in places])
        read = [_sentence(article.text, *place, tags, self._model) for place, tags in zip(places, tagged, strict=True)]
        names: list[Name] = []
        said: list[SayingPart] = []
        for (_, _, inside), tags in zip(places, tagged, strict=True):
            names.extend(_named(article.text, inside, tags, self._model.labels))
            said.extend(
                SayingPart(inside[first][0], inside[last - 1][1], _PARTS[kind])
                for first, last, kind in spans(tags.sayings, self._model.labels["sayings"])
            )
        return Reading("en", self.model, tuple(read), tuple(names), unread, tuple(said))


def _sentence(text: str, start: int, end: int, inside: list[tuple[int, int]], tags: Tagged, model: Model) -> Sentence:
    heads = tree(barred([text[first:last] for first, last in inside], tags.upos, tags.arcs, FORBIDDEN))
    relations = model.relations(tags, heads)
    tokens = tuple(
        Token(
            start=first,
            end=last,
            text=text[first:last],
            lemma=tags.lemmas[i],
            upos=tags.upos[i],
            feats=tags.feats[i],
            head=heads[i] - 1,
            deprel="root" if heads[i] == 0 else _relation(relations[i]),
        )
        for i, (first, last) in enumerate(inside)
    )
    return Sentence(start, end, tokens)


def _fingerprint(folder: Path) -> str:
    with (folder / "model.onnx").open("rb") as weights:
        return f"{folder.resolve().name} sha256:{hashlib.file_digest(weights, 'sha256').hexdigest()[:12]}"


def _relation(label: str) -> str:
    return "dep" if label == "root" else label


def _named(text: str, inside: list[tuple[int, int]], tags: Tagged, labels: dict[str, list[str]]) -> list[Name]:
    found = [
        Name(
            inside[first][0], _whole(text, inside[last - 1][1]) if kind == "PER" else inside[last - 1][1], _NAMES[kind]
        )
        for first, last, kind in spans(tags.names, labels["names"])
    ]
    found.extend(
        Name(inside[first][0], inside[last - 1][1], _MENTIONS[kind])
        for first, last, kind in spans(tags.mentions, labels["mentions"])
        if kind in _MENTIONS
    )
    return sorted(found, key=lambda name: (name.start, name.end))


def _whole(text: str, end: int) -> int:
    """The end of a person's name with what a hyphen joins to it in small letters: "Min-jae", three words of one name."""
    joined = _JOINED.match(text, end)
    return joined.end() if joined else end
