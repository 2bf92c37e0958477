"""What a page says of itself in its head: JSON-LD and meta elements, for title, authors, day and time, outlet and tags."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.clean.moments import moments
from dragoman.clean.scan import Scan

ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|Review|PressRelease|LiveBlog")
PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "parsely-pub-date",
    "sailthru.date", "publishdate", "publish_date", "pubdate", "publication_date", "dc.date.issued", "dcterms.created",
    "dc.date", "date",
)  # fmt: skip
"""Names under which sites state the day of publication, the surest first. Source: Open Graph, schema.org, Dublin Core."""
AUTHOR = ("author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
KEYWORDS = ("article:tag", "news_keywords", "parsely-tags", "keywords")
DEEPEST = 12
"""Levels of JSON-LD that are searched; a page can nest without end."""
MOST_TAGS = 30


@dataclass(frozen=True, slots=True)
class Statements:
    """The page's own statements; what it does not state is `None` or empty."""

    titles: tuple[str, ...]
    authors: tuple[str, ...]
    published: str | None
    outlet: str | None
    tags: tuple[str, ...]


def statements(found: Scan) -> Statements:
    """All statements of a page, JSON-LD before meta elements."""
    nodes = [node for script in found.scripts for node in _nodes(script)]
    articles = [node for node in nodes if ARTICLE_TYPES.search(str(node.get("@type", "")))]
    metas = found.metas
    titles = [_text(node.get("headline")) for node in articles] + [
        v for k, v in metas if k in ("og:title", "twitter:title")
    ]
    authors = [name for node in articles for name in _names(node.get("author"))]
    if not authors:
        authors = [
            value.removeprefix("By ") for name in AUTHOR for key, value in metas if key == name and _is_person(value)
        ]
    dates = [_text(node.get("datePublished")) for node in articles]
    dates += [value for name in PUBLISHED for key, value in metas if key == name]
    outlets = [name for node in articles for name in _names(node.get("publisher"))]
    outlets += [value for name in ("og:site_name", "application-name") for key, value in metas if key == name]
    return Statements(
        titles=tuple(title for title in titles if title),
        authors=tuple(dict.fromkeys(authors[:8])),
        published=_best_moment(dates) or (_best_moment(found.times[:1]) if found.times else None),
        outlet=next((name for name in outlets if name and len(name) < 80), None),
        tags=_tags(articles, metas, found.tags),
    )


def _nodes(script: str) -> Iterator[dict[str, object]]:
    try:
        data = json.loads(script.strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
    except (ValueError, RecursionError):
        return
    waiting: list[tuple[object, int]] = [(data, 0)]
    while waiting:
        item, depth = waiting.pop()
        if isinstance(item, dict):
            yield item
            waiting.extend((value, depth + 1) for value in reversed(list(item.values())) if depth < DEEPEST)
        elif isinstance(item, list):
            waiting.extend((value, depth + 1) for value in reversed(item) if depth < DEEPEST)


def _names(value: object) -> list[str]:
    if isinstance(value, list):
        return [name for item in value[:20] for name in _names(item)]
    name = _text(value.get("name")) if isinstance(value, dict) else _text(value)
    return [name] if name and "http" not in name else []


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return re.sub(r"\s+", " ", value[:1000]).strip() if isinstance(value, str) else ""


def _is_person(value: str) -> bool:
    return bool(value) and "http" not in value and len(value) < 100


def _best_moment(values: list[str]) -> str | None:
    """The first day stated; with its time and zone where another statement of the same day has them."""
    found = [moment.iso for value in values for moment in list(moments(value))[:1]]
    if not found:
        return None
    same = [iso for iso in found if iso[:10] == found[0][:10]]
    zoned = [iso for iso in same if re.search(r"T.*[+-]\d\d:\d\d$", iso)]
    return next(iter(zoned), None) or max(same, key=len)


def _tags(articles: list[dict[str, object]], metas: list[tuple[str, str]], linked: list[str]) -> tuple[str, ...]:
    stated: list[str] = []
    for node in articles:
        words = node.get("keywords")
        stated += (
            [item for item in words if isinstance(item, str)] if isinstance(words, list) else _text(words).split(",")
        )
    for name in KEYWORDS:
        if not any(item.strip() for item in stated):
            values = [value for key, value in metas if key == name]
            stated += (
                values
                if name == "article:tag" and len(values) > 1
                else [v for value in values for v in value.split(",")]
            )
    clean = [item.strip() for item in stated if item.strip()] or linked
    return tuple(dict.fromkeys(item for item in clean if len(item) <= 60))[:MOST_TAGS]
