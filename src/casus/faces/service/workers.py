"""Where the service works: threads in which questions are answered and pages fetched, and a process in which reports are read."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from casus.errors import QuestionError
from casus.faces.service.limits import BusyError, Limits, TooLongError
from casus.faces.service.reader import Reader

Answer = TypeVar("Answer")
Fetch = Callable[[str], bytes]


class Workers:
    """The threads for questions and for pages, and the reader.

    What took too long or whose asker has left is not begun; a question that has begun runs to its end and holds its thread, so
    that nothing piles up unseen.
    """

    def __init__(self, limits: Limits, fetch: Fetch | None = None) -> None:
        """`fetch` gives the bytes of a page by its address; None: no page is fetched."""
        self.limits = limits
        self._fetch = fetch
        self._fetching = ThreadPoolExecutor(4, "casus-fetching")
        self._fetched = 0
        self.reader = Reader(limits)
        self._asking = ThreadPoolExecutor(8, "casus-asking")

    async def ask(self, act: Callable[[], Answer]) -> Answer:
        """What `act` gives, from a thread for questions. Raises TooLongError, and what it raises."""
        return await self.wait(self._asking.submit(act))

    async def wait(self, asked: Future[Answer]) -> Answer:
        """What was asked before. Raises TooLongError, and what it raises."""
        seconds = self.limits.asking
        try:
            return await asyncio.wait_for(asyncio.wrap_future(asked), seconds)
        except TimeoutError as error:
            raise TooLongError(
                f"took more than {seconds:g} seconds; ask for less: a narrower question, or a smaller limit"
            ) from error

    async def fetch(self, address: str) -> bytes:
        """The page at an address. Raises QuestionError where none is fetched, BusyError, TooLongError, what fetching raises."""
        if self._fetch is None:
            raise QuestionError("no page is fetched by its address; send its text, or start casus serve with --fetch")
        if self._fetched >= self.limits.waiting:
            raise BusyError(f"{self._fetched} pages wait to be fetched; try again soon")
        self._fetched += 1
        try:
            return await self.wait(self._fetching.submit(self._fetch, address))
        finally:
            self._fetched -= 1

    def close(self) -> None:
        """Begin nothing more, end the reader, and wait for the questions that have begun."""
        self.reader.close()
        for pool in (self._asking, self._fetching):
            pool.shutdown(cancel_futures=True)
