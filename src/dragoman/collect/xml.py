"""XML of strangers as a tree: no entities of its own, no network, no files, of bounded size and depth."""

import re
from html.entities import html5

from lxml import etree

LARGEST = 20_000_000
"""Bytes of a feed or an outline; its tree takes about five times as much memory."""
_DECLARATIONS = tuple("<!ENTITY".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_OWN = {b"amp", b"lt", b"gt", b"quot", b"apos"}
"""The names that XML itself knows; feeds use HTML's all the same."""


def tree(data: bytes) -> etree._Element:
    """The outermost element. Broken XML is mended where the parser can; raises `ValueError` with the reason otherwise."""
    if len(data) > LARGEST:
        raise ValueError(f"too large: {len(data):,} bytes; a feed has at most {LARGEST:,}")
    if any(words in data for words in _DECLARATIONS):
        raise ValueError(
            "it declares XML entities of its own, which can be made to grow without end; no feed needs them"
        )
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(_NAMED.sub(_by_number, data.lstrip()), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ValueError(f"broken XML: {str(error)[:100]}") from error
    if root is None:
        raise ValueError("broken XML: nothing in it can be read")
    return root


def _by_number(match: re.Match[bytes]) -> bytes:
    character = html5.get(match[1].decode("ascii") + ";")
    if match[1] in _OWN or character is None:
        return match[0]
    return b"".join(b"&#%d;" % ord(letter) for letter in character)
