"""The items of an RSS or Atom feed as sources: the whole text where the feed has it, else its summary, marked so."""

import re
from collections.abc import Iterator
from html import escape
from urllib.parse import urljoin

from lxml import etree

from dragoman.collect.feed_dates import iso_date
from dragoman.collect.xml import tree
from dragoman.errors import InputError
from dragoman.records.article import Note
from dragoman.records.source import Source, Stated

_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_MEDIA = "http://search.yahoo.com/mrss/"
_USUAL = {"content": _CONTENT, "dc": _DUBLIN, "media": _MEDIA}
"""What prefixes mean that a feed forgot to declare."""
_BLANK_LINE = re.compile(r"\n\s*\n")
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
MOST_ATTRIBUTES = 5_000
"""Of one tag in an item's markup."""
_HIDDEN = frozenset("script style template noscript".split())
_BLOCKS = frozenset("p div br li h1 h2 h3 h4 h5 h6 blockquote tr figcaption".split())
_EMAIL_AND_NAME = re.compile(r"\s*\S+@\S+\s*\((.+)\)\s*")
"""RSS 2.0 has its authors as "address (Name)"."""
_SUMMARY = Note("excerpt", "a feed's summary; the article itself was not fetched")


def items(data: bytes, feed: str) -> Iterator[Source | InputError]:
    """A source for each item, in the feed's order. What cannot be read is named, by item where there are items."""
    try:
        root = tree(data)
    except ValueError as error:
        yield InputError(feed, f"this feed cannot be read: {error}")
        return
    channel = next((e for e in root if _local(e) == "channel"), root)
    outlet = _plain(_first(channel, "title"))
    base = _link(channel) or (feed if feed.startswith(("http:", "https:")) else "")
    # RSS 1.0 has its items beside the channel, all others inside.
    entries = [e for e in (*root, *(channel if channel is not root else ())) if _local(e) in ("item", "entry")]
    if not entries:
        yield InputError(feed, "a feed without items")
    for number, entry in enumerate(entries, 1):
        yield _item(entry, feed, number, outlet, base)


def _item(entry: etree._Element, feed: str, number: int, outlet: str | None, base: str) -> Source | InputError:
    link = _link(entry)
    name = urljoin(base, link) if link else f"{feed}#{number}"
    stated = Stated(
        title=_plain(_first(entry, "title")),
        authors=_authors(entry),
        published=_published(entry),
        outlet=outlet,
        tags=tuple(dict.fromkeys(_categories(entry))),
    )
    whole = _whole(entry)
    if whole and _words(whole):
        return Source(name, _page(whole, stated.title), feed, "utf-8", form="page", stated=stated)
    summary = _first(entry, "description") or _first(entry, "summary")
    text = "\n\n".join(_words(summary)) if summary else ""
    if not text:
        return InputError(
            f"{name} (in {feed})", "the feed has no text of it, only a title; the article was not fetched"
        )
    data = "\n\n".join(part for part in (stated.title, text) if part).encode()
    return Source(name, data, feed, "utf-8", form="text", stated=stated, excerpt=True, notes=(_SUMMARY,))


def _page(contents: str, title: str | None) -> bytes:
    """The item as a page of its own, so that its title has a place as well."""
    head = f"<title>{escape(title)}</title>" if title else ""
    heading = f"<h1>{escape(title)}</h1>\n" if title else ""
    return f"<!DOCTYPE html>\n<html><head>{head}</head><body><article>\n{heading}{contents}\n</article></body></html>\n".encode()


def _whole(entry: etree._Element) -> str | None:
    """The whole text as HTML, where the feed has it."""
    for element in entry:
        local, space = _local(element), _space(element)
        if local == "encoded" and space == _CONTENT:
            return _inner(element)
        if local == "content" and space != _MEDIA and not element.get("src"):
            form = (element.get("type") or "text").lower()
            if form in ("html", "text/html") or "xhtml" in form:
                return _inner(element)
            if form.startswith("text"):
                paragraphs = _BLANK_LINE.split(_inner(element))
                return "\n".join(f"<p>{escape(paragraph.strip())}</p>" for paragraph in paragraphs if paragraph.strip())
    return None


