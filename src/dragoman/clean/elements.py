"""What the elements of HTML are to a reader: shown or not, block or inline, and which part of a page their names tell of."""

import re
from functools import lru_cache

from dragoman.records.article import DroppedKind

UNSEEN = frozenset(
    "script style noscript template svg iframe textarea select head title object canvas math".split()
)  # fmt: skip
INLINE = frozenset(
    (
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike "
        "strong sub sup time tt u var wbr img nobr picture source"
    ).split()
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
IMPLIED_END = {"li": ("li",), "p": ("p",), "td": ("td", "th"), "th": ("td", "th"), "tr": ("tr", "td", "th")}
AREAS: tuple[tuple[DroppedKind, re.Pattern[str]], ...] = (
    ("calendar", re.compile(r"\bcalendar|datepicker", re.IGNORECASE)),
    ("share", re.compile(r"\b(share|sharing|social|addtoany|sharedaddy)", re.IGNORECASE)),
    ("subscribe", re.compile(r"\b(newsletter|subscri|signup|mailchimp|paywall|regwall)", re.IGNORECASE)),
    ("teaser", re.compile(r"\b(related|recommend|teaser|read-?(more|also|next)|popular|trending|more-?(news|stories|from))", re.IGNORECASE)),
    ("navigation", re.compile(r"\b(nav|navbar|navigation|menu|breadcrumb|pagination|sitemap|toc)\b", re.IGNORECASE)),
    ("widget", re.compile(r"\b(cookie|consent|gdpr|banner|popup|modal|advert|promo)|(?<!elementor-)\bwidget", re.IGNORECASE)),
    ("other", re.compile(r"\b(footer|comments?|respond|sidebar|copyright|disqus|author-?(bio|box|info)|about-?author)\b", re.IGNORECASE)),
)  # fmt: skip
"""Parts of a page by words in the class, id or role of an element. A page builder calls every paragraph its "widget"."""
AREA_TAGS: dict[str, DroppedKind] = {
    "nav": "navigation",
    "footer": "other",
    "aside": "other",
    "button": "widget",
    "form": "widget",
    "dialog": "widget",
}
MAIN_TAGS = frozenset(["article", "main"])
WHOLE_TAGS = frozenset(["html", "body"])
"""Their class names describe the whole page."""
CAPTION = re.compile(r"caption|photo-?credit|image-?credit|img-?desc", re.IGNORECASE)
ASIDE_QUOTE = re.compile(r"pull-?quote|block-?quote--pull|tweet-?quote|click-?to-?tweet", re.IGNORECASE)
"""A sentence of the article, shown a second time in large letters."""
NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
FOR_READERS_ALOUD = re.compile(
    r"(?:^|\s)(?:sr-only|screen-reader-text|visually-?hidden|u-hidden|a11y-hidden)(?:$|\s)", re.IGNORECASE
)
"""Words for those who have the page read to them: "Published on", "Menu"."""
LONGEST_NAMES = 200
"""Code points of an element's class names that are searched for the word "caption"; longer ones are a builder's."""


@lru_cache(maxsize=4096)  # class names repeat themselves
def area_of(tag: str, names: str) -> DroppedKind | None:
    """The part of a page that an element opens, by its class names, else by its tag; `None` for none in particular."""
    if ASIDE_QUOTE.search(names):
        return "other"
    if tag in WHOLE_TAGS or tag in MAIN_TAGS:
        return None
    named = next((area for area, words in AREAS if names and words.search(names)), None)
    return named or AREA_TAGS.get(tag)


@lru_cache(maxsize=4096)
def is_caption_name(names: str) -> bool:
    """Whether an element's class names say that it is the caption of a picture."""
    return len(names) < LONGEST_NAMES and CAPTION.search(names) is not None


@lru_cache(maxsize=4096)
def is_for_readers_aloud(names: str) -> bool:
    """Whether they say that it is there for those who have the page read to them."""
    return FOR_READERS_ALOUD.search(names) is not None
