"""What pages say around their articles, told from their wording."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from dragoman.clean.data_rows import rows as data_rows
from dragoman.records.article import DroppedKind

LONGEST = 500
"""Code points of a line that are looked at; a notice is short, and an article's paragraph must not be searched for one."""
LONGEST_ANYWHERE = 320
"""The same for wording that may stand anywhere in a line, as it could stand in an article's sentence too."""
GROUP = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)")
"""A group of a pattern; before it what could be mistaken for one, an escaped sign and a class of signs."""

Place = Literal["whole", "start", "any"]
"""Where in a line the words stand."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a line is, if it is not the article's."""

    kind: DroppedKind
    is_tail: bool
    """Whether what follows the line is no longer the article either."""


@dataclass(frozen=True, slots=True)
class _Row:
    notice: Notice
    where: Place
    pattern: re.Pattern[str]
    words: tuple[str, ...]
    """Of a pattern for anywhere: a line that holds it has one of them."""


@dataclass(frozen=True, slots=True)
class _Table:
    """All rows, and by what it is quickly told that a line is none of them, as most lines are."""

    rows: tuple[_Row, ...]
    whole: re.Pattern[str]
    """The patterns for a whole line as one."""
    start: re.Pattern[str]
    """Those for its start."""
    words: frozenset[str]
    """One of these stands in each line that holds a pattern for anywhere."""


@lru_cache(maxsize=2048)  # menus repeat themselves
def notice(text: str) -> Notice | None:
    """The notice, button or menu entry that a line is; `None` where its wording does not tell."""
    if len(text) > LONGEST or not text:
        return None
    line = text.strip(" \t*•·|»›>#_–—-✓✔→←▲▼×").lower()
    table = _table()
    fits = {
        "whole": table.whole.fullmatch(line) is not None,
        "start": table.start.match(line) is not None,
        "any": len(line) <= LONGEST_ANYWHERE and _has_one(line, table.words),
    }
    if not any(fits.values()):
        return None
    for row in table.rows:
        if not fits[row.where]:
            continue
        if row.notice.is_tail and row.notice.kind == "teaser" and text.endswith("."):
            continue  # "More on that in the report." is a sentence, "More on that" a heading
        if row.where == "whole":
            found = row.pattern.fullmatch(line)
        elif row.where == "start":
            found = row.pattern.match(line)
        else:
            found = row.pattern.search(line) if _has_one(line, row.words) else None
        if found:
            return row.notice
    return None


def _has_one(line: str, words: Iterable[str]) -> bool:
    for word in words:  # noqa: SIM110 (half the time that any() takes)
        if word in line:
            return True
    return False


@cache
def _table() -> _Table:
    """Patterns are written and lines are read in small letters, which takes a third of the time that regard to case takes."""
    rows: list[_Row] = []
    for kind, where, pattern, *words in data_rows("data/clean/phrases.tsv"):
        place: Place = "whole" if where == "tail" else where  # type: ignore[assignment]
        told = Notice(kind, where == "tail")  # type: ignore[arg-type]
        rows.append(_Row(told, place, re.compile(_unnumbered(pattern)), tuple(words[0].split("|")) if words else ()))
    of = {
        place: re.compile("|".join(f"(?:{row.pattern.pattern})" for row in rows if row.where == place))
        for place in ("whole", "start")
    }
    return _Table(tuple(rows), of["whole"], of["start"], frozenset(word for row in rows for word in row.words))


def _unnumbered(pattern: str) -> str:
    """The same pattern, with groups that remember nothing: it takes a third of the time."""
    return GROUP.sub(lambda match: "(?:" if match[0] == "(" else match[0], pattern)
