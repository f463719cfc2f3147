"""What runs in the process that reads: it takes one task after the other, tells how far it is, and gives what came of it.

It imports nothing of HTTP, and the reader and the ledger only when it is asked for them.
"""

import pickle
import signal
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from casus.errors import CasusError, InternalError

if TYPE_CHECKING:
    from casus.ledger.ledger import Ledger
    from casus.reading.model import Reading

_REMEMBERED = 4
"""So many readings are remembered: who has read a report often keeps it next."""

_APART = 1 / 100
"""The least share of the work between two signs of how far it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report as it was sent: its text, or the bytes of its file; what the sender knows of it; how to call it in messages; the
    address from which it was fetched."""

    text: str | None
    content: bytes | None
    published: date | None
    publisher: str | None
    title: str | None
    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A report to be read, and the ledger (a path or URL) to keep it in; None: it is only read."""

    report: Report
    ledger: str | None = None


class Said(NamedTuple):
    """What the process says of a task: a share that is done ("so far"), its result ("done"), or an error and its cause."""

    what: Literal["so far", "done", "failed"]
    value: Any
    cause: BaseException | None = None


def run(pipe: Connection) -> None:
    """Does the tasks that come through a pipe until it is closed: gives the reading as JSON of the published format, or with a
    ledger the `Outcome` of keeping it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the service, which ends this one
    work = _Work(pipe)
    try:
        while True:
            pipe.send(work.done(pipe.recv()))
    except (EOFError, OSError):  # the service has ended
        return


class _Work:
    """The reader, and the ledger that was kept in last."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._told_last = 0.0
        self._ledger: Ledger | None = None
        self._place: str | None = None
        self._read = lru_cache(_REMEMBERED)(self._reading)

    def done(self, task: Task) -> Said:
        """What comes of a task."""
        from casus.reading.contract import dumps

        self._told_last = 0.0
        try:
            reading = self._read(task.report)
            return Said("done", dumps(reading) if task.ledger is None else self._opened(task.ledger).keep(reading))
        except CasusError as error:
            return Said("failed", error, _sendable(error.__cause__))
        except Exception as error:
            made = InternalError.of(f"{task.report.name}: could not be kept", error)
            return Said("failed", made, _sendable(error))

    def _so_far(self, done: float) -> None:
        if done - self._told_last >= _APART:
            self._told_last = done
            try:
                self._pipe.send(Said("so far", done))
            except OSError as error:
                raise SystemExit from error  # nobody waits any more

    def _reading(self, report: Report) -> "Reading":
        from casus.reading.read import read_report
        from casus.sources.open import open_report, report_of

        known: dict[str, Any] = {
            "published": report.published, "publisher": report.publisher, "title": report.title, "name": report.name,
        }  # fmt: skip
        try:
            found = open_report(report.content, **known) if report.content is not None else report_of(report.text or "", **known)
            return read_report(found if found.url else replace(found, url=report.url), self._so_far)
        except CasusError:
            raise
        except Exception as error:
            raise InternalError.of(f"{report.name}: could not be read", error) from error

    def _opened(self, told: str) -> "Ledger":
        from casus.ledger.ledger import Ledger

        if self._ledger is None or self._place != told:
            if self._ledger is not None:
                self._ledger.close()
            self._ledger, self._place = Ledger.open(told, create=False), told
        return self._ledger


def _sendable(cause: BaseException | None) -> BaseException | None:
    """What an error is due to, where it can pass through a pipe: what a database complains of may hold anything."""
    try:
        pickle.loads(pickle.dumps(cause))
    except Exception:  # whatever its parts raise
        return None
    return cause
