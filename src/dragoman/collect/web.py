"""Addresses that the user named become sources: pages, and the items of feeds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from dragoman.collect.feeds import items
from dragoman.collect.kinds import HEAD_BYTES, is_address, kind_of
from dragoman.collect.outlines import feeds
from dragoman.errors import InputError
from dragoman.records.article import Note
from dragoman.records.source import Source

if TYPE_CHECKING:
    from dragoman.collect.fetch import Fetched, Fetcher


class Web:
    """The web as far as one call needs it; nothing of it is loaded before the first address."""

    def __init__(self) -> None:
        self._fetcher: Fetcher | None = None

    def sources(self, url: str, within: str | None = None) -> Iterator[Source | InputError]:
        """What stands at an address: a page, a feed's items, or those of the feeds of an outline."""
        found = self._fetched(url, within, near_allowed=True)
        if isinstance(found, InputError):
            yield found
            return
        kind = kind_of(found.data[:HEAD_BYTES])
        if kind == "feed":
            yield from items(found.data, url)
        elif kind == "outline":
            yield from self._outlined(found, url)
        else:
            moved = (Note("redirect", f"the address led on to {found.url}"),) if _differ(url, found.url) else ()
            yield Source(url, found.data, within, found.charset, found.handed_out, notes=moved)

    def feed(self, url: str, *, near_allowed: bool = True) -> Iterator[Source | InputError]:
        """The items of the feed at an address; anything else is named as no feed."""
        found = self._fetched(url, None, near_allowed=near_allowed)
        if isinstance(found, InputError):
            yield found
        elif kind_of(found.data[:HEAD_BYTES]) != "feed":
            yield InputError(url, "not a feed")
        else:
            yield from items(found.data, url)

    def _outlined(self, found: Fetched, url: str) -> Iterator[Source | InputError]:
        """A stranger's outline may name addresses of the open network only, and no files."""
        try:
            places = list(feeds(found.data))
        except ValueError as error:
            yield InputError(url, f"this outline cannot be read: {error}")
            return
        if not places:
            yield InputError(url, "an outline without feeds")
        for place in places:
            address = urljoin(found.url, place)
            if is_address(address):
                yield from self.feed(address, near_allowed=found.is_near)
            else:
                yield InputError(f"{place} (in {url})", "not a web address")

    def _fetched(self, url: str, within: str | None, *, near_allowed: bool) -> Fetched | InputError:
        if self._fetcher is None:
            from dragoman.collect.fetch import Fetcher

            self._fetcher = Fetcher()
        try:
            return self._fetcher.fetch(url, near_allowed=near_allowed)
        except InputError as error:
            return InputError(f"{url} (in {within})", error.reason) if within else error


def _differ(url: str, place: str) -> bool:
    return url.partition("#")[0].rstrip("/") != place.rstrip("/")
