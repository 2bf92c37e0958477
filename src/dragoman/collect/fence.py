"""One HTTP exchange, fenced in: its time, its size, and which machines it may reach."""

import http.client
import ipaddress
import ssl
import threading
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from socket import SHUT_RDWR, socket

from dragoman.collect.limits import LIMIT_BYTES, too_large

SECONDS_FOR_A_STEP = 20
"""To connect, and between two pieces of the answer."""
SECONDS_IN_ALL = 60
_STEP = 65_536


class RefusedError(Exception):
    """The exchange was not gone through with; the reason is fit to be shown."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said; `body` is what it sent, still packed where `headers` say so."""

    status: int
    reason: str
    headers: http.client.HTTPMessage
    body: bytes
    is_near: bool
    """Whether the server stands in the user's own network or machine."""


def exchange(url: str, headers: dict[str, str], *, near_allowed: bool, most: int = LIMIT_BYTES) -> Answer:
    """The answer to a GET, redirects not followed; raises `RefusedError`, `OSError` or `http.client.HTTPException`."""
    guard = _Guard(near_allowed=near_allowed, is_proxied=_is_proxied(url))
    opener = urllib.request.OpenerDirector()
    for handler in (urllib.request.ProxyHandler(), _Plain(guard), _Secure(guard)):
        opener.add_handler(handler)
    watch = threading.Timer(SECONDS_IN_ALL, guard.end)
    watch.daemon = True
    watch.start()
    try:
        request = urllib.request.Request(url, headers=headers)  # noqa: S310  only http and https have a handler here
        with opener.open(request, timeout=SECONDS_FOR_A_STEP) as answer:
            body = _body(answer, most)
            found = Answer(answer.status, answer.reason, answer.headers, body, guard.is_near)
    except (RefusedError, OSError, http.client.HTTPException, ValueError) as error:
        if guard.is_over:
            raise RefusedError(f"it took more than {SECONDS_IN_ALL} seconds") from error
        raise
    finally:
        watch.cancel()
        guard.close()
    if guard.is_over:  # the end of the connection looks like the end of the page
        raise RefusedError(f"it took more than {SECONDS_IN_ALL} seconds")
    return found


def _body(answer: http.client.HTTPResponse, most: int) -> bytes:
    stated = answer.headers.get("Content-Length") or ""
    if stated.isdecimal() and int(stated) >= most:
        raise RefusedError(too_large(int(stated)))
    found = bytearray()
    while part := answer.read1(_STEP):
        found += part
        if len(found) >= most:
            raise RefusedError(too_large())
    if stated.isdecimal() and len(found) < int(stated):
        raise RefusedError(f"the connection broke off after {len(found):,} of {int(stated):,} bytes")
    return bytes(found)


class _Guard:
    """Looks at whom a connection leads to, and can end it from outside."""

    def __init__(self, *, near_allowed: bool, is_proxied: bool) -> None:
        self.is_near = False
        self.is_over = False
        self._near_allowed = near_allowed
        self._is_proxied = is_proxied
        self._connection: socket | None = None

    def meet(self, connection: socket) -> None:
        """Called when the connection stands, before anything is asked: what a name leads to is known only now."""
        if self.is_over:
            raise RefusedError("too late")
        self._connection = connection.dup()
        if self._is_proxied:
            return
        self.is_near = not ipaddress.ip_address(connection.getpeername()[0].partition("%")[0]).is_global
        if self.is_near and not self._near_allowed:
            raise RefusedError(
                "it leads from the open network into your own, where no page of a list or a redirect may go"
            )

    def end(self) -> None:
        self.is_over = True
        if self._connection is not None:
            try:
                self._connection.shutdown(SHUT_RDWR)
            except OSError:
                return  # it has ended by itself

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()


class _Connection(http.client.HTTPConnection):
    meet: Callable[[socket], None]

    def connect(self) -> None:
        super().connect()
        self.meet(self.sock)


class _SecureConnection(http.client.HTTPSConnection, _Connection):
    """Meets the other side between the connecting and the greeting in secret: `HTTPSConnection` asks the next in line."""


def _made(kind: type[_Connection], guard: _Guard, *args: object, **options: object) -> _Connection:
    connection = kind(*args, **options)  # type: ignore[arg-type]
    connection.meet = guard.meet
    return connection


class _Plain(urllib.request.HTTPHandler):
    def __init__(self, guard: _Guard) -> None:
        super().__init__()
        self._guard = guard

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(partial(_made, _Connection, self._guard), req)


class _Secure(urllib.request.HTTPSHandler):
    def __init__(self, guard: _Guard) -> None:
        super().__init__(context=_context())
        self._guard = guard

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(partial(_made, _SecureConnection, self._guard), req, context=_context())


@cache
def _context() -> ssl.SSLContext:
    return ssl.create_default_context()


def _is_proxied(url: str) -> bool:
    parts = urllib.request.Request(url)  # noqa: S310  it is only taken apart
    return parts.type in urllib.request.getproxies() and not urllib.request.proxy_bypass(parts.host)
