"""What every route works with: the ledger, and the threads in which it is asked."""

from collections.abc import Callable
from threading import Lock
from typing import Annotated, TypeVar

from fastapi import Depends, Request

from casus.faces.service.limits import Workers
from casus.ledger.ledger import Ledger

Answer = TypeVar("Answer")


class Serving:
    """A ledger that is served."""

    def __init__(self, ledger: Ledger, workers: Workers) -> None:
        self.ledger = ledger
        self.workers = workers
        self._seen = -1
        self._lock = Lock()

    async def ask(self, act: Callable[[Ledger], Answer]) -> Answer:
        """What `act` makes of the ledger as it stands now."""
        return await self.workers.ask(lambda: act(self.as_it_stands()))

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


Served = Annotated[Serving, Depends(_of)]
"""A route's parameter: what it works with."""
