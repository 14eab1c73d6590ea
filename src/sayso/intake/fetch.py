"""One named web address asked for: the address in, the body that it leads to out.

No cookie, script or proxy takes part, and a redirect leads to the open network only.
"""

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPException
from importlib.metadata import version
from socket import SHUT_RDWR, socket
from threading import Timer
from urllib.parse import urljoin

from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.util import Url, parse_url

from sayso.errors import BadAddress, HostUnreachable, InputTooLarge, PageRefused, RedirectRefused
from sayso.intake.addresses import find_addresses, is_public
from sayso.intake.http_body import read_media_type, unpack

_PORTS = {"http": 80, "https": 443}
_MOST_REDIRECTS = 5
_FOUND = 200
_MOVED = (301, 302, 303, 307, 308)
_PIECE_BYTES = 65_536
_ACCEPTED = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml,"
    " application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.1"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long is waited: for a connection, for its next bytes, for all of it.

    Units: seconds.
    """

    connect: float = 10
    read: float = 20
    whole: float = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an address led to: the body unpacked, what the server said of it, and when that was.

    ``fetched`` is ISO 8601 to the minute, in UTC.
    """

    url: str
    body: bytes
    media_type: str
    charset: str | None
    fetched: str


PATIENCE = Patience()


class _Clock:
    """The seconds that are left for one address."""

    def __init__(self, patience: Patience) -> None:
        self.patience = patience
        self._end = time.monotonic() + patience.whole

    @property
    def left(self) -> float:
        return self._end - time.monotonic()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """One address on the way from the one that was named."""

    origin: str
    url: Url
    clock: _Clock
    is_named: bool = True

    @property
    def port(self) -> int:
        return self.url.port or _PORTS[self.url.scheme or ""]

    @property
    def host(self) -> str:
        return (self.url.host or "").strip("[]")


def fetch(address: str, *, max_bytes: int, patience: Patience = PATIENCE) -> Answer:
    """What a web address leads to, after at most five redirects.

    Raises: BadAddress, HostUnreachable, PageRefused, RedirectRefused, InputTooLarge,
    CompressionUnknown, CompressionBroken.
    """
    named = _parse(address, origin=address)
    step = _Step(origin=address, url=named, clock=_Clock(patience))
    for _ in range(_MOST_REDIRECTS + 1):
        answer = _ask(step, max_bytes)
        if isinstance(answer, Answer):
            return answer
        step = _follow(step, named, answer)
    raise RedirectRefused(
        address, url=str(step.url), reason=f"after {_MOST_REDIRECTS} redirects already"
    )


def _parse(address: str, *, origin: str) -> Url:
    """The address without name and password, which are for the server only, and without its
    fragment, which is for the reader only."""
    try:
        url = parse_url(address)
    except (HTTPError, ValueError) as error:
        raise BadAddress(origin) from error
    if url.scheme not in _PORTS or not url.host:
        raise BadAddress(origin)
    return url._replace(auth=None, fragment=None, path=url.path or "/")


def _follow(step: _Step, named: Url, location: str) -> _Step:
    try:
        url = _parse(urljoin(str(step.url), location), origin=step.origin)
    except (BadAddress, ValueError) as error:
        reason = "which is no web address"
        raise RedirectRefused(step.origin, url=location, reason=reason) from error
    is_named = (url.scheme, url.host, url.port) == (named.scheme, named.host, named.port)
    return _Step(origin=step.origin, url=url, clock=step.clock, is_named=is_named)


def _ask(step: _Step, max_bytes: int) -> Answer | str:
    """The answer, or where it says that the page is."""
    reason = "it did not answer in time"
    try:
        with _open(step) as response:
            if response.status in _MOVED and (location := response.headers.get("Location")):
                return location
            if response.status != _FOUND:
                raise PageRefused(step.origin, url=str(step.url), status=response.status)
            answer = _read(response, step, max_bytes)
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        reason = str(error) if step.clock.left > 0 else reason
        raise HostUnreachable(step.origin, host=step.host, reason=reason) from error
    if step.clock.left <= 0:  # a body of unknown length that was cut off looks like a whole one
        raise HostUnreachable(step.origin, host=step.host, reason=reason)
    return answer


@contextmanager
def _open(step: _Step) -> Iterator[HTTPResponse]:
    connection = _connect(step)
    alarm = Timer(max(step.clock.left, 0), _hang_up, [connection.sock])
    alarm.daemon = True
    alarm.start()
    try:
        connection.timeout = step.clock.patience.read
        connection.request(
            "GET", step.url.request_uri, headers=_make_headers(step), preload_content=False
        )
        with closing(connection.getresponse()) as response:
            yield response
    finally:
        alarm.cancel()
        connection.close()


def _hang_up(line: socket | None) -> None:
    """Ends what a thread may be waiting for; below TLS, which is that thread's own."""
    with suppress(OSError):
        if line is not None:
            socket.shutdown(line, SHUT_RDWR)


def _connect(step: _Step) -> HTTPConnection:
    """A connection to the first address of the host that takes one; a name that leads elsewhere
    the next time it is asked does not matter, since it is asked once."""
    addresses = find_addresses(step.host, step.port)
    if not step.is_named and not all(map(is_public, addresses)):
        raise RedirectRefused(
            step.origin, url=str(step.url), reason="which is not on the open network"
        )
    failure: Exception = OSError("its name leads nowhere")
    for address in addresses:
        connection = _make_connection(step, address)
        try:
            connection.connect()
        except (HTTPError, OSError) as error:
            connection.close()
            failure = error
        else:
            return connection
    raise failure


def _make_connection(step: _Step, address: str) -> HTTPConnection:
    seconds = max(min(step.clock.patience.connect, step.clock.left), 0.001)
    if step.url.scheme == "http":
        return HTTPConnection(address, step.port, timeout=seconds)
    return HTTPSConnection(
        address, step.port, timeout=seconds, server_hostname=step.host, assert_hostname=step.host
    )


def _make_headers(step: _Step) -> dict[str, str]:
    return {
        "Host": step.url.netloc or step.host,
        "User-Agent": f"sayso/{version('sayso')} (reads named pages only)",
        "Accept": _ACCEPTED,
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def _read(response: HTTPResponse, step: _Step, max_bytes: int) -> Answer:
    body = b""
    for piece in response.stream(_PIECE_BYTES, decode_content=False):
        body += piece
        if len(body) > max_bytes:
            raise InputTooLarge(step.origin, n_bytes=len(body), max_bytes=max_bytes)
    encodings = response.headers.get("Content-Encoding", "")
    media_type, charset = read_media_type(response.headers.get("Content-Type"))
    return Answer(
        url=str(step.url),
        body=unpack(body, encodings, origin=step.origin, max_bytes=max_bytes),
        media_type=media_type,
        charset=charset,
        fetched=f"{datetime.now(UTC):%Y-%m-%dT%H:%MZ}",
    )
