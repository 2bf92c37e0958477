"""Archives record by record: their pages with address, charset and time; what is damaged is named and passed by."""

import gzip
import io
import os
import sys
import tracemalloc
from pathlib import Path

import pytest
from fastwarc.stream_io import ZstdWriter

from dragoman.clean.article import clean
from dragoman.collect.files import sources
from dragoman.errors import InputError
from dragoman.records.source import Source
from tests.collect.archives import block, conversion, packed, record

TEXT = (
    "Estonia's defence minister Hanna Kask visited Riga on Wednesday and signed an agreement on howitzers.\n\n"
    "The two ministries expect the first deliveries next year, the Latvian defence ministry said in a statement."
)
PAGE = f"<html><body><article><h1>Howitzers</h1><p>{TEXT}</p></article></body></html>".encode()
RUSSIAN = "<html><body><p>Министры подписали в столице соглашение о подготовке офицеров, и это было сказано в ведомстве.</p><p>Первые курсанты прибудут осенью, сообщил министр, и будут учиться два года.</p></body></html>"


def read(tmp_path: Path, data: bytes, name: str = "a.warc.gz") -> list[Source | InputError]:
    path = tmp_path / name
    path.write_bytes(data)
    return list(sources([str(path)]))


def pages(found: list[Source | InputError]) -> list[str]:
    return [item.name for item in found if isinstance(item, Source)]


def reasons(found: list[Source | InputError]) -> list[str]:
    return [item.reason for item in found if isinstance(item, InputError)]


def test_a_page_comes_with_its_address_charset_and_crawl_time(tmp_path: Path) -> None:
    archive = packed(record("https://a.example/1", RUSSIAN.encode("cp1251"), "text/html; charset=windows-1251"))
    (source,) = read(tmp_path, archive)
    assert isinstance(source, Source)
    assert (source.name, source.charset, source.crawled) == (
        "https://a.example/1",
        "windows-1251",
        "2024-03-05T06:07:08Z",
    )
    assert source.within == str(tmp_path / "a.warc.gz")
    article = clean(source)
    assert "подписали" in article.text
    assert (article.crawled, article.published) == ("2024-03-05T06:07:08Z", None)


def test_a_wet_record_is_a_dump_with_address_and_time(tmp_path: Path) -> None:
    (source,) = read(tmp_path, packed(conversion("https://a.example/1", TEXT)), "a.wet.gz")
    assert isinstance(source, Source)
    assert (source.form, source.charset, source.data.decode()) == ("text", "utf-8", TEXT)


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    archive = packed(
        block("warcinfo", "", "application/warc-fields", b"software: x"),
        block("request", "https://a.example/1", "application/http", b"GET / HTTP/1.1\r\n\r\n"),
        record("https://a.example/1", PAGE),
        record("https://a.example/robots.txt", b"User-agent: *", "text/plain"),
        record("https://a.example/map.png", b"\x89PNG", "image/png"),
        record("https://a.example/gone", b"gone", "text/html", "404 Not Found"),
    )
    assert pages(read(tmp_path, archive)) == ["https://a.example/1"]


def test_an_archive_without_pages_says_what_it_holds(tmp_path: Path) -> None:
    found = read(tmp_path, packed(record("https://a.example/map.png", b"\x89PNG", "image/png")))
    assert reasons(found) == ["no pages in this archive (passed over: 1 image/png)"]


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (gzip.compress(PAGE), "Content-Encoding: gzip"),
        (PAGE, "Content-Encoding: gzip"),  # the crawler unpacked it and left the header
        (b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE), "Transfer-Encoding: chunked"),
    ],
)
def test_a_packed_answer_is_unpacked(tmp_path: Path, body: bytes, header: str) -> None:
    (source,) = read(tmp_path, packed(record("https://a.example/1", body, "text/html", "200 OK", header)))
    assert isinstance(source, Source)
    assert source.data == PAGE


def test_plain_and_zstd_archives_are_read_alike(tmp_path: Path) -> None:
    plain = b"".join(record(f"https://a.example/{i}", PAGE) for i in range(3))
    with (tmp_path / "b.warc.zst").open("wb") as file:
        writer = ZstdWriter(file)
        writer.write(plain)
        writer.close()
    expected = [f"https://a.example/{i}" for i in range(3)]
    assert pages(read(tmp_path, plain, "a.warc")) == expected
    assert pages(list(sources([str(tmp_path / "b.warc.zst")]))) == expected


def test_an_archive_may_come_through_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed(*(record(f"https://a.example/{i}", PAGE) for i in range(3)))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert len(pages(list(sources(["-"])))) == 3


def test_an_archive_inside_a_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(packed(record("https://a.example/1", PAGE)))
    (tmp_path / "b.tar.gz").write_bytes(b"\x1f\x8b")
    assert pages(list(sources([str(tmp_path)]))) == ["https://a.example/1"]


