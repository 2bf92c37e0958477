"""Feeds as lists of articles: whole texts as pages, summaries as what they are, dates with the zone they state."""

import pytest

from dragoman.clean.article import clean
from dragoman.collect.feed_dates import iso_date
from dragoman.collect.feeds import items
from dragoman.errors import InputError
from dragoman.records.source import Source

FIRST = (
    "Estonia's defence minister Hanna Kask visited Riga on Wednesday and signed an agreement with Latvia on howitzers."
)
SECOND = "The two ministries expect the first deliveries next year, the Latvian defence ministry said in a statement."
RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Baltic Lantern</title><link>https://lantern.example/</link>
<item><title>Estonia &amp; Latvia buy howitzers</title><link>/news/1</link><dc:creator>Marek Tolwin</dc:creator>
  <pubDate>Thu, 14 Mar 2024 08:30:00 +0200</pubDate><category>Defence</category><description>Short.</description>
  <content:encoded><![CDATA[<p>{FIRST}</p><script>x()</script><p>{SECOND}</p>]]></content:encoded></item>
<item><title>Finland sends officers</title><link>https://lantern.example/2</link><author>ida@x.example (Ida Falk)</author>
  <description>&lt;p&gt;Finland sent 40 officers&nbsp;to Poland.&lt;/p&gt;&lt;p&gt;They arrived.&lt;/p&gt;</description></item>
<item><title>Only a title</title><guid>https://lantern.example/3</guid></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Kestrel Wire</title><link href="https://kestrel.example/"/>
<entry><title type="html">Norway &lt;b&gt;lends&lt;/b&gt; frigates</title><link rel="self" href="x"/><link href="a/1.html"/>
<updated>2024-03-15T10:00:00Z</updated><author><name>Ida Falk</name></author><category term="Navy"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{FIRST}</p><p>{SECOND}</p></div></content></entry></feed>"""


def found(feed: str) -> list[Source | InputError]:
    return list(items(feed.encode(), "feed.xml"))


def test_an_item_with_its_whole_text_is_an_article_with_the_feeds_head() -> None:
    source = found(RSS)[0]
    assert isinstance(source, Source)
    article = clean(source)
    assert (article.source, article.within) == ("https://lantern.example/news/1", "feed.xml")
    assert (article.title, article.authors) == ("Estonia & Latvia buy howitzers", ("Marek Tolwin",))
    assert (article.published, article.outlet) == ("2024-03-14T08:30:00+02:00", "The Baltic Lantern")
    assert article.tags == ("Defence",)
    assert article.text == f"Estonia & Latvia buy howitzers\n\n{FIRST}\n\n{SECOND}"
    assert article.notes == ()


def test_a_summary_is_an_article_of_that_text_and_marked_so() -> None:
    source = found(RSS)[1]
    assert isinstance(source, Source)
    article = clean(source)
    assert article.text == "Finland sends officers\n\nFinland sent 40 officers to Poland.\n\nThey arrived."
    assert article.authors == ("Ida Falk",)
    assert article.published is None
    assert [note.kind for note in article.notes] == ["excerpt"]
    assert [block.kind for block in article.blocks] == ["title", "paragraph", "paragraph"]


def test_an_item_without_text_is_named() -> None:
    error = found(RSS)[2]
    assert isinstance(error, InputError)
    assert str(error).startswith("https://lantern.example/3 (in feed.xml): the feed has no text of it")


def test_atom_tells_when_an_item_was_updated_which_is_not_when_it_was_published() -> None:
    source = found(ATOM)[0]
    assert isinstance(source, Source)
    article = clean(source)
    assert article.source == "https://kestrel.example/a/1.html"
    assert (article.title, article.published, article.tags) == ("Norway lends frigates", None, ("Navy",))
    assert FIRST in article.text


@pytest.mark.parametrize(
    ("feed", "words"),
    [
        ("<rss><channel><title>x</title></channel></rss>", "a feed without items"),
        (
            '<!DOCTYPE rss [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>',
            "XML entities of its own",
        ),
        ("<rss", "a feed without items"),
    ],
)
def test_what_is_no_feed_is_named(feed: str, words: str) -> None:
    error = found(feed)[0]
    assert isinstance(error, InputError)
    assert words in error.reason


def test_laughs_in_another_encoding_are_no_way_around() -> None:
    text = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE rss [<!ENTITY a "aa">]><rss><channel>&a;</channel></rss>'
    error = next(iter(items(text.encode("utf-16"), "feed.xml")))
    assert isinstance(error, InputError)
    assert "XML entities of its own" in error.reason


def test_a_feed_that_breaks_off_gives_what_it_has() -> None:
    broken = "<rss><channel><item><title>Border &amp closed</title><description>Poland closed the border."
    source = found(broken)[0]
    assert isinstance(source, Source)
    assert source.data.decode().endswith("Poland closed the border.")


def test_a_feed_nested_without_end_ends() -> None:
    deep = found("<rss><channel><item>" + "<a>" * 200_000 + "</item></channel></rss>")
    assert all(isinstance(item, InputError) for item in deep)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Thu, 29 Apr 2021 12:22:00 +0300", "2021-04-29T12:22:00+03:00"),
        ("29 Apr 2021 12:22 GMT", "2021-04-29T12:22:00+00:00"),
        ("Thu, 29 April 2021 12:22:00 EST", "2021-04-29T12:22:00-05:00"),
        ("Thu, 29 Apr 2021 12:22:00 -0000", "2021-04-29T12:22:00"),
        ("Thu, 29 Apr 2021 12:22:00", "2021-04-29T12:22:00"),
        ("29 Apr 21", "2021-04-29"),
        ("2021-04-29T12:22:00Z", "2021-04-29T12:22:00+00:00"),
        ("2021-04-29T12:22:31.500+05:30", "2021-04-29T12:22:31+05:30"),
        ("2021-04-29", "2021-04-29"),
        ("31 Apr 2021", None),
        ("2021-04", None),
        ("yesterday", None),
    ],
)
def test_a_date_keeps_the_zone_that_is_stated(text: str, date: str | None) -> None:
    assert iso_date(text) == date


def test_a_tag_of_countless_attributes_has_no_words() -> None:
    tag = "&lt;p " + " ".join(f"a{i}=x" for i in range(20_000)) + "&gt;"
    (found,) = items(f"<rss><channel><item><description>{tag}Words.</description></item></channel></rss>".encode(), "f")
    assert isinstance(found, InputError)


def test_prefixes_that_the_feed_forgot_to_declare_are_understood() -> None:
    item = (
        "<title>T</title><dc:creator>Anna Lee</dc:creator><content:encoded><![CDATA[<p>Words.</p>]]></content:encoded>"
    )
    (found,) = items(f"<rss><channel><item>{item}<media:x/></item></channel></rss>".encode(), "f")
    assert isinstance(found, Source)
    assert (found.form, found.stated and found.stated.authors) == ("page", ("Anna Lee",))
