"""Lines of a ledger as columns of numbers, which only grow; only what superseded a record is filled in later."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from casus.ledger.contract import Line, ReportLine
from casus.ledger.record import RecordKind

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

NEVER = 2**62
"""The sequence at which a record is superseded that is not."""

ROLES = (
    "actor", "recipient", "place", "speaker", "addressee", "party", "bound", "beneficiary", "imposer", "target", "supplier",
    "holder", "toward", "member", "group", "standing", "other",
)  # fmt: skip
"""The roles of parts by their numbers; "other" stands for any that is not named."""

WHO = frozenset({"actor", "speaker", "party", "bound", "imposer", "supplier", "holder", "member"})
WHOM = frozenset({"recipient", "addressee", "beneficiary", "target", "toward", "group"})
KINDS: tuple[str, ...] = get_args(RecordKind)

_NOT_COUNTED = frozenset({"week", "event", "echo", "echoed"})
_ROLE = {role: number for number, role in enumerate(ROLES)}
_KIND = {kind: number for number, kind in enumerate(KINDS)}
_FIRST_ROOM = 1024

_OF_RECORD: Mapping[str, Any] = {
    "sequence": np.int64, "until": np.int64, "first": np.int64, "retracted": np.bool_, "kind": np.int16, "type": np.int32,
    "modality": np.int32, "day": np.int32, "first_earliest": np.int32, "first_latest": np.int32, "last_earliest": np.int32,
    "last_latest": np.int32, "report": np.int64, "confidence": np.float64, "recorded_at": np.int64,
    "cites": np.int32, "id": "S32",
}  # fmt: skip
_OF_PART: Mapping[str, Any] = {"row": np.int64, "entity": np.int32, "role": np.int16}
_OF_LINK: Mapping[str, Any] = {"row": np.int64, "one": np.int64, "other": np.int64}


def runs(keys: Numbers) -> Numbers:
    """Where equal keys that stand side by side begin."""
    return np.flatnonzero(np.r_[np.ones(min(len(keys), 1), np.bool_), keys[1:] != keys[:-1]])


def distinct(keys: Numbers) -> Numbers:
    """Keys in order, each once. numpy.unique hashes them first, which takes several times as long where most of them differ."""
    ordered = np.sort(keys, kind="stable")
    return ordered[runs(ordered)]


def hanging_together(count: int, one: Numbers, other: Numbers) -> Numbers:
    """For each of the numbers below `count` the smallest that it hangs together with, by the pairs of `one` and `other`."""
    leader = np.arange(count)
    while True:
        low = np.minimum(leader[one], leader[other])
        before = leader.copy()
        np.minimum.at(leader, one, low)
        np.minimum.at(leader, other, low)
        leader = leader[leader]
        if np.array_equal(leader, before):
            return leader


def spread(start: Numbers, count: Numbers) -> Numbers:
    """The places from each start on, so many as are counted there."""
    return np.repeat(start - np.r_[0, np.cumsum(count)[:-1]][: len(count)], count) + np.arange(count.sum())


class Growing:
    """Columns of equal length to which rows are added."""

    def __init__(self, types: Mapping[str, Any]) -> None:
        self.size = 0
        self._columns = {name: np.zeros(_FIRST_ROOM, dtype) for name, dtype in types.items()}

    def __getitem__(self, name: str) -> NDArray[Any]:
        """A column as it is now: a view, of which later rows are no part."""
        return self._columns[name][: self.size]

    def add(self, rows: Mapping[str, Sequence[Any]]) -> None:
        """Adds rows, given by columns."""
        count = len(next(iter(rows.values())))
        needed = self.size + count
        for name, column in self._columns.items():
            if needed > len(column):
                room = np.zeros(max(needed, 2 * len(column)), column.dtype)
                room[: self.size] = column[: self.size]
                self._columns[name] = room
            self._columns[name][self.size : needed] = rows[name]
        self.size = needed


class Groups(NamedTuple):
    """The witnesses among tellings: for each the numbers of its reports; how many reports that are; those of each two by two."""

    of: tuple[tuple[int, ...], ...]
    heard: int
    merged: tuple[tuple[int, int], ...]


@dataclass
class Words:
    """Words by numbers in the order of their coming."""

    known: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, word: str) -> int:
        """The number of a word, a new one for a new word."""
        found = self.numbers.get(word)
        if found is None:
            found = self.numbers[word] = len(self.known)
            self.known.append(word)
        return found


class Columns:
    """All lines of a ledger up to a sequence. Days are numbers (20240701), 0 where there is none; so are reports."""

    def __init__(self) -> None:
        self.sequence = 0
        self.records = Growing(_OF_RECORD)
        self.parts = Growing(_OF_PART)
        self.links = Growing(_OF_LINK)
        self.entities, self.types, self.modalities = Words(), Words(), Words()
        self.reports: list[ReportLine] = [ReportLine(0, b"", 0, None, None, None)]
        self.report_numbers: dict[str, int] = {}
        self.echoes: list[tuple[int, str, str]] = []
        """The row, the report that only repeats, and what it repeats."""
        self.witnesses: dict[bytes, Groups] = {}
        """The witnesses among tellings that were looked at before, by the bytes of their rows and their reports' copies."""

    def add(self, kept: Sequence[Line], facts: Mapping[str, int]) -> None:
        """Adds lines, which follow those that are there. `facts` are the sequences of the facts that links name."""
        if not kept:
            return
        start = self.records.size
        rows: dict[str, list[Any]] = {name: [] for name in _OF_RECORD}
        parts: dict[str, list[int]] = {name: [] for name in _OF_PART}
        links: dict[str, list[int]] = {name: [] for name in _OF_LINK}
        for row, line in enumerate(kept, start):
            body = json.loads(line.body) if line.body else {}
            self._add_record(rows, line, body)
            self._add_parts(parts, row, line)
            if line.kind == "same" and body.get("how") != "about":
                ends = [facts.get(str(body.get(end)), 0) for end in ("one", "other")]
                if all(ends):
                    for name, value in zip(_OF_LINK, (row, *ends), strict=True):
                        links[name].append(value)
            elif line.kind == "echo":
                self.echoes.append((row, str(body.get("one")), str(body.get("other"))))
        self.records.add(rows)
        self.parts.add(parts)
        self.links.add(links)
        self._supersede(start)

    def add_reports(self, lines: Iterable[ReportLine]) -> None:
        """Adds reports, which follow those that are there."""
        for line in lines:
            self.report_numbers[line.id.hex()] = line.number
            self.reports.append(line)

    def row_of(self, sequences: Numbers) -> Numbers:
        """The rows of records by their sequences, which are among them."""
        return np.searchsorted(self.records["sequence"], sequences)

    def _add_record(self, rows: dict[str, list[Any]], line: Line, body: Mapping[str, Any]) -> None:
        values = (
            line.sequence, NEVER, line.first, line.retracted, _KIND[line.kind], self.types.number(line.type or ""),
            self.modalities.number(line.modality or ""), line.day, line.first_earliest or 0, line.first_latest or 0,
            line.last_earliest or 0, line.last_latest or 0, line.report or 0, line.confidence, line.recorded_at,
            self.entities.number(str(body["cites"])) if "cites" in body else -1, line.id,
        )  # fmt: skip
        for column, value in zip(rows.values(), values, strict=True):
            column.append(value)

    def _add_parts(self, parts: dict[str, list[int]], row: int, line: Line) -> None:
        for role, entity in json.loads(line.parts):
            if role not in _NOT_COUNTED:
                parts["row"].append(row)
                parts["entity"].append(self.entities.number(entity))
                parts["role"].append(_ROLE.get(role, _ROLE["other"]))

    def _supersede(self, start: int) -> None:
        """Fills in until when the records held that the rows from `start` on supersede."""
        sequence, until, first = (self.records[name] for name in ("sequence", "until", "first"))
        if np.array_equal(first[start:], sequence[start:]):
            return
        order = np.argsort(first, kind="stable")  # the versions of a fact side by side, in the order of writing
        older, newer = order[:-1], order[1:]
        same = first[older] == first[newer]
        until[older[same]] = sequence[newer[same]]
