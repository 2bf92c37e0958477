"""Compressed bytes become plain ones, up to a limit: a bomb is not unpacked."""

import io
import zlib
from typing import BinaryIO

from fastwarc.stream_io import ZstdReader

GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
"""First bytes. Source: RFC 1952, RFC 8878."""
_GZIP_OR_ZLIB = 47
"""zlib's code for "whichever of the two headers is there"."""
_STEP = 1_000_000


def unpack(data: bytes, most: int) -> tuple[bytes, bool]:
    """The plain bytes of gzip, zlib or zstd data, no more than `most`, and whether they end where they should.

    A cut-off end gives what came before it. Raises `ValueError` where nothing can be unpacked.
    """
    return _zstd(data, most) if data.startswith(ZSTD) else _deflated(data, most)


def zstd_head(stream: BinaryIO, most: int) -> bytes:
    """The first bytes of a zstd stream, unpacked; the stream is set back to its start."""
    try:
        return bytes(ZstdReader(stream).read(most))
    finally:
        stream.seek(0)


def _deflated(data: bytes, most: int) -> tuple[bytes, bool]:
    found = bytearray()
    while data and len(found) < most:
        member = zlib.decompressobj(_GZIP_OR_ZLIB)
        try:
            found += member.decompress(data, most - len(found))
        except zlib.error as error:
            if found:
                return bytes(found), False
            raise ValueError(str(error)) from error
        if not member.eof:
            return bytes(found), len(found) >= most
        data = member.unused_data.lstrip(b"\x00")  # some writers fill the last block with zeros
    return bytes(found), True


def _zstd(data: bytes, most: int) -> tuple[bytes, bool]:
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
