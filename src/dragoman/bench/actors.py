"""How well actors are resolved: states and sectors of phrases, and the states of marked parties in whole sentences."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.bench.measure import Measure
from dragoman.read.readers import reader_for
from dragoman.records.article import Article, Block
from dragoman.records.entity import Entity, Resolution
from dragoman.records.reading import Reading
from dragoman.resolve.resolve import resolve

_UNSCORED = frozenset({"????", "JNK", "BUD"})
"""Codes of the peer's that are no PLOVER sectors."""


def actors(path: Path) -> Measure:
    """State and sector of phrases that name an actor, each phrase read as an article of its own.

    A case file's line has `phrase`, `query_date` and `expect` with `country`, `code_1`, `code_2`: an empty country asks for
    none, either code will do. Fields that a case leaves out, and codes that are no sectors, are not scored.
    """
    right = {"state": 0, "sector": 0}
    asked = {"state": 0, "sector": 0}
    predictions: list[dict[str, object]] = []
    for case in _lines(path):
        expect = case["expect"]
        phrase = str(case["phrase"]).strip()
        entity = _entity(phrase, _day(str(case.get("query_date") or "")))
        state, sector = (entity.state, entity.sector) if entity else (None, None)
        predictions.append({"id": case["id"], "country": state, "code_1": sector})
        if "country" in expect:
            asked["state"] += 1
            right["state"] += (state or "") == expect["country"]
        codes = {expect[key] for key in ("code_1", "code_2") if expect.get(key)}
        if codes and not codes & _UNSCORED:
            asked["sector"] += 1
            right["sector"] += (sector or "UNK") in codes
    rows = tuple((what, f"{right[what] / max(asked[what], 1):.3f}", str(asked[what])) for what in asked)
    return Measure("Actors named by a phrase", ("what", "right", "of"), rows, tuple(predictions))


def parties(path: Path) -> Measure:
    """States of the marked parties of events, by the entity at the head of the marked words.

    "at the head" is what the coding of events uses; "inside" counts a party as right when any mention within its words has
    an accepted state. Only parties with a state are asked for.
    """
    asked, head, inside = 0, 0, 0
    predictions: list[dict[str, object]] = []
    for case in _lines(path):
        article, reading = read(str(case["text"]), None)
        resolution = resolve(article, reading)
        for gold in case["gold"]:
            for side in ("source", "target"):
                span, accepted = gold.get(f"{side}_span"), gold.get(f"{side}_accept") or []
                if not span or not gold.get(side):
                    continue
                asked += 1
                state = _state_at_head(reading, resolution, span[0], span[1])
                states = [e.state for e, m in resolution.mentions() if m.start >= span[0] and m.end <= span[1]]
                head += state in accepted
                inside += any(found in accepted for found in [state, *states])
                predictions.append({"id": case["id"], "side": side, "text": gold[f"{side}_text"], "state": state})
    rows = (
        ("at the head", f"{head / max(asked, 1):.3f}", str(asked)),
        ("inside", f"{inside / max(asked, 1):.3f}", str(asked)),
    )
    return Measure("States of marked parties", ("what", "right", "of"), rows, tuple(predictions))


def read(text: str, day: str | None) -> tuple[Article, Reading]:
    """A bare text as an article of one paragraph, and its reading."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    block = Block("paragraph", 0, len(text), 0, len(text))
    article = Article(digest, "-", None, "en", None, (), day, None, (), None, text, (block,), ())
    reader = reader_for("en")
    return article, reader.read(article) if reader else Reading("en", None, (), ())


def _entity(phrase: str, day: str | None) -> Entity | None:
    article, reading = read(phrase, day)
    resolution = resolve(article, reading)
    for sentence in reading.sentences:
        for token in sentence.tokens:
            if token.head < 0:
                found = resolution.at(token.start)
                if found is not None:
                    return found[0]
    # The parser may take another word of a mere phrase for its root: then the widest mention is the phrase's actor.
    mentions = sorted(resolution.mentions(), key=lambda pair: (pair[1].start - pair[1].end, pair[1].start))
    return mentions[0][0] if mentions else None


def _state_at_head(reading: Reading, resolution: Resolution, start: int, end: int) -> str | None:
    for sentence in reading.sentences:
        if sentence.start < end and sentence.end > start:
            head = sentence.head_of(start, end)
            if head is not None:
                found = resolution.at(sentence.tokens[head].start)
                return found[0].state if found else None
    return None


def _day(text: str) -> str | None:
    """A case's date where it is an ISO one; "today" and the like are no date."""
    return text if len(text) == len("2022-01-01") and text[:4].isdigit() else None


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
