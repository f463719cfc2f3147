"""Who may ask, and how much: hosts, origins, the token and the size of bodies are looked at before anything is done.

The service stands on a person's own machine, where every page that they visit can send requests to it. So: the name it is asked
under must be its own (against DNS rebinding), a page of another origin may neither write nor ask (Fetch Metadata, Origin), and
what changes the ledger needs a token that no page knows.
"""

import asyncio
import hmac
import re
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from casus.faces.service import API
from casus.faces.service.limits import LARGEST_BODY
from casus.faces.service.page_files import is_page_file
from casus.faces.service.problems import problem

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_ON_EVERY_ANSWER = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_CHANGES_NOTHING = f"{API}/read"
"""The one address to which something is sent without changing the ledger."""

_HOST = re.compile(r"(?:\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::[0-9]{1,5})?", re.IGNORECASE)
_TOO_LARGE = f"the body is over {LARGEST_BODY // 1_000_000} MB; split it into single reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Whom the service lets in. `host` is the address or name it is bound to; `token` is needed to write, and where it can be
    reached from other machines (`open_to_others`) for everything but the pages' own files, which hold no data. `sending`:
    seconds that each part of a body may take."""

    host: str
    token: str
    open_to_others: bool
    sending: float = 30.0


class Refused(Exception):  # noqa: N818 - it is no error of the service
    """A request that is not let in: the status to answer with, and why."""

    def __init__(self, status: HTTPStatus, why: str) -> None:
        super().__init__(why)
        self.status = status
        self.why = why


class Guard:
    """The outermost layer of the service."""

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self.app = app
        self.rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets a request in, or answers it with a problem."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _ON_EVERY_ANSWER.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            check(self.rules, str(scope["method"]), str(scope["path"]), Headers(scope=scope))
        except Refused as refused:
            needs = {"WWW-Authenticate": "Bearer"} if refused.status == HTTPStatus.UNAUTHORIZED else None
            await problem(refused.status, refused.why, needs)(scope, receive, sent)
            return
        await self.app(scope, _Limited(receive, self.rules.sending), sent)


def check(rules: Rules, method: str, path: str, headers: Headers) -> None:
    """Raises Refused where a request is not to be let in."""
    host = headers.get("host", "")
    if not _is_own(rules, host):
        raise Refused(HTTPStatus.MISDIRECTED_REQUEST, f"{host!r} is not a name of this service; ask it by its address")
    _check_origin(method, host, headers)
    writes = method not in _SAFE and path != _CHANGES_NOTHING
    guarded = writes or (rules.open_to_others and not (method in _SAFE and is_page_file(path)))
    if guarded and not _has_token(rules, headers):
        what = "what changes the ledger" if writes else "this service"
        raise Refused(HTTPStatus.UNAUTHORIZED, f"{what} needs its token: Authorization: Bearer TOKEN (casus serve --token-file)")
    length = headers.get("content-length", "0")
    if not length.isascii() or not length.isdigit() or int(length[:20]) > LARGEST_BODY:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _TOO_LARGE)


def _is_own(rules: Rules, host: str) -> bool:
    """Whether a Host header names this service. An address can't be rebound; a name can."""
    if not _HOST.fullmatch(host):
        return False
    try:
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return False
    if name in ("localhost", rules.host.lower()):
        return True
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _check_origin(method: str, host: str, headers: Headers) -> None:
    site, origin = headers.get("sec-fetch-site", "none"), headers.get("origin")
    visited = method in _SAFE and headers.get("sec-fetch-mode") == "navigate"
    if site not in ("none", "same-origin") and not visited:
        raise Refused(HTTPStatus.FORBIDDEN, "a page of another site may not ask this service")
    if origin is not None and urlsplit(origin if _is_url(origin) else "").netloc.lower() != host.lower():
        raise Refused(HTTPStatus.FORBIDDEN, "a page of another origin may not ask this service")


def _is_url(origin: str) -> bool:
    try:
        return urlsplit(origin).scheme in ("http", "https")
    except ValueError:
        return False


def _has_token(rules: Rules, headers: Headers) -> bool:
    kind, _, token = headers.get("authorization", "").partition(" ")
    return kind.lower() == "bearer" and hmac.compare_digest(token.strip().encode(), rules.token.encode())


class _Limited:
    """A body that ends in an error where it grows too large or takes too long to come."""

    def __init__(self, receive: Receive, seconds: float) -> None:
        self._receive = receive
        self._seconds = seconds
        self._size = 0
        self._whole = False

    async def __call__(self) -> Message:
        if self._whole:
            return await self._receive()
        try:
            message = await asyncio.wait_for(self._receive(), self._seconds)
        except TimeoutError as error:
            raise HTTPException(HTTPStatus.REQUEST_TIMEOUT, "the body took too long to come; send it again") from error
        self._size += len(message.get("body", b""))
        self._whole = not message.get("more_body", False)
        if self._size > LARGEST_BODY:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _TOO_LARGE)
        return message