def _inner(element: etree._Element) -> str:
    """What stands in an element: its text, or its markup where it holds elements (XHTML)."""
    if not any(isinstance(child.tag, str) for child in element):
        return "".join(element.itertext()).strip()
    parts = [escape(element.text or "")]
    parts += [etree.tostring(child, encoding="unicode", method="html") for child in element]
    return "".join(parts).strip()


def _first(entry: etree._Element, local: str) -> str | None:
    """The contents of the first element of this name that is not of a media extension."""
    found = (_inner(e) for e in entry if _local(e) == local and _space(e) != _MEDIA)
    return next((text for text in found if text), None)


def _plain(markup: str | None) -> str | None:
    words = " ".join(_words(markup)) if markup else ""
    return words or None


def _words(markup: str) -> list[str]:
    """The paragraphs of some markup, without it; of plain text, what blank lines part."""
    bare = markup
    if _has_countless_attributes(markup):
        return []
    if "<" in markup or "&" in markup:
        try:
            bare = "".join(_told(etree.fromstring(f"<div>{markup}</div>", etree.HTMLParser(remove_comments=True))))
        except etree.XMLSyntaxError:
            bare = ""
    return [words for paragraph in _BLANK_LINE.split(bare) if (words := " ".join(paragraph.split()))]


def _has_countless_attributes(markup: str) -> bool:
    """Whether a tag has so many that libxml2, which compares each with each, would take minutes over them."""
    return any(
        len(_QUOTED.sub("", piece).partition(">")[0].split()) > MOST_ATTRIBUTES
        for piece in markup.split("<")
        if len(piece) > MOST_ATTRIBUTES
    )


def _told(root: etree._Element) -> Iterator[str]:
    """The text of some HTML, a blank line where a block or a line ends."""
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in _HIDDEN:
            hidden += 1 if event == "start" else -1
        if event == "start":
            yield "" if hidden else " ".join((element.text or "").split("\n"))
        else:
            yield "\n\n" if element.tag in _BLOCKS else ""
            yield "" if hidden else " ".join((element.tail or "").split("\n"))


def _link(entry: etree._Element) -> str | None:
    """The address of the page: RSS's text or Atom's "alternate"; a permanent id where there is no link."""
    for element in entry:
        if _local(element) == "link":
            href = element.get("href") if element.get("rel", "alternate") == "alternate" else None
            found = (href or (element.text if not element.get("rel") else None) or "").strip()
            if found:
                return found
    for element in entry:
        text = (element.text or "").strip()
        if _local(element) in ("guid", "id") and element.get("isPermaLink") != "false" and text.startswith("http"):
            return text
    return None


def _published(entry: etree._Element) -> str | None:
    """When the item was published; Atom's "updated" says something else."""
    for name in ("pubDate", "published", "issued", "date"):
        found = _first(entry, name)
        if found and (date := iso_date(found)):
            return date
    return None


def _authors(entry: etree._Element) -> tuple[str, ...]:
    names: list[str] = []
    for element in entry:
        local = _local(element)
        if local == "creator" and _space(element) == _DUBLIN:
            names.append(_plain(_inner(element)) or "")
        elif local == "author":
            named = _first(element, "name")
            words = _plain(named or _inner(element)) or ""
            match = _EMAIL_AND_NAME.fullmatch(words)
            names.append(match[1] if match else words)
    return tuple(dict.fromkeys(name for name in names if name and "@" not in name))


def _categories(entry: etree._Element) -> Iterator[str]:
    for element in entry:
        if _local(element) == "category":
            words = _plain(element.get("label") or element.get("term") or _inner(element))
            if words:
                yield words


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""


def _space(element: etree._Element) -> str | None:
    if not isinstance(element.tag, str):
        return None
    if element.tag.startswith("{"):
        return element.tag[1:].partition("}")[0]
    return _USUAL.get(element.tag.partition(":")[0])
