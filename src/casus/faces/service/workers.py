"""Where the service works: the threads in which questions are answered, and the process in which reports are read."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from casus.faces.service.limits import Limits, TooLongError
from casus.faces.service.reader import Reader

Answer = TypeVar("Answer")


class Workers:
    """The threads for questions, and the reader.

    What took too long or whose asker has left is not begun; a question that has begun runs to its end and holds its thread, so
    that nothing piles up unseen.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
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

    def close(self) -> None:
        """Begin nothing more, end the reader, and wait for the questions that have begun."""
        self.reader.close()
        self._asking.shutdown(cancel_futures=True)
