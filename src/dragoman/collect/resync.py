"""Where an archive can be read on after a damaged place."""

from typing import BinaryIO

from dragoman.collect.unpack import GZIP, ZSTD, unpack

RECORD = b"WARC/1."
_METHOD = b"\x08"
"""The only compression method of gzip. Source: RFC 1952."""
_STEP = 1_000_000
_HEAD = 4096


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
    while True:
        part = stream.read(_STEP)
        held += part
        at = held.find(mark)
        while at >= 0 and (at <= len(held) - _HEAD or not part):
            if mark == RECORD or _is_record(held[at : at + _HEAD]):
                return position + at
            at = held.find(mark, at + 1)
        if not part:
            return None
        kept = min(len(held), _HEAD if at < 0 else len(held) - at)
        position += len(held) - kept
        held = held[len(held) - kept :]


def _is_record(packed: bytes) -> bool:
    try:
        return unpack(packed, len(RECORD))[0] == RECORD
    except ValueError:
        return False
