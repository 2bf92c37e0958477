"""Pages from the web: what the user named is fetched, politely and within bounds; each failure is named and costs no other."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.collect import fence, fetch, limits
from dragoman.collect.files import sources
from dragoman.collect.web import Web
from dragoman.errors import InputError
from dragoman.records.source import Source
from tests.collect.server import Site, serving

PAGE = b"<html><body><p>The minister arrived.</p></body></html>"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr(fetch, "PAUSE_S", 0.0)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with serving() as site:
        yield site


def one(url: str) -> Source | InputError:
    found = list(sources([url]))
    assert len(found) == 1
    return found[0]


def reason(url: str) -> str:
    found = one(url)
    assert isinstance(found, InputError), found
    assert found.source == url
    return found.reason


def test_a_page_comes_with_its_charset_and_the_servers_time(site: Site) -> None:
    url = site.page("/a", PAGE, "text/html; charset=windows-1251", Date="Tue, 05 Mar 2024 06:07:08 GMT")
    found = one(url)
    assert isinstance(found, Source)
    assert (found.name, found.data, found.charset) == (url, PAGE, "windows-1251")
    assert found.crawled is not None


def test_a_packed_page_is_unpacked(site: Site) -> None:
    found = one(site.page("/a", gzip.compress(PAGE), Content_Encoding="gzip"))
    assert isinstance(found, Source)
    assert found.data == PAGE


def test_a_redirect_is_followed_and_noted(site: Site) -> None:
    site.page("/new", PAGE)
    site.answers["/old"] = (301, {"Location": "/new"}, b"")
    found = one(site.url + "/old")
    assert isinstance(found, Source)
    assert found.name == site.url + "/old"
    assert [note.message for note in found.notes] == [f"the address led on to {site.url}/new"]


@pytest.mark.parametrize(
    ("status", "headers", "body", "words"),
    [
        (404, {}, b"gone", "the server says 404"),
        (302, {"Location": "/x"}, b"", "more than 5 redirects"),
        (302, {"Location": "ftp://127.0.0.1/x"}, b"", "not a web address"),
        (302, {"Location": "file:///etc/passwd"}, b"", "not a web address"),
        (200, {"Content-Type": "image/png"}, b"\x89PNG", "image/png, not a page"),
        (200, {"Content-Type": "text/html"}, b"  ", "an empty page"),
        (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"not packed", "cannot be unpacked"),
        (200, {"Content-Type": "text/html", "Content-Encoding": "br"}, b"x", "packed as 'br', which was not asked for"),
        (200, {"Content-Type": "text/html", "Content-Length": "99000000"}, b"x", "too large: 99,000,000 bytes"),
    ],
)
def test_what_is_no_page_is_named(site: Site, status: int, headers: dict[str, str], body: bytes, words: str) -> None:
    site.answers["/x"] = (status, headers, body)
    assert words in reason(site.url + "/x")


def test_nobody_there_is_said_once_and_not_waited_for_again() -> None:
    with serving() as gone:
        url = gone.url
    found = list(sources([url + "/1", url + "/2"]))
    assert [item.reason for item in found if isinstance(item, InputError)] == ["the host refuses connections"] * 2


def test_an_unpacked_bomb_ends_at_the_limit(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (limits, fetch, fence):
        monkeypatch.setattr(module, "LIMIT_BYTES", 1_000_000)
    url = site.page("/bomb", gzip.compress(b"a" * 20_000_000), Content_Encoding="gzip")
    assert "too large: too many bytes unpacked" in reason(url)


def test_a_server_that_drips_is_left(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fence, "SECONDS_IN_ALL", 0.5)
    site.drip_s = 0.05
    assert reason(site.page("/slow", PAGE * 10)) == "it took more than 0.5 seconds"


def test_robots_txt_is_kept(site: Site) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /closed/\n", "text/plain")
    site.page("/open", PAGE)
    found = list(sources([site.url + "/closed/a", site.url + "/open"]))
    assert isinstance(found[0], InputError)
    assert "robots.txt" in found[0].reason
    assert isinstance(found[1], Source)
    assert site.asked == ["/robots.txt", "/open"]


def test_a_host_that_fails_to_show_its_rules_is_asked_nothing(site: Site) -> None:
    site.answers["/robots.txt"] = (503, {}, b"")
    assert "cannot be had (HTTP 503)" in reason(site.page("/a", PAGE))
    assert site.asked == ["/robots.txt"]


def test_two_pages_of_a_host_are_asked_for_with_a_pause(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr(fetch, "PAUSE_S", 1.0)
    monkeypatch.setattr("dragoman.collect.fetch.time.sleep", waited.append)
    list(sources([site.page("/1", PAGE), site.page("/2", PAGE)]))
    assert [wait > 0.1 for wait in waited] == [True, True]  # after robots.txt, after the first page


def test_a_list_of_addresses_is_fetched_and_each_failure_named(site: Site, tmp_path: Path) -> None:
    listed = tmp_path / "urls.txt"
    good, gone = site.page("/a", PAGE), site.url + "/gone"
    listed.write_text(f"# to read\n{good}\n\n{gone}\nexample.org/without-scheme\n{good}\n")
    found = list(sources([str(listed)]))
    assert [type(item) for item in found] == [Source, InputError, InputError]
    page, missing, bad = found
    assert isinstance(page, Source)
    assert page.within == str(listed)
    assert isinstance(missing, InputError)
    assert str(missing).startswith(f"{gone} (in {listed}): the server says 404")
    assert isinstance(bad, InputError)
    assert "line 5" in str(bad)
    assert "not a web address" in str(bad)


def test_a_list_inside_a_folder_is_not_fetched(site: Site, tmp_path: Path) -> None:
    (tmp_path / "urls.txt").write_text(site.page("/a", PAGE) + "\n")
    found = list(sources([str(tmp_path)]))
    assert isinstance(found[0], InputError)
    assert "name the file itself" in found[0].reason
    assert site.asked == []


def test_a_feed_at_an_address_gives_its_items_and_no_page_of_theirs_is_fetched(site: Site) -> None:
    feed = (
        b"<rss><channel><item><title>T</title><link>/a</link><description>Said so.</description></item></channel></rss>"
    )
    found = list(sources([site.page("/feed", feed, "application/rss+xml")]))
    assert [item.name for item in found if isinstance(item, Source)] == [site.url + "/a"]
    assert site.asked == ["/robots.txt", "/feed"]


def test_a_strangers_outline_reaches_no_file(site: Site) -> None:
    outline = b'<opml><body><outline xmlUrl="file:///etc/passwd"/></body></opml>'
    found = list(sources([site.page("/subs", outline, "text/xml")]))
    assert [item.reason for item in found if isinstance(item, InputError)] == ["not a web address"]


def test_what_the_open_network_names_may_not_lead_into_the_users_own(site: Site) -> None:
    found = list(Web().feed(site.page("/feed", b"<rss/>", "text/xml"), near_allowed=False))
    assert isinstance(found[0], InputError)
    assert "it leads from the open network into your own" in found[0].reason
    assert site.asked == []
