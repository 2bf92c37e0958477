"""How well the states of an event's parties are told from the words that name them."""

from pathlib import Path

from dragoman.bench.actors import lines, read
from dragoman.records.entity import Resolution
from dragoman.records.reading import Sentence
from dragoman.resolve.resolve import resolve

_SAME = {"KOS": "XKX", "ATF": "FRA"}
"""Codes of the case files that the resolver writes otherwise, as in `events`."""


def parties(path: Path) -> tuple[list[tuple[str, ...]], list[dict[str, object]]]:
    """States of the marked actors and recipients that have one, each sentence read as an article: rows and predictions.

    "named": the state that the marked words name: that of the entity at their head, or, where nobody stands there ("Syria's
    reactor", "a request by Mr Erdogan"), of the first below it, as the coding of events goes down; "at the head": of the
    entity at the head alone; "inside": any mention within the words.
    """
    asked, named, at_head, inside = 0, 0, 0, 0
    predictions: list[dict[str, object]] = []
    for case in lines(path):
        article, reading = read(str(case["text"]), None)
        resolution = resolve(article, reading)
        for gold in case["gold"]:
            for side in ("source", "target"):
                span = gold.get(f"{side}_span")
                if not span or not gold.get(side):
                    continue
                accepted = {_SAME.get(code, code) for code in gold.get(f"{side}_accept") or [] if code}
                sentence = next((s for s in reading.sentences if s.start < span[1] and s.end > span[0]), None)
                states = _states_down(sentence, resolution, span[0], span[1]) if sentence else []
                within = {e.state for e, m in resolution.mentions() if m.start >= span[0] and m.end <= span[1]}
                state = next((found for found in states if found), None)
                asked += 1
                named += state in accepted
                at_head += bool(states) and states[0] in accepted
                inside += state in accepted or bool(within & accepted)
                predictions.append({"id": case["id"], "side": side, "text": gold[f"{side}_text"], "state": state})
    rows: list[tuple[str, ...]] = [
        ("parties", what, f"{right / max(asked, 1):.3f}", "", str(asked))
        for what, right in (("state named", named), ("state at the head", at_head), ("state inside", inside))
    ]
    return rows, predictions


def _states_down(sentence: Sentence, resolution: Resolution, start: int, end: int) -> list[str | None]:
    """The states of the entities at the words of a stretch, from its head down, the nearer the earlier."""
    head = sentence.head_of(start, end)
    level = [head] if head is not None else []
    states: list[str | None] = []
    while level:
        for index in level:
            found = resolution.at(sentence.tokens[index].start)
            states.append(found[0].state if found else None)
        below = [child for index in level for child in sentence.children[index]]
        level = [child for child in below if start <= sentence.tokens[child].start < end]
    return states
