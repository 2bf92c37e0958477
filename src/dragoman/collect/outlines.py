"""The feeds that an OPML outline names."""

from collections.abc import Iterator

from dragoman.collect.xml import tree


def feeds(data: bytes) -> Iterator[str]:
    """The address or path of each feed, in order, each once. Raises `ValueError` where it is no XML."""
    named = (element.get("xmlUrl") or element.get("xmlurl") or "" for element in tree(data).iter("{*}outline"))
    yield from dict.fromkeys(address for name in named if (address := name.strip()))
