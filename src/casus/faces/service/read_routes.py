"""Reading a report without keeping it, keeping one, and a kept report as it was read."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from casus.faces.service.described import one
from casus.faces.service.parameters import HowToTell
from casus.faces.service.progress import EVENT, EVENTS, read_while_asked, told_as_it_is_read
from casus.faces.service.reading_process import Task
from casus.faces.service.sent import body, to_read
from casus.faces.service.serving import Served

routes = APIRouter(tags=["reports"])

_SENT = body()
_READING = {
    "casus": "1", "report": {"id": "0" * 64, "text": "...", "stamps": []}, "sentences": [], "actors": [], "times": [],
    "claims": [], "warnings": [],
}  # fmt: skip
_OUTCOME = {
    "file": "pact.txt", "report": "0" * 64, "new": 12, "changed": 0, "retracted": 0, "joined": 1, "copy_of": None,
}  # fmt: skip


@routes.post("/read", responses=one("reading", _READING, **{EVENTS: {"schema": EVENT}}), openapi_extra=_SENT)
async def read_one(request: Request, given: Annotated[HowToTell, Query()], serving: Served) -> Response:
    """What a report tells. Nothing is kept."""
    task = Task(await to_read(request, serving.workers))
    if given.stream:
        return StreamingResponse(told_as_it_is_read(serving.workers.reader, task), media_type=EVENTS)
    return Response(await read_while_asked(serving.workers.reader, task, request), media_type="application/json")


@routes.get("/read/{report}", responses=one("reading", _READING))
async def read_kept(
    report: Annotated[str, Path(max_length=64, description="The beginning of the report's id.")], serving: Served
) -> Response:
    """What a kept report tells, as it was read last. Corrections are not in it: they are records of the ledger."""
    line = await serving.ask(lambda kept: kept.store.reading(kept.store.report(report).id).body)
    return Response(line, media_type="application/json")


@routes.post("/keep", responses=one("ledger.outcome", _OUTCOME), openapi_extra=_SENT | {"security": [{"token": []}]})
async def keep_one(request: Request, serving: Served) -> JSONResponse:
    """Reads a report and keeps what it tells. Keeping it again changes nothing."""
    report = await to_read(request, serving.workers)
    outcome = await read_while_asked(serving.workers.reader, Task(report, serving.ledger.place), request)
    return JSONResponse({"file": report.name} | asdict(outcome))
