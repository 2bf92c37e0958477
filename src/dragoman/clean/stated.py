"""What a feed says of its item takes precedence over what is read from the item's text."""

from dataclasses import replace

from dragoman.clean.parts import Parts
from dragoman.records.source import Stated


def with_stated(parts: Parts, stated: Stated) -> Parts:
    """The parts with the head that the feed states, where it states one."""
    return replace(
        parts,
        title=stated.title or parts.title,
        authors=stated.authors or parts.authors,
        published=stated.published or parts.published,
        outlet=stated.outlet or parts.outlet,
        tags=stated.tags or parts.tags,
    )
