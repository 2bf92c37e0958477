"""How well sayings are found: source, cue and content on news annotated in the way of the PolNeAR corpus."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.attribute.attribute import said
from dragoman.attribute.marks import marked
from dragoman.attribute.saying import Saying
from dragoman.bench.measure import Measure
from dragoman.read.readers import reader_for
from dragoman.records.article import Article, Block
from dragoman.records.reading import Reading
from dragoman.resolve.resolve import resolve

Span = tuple[int, int]
ROLES = ("source", "cue", "content")
_SAID = re.compile(r"\b(?:said|says|say|told|tells|added|according to|stated|noted)\b")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution as spans of the text; any of the three may be in pieces or missing."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def quotes(folder: Path) -> Measure:
    """F1 by role over a folder with `text/*.txt` and `attributions/*.ann`, which is brat stand-off.

    Of several annotators of one text the first is taken. "overlap" counts words, "exact" whole spans, blanks and
    punctuation at their ends set aside.

    Beside it, on the same texts: the reader's model without the rules, and a naive peer, for which all that stands between marks is content, and else the sentence
    of a word of saying. The corpus also counts wishes, plans, praise and opposition among attributions; Dragoman holds
    those to be acts told by the outlet, and does not look for them: "spoken" leaves out the gold attributions whose
    content holds neither a verb nor a quotation mark.
    """
    reader = reader_for("en")
    if reader is None:
        return Measure("Attribution", (), (), ())
    tallies: dict[tuple[str, str, str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    predictions: list[dict[str, object]] = []
    for path, gold in _cases(folder):
        article = _article(path)
        reading = reader.read(article)
        ours = _found(said(article, reading, resolve(article, reading)))
        naive = _naive(article, reading)
        predictions.append({"text": path.name, "attributions": [_json(found) for found in ours]})
        spoken = [attributed for attributed in gold if _is_spoken(attributed, article, reading)]
        unspoken = {id(attributed) for attributed in gold} - {id(attributed) for attributed in spoken}
        aside = [attributed for attributed in gold if id(attributed) in unspoken]
        alone = _alone(reading)
        for name, found in (("dragoman", ours), ("reader alone", alone), ("naive", naive)):
            for role in ROLES:
                _tally(tallies, (name, "all", role), gold, [], found, article.text)
                _tally(tallies, (name, "spoken", role), spoken, aside, found, article.text)
    rows = [(*key, *_figures(*tally)) for key, tally in sorted(tallies.items(), key=lambda item: _order(item[0]))]
    columns = ("system", "gold", "role", "match", "precision", "recall", "F1")
    return Measure("Attribution (who says what)", columns, tuple(rows), tuple(predictions))


def _order(key: tuple[str, str, str, str]) -> tuple[str, int, int, str]:
    name, part, role, match = key
    return name, ("all", "spoken").index(part), ROLES.index(role), match


def _tally(
    tallies: dict[tuple[str, str, str, str], list[int]],
    key: tuple[str, str, str],
    gold: Sequence[Attributed],
    aside: Sequence[Attributed],
    found: Sequence[Attributed],
    text: str,
) -> None:
    """Adds hits, found and gold; what the corpus has but the part leaves aside is neither right nor wrong."""
    role = key[2]
    for match, units in (("overlap", _words), ("exact", _wholes)):
        expected = set(units(gold, role, text))
        neither = set(units(aside, role, text)) - expected
        ours = set(units(found, role, text)) - neither
        tally = tallies[(*key, match)]
        tally[0] += len(expected & ours)
        tally[1] += len(ours)
        tally[2] += len(expected)


def _words(attributions: Iterable[Attributed], role: str, text: str) -> Iterator[Span]:
    for attributed in attributions:
        for start, end in getattr(attributed, role):
            for word in _WORD.finditer(text, start, end):
                yield word.span()


def _wholes(attributions: Iterable[Attributed], role: str, text: str) -> Iterator[Span]:
    """A span in pieces counts as one, from its first word to its last; a "that" at its head is set aside."""
    for attributed in attributions:
        words = [word for start, end in getattr(attributed, role) for word in _WORD.finditer(text, start, end)]
        if words and words[0].group().lower() == "that":
            words = words[1:]
        if words:
            yield words[0].start(), words[-1].end()


def _figures(hits: int, found: int, gold: int) -> tuple[str, str, str]:
    precision, recall = (hits / found if found else 0.0), (hits / gold if gold else 0.0)
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return f"{100 * precision:.1f}", f"{100 * recall:.1f}", f"{100 * f1:.1f}"


def _cases(folder: Path) -> Iterator[tuple[Path, list[Attributed]]]:
    for path in sorted((folder / "text").glob("*.txt")):
        annotations = sorted((folder / "attributions").glob(f"{path.stem}*.ann"))
        if annotations:
            yield path, list(_gold(annotations[0].read_text(encoding="utf-8")))


def _gold(annotation: str) -> Iterator[Attributed]:
    spans: dict[str, tuple[Span, ...]] = {}
    for line in annotation.splitlines():
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 1:
            pieces = fields[1].partition(" ")[2].split(";")
            spans[fields[0]] = tuple((int(a), int(b)) for a, b in (piece.split() for piece in pieces))
    for line in annotation.splitlines():
        if not line.startswith("E"):
            continue
        roles: dict[str, tuple[Span, ...]] = {}
        for part in line.split("\t")[1].split():
            name, _, target = part.partition(":")
            role = name.rstrip("0123456789").lower()
            roles[role] = (*roles.get(role, ()), *spans.get(target, ()))
        yield Attributed(*(tuple(sorted(roles.get(role, ()))) for role in ROLES))


def _article(path: Path) -> Article:
    """The text with each line as a block, the first as the title."""
    text = path.read_text(encoding="utf-8")
    lines = [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
    blocks = tuple(Block("title" if i == 0 else "paragraph", *span, *span) for i, span in enumerate(lines))
    identifier = hashlib.sha256(text.encode()).hexdigest()
    return Article(identifier, path.name, None, "en", None, (), None, None, (), None, text, blocks, ())


def _found(sayings: Sequence[Saying]) -> list[Attributed]:
    """The corpus gives a word to one attribution only: of a quotation within a clause of the same cue, the clause."""
    return [
        _attributed(saying)
        for saying in sayings
        if not any(
            other is not saying and other.cue == saying.cue and all(other.holds(span) for span in saying.content)
            for other in sayings
        )
    ]


def _attributed(saying: Saying) -> Attributed:
    source = ((saying.source.start, saying.source.end),) if saying.source else ()
    return Attributed(source, (saying.cue,) if saying.cue else (), saying.content)


def _is_spoken(attributed: Attributed, article: Article, reading: Reading) -> bool:
    for start, end in attributed.content:
        if any(mark in article.text[max(0, start - 1) : end + 1] for mark in '“”"') or "''" in article.text[start:end]:
            return True
        for sentence in reading.sentences:
            if (
                sentence.start < end
                and sentence.end > start
                and any(token.has("VerbForm=Fin") for token in sentence.tokens if start <= token.start < end)
            ):
                return True
    return False


def _alone(reading: Reading) -> list[Attributed]:
    """What the reader's model recognises, sentence by sentence, without a rule."""
    found = []
    for sentence in reading.sentences:
        parts = [part for part in reading.saying_parts if sentence.start <= part.start < sentence.end]
        if parts:
            found.append(Attributed(*(tuple((p.start, p.end) for p in parts if p.kind == role) for role in ROLES)))
    return found


def _naive(article: Article, reading: Reading) -> list[Attributed]:
    """All between marks is content; else the sentence with a word of saying, its source the words up to that word."""
    marks = [(m.start, m.end) for m in marked(article) if m.depth == 0]
    found = [Attributed((), (), (span,)) for span in marks]
    for sentence in reading.sentences:
        word = _SAID.search(article.text, sentence.start, sentence.end)
        if word is None:
            continue
        before = article.text.rfind(",", sentence.start, word.start())
        start = max(sentence.start, before + 1)
        quoted = any(start < sentence.end and end > sentence.start for start, end in marks)
        content = () if quoted else ((word.end(), sentence.end),)
        found.append(Attributed(((start, word.start()),), (word.span(),), content))
    return found


def _json(attributed: Attributed) -> dict[str, object]:
    return {role: [list(span) for span in getattr(attributed, role)] for role in ROLES}
