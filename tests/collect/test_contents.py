"""Whatever bytes a file has, it gives sources or reasons; what comes in order stays in order."""

import gzip

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.collect.archives import conversion, packed, record
from tests.fuzz.holds import check_input

WORDS = "Estonia's defence minister Hanna Kask visited Riga on Wednesday and signed an agreement on howitzers there."
PIECES = st.sampled_from(
    [b"<rss>", b"<channel>", b"<item>", b"</item>", b"<title>", b"</title>", b"<description>", b"</description>", b"<link>",
     b"<pubDate>31 Apr 2021", b"<opml>", b'<outline xmlUrl="https://a.example/">', b"<feed>", b"<entry>", b"&amp;", b"&bogus;",
     b"<![CDATA[<p>", b"]]>", b"<!--", b"\xff", b"https://a.example/\n", WORDS.encode(), b"\n\n"]
)  # fmt: skip
ARCHIVE = packed(record("https://a.example/1", f"<p>{WORDS}</p>".encode()), conversion("https://a.example/2", WORDS))
PLAIN = gzip.decompress(ARCHIVE)


@given(
    st.sampled_from([b"", b"<rss>", b"<feed>", b"<opml>", b"https://a.example/1\n", b"\x1f\x8b\x08", b"WARC/1.0\r\n"]),
    st.lists(PIECES),
)
@settings(max_examples=200, deadline=None)
def test_any_list_gives_sources_or_reasons(start: bytes, pieces: list[bytes]) -> None:
    check_input(start + b"".join(pieces))


@given(st.sampled_from([ARCHIVE, PLAIN]), st.data())
@settings(max_examples=200, deadline=None)
def test_a_damaged_archive_gives_sources_or_reasons(archive: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(archive)))
    end = data.draw(st.integers(start, min(start + 40, len(archive))))
    check_input(archive[:start] + data.draw(st.binary(max_size=20)) + archive[end:])
    check_input(archive[:start])
