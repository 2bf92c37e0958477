"""The English model behind ONNX Runtime: words in, labels out."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from dragoman.read.english.encoding import Pieces, pad
from dragoman.read.english.known import KnownNames, spread
from dragoman.read.english.lemmas import lemma_of, read_lemmas

FILES = ("model.onnx", "relations.onnx", "lemmas.tsv", "known.tsv", "labels.json", "tokenizer.json")
"""Words to scores; the relation of an arc; lemmas of words in the treebanks; known names; what the scores choose from; word pieces."""
BATCH_PIECES = 128
"""Word pieces in one run of the encoder at most, padding counted: an article's sentences are of unlike length, and padding
costs more than a run (measured on the examples: 2.2 ms a sentence at 128, 2.65 at 256, 3.25 at 512)."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the model says of one sentence, word by word."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    lemmas: tuple[str, ...]
    names: NDArray[np.float32]
    """Scores (words, name labels)."""
    mentions: NDArray[np.float32]
    """Scores (words, mention labels)."""
    sayings: NDArray[np.float32]
    """Scores (words, labels of the parts of a saying)."""
    factuality: NDArray[np.float32]
    """Scores (words, 2): that what a predicate tells did not happen, and that it did; for other words without meaning."""
    arcs: NDArray[np.float32]
    """Scores (words, words + 1); candidate 0 is the root."""
    lower: NDArray[np.float32]
    """Each word as the lower end of an arc (words, width)."""
    upper: NDArray[np.float32]
    """Each candidate head (as in `arcs`) as its upper end (words + 1, width)."""


class Model:
    """A model folder, loaded: it holds the files of `FILES`."""

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        # One thread, no spinning: articles are what is read in parallel, by processes, not the sums inside a sentence
        options.intra_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session, self._relations = (
            onnxruntime.InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"])
            for name in ("model.onnx", "relations.onnx")
        )
        self._lemmas = read_lemmas(folder / "lemmas.tsv")
        self._pieces = Pieces(folder / "tokenizer.json", KnownNames.read(folder / "known.tsv"))
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.labels: dict[str, list[str]] = labels

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[Tagged]:
        """What the model says of each sentence; order and company of the sentences change nothing."""
        encoded = [self._pieces.encode(words) for words in sentences]
        order = sorted(range(len(sentences)), key=lambda i: (len(encoded[i].pieces), len(encoded[i].first), i))
        results: list[Tagged | None] = [None] * len(sentences)
        batch: list[int] = []
        for i in [*order, None]:
            full = i is not None and (len(batch) + 1) * len(encoded[i].pieces) > BATCH_PIECES
            if batch and (i is None or full):
                chosen = [encoded[j] for j in batch]
                outputs = self._session.run(
                    None,
                    {
                        "pieces": pad([e.pieces for e in chosen]),
                        "mask": pad([[1] * len(e.pieces) for e in chosen]),
                        "cases": pad([e.cases for e in chosen]),
                        "known": spread(pad([e.known for e in chosen])),
                        "first": pad([e.first for e in chosen]),
                        "last": pad([e.last for e in chosen]),
                    },
                )
                for row, j in enumerate(batch):
                    results[j] = self._tagged(sentences[j], [output[row] for output in outputs])
                batch = []
            if i is not None:
                batch.append(i)
        return [result for result in results if result is not None]

    def relations(self, tagged: Tagged, heads: Sequence[int]) -> tuple[str, ...]:
        """The best relation of each word to its head (0 for the root): judged on the arcs of the tree alone."""
        ends = {"lower": tagged.lower, "upper": tagged.upper[list(heads)]}
        return self._chosen("deprel", self._relations.run(None, ends)[0])

    def _tagged(self, words: Sequence[str], outputs: Sequence[NDArray[np.generic]]) -> Tagged:
        upos, feats, lemma, names, mentions, sayings, factuality, arcs, lower, upper = outputs
        count = len(words)
        edits = self._chosen("lemma", lemma[:count])
        parts = self._chosen("upos", upos[:count])
        return Tagged(
            upos=parts,
            feats=self._chosen("feats", feats[:count]),
            lemmas=tuple(
                lemma_of(word, part, edit, self._lemmas) for word, part, edit in zip(words, parts, edits, strict=True)
            ),
            names=np.asarray(names[:count], dtype=np.float32),
            mentions=np.asarray(mentions[:count], dtype=np.float32),
            sayings=np.asarray(sayings[:count], dtype=np.float32),
            factuality=np.asarray(factuality[:count], dtype=np.float32),
            arcs=np.asarray(arcs[:count, : count + 1], dtype=np.float32),
            lower=np.asarray(lower[:count], dtype=np.float32),
            upper=np.asarray(upper[: count + 1], dtype=np.float32),
        )

    def _chosen(self, kind: str, rows: NDArray[np.generic]) -> tuple[str, ...]:
        return tuple(self.labels[kind][i] for i in np.asarray(rows, dtype=np.int64))
