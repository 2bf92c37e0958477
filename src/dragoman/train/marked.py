"""Sentences of our own with marks in them: names, mentions and sayings.

JSON Lines, one object a sentence: `{"marked": "<S [PER Deputy Minister {PER Rustam Aliev}]> <C said> <T …>."}`. Braces mark
names, square brackets mentions, angle brackets a saying's source (S), cue (C) and content (T); `docs/training.md` says what is
marked and what is not.
"""

import json
import re
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.read.english.tokens import words
from dragoman.train.corpus import Sample

_CLOSED = {"{": "}", "[": "]", "<": ">"}
_OPENING = re.compile(r"[A-Z]{1,3} ")
_SAYING = {"S": "SRC", "C": "CUE", "T": "TXT"}
Span = tuple[str, int, int]


def marked(path: Path) -> list[Sample]:
    """The sentences of one file; raises `UsageError` naming file and line where a mark is broken."""
    samples = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            text, spans = unmarked(json.loads(line)["marked"])
        except ValueError as error:
            raise UsageError(f"{path}, line {number}: {error}") from error
        places = words(text, 0, len(text))
        samples.append(
            Sample(
                tuple(text[start:end] for start, end in places),
                names=_tags(places, spans["{"]),
                mentions=_tags(places, spans["["]),
                sayings=_tags(places, [(_SAYING[kind], start, end) for kind, start, end in spans["<"]]),
            )
        )
    return samples


def unmarked(line: str) -> tuple[str, dict[str, list[Span]]]:
    """The sentence without its marks, and by opening mark the spans (kind, start, end) in it.

    Raises `ValueError` where a mark is not closed, closes another or stands inside one of its own sort.
    """
    kept: list[str] = []
    spans: dict[str, list[Span]] = {"{": [], "[": [], "<": []}
    waiting: list[tuple[str, str, int]] = []
    i = 0
    while i < len(line):
        if line[i] in _CLOSED:
            opening = _OPENING.match(line, i + 1)
            if opening is None or any(mark == line[i] for mark, _, _ in waiting):
                raise ValueError(f"a broken mark at {line[i : i + 12]!r}")
            waiting.append((line[i], opening.group().strip(), len(kept)))
            i = opening.end()
            continue
        if line[i] in _CLOSED.values():
            if not waiting or _CLOSED[waiting[-1][0]] != line[i]:
                raise ValueError(f"{line[i]!r} closes nothing at {line[max(0, i - 12) : i + 1]!r}")
            mark, kind, start = waiting.pop()
            spans[mark].append((kind, start, len(kept)))
        else:
            kept.append(line[i])
        i += 1
    if waiting:
        raise ValueError(f"a mark is left open: {waiting[-1][0]}{waiting[-1][1]}")
    return "".join(kept), spans


def _tags(places: list[tuple[int, int]], spans: list[Span]) -> tuple[str, ...]:
    tags = ["O"] * len(places)
    for kind, start, end in spans:
        inside = [i for i, (first, last) in enumerate(places) if first < end and last > start]
        for n, i in enumerate(inside):
            tags[i] = ("B-" if n == 0 else "I-") + kind
    return tuple(tags)
