"""Entities of whole articles against the marks of re3d: defence and security reports in which people marked who and what.

How mentions are compared: re3d marks the outermost of nested mentions ("the former leader of Al Qaeda in Iraq" is one), so of
both sides the outermost ones are taken, without pronouns, which are marked here and there only. Marks count from a confidence
of .5; our kinds answer to re3d's types as `_TYPES` has them. A state answers to Organisation and Location alike, since the
marks call it now one, now the other, by what it does in the sentence. Each mark is paired with one mention of its type at
most, that of the nearest words first. "exact": the same words, apart from an article, a possessive and punctuation at their
ends; "overlap": at least one character shared. A mention without a partner is false, unless it lies inside a longer mark of any
type, of whose inner mentions re3d says nothing, or names a state where the nationality is marked.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.records.article import Article
from dragoman.records.dossier import Dossier
from dragoman.records.source import Source
from dragoman.run.flow import read_source
from dragoman.train.corpora import HELD_OUT

ASKED = ("Weapon", "Organisation", "Person", "Location")
"""The types measured; MilitaryPlatform counts as Weapon, as no reader of press reports parts them."""
_TYPES: dict[str, tuple[str, ...]] = {
    "person": ("Person",),
    "organization": ("Organisation",),
    "group": ("Organisation",),
    "state": ("Organisation", "Location"),
    "place": ("Location",),
    "weapon": ("Weapon",),
}
_BELIEVED = 0.5
_PRONOUNS = frozenset(
    "i me my we us our he him his she her it its they them their you your who whose this these himself themselves".split()
)
_BEFORE = re.compile(r"(?:(?:the|a|an|this|these|our|their|its|his|her)\b|[\W_])+", re.IGNORECASE)
_AFTER = re.compile(r"(?:['’]s?|[\W_])+$")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a document's text and the types that it may be of, the likeliest first."""

    start: int
    end: int
    types: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """What was marked, found and right, by type."""

    marked: Counter[str]
    found: Counter[str]
    exact: Counter[str]
    overlap: Counter[str]

    @classmethod
    def empty(cls) -> "Tally":
        """Nothing counted yet."""
        return cls(Counter(), Counter(), Counter(), Counter())

    def add(self, other: "Tally") -> None:
        """Count in what another has."""
        for name in ("marked", "found", "exact", "overlap"):
            getattr(self, name).update(getattr(other, name))


def re3d(folder: Path) -> tuple[list[tuple[str, ...]], list[dict[str, object]]]:
    """Rows (part, measure, exact, overlap, of) and predictions; the source that the reader was never trained on first.

    Raises `UsageError` where the folder is not laid out as `docs/training.md` says.
    """
    sources = sorted(
        (path for path in folder.iterdir() if (path / "entities.json").is_file()),
        key=lambda path: (path.name != HELD_OUT, path.name),
    )
    if not sources:
        raise UsageError(
            f"{folder}: no folder with 'documents.json' and 'entities.json' in it; docs/training.md says more"
        )
    rows: list[tuple[str, ...]] = []
    predictions: list[dict[str, object]] = []
    trained = Tally.empty()
    for source in sources:
        tally = Tally.empty()
        for identifier, text, marks in documents(source):
            mentions = list(found_in(text, read_source(Source(identifier, text.encode(), form="text"))))
            count(tally, text, marks, mentions)
            predictions.extend(
                {"id": identifier, "start": m.start, "end": m.end, "types": m.types, "text": text[m.start : m.end]}
                for m in mentions
            )
        rows.extend(_rows(f"re3d {source.name}", tally))
        if source.name != HELD_OUT:
            trained.add(tally)
    return [*rows, *_rows(f"re3d, all but {HELD_OUT}", trained)], predictions


def _rows(part: str, tally: Tally) -> Iterator[tuple[str, ...]]:
    for kind in ASKED:
        both = tally.marked[kind] + tally.found[kind]
        figures = (f"{2 * hits[kind] / both:.3f}" if both else "-" for hits in (tally.exact, tally.overlap))
        yield part, f"{kind} F1", *figures, f"{tally.marked[kind]} marked, {tally.found[kind]} found"


