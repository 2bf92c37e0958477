"""Where an archive can be read on after a damaged place."""

from typing import BinaryIO

from dragoman.collect.unpack import GZIP, ZSTD, unpack

RECORD = b"WARC/1."
_METHOD = b"\x08"
"""The only compression method of gzip. Source: RFC 1952."""
_STEP = 1_000_000
_HEAD = 4096
_LONGEST_HEADER = 100_000
_HEADER_END = b"\r\n\r\n"
MOST_TRIES = 300_000
"""Places that look like the beginning of a packed record and are none, after which the search is given up."""


def next_start(stream: BinaryIO, position: int) -> int | None:
    """The first place from `position` on where a record begins; `None` where there is none or the stream cannot go back."""
    if not stream.seekable():
        return None
    stream.seek(0)
    first = stream.read(4)
    if first.startswith(GZIP):
        mark = GZIP + _METHOD
    else:
        mark = ZSTD if first == ZSTD else RECORD
    stream.seek(position)
    held = b""
    tries = 0
    while tries < MOST_TRIES:
        part = stream.read(_STEP)
        held += part
        at = held.find(mark)
        while at >= 0 and tries < MOST_TRIES and (at <= len(held) - _HEAD or not part):
            if mark == RECORD or _is_record(held[at : at + _HEAD]):
                return position + at
            tries += 1
            at = held.find(mark, at + 1)
        if not part:
            return None
        kept = min(len(held), _HEAD if at < 0 else len(held) - at)
        position += len(held) - kept
        held = held[len(held) - kept :]
    return None


def ends_in_record(stream: BinaryIO, last: int, length: int) -> bool:
    """Whether another record begins after the last one that could be read, which is at `last` and has `length` bytes.

    Of an archive that is packed as one, this cannot be told.
    """
    stream.seek(0)
    if stream.read(4).startswith((GZIP, ZSTD)):
        return next_start(stream, last + 1) is not None
    stream.seek(last)
    head = stream.read(_LONGEST_HEADER)
    end = head.find(_HEADER_END)
    if end < 0:
        return False
    stream.seek(last + end + len(_HEADER_END) + length)
    return RECORD.startswith(stream.read(100).strip()[: len(RECORD)] or b"-")


def _is_record(packed: bytes) -> bool:
    """Whether a record begins with these bytes; of one that the end of the file cuts off so many may be all there are."""
    try:
        found, is_whole = unpack(packed, len(RECORD))
    except ValueError:
        return False
    return found == RECORD or (not is_whole and len(packed) < _HEAD and RECORD.startswith(found))
