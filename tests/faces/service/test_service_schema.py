"""The whole service, asked what its own schema allows: no 5xx, and every answer is valid against the schema."""

import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from faces.service.asking import WITH_TOKEN, Service, serving
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from casus.faces.service.examples import answers_to

EXAMPLES = int(os.environ.get("CASUS_SERVICE_EXAMPLES", "15"))
"""How many requests are made up for each route."""

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
WORDS = {
    "actor": ("RUS", "North Korea", "EGY"), "with": ("PRK", "ISR"), "attacked": ("POL", "PRK"), "by": ("USA", "RUS"),
    "at": ("Guam", "GBR"), "of": ("GBR", "DEU"), "target": ("PRK", "group:taliban"), "what": ("arms", "oil"),
    "from": ("RUS", "2020-01-01"), "on": ("sanctions against PRK", "agreement:anzus"), "claim": ("ASSAULT USA RUS",),
    "center": ("RUS", "agreement:anzus"), "find": ("rus", "secur"), "facets": ("type,year", "actor"),
    "about": ("agreement:anzus", "regime:un-dprk-1718"), "type": ("ASSAULT",), "modality": ("denied",),
}  # fmt: skip
"""Words that mean something, some of which take the place of made-up ones."""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service that keeps two reports, under the name by which schemathesis asks."""
    with serving(str(tmp_path_factory.mktemp("asked") / "ledger.sqlite"), host="testserver", keep=True) as service:
        yield service


@cache
def routes() -> tuple[str, ...]:
    """The routes that the command's reference to the service lists, as METHOD PATH."""
    return (
        "POST /api/v1/read", "GET /api/v1/read/{report}", "POST /api/v1/keep", "GET /api/v1/show/{kind}",
        "GET /api/v1/explain/{id}", "GET /api/v1/timeline", "GET /api/v1/changes", "GET /api/v1/export",
        "GET /api/v1/obligations", "GET /api/v1/promises", "GET /api/v1/forbids", "GET /api/v1/conflicts",
        "GET /api/v1/positions", "GET /api/v1/suppose", "POST /api/v1/correct", "POST /api/v1/accept",
        "POST /api/v1/retract", "POST /api/v1/restore", "POST /api/v1/undo", "GET /api/v1/names",
        "GET /index.json", "GET /read/{report}.json", "GET /timeline.json", "GET /timeline.csv", "GET /map.json", "GET /map.csv",
        "GET /map/country.json", "GET /map/country.csv",
        "GET /network.json", "GET /network.csv", "GET /network/edge.json", "GET /actor/{id}.json", "GET /actor/{id}.csv",
        "GET /agreement/{id}.json", "GET /agreement/{id}.csv", "GET /regime/{id}.json", "GET /regime/{id}.csv",
        "GET /follows.json", "GET /follows.csv",
    )  # fmt: skip


@pytest.mark.parametrize("route", routes())
def test_every_answer_is_valid_and_none_is_a_defect(asked: Service, route: str) -> None:
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", asked.app)
    method, path = route.split()
    operation = schema[path][method]

    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(), data=st.data())
    def answers(case: schemathesis.Case[Any], data: st.DataObject) -> None:
        for name in WORDS.keys() & set(case.query or {}):
            if data.draw(st.booleans()):
                case.query[name] = data.draw(st.sampled_from(WORDS[name]))
        if case.path_parameters and "id" in case.path_parameters and data.draw(st.booleans()):
            case.path_parameters["id"] = "agreement:anzus"
        case.validate_response(case.call(headers=WITH_TOKEN), checks=CHECKS)

    answers()


def test_the_routes_are_those_of_the_schema_and_of_the_page(asked: Service) -> None:
    schema = asked.get("openapi.json")
    assert {f"{method.upper()} {path}" for path, methods in schema["paths"].items() for method in methods} == set(routes())
    page = (Path(__file__).parents[3] / "docs" / "service.md").read_text("utf-8")
    assert [path for path in schema["paths"] if path.partition("{")[0].rstrip("/") not in page] == []


def test_examples_are_valid_against_their_schemas(asked: Service) -> None:
    schema: dict[str, Any] = asked.get("openapi.json")
    checked = 0
    for path, methods in schema["paths"].items():
        for route in methods.values():
            contents = [
                *route["responses"]["200"]["content"].values(),
                *route.get("requestBody", {"content": {}})["content"].values(),
            ]
            for content in contents:
                if "example" in content:
                    check = Draft202012Validator(content["schema"] | {"components": schema["components"]})
                    assert [f"{path}: {error.message[:200]}" for error in check.iter_errors(content["example"])] == []
                    checked += 1
    assert checked >= len(routes()) - 1  # the export has none


def test_every_route_that_gives_json_shows_what_it_gives(asked: Service) -> None:
    schema: dict[str, Any] = asked.get("openapi.json")
    empty = []
    for path, methods in schema["paths"].items():
        for method, route in methods.items():
            for media, content in route["responses"]["200"]["content"].items():
                shown = content.get("example")
                if media == "application/json" and (not shown or shown.get("items", True) == []):
                    empty.append(f"{method} {path}")
    assert empty == []


@pytest.mark.parametrize("question", ["obligations", "promises", "forbids", "conflicts", "positions", "suppose"])
def test_what_is_shown_is_an_answer_and_not_that_there_is_none(question: str) -> None:
    fields = ("status", "verdict", "kind", "side")
    assert [one for one in answers_to(question) if {"nothing", "allowed"} & {one.get(name) for name in fields}] == []


def test_the_schema_names_no_place_but_its_own(asked: Service) -> None:
    text = json.dumps(asked.get("openapi.json"))
    assert "#/$defs/" not in text
    assert "HTTPValidationError" not in text
