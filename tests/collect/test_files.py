"""Where sources come from: files, folders, standard input; what cannot be read is named and costs nothing else."""

import gzip
import io
import os
import sys
from pathlib import Path

import pytest

from dragoman.collect import contents, files, limits
from dragoman.collect.files import sources
from dragoman.errors import InputError
from dragoman.records.source import Source


def reasons(paths: list[str]) -> list[str]:
    return [found.reason for found in sources(paths) if isinstance(found, InputError)]


def names(paths: list[str]) -> list[str]:
    return [found.name for found in sources(paths) if isinstance(found, Source)]


def test_a_file_comes_as_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Words.\r\n")
    assert list(sources([str(path)])) == [Source(str(path), b"Words.\r\n")]


def test_a_folder_gives_everything_below_it_sorted_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/c.txt", ".hidden.txt", ".git/d.txt", "sub/map.png", "sub/table.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    assert [str(Path(name).relative_to(tmp_path)) for name in names([str(tmp_path)])] == [
        "a.html",
        "b.txt",
        "sub/c.txt",
    ]


def test_an_image_is_tried_when_it_is_named_itself(tmp_path: Path) -> None:
    path = tmp_path / "map.png"
    path.write_bytes(b"\x89PNG")
    assert names([str(path)]) == [str(path)]


@pytest.mark.parametrize("name", [None, "map.png", ".hidden"])
def test_a_folder_without_readable_files_is_said_to_be_one(tmp_path: Path, name: str | None) -> None:
    if name:
        (tmp_path / name).write_text("x")
    assert reasons([str(tmp_path)])[0].startswith("no readable files in this folder")


def test_what_is_missing_or_empty_costs_the_others_nothing(tmp_path: Path) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text("x")
    empty.touch()
    paths = [str(tmp_path / "none.txt"), str(empty), str(good), "bad\0name"]
    found = list(sources(paths))
    assert [type(item) for item in found] == [InputError, InputError, Source, InputError]
    assert reasons(paths)[:2] == ["no such file", "empty file"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_permission_denied_is_said(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    assert reasons([str(path)]) == ["permission denied"]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied"), "permission denied"),
        (OSError(5, "Input/output error"), "input/output error"),
    ],
)
def test_an_error_of_the_system_is_told_in_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")

    def refuse(*_: object) -> int:
        raise error

    monkeypatch.setattr(files, "_open_without_waiting", refuse)
    assert reasons([str(path)]) == [reason]


def test_a_file_at_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(limits.LIMIT_BYTES)
    assert reasons([str(path)]) == ["too large: 50,000,000 bytes; the limit for one article is 50,000,000 bytes"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_named_pipe_is_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert reasons([str(path)]) == ["not a regular file"]


@pytest.mark.parametrize(("data", "expected"), [(b"Words.", Source("-", b"Words.")), (b"", None)])
def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, expected: Source | None) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    found = next(iter(sources(["-"])))
    assert found == expected if expected else isinstance(found, InputError) and found.reason == "empty input"


def test_standard_input_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (limits, contents):
        monkeypatch.setattr(module, "LIMIT_BYTES", 100)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 200)))
    assert reasons(["-"]) == ["too large: too many bytes; the limit for one article is 100 bytes"]


def test_a_packed_page_is_unpacked_and_a_bomb_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page, bomb, cut = tmp_path / "a.html.gz", tmp_path / "b.html.gz", tmp_path / "c.html.gz"
    page.write_bytes(gzip.compress(b"<p>Words.</p>"))
    bomb.write_bytes(gzip.compress(b"a" * 60_000_000, 1))
    cut.write_bytes(gzip.compress(os.urandom(10_000))[:-100])
    found = list(sources([str(page), str(bomb), str(cut)]))
    assert found[0] == Source(str(page), b"<p>Words.</p>")
    assert isinstance(found[1], InputError)
    assert found[1].reason.startswith("too large: too many bytes unpacked")
    assert isinstance(found[2], InputError)
    assert found[2].reason == "its packing is broken or cut off"


def test_an_outline_gives_the_items_of_its_feeds(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(
        "<rss><channel><item><title>A</title><description>Said so.</description></item></channel></rss>"
    )
    (tmp_path / "page.html").write_text("<html><body><p>No feed.</p></body></html>")
    outline = tmp_path / "subs.opml"
    outline.write_text(
        '<opml><body><outline text="all"><outline xmlUrl="feed.xml"/><outline xmlUrl="none.xml"/></outline>'
        '<outline xmlUrl="page.html"/><outline xmlUrl="feed.xml"/></body></opml>'
    )
    assert names([str(outline)]) == [f"{tmp_path / 'feed.xml'}#1"]
    assert reasons([str(outline)]) == ["no such file", "not a feed"]


@pytest.mark.parametrize("text", ["<opml><body/></opml>", '<!DOCTYPE opml [<!ENTITY a "b">]><opml/>'])
def test_an_outline_that_names_nothing_is_said_to(tmp_path: Path, text: str) -> None:
    outline = tmp_path / "subs.opml"
    outline.write_text(text)
    assert len(reasons([str(outline)])) == 1
