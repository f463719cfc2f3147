"""A report that is read while somebody waits: given up where they leave, and told as server-sent events where they want that."""

import asyncio
import json
import time
from collections.abc import AsyncGenerator
from typing import Any

from fastapi import Request
from starlette.exceptions import HTTPException

from casus.errors import CasusError
from casus.faces.service.problems import body_of, status_of
from casus.faces.service.reader import Reader, Turn
from casus.faces.service.reading_process import Task

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

_LOOKED = 0.25
"""Seconds between two looks whether the asker is still there."""

_LEFT = 499
"""The status that nobody sees."""


async def read_while_asked(reader: Reader, task: Task, request: Request) -> Any:  # noqa: ANN401 - as the task has it
    """What comes of a task, which ends where the asker leaves. Raises what `Reader.read` raises."""
    reading = asyncio.ensure_future(reader.read(task))
    try:
        while not (await asyncio.wait({reading}, timeout=_LOOKED))[0]:
            if await request.is_disconnected():
                raise HTTPException(_LEFT, "the asker has left")
        return reading.result()
    finally:
        reading.cancel()


async def told_as_it_is_read(reader: Reader, task: Task, every: float = _EVERY) -> AsyncGenerator[str, None]:
    """Events until the reading is there: `waiting` with the seconds so far and how many reports are read before (`ahead`);
    `reading` with the seconds and the share that is `done` (0 to 1); then `done` or `problem`. Where the asker leaves, the
    reading ends."""
    turn, since = Turn(), time.monotonic()
    reading = asyncio.ensure_future(reader.read(task, turn))
    await asyncio.sleep(0)  # so that it has its place in the queue
    try:
        while not reading.done():
            seconds = round(time.monotonic() - since, 1)
            if turn.begun:
                yield _event("reading", json.dumps({"seconds": seconds, "done": round(turn.done, 3)}))
            else:
                yield _event("waiting", json.dumps({"seconds": seconds, "ahead": reader.ahead(turn)}))
            await asyncio.wait({reading}, timeout=every)
        yield _event("done", reading.result())
    except CasusError as error:
        yield _event("problem", json.dumps(body_of(status_of(error), str(error))))
    finally:
        reading.cancel()


def _event(name: str, data: str) -> str:
    """An event; `data` is on one line, as all JSON is here."""
    return f"event: {name}\ndata: {data}\n\n"
