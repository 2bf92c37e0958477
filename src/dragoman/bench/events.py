"""Event types, parties and both on marked news sentences, beside a naive keyword coder of our own making."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib import resources
from itertools import combinations
from pathlib import Path
from typing import Any

from dragoman.attribute.attribute import attribute
from dragoman.bench.measure import Measure
from dragoman.coding.code import code
from dragoman.read.readers import reader_for
from dragoman.records.article import Article, Block
from dragoman.resolve.resolve import resolve

Coded = dict[str, str | None]
"""One event between two states: "source", "plover", "target"."""

_UNORDERED = frozenset({"CONSULT", "COOPERATE"})
"""Types whose two sides may stand either way round."""
_MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT", "ASSAULT"})
"""Types in which several actors without a recipient act on each other."""
_SAME = {"KOS": "XKX", "ATF": "FRA"}
"""Codes of the case files that the resolver writes otherwise: user-assigned ones, and a slip of the files' look-up, in
which "French" became the French Southern Territories. Applied to both sides."""

_KEYWORDS: tuple[tuple[str, str], ...] = (
    ("ACCUSE", r"accus|condemn|critici|denounc|blam|investigat|sued|suing|charg|protested to"),
    ("REJECT", r"reject|refus|declin|veto|cancel|violat|oppos|den(y|ied)"),
    ("THREATEN", r"threat|warn|ultimatum"),
    ("SANCTION", r"sanction|expel|embargo|suspend|sever|recall|tariff"),
    ("ASSAULT", r"attack|bomb|kill|strike|struck|invad|shell|clash|fought|abduct|kidnap"),
    ("COERCE", r"arrest|detain|seiz|ban(ned|s)?\b|deport|hack|curfew"),
    ("PROTEST", r"protest|demonstrat|rall(y|ied)|riot|march"),
    ("MOBILIZE", r"deploy|mobili[sz]|troops to|missile test|alert"),
    ("RETREAT", r"withdr|releas|free[ds]?\b|return|lift|eas(ed|ing)|ceasefire|resign|apolog|allow|pardon"),
    ("AGREE", r"agree[ds]? to|promis|pledg|offer|will (send|meet|visit|provide)|willing|ready to|accept"),
    ("SUPPORT", r"prais|support|sign|recogni[sz]|endors|back(s|ed)|hail|congratul|agreement|welcom|ties"),
    ("AID", r"\baid\b|help|donat|provid|suppl|assist|gave|train|sent"),
    ("COOPERATE", r"joint|cooperat|trade|exercis|shar"),
    ("CONSULT", r"\bm[ee]t\b|meet|talks|visit|discuss|host|negotiat|summit"),
    ("REQUEST", r"urg|ask|demand|call|request|appeal"),
)


def events(cases: Path) -> Measure:
    """How much of the marked events is found, and how much of what is coded is marked.

    Shares of marked events found: type, dyad (both states), full (both on one event); precision: events coded that match
    a marked one, in sentences that have one (a lower bound, one event being marked in a sentence); negatives: sentences
    without an event in which one between two states is coded. On all sentences and on those marked between two states.
    """
    rows = [json.loads(line) for line in cases.read_text(encoding="utf-8").splitlines() if line.strip()]
    ours = [dragoman(row) for row in rows]
    naive = [keywords(row) for row in rows]
    table = [
        (part, name, *_figures([(row, coded) for row, coded in zip(rows, made, strict=True) if keep(row)]))
        for part, keep in _PARTS.items()
        for name, made in (("dragoman", ours), ("keywords", naive))
    ]
    predictions = tuple({"id": row["id"], "events": coded} for row, coded in zip(rows, ours, strict=True))
    columns = ("part", "coder", "type", "dyad", "full", "precision", "negatives", "of")
    return Measure("Events in marked news sentences", columns, tuple(table), predictions)


_PARTS: dict[str, Callable[[dict[str, Any]], bool]] = {
    "all": bool,
    "interstate": lambda row: bool(row["interstate"]) or not row["gold"],
}


def dragoman(row: dict[str, Any]) -> list[Coded]:
    """What the program codes of one sentence, an event for each pair of states; what it calls denied is left out.

    Where those it was done to have no state ("strikes on Islamic State in Syria"), the state of the place stands for it.
    """
    text = row["text"]
    article = Article(
        "0" * 64, row["id"], None, "en", None, (), row.get("date"), None, (), None, text,
        (Block("paragraph", 0, len(text), 0, len(text)),), (),
    )  # fmt: skip
    reader = reader_for("en")
    if reader is None:
        raise LookupError("no English reader is installed")
    reading = reader.read(article)
    resolution = resolve(article, reading)
    state = {entity.id: entity.state for entity in resolution.entities}
    coded: list[Coded] = []
    for event in code(article, reading, resolution, attribute(article, reading, resolution)):
        if event.factuality == "denied":
            continue
        sources = _states(state[i] for i in event.actors)
        targets = _states(state[i] for i in event.recipients)
        where = state[event.place] if event.place else None
        if not any(targets) and where and where not in sources:
            targets = [where]
        pairs = [(s, t) for s in sources for t in targets]
        if not targets:
            together = list(combinations(sources, 2)) if event.type in _MUTUAL else []
            pairs = together or [(source, None) for source in sources]
        coded.extend({"source": s, "plover": event.type, "target": t} for s, t in pairs)
    return [dict(pair) for pair in dict.fromkeys(tuple(sorted(c.items(), key=lambda i: i[0])) for c in coded)]


def _states(found: Iterable[str | None]) -> list[str | None]:
    """Each state once; no state only where that is all there is."""
    each = list(dict.fromkeys(found))
    return [state for state in each if state] or each[:1]


def keywords(row: dict[str, Any]) -> list[Coded]:
    """The naive coder: the first keyword's type, the first state as source, the second as target."""
    found = next((plover for plover, pattern in _KEYWORDS if re.search(pattern, row["text"], re.IGNORECASE)), None)
    states = list(dict.fromkeys(_names()[m.group().lower()] for m in _pattern().finditer(row["text"])))
    if found is None or not states:
        return []
    return [{"source": states[0], "plover": found, "target": states[1] if len(states) > 1 else None}]


