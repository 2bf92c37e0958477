"""The pages of a WARC or WET archive, record by record; what is damaged is named and passed by."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from io import UnsupportedOperation
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from dragoman.collect.limits import LIMIT_BYTES, too_large
from dragoman.collect.resync import ends_in_record, next_start
from dragoman.errors import InputError
from dragoman.records.article import Note
from dragoman.records.source import Source

PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
MOST_DAMAGES = 100
"""Damaged places after which an archive is given up."""
LONGEST_SKIP = 2_000_000_000
"""Bytes of a record, unpacked, that are passed over by unpacking them; a larger one is jumped over where that can be done."""
ISO_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z")
"""WARC-Date. Source: ISO 28500, 5.4."""
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_STEP = 1_000_000


def pages(stream: BinaryIO, archive: str) -> Iterator[Source | InputError]:
    """Every page of an archive: answers with status 200 that are HTML or text, such resources, and WET's texts.

    Pictures, redirects, robots.txt and the like are passed over, as in a folder; an archive of nothing else is named. One
    record is held at a time.
    """
    passed: Counter[str] = Counter()
    count = damages = 0
    length = 0
    start: int | None = stream.tell() if stream.seekable() else 0
    damage: str | None = None
    position = start or 0
    while start is not None:
        position = start
        if stream.seekable():
            stream.seek(start)
        try:
            for record in ArchiveIterator(stream if stream.seekable() else _Pipe(stream), parse_http=False):
                position, length = max(record.stream_pos, start), record.content_length
                if damage is not None:
                    yield InputError(archive, f"{damage}; went on at byte {position:,}")
                    damage = None
                if record.content_length > LONGEST_SKIP and stream.seekable():
                    yield InputError(_label(record, archive), too_large(record.content_length))
                    count += 1
                    break
                found = _page(record, archive)
                if isinstance(found, str):
                    passed[found] += 1
                    continue
                count += 1
                yield found
            else:
                break
            start = next_start(stream, position + 1)
        except BaseException as error:
            # FastWARC gives up on some broken records with a panic of its own, which is no `Exception`.
            if not isinstance(error, (OSError, ValueError, OverflowError)) and type(error).__name__ != "PanicException":
                raise
            damages += 1
            damage = damage or f"the archive is damaged after byte {position:,} ({str(error)[:80]})"
            start = next_start(stream, position + 1) if damages < MOST_DAMAGES else None
    if damage is not None:
        yield InputError(archive, f"{damage}; the rest of it is lost")
    if damage is None and start is not None and stream.seekable() and ends_in_record(stream, position, length):
        yield InputError(archive, f"the archive ends in the middle of the record that comes after byte {position:,}")
        damages += 1
    if not count and not damages:
        yield InputError(archive, _nothing(passed))


class _Pipe:
    """A stream that cannot go back, as FastWARC wishes to have it: it asks where it stands."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._position = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._position += len(data)
        return data

    def seek(self, offset: int, whence: int = 0) -> int:
        if (offset if whence == 0 else self._position + offset if whence == 1 else -1) != self._position:
            raise UnsupportedOperation("seek")
        return self._position

    def tell(self) -> int:
        return self._position

    def close(self) -> None:
        return


def _page(record: WarcRecord, archive: str) -> Source | InputError | str:
    """The page of a record, why it cannot be had, or the kind of thing that it is instead of a page."""
    if record.headers.get("Content-Length") is None:  # FastWARC hands out what is left of a head without a word
        return InputError(_label(record, archive), "the archive ends in the head of this record")
    kind = str(record.record_type)
    is_answer = record.record_type == WarcRecordType.response
    if not is_answer and kind not in ("resource", "conversion"):
        return kind
    url = _url(record)
    label = _label(record, archive)
    if url is not None and url.split("?")[0].endswith("/robots.txt"):
        return "robots.txt"
    media = (record.headers.get("Content-Type") or "").lower()
    if not is_answer and not media.startswith(PAGE_TYPES):
        return media.partition(";")[0] or "nameless contents"
    if is_answer and media and not media.startswith("application/http"):
        return media.partition(";")[0]  # an answer to a question of the name service, for one
    if record.content_length >= LIMIT_BYTES:
        return InputError(label, too_large(record.content_length))
    block = _all(record, LIMIT_BYTES)
    notes: list[Note] = []
    if record.headers.get("WARC-Truncated"):
        notes.append(Note("truncated", f"the crawler cut the page off ({record.headers.get('WARC-Truncated')})"))
    if len(block) < record.content_length:
        # FastWARC hands such a record out without a word.
        notes.append(Note("truncated", "the archive ends in the middle of this page"))
    charset: str | None = "utf-8" if kind == "conversion" else _charset(media)
    if is_answer:
        if len(block) < record.content_length and not _HEAD_END.search(block):
            return InputError(label, "the archive ends in the head of this page")
        answer = _answer(block)
        if isinstance(answer, str):
            return answer
        block, media, charset = answer
    if not block:
        return InputError(label, "empty: the archive holds no contents of this page")
    if len(block) >= LIMIT_BYTES:
        return InputError(label, too_large(unpacked=True))
    date = record.headers.get("WARC-Date") or ""
    return Source(
        url or label,
        block,
        within=archive,
        charset=charset,
        crawled=date if _is_time(date) else None,
        form="text" if kind == "conversion" else None,
        notes=tuple(notes),
    )


def _answer(block: bytes) -> tuple[bytes, str, str | None] | str:
    """The contents of a server's answer, its media type and its charset; or what it is instead of a page."""
    try:
        answer = _parsed(block, decoded=True)
        contents = _all(answer, LIMIT_BYTES)
    except (OSError, ValueError):
        try:  # archives that unpacked the contents have not always changed the header that says "packed"
            answer = _parsed(block, decoded=False)
            contents = _all(answer, LIMIT_BYTES)
        except (OSError, ValueError):
            return "a broken answer"
    if answer.http_headers.status_code not in (200, 203):
        return f"status {answer.http_headers.status_code}"
    media = (answer.http_content_type or "").lower()
    if media and media not in PAGE_TYPES:
        return media
    return contents, media, answer.http_charset


def _parsed(block: bytes, *, decoded: bool) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.is_http = True
    record.set_bytes_content(block)
    record.parse_http(auto_decode="all" if decoded else "none", strict_mode=False)
    return record


def _all(record: WarcRecord, most: int) -> bytes:
    found = bytearray()
    while len(found) < most and (part := record.reader.read(min(_STEP, most - len(found)))):
        found += part
    return bytes(found)


def _url(record: WarcRecord) -> str | None:
    return (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None  # some writers put it in brackets


def _label(record: WarcRecord, archive: str) -> str:
    return f"{_url(record) or f'the record at byte {record.stream_pos:,}'} (in {archive})"


def _is_time(date: str) -> bool:
    if not ISO_TIME.fullmatch(date):
        return False
    try:
        datetime.fromisoformat(date)
    except ValueError:
        return False  # the 31st of April
    return True


def _charset(media: str) -> str | None:
    return media.partition("charset=")[2].strip(" \"';") or None


def _nothing(passed: Counter[str]) -> str:
    if not passed:
        return "an archive without records"
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in passed.most_common(5))
    return f"no pages in this archive (passed over: {kinds})"
