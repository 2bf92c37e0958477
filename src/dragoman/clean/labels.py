"""Elements that a page marks as the name of an author or the day of the piece, found while the page is scanned."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

LabelKind = Literal["author", "day", "update"]

MOST_OPEN, LONGEST = 8, 300
"""Labels that are read at a time, and code points of one; what is longer is no name and no day."""
AUTHOR_NAME = re.compile(
    r"(?:^|[\s_-])(?:author|byline|writer|contributor|by|post-?author)(?:[_-]+\w{1,12})?[_-]+(?:name|link|url)(?:$|[\s_-])"
    r"|(?:^|\s)(?:p-author|fn)(?:$|\s)",
    re.IGNORECASE,
)
AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:byline|authors?|writer|written-?by|contributors?|posted-?by|creator|автор)(?:$|[\s_-])",
    re.IGNORECASE,
)
NOT_AUTHOR = re.compile(
    r"bio|box|about|avatar|image|img|photo|social|follow|more|related|desc|job|role|position|comment|archive|list|posts",
    re.IGNORECASE,
)
AUTHOR_PAGE = re.compile(
    r"/(?:authors?|by|contributors?|writers?|journalists?|columnists?|reporters?|staff|byline|redactors?|avtor|autor(?:en)?|"
    r"auteurs?|experts?)/[\w%.@~+-]",
    re.IGNORECASE,
)
DAY = re.compile(
    r"(?:^|[\s_-])(?:date|published|pub-?date|pubdate|timestamp|time-?stamp|posted|posted-?on|publish-?date|datetime|дата)(?:$|[\s_-])",
    re.IGNORECASE,
)
UPDATE = re.compile(r"updat|modif|revised|changed|edited", re.IGNORECASE)
HIGHEST = 4


@dataclass(frozen=True, slots=True)
class Label:
    """One element with its words."""

    kind: LabelKind
    rank: int
    """How surely the markup says so: 4 rel or itemprop, 3 the class of a name or a time element, 2 a class, 1 the address
    of a link."""
    text: str
    value: str
    """The `datetime` or `content` that the element carries for machines; empty where it carries none."""
    segment: int
    """The segment that it stands in or begins with."""
    element: int


@dataclass(slots=True)
class _Open:
    tag: str
    kind: LabelKind
    rank: int
    value: str
    segment: int
    element: int
    nested: int = 0
    parts: list[str] = field(default_factory=list)
    length: int = 0


@dataclass(slots=True)
class Labels:
    """Collects labels; linear in the length of the page."""

    found: list[Label] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)

    def opened(self, tag: str, attributes: dict[str, str], segment: int, element: int) -> None:
        """An element begins."""
        for label in self._open:
            label.nested += label.tag == tag
        if not attributes or len(self._open) >= MOST_OPEN:
            return
        told = _kind(tag, attributes)
        if told is not None:
            kind, rank = told
            value = attributes.get("datetime") or attributes.get("content") or ""
            self._open.append(_Open(tag, kind, rank, value[:LONGEST], segment, element))

    def data(self, text: str) -> None:
        """Words inside of whatever is open."""
        too_long = False
        for label in self._open:
            label.parts.append(text)
            label.length += len(text)
            too_long = too_long or label.length > LONGEST
        if too_long:
            self._open = [label for label in self._open if label.length <= LONGEST]

    def closed(self, tag: str) -> None:
        """An element ends."""
        for label in self._open:
            label.nested -= label.tag == tag
        ended = [label for label in self._open if label.nested < 0]
        if ended:
            self._open = [label for label in self._open if label.nested >= 0]
            for label in ended:
                text = re.sub(r"\s+", " ", " ".join(label.parts)).strip()
                if text or label.value:
                    self.found.append(Label(label.kind, label.rank, text, label.value, label.segment, label.element))


def _kind(tag: str, attributes: dict[str, str]) -> tuple[LabelKind, int] | None:
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"[:LONGEST]
    if tag == "time" or len(names) > 1 or not attributes.keys().isdisjoint(("itemprop", "rel")):
        told = _told(tag, names, attributes.get("itemprop", "").lower(), attributes.get("rel", "").lower())
        if told is not None:
            return told
    return ("author", 1) if tag == "a" and AUTHOR_PAGE.search(attributes.get("href", "")) else None


@lru_cache(maxsize=4096)  # class names repeat themselves
def _told(tag: str, names: str, said: str, relation: str) -> tuple[LabelKind, int] | None:
    if "datepublished" in said:
        return "day", HIGHEST
    if "datemodified" in said:
        return "update", HIGHEST
    if "author" in said.split() or "author" in relation.split():
        return "author", HIGHEST
    if tag == "time":
        return ("update" if UPDATE.search(names) and "publish" not in names else "day"), 3
    if AUTHOR_NAME.search(names):
        return "author", 3
    if AUTHOR.search(names) and not NOT_AUTHOR.search(names):
        return "author", 2
    if DAY.search(names):
        return ("update" if UPDATE.search(names) else "day"), 2
    return None
