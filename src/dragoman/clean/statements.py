"""What a page says of itself in its head: JSON-LD and meta elements, for title, authors, day and time, outlet and tags."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.clean.linked_data import PAGE_TYPES, Node, article_nodes, names, nodes, text
from dragoman.clean.moments import moments
from dragoman.clean.scan import Scan

TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title")
PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "parsely-pub-date",
    "sailthru.date", "citation_publication_date", "publishdate", "publish_date", "publish-date", "pubdate",
    "publication_date", "article.published", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "dc.date", "date",
)  # fmt: skip
"""Names under which sites state the day of publication, the surest first. Source: Open Graph, schema.org, Dublin Core,
Highwire Press."""
AUTHOR = (
    "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "citation_author",
    "citation_authors", "dc.creator", "dcterms.creator", "byl", "article_author",
)  # fmt: skip
PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher")
CARD = re.compile(r"twitter:label(\d)")
CARD_AUTHOR = re.compile(r"(?:written|posted) by|author|by|автор|verfasst von|écrit par|escrito por", re.IGNORECASE)
"""What the label of a card says when its datum is the author."""
KEYWORDS = ("article:tag", "news_keywords", "parsely-tags", "keywords")
MOST_TAGS = 30


@dataclass(frozen=True, slots=True)
class Statements:
    """The page's own statements; what it does not state is `None` or empty."""

    titles: tuple[str, ...]
    authors: tuple[str, ...]
    """Persons that JSON-LD gives."""
    named: tuple[str, ...]
    """Authors that meta elements give."""
    groups: tuple[str, ...]
    """Organisations that the page gives as authors."""
    published: tuple[str, ...]
    """Every day or time stated for the publication, ISO 8601, the surest first."""
    outlet: str | None
    tags: tuple[str, ...]


def statements(found: Scan) -> Statements:
    """All statements of a page, JSON-LD before meta elements."""
    metas = found.metas
    given = nodes(found.scripts)
    by_id = {str(node["@id"]): node for node in reversed(given) if isinstance(node.get("@id"), str) and "name" in node}
    called = [value for name in TITLES for key, value in metas if key == name]
    articles = article_nodes(given, called + ([found.page_title] if found.page_title else []))
    persons: list[str] = []
    groups: list[str] = []
    for node in articles:
        if not persons:
            more = names(node.get("author") or node.get("creator"), by_id)
            persons, groups = more[0], groups + more[1]
    publishers = [name for node in articles for kind in names(node.get("publisher"), by_id) for name in kind]
    publishers += [value for name in PUBLISHERS for key, value in metas if key == name]
    pages = [node for node in given if PAGE_TYPES.search(str(node.get("@type", "")))]
    dates = [text(node.get("datePublished")) for node in articles]
    dates += [value for name in PUBLISHED for key, value in metas if key == name]
    dates += [text(node.get("datePublished")) for node in pages[:1]]
    days = [moment for value in dates for moment in moments(value)[:1]]
    return Statements(
        titles=tuple(
            title for title in [*(html.unescape(text(n.get("headline"))) for n in articles), *called] if title
        ),
        authors=tuple(dict.fromkeys(html.unescape(name) for name in persons[:8])),
        named=tuple(dict.fromkeys(_named(metas))),
        groups=tuple(dict.fromkeys(html.unescape(name) for name in groups[:4])),
        published=tuple(day.iso for day in days if day.other is None) or tuple(day.iso for day in days),
        outlet=next((html.unescape(name) for name in publishers if name and len(name) < 80), None),
        tags=_tags(articles, metas, found.tags),
    )


def _named(metas: Sequence[tuple[str, str]]) -> list[str]:
    for name in AUTHOR:
        values = [value for key, value in metas if key == name and _is_person(value)]
        if values:
            return values[:8]
    data = dict(reversed(metas))
    for key, value in metas:
        label = CARD.fullmatch(key)
        if label and CARD_AUTHOR.fullmatch(value.strip(" :")):
            named = data.get(f"twitter:data{label[1]}", "")
            return [named] if _is_person(named) else []
    return []


def _is_person(value: str) -> bool:
    return bool(value) and "http" not in value and len(value) < 100


def _tags(articles: Sequence[Node], metas: Sequence[tuple[str, str]], linked: Sequence[str]) -> tuple[str, ...]:
    stated: list[str] = []
    for node in articles:
        words = node.get("keywords")
        stated += (
            [item for item in words if isinstance(item, str)] if isinstance(words, list) else text(words).split(",")
        )
    for name in KEYWORDS:
        if not any(item.strip() for item in stated):
            values = [value for key, value in metas if key == name]
            stated += (
                values
                if name == "article:tag" and len(values) > 1
                else [v for value in values for v in value.split(",")]
            )
    clean = [item.strip() for item in stated if item.strip()] or list(linked)
    return tuple(dict.fromkeys(item for item in clean if len(item) <= 60))[:MOST_TAGS]
