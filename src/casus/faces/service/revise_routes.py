"""A person's word on a record, which becomes a record itself: corrected, accepted, taken back, said again, undone."""

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter
from starlette.responses import JSONResponse

from casus.faces.ledger_rows import record_json
from casus.faces.service.described import one
from casus.faces.service.ledger_routes import RECORD
from casus.faces.service.parameters import Correction, Reason
from casus.faces.service.serving import Served, Serving
from casus.ledger.ledger import Ledger
from casus.ledger.record import Record

routes = APIRouter(tags=["corrections"])

_NEEDS: dict[str, Any] = {"security": [{"token": []}]}


@routes.post("/correct", responses=one("ledger.record", RECORD), openapi_extra=_NEEDS)
async def correct(given: Correction, serving: Served) -> JSONResponse:
    """Says otherwise what a record says; what it said before stays as known then."""
    return await _record(serving, lambda kept: kept.correct(given.id, given.fields, given.why))


@routes.post("/accept", responses=one("ledger.record", RECORD), openapi_extra=_NEEDS)
async def accept(given: Reason, serving: Served) -> JSONResponse:
    """Says that a record is right: from now on it holds on a person's word, and no newer reader changes it."""
    return await _record(serving, lambda kept: kept.accept(given.id, given.why))


@routes.post("/retract", responses=one("ledger.record", RECORD), openapi_extra=_NEEDS)
async def retract(given: Reason, serving: Served) -> JSONResponse:
    """Takes a record back: a claim, a fact, or that two tellings are one event. It stays as known until now."""
    return await _record(serving, lambda kept: kept.retract(given.id, given.why))


@routes.post("/restore", responses=one("ledger.record", RECORD), openapi_extra=_NEEDS)
async def restore(given: Reason, serving: Served) -> JSONResponse:
    """Says again what was retracted."""
    return await _record(serving, lambda kept: kept.restore(given.id, given.why))


@routes.post("/undo", responses=one("ledger.record", RECORD), openapi_extra=_NEEDS)
async def undo(given: Reason, serving: Served) -> JSONResponse:
    """Takes back the last change by hand of what a record says; each further one takes back one more."""
    return await _record(serving, lambda kept: kept.undo(given.id, given.why))


async def _record(serving: Serving, act: Callable[[Ledger], Record]) -> JSONResponse:
    return JSONResponse(record_json(await serving.ask(act)))
