"""HTML in one pass: the visible text in segments, each with its place in the source, and what the page says of itself.

A parser's tree has no places in the source; this scanner needs no tree. It is linear in the length of the page, whatever
the page looks like.
"""

import html
import re
from dataclasses import dataclass, field
from typing import Literal

from dragoman.records.article import DroppedKind

SegmentKind = Literal["paragraph", "heading", "list", "quote", "caption"]

TAG = re.compile(r"""<(/?)([a-zA-Z][\w:-]*)((?:[^<>"']++|"[^"]{0,100000}"|'[^']{0,100000}'){0,400}+)>""")
LOOSE_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)([^<>]{0,8000})>")
ATTRIBUTE = re.compile(r"""([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
SPACES = re.compile(r"\s+")
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad\x00"))
MOST_BROKEN_TAGS = 20
"""After so many tags with unbalanced quotes they are read without regard to quotes: searching on would take too long."""
UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "textarea",
        "select",
        "head",
        "title",
        "object",
        "canvas",
        "math",
    ]
)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
        "nobr",
        "picture",
        "source",
    ]
)
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
IMPLIED_END = {"li": ("li",), "p": ("p",), "td": ("td", "th"), "th": ("td", "th"), "tr": ("tr", "td", "th")}
AREAS: tuple[tuple[DroppedKind, re.Pattern[str]], ...] = (
    ("calendar", re.compile(r"\bcalendar|datepicker", re.IGNORECASE)),
    ("share", re.compile(r"\b(share|sharing|social|addtoany|sharedaddy)", re.IGNORECASE)),
    ("subscribe", re.compile(r"\b(newsletter|subscri|signup|mailchimp)", re.IGNORECASE)),
    ("teaser", re.compile(r"\b(related|recommend|teaser|read-?(more|also|next)|popular|trending|more-?(news|stories|from))", re.IGNORECASE)),
    ("navigation", re.compile(r"\b(nav|navbar|navigation|menu|breadcrumb|pagination|sitemap|toc)\b", re.IGNORECASE)),
    ("widget", re.compile(r"\b(cookie|consent|gdpr|banner|popup|modal|advert|promo|widget)", re.IGNORECASE)),
    ("other", re.compile(r"\b(footer|comments?|respond|sidebar|copyright|disqus)\b", re.IGNORECASE)),
)  # fmt: skip
AREA_TAGS: dict[str, DroppedKind] = {
    "nav": "navigation",
    "footer": "other",
    "aside": "other",
    "button": "widget",
    "form": "widget",
}
CAPTION = re.compile(r"caption|photo-?credit|image-?credit|img-?desc", re.IGNORECASE)
NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


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


@dataclass(slots=True)
class Scan:
    """All that one pass over a page finds."""

    segments: list[Segment] = field(default_factory=list)
    metas: list[tuple[str, str]] = field(default_factory=list)
    """Name or property in lower case, and content, in the order of the page."""
    scripts: list[str] = field(default_factory=list)
    """Contents of the JSON-LD scripts."""
    times: list[str] = field(default_factory=list)
    """`datetime` of the time elements."""
    tags: list[str] = field(default_factory=list)
    """Words of the links that a page marks as its tags (rel="tag"), outside of teasers and what is hidden."""
    page_title: str | None = None
    has_password: bool = False


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    kind: SegmentKind | None
    level: int
    area: DroppedKind | None
    is_hidden: bool


def scan(source: str) -> Scan:
    """The segments of a page in order, and its statements about itself."""
    return _Scanner(source).run()


class _Scanner:
    def __init__(self, source: str) -> None:
        self.source = source
        self.found = Scan()
        self.stack: list[_Open] = []
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
        elif tag == "time" and attributes.get("datetime"):
            self.found.times.append(attributes["datetime"])
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
        if tag in INLINE:
            return
        self._flush()
        if tag in VOID:
            return
        for ended in IMPLIED_END.get(tag, ()):
            if self.stack and self.stack[-1].tag == ended:
                self.stack.pop()
        self.stack.append(self._opened(tag, attributes))

    def _opened(self, tag: str, attributes: dict[str, str]) -> _Open:
        outer = self.stack[-1] if self.stack else _Open("", None, 0, None, False)
        name = " ".join(attributes.get(key, "") for key in ("class", "id", "role", "itemprop"))
        kind, level = outer.kind, outer.level
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            kind, level = "heading", int(tag[1])
        elif tag == "figcaption" or (
            len(name) < 200 and CAPTION.search(name) and tag not in ("body", "article", "main", "section")
        ):
            kind = "caption"
        elif tag == "blockquote":
            kind = "quote"
        elif tag in ("li", "dd", "dt") and kind != "quote":
            kind = "list"
        area = outer.area
        if tag in ("article", "main"):
            area = None
        elif area is None and tag not in ("html", "body"):
            named = next((area for area, words in AREAS if name and words.search(name)), None)
            area = named or AREA_TAGS.get(tag)
        hidden = outer.is_hidden or "hidden" in attributes or bool(NOT_SHOWN.search(attributes.get("style", "")))
        return _Open(tag, kind, level, area, hidden)

    def _close(self, tag: str) -> None:
        if tag == "a":
            self.link_depth = 0
            self._end_tag()
        if tag in INLINE or tag in VOID:
            return
        self._flush()
        for depth in range(len(self.stack) - 1, max(len(self.stack) - 60, -1), -1):
            if self.stack[depth].tag == tag:
                del self.stack[depth:]
                return

    def _end_tag(self) -> None:
        place = self.stack[-1] if self.stack else None
        if self.tag_at is not None and not (place and (place.is_hidden or place.area in ("teaser", "subscribe"))):
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
        self.letters += len(stripped)
        self.link_letters += len(stripped) if self.link_depth else 0

    def _flush(self) -> None:
        text = _words("".join(self.pieces)) if self.start >= 0 else ""
        if text:
            place = self.stack[-1] if self.stack else _Open("", None, 0, None, False)
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
                )
            )
        self.pieces = []
        self.tag_at = None
        self.start = self.end = -1
        self.letters = self.link_letters = 0
        self.breaks = 0


def _words(text: str) -> str:
    return SPACES.sub(" ", text.translate(INVISIBLE)).strip()


def _attributes(text: str) -> dict[str, str]:
    return {match[1].lower(): match[2] or match[3] or match[4] or "" for match in ATTRIBUTE.finditer(text[:20_000])}


def _closing(tag: str) -> re.Pattern[str]:
    return re.compile(rf"</{tag}\s*>", re.IGNORECASE)
