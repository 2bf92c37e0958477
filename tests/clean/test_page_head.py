"""The head of a page: title, authors and day, by what it states, marks up and shows."""

import pytest

from dragoman.clean.article import clean
from dragoman.clean.signatures import names_in
from dragoman.records.article import Article
from dragoman.records.source import Source

FIRST = (
    "The coast guard took over its second patrol boat on Tuesday, its command said in the northern port, where the crew "
    "has been training since the spring with officers of the neighbouring state."
)
SECOND = (
    "Two more boats are to follow before the end of next year, under a contract that both governments signed in March "
    "and that the parliament of the northern republic approved in the summer."
)
H1 = "<h1>Coast guard takes over second boat</h1>"


def article_of(top: str = "", *, head: str = "", below: str = "", h1: str = H1) -> Article:
    page = f"<!doctype html><html><head>{head}</head><body><article>{h1}{top}<p>{FIRST}</p><p>{SECOND}</p>{below}</article></body></html>"
    return clean(Source("a.html", page.encode()))


@pytest.mark.parametrize(
    ("head", "h1", "title"),
    [
        ("<title>Coast guard takes over boat | Harbour Courier</title>", H1, "Coast guard takes over second boat"),
        ("<title>Second boat for the coast guard | Harbour Courier</title>", "", "Second boat for the coast guard"),
        (("<meta property='og:title' content='Second boat for the coast guard - Harbour Courier'>"
         "<meta property='og:site_name' content='Harbour Courier'>"), "", "Second boat for the coast guard"),
        ("<title>Harbour Courier: Second boat delivered</title><meta property='og:site_name' content='Harbour Courier'>",
         "<h1><a href='/'>Harbour Courier</a></h1>", "Second boat delivered"),
        ("", H1, "Coast guard takes over second boat"),
    ],
)  # fmt: skip
def test_the_title_is_the_heading_or_the_page_s_name_without_the_site(head: str, h1: str, title: str) -> None:
    assert article_of(head=head, h1=h1).title == title


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


@pytest.mark.parametrize(
    ("head", "top", "authors"),
    [
        (linked('{"@type":"NewsArticle","author":{"@id":"#p"}}') + linked('{"@type":"Person","@id":"#p","name":"Ada Holm"}'),
         "", ("Ada Holm",)),
        (linked('{"@type":"NewsArticle","author":[{"name":"Ada Holm"},{"name":"Jan Berg"}]}'), "", ("Ada Holm", "Jan Berg")),
        (linked('{"@type":"NewsArticle","author":{"@type":"Organization","name":"Harbour Courier"},'
                '"publisher":{"name":"Harbour Courier"}}'), "", ()),
        (linked('{"@type":"NewsArticle","author":{"@type":"Organization","name":"Harbour Courier"}}'),
         "<p>By Ada Holm</p>", ("Ada Holm",)),
        (linked('{"@type":"NewsArticle","author":{"name":"admin"}}'), "<p>By Ada Holm</p>", ("Ada Holm",)),
        ("<meta name='author' content='By Ada Holm'>", "", ("Ada Holm",)),
        ("<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ada Holm'>", "", ("Ada Holm",)),
        ("", "<a rel='author' href='/a'>Ada Holm</a>", ("Ada Holm",)),
        ("", "<div><span class='author-name'>Ada Holm</span><span>Editor at large</span></div>", ("Ada Holm",)),
        ("", "<p>By <a href='/authors/ada-holm'>Ada Holm</a><time datetime='2021-05-04'>4 May</time></p>", ("Ada Holm",)),
        ("", "<p>Автор: Анна Белова</p>", ("Анна Белова",)),
        ("", "<p>Von Ada Holm und Jan Berg</p>", ("Ada Holm", "Jan Berg")),
        ("", "<p>By Ada Holm | 4 May 2021</p>", ("Ada Holm",)),
        ("", "<p>Written by:</p><p>Ada Holm</p>", ("Ada Holm",)),
        ("", "<p>4 May 2021</p><p>Ada Holm</p>", ("Ada Holm",)),
        ("", "<p>4 May 2021</p><p>World News</p>", ()),
        ("", "<div class='byline'><span>4 May 2021</span> | <a class='byline-topic'>Ports &amp; Fleets</a></div>", ()),
        ("", "<p>Department Function</p>", ()),
        ("", "<p>Anna Belova</p>", ("Anna Belova",)),
        ("", "<div>Written by <b class='author-name'>Ada Holm</b> <i class='author-title'>Sailor &amp; Poet</i></div>", ("Ada Holm",)),
        ("", ("<p>By <b class='author-name'>Ada Holm</b>, Naval Affairs Expert &amp; <b class='author-name'>Jan Berg</b>, Port Expert "
         "Last updated 4 May 2021</p>"), ("Ada Holm", "Jan Berg")),
        ("", "<p>By <b class='author-name'>Ada Holm</b> – Updated 4 May 2021 | Checked by <b class='author-name'>Jan Berg</b></p>",
         ("Ada Holm",)),
    ],
)  # fmt: skip
def test_the_authors_are_the_persons_who_sign(head: str, top: str, authors: tuple[str, ...]) -> None:
    assert article_of(top, head=head).authors == authors


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ada Holm and Jan Berg", ("Ada Holm", "Jan Berg")),
        ("Ada Holm, MD, PhD", ("Ada Holm, MD, PhD",)),
        ("Ada Holm, Senior Correspondent", ("Ada Holm",)),
        ("Ada Holm on 4 May 2021", ("Ada Holm",)),
        ("Ada Holm · Updated 4 May 2021", ("Ada Holm",)),
        ("Harbour Desk", ("Harbour Desk",)),
        ("sending this form you agree to our terms", ()),
    ],
)
def test_the_words_after_by_give_persons_without_their_roles(words: str, names: tuple[str, ...]) -> None:
    assert names_in(words) == names


