"""How well words and sentences are told apart in running text: paragraphs of treebanks, put together again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from dragoman.bench.measure import Measure
from dragoman.bench.peers import Peer, peers
from dragoman.errors import UsageError
from dragoman.read.english.tokens import sentences, words

_PARTS = (("EWT dev", "ud-english-ewt/en_ewt-ud-dev.conllu"), ("GUM news dev", "gum/dev/dep/GUM_news_*.conllu"))

Place = tuple[int, int]


@dataclass(slots=True)
class Paragraph:
    """The text of a paragraph, and where its words and sentences stand."""

    text: str = ""
    words: list[Place] = field(default_factory=list)
    sentences: list[Place] = field(default_factory=list)


def tokens(corpora: Path) -> Measure:
    """F1 of words and of sentences that begin and end where the treebank's do, the peers' in the same run.

    Raises `UsageError` where a treebank is missing.
    """
    rows: list[tuple[str, ...]] = []
    predictions: list[dict[str, object]] = []
    splitters: list[tuple[str, Callable[[str], Paragraph]]] = [
        ("dragoman", _ours),
        *((peer.name, partial(_theirs, peer)) for peer in peers()),
    ]
    for part, pattern in _PARTS:
        files = sorted(corpora.glob(pattern))
        if not files:
            raise UsageError(f"{corpora}: no {pattern} in it; docs/training.md says where each corpus comes from")
        gold = [paragraph for file in files for paragraph in paragraphs(file)]
        for name, split in splitters:
            made = [split(paragraph.text) for paragraph in gold]
            pairs = list(zip(gold, made, strict=True))
            rows.append(
                (
                    part,
                    name,
                    _f1([({*g.words}, {*m.words}) for g, m in pairs]),
                    _f1([({*g.sentences}, {*m.sentences}) for g, m in pairs]),
                    f"{sum(len(g.words) for g in gold)} words, {sum(len(g.sentences) for g in gold)} sentences",
                )
            )
            if name == "dragoman":
                predictions += [{"text": m.text, "words": m.words, "sentences": m.sentences} for m in made]
    columns = ("part", "system", "words F1", "sentences F1", "of")
    return Measure("Words and sentences in running text", columns, tuple(rows), tuple(predictions))


def paragraphs(file: Path) -> Iterator[Paragraph]:
    """The paragraphs of a CoNLL-U file, with their spaces as the treebank gives them."""
    paragraph = Paragraph()
    inside: list[Place] = []
    covered = 0
    for line in (*file.read_text(encoding="utf-8").splitlines(), ""):
        if line.startswith(("# newpar", "# newdoc")):
            if "newpar_" not in line and paragraph.words:
                yield paragraph
                paragraph = Paragraph()
        elif not line:
            if inside:
                paragraph.sentences.append((inside[0][0], inside[-1][1]))
            inside, covered = [], 0
        elif not line.startswith("#"):
            row = line.split("\t")
            number, _, last = row[0].partition("-")
            if "." in number:
                continue
            if last or int(number) > covered:
                start = len(paragraph.text)
                paragraph.text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
            if last:
                covered = int(last)
            else:
                inside.append((start, start + len(row[1])))
                paragraph.words.append(inside[-1])
                start += len(row[1])
    if paragraph.words:
        yield paragraph


def _ours(text: str) -> Paragraph:
    found = sentences(text)
    return Paragraph(text, [word for start, end in found for word in words(text, start, end)], found)


def _theirs(peer: Peer, text: str) -> Paragraph:
    rows = [[(start, end) for start, end, _ in row] for row in peer.split(text) if row]
    return Paragraph(text, [word for row in rows for word in row], [(row[0][0], row[-1][1]) for row in rows])


def _f1(pairs: list[tuple[set[Place], set[Place]]]) -> str:
    hits = sum(len(gold & made) for gold, made in pairs)
    return f"{200 * hits / sum(len(gold) + len(made) for gold, made in pairs):.2f}"
