"""Whether the tags of a page have so many attributes that a tree parser would take minutes over them."""

import re

SHORT = 200
"""Code points of a tag that has too few attributes to matter."""
MOST_COMPARED = 20_000_000
"""Pairs of attributes within one tag, summed over the page: libxml2 compares each with each; these take it some seconds."""
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")


def has_countless_attributes(source: str) -> bool:
    """Whether so much would have to be compared; ordinary pages stay a thousand times below."""
    compared = 0
    for piece in source.split("<"):
        if len(piece) > SHORT:
            count = len(_QUOTED.sub("", piece).partition(">")[0].split())
            compared += count * count
    return compared > MOST_COMPARED