@pytest.mark.parametrize(
    ("head", "top", "day"),
    [
        ("<meta property='article:modified_time' content='2021-06-01T10:00:00Z'>", "", None),
        ("", "<p>Last updated: 1 June 2021</p>", None),
        ("", "<p>Posted on</p><p>4 May 2021</p><p>Updated on</p><p>1 June 2021</p>", "2021-05-04"),
        ("<meta property='article:published_time' content='2021-06-01'>", "<p>4 May 2021</p>", "2021-05-04"),
        ("<meta property='article:published_time' content='2021-05-04'>", "<p>1 June 2021</p>", "2021-05-04"),
        (linked('{"@type":"WebPage","datePublished":"2021-05-04T10:00:00Z"}'), "", "2021-05-04T10:00:00+00:00"),
        ("<meta property='article:published_time' content='2021-05-04T22:30:00Z'>",
         "<time datetime='2021-05-05T03:30:00+05:00'>5 May</time>", "2021-05-05T03:30:00+05:00"),
        ("", "<span itemprop='datePublished' content='2021-05-04'>Tuesday</span>", "2021-05-04"),
        ("<link rel='canonical' href='https://courier.example/world/2021/05/04/boat'>", "", "2021-05-04"),
        ("<link rel='canonical' href='https://courier.example/world/20219944/boat'>", "", None),
        ("", "<p class='post-date'>Updated on 1 June 2021</p>", None),
        ("", "<div class='modified-date'><time datetime='2021-06-01'>1 June 2021</time></div>", None),
        ("<meta property='article:published_time' content='2021-05-04'>", "<p>Published 13 May 2021</p>", "2021-05-13"),
    ],
)  # fmt: skip
def test_the_day_is_that_of_publication_and_never_of_a_change(head: str, top: str, day: str | None) -> None:
    assert article_of(top, head=head).published == day


def test_a_day_in_the_tail_counts_where_it_says_so() -> None:
    assert article_of(below="<p>Published 4 May 2021</p>").published == "2021-05-04"


@pytest.mark.parametrize(
    ("footer", "day"),
    [
        ("<time datetime='2021-05-04'>4 May</time>", "2021-05-04"),
        ("<time datetime='2021-05-04'>4 May</time><p>…</p><time datetime='2021-05-06'>6 May</time>", None),
        ("Last changed <time datetime='2021-05-04'>4 May</time>, last edited by the desk", None),
        ("<div class='related'><time datetime='2021-05-04'>4 May</time></div>", None),
    ],
)
def test_the_only_day_of_a_page_is_its_own_wherever_it_stands(footer: str, day: str | None) -> None:
    menu = "".join(f"<p><a href='/{i}'>Section {i}</a></p>" for i in range(9))
    assert article_of(below=f"<footer>{menu}{footer}</footer>").published == day


def test_of_several_headings_of_the_first_level_the_one_that_the_page_is_called_by_is_the_title() -> None:
    head = "<meta property='og:title' content='Two boats for the coast guard'>"
    page = f"<html><head>{head}</head><body><h1>Two boats for the coast guard</h1><h1>What the coast guard pays for boats</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>"
    assert clean(Source("a.html", page.encode())).title == "Two boats for the coast guard"


def test_the_articles_that_a_page_lists_do_not_lend_it_their_authors() -> None:
    head = linked(
        '{"@type":"NewsArticle","headline":"Coast guard takes over second boat","author":{"name":"Ada Holm"}}'
    )
    head += linked('{"@type":"NewsArticle","headline":"Another story","author":{"name":"Paul Moss"}}')
    head += "<title>Coast guard takes over second boat</title>"
    assert article_of(head=head).authors == ("Ada Holm",)
