"""How routes describe their answers: the published schemas of the command's lines, put into the service's OpenAPI."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

from casus.faces.service.problems import PROBLEM

Responses = dict[int | str, dict[str, Any]]

_SCHEMAS = {
    "reading": ("casus.reading", "reading.schema.json"),
    "answer": ("casus.faces", "answers.schema.json"),
    "ledger": ("casus.faces.service", "ledger.schema.json"),
    "page": ("casus.faces.service", "pages.schema.json"),
}
_JSON = "application/json"
_REFUSED = {
    400: "the form is malformed",
    401: "the token is needed",
    403: "a page of another origin asks",
    404: "nothing has this id",
    408: "the body took too long to come",
    409: "another writer was faster, or it would contradict a fact of the same days",
    413: "the body is too large",
    421: "asked under a name that is not the service's",
    422: "it can't be answered as it is put",
    500: "a defect of casus",
    503: "the service is busy, it took too long, or the database can't be reached",
}


def one(name: str, example: Any, **others: dict[str, Any]) -> Responses:  # noqa: ANN401 - a value of JSON
    """An answer of one object with the schema `name` ("ledger.row"), an example, and other forms by their media types."""
    return _answers({_JSON: {"schema": _ref(name), "example": example}} | others)


def many(*names: str, example: list[Any], **others: dict[str, Any]) -> Responses:
    """An answer of `items`, each with one of the schemas, and `next`: what to pass as `after` for the next page."""
    items = _ref(names[0]) if len(names) == 1 else {"anyOf": [_ref(name) for name in names]}
    schema = {
        "type": "object",
        "required": ["items", "next"],
        "properties": {"items": {"type": "array", "items": items}, "next": {"type": ["string", "integer", "null"]}}
        | {"facets": {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": {"type": "integer"}}}},
    }
    return _answers({_JSON: {"schema": schema, "example": {"items": example, "next": None}}} | others)


def other(media: str, example: str | None = None) -> Responses:
    """An answer of text of a media type."""
    return _answers({media: {"schema": {"type": "string"}} | ({} if example is None else {"example": example})})


def _answers(content: dict[str, Any]) -> Responses:
    refused: Responses = {
        status: {"description": why, "content": {PROBLEM: {"schema": _ref("ledger.problem")}}} for status, why in _REFUSED.items()
    }
    return {200: {"description": "the answer", "content": content}, **refused}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def describe(app: FastAPI, routes: Mapping[str, Sequence[BaseRoute]]) -> None:
    """Has an application's OpenAPI hold the published schemas, and the answers of its routes whole. `routes`: by their prefix."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
            schemas = made.setdefault("components", {}).setdefault("schemas", {})
            schemas.update(_published())
            for unused in ("HTTPValidationError", "ValidationError"):
                schemas.pop(unused, None)
            for prefix, own in routes.items():
                _put_answers(made["paths"], prefix, own)
            made["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
            app.openapi_schema = made
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _put_answers(paths: dict[str, Any], prefix: str, routes: Iterable[BaseRoute]) -> None:
    """Puts the answers of routes in as they are described: FastAPI leaves out what is null in their examples."""
    for route in routes:
        if isinstance(route, APIRoute) and route.include_in_schema:
            for method in route.methods or ():
                own = paths[f"{prefix}{route.path_format}"][method.lower()]["responses"]
                for status, answer in route.responses.items():
                    own[str(status)] |= answer


@cache
def _published() -> dict[str, Any]:
    """The published schemas as components: "reading", and "answer.duty", "ledger.row" and so on."""
    found: dict[str, Any] = {}
    for prefix, (package, file) in _SCHEMAS.items():
        whole = _renamed(json.loads(files(package).joinpath(file).read_text("utf-8")), prefix)
        found |= {f"{prefix}.{name}": schema for name, schema in whole.pop("$defs").items()}
        whole.pop("$schema")
        if prefix == "reading":
            found[prefix] = whole
    return found


def _renamed(value: Any, prefix: str) -> Any:  # noqa: ANN401 - a value of JSON
    if isinstance(value, dict):
        return {
            key: part.replace("#/$defs/", f"#/components/schemas/{prefix}.") if key == "$ref" else _renamed(part, prefix)
            for key, part in value.items()
        }
    return [_renamed(part, prefix) for part in value] if isinstance(value, list) else value
