"""Fetches a page whose address a user gives: from the public internet only, with limits.

A name is resolved once, every address that it has is checked, and the connection is made to a checked address, so that a name
can't be pointed elsewhere between the check and the connection (DNS rebinding). Every redirect is checked anew. No cookies, no
proxies of the environment, nothing of the user's is sent.
"""

import http.client
import io
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

from casus.errors import SourceError
from casus.faces.service.addresses import is_public
from casus.faces.service.limits import LARGEST_BODY
from casus.faces.text import clean
from casus.version import __version__

if TYPE_CHECKING:
    from typing_extensions import Buffer

Resolve = Callable[[str, int], list[str]]
"""The addresses of a host; OSError where it has none."""

Connect = Callable[[str, int, float], socket.socket]
"""A connection to an address and port, made within so many seconds."""

_PORTS = {"http": 80, "https": 443}
_LEAST_PORT = 1024
"""Below, only the ports of HTTP are asked: other services listen there."""

_LONGEST = 2000
_REDIRECTS = (301, 302, 303, 307, 308)
_AS_IT_IS = "!#$%&'()*+,/:;=?@[]~"
"""Characters of an address that are sent as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a page may take: seconds for all, bytes of its body, redirects that are followed."""

    seconds: float = 20.0
    size: int = LARGEST_BODY
    redirects: int = 5


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a host as the machine resolves it."""
    return list(dict.fromkeys(str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def connected(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to an address."""
    return socket.create_connection((address, port), timeout=seconds)


def fetch(
    address: str, bounds: Bounds | None = None, *, resolve: Resolve = resolved, connect: Connect = connected
) -> bytes:  # fmt: skip
    """The bytes of the page at an address (http or https). Raises SourceError, one line, where it may not be fetched, can't be,
    is too large or takes too long."""
    bounds = bounds or Bounds()
    end = time.monotonic() + bounds.seconds
    for _ in range(bounds.redirects + 1):
        try:
            found = _answer(address, bounds, end, resolve, connect)
        except TimeoutError as error:
            raise SourceError(f"{address}: took more than {bounds.seconds:g} seconds; send its text") from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise SourceError(f"{address}: can't be fetched ({_reason(error)}); send its text") from error
        if isinstance(found, bytes):
            return found
        address = found
    raise SourceError(f"{address}: is redirected more than {bounds.redirects} times; send its text")


def _answer(address: str, bounds: Bounds, end: float, resolve: Resolve, connect: Connect) -> bytes | str:
    """The body of a page, or the address to which it is redirected."""
    scheme, host, port, target = _parts(address)
    own = _connected(address, host, port, end, resolve, connect)
    with own:
        stream: socket.socket = own
        if scheme == "https":
            own.settimeout(_left(end))
            stream = ssl.create_default_context().wrap_socket(own, server_hostname=host)
        with stream:
            asking = (http.client.HTTPSConnection if scheme == "https" else http.client.HTTPConnection)(host, port)
            asking.sock = _Timed(stream, end)
            headers = {
                "User-Agent": f"casus/{__version__}", "Accept": "text/html, text/plain", "Accept-Encoding": "identity",
                "Connection": "close",
            }  # fmt: skip
            asking.request("GET", target, headers=headers)
            return _body(address, asking.getresponse(), bounds)


def _body(address: str, answer: http.client.HTTPResponse, bounds: Bounds) -> bytes | str:
    if answer.status in _REDIRECTS:
        return urljoin(address, answer.headers.get("Location", ""))
    if answer.status != http.client.OK:
        raise SourceError(f"{address}: was answered with the status {answer.status}; send its text")
    if answer.headers.get("Content-Encoding", "identity").strip().lower() != "identity":
        raise SourceError(f"{address}: was sent compressed, unasked; send its text")
    found = bytearray()
    while len(found) <= bounds.size and (part := answer.read1(65536)):
        found += part
    if len(found) > bounds.size:
        raise SourceError(f"{address}: is over {bounds.size / 1_000_000:g} MB; send the text of one report")
    if answer.length:
        raise http.client.IncompleteRead(bytes(found), answer.length)
    return bytes(found)


def _parts(address: str) -> tuple[str, str, int, str]:
    """The scheme, the host, the port, and what is asked of it. Raises SourceError for an address that may not be fetched."""
    try:
        if len(address) > _LONGEST or not address.isprintable():
            raise ValueError
        url = urlsplit(address)
        host = (url.hostname or "").encode("idna").decode("ascii") if ":" not in (url.hostname or "") else str(url.hostname)
        port = url.port or _PORTS[url.scheme]
    except (ValueError, KeyError, UnicodeError) as error:
        raise SourceError(f"{clean(address[:100])}: is no address of http or https") from error
    if not host or "%" in host or url.username is not None or url.password is not None:
        raise SourceError(f"{clean(address[:100])}: an address is fetched by its host alone, with no user in it")
    if port < _LEAST_PORT and port not in _PORTS.values():
        raise SourceError(f"{clean(address[:100])}: no page is fetched from port {port}")
    target = quote(url.path or "/", safe=_AS_IT_IS) + (f"?{quote(url.query, safe=_AS_IT_IS)}" if url.query else "")
    return url.scheme, host, port, target


def _connected(address: str, host: str, port: int, end: float, resolve: Resolve, connect: Connect) -> socket.socket:
    """A connection to a host, all of whose addresses are public."""
    found = resolve(host, port)
    _left(end)
    if not found or not all(map(is_public, found)):
        raise SourceError(f"{address}: does not lie on the public internet, and is not fetched")
    last: OSError | None = None
    for one in found:
        try:
            return connect(one, port, _left(end))
        except TimeoutError:
            raise
        except OSError as error:
            last = error
    raise last or OSError("no address")


def _left(end: float) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _reason(error: Exception) -> str:
    told = getattr(error, "verify_message", None) or getattr(error, "strerror", None)
    return str(told or type(error).__name__)


class _Timed:
    """What `http.client` needs of a socket, where nothing may take longer than what is left of the time for all."""

    def __init__(self, stream: socket.socket, end: float) -> None:
        self._stream = stream
        self._end = end

    def sendall(self, data: bytes) -> None:
        """Sends all."""
        self._stream.settimeout(_left(self._end))
        self._stream.sendall(data)

    def makefile(self, _: str) -> io.BufferedReader:
        """What is read of it."""
        return io.BufferedReader(_Parts(self._stream, self._end))

    def close(self) -> None:
        """Nothing: whoever made the connection closes it."""


class _Parts(io.RawIOBase):
    """The bytes that come through a connection until its time is over."""

    def __init__(self, stream: socket.socket, end: float) -> None:
        self._stream = stream
        self._end = end

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: "Buffer", /) -> int:
        """So many bytes came."""
        self._stream.settimeout(_left(self._end))
        return self._stream.recv_into(buffer)
