"""A page's HTML as the text that browsers, converters and crawlers make of it, in the manner of each of their kinds."""

import random
import re
import textwrap
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree, html

Manner = Literal["crawl", "pieces", "paragraphs", "browser", "indented", "bullets", "plain", "markdown"]
MANNERS: tuple[Manner, ...] = (
    "crawl", "pieces", "paragraphs", "browser", "indented", "bullets", "plain", "markdown",
)  # fmt: skip
"""One line a block; one line a piece of text; blank lines about paragraphs; the same without the page's name; indented by
depth; bulleted lists; blank lines about every block; Markdown."""

UNSEEN = frozenset(["script", "style", "noscript", "template", "svg", "iframe", "textarea", "select", "object", "canvas"])
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong "
    "sub sup time tt u var wbr img nobr picture button".split()
)
SPACED = frozenset(["p", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure", "table", "pre", "hr"])
HEADINGS = {f"h{level}": level for level in range(1, 7)}
SPACES = re.compile(r"\s+")
WRAP = 79
DEEPEST = 200


@dataclass(slots=True)
class _Line:
    """A block of the page, whose pieces are runs of text and the address that they link to."""

    kind: str
    depth: int
    is_spaced: bool
    pieces: list[tuple[str, str | None]] = field(default_factory=list)

    def words(self) -> str:
        return SPACES.sub(" ", "".join(text for text, _ in self.pieces)).strip()


def dump(page: bytes, manner: Manner, chance: random.Random) -> str:
    """The text of a page in one manner; `chance` decides what converters do differently: buttons, what is hidden."""
    try:
        root = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.ParserError, ValueError):
        return ""
    keeps_buttons = chance.random() < 0.7
    walk = _Walk(keeps_buttons=keeps_buttons, has_images=manner == "markdown")
    body = root.find("body")
    walk.element(body if body is not None else root, 0)
    walk.flush()
    name = SPACES.sub(" ", root.findtext(".//title") or "").strip()
    lines = [line for line in walk.lines if line.words() or line.kind == "hr"]
    out = [name] if name and manner in ("crawl", "pieces", "paragraphs") else []
    for line in lines:
        out += _written(line, manner)
    return "\n".join(out).strip("\n") + "\n"


class _Walk:
    """The blocks of a page in its order."""

    def __init__(self, *, keeps_buttons: bool, has_images: bool) -> None:
        self.keeps_buttons = keeps_buttons
        self.has_images = has_images
        self.lines: list[_Line] = []
        self.pieces: list[tuple[str, str | None]] = []
        self.kind, self.depth, self.is_spaced = "", 0, False
        self.address: str | None = None

    def flush(self) -> None:
        if self.pieces:
            self.lines.append(_Line(self.kind, self.depth, self.is_spaced, self.pieces))
            self.pieces, self.is_spaced = [], False

    def element(self, node: etree._Element, depth: int) -> None:
        tag = node.tag if isinstance(node.tag, str) else ""
        if not tag or tag in UNSEEN or depth > DEEPEST or (tag == "button" and not self.keeps_buttons):
            return
        is_block = tag not in INLINE and tag != "br"
        kind_before, depth_before, address_before = self.kind, self.depth, self.address
        if is_block or tag == "br":
            self.flush()
        if is_block:
            self.depth = depth
            self.is_spaced = self.is_spaced or tag in SPACED
            if tag == "hr":
                self.lines.append(_Line("hr", depth, is_spaced=True))
            if tag in HEADINGS or tag in ("li", "blockquote"):
                self.kind = tag
        if tag == "a":
            self.address = node.get("href") or None
        if tag == "img" and self.has_images:
            self.pieces.append((f"![{node.get('alt') or ''}]({node.get('src') or ''})", None))
        self._text(node.text)
        for child in node:
            self.element(child, depth + 1)
            self._text(child.tail)
        if is_block:
            self.flush()
            self.is_spaced = self.is_spaced or tag in SPACED
        self.kind, self.depth, self.address = kind_before, depth_before, address_before

    def _text(self, text: str | None) -> None:
        if text and (text.strip() or self.pieces):
            self.pieces.append((text, self.address))


def _written(line: _Line, manner: Manner) -> list[str]:
    words = line.words()
    if manner == "pieces":
        return [text for piece, _ in line.pieces if (text := SPACES.sub(" ", piece).strip())]
    if manner in ("plain", "markdown"):
        return _marked(line, words, is_linked=manner == "markdown")
    if line.kind == "hr":
        return []
    gap = [""] if line.is_spaced and manner != "crawl" else []
    if manner == "indented":
        mark = "* " if line.kind == "li" else ""
        return [*gap, "  " * (0 if line.is_spaced and not mark else min(line.depth, 12)) + mark + words]
    if manner == "bullets" and line.kind == "li":
        return [*gap, "  • " + words]
    return [*gap, words]


def _marked(line: _Line, words: str, *, is_linked: bool) -> list[str]:
    if line.kind == "hr":
        return ["", "* * *", ""]
    if is_linked:
        words = "".join(
            f"[{text}]({address})" if address and text.strip() else text
            for text, address in ((SPACES.sub(" ", text), address) for text, address in line.pieces)
        ).strip()
    level = HEADINGS.get(line.kind)
    mark = "#" * level + " " if level else {"li": "  * ", "blockquote": "> "}.get(line.kind, "")
    gap = [] if line.kind == "li" and not line.is_spaced else [""]
    if is_linked and not level:
        wrapped = textwrap.wrap(words, WRAP, break_long_words=False)
        return [*gap, *((mark if i == 0 else "") + row for i, row in enumerate(wrapped))]
    return [*gap, mark + words]
