"""The files that the front end's validators are fed with: what the service answers, valid by the schema, small, and fresh."""

import json
from importlib.resources import files
from typing import Any

import pytest
from faces.service.contract_answers import CONTRACT, LARGEST, answers
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

_SCHEMAS = {name: json.loads(files("casus.faces.service").joinpath(name).read_text("utf-8")) for name in ("pages.schema.json",)}
_ENTITIES = ("actor", "agreement", "regime")


def schema_of(name: str) -> Any:  # noqa: ANN401 - a schema
    """The schema that a file is to be valid against."""
    page = name.partition("-")[0]
    return {"$ref": f"urn:pages#/$defs/{'entity' if page in _ENTITIES else page}"}


@pytest.fixture(scope="module")
def answered() -> dict[str, str]:
    """What the service answers now, by the files' names."""
    return dict(answers())


def test_the_files_are_what_the_service_answers(answered: dict[str, str]) -> None:
    kept = {file.stem: file.read_text("utf-8") for file in CONTRACT.glob("*.json")}
    stale = sorted(name for name in kept.keys() | answered.keys() if kept.get(name) != answered.get(name))
    assert stale == [], "stale; write them anew: PYTHONPATH=src:tests:. python -m faces.service.contract_answers"


def test_the_files_are_valid_and_small(answered: dict[str, str]) -> None:
    reading = json.loads(files("casus.reading").joinpath("reading.schema.json").read_text("utf-8"))
    pages = json.loads(json.dumps(_SCHEMAS["pages.schema.json"]).replace("#/components/schemas/reading", "urn:reading"))
    registry: Any = Registry().with_resources(
        [("urn:pages", Resource.from_contents(pages)), ("urn:reading", Resource.from_contents(reading))]
    )
    for name, text in answered.items():
        assert len(text) <= LARGEST, name
        if name not in ("problem", "names"):
            faults = Draft202012Validator(schema_of(name), registry=registry).iter_errors(json.loads(text))
            assert [f"{name}: {list(fault.absolute_path)}: {fault.message[:200]}" for fault in faults] == []


def test_the_files_show_what_pages_must_cope_with(answered: dict[str, str]) -> None:
    read = {name: json.loads(text) for name, text in answered.items()}
    assert [bool(read[name]["bins"]) for name in ("timeline", "timeline-binned")] == [False, True]
    assert [bool(read[name]["marks"]) for name in ("timeline", "timeline-binned")] == [True, False]
    assert read["timeline-empty"]["total"] == 0
    assert any(mark["reports"] > 1 for mark in read["timeline"]["marks"])
    assert any(mark["said_by"] for mark in read["timeline"]["marks"])
    assert {claim["by_hand"] for claim in read["read"]["records"].values()} == {True, False}
    [ally] = [state for state in read["follows-obligations"]["states"] if state["country"] == "SUN"]
    assert (ally["status"], len(ally["shapes"])) == ("owed", 15)
    assert set(read["problem"]) == {"type", "title", "status", "detail"}
