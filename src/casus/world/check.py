"""Checks every file of reference facts against data/schema.yaml: `python -m casus.world.check`."""

import sys
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import yaml

from casus.errors import WorldError
from casus.world import compile_names
from casus.world.index import Record
from casus.world.phoenix import PHOENIX
from casus.world.source import DATA, records
from casus.world.time import Validity, interval


def check() -> int:
    """The number of records that were checked. Raises WorldError for the first wrong one: its file, place and what is allowed."""
    count = 0
    for file in _schema()["files"]:
        check_file(file, records(file))
        count += len(records(file))
    unknown = {path.name for path in DATA.glob("*.*l")} - set(_schema()["files"]) - {"schema.yaml"}
    if unknown:
        raise WorldError(f"{min(unknown)}: no such file in schema.yaml; allowed: {', '.join(sorted(_schema()['files']))}")
    listed = {(row["name"], row["country"]) for file in ("leaders.jsonl", "officials.jsonl") for row in records(file)}
    for row in records("persons.yaml"):
        if (row["name"], row["country"]) not in listed:
            raise WorldError(f"persons.yaml: {row['name']} ({row['country']}) is in neither leaders.jsonl nor officials.jsonl")
    return count + _phoenix()


def check_file(file: str, rows: Iterable[Record]) -> None:
    """Check the records of one file. Raises WorldError for the first wrong one."""
    shape = _schema()["files"][file]
    for number, row in enumerate(rows, 1):
        label = next((str(row[key]) for key in ("id", "code", "abbr", "key", "name", "group") if key in row), "")
        _record(f"{file}: record {number} ({label})" if label else f"{file}: record {number}", row, shape)


def _record(place: str, row: object, shape: dict[str, Any]) -> None:
    if not isinstance(row, dict):
        raise WorldError(f"{place}: {row!r} must be a record of {', '.join(shape)}")
    keys = {key.rstrip("~"): key for key in shape}
    for key in row:
        if key not in keys:
            raise WorldError(f"{place}: unknown key {key!r}; allowed: {', '.join(keys)}")
    for key, name in keys.items():
        if key in row:
            _value(f"{place}: {key}", row[key], shape[name])
        elif not name.endswith("~"):
            raise WorldError(f"{place}: {key!r} is missing")
    _order(place, row)


def _value(place: str, value: object, shape: Any) -> None:  # noqa: ANN401 - a schema node is a word, a list or a record
    if isinstance(shape, dict):
        _record(place, value, shape)
    elif isinstance(shape, list):
        if not isinstance(value, list):
            raise WorldError(f"{place}: {value!r} must be a list")
        for number, entry in enumerate(value, 1):
            _value(f"{place}[{number}]", entry, shape[0])
    elif shape.endswith("~") and value is None:
        return
    elif problem := _problem(value, shape.rstrip("~")):
        raise WorldError(f"{place}: {value!r} {problem}")


def _problem(value: object, kind: str) -> str | None:
    """What is wrong with a value of a type, None where nothing is."""
    if kind in _PLAIN:
        allowed, words = _PLAIN[kind]
        return None if allowed(value) else f"must be {words}"
    if kind == "date":
        try:
            interval(value if isinstance(value, str) else "")
        except WorldError:
            return "must be a date in quotes: YYYY, YYYY-MM or YYYY-MM-DD"
        return None
    known = _known(kind)
    wrong = (
        sorted(str(key) for key in value if key not in known)
        if isinstance(value, dict)
        else []
        if value in known
        else [str(value)]
    )
    return f"is not known; allowed: {_some(known)}" if wrong else None


_PLAIN: dict[str, tuple[Callable[[object], bool], str]] = {
    "text": (lambda value: isinstance(value, str) and value.strip() == value != "", "text without outer spaces"),
    "flag": (lambda value: isinstance(value, bool), "true or false"),
    "number": (lambda value: isinstance(value, int | float) and 0 <= value <= 1, "a number from 0 to 1"),
    "whole": (lambda value: isinstance(value, int), "a whole number"),
    "new-state": (lambda value: isinstance(value, str) and len(value) == 3 and value.isupper(), "three capital letters"),
}


@cache
def _known(kind: str) -> frozenset[str]:
    if kind in _schema()["vocabulary"]:
        return frozenset(_schema()["vocabulary"][kind])
    if kind == "state":
        return frozenset(row["code"] for row in records("states.yaml"))
    if kind == "source":
        return frozenset(row["key"] for row in records("sources.yaml"))
    if kind == "group":
        return frozenset(row["abbr"] for row in records("organisations.yaml")) | {row["id"] for row in records("blocs.yaml")}
    if kind in ("entity", "weights"):
        return frozenset(entity[0] for entity in compile_names.compiled_names()["entities"])
    return frozenset(kind.split("|"))


def _some(known: frozenset[str]) -> str:
    words = sorted(known)
    return ", ".join(words) if len(words) <= 30 else f"{', '.join(words[:12])}, ... ({len(words)})"


def _order(place: str, row: dict[str, Any]) -> None:
    first, last = row.get("first"), row.get("last") or row.get("until")
    if first and last and Validity(None, last).contains(interval(first)[0]) is False:
        raise WorldError(f"{place}: first {first} is after last {last}")


def _phoenix() -> int:
    """The number of persons in the Phoenix file, each line checked for its four fields, order and dates."""
    lines = PHOENIX.read_text(encoding="utf-8").splitlines()
    for number, (line, before) in enumerate(zip(lines, ["", *lines], strict=False), 1):
        fields = line.split("\t")
        if len(fields) != len(("surname", "name", "aliases", "roles")) or line < before:
            raise WorldError(f"{PHOENIX.name}: line {number}: must be surname, name, aliases, roles, sorted by surname")
        for role in fields[3].split(";"):
            _, _, first, last = role.split(",")
            for day in filter(None, (first, last)):
                interval(day)
    return len(lines)


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = yaml.safe_load((DATA / "schema.yaml").read_text(encoding="utf-8"))
    return schema


if __name__ == "__main__":
    try:
        sys.stdout.write(f"{check()} records are well-formed\n")
    except WorldError as error:
        sys.exit(str(error))
