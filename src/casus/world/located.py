"""Data files read so that every value's line is known."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from casus.world.faults import Fault

Path = tuple[str | int, ...]
"""Where a value stands: keys and places in lists, from the outside in."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SCALARS = yaml.constructor.SafeConstructor()


@dataclass(frozen=True, slots=True)
class Located:
    """What a file holds. `lines` has the line (from 1) of every value, that of its key where it has one."""

    value: Any
    lines: Mapping[Path, int]

    def line(self, path: Path) -> int | None:
        """The line of a value, or of what it should stand in where it is missing."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return None


def read_yaml(text: str, file: str, as_written: Collection[str] = ()) -> tuple[Located, tuple[Fault, ...]]:
    """A YAML text, with what keeps it from being read: broken syntax, a key twice, an alias.

    Values under the keys `as_written` stay text as it stands there, so that a year or day without quotes is no number.
    """
    try:
        node = yaml.compose(text, Loader=_Loader)
        faults: list[Fault] = []
        lines: dict[Path, int] = {}
        value = None if node is None else _value(node, (), _Reading(file, frozenset(as_written), lines, faults), quoted=False)
        return Located(value, lines), tuple(faults)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        told = getattr(error, "problem", None) or str(error)
        line = min(mark.line + 1, len(text.splitlines())) if mark else None
        return Located(None, {}), (Fault(file, line, "", f"is not YAML: {' '.join(told.split())}"),)


def read_json_lines(text: str, file: str) -> tuple[Located, tuple[Fault, ...]]:
    """Records, one JSON object a line, with the lines that are not JSON."""
    rows: list[Any] = []
    lines: dict[Path, int] = {}
    faults: list[Fault] = []
    for number, line in enumerate(text.splitlines(), 1):
        try:
            value = json.loads(line)
        except ValueError as error:
            faults.append(Fault(file, number, "", f"is not JSON: {error}"))
            continue
        lines[(len(rows),)] = number
        rows.append(value)
    return Located(rows, lines), tuple(faults)


@dataclass(frozen=True, slots=True)
class _Reading:
    file: str
    as_written: frozenset[str]
    lines: dict[Path, int]
    faults: list[Fault]
    seen: set[int] = field(default_factory=set)
    """The lists and mappings met so far: one that comes again is an alias, by which a short file could hold a huge value."""


def _value(node: Any, path: Path, reading: _Reading, *, quoted: bool) -> Any:  # noqa: ANN401 - nodes come without types
    reading.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.CollectionNode):
        if id(node) in reading.seen:
            reading.faults.append(
                Fault(reading.file, node.start_mark.line + 1, "", "is used again by an alias (*); write it out")
            )
            return None
        reading.seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return dict(_entries(node, path, reading))
    if isinstance(node, yaml.SequenceNode):
        return [_value(entry, (*path, number), reading, quoted=quoted) for number, entry in enumerate(node.value)]
    if quoted and node.tag != "tag:yaml.org,2002:null":
        return node.value
    return _SCALARS.construct_object(node)


def _entries(node: Any, path: Path, reading: _Reading) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401
    seen: set[Any] = set()
    for key_node, entry in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            reading.faults.append(Fault(reading.file, line, "", "a key must be a word"))
            continue
        key = key_node.value
        if key in seen:
            reading.faults.append(Fault(reading.file, line, "", f"the key {key!r} stands there twice"))
        seen.add(key)
        reading.lines[(*path, key)] = line
        yield key, _value(entry, (*path, key), reading, quoted=key in reading.as_written)
