"""Errors as `application/problem+json` (RFC 9457): a status, a title, and one clear line as `detail`."""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from casus.errors import CasusError, EncoderError, InternalError, LedgerError, NotKeptError, StaleError, TopicError
from casus.faces.service.limits import BusyError, TooLongError
from casus.faces.text import clean

PROBLEM = "application/problem+json"

_STATUS: tuple[tuple[type[CasusError], HTTPStatus], ...] = (
    (NotKeptError, HTTPStatus.NOT_FOUND),
    (StaleError, HTTPStatus.CONFLICT),
    (TopicError, HTTPStatus.CONFLICT),
    (BusyError, HTTPStatus.SERVICE_UNAVAILABLE),
    (TooLongError, HTTPStatus.SERVICE_UNAVAILABLE),
    (EncoderError, HTTPStatus.INTERNAL_SERVER_ERROR),
    (InternalError, HTTPStatus.INTERNAL_SERVER_ERROR),
)
_FROM_A_DATABASE = ("SQLAlchemyError", "OperationalError", "DatabaseError")


def problem(status: int, detail: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """An error as its answer. `detail` is one line that says what is wrong and how to mend it."""
    return JSONResponse(body_of(status, detail), status, headers, media_type=PROBLEM)


def body_of(status: int, detail: str) -> dict[str, Any]:
    """An error as JSON."""
    return {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": clean(detail)}


def status_of(error: CasusError) -> HTTPStatus:
    """The status that an error of casus is answered with."""
    found = next((status for kind, status in _STATUS if isinstance(error, kind)), None)
    if found is None and isinstance(error, LedgerError) and _is_of_database(error.__cause__):
        return HTTPStatus.SERVICE_UNAVAILABLE
    return found or HTTPStatus.UNPROCESSABLE_ENTITY


def answer_errors(app: FastAPI) -> None:
    """Has an application answer every error as a problem."""

    @app.exception_handler(CasusError)
    async def _of_casus(_: Request, error: CasusError) -> JSONResponse:
        return problem(status_of(error), str(error))

    @app.exception_handler(HTTPException)
    async def _of_http(_: Request, error: HTTPException) -> JSONResponse:
        return problem(error.status_code, str(error.detail), dict(error.headers or {}))

    @app.exception_handler(RequestValidationError)
    async def _of_parameters(_: Request, error: RequestValidationError) -> JSONResponse:
        return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "; ".join(dict.fromkeys(map(_told, error.errors()))))

    @app.exception_handler(Exception)
    async def _of_anything(_: Request, error: Exception) -> JSONResponse:
        return problem(HTTPStatus.INTERNAL_SERVER_ERROR, str(InternalError.of("what was asked could not be answered", error)))


def _told(fault: dict[str, Any]) -> str:
    """One fault of what was sent: the parameter, what is wrong."""
    place = ".".join(str(part) for part in fault["loc"][1:]) or "the body"
    if fault["type"] == "extra_forbidden":
        return f"{place}: there is no such parameter"
    if fault["type"] == "missing":
        return f"{place}: is missing"
    return f"{place}: {fault['msg'].removeprefix('Value error, ')}"


def _is_of_database(cause: BaseException | None) -> bool:
    from sqlalchemy.exc import OperationalError

    return isinstance(cause, OperationalError) or type(cause).__name__ in _FROM_A_DATABASE
