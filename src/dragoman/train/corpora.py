"""All there is to train and to measure on, from a folder of corpora laid out as `docs/training.md` describes."""

from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.train.corpus import Sample, gum, name_tags, re3d, treebank
from dragoman.train.factuality import read_judgements
from dragoman.train.marked import marked
from dragoman.train.sayings import read_roles

HELD_OUT = "UK Government"
"""The source of re3d that is never trained on, to measure mentions by."""

_FOLDERS = ("ud-english-ewt", "gum", "uner-english-ewt", "propbank-english-ewt", "uds-factuality", "re3d")
LONGEST = 140
"""Words in a sentence to train on at most."""


@dataclass(frozen=True, slots=True)
class Corpora:
    """What there is to train and to measure on."""

    train: tuple[Sample, ...]
    dev: dict[str, tuple[Sample, ...]]


def load(folder: Path) -> Corpora:
    """Everything annotated in a corpora folder, and the sentences of our own.

    Raises `UsageError` naming the first folder that is missing.
    """
    for name in _FOLDERS:
        if not (folder / name).is_dir():
            raise UsageError(f"{folder}: no folder '{name}' in it; docs/training.md says where each corpus comes from")
    judgements = read_judgements(folder / "uds-factuality")
    train, dev = (
        treebank(
            folder / f"ud-english-ewt/en_ewt-ud-{part}.conllu",
            name_tags(next((folder / "uner-english-ewt").glob(f"*{part}*.iob2"))),
            read_roles(folder / f"propbank-english-ewt/{part}.jsonl"),
            judgements,
        )
        for part in ("train", "dev")
    )
    for path in sorted((folder / "gum/train/dep").glob("*.conllu")):
        train.extend(gum(path))
    for source in sorted(p for p in (folder / "re3d").iterdir() if p.is_dir() and p.name != HELD_OUT):
        train.extend(re3d(source))
    train.extend(own())
    return Corpora(
        tuple(sample for sample in train if len(sample.forms) <= LONGEST),
        {
            "EWT dev": tuple(dev),
            "GUM news dev": tuple(s for p in sorted((folder / "gum/dev/dep").glob("*_news_*")) for s in gum(p)),
            f"re3d {HELD_OUT}": tuple(re3d(folder / "re3d" / HELD_OUT)),
        },
    )


def own() -> list[Sample]:
    """The sentences of our own that come with the package."""
    with resources.as_file(resources.files("dragoman") / "train/sentences") as folder:
        return [sample for path in sorted(folder.glob("*.jsonl")) for sample in marked(path)]
