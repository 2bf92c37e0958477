"""Text without annotation, for the smaller network to read after the larger one: news and web pages under free licences."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from dragoman.read.english.tokens import sentences, words
from dragoman.train.corpus import Sample

_LONGEST, _SHORTEST = 80, 4
_OF_ONE_PAGE = 40
"""Sentences taken of one web page: few of the pages are press, and their beginnings are most like it."""


def plain(folder: Path) -> list[Sample]:
    """Sentences of the ECB+, GENEVA and WCXB folders in `folder`, those of them that are there, each once."""
    seen: dict[tuple[str, ...], None] = {}
    for forms in (*_ecbplus(folder / "ecbplus"), *_geneva(folder / "geneva"), *_wcxb(folder / "pages-wcxb")):
        if _SHORTEST <= len(forms) <= _LONGEST:
            seen.setdefault(forms)
    return [Sample(forms) for forms in seen]


def _ecbplus(folder: Path) -> Iterator[tuple[str, ...]]:
    for path in sorted(folder.glob("ECB_Train_corpus.txt")):
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for line in path.read_text(encoding="utf-8").splitlines():
            fields = line.split("\t")
            if len(fields) >= 4:
                found[fields[0], fields[1]].append(fields[3])
        yield from (tuple(form for form in forms if form.strip()) for forms in found.values())


def _geneva(folder: Path) -> Iterator[tuple[str, ...]]:
    for path in sorted(folder.glob("train.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield tuple(json.loads(line)["tokens"])


def _wcxb(folder: Path) -> Iterator[tuple[str, ...]]:
    for path in sorted((folder / "ground-truth").glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        text = re.sub(r"[ \t\xa0]+", " ", content["ground_truth"]["main_content"])
        places = (place for paragraph in re.finditer(r"[^\n]+", text) for place in sentences(text, *paragraph.span()))
        for start, end in islice(places, _OF_ONE_PAGE):
            yield tuple(text[s:e] for s, e in words(text, start, end))
