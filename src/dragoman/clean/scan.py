"""HTML in one pass: the visible text in segments, each with its place in the source, and what the page says of itself.

A parser's tree has no places in the source; this scanner needs no tree. It is linear in the length of the page, whatever
the page looks like.
"""

import html
import re
from dataclasses import dataclass, field, replace
from typing import Literal

from dragoman.clean.elements import (
    IMPLIED_END,
    INLINE,
    MAIN_TAGS,
    NOT_SHOWN,
    UNSEEN,
    VOID,
    WHOLE_TAGS,
    area_of,
    is_caption_name,
    is_for_readers_aloud,
)
from dragoman.clean.labels import Label, Labels
from dragoman.records.article import DroppedKind

SegmentKind = Literal["paragraph", "heading", "list", "quote", "caption"]

TAG = re.compile(r"""<(/?)([a-zA-Z][\w:-]*)((?:[^<>"']++|"[^"]{0,100000}"|'[^']{0,100000}'){0,400}+)>""")
LOOSE_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)([^<>]{0,8000})>")
ATTRIBUTE = re.compile(r"""([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
SPACES = re.compile(r"\s+")
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad\x00"))
MOST_BROKEN_TAGS = 20
"""After so many tags with unbalanced quotes they are read without regard to quotes: searching on would take too long."""
DEEPEST, MOST_ELEMENTS = 1_000, 400_000
"""Open elements, and block elements of a page, that are told apart; what goes beyond belongs to the element around it."""
LARGE_SHARE = 0.4
"""A part of a page that holds more of its running text is no menu and no teaser, whatever its class is called."""
LARGEST_SHARE = 0.6
"""A hidden part that holds more of it is what a script shows; less may be a second copy for another screen."""
SENTENCE = 80
"""Code points from which unlinked words count as running text."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of visible text between two block-level tags."""

    start: int
    end: int
    text: str
    kind: SegmentKind
    level: int
    """1 to 6 for headings, else 0."""
    area: DroppedKind | None
    """What the part of the page is that it stands in, by its tags and class names; `None` for none in particular."""
    is_hidden: bool
    linked: float
    """Share of its letters that stand in links, 0 to 1."""
    element: int
    """The innermost block element around it: an index of `Scan.elements`."""


@dataclass(frozen=True, slots=True)
class Element:
    """A block element and what it makes of the words in it."""

    parent: int
    """An index of `Scan.elements`, smaller than its own; the root is its own parent."""
    tag: str
    kind: SegmentKind | None
    level: int
    own_area: DroppedKind | None
    area: DroppedKind | None
    """The area of the outermost element around it that names one."""
    hides: bool
    """Whether it hides itself; `is_hidden`: it or an element around it does."""
    is_hidden: bool


ROOT = Element(0, "", None, 0, None, None, hides=False, is_hidden=False)


@dataclass(slots=True)
class Scan:
    """All that one pass over a page finds."""

    elements: list[Element] = field(default_factory=lambda: [ROOT])
    segments: list[Segment] = field(default_factory=list)
    metas: list[tuple[str, str]] = field(default_factory=list)
    """Name or property in lower case, and content, in the order of the page."""
    scripts: list[str] = field(default_factory=list)
    """Contents of the JSON-LD scripts."""
    labels: list[Label] = field(default_factory=list)
    """What is marked as an author's name or as a day, in the order of the page."""
    address: str | None = None
    """What the page says that its address is."""
    tags: list[str] = field(default_factory=list)
    """Words of the links that a page marks as its tags (rel="tag"), outside of teasers and what is hidden."""
    page_title: str | None = None
    has_password: bool = False


def scan(source: str) -> Scan:
    """The segments of a page in order, and its statements about itself."""
    return _Scanner(source).run()


class _Scanner:
    def __init__(self, source: str) -> None:
        self.source = source
        self.found = Scan()
        self.stack: list[int] = []
        self.labels = Labels()
        self.pieces: list[str] = []
        self.start = self.end = -1
        self.letters = self.link_letters = 0
        self.link_depth = 0
        self.tag_at: int | None = None
        self.breaks = 0
        self.broken_tags = 0
        self.unclosed: set[str] = set()

    def run(self) -> Scan:
        position = 0
        last_close = self.source.rfind(">")
        while (opening := self.source.find("<", position)) >= 0:
            self._data(position, opening)
            if opening > last_close:
                self._data(opening, len(self.source))
                position = len(self.source)
                break
            position = self._markup(opening)
        self._data(position, len(self.source))
        self._flush()
        self.found.labels = self.labels.found
        _judge_large_parts(self.found)
        return self.found

    def _markup(self, at: int) -> int:
        source = self.source
        if source.startswith("<!--", at):
            end = source.find("-->", at + 4) if "--" not in self.unclosed else -1
            if end < 0:
                self.unclosed.add("--")  # never searched for again: a page of such openings would take for ever
            return end + 3 if end >= 0 else self._after(">", at)
        if source.startswith(("<!", "<?"), at):
            return self._after(">", at)
        match = TAG.match(source, at) if self.broken_tags < MOST_BROKEN_TAGS else None
        if match is None and source[at + 1 : at + 2].strip("/ "):
            match = LOOSE_TAG.match(source, at)
            self.broken_tags += 1
        if match is None:
            self._data(at, at + 1)
            return at + 1
        tag = match[2].lower()
        if match[1]:
            self._close(tag)
        else:
            attributes = _attributes(match[3]) if match[3].strip(" /") else {}
            if tag in UNSEEN and tag != "head" and not match[3].endswith("/"):
                return self._unseen(tag, attributes, match.end())
            self._open(tag, attributes)
        return match.end()

    def _after(self, sign: str, at: int) -> int:
        end = self.source.find(sign, at)
        return end + 1 if end >= 0 else len(self.source)

    def _unseen(self, tag: str, attributes: dict[str, str], at: int) -> int:
        match = _closing(tag).search(self.source, at) if tag not in self.unclosed else None
        if match is None:
            self.unclosed.add(tag)
        inside = self.source[at : match.start()] if match else ""
        if tag == "script" and "ld+json" in attributes.get("type", "").lower():
            self.found.scripts.append(inside)
        elif tag == "title" and self.found.page_title is None:
            self.found.page_title = _words(html.unescape(inside)) or None
        return match.end() if match else at

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "meta":
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            if name and attributes.get("content"):
                self.found.metas.append((name.lower(), html.unescape(attributes["content"]).strip()))
        elif tag == "link" and attributes.get("rel", "").lower() == "canonical":
            self.found.address = self.found.address or html.unescape(attributes.get("href", "")) or None
        elif tag == "input" and attributes.get("type", "").lower() == "password":
            self.found.has_password = True
        if tag == "a":
            self.link_depth = 1
            relations = attributes.get("rel", "").lower().split()
            self.tag_at = len(self.pieces) if "tag" in relations and "category" not in relations else None
        if tag == "br":
            self.breaks += 1
            if self.breaks > 1:
                self._flush()
            else:
                self.pieces.append(" ")
            return
        if tag in VOID:
            if tag not in INLINE:
                self._flush()
            return
        if tag in INLINE:
            self._label(tag, attributes)
            return
        self._flush()
        elements = self.found.elements
        for ended in IMPLIED_END.get(tag, ()):
            if self.stack and elements[self.stack[-1]].tag == ended:
                self.stack.pop()
                self.labels.closed(ended)
        if len(self.stack) < DEEPEST and len(elements) < MOST_ELEMENTS:
            elements.append(self._opened(tag, attributes))
            self.stack.append(len(elements) - 1)
        self._label(tag, attributes)

    def _label(self, tag: str, attributes: dict[str, str]) -> None:
        self.labels.opened(tag, attributes, len(self.found.segments), self.stack[-1] if self.stack else 0)

    def _opened(self, tag: str, attributes: dict[str, str]) -> Element:
        parent = self.stack[-1] if self.stack else 0
        outer = self.found.elements[parent]
        name = " ".join(attributes.get(key, "") for key in ("class", "id", "role", "itemprop"))
        kind, level = outer.kind, outer.level
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            kind, level = "heading", int(tag[1])
        elif tag == "figcaption" or (
            tag not in WHOLE_TAGS and tag not in MAIN_TAGS and tag != "section" and is_caption_name(name)
        ):
            kind = "caption"
        elif tag == "blockquote":
            kind = "quote"
        elif tag in ("li", "dd", "dt") and kind != "quote":
            kind = "list"
        own = area_of(tag, name)
        area = None if tag in MAIN_TAGS else outer.area or own
        hides = "hidden" in attributes or bool(
            NOT_SHOWN.search(attributes.get("style", "")) or is_for_readers_aloud(name)
        )
        return Element(parent, tag, kind, level, own, area, hides, outer.is_hidden or hides)

    def _close(self, tag: str) -> None:
        if tag == "a":
            self.link_depth = 0
            self._end_tag()
        self.labels.closed(tag)
        if tag in INLINE or tag in VOID:
            return
        self._flush()
        for depth in range(len(self.stack) - 1, max(len(self.stack) - 60, -1), -1):
            if self.found.elements[self.stack[depth]].tag == tag:
                del self.stack[depth:]
                return

    def _end_tag(self) -> None:
        place = self.found.elements[self.stack[-1] if self.stack else 0]
        if self.tag_at is not None and not (place.is_hidden or place.area in ("teaser", "subscribe")):
            words = _words("".join(self.pieces[self.tag_at :])).lstrip("#")
            if words:
                self.found.tags.append(words)
        self.tag_at = None

    def _data(self, start: int, end: int) -> None:
        if end <= start:
            return
        raw = self.source[start:end]
        stripped = raw.strip()
        if not stripped:
            self.pieces.append(" ")
            return
        self.breaks = 0
        if self.start < 0:
            self.start = start + raw.index(stripped[0])
        self.end = start + len(raw.rstrip())
        text = html.unescape(raw) if "&" in raw else raw
        self.pieces.append(text)
        self.labels.data(text)
        self.letters += len(stripped)
        self.link_letters += len(stripped) if self.link_depth else 0

    def _flush(self) -> None:
        text = _words("".join(self.pieces)) if self.start >= 0 else ""
        if text:
            element = self.stack[-1] if self.stack else 0
            place = self.found.elements[element]
            linked = self.link_letters / max(self.letters, 1)
            self.found.segments.append(
                Segment(
                    self.start,
                    self.end,
                    text,
                    place.kind or "paragraph",
                    place.level if place.kind == "heading" else 0,
                    place.area,
                    place.is_hidden,
                    linked,
                    element,
                )
            )
        self.pieces = []
        self.tag_at = None
        self.start = self.end = -1
        self.letters = self.link_letters = 0
        self.breaks = 0


def _judge_large_parts(found: Scan) -> None:
    """A part of the page that holds most of its running text is no menu, and it is shown, if only by a script."""
    elements = found.elements
    prose = [0] * len(elements)
    for segment in found.segments:
        if len(segment.text) >= SENTENCE and segment.linked < 0.5:
            prose[segment.element] += len(segment.text)
    for i in range(len(elements) - 1, 0, -1):
        prose[elements[i].parent] += prose[i]
    large = {
        i
        for i, element in enumerate(elements)
        if (element.own_area and prose[i] > LARGE_SHARE * prose[0])
        or (element.hides and prose[i] > LARGEST_SHARE * prose[0])
    }
    if not large:
        return
    judged: list[Element] = []
    for i, element in enumerate(elements):
        outer = judged[element.parent] if i else element
        own = None if i in large else element.own_area
        area = None if element.tag in MAIN_TAGS else (outer.area if i else None) or own
        is_hidden = (i > 0 and outer.is_hidden) or (element.hides and i not in large)
        judged.append(replace(element, area=area, is_hidden=is_hidden))
    found.elements = judged
    places = [judged[segment.element] for segment in found.segments]
    found.segments = [
        replace(segment, area=place.area, is_hidden=place.is_hidden)
        for segment, place in zip(found.segments, places, strict=True)
    ]


def _words(text: str) -> str:
    return SPACES.sub(" ", text.translate(INVISIBLE)).strip()


def _attributes(text: str) -> dict[str, str]:
    return {match[1].lower(): match[2] or match[3] or match[4] or "" for match in ATTRIBUTE.finditer(text[:20_000])}


def _closing(tag: str) -> re.Pattern[str]:
    return re.compile(rf"</{tag}\s*>", re.IGNORECASE)
