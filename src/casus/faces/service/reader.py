"""The process that reads reports, as the service sees it: begun when it is needed, ended with what is no longer wanted."""

import asyncio
import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import RLock
from typing import Any

from casus.errors import InternalError
from casus.faces.service.limits import BusyError, Limits, TooLongError
from casus.faces.service.reading_process import Said, Task, run


class Turn:
    """One task's turn: whether it has begun, which share of it is done (0 to 1), and whether nobody wants it any more."""

    def __init__(self) -> None:
        self.begun = False
        self.done = 0.0
        self.unwanted = False


class Reader:
    """Reads reports one after the other in a process of its own, so that questions are answered meanwhile.

    The process begins with the first report and loads the reader once. It is ended, and another begun for the next report, where
    the report that it reads is no longer wanted or took too long, and where it died.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._thread = ThreadPoolExecutor(1, "casus-reader")
        self._lock = RLock()
        self._closed = False
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._killed = False
        self._now: Turn | None = None
        self._turns: list[Turn] = []

    async def read(self, task: Task, turn: Turn | None = None) -> Any:  # noqa: ANN401 - as the task has it
        """What comes of a task (see `reading_process.run`); `turn` tells how far it is. Whoever no longer waits ends it.

        Raises BusyError where too many wait, TooLongError, InternalError where the process died, and what the task raises.
        """
        if len(self._turns) >= self._limits.waiting:
            raise BusyError(f"{len(self._turns)} reports wait to be read; try again soon")
        turn = turn or Turn()
        self._turns.append(turn)
        try:
            begun = self._thread.submit(self._work, task, turn)
            return await asyncio.wait_for(asyncio.wrap_future(begun), self._limits.reading)
        except TimeoutError as error:
            seconds = self._limits.reading
            raise TooLongError(f"took more than {seconds:g} seconds; split it into shorter reports, or try again") from error
        finally:
            self._turns.remove(turn)
            self._leave(turn)

    def ahead(self, turn: Turn) -> int:
        """How many reports are read before one that waits."""
        return self._turns.index(turn) if turn in self._turns else 0

    def close(self) -> None:
        """End the process, and begin nothing more."""
        with self._lock:
            self._closed = True
            self._kill()
        self._thread.shutdown(cancel_futures=True)
        self._end()

    def _leave(self, turn: Turn) -> None:
        with self._lock:
            turn.unwanted = True
            if self._now is turn:
                self._kill()

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._killed = True  # it may seem alive for a moment

    def _work(self, task: Task, turn: Turn) -> Any:  # noqa: ANN401
        """Has the process do a task; on the one thread that speaks with it."""
        with self._lock:
            if turn.unwanted or self._closed:
                return None
            pipe = self._begun()
            self._now, turn.begun = turn, True
        try:
            pipe.send(task)
            while (said := _heard(pipe)).what == "so far":
                turn.done = said.value
        except (EOFError, OSError) as error:
            self._end()
            raise InternalError(f"{task.report.name}: the process that read it died; try again, and report it") from error
        finally:
            with self._lock:
                self._now = None
        if said.what == "failed":
            raise said.value from said.cause
        return said.value

    def _begun(self) -> Connection:
        if self._process is None or self._pipe is None or self._killed or not self._process.is_alive():
            self._end()
            self._killed = False
            spawn = multiprocessing.get_context("spawn")
            pipe, its = spawn.Pipe()
            process = spawn.Process(target=run, args=(its,), name="casus-reader", daemon=True)
            process.start()
            its.close()
            self._process, self._pipe = process, pipe
        return self._pipe

    def _end(self) -> None:
        with self._lock:
            if self._pipe is not None:
                self._pipe.close()
            if self._process is not None:
                self._process.kill()
                self._process.join()
                self._process.close()
            self._process = self._pipe = None


def _heard(pipe: Connection) -> Said:
    said: Said = pipe.recv()
    return said
