"""How well actors named by a phrase are resolved: their states and sectors."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.read.readers import reader_for
from dragoman.records.article import Article, Block
from dragoman.records.entity import Entity
from dragoman.records.reading import Reading
from dragoman.resolve.resolve import resolve

_UNSCORED = frozenset({"????", "JNK", "BUD"})
"""Codes of the peer's that are no PLOVER sectors."""


def actors(path: Path) -> tuple[list[tuple[str, ...]], list[dict[str, object]]]:
    """State and sector of phrases that name an actor, each phrase read as an article of its own: rows and predictions.

    A case file's line has `phrase`, `query_date` and `expect` with `country`, `code_1`, `code_2`: an empty country asks for
    none. Fields that a case leaves out, and codes that are no sectors, are not scored.
    """
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    predictions: list[dict[str, object]] = []
    for case in lines(path):
        expect = case["expect"]
        entity = _entity(*read(str(case["phrase"]).strip(), _day(str(case.get("query_date") or ""))))
        state, sector = (entity.state, entity.sector) if entity else (None, None)
        predictions.append({"id": case["id"], "country": state, "code_1": sector})
        codes = {expect[key] for key in ("code_1", "code_2") if expect.get(key)}
        if "country" in expect:
            asked["state"] += 1
            right["state"] += (state or "") == expect["country"]
        if codes and not codes & _UNSCORED:
            asked["a sector"] += 1
            right["a sector"] += (sector or "UNK") in codes
            asked["first sector"] += 1
            right["first sector"] += (sector or "UNK") == expect.get("code_1")
    return [("actors", what, f"{right[what] / asked[what]:.3f}", "", str(asked[what])) for what in asked], predictions


def read(text: str, day: str | None) -> tuple[Article, Reading]:
    """A bare text as an article of one paragraph, and its reading."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    block = Block("paragraph", 0, len(text), 0, len(text))
    article = Article(digest, "-", None, "en", None, (), day, None, (), None, text, (block,), ())
    reader = reader_for("en")
    return article, reader.read(article) if reader else Reading("en", None, (), ())


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as rows:
        for line in rows:
            if line.strip():
                yield json.loads(line)


def _entity(article: Article, reading: Reading) -> Entity | None:
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


def _day(text: str) -> str | None:
    """A case's date where it is an ISO one; "today" and the like are no date."""
    return text if len(text) == len("2022-01-01") and text[:4].isdigit() else None
