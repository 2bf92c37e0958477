"""JSON-LD of a page: its nodes, the one that describes the article itself, and the names that a node gives."""

import json
import re
from collections.abc import Iterator, Sequence

from dragoman.clean.title import key

Node = dict[str, object]

ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|PressRelease|LiveBlog")
LESSER_TYPES = re.compile(r"Review|CreativeWork|SocialMediaPosting|VideoObject|PodcastEpisode")
"""Taken for the article where nothing better is there; a page of reviews has many."""
PAGE_TYPES = re.compile(r"WebPage|ItemPage|AboutPage")
GROUP_TYPES = re.compile(r"Organization|Corporation|WebSite|Brand|NewsMedia|LocalBusiness")
DEEPEST, MOST_NODES = 12, 5_000
"""Levels and nodes that are searched; a page can nest without end."""
MOST_NAMES = 20


def nodes(scripts: Sequence[str]) -> list[Node]:
    """Every object in the scripts, outer ones first; a script that does not parse gives none."""
    return [node for script in scripts for node in _nodes(script)][:MOST_NODES]


def article_nodes(found: Sequence[Node], titles: Sequence[str]) -> list[Node]:
    """The nodes that describe the article, the surest first; those of other articles that the page lists are left out.

    `titles`: what the page calls itself elsewhere.
    """
    for types in (ARTICLE_TYPES, PAGE_TYPES, LESSER_TYPES):
        fitting = [node for node in found if types.search(str(node.get("@type", "")))]
        if types is not ARTICLE_TYPES:
            fitting = [node for node in fitting if node.get("author")]
        if not fitting:
            continue
        called = {key(title) for title in titles} - {""}
        titled = [node for node in fitting if key(text(node.get("headline")) or text(node.get("name"))) in called]
        return titled or fitting[:1]
    return []


def names(value: object, by_id: dict[str, Node]) -> tuple[list[str], list[str]]:
    """Names of persons and of groups in an author's or publisher's value, references resolved."""
    persons: list[str] = []
    groups: list[str] = []
    waiting: list[object] = [value]
    seen = 0
    while waiting and seen < MOST_NAMES:
        item = waiting.pop(0)
        seen += 1
        if isinstance(item, list):
            waiting[:0] = item[:MOST_NAMES]
        elif isinstance(item, dict):
            node = item
            if "name" not in item and isinstance(item.get("@id"), str):
                node = by_id.get(str(item["@id"]), item)
            kind = str(node.get("@type", ""))
            named = node.get("name")
            for each in named[:MOST_NAMES] if isinstance(named, list) else [named]:
                name = text(each)
                if name and "http" not in name:
                    (persons if "Person" in kind or not GROUP_TYPES.search(kind) else groups).append(name)
        elif (name := text(item)) and "http" not in name:
            persons.append(name)
    return persons, groups


def text(value: object) -> str:
    """A value's words on one line; the first of several; empty for anything else."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return re.sub(r"\s+", " ", value[:1000]).strip() if isinstance(value, str) else ""


def _nodes(script: str) -> Iterator[Node]:
    cleaned = script.strip().removeprefix("<!--").removeprefix("<![CDATA[").removesuffix("-->").removesuffix("]]>")
    try:
        data = json.loads(cleaned.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return
    waiting: list[tuple[object, int]] = [(data, 0)]
    while waiting:
        item, depth = waiting.pop()
        if isinstance(item, dict):
            yield item
            if depth < DEEPEST:
                waiting.extend((value, depth + 1) for value in reversed(list(item.values())))
        elif isinstance(item, list) and depth < DEEPEST:
            waiting.extend((value, depth + 1) for value in reversed(item))
