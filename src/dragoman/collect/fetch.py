"""Pages from the web, politely: robots.txt is kept, one page at a time, with a pause between two of one host."""

import http.client
import re
import ssl
import time
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from socket import gaierror
from urllib.error import URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from protego import Protego

from dragoman.collect.fence import SECONDS_FOR_A_STEP, Answer, RefusedError, exchange
from dragoman.collect.limits import LIMIT_BYTES, too_large
from dragoman.collect.unpack import unpack
from dragoman.errors import InputError

NAME = "Dragoman"
"""What robots.txt calls this program."""
PAUSE_S = 1.0
LONGEST_PAUSE_S = 30.0
"""A host that asks for longer pauses gets pauses of this length; one that asks to come back later than this is not asked
again."""
MOST_REDIRECTS = 5
MOST_ROBOTS_BYTES = 500_000
"""Source: RFC 9309, 2.5."""
_PAGES = re.compile(
    r"text/(?:html|plain|markdown|xml|x-opml|x-markdown)|application/(?:xhtml\+xml|xml|(?:\w+\+)?\w*xml)"
)
_HEADERS = {
    "User-Agent": f"{NAME}/0.1 (reads single press articles for its user; no crawler)",
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,text/plain;q=0.8,*/*;q=0.1",
    "Accept-Encoding": "gzip",
}
_WORDS = {
    ConnectionRefusedError: "the host refuses connections",
    ConnectionResetError: "the host broke the connection off",
    TimeoutError: f"no answer within {SECONDS_FOR_A_STEP} seconds",
    http.client.IncompleteRead: "the connection broke off in the middle of the page",
    http.client.RemoteDisconnected: "the host broke the connection off",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as a server handed it out."""

    url: str
    """Where it stands, after redirects."""
    data: bytes
    charset: str | None
    handed_out: str | None
    """ISO 8601: the server's own time of the answer."""
    is_near: bool
    """Whether the server stands in the user's own network."""


class Fetcher:
    """Fetches pages one after the other and remembers each host's wishes."""

    def __init__(self) -> None:
        self._robots: dict[str, Protego | str] = {}
        self._last: dict[str, float] = {}

    def fetch(self, url: str, *, near_allowed: bool = True) -> Fetched:
        """The page of an address; raises `InputError` with the reason.

        `near_allowed`: whether it may stand in the user's own network: only where the user named it.
        """
        place = url
        for _ in range(MOST_REDIRECTS + 1):
            try:
                place = _plain_address(place)
                answer = self._asked(place, near_allowed=near_allowed)
            except (RefusedError, OSError, http.client.HTTPException, ValueError) as error:
                raise InputError(url, _said(error, place, url)) from error
            near_allowed = near_allowed and answer.is_near
            target = answer.headers.get("Location")
            if answer.status in (301, 302, 303, 307, 308) and target:
                place = urljoin(place, target)
                continue
            return self._taken(answer, place, url)
        raise InputError(url, f"more than {MOST_REDIRECTS} redirects")

    def _asked(self, url: str, *, near_allowed: bool) -> Answer:
        """The answer, when robots.txt allows the question and the host had its pause; asked twice where it wishes so."""
        rules = self._rules(url, near_allowed=near_allowed)
        if isinstance(rules, str):
            raise RefusedError(rules)
        if not rules.can_fetch(url, NAME):
            raise RefusedError(f"robots.txt of {_host(url)} does not allow it; save the page and read the file")
        pause = min(max(PAUSE_S, rules.crawl_delay(NAME) or 0.0), LONGEST_PAUSE_S)
        answer = self._once(url, pause, near_allowed=near_allowed)
        later = answer.headers.get("Retry-After") or ""
        if answer.status in (429, 503) and later.isdecimal() and int(later) <= LONGEST_PAUSE_S:
            return self._once(url, max(pause, int(later)), near_allowed=near_allowed)
        return answer

    def _once(self, url: str, pause: float, *, near_allowed: bool, most: int = LIMIT_BYTES) -> Answer:
        host = _host(url)
        if host in self._last:
            time.sleep(max(0.0, self._last[host] + pause - time.monotonic()))
        try:
            return exchange(url, _HEADERS, near_allowed=near_allowed, most=most)
        finally:
            self._last[host] = time.monotonic()

    def _rules(self, url: str, *, near_allowed: bool) -> Protego | str:
        """What robots.txt says, or why nothing may be asked of the host. Source: RFC 9309, 2.3.1."""
        origin = urlunsplit((*urlsplit(url)[:2], "", "", ""))
        if origin not in self._robots:
            try:
                self._robots[origin] = self._read_rules(origin + "/robots.txt", near_allowed=near_allowed)
            except (OSError, http.client.HTTPException, ValueError) as error:
                self._robots[origin] = _said(error, url, url)  # the next page of this host does not wait for it again
        return self._robots[origin]

    def _read_rules(self, url: str, *, near_allowed: bool) -> Protego | str:
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._once(url, 0.0, near_allowed=near_allowed, most=MOST_ROBOTS_BYTES)
            near_allowed = near_allowed and answer.is_near
            target = answer.headers.get("Location")
            if not (300 <= answer.status < 400 and target):
                break
            url = _plain_address(urljoin(url, target))
        if answer.status >= 500 or answer.status == 429:
            return f"robots.txt of {_host(url)} cannot be had (HTTP {answer.status}), so nothing is asked of it"
        if answer.status != 200:
            return Protego.parse("")
        try:
            data = _unpacked(answer)
        except ValueError:
            data = b""
        return Protego.parse(data.decode("utf-8", "replace"))

    def _taken(self, answer: Answer, place: str, url: str) -> Fetched:
        if answer.status != 200:
            raise InputError(url, f"the server says {answer.status} ({answer.reason or 'no reason given'})")
        media = answer.headers.get_content_type() if answer.headers.get("Content-Type") else "text/html"
        if not _PAGES.fullmatch(media):
            raise InputError(url, f"{media}, not a page")
        try:
            data = _unpacked(answer)
        except ValueError as error:
            raise InputError(url, f"what the server sent cannot be unpacked ({error})") from error
        if len(data) >= LIMIT_BYTES:
            raise InputError(url, too_large(unpacked=True))
        if not data.strip():
            raise InputError(url, "an empty page")
        return Fetched(place, data, answer.headers.get_content_charset(), _date(answer), answer.is_near)


def _unpacked(answer: Answer) -> bytes:
    packing = (answer.headers.get("Content-Encoding") or "identity").lower()
    if packing == "identity":
        return answer.body
    if packing not in ("gzip", "x-gzip"):
        raise ValueError(f"it is packed as {packing!r}, which was not asked for")
    data, is_whole = unpack(answer.body, LIMIT_BYTES)
    if not is_whole:
        raise ValueError("it breaks off")
    return data


def _date(answer: Answer) -> str | None:
    try:
        date = parsedate_to_datetime(answer.headers.get("Date") or "")
    except ValueError:
        return None
    # "-0000" comes without a zone; a server's date is in GMT all the same. Source: RFC 9110, 5.6.7.
    return (date if date.tzinfo else date.replace(tzinfo=UTC)).isoformat()


def _host(url: str) -> str:
    return urlsplit(url).netloc


def _plain_address(url: str) -> str:
    """The address in ASCII, without its fragment; raises `ValueError` where it is none of the web's."""
    parts = urlsplit(url.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("not a web address")
    if parts.username is not None:
        raise ValueError("an address with a user's name in it")
    host = parts.hostname
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise ValueError("not the name of a host") from error
    host = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port is not None else ""
    return urlunsplit(
        (
            parts.scheme,
            host + port,
            quote(parts.path or "/", safe="/%:@!$&'()*+,;=~"),
            quote(parts.query, safe="/%:@!$&'()*+,;=~?[]"),
            "",
        )
    )


def _said(error: Exception, place: str, url: str) -> str:
    """A failure in words, with the address it happened at where that is another one."""
    where = "" if place == url or not place.isprintable() else f" (redirected to {place})"
    cause: object = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, gaierror):
        return f"no such host: {_host(place)}{where}"
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"its certificate is not valid: {cause.verify_message}{where}"
    for kind, words in _WORDS.items():
        if isinstance(cause, kind):
            return words + where
    if isinstance(cause, (RefusedError, ValueError)):
        return f"{cause}{where}"
    words = cause.strerror if isinstance(cause, OSError) and cause.strerror else f"{type(cause).__name__}: {cause}"
    return f"it cannot be fetched ({words[:200]}){where}"