def documents(source: Path) -> Iterator[tuple[str, str, list[Mark]]]:
    """The documents of one source: id, text, marks."""
    marks: dict[str, list[Mark]] = {}
    for line in (source / "entities.json").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["confidence"] >= _BELIEVED:
            kind = "Weapon" if row["type"] == "MilitaryPlatform" else row["type"]
            marks.setdefault(row["documentId"], []).append(Mark(row["begin"], row["end"], (kind,)))
    for line in (source / "documents.json").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["_id"], row["text"], marks.get(row["_id"], [])


def found_in(text: str, dossier: Dossier) -> Iterator[Mark]:
    """The mentions of a dossier by their places in the text that it was read from."""
    places = _places(text, dossier.article)
    for entity in dossier.entities:
        for mention in entity.mentions:
            inside = [places[i] for i in range(mention.start, mention.end) if i in places]
            if entity.kind in _TYPES and mention.type != "pronoun" and inside:
                yield Mark(inside[0], inside[-1] + 1, _TYPES[entity.kind])


def _places(text: str, article: Article) -> dict[int, int]:
    """Where each character of the article that is no space stands in the text that it was read from."""
    found: dict[int, int] = {}
    for block in article.blocks:
        there = block.source_start
        for i in range(block.start, block.end):
            character = article.text[i]
            if character.isspace():
                continue
            here = text.find(character, there, block.source_end)
            if here >= 0:
                found[i] = here
                there = here + 1
    return found


def count(tally: Tally, text: str, marks: Sequence[Mark], mentions: Sequence[Mark]) -> None:
    """Compare the mentions of one document with its marks, and count."""
    asked = _outermost([_bare(text, mark) for mark in marks if mark.types[0] in ASKED], text)
    all_marks = [_bare(text, mark) for mark in marks]
    ours = _outermost([_bare(text, mention) for mention in mentions], text)
    pairs = _paired(asked, ours)
    tally.marked.update(mark.types[0] for mark in asked)
    for i, j in pairs.items():
        kind = asked[i].types[0]
        tally.found[kind] += 1
        tally.overlap[kind] += 1
        tally.exact[kind] += (asked[i].start, asked[i].end) == (ours[j].start, ours[j].end)
    for j in set(range(len(ours))) - set(pairs.values()):
        if not any(_silent(mark, ours[j]) for mark in all_marks):
            tally.found[ours[j].types[0]] += 1


def _paired(asked: Sequence[Mark], ours: Sequence[Mark]) -> dict[int, int]:
    """Marks with the mentions that are theirs, one to one, those of the same words first."""
    candidates = sorted(
        (abs(mark.start - mention.start) + abs(mark.end - mention.end), i, j)
        for i, mark in enumerate(asked)
        for j, mention in enumerate(ours)
        if mark.types[0] in mention.types and _meet(mark, mention)
    )
    pairs: dict[int, int] = {}
    for _, i, j in candidates:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _silent(mark: Mark, mention: Mark) -> bool:
    """Whether a mark leaves open if a mention is one: it holds it and more, or marks a nationality where we name the state."""
    inside = mark.start <= mention.start and mention.end <= mark.end
    longer = mark.end - mark.start > mention.end - mention.start
    return inside and (longer or (mark.types == ("Nationality",) and len(mention.types) > 1))


def _meet(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end


def _bare(text: str, mark: Mark) -> Mark:
    """A mark without article, possessive and punctuation at its ends."""
    words = text[mark.start : mark.end]
    before = _BEFORE.match(words)
    start = before.end() if before and before.end() < len(words) else 0
    after = _AFTER.search(words, start)
    end = after.start() if after and after.start() > start else len(words)
    return Mark(mark.start + start, mark.start + end, mark.types)


def _outermost(marks: Sequence[Mark], text: str) -> list[Mark]:
    """The marks that lie in no other, in order; pronouns left out."""
    kept: list[Mark] = []
    for mark in sorted(set(marks), key=lambda mark: (mark.start, -mark.end)):
        inside = kept and mark.end <= kept[-1].end
        if not inside and text[mark.start : mark.end].casefold() not in _PRONOUNS:
            kept.append(mark)
    return kept
