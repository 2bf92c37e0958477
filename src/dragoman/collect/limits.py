"""How much of anything is taken in: whatever is larger is refused with a clear word, in bounded time and memory."""

LIMIT_BYTES = 50_000_000
"""A page of this size or more holds no press article; it is refused before it is read."""


def too_large(size: int | None = None, *, unpacked: bool = False) -> str:
    """The words for it; `size` in bytes, `None` where nobody counted to the end."""
    found = f"{size:,} bytes" if size is not None else "too many bytes"
    return f"too large: {found}{' unpacked' if unpacked else ''}; the limit for one article is {LIMIT_BYTES:,} bytes"
