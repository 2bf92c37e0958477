"""HTML pages: body and head, captions apart, everything else dropped with its reason, each block where it stood."""

import html
import re

import pytest

from dragoman.clean.article import clean
from dragoman.clean.page import is_page
from dragoman.clean.scan import scan
from dragoman.errors import InputError
from dragoman.records.article import Article
from dragoman.records.source import Source

FIRST = (
    "The Norwegian frigate arrived in the northern port on June 11 for the first call in seven years, the press service "
    "of the fleet said on Friday. It is to stay until Sunday and to take on fuel and water."
)
SECOND = (
    "Talks on search and rescue at sea are planned for Saturday. Both sides signed an agreement on it in 2012, and it has "
    "been extended twice since then, most recently for five years."
)
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head>
<title>Frigate calls at the northern port | Steppe Courier</title>
<meta property="og:site_name" content="Steppe Courier">
<meta property="article:published_time" content="2020-06-12T18:05:00+03:00">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Frigate calls at the northern port",
"author": [{{"@type": "Person", "name": "Maria Keller"}}], "datePublished": "2020-06-12",
"keywords": ["Navy", "Ports"]}}</script>
<style>p {{ color: red }}</style></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/army">Army</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article>
<h1>Frigate calls at the northern port</h1>
<p class="byline">By Maria Keller</p>
<p>The Norwegian <b>frigate</b>{FIRST.removeprefix("The Norwegian frigate")}</p>
<figure><img src="f.jpg" alt="x"><figcaption>The frigate at the pier &amp; its crew</figcaption></figure>
<h2>What comes next</h2>
<blockquote><p>We are glad to be here again, and we hope that the visit will help our sailors to know one another.</p></blockquote>
<p>{SECOND}</p>
<ul><li>an agreement on search and rescue at sea, signed in 2012</li><li>a protocol on calls of ships, signed in 2015</li></ul>
</article></main>
<aside class="related"><h3>Related</h3><p><a href="/x">Submarine leaves for the south</a></p></aside>
<footer><p>© 2020 Steppe Courier. All rights reserved.</p></footer>
<script>var secret = 1;</script>
</body></html>
"""


def article_of(page: str) -> Article:
    return clean(Source("a.html", page.encode()))


def test_the_head_of_a_page_is_what_the_page_states() -> None:
    article = article_of(PAGE)
    assert article.title == "Frigate calls at the northern port"
    assert article.authors == ("Maria Keller",)
    assert article.published == "2020-06-12T18:05:00+03:00"
    assert article.outlet == "Steppe Courier"
    assert article.tags == ("Navy", "Ports")


def test_the_blocks_of_a_page_have_their_kinds() -> None:
    article = article_of(PAGE)
    assert [block.kind for block in article.blocks] == [
        "title", "paragraph", "caption", "heading", "quote", "paragraph", "list", "list",
    ]  # fmt: skip
    assert FIRST in article.text
    assert "The frigate at the pier & its crew" in article.text


def test_the_span_of_a_block_holds_its_words_and_no_other() -> None:
    article = article_of(PAGE)
    for block in article.blocks:
        words = html.unescape(re.sub(r"<[^>]*>", "", PAGE[block.source_start : block.source_end]))
        assert words.split() == article.text[block.start : block.end].split()
    starts = [block.source_start for block in article.blocks]
    assert starts == sorted(starts)


def test_what_is_visible_and_no_part_of_the_article_is_dropped_with_its_reason() -> None:
    article = article_of(PAGE)
    kinds = {item.text: item.kind for item in article.dropped}
    assert kinds["Home"] == "navigation"
    assert kinds["Submarine leaves for the south"] == "teaser"
    assert kinds["© 2020 Steppe Courier. All rights reserved."] == "other"
    assert not any("secret" in text or "color" in text for text in kinds)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (
            (
                "<html><body><h1>Log in</h1><form><label>User name</label><input name=u><label>Password</label>"
                "<input type=password><button>Log in</button></form><p>Please log in to read on.</p></body></html>"
            ),
            "login page",
        ),
        (
            "<html><body><h1>News</h1><ul>"
            + "".join(
                f"<li><a href='/{i}'>The minister of defence left for talks number {i} in the capital</a></li>"
                for i in range(30)
            )
            + "</ul></body></html>",
            "no article",
        ),
        ("<html><body></body></html>", "no article"),
        ("<html><body><p>Page not found</p></body></html>", "no article"),
    ],
)
def test_a_page_that_is_no_article_is_refused_with_the_reason(page: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        article_of(page)


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ('<meta property="article:published_time" content="2020-06-12T18:05:00Z">', "2020-06-12T18:05:00+00:00"),
        ('<meta name="pubdate" content="2020-06-12 18:05">', "2020-06-12T18:05"),
        ('<script type="application/ld+json">{"@graph":[{"@type":"Article","datePublished":"2020-06-12T18:05:00+05:00"}]}</script>',
         "2020-06-12T18:05:00+05:00"),
        ('<script type="application/ld+json">{broken</script><meta name="date" content="2020-06-12">', "2020-06-12"),
        ("", None),
    ],
)  # fmt: skip
def test_the_time_of_publication_is_the_one_the_markup_states(stated: str, published: str | None) -> None:
    page = f"<html><head>{stated}</head><body><h1>Frigate calls at the port</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>"
    assert article_of(page).published == published


def test_a_time_element_gives_the_time_of_publication() -> None:
    page = (
        "<html><body><article><h1>Frigate calls at the port</h1>"
        f'<time datetime="2020-06-12T18:05:00+03:00">12 June</time><p>{FIRST}</p><p>{SECOND}</p></article></body></html>'
    )
    assert article_of(page).published == "2020-06-12T18:05:00+03:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!doctype html><p>x", True),
        ("\n<!-- saved --><html><p>x", True),
        ("<div><p>One.</p><p>Two.</p></div>", True),
        ("A text that speaks of <p> and of </p> is no page.", False),
        ("# Markdown\n\n* [a](b)", False),
        ("", False),
    ],
)
def test_a_page_is_known_by_its_contents(text: str, expected: bool) -> None:
    assert is_page(text) is expected


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        ("<p>a<b>b</b>c d</p>", ["abc d"]),
        ("<p>one<p>two", ["one", "two"]),
        ("<p>one<br>two</p>", ["one two"]),
        ("<p>one<br><br>two</p>", ["one", "two"]),
        ("<!-- <p>no</p> --><p>a &lt; b</p>", ["a < b"]),
        ("<script>if (a < b) '</p>'</script>x", ["x"]),
        ('<a title="a > b" href=c>x</a>', ["x"]),
        ("3 < 4 and 5 > 4", ["3 < 4 and 5 > 4"]),
        ("<p>open <", ["open <"]),
        ("<p>caf&eacute;&nbsp;au lait</p>", ["café au lait"]),
    ],
)
def test_the_scan_sees_what_a_person_sees(page: str, texts: list[str]) -> None:
    assert [segment.text for segment in scan(page).segments] == texts


@pytest.mark.parametrize(
    "piece", ["<a ", '<a "', "<!--", "<", "<p>", "<div class='x", "</", "&#", "<script>", "<b><i>"]
)
def test_a_page_of_broken_markup_ends(piece: str) -> None:
    scan(piece * 20_000)


@pytest.mark.parametrize(
    ("links", "tags"),
    [
        ('<a rel="tag" href="/t/1">Navy</a>, <a href="/t/2" rel="nofollow tag">#Ports</a>', ("Navy", "Ports")),
        ('<a rel="category tag" href="/c/1">News</a>', ()),
        ('<a href="/t/1">Navy</a>', ()),
        ('<a rel="tag" href="/t/1"><p>Navy</p>', ()),
    ],
)
def test_links_that_are_marked_as_tags_are_the_tags_of_a_page_that_states_none(
    links: str, tags: tuple[str, ...]
) -> None:
    page = f"<html><body><article><h1>Frigate calls</h1><p>{FIRST}</p><p>{SECOND}</p><div>{links}</div></article></body></html>"
    assert article_of(page).tags == tags


def test_the_tags_that_a_page_states_go_before_its_links() -> None:
    assert article_of(PAGE.replace("</article>", '<p><a rel="tag">Norway</a></p></article>')).tags == ("Navy", "Ports")


def test_a_caption_under_the_last_picture_is_the_article_s() -> None:
    figure = "<figure><img src='g.jpg'><figcaption>The crew on the pier on Friday</figcaption></figure>"
    page = f"<html><body><article><h1>Frigate calls</h1><p>{FIRST}</p><p>{SECOND}</p>{figure}</article></body></html>"
    article = article_of(page)
    last = article.blocks[-1]
    assert (last.kind, article.text[last.start : last.end]) == ("caption", "The crew on the pier on Friday")
