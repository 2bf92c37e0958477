"""What pages say around their articles, told from their wording."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from dragoman.clean.data_rows import rows
from dragoman.records.article import DroppedKind

LONGEST = 500
"""Code points of a line that are looked at; a notice is short, and an article's paragraph must not be searched for one."""
LONGEST_ANYWHERE = 320
"""The same for wording that may stand anywhere in a line, as it could stand in an article's sentence too."""


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


@lru_cache(maxsize=2048)  # menus repeat themselves
def notice(text: str) -> Notice | None:
    """The notice, button or menu entry that a line is; `None` where its wording does not tell."""
    if len(text) > LONGEST or not text:
        return None
    line = text.strip(" \t*•·|»›>#_–—-✓✔→←▲▼×").lower()
    known, whole, start = _rows()
    fits = {
        "whole": whole.fullmatch(line) is not None,
        "start": start.match(line) is not None,
        "any": len(line) <= LONGEST_ANYWHERE,
    }
    for row in known:
        if not fits[row.where]:
            continue
        if row.notice.is_tail and row.notice.kind == "teaser" and text.endswith("."):
            continue  # "More on that in the report." is a sentence, "More on that" a heading
        if row.where == "whole":
            found = row.pattern.fullmatch(line)
        elif row.where == "start":
            found = row.pattern.match(line)
        else:
            found = row.pattern.search(line)
        if found:
            return row.notice
    return None


@cache
def _rows() -> tuple[tuple[_Row, ...], re.Pattern[str], re.Pattern[str]]:
    """All rows; those for a whole line as one pattern, and those for its start: most lines are no notice.

    Patterns are written and lines are read in small letters, which takes a third of the time that regard to case takes.
    """
    found: list[_Row] = []
    for kind, where, pattern in rows("data/clean/phrases.tsv"):
        place: Place = "whole" if where == "tail" else where  # type: ignore[assignment]
        found.append(_Row(Notice(kind, where == "tail"), place, re.compile(pattern)))  # type: ignore[arg-type]
    of = {
        place: "|".join(f"(?:{row.pattern.pattern})" for row in found if row.where == place)
        for place in ("whole", "start")
    }
    return tuple(found), re.compile(of["whole"]), re.compile(of["start"])
