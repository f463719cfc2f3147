"""A Reading as JSON and back, in the published format of `reading.schema.json` beside this file.

The format follows the values of `model.py` field by field. What differs is named here: an interval's `first` and `last` are
`from` and `to`, a report holds when it was `written`, and the report's own warnings stand among the reading's only.
"""

import json
import types
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from casus.errors import CasusError
from casus.reading.model import (
    Actor,
    Agreement,
    Claim,
    Event,
    Measure,
    Membership,
    Position,
    Provision,
    Reading,
    Statement,
    Time,
    Transfer,
    Written,
)  # fmt: skip
from casus.sources.report import Report, Span, Warning

VERSION = "1"
"""The version of the format; readings carry it as `casus`."""

_KINDS: Mapping[str, type[Claim]] = {
    claim.kind: claim for claim in (Statement, Event, Agreement, Provision, Measure, Transfer, Position, Membership)
}
_WIRE_NAMES = {"first": "from", "last": "to"}
_LEFT_OUT_WHEN_NONE = {(Event, "trigger")}
_ELSEWHERE = {(Report, "warnings")}


class ContractError(CasusError):
    """A JSON value isn't a Reading; the message names the place in it."""


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    wire: str
    type: Any
    required: bool
    given: bool


@cache
def _fields_of(kind: type) -> tuple[_Field, ...]:
    hints = get_type_hints(kind)
    return tuple(
        _Field(
            name=item.name,
            wire=_WIRE_NAMES.get(item.name, item.name),
            type=hints[item.name],
            required=item.default is MISSING and item.default_factory is MISSING,
            given=item.init,
        )
        for item in fields(kind)
        if (kind, item.name) not in _ELSEWHERE
    )


def to_json(reading: Reading) -> dict[str, Any]:
    """A reading as a JSON object (dicts, lists, strings, numbers), valid against `reading.schema.json`."""
    report: dict[str, Any] = {"id": reading.report.id} | _plain(reading.report)
    report["written"] = _plain(reading.written)
    return {
        "casus": VERSION,
        "report": report,
        "sentences": _plain(reading.sentences),
        "actors": _plain(reading.actors),
        "times": _plain(reading.times),
        "claims": [{"id": claim.id, "kind": claim.kind} | _plain(claim) for claim in reading.claims],
        "warnings": _plain(reading.warnings),
    }


def dumps(reading: Reading) -> str:
    """A reading as one line of JSON without a line end. ASCII only, so that no encoding and no line splitter can hurt it."""
    return json.dumps(to_json(reading), allow_nan=False, separators=(",", ":"))


def loads(line: str | bytes) -> Reading:
    """The inverse of `dumps`. Raises `ContractError` where the line isn't JSON or not a Reading."""
    try:
        value = json.loads(line)
    except ValueError as error:
        raise ContractError(f"not JSON: {error}") from error
    return from_json(value)


def from_json(value: object) -> Reading:
    """The inverse of `to_json`. Fields that the format doesn't know are passed over.

    Raises `ContractError` with the place of the first fault: a missing or mistyped field, another version of the format,
    or a text that isn't the one that the report's id stands for (every span counts in it).
    """
    reading = _object(value, "reading")
    if (version := reading.get("casus")) != VERSION:
        raise ContractError(f"reading.casus: this version reads format {VERSION!r}, not {version!r}")
    carried = _object(reading.get("report"), "reading.report")
    report: Report = _value(Report, carried, "reading.report")
    if carried.get("id") != report.id:
        raise ContractError("reading.report.id: it isn't the SHA-256 of reading.report.text")
    return Reading(
        report=report,
        written=_value(Written | None, carried.get("written"), "reading.report.written"),
        sentences=_value(tuple[Span, ...], reading.get("sentences"), "reading.sentences"),
        actors=_value(tuple[Actor, ...], reading.get("actors"), "reading.actors"),
        times=_value(tuple[Time, ...], reading.get("times"), "reading.times"),
        claims=tuple(
            _claim(claim, f"reading.claims[{index}]")
            for index, claim in enumerate(_array(reading.get("claims"), "reading.claims"))
        ),
        warnings=_value(tuple[Warning, ...], reading.get("warnings"), "reading.warnings"),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if not is_dataclass(value):
        return value
    kind: type = type(value)
    return {
        field.wire: _plain(getattr(value, field.name))
        for field in _fields_of(kind)
        if not ((kind, field.name) in _LEFT_OUT_WHEN_NONE and getattr(value, field.name) is None)
    }


def _claim(value: object, place: str) -> Claim:
    name = _object(value, place).get("kind")
    kind = _KINDS.get(name) if isinstance(name, str) else None
    if kind is None:
        raise ContractError(f"{place}.kind: {name!r} is none of {', '.join(_KINDS)}")
    claim: Claim = _value(kind, value, place)
    return claim


def _value(kind: Any, value: object, place: str) -> Any:
    """`value` as the annotated type `kind`, or `ContractError` with the place."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return (
            None if value is None else _value(next(part for part in get_args(kind) if part is not types.NoneType), value, place)
        )
    if origin is Literal:
        if value not in get_args(kind):
            raise ContractError(f"{place}: {value!r} is none of {', '.join(get_args(kind))}")
        return value
    if origin is tuple:
        return _tuple(get_args(kind), _array(value, place), place)
    if is_dataclass(kind):
        return _record(kind, _object(value, place), place)
    return _scalar(kind, value, place)


def _tuple(parts: tuple[Any, ...], value: list[object], place: str) -> tuple[Any, ...]:
    if parts[-1] is Ellipsis:
        return tuple(_value(parts[0], item, f"{place}[{index}]") for index, item in enumerate(value))
    if len(value) != len(parts):
        raise ContractError(f"{place}: {len(parts)} values are needed, {len(value)} are given")
    return tuple(_value(part, item, f"{place}[{index}]") for index, (part, item) in enumerate(zip(parts, value, strict=True)))


def _record(kind: Any, value: Mapping[str, object], place: str) -> Any:
    given: dict[str, Any] = {}
    for field in _fields_of(kind):
        if not field.given:
            continue
        if field.wire in value:
            given[field.name] = _value(field.type, value[field.wire], f"{place}.{field.wire}")
        elif field.required and type(None) in get_args(field.type):
            given[field.name] = None
        elif field.required:
            raise ContractError(f"{place}.{field.wire}: missing")
    return kind(**given)


def _scalar(kind: type, value: object, place: str) -> Any:
    if kind is date and isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise ContractError(f"{place}: {value!r} is no date (YYYY-MM-DD)") from error
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise ContractError(f"{place}: {value!r} should be of type {kind.__name__}")
    return value


def _object(value: object, place: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ContractError(f"{place}: an object is needed")
    return value


def _array(value: object, place: str) -> list[object]:
    if not isinstance(value, list):
        raise ContractError(f"{place}: an array is needed")
    return value
