"""Interviews: each answer is the interviewee's own words, though no marks and no verb of speech say so.

Three shapes of turns are known: labels ("Q: … A: …", "Name: …"), questions after a dash, and questions that stand as
paragraphs of their own. Where labels are missing, the text must say who is interviewed.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.attribute.saying import Saying, Source, Span
from dragoman.records.article import Article, Block
from dragoman.records.entity import Entity, Resolution
from dragoman.records.reading import Reading

_NAME = r"(?:[A-Z][\w.’'-]*)(?:[ \u00a0][A-Z][\w.’'-]*){0,3}"
_LABEL = re.compile(rf"[“\"]?(?P<label>Q(?:uestion)?|A(?:nswer)?|{_NAME})[ \u00a0]?(?::|(?<=[QA])\.)[ \u00a0]+(?=\S)")
_DASH = re.compile(r"[—–-][ \u00a0]*(?=\S)")
_MARKS = '“"«„'
_ASKS = frozenset(("q", "question"))
_ANSWERS = frozenset(("a", "answer"))
_TURNS = 2
"""Questions with an answer from which a run of paragraphs is an interview, not a rhetorical question or two."""
_LONGEST = 60
"""Words of a question that stands as a paragraph of its own."""
_SPEAKING = ("paragraph", "list", "quote")
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|us|me)\b", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:interview(?:ed|s)?|questions|conversation|(?:spoke|speaks|talked|talks|talking|speaking|sat down) (?:to|with)"
    r"|(?:tells?|told|asked))\b",
    re.IGNORECASE,
)
"""Words of an introduction to an interview."""
_NOTE = re.compile(r"[(\[]?(?:the |this )?(?:interview|conversation|transcript)\b", re.IGNORECASE)
"""How an editor's note after the last answer begins."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """One paragraph that opens a question or an answer."""

    block: int
    start: int
    """Where its words begin, the label or dash left out."""
    question: bool
    label: Span | None
    """Of a label that names the speaker."""


def answers(article: Article, reading: Reading, resolution: Resolution) -> tuple[Saying, ...]:
    """Every answer as a direct quotation; none where the article is no interview."""
    turns = _labelled(article)
    named = any(turn.label for turn in turns)
    # "Q: … A: …" alone may be a list of frequent questions.
    if _answered(turns) and (named or _introduced(article, turns) or _personal(article, turns)):
        return tuple(_sayings(article, resolution, turns, _interviewee(article, reading, resolution, turns)))
    dashed = _dashed(article)
    for turns in (dashed, _bare(article)):
        if _answered(turns) and _personal(article, turns) and (turns is dashed or _introduced(article, turns)):
            who = _interviewee(article, reading, resolution, turns)
            if who is not None:
                return tuple(_sayings(article, resolution, turns, who))
    return ()


def _answered(turns: Sequence[_Turn]) -> bool:
    return sum(a.question and not b.question for a, b in pairwise(turns)) >= _TURNS


def _introduced(article: Article, turns: Sequence[_Turn]) -> bool:
    """Whether what stands before the first question speaks of an interview."""
    return _TOLD.search(article.text, 0, article.blocks[turns[0].block].start) is not None


def _labelled(article: Article) -> list[_Turn]:
    """Turns by their labels: question and answer, or names of which one asks."""
    found = [(i, match) for i, block in enumerate(article.blocks) if (match := _label_of(article, block))]
    counts = Counter(match["label"].lower() for _, match in found)
    if counts.keys() & _ASKS and counts.keys() & _ANSWERS:
        found = [(i, match) for i, match in found if match["label"].lower() in _ASKS | _ANSWERS]
        return [_Turn(i, match.end(), match["label"].lower() in _ASKS, None) for i, match in found]
    found = [(i, match) for i, match in found if counts[match["label"].lower()] >= _TURNS]
    asking = {label for label in counts if label in _ASKS or _mostly_asks(article, found, label)}
    names = {match["label"].lower() for _, match in found}
    if not asking & names or not names - asking:
        return []
    return [
        _Turn(i, match.end(), match["label"].lower() in asking, (match.start("label"), match.end("label")))
        for i, match in found
    ]


def _label_of(article: Article, block: Block) -> re.Match[str] | None:
    return _LABEL.match(article.text, block.start, block.end) if block.kind in (*_SPEAKING, "heading") else None


def _mostly_asks(article: Article, found: Sequence[tuple[int, re.Match[str]]], label: str) -> bool:
    """Whether the paragraphs of a label mostly end in a question, or the label is the author's or the outlet's."""
    own = [article.blocks[i] for i, match in found if match["label"].lower() == label]
    if any(label in (name.lower(), _surname(name).lower()) for name in (*article.authors, article.outlet or "-")):
        return True
    return sum(_ends_asking(article, block) for block in own) * 2 > len(own) > 0


