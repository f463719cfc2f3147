"""What every route works with: the ledger, and the threads in which it is asked."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from threading import Lock
from typing import Annotated, TypeVar

from fastapi import Depends, Request
from starlette.responses import Response

from casus.faces.service.workers import Workers
from casus.ledger.ledger import Ledger

Answer = TypeVar("Answer")
_Key = tuple[str, int, date]

_REMEMBERED = 64_000_000
"""So many bytes of answers are remembered."""


class Serving:
    """A ledger that is served."""

    def __init__(self, ledger: Ledger, workers: Workers) -> None:
        self.ledger = ledger
        self.workers = workers
        self._seen = -1
        self._looking = asyncio.Lock()
        self._next_look: asyncio.Future[int] | None = None
        self._lock = Lock()
        self._answers: OrderedDict[_Key, Response] = OrderedDict()
        self._under_way: dict[_Key, Future[Response]] = {}
        self._size = 0

    async def ask(self, act: Callable[[Ledger], Answer]) -> Answer:
        """What `act` makes of the ledger as it stands now."""
        return await self.workers.ask(lambda: act(self.as_it_stands()))

    async def answer(self, question: str, act: Callable[[Ledger], Response]) -> Response:
        """What `act` makes of the ledger as it stands now, or made of it when the same was asked before.

        `question` is all that was asked, in words. A ledger is only appended to, so that its last record and the day settle an
        answer. What many ask at once is answered once.
        """
        key = (question, await self._last_record(), date.today())  # noqa: DTZ011 - the reader's own day
        found: Response | Future[Response] | None = self._known(key)
        if found is None:
            found = await self.workers.ask(lambda: self._answered(key, act))
        if isinstance(found, Future):
            found = await self.workers.wait(found)
        return Response(found.body, found.status_code, media_type=found.headers["content-type"])

    def as_it_stands(self) -> Ledger:
        """The ledger, with no names remembered from before the last record, which another process may have written."""
        self._look()
        return self.ledger

    async def _last_record(self) -> int:
        """The sequence of the ledger's last record, looked up after this was asked: one look answers all that came before it."""
        if self._next_look is None:
            self._next_look = asyncio.ensure_future(self._look_next())
        return await asyncio.shield(self._next_look)

    async def _look_next(self) -> int:
        async with self._looking:
            self._next_look = None  # who comes from now on needs another look
            return await self.workers.ask(self._look)

    def _look(self) -> int:
        at = self.ledger.store.sequence_at()
        with self._lock:
            if at > self._seen:
                self.ledger.names.name.cache_clear()
                self._seen = at
        return at

    def _known(self, key: _Key) -> Response | None:
        with self._lock:
            if (known := self._answers.get(key)) is not None:
                self._answers.move_to_end(key)
            return known

    def _answered(self, key: _Key, act: Callable[[Ledger], Response]) -> "Response | Future[Response]":
        """The answer, or what another thread will answer to the same."""
        if (known := self._known(key)) is not None:
            return known
        with self._lock:
            if (other := self._under_way.get(key)) is not None:
                return other
            own = self._under_way[key] = Future()
            own.set_running_or_notify_cancel()  # whoever no longer waits for it stops nobody else
        try:
            found = act(self.ledger)
        except BaseException as error:
            own.set_exception(error)
            raise
        else:
            own.set_result(found)
            self._remember(key, found)
            return found
        finally:
            with self._lock:
                del self._under_way[key]

    def _remember(self, key: _Key, found: Response) -> None:
        with self._lock:
            self._answers[key] = found
            self._size += len(found.body)
            while self._size > _REMEMBERED:
                self._size -= len(self._answers.popitem(last=False)[1].body)


def _of(request: Request) -> Serving:
    serving: Serving = request.app.state.serving
    return serving


def _question(request: Request) -> str:
    return f"{request.url.path}?{request.url.query}"


Question = Annotated[str, Depends(_question)]
"""A route's parameter: all that is asked of it."""

Served = Annotated[Serving, Depends(_of)]
"""A route's parameter: what it works with."""
