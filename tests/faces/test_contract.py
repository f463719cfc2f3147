"""The published JSON of a reading: valid for every reading, and nothing is lost on the way there and back."""

import json
from dataclasses import fields, replace
from datetime import date
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.reading import contract
from casus.reading.model import (
    Agreement,
    Claim,
    Event,
    Measure,
    Membership,
    Position,
    Provision,
    Reading,
    Statement,
    Transfer,
)
from casus.sources.report import Report, Span

OWN = Path(contract.__file__).with_name("reading.schema.json")
AGREED = Path(__file__).parents[3] / "shared" / "contract" / "reading.schema.json"
T = TypeVar("T")
CLAIMS: tuple[type[Claim], ...] = (Statement, Event, Agreement, Provision, Measure, Transfer, Position, Membership)


@cache
def validator(path: Path) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(
        json.loads(path.read_text("utf-8")), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=12),
    int: st.integers(0, 10**6),
    float: st.floats(0, 1),
    bool: st.booleans(),
    date: st.dates(),
    type(None): st.none(),
}


def values(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 (an annotation has no narrower type)
    """Values of an annotated type, in the bounds that the format sets."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return st.sampled_from(parts)
    if origin in (Union, UnionType):
        return st.one_of(*map(values, parts))
    if origin is tuple and parts[-1] is Ellipsis:
        return st.lists(values(parts[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*map(values, parts))
    return PLAIN[hint] if hint in PLAIN else whole(hint)


def whole(kind: type[T], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Values of a kind with every field drawn, those with a default too."""
    hints = get_type_hints(kind)
    drawn = {field.name: values(hints[field.name]) for field in fields(kind) if field.init and field.name not in given}  # type: ignore[arg-type]
    return st.builds(kind, **drawn, **given)


month_and_day = st.none() | st.tuples(st.integers(1, 12), st.integers(1, 31))
reports = whole(Report, text=st.text(st.characters(), max_size=40), dateline_day=month_and_day, warnings=st.just(()))
some_spans = st.lists(values(Span), min_size=1, max_size=3).map(tuple)
claims = st.lists(st.one_of(*(whole(kind, spans=some_spans) for kind in CLAIMS)), max_size=4).map(tuple)
readings = whole(Reading, report=reports, claims=claims)


@settings(max_examples=150, deadline=None)
@given(readings)
def test_every_reading_is_valid_and_comes_back_as_it_was(reading: Reading) -> None:
    line = contract.dumps(reading)
    assert "\n" not in line
    assert line.isascii()
    validator(OWN).validate(json.loads(line))
    assert contract.loads(line) == reading


def test_the_strait_is_valid_in_the_agreed_format_too(strait: Reading) -> None:
    if not AGREED.exists():
        pytest.skip("the agreed format is laid beside the checkout only where it is developed")
    validator(AGREED).validate(contract.to_json(strait))


def test_the_agreed_fields_all_stand_in_the_published_format() -> None:
    if not AGREED.exists():
        pytest.skip("the agreed format is laid beside the checkout only where it is developed")

    def missing(agreed: object, own: object, place: str) -> list[str]:
        if isinstance(agreed, dict) and isinstance(own, dict):
            return [
                fault
                for key, value in agreed.items()
                for fault in (missing(value, own[key], f"{place}.{key}") if key in own else [f"{place}.{key}"])
            ]
        return [] if agreed == own else [place]

    assert missing(json.loads(AGREED.read_text()), json.loads(OWN.read_text()), "") == []


def test_everything_written_is_described(strait: Reading) -> None:
    own = json.loads(OWN.read_text("utf-8"))
    wire = contract.to_json(strait)
    parts = own["properties"]
    assert wire.keys() == parts.keys()
    assert wire["report"].keys() == parts["report"]["properties"].keys()
    assert wire["report"]["stamps"][0].keys() == parts["report"]["properties"]["stamps"]["items"]["properties"].keys()
    assert wire["actors"][0].keys() == parts["actors"]["items"]["properties"].keys()
    assert wire["times"][0].keys() == parts["times"]["items"]["properties"].keys()
    shared = own["$defs"]["claim"]["properties"].keys()
    for claim in wire["claims"]:
        assert claim.keys() <= shared | own["$defs"][claim["kind"]]["allOf"][1]["properties"].keys()


def test_names_of_the_wire(strait: Reading) -> None:
    wire = contract.to_json(strait)
    assert wire["casus"] == "1"
    assert wire["report"]["written"]["from"] == "2031-03-04"
    assert wire["report"]["stamps"][0] == {
        "origin": "header",
        "value": "2031-09-30",
        "span": [5, 15],
        "detail": "header line",
    }
    denied = wire["claims"][1]
    assert (denied["kind"], denied["modality"], denied["by"], denied["actors"]) == ("event", "denied", "c1", ["a1"])
    assert "trigger" not in wire["claims"][3]


def test_a_reader_of_the_format_passes_over_what_it_does_not_know(strait: Reading) -> None:
    wire = contract.to_json(strait)
    wire["colour"] = "blue"
    wire["claims"][0]["tone"] = "angry"
    assert contract.from_json(wire) == strait


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("casus",), "7", "reading.casus: this version reads format '1', not '7'"),
        (("report", "text"), "other words", "reading.report.id: it isn't the SHA-256"),
        (("claims", 0, "act"), "sing", "reading.claims[0].act: 'sing' is none of say"),
        (("claims", 1, "kind"), "rumour", "reading.claims[1].kind: 'rumour' is none of statement"),
        (("claims", 1, "spans", 0), [1], "reading.claims[1].spans[0]: 2 values are needed, 1 are given"),
        (("claims", 1, "confidence"), "high", "reading.claims[1].confidence: 'high' should be of type float"),
        (("claims", 1, "negated"), 1, "reading.claims[1].negated: 1 should be of type bool"),
        (("times", 0, "from"), "June", "reading.times[0].from: 'June' is no date"),
        (("sentences",), {}, "reading.sentences: an array is needed"),
        (("report",), [], "reading.report: an object is needed"),
    ],
)
def test_a_fault_is_named_with_its_place(strait: Reading, path: tuple[str | int, ...], value: object, message: str) -> None:
    wire: Any = contract.to_json(strait)
    place = wire
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(contract.ContractError) as caught:
        contract.from_json(wire)
    assert str(caught.value).startswith(message)


def test_a_missing_field_is_named(strait: Reading) -> None:
    wire = contract.to_json(strait)
    del wire["claims"][0]["speaker"]
    with pytest.raises(contract.ContractError, match=r"reading\.claims\[0\]\.speaker: missing"):
        contract.from_json(wire)


def test_what_is_no_json_is_told_so() -> None:
    with pytest.raises(contract.ContractError, match="not JSON"):
        contract.loads("{")


def test_the_reports_own_warnings_stand_among_the_readings_only(strait: Reading) -> None:
    warned = replace(strait, report=replace(strait.report, warnings=strait.warnings))
    assert contract.to_json(warned) == contract.to_json(strait)