def _dashed(article: Article) -> list[_Turn]:
    """Turns after a dash; a question ends in its mark, an answer need not open with a dash."""
    return _unlabelled(article, lambda block: _DASH.match(article.text, block.start, block.end) is not None)


def _bare(article: Article) -> list[_Turn]:
    """Questions that are paragraphs or headings of their own."""
    return _unlabelled(article, lambda block: len(article.text[block.start : block.end].split()) <= _LONGEST)


def _unlabelled(article: Article, asks: Callable[[Block], bool]) -> list[_Turn]:
    turns: list[_Turn] = []
    for i, block in enumerate(article.blocks):
        if block.kind not in (*_SPEAKING, "heading"):
            continue
        if article.text[block.start] in _MARKS:
            # Somebody's speech in marks is found by its marks.
            continue
        question = asks(block) and _ends_asking(article, block)
        if question or (turns and turns[-1].question):
            dash = _DASH.match(article.text, block.start, block.end)
            turns.append(_Turn(i, dash.end() if dash else block.start, question, None))
    return turns


def _ends_asking(article: Article, block: Block) -> bool:
    text = article.text[block.start : block.end].rstrip('”"»*_ ')
    return text.endswith("?")


def _personal(article: Article, turns: Sequence[_Turn]) -> bool:
    """Whether at least half of the answers speak in the first person, as an essay's paragraphs after a question do not."""
    own = [turn for turn in turns if not turn.question]
    first = [t for t in own if _FIRST_PERSON.search(article.text, t.start, article.blocks[t.block].end)]
    return len(first) * 2 >= len(own)


def _sayings(article: Article, resolution: Resolution, turns: Sequence[_Turn], who: Source | None) -> Iterator[Saying]:
    for k, turn in enumerate(turns):
        if turn.question:
            continue
        stop = turns[k + 1].block if k + 1 < len(turns) else None
        content = ((turn.start, article.blocks[turn.block].end), *_rest(article, turn, stop))
        speaker, cue = who, None
        if turn.label is not None:
            speaker = _named(resolution, article, turn.label) or who
            cue = (turn.label[1], turn.label[1] + 1)
        yield Saying(content, speaker, cue, None, direct=True)


def _rest(article: Article, turn: _Turn, stop: int | None) -> list[Span]:
    """The further paragraphs of an answer: up to the next turn; after the last answer those in the first person."""
    following = article.blocks[turn.block + 1 : stop]
    run: list[Block] = []
    for block in following:
        if block.kind == "heading" or _NOTE.match(article.text, block.start, block.end):
            break
        if block.kind in _SPEAKING:
            run.append(block)
    if stop is None:
        while run and not _FIRST_PERSON.search(article.text, run[-1].start, run[-1].end):
            run.pop()
    return [(block.start, block.end) for block in run]


def _named(resolution: Resolution, article: Article, label: Span) -> Source:
    """Whom a label names: by its mention, else by a surname or initials that one person alone bears."""
    at = resolution.at(label[0])
    if at is not None and at[0].kind == "person" and _is_named(at[0]):
        return Source(*label, at[0].id)
    words = article.text[slice(*label)]
    bearers = [
        e for e in _people(resolution, article) if words.upper() in (_initials(e.name), _surname(e.name).upper())
    ]
    return Source(*label, bearers[0].id if len(bearers) == 1 else None)


def _interviewee(article: Article, reading: Reading, resolution: Resolution, turns: Sequence[_Turn]) -> Source | None:
    """The person that the title and the introduction name: the only one, or the one whom a word of interviewing names."""
    until = article.blocks[turns[0].block].start
    named = {
        entity.id: [m for m in entity.mentions if m.start < until]
        for entity in _people(resolution, article)
        if any(m.start < until and m.type == "name" for m in entity.mentions)
    }
    if len(named) > 1:
        told = [s for s in reading.sentences if s.start < until and _TOLD.search(article.text, s.start, s.end)]
        near = {k: ms for k, ms in named.items() if any(s.start <= m.start < s.end for s in told for m in ms)}
        named = near or named
    if len(named) > 1:
        most = max(len(mentions) for mentions in named.values())
        named = {k: mentions for k, mentions in named.items() if len(mentions) == most}
    if len(named) != 1:
        return None
    ((identifier, mentions),) = named.items()
    first = next(m for m in mentions if m.type == "name")
    return Source(first.start, first.end, identifier)


def _people(resolution: Resolution, article: Article) -> list[Entity]:
    """The persons with a name who did not write the piece."""
    authors = {_surname(author) for author in article.authors}
    return [e for e in resolution.entities if e.kind == "person" and _is_named(e) and _surname(e.name) not in authors]


def _is_named(entity: Entity) -> bool:
    return any(m.type == "name" for m in entity.mentions)


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1] if name.split() else name


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())
