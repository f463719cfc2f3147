"""A long reading as server-sent events: that it waits, that it is being read, what came of it."""

import asyncio
import json
import time
from collections.abc import AsyncGenerator, Callable
from threading import Event

from casus.errors import CasusError
from casus.faces.service.limits import Workers
from casus.faces.service.problems import body_of, status_of
from casus.reading.contract import dumps
from casus.reading.model import Reading

EVENTS = "text/event-stream"

EVENT = {
    "type": "object", "required": ["event", "data"],
    "properties": {
        "event": {"enum": ["waiting", "reading", "done", "problem"]},
        "data": {"type": "string", "contentMediaType": "application/json"},
    },
}  # fmt: skip
"""The schema of one event."""

_EVERY = 1.0
"""Seconds between two signs of life."""


async def told_as_it_is_read(workers: Workers, act: Callable[[], Reading], every: float = _EVERY) -> AsyncGenerator[str, None]:
    """Events until the reading is there: `waiting` and `reading` with the seconds so far, then `done` or `problem`.

    Where the asker leaves, a reading that has not begun is given up; one that has begun runs to its end and is thrown away.
    """
    begun, since = Event(), time.monotonic()

    def reading() -> Reading:
        begun.set()
        return act()

    task = asyncio.ensure_future(workers.read(reading))
    try:
        while not task.done():
            seconds = round(time.monotonic() - since, 1)
            yield _event("reading" if begun.is_set() else "waiting", json.dumps({"seconds": seconds}))
            await asyncio.wait({task}, timeout=every)
        yield _event("done", dumps(task.result()))
    except CasusError as error:
        yield _event("problem", json.dumps(body_of(status_of(error), str(error))))
    finally:
        task.cancel()


def _event(name: str, data: str) -> str:
    """An event; `data` is on one line, as all JSON is here."""
    return f"event: {name}\ndata: {data}\n\n"
