"""Whether a question makes sense: a misspelt one must not be answered with "nothing"."""

import re
from dataclasses import fields
from typing import get_args, get_type_hints

from dragoman.errors import UsageError
from dragoman.records.dossier import FindingKind, Severity
from dragoman.records.event import Agreement, EventType, Factuality, Transfer
from dragoman.records.flat import DETAILS
from dragoman.store.selection import AnswerKind, Filter, days

_STATE = re.compile("[A-Z]{3}")


def _values(hint: object) -> tuple[str, ...]:
    """The words that a `Literal`, or one in a union, allows."""
    found: tuple[str, ...] = ()
    for one in get_args(hint):
        found += (one,) if isinstance(one, str) else _values(one)
    return found


FINDINGS = _values(FindingKind)
_KNOWN: dict[str, tuple[str, ...]] = {
    "types": _values(EventType),
    "certainty": _values(Factuality),
    "detail": tuple(DETAILS),
    "severity": _values(Severity),
    "status": tuple(
        dict.fromkeys(status for shape in (Agreement, Transfer) for status in _values(get_type_hints(shape)["status"]))
    ),
}
_CALLED = {"types": "type", "detail": "kind of detail"}
_ALWAYS = {"since", "until", "published_since", "published_until", "outlet", "tag", "article", "corrected", "text"}
_FITTING: dict[AnswerKind, set[str]] = {
    "article": _ALWAYS - {"article"} | {"states", "context", "author", "language"},
    "event": _ALWAYS
    | {
        "states", "actor", "recipient", "by", "types", "mode", "certainty", "detail", "what", "status", "category", "context",
        "place", "confidence",
    },
    "quote": _ALWAYS | {"states", "by", "direct"},
    "finding": _ALWAYS - {"text"} | {"types", "severity"},
}  # fmt: skip


def check(kind: AnswerKind, asked: Filter) -> None:
    """Raises `UsageError` where a filter says nothing about this kind of answer, or asks for what there cannot be."""
    for field in fields(asked):
        if getattr(asked, field.name) not in (None, (), False) and field.name not in _FITTING[kind]:
            raise UsageError(
                f"{field.name}: {kind}s are not asked for by that; there are {', '.join(sorted(_FITTING[kind]))}"
            )
    for state in asked.states:
        if not _STATE.fullmatch(state.upper()):
            raise UsageError(f"{state}: not a state's code; write three letters, as RUS or UZB (ISO 3166-1 alpha-3)")
    given: dict[str, tuple[str | None, ...]] = {
        "types": asked.types, "certainty": asked.certainty, "detail": (asked.detail,), "severity": (asked.severity,),
        "status": (asked.status,),
    }  # fmt: skip
    for name, values in given.items():
        known = FINDINGS if (name, kind) == ("types", "finding") else _KNOWN[name]
        for value in values:
            if value and value.lower() not in map(str.lower, known):
                called = "kind" if known is FINDINGS else _CALLED.get(name, name)
                raise UsageError(f"{value}: there is no such {called}; there are {', '.join(known)}")
    for since, until in ((asked.since, asked.until), (asked.published_since, asked.published_until)):
        first, last = days(since, until)
        if first is not None and last is not None and last < first:
            raise UsageError(f"{since} to {until}: the end is before the beginning")
