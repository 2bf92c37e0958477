"""Any bytes become an article or an error that says why; all offsets hold."""

from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.clean import article as article_module
from dragoman.clean.article import clean
from dragoman.clean.dump import parts_of_dump
from dragoman.clean.units import BLANK
from dragoman.errors import InputError
from dragoman.records.source import Source
from tests.fuzz.holds import check_source

LINES = st.sampled_from(
    [
        "Home", "News", "Skip to content", "Share", "Comments (3)", "Read also: Talks fail", "© 2021 Steppe Courier",
        "Frigate calls at the northern port", "By Maria Keller", "12.06.2020 18:05", "04/05/2020", "Yesterday, 14:05",
        "2 часа назад", "cafÃ©", "  (Moscow time), Moscow", "Views: 42",
        "Navy, Ports, Norway", "# A heading", "* a bullet", "> a quotation", "---", "* * *", "Tags:", "Su-27.", "\u200b", "\t",
        "Mon Tue Wed Thu Fri Sat Sun", "1234567", "[a](http://b.c)", "![x](y)", "— Yes.", "", "",
        "The frigate arrived in the northern port on Thursday for the first call in seven years, the fleet said.",
        "Talks on search and rescue at sea are planned for Saturday, and both sides hope for an agreement on them.",
        "The frigate arrived in the northern port on Thursday for the first call...",
        "Министры подписали соглашение о подготовке офицеров, сообщили в министерстве обороны республики.",
    ]
)  # fmt: skip
DUMPS = st.lists(LINES, max_size=40).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\n\n"]).map(lambda separator: separator.join(lines))
)
MARKUP = st.lists(
    st.sampled_from(
        ["<html>", "<p>", "</p>", "<div class='nav'>", "</div>", "<a href='x'>", "</a>", "<h1>", "</h1>", "<!--", "-->", "<", ">",
         "<li>", "<br>", "&amp;", "&", "<script>", "</script>", "<table><tr><td>", "Words of a page that go on for some time. ",
         "The frigate arrived in the northern port on Thursday for the first call in seven years, the fleet said. "]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@given(st.binary(max_size=3000))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_an_article_or_a_reason(data: bytes) -> None:
    check_source(Source("a", data))


@given(st.one_of(DUMPS, MARKUP, st.text(max_size=500)))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_an_article_or_a_reason(text: str) -> None:
    check_source(Source("a", text.encode("utf-8", "replace")))


@given(
    st.one_of(DUMPS, MARKUP),
    st.sampled_from(["utf-8", "utf-16", "utf-16-be", "cp1251", "koi8-r", "cp1252", "gb18030"]),
    st.sampled_from([None, "utf-8", "windows-1251", "utf-16", "no-such"]),
    st.sampled_from([None, "2024-03-05T06:07:08Z", "2024-13-45T06:07:08Z"]),
    st.sampled_from([None, "page", "text"]),
)
@settings(max_examples=100, deadline=None)
def test_any_encoding_whatever_is_said_of_it_gives_an_article_or_a_reason(
    text: str, encoding: str, charset: str | None, crawled: str | None, form: Literal["page", "text"] | None
) -> None:
    data = text.encode(encoding, "replace")
    check_source(Source("https://news.example.ge/1", data, charset=charset, crawled=crawled, form=form))


@given(DUMPS)
@settings(max_examples=200, deadline=None)
def test_every_visible_character_of_a_dump_is_in_a_block_in_the_head_or_dropped(text: str) -> None:
    parts = parts_of_dump(text)
    spans = [(piece.source_start, piece.source_end) for piece in parts.pieces]
    spans += [(item.source_start, item.source_end) for item in parts.dropped]
    spans += list(parts.head)
    seen = [0] * len(text)
    for start, end in spans:
        for i in range(start, end):
            seen[i] += 1
    assert max(seen, default=0) <= 1
    assert all(seen[i] or character.isspace() or character in BLANK for i, character in enumerate(text))


@given(DUMPS)
@settings(max_examples=50, deadline=None)
def test_the_same_dump_gives_the_same_parts(text: str) -> None:
    assert parts_of_dump(text) == parts_of_dump(text)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("\u2003\u2003".encode(), "empty"),
        (b"%PDF-1.4", "PDF"),
        (b"\x00\x01\x02", "binary content"),
        (b"Home\nNews\nContacts\n", "no running text"),
        (
            b"Sign in\n\nUser name\n\nPassword\n\nForgot your password?\n\nDon't have an account? Sign up\n",
            "login page",
        ),
        ("\n".join(f"Minister leaves for talks number {i}" for i in range(40)).encode(), "too little running text"),
    ],
)
def test_what_is_no_article_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        clean(Source("x.txt", data))
    assert caught.value.source == "x.txt"


def test_a_text_that_no_article_can_be_is_refused_by_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_module, "LONGEST_DUMP", 1000)
    with pytest.raises(InputError, match="too large"):
        clean(Source("a", b"Words of a text. " * 100))


@pytest.mark.parametrize(
    "text",
    ["a" * 300_000, "word " * 60_000, "[" * 100_000, "](" * 50_000, "*_" * 50_000, "1.1.2020 " * 30_000, "A. " * 50_000,
     "\n" * 300_000 + "x", "- " * 100_000, "![" * 50_000 + "\n# a\n# b", '"' * 100_000, ". . " * 50_000, "A-" * 100_000],
)  # fmt: skip
def test_a_pathological_text_comes_to_an_end(text: str) -> None:
    parts = parts_of_dump(text)
    assert len(parts.pieces) + len(parts.dropped) + len(parts.head) > 0