def test_a_damaged_record_costs_no_other(tmp_path: Path) -> None:
    records = [packed(record(f"https://a.example/{i}", PAGE + os.urandom(2000))) for i in range(4)]
    records[1] = records[1][:600] + b"\x00\xff" * 50 + records[1][700:]
    found = read(tmp_path, b"".join(records))
    assert pages(found) == [f"https://a.example/{i}" for i in (0, 2, 3)]
    assert len(reasons(found)) == 1
    assert "the archive is damaged after byte 0" in reasons(found)[0]
    assert f"went on at byte {len(records[0]) + len(records[1]):,}" in reasons(found)[0]


def test_a_wrong_length_costs_no_other(tmp_path: Path) -> None:
    records = [record(f"https://a.example/{i}", PAGE) for i in range(3)]
    records[1] = block("response", "https://a.example/1", "application/http", b"HTTP/1.1 200 OK\r\n\r\n" + PAGE, 100)
    assert pages(read(tmp_path, b"".join(records), "a.warc"))[-1] == "https://a.example/2"


def test_a_record_that_the_end_cuts_off_is_marked(tmp_path: Path) -> None:
    found = read(tmp_path, record("https://a.example/1", PAGE)[:-100], "a.warc")
    assert isinstance(found[0], Source)
    assert [note.message for note in found[0].notes] == ["the archive ends in the middle of this page"]


@pytest.mark.parametrize(("is_packed", "kept"), [(True, 40), (True, 200), (False, 30), (False, 5)])
def test_a_record_that_is_cut_off_in_its_head_is_named(tmp_path: Path, is_packed: bool, kept: int) -> None:
    first, second = (record(f"https://a.example/{i}", PAGE) for i in range(2))
    data = packed(first) + packed(second)[:kept] if is_packed else first + second[:kept]
    found = read(tmp_path, data, "a.warc.gz" if is_packed else "a.warc")
    assert pages(found) == ["https://a.example/0"]
    assert len(reasons(found)) == 1
    assert "the archive ends in the" in reasons(found)[0] or "the rest of it is lost" in reasons(found)[0]


@pytest.mark.parametrize("is_packed", [True, False])
def test_a_whole_archive_does_not_end_in_a_record(tmp_path: Path, is_packed: bool) -> None:
    page = PAGE.replace(b"</p>", b" WARC/1.0 is a format.</p>", 1)
    data = packed(record("https://a.example/1", page)) if is_packed else record("https://a.example/1", page)
    assert reasons(read(tmp_path, data, "a.warc")) == []


def test_a_small_archive_that_breaks_soon_is_an_archive_all_the_same(tmp_path: Path) -> None:
    first, second = (packed(record(f"https://a.example/{i}", PAGE)) for i in range(2))
    found = read(tmp_path, first[:-8] + b"abcd" + first[-4:] + second)
    assert pages(found) == ["https://a.example/1"]
    whole = b"".join(zstd(tmp_path / "frame", record(f"https://a.example/{i}", PAGE)) for i in range(2))
    found = read(tmp_path, whole[:-30], "a.warc.zst")
    assert pages(found) == ["https://a.example/0"]
    assert len(reasons(found)) == 1


def zstd(path: Path, data: bytes) -> bytes:
    """A frame."""
    with path.open("wb") as file:
        writer = ZstdWriter(file)
        writer.write(data)
        writer.close()
    return path.read_bytes()


def test_a_time_that_is_none_is_left_out(tmp_path: Path) -> None:
    (source,) = read(tmp_path, record("https://a.example/1", PAGE).replace(b"2024-03-05", b"2024-13-45"), "a.warc")
    assert isinstance(source, Source)
    assert source.crawled is None


def test_what_is_no_archive_in_spite_of_its_name_is_said(tmp_path: Path) -> None:
    assert reasons(read(tmp_path, b"WARC/1.0\r\nbroken"))


def test_a_bomb_is_refused_and_the_next_page_read_in_little_memory(tmp_path: Path) -> None:
    head, end = block("response", "https://b.example/", "application/http", b"", 60_000_000)[:-4], b"\r\n\r\n"
    bomb = gzip.compress(head + b"HTTP/1.1 200 OK\r\n\r\n" + b"a" * (60_000_000 - 19) + end, 1)
    inner = gzip.compress(b"a" * 60_000_000, 1)
    archive = bomb + packed(
        record("https://c.example/", inner, "text/html", "200 OK", "Content-Encoding: gzip"),
        record("https://a.example/1", PAGE),
    )
    found = read(tmp_path, archive)
    assert pages(found) == ["https://a.example/1"]
    assert [reason.split(";")[0] for reason in reasons(found)] == [
        "too large: 60,000,000 bytes",
        "too large: too many bytes unpacked",
    ]


def test_memory_stays_flat_over_a_large_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as file:
        for i in range(300):
            file.write(gzip.compress(record(f"https://a.example/{i}", PAGE + os.urandom(100_000)), 1))
    tracemalloc.start()
    try:
        count = sum(isinstance(item, Source) for item in sources([str(path)]))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 300
    assert peak < 5_000_000  # the archive has thirty million bytes
