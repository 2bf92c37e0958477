"""Compressed bytes become plain ones, up to a limit: a bomb is not unpacked."""

import io
import re
import zlib
from typing import BinaryIO

from fastwarc.stream_io import ZstdReader

GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
"""First bytes. Source: RFC 1952, RFC 8878."""
_ZSTD_SKIPPED = b"\x2a\x4d\x18"
"""The last three bytes with which a frame begins that holds nothing. Source: RFC 8878, 3.1.2."""
_GZIP_OR_ZLIB = 47
"""zlib's code for "whichever of the two headers is there"."""
_FEW = 64
"""Bytes: what was unpacked in the same step as something broken is lost."""
_ZEROS = re.compile(rb"\x00+")
_FIRST_STEP, _STEP = 512, 1_000_000
"""Bytes that are given to zlib at once, growing from one to the other."""
MOST_MEMBERS = 100_000
"""Of one packed file: writers that begin a new member with every block of 64 KB or less stay far below."""


def unpack(data: bytes, most: int) -> tuple[bytes, bool]:
    """The plain bytes of gzip, zlib or zstd data, no more than `most`, and whether they end where they should.

    A cut-off end gives what came before it. Raises `ValueError` where nothing can be unpacked.
    """
    return _zstd(data, most) if data.startswith(ZSTD) else _deflated(data, most)


def zstd_head(stream: BinaryIO, most: int) -> bytes:
    """The first bytes of a zstd stream, unpacked; fewer where it is broken. The stream is set back to its start."""
    found = bytearray()
    try:
        reader = ZstdReader(stream)
        while len(found) < most and (part := reader.read(min(_FEW, most - len(found)))):
            found += part
    except OSError:
        return bytes(found)
    finally:
        stream.seek(0)
    return bytes(found)


def _deflated(data: bytes, most: int) -> tuple[bytes, bool]:
    found = bytearray()
    members = position = 0
    while position < len(data) and len(found) < most:
        members += 1
        if members > MOST_MEMBERS:
            raise ValueError(f"it is packed in more than {MOST_MEMBERS:,} pieces")
        try:
            end = _member(data, position, most - len(found), found)
        except zlib.error as error:
            if found:
                return bytes(found), False
            raise ValueError(str(error)) from error
        if end is None:
            return bytes(found), len(found) >= most
        filled = _ZEROS.match(data, end)  # some writers fill the last block with them
        position = filled.end() if filled else end
    return bytes(found), True


def _member(data: bytes, position: int, most: int, found: bytearray) -> int | None:
    """Unpack one member into `found`; where it ends, `None` where it does not end within the data or `most` bytes.

    It is fed in pieces that grow: what zlib leaves over it copies, which over many small members would be all data each time.
    """
    member = zlib.decompressobj(_GZIP_OR_ZLIB)
    step = _FIRST_STEP
    before = len(found)
    while position < len(data):
        piece = data[position : position + step]
        found += member.decompress(piece, most - (len(found) - before))
        if member.eof:
            return position + len(piece) - len(member.unused_data)
        if len(found) - before >= most:
            return None
        position += len(piece)
        step = min(2 * step, _STEP)
    return None


def _zstd(data: bytes, most: int) -> tuple[bytes, bool]:
    if data.count(ZSTD) + data.count(_ZSTD_SKIPPED) > MOST_MEMBERS:
        raise ValueError(f"it is packed in more than {MOST_MEMBERS:,} pieces")
    reader = ZstdReader(io.BytesIO(data))
    found = bytearray()
    try:
        while len(found) < most and (part := reader.read(min(_STEP, most - len(found)))):
            found += part
    except OSError as error:
        if found:
            return bytes(found), False
        raise ValueError(str(error)[:100]) from error
    return bytes(found), True
