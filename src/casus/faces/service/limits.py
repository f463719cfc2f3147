"""What the service allows itself: sizes, rows and seconds, and the threads in which it works."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from casus.errors import CasusError
from casus.sources.decoding import LARGEST

Answer = TypeVar("Answer")

LARGEST_BODY = LARGEST
"""Bytes of the largest body that is taken."""

MOST_ROWS = 1000
"""So many rows of one page."""

MOST_PAGED = 20_000
"""Pages reach so far back; what lies behind is found with filters."""


class TooLongError(CasusError):
    """Something took longer than the service allows."""


class BusyError(CasusError):
    """More waits to be read than the service takes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds that a question, a reading and the sending of a body may take, and how many readings may wait."""

    asking: float = 60.0
    reading: float = 300.0
    sending: float = 30.0
    waiting: int = 16


class Workers:
    """The threads in which questions are answered and reports are read.

    Reports are read one after the other: the reader keeps a core busy, and the questions of others must still be answered. What
    took too long or whose asker has left is not begun; what has begun runs to its end and holds its thread, so that nothing piles
    up unseen.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._asking = ThreadPoolExecutor(8, "casus-asking")
        self._reading = ThreadPoolExecutor(1, "casus-reading")
        self._waiting = 0

    async def ask(self, act: Callable[[], Answer]) -> Answer:
        """What `act` gives, from a thread for questions. Raises TooLongError, and what it raises."""
        return await _within(self._asking, act, self.limits.asking, "ask for less: a narrower question, or a smaller limit")

    async def read(self, act: Callable[[], Answer]) -> Answer:
        """What `act` gives, from the thread for reading. Raises BusyError and TooLongError, and what it raises."""
        if self._waiting >= self.limits.waiting:
            raise BusyError(f"{self._waiting} reports wait to be read; try again soon")
        self._waiting += 1
        try:
            return await _within(self._reading, act, self.limits.reading, "split it into shorter reports, or try again")
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """Begin nothing more, and wait for what has begun."""
        for pool in (self._asking, self._reading):
            pool.shutdown(cancel_futures=True)


async def _within(pool: ThreadPoolExecutor, act: Callable[[], Answer], seconds: float, mend: str) -> Answer:
    try:
        return await asyncio.wait_for(asyncio.wrap_future(pool.submit(act)), seconds)
    except TimeoutError as error:
        raise TooLongError(f"took more than {seconds:g} seconds; {mend}") from error
