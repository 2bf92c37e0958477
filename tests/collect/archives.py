"""WARC and WET archives of our own writing for the tests."""

import gzip


def record(
    url: str, body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", *headers: str
) -> bytes:
    """A server's answer as one record."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", *headers, "", ""]
    return block("response", url, "application/http; msgtype=response", "\r\n".join(lines).encode() + body)


def conversion(url: str, text: str) -> bytes:
    """A page's text as one record, as WET has it."""
    return block("conversion", url, "text/plain", text.encode())


def block(kind: str, url: str, media: str, body: bytes, length: int | None = None) -> bytes:
    """Any record."""
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2024-03-05T06:07:08Z",
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>",
        f"Content-Type: {media}",
        f"Content-Length: {len(body) if length is None else length}",
    ]
    return "\r\n".join([*lines, "", ""]).encode() + body + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """An archive as crawlers pack it: each record by itself."""
    return b"".join(gzip.compress(each) for each in records)
