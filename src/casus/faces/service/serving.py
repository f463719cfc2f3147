"""What every route works with: the ledger, and the threads in which it is asked."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from threading import Lock
from typing import Annotated, TypeVar

from fastapi import Depends, Request
from starlette.responses import Response

from casus.faces.service.workers import Workers
from casus.ledger.ledger import Ledger

Answer = TypeVar("Answer")

_REMEMBERED = 64_000_000
"""So many bytes of answers are remembered."""


class Serving:
    """A ledger that is served."""

    def __init__(self, ledger: Ledger, workers: Workers) -> None:
        self.ledger = ledger
        self.workers = workers
        self._seen = -1
        self._lock = Lock()
        self._answers: OrderedDict[tuple[str, int, date], Response] = OrderedDict()
        self._size = 0

    async def ask(self, act: Callable[[Ledger], Answer]) -> Answer:
        """What `act` makes of the ledger as it stands now."""
        return await self.workers.ask(lambda: act(self.as_it_stands()))

    async def answer(self, question: str, act: Callable[[Ledger], Response]) -> Response:
        """What `act` makes of the ledger as it stands now, or made of it when the same was asked before.

        `question` is all that was asked, in words. A ledger is only appended to, so that its last record and the day settle an
        answer.
        """

        def answered() -> Response:
            kept = self.as_it_stands()
            key = (question, self._seen, date.today())  # noqa: DTZ011 - the reader's own day
            with self._lock:
                found = self._answers.get(key)
                if found is not None:
                    self._answers.move_to_end(key)
                    return found
            found = act(kept)
            with self._lock:
                if key not in self._answers:
                    self._answers[key] = found
                    self._size += len(found.body)
                while self._size > _REMEMBERED:
                    self._size -= len(self._answers.popitem(last=False)[1].body)
            return found

        found = await self.workers.ask(answered)
        return Response(found.body, found.status_code, media_type=found.headers["content-type"])

    def as_it_stands(self) -> Ledger:
        """The ledger, with no names remembered from before the last record, which another process may have written."""
        at = self.ledger.store.sequence_at()
        with self._lock:
            if at != self._seen:
                self.ledger.names.name.cache_clear()
                self._seen = at
        return self.ledger


def _of(request: Request) -> Serving:
    serving: Serving = request.app.state.serving
    return serving


def _question(request: Request) -> str:
    return f"{request.url.path}?{request.url.query}"


Question = Annotated[str, Depends(_question)]
"""A route's parameter: all that is asked of it."""

Served = Annotated[Serving, Depends(_of)]
"""A route's parameter: what it works with."""
