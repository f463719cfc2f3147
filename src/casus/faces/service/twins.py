"""A page's data as JSON and as a CSV table at the same address: what both forms of a page's route share."""

import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from fastapi import APIRouter
from starlette.responses import Response

from casus.faces.service.described import Responses
from casus.faces.show_command import write_csv

Asked = TypeVar("Asked", bound=Callable[..., Any])

Table = tuple[Sequence[str], Iterable[Mapping[str, Any]]]
"""Columns, and rows that have them."""

_JOINT = "; "


def as_json(data: object) -> Response:
    """A page's data."""
    return Response(json.dumps(data, ensure_ascii=False, separators=(",", ":")), media_type="application/json")


def as_csv(table: Table) -> Response:
    """A table: lists joined by semicolons, nothing for null."""
    columns, rows = table
    written = io.StringIO()
    write_csv(columns, ({column: _cell(row.get(column)) for column in columns} for row in rows), written)
    return Response(written.getvalue(), media_type="text/csv")


def page(routes: APIRouter, path: str, responses: Responses) -> Callable[[Asked], Asked]:
    """Gives a path to what answers it, asked with GET or HEAD."""

    def given(asked: Asked) -> Asked:
        routes.add_api_route(path, asked, methods=["GET"], responses=responses, tags=["pages"], response_model=None)
        routes.add_api_route(path, asked, methods=["HEAD"], include_in_schema=False, response_model=None)
        return asked

    return given


def _cell(value: Any) -> str:  # noqa: ANN401 - a value of JSON
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, list):
        return _JOINT.join(map(_cell, value))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