@cache
def _names() -> dict[str, str]:
    text = (resources.files("dragoman") / "data/resolve/states.tsv").read_text(encoding="utf-8")
    names: dict[str, str] = {"un": "UNO", "united nations": "UNO", "eu": "EUR", "european union": "EUR", "u.s.": "USA"}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            state, *cells = line.split("\t")
            names.update({name.strip().lower(): state for cell in cells for name in cell.split(";") if len(name) > 2})
    return names


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_names(), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)", re.IGNORECASE)


def _figures(pairs: Sequence[tuple[dict[str, Any], list[Coded]]]) -> tuple[str, ...]:
    golds = matched_type = matched_dyad = matched_full = coded_events = right = negatives = false = 0
    for row, coded in pairs:
        if not row["gold"]:
            negatives += 1
            false += any(c["source"] and c["target"] and c["source"] != c["target"] for c in coded)
            continue
        coded_events += len(coded)
        right += sum(any(_type(c, gold) and _dyad(c, gold) for gold in row["gold"]) for c in coded)
        for gold in row["gold"]:
            golds += 1
            matched_type += any(_type(c, gold) for c in coded)
            matched_dyad += any(_dyad(c, gold) for c in coded)
            matched_full += any(_type(c, gold) and _dyad(c, gold) for c in coded)
    return (
        *(_share(n, golds) for n in (matched_type, matched_dyad, matched_full)),
        _share(right, coded_events),
        _share(false, negatives),
        f"{golds} events, {coded_events} coded, {negatives} negatives",
    )


def _type(coded: Coded, gold: dict[str, Any]) -> bool:
    return coded["plover"] in gold["plover_accept"]


def _dyad(coded: Coded, gold: dict[str, Any]) -> bool:
    source, target = _code(coded["source"]), _code(coded["target"])
    sources, targets = {_code(s) for s in gold["source_accept"]}, {_code(t) for t in gold["target_accept"]}
    straight = source in sources and target in targets
    either = gold["reciprocal"] or gold["plover"] in _UNORDERED
    return straight or (either and source in targets and target in sources)


def _code(state: str | None) -> str | None:
    return _SAME.get(state, state) if state else None


def _share(count: int, of: int) -> str:
    return f"{count / of:.3f}" if of else "-"
