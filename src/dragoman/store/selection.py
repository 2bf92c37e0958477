"""What a question asks for: the filters of every kind of answer, and the keys and conditions that they stand for."""

import re
from dataclasses import dataclass, fields
from datetime import date
from typing import Literal

from dragoman.errors import UsageError
from dragoman.store.names import folded, tokens

AnswerKind = Literal["article", "event", "quote", "finding"]
_CODE = re.compile(r"[A-Z]{3}")
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Filter:
    """What answers must be; what is `None` or empty asks nothing. Dates are days, months or years: "2021", "2021-04"."""

    states: tuple[str, ...] = ()
    """ISO 3166-1 alpha-3: all of them have a part in it; two of them: it is between them, in either order."""
    actor: str | None = None
    """Words of a name or office, a state's code, or a sector, of one who acts."""
    recipient: str | None = None
    """The same, of one it is done to."""
    by: str | None = None
    """Who asserts it, or who speaks: words of a name or office, a state's code, or "outlet"."""
    types: tuple[str, ...] = ()
    """PLOVER's types, or kinds of findings: one of them."""
    mode: str | None = None
    certainty: tuple[str, ...] = ()
    """One of these."""
    detail: str | None = None
    """visit, agreement, transfer, training, exercise, access, casualties."""
    what: str | None = None
    """Words of a designation, a title, an exercise's name."""
    status: str | None = None
    category: str | None = None
    context: str | None = None
    since: str | None = None
    """The event began, or the words were said, then or later."""
    until: str | None = None
    published_since: str | None = None
    published_until: str | None = None
    place: str | None = None
    """Words of its name, or a state's code."""
    outlet: str | None = None
    """Words of its name."""
    author: str | None = None
    tag: str | None = None
    language: str | None = None
    severity: str | None = None
    direct: bool | None = None
    text: str | None = None
    """Words of it; "in quotation marks" for a phrase, OR between two, a minus before what must not be there."""
    article: str | None = None
    """The article's id."""
    corrected: bool = False
    """Only what a person has corrected."""
    confidence: float | None = None
    """At the least so sure (0 to 1)."""

    def described(self) -> str:
        """The filter in one line, as exports say it: "states=RUS,UZB since=2021"; "everything" where it asks nothing."""
        given = [
            f"{field.name}={','.join(value) if isinstance(value, tuple) else value}"
            for field in fields(self)
            if (value := getattr(self, field.name)) not in (None, (), False)
        ]
        return " ".join(given) or "everything"


def required_keys(kind: AnswerKind, asked: Filter) -> list[list[tuple[str, str]]]:
    """For each thing asked, the keys of which a row must have one."""
    needed: list[list[tuple[str, str]]] = []

    def one(space: str, value: str | None) -> None:
        if value:
            needed.append([(space, value)])

    states = tuple(dict.fromkeys(state.upper() for state in asked.states))
    if len(states) == 2 and kind in ("article", "event"):
        one("pair", " ".join(sorted(states)))
    else:
        needed += [[("state", state)] for state in states]
    for space in ("actor", "recipient", "by", "place"):
        needed += [[key] for key in _name(space, getattr(asked, space))]
    needed += [[("outlet", token)] for token in tokens(asked.outlet or "")]
    needed += [[("what", token)] for token in tokens(asked.what or "")]
    needed += [[("author", token)] for token in tokens(asked.author or "")]
    if asked.types:
        needed.append([("kind", t.lower()) if kind == "finding" else ("type", t.upper()) for t in asked.types])
    if asked.certainty:
        needed.append([("certainty", certainty.lower()) for certainty in asked.certainty])
    for space in ("mode", "detail", "status", "category", "context", "severity"):
        one(space, (getattr(asked, space) or "").lower())
    one("language", asked.language and asked.language.lower())
    one("tag", asked.tag and folded(asked.tag))
    if asked.direct is not None:
        one("direct", "yes" if asked.direct else "no")
    if asked.corrected:
        one("corrected", "yes")
    if asked.confidence is not None:
        needed.append([("confidence", str(tenth)) for tenth in range(tenths(asked.confidence), 11)])
    one("article", asked.article)
    return needed


def tenths(confidence: float) -> int:
    """A confidence as a key has it, rounded down."""
    return int(min(max(confidence, 0.0), 1.0) * 10)


def days(since: str | None, until: str | None) -> tuple[int | None, int | None]:
    """The first and the last day asked for, as numbers."""
    return _day(since, first=True) if since else None, _day(until, first=False) if until else None


def _day(text: str, *, first: bool) -> int:
    match = _DATE.fullmatch(text)
    if not match:
        raise UsageError(f"{text}: not a date; write 2021, 2021-04 or 2021-04-28")
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise UsageError(f"{text}: there is no such day") from error
    open_month, open_day = (1, 1) if first else (12, 31)
    return (year or 0) * 10_000 + (month or open_month) * 100 + (day or open_day)


def _name(space: str, asked: str | None) -> list[tuple[str, str]]:
    if not asked:
        return []
    return [(space, asked)] if _CODE.fullmatch(asked) else [(space, token) for token in tokens(asked)]
