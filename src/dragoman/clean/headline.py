"""The title of a page: the heading that readers see above the text, else what the page calls itself, without the site."""

import re
from collections.abc import Sequence

from dragoman.clean.scan import Scan, Segment
from dragoman.clean.statements import Statements
from dragoman.clean.title import SITE, key

LONGEST = 300
BESIDE_SITE = re.compile(r"(?:\s+[|•·»›—–:-]{1,2}|\s*[|»]|:)\s+")
AGREES, RELATED = 0.55, 0.15
"""Shares of words in common with a name of the page, from which a heading is the title: any, and the only one of the first
level above the text. Papers name a page for search engines in other words than they print above it."""
MOST_SITE_WORDS = 6


def headline(found: Scan, stated: Statements, first: int, last: int) -> tuple[int | None, str | None]:
    """The segment that is the title, where one is, and the title's words.

    `first`, `last`: the first and last segments of the running text; the title stands above the text or opens it.
    """
    names = [*stated.titles, *([found.page_title] if found.page_title else [])]
    site = sites(found, stated)
    words = [set(key(name).split()) for name in names]
    tops = [
        i
        for i, segment in enumerate(found.segments[: last + 1])
        if segment.level == 1 and _may_be_title(segment, site, names)
    ]
    above = [i for i in tops if i <= first]
    exact = [i for i in above if set(key(found.segments[i].text).split()) in words]
    only = above[-1] if len(above) == 1 or (above and len(tops) == len(above)) else None
    if len(exact) == 1 and len(above) > 1:
        only = exact[0]  # the others head its parts
    if only is not None and _likeness(found.segments[only].text, words)[0] >= RELATED:
        return only, found.segments[only].text
    best: tuple[float, int] | None = None
    for i, segment in enumerate(found.segments[: last + 1]):
        if segment.kind != "heading" or segment.level > 2 or not _may_be_title(segment, site, names):
            continue
        agree, inside = _likeness(segment.text, words)
        is_long = len(segment.text.split()) >= 3
        score = agree + (0.6 if is_long and inside > 0.9 else 0.0) + (0.25 if segment.level == 1 else 0.0)
        if score >= AGREES and (best is None or score > best[0]):
            best = (score, i)
    if best is not None:
        return best[1], found.segments[best[1]].text
    if len(tops) == 1 and not names:
        return tops[0], found.segments[tops[0]].text
    if names:
        return None, without_site(names[0], site)
    return (tops[0], found.segments[tops[0]].text) if tops else (None, None)


def _likeness(heading: str, names: Sequence[set[str]]) -> tuple[float, float]:
    """Words in common with the most similar name, of all words of both, and of the heading's words."""
    own = set(key(heading).split())
    return (
        max((len(own & name) / len(own | name) for name in names), default=0.0),
        max((len(own & name) / len(own) for name in names), default=0.0),
    )


def sites(found: Scan, stated: Statements) -> frozenset[str]:
    """The keys of what the site is called: by its statements, and by its domain."""
    known = {key(name) for name in (stated.outlet or "", *stated.groups)}
    for name in [value for kind, value in found.metas if kind in ("og:site_name", "application-name")]:
        known.add(key(name))
    known.add(domain(found) or "")
    return frozenset(known - {""})


def domain(found: Scan) -> str | None:
    """The domain of the page by its own word, without "www."."""
    address = found.address or next((value for kind, value in found.metas if kind == "og:url"), "")
    match = re.match(r"https?://(?:www\d?\.|m\.|amp\.)?([\w.-]+\.[a-z]{2,})", address, re.IGNORECASE)
    return match[1].lower() if match else None


def without_site(name: str, site: frozenset[str]) -> str:
    """A page's name without the site's, which stands before or after it: "Title | Site", "Site: Title"."""
    cuts = [(match.start(), match.end()) for match in BESIDE_SITE.finditer(name)]
    for start, end in reversed(cuts):
        tail = name[end:]
        barred = "|" in name[start:end]
        if key(tail) in site or key(tail).replace(" ", "") in {one.split(".")[0] for one in site}:
            return name[:start].strip()
        if barred and len(tail.split()) <= MOST_SITE_WORDS and len(name[:start].split()) >= len(tail.split()):
            return name[:start].strip()
    for start, end in cuts[:1]:
        if key(name[:start]) in site:
            return name[end:].strip()
    parts = [part.strip() for part in SITE.split(name) if part.strip()]
    if len(parts) > 1 and len(parts[-1].split()) <= 4 and len(parts[0].split()) > 2 * len(parts[-1].split()):
        return name[: name.rindex(parts[-1])].rstrip(" |•·»›—–:-")
    return name


def _may_be_title(segment: Segment, site: frozenset[str], names: Sequence[str]) -> bool:
    if (
        segment.is_hidden
        or not 0 < len(segment.text) <= LONGEST
        or segment.area in ("navigation", "teaser", "subscribe")
    ):
        return False
    own = key(segment.text)
    if not own or own.isdigit() or own in site:
        return False
    # The site's name, linked to its first page: "Harbour Blog" in "Harbour Blog: Ships leave".
    return not (segment.linked > 0.8 and any(key(name).startswith(own) and key(name) != own for name in names[-1:]))
