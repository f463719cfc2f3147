"""A whole ledger as JSON Lines, to carry it elsewhere: what was kept, in its order, and when.

The first line tells the format; then come reports, readings and records, one a line; the last line counts them and has the
SHA-256 of all lines before it, so that half a file, or one that was changed, is not taken for a whole one.
"""

import hashlib
import json
import os
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from casus.errors import LedgerError
from casus.ledger.contract import Broken, Entry, KeptReading, KeptReport, Store
from casus.ledger.record import Bound, CitationSource, Draft, Part, Quote, Record, ReportSource, Valid, canonical

FORMAT = "casus-ledger"
VERSION = 1
_KINDS = ("report", "reading", "record")

Progress = Callable[[int], None]
"""Is told how many things are done so far."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each were carried."""

    reports: int
    readings: int
    records: int


def export_ledger(store: Store, path: Path, progress: Progress = lambda _: None) -> Counts:
    """Write the whole ledger into a file, as it was at one moment. The file is there whole or not at all.

    Raises LedgerError where the file can't be written or a row can't be read.
    """
    part = path.with_name(f"{path.name}.part")
    counts = dict.fromkeys(_KINDS, 0)
    try:
        with part.open("wb") as file:
            for line in export_lines(store):
                file.write(line)
                kind = line[2 : line.index(b'"', 2)].decode()
                if kind in counts:
                    counts[kind] += 1
                    progress(sum(counts.values()))
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise LedgerError(f"{path}: can't be written ({error.strerror})") from error
    finally:
        part.unlink(missing_ok=True)
    return Counts(*counts.values())


def export_lines(store: Store) -> Iterator[bytes]:
    """The lines of an export. Raises LedgerError where a row can't be read."""
    total, counts = hashlib.sha256(), dict.fromkeys(_KINDS, 0)

    def line(kind: str, value: object) -> bytes:
        made = canonical({kind: value}).encode() + b"\n"
        total.update(made)
        return made

    yield line(FORMAT, VERSION)
    for entry in store.entries():
        kind, value = _told(entry)
        counts[kind] += 1
        yield line(kind, value)
    yield line("end", counts | {"sha256": total.hexdigest()})


def import_ledger(store: Store, path: Path) -> Counts:
    """Write an export into an empty ledger, whole or not at all.

    Raises LedgerError where the ledger is not empty, and where the file is no export, half of one, or was changed; the message
    names the line.
    """
    counts = check_export(path)
    store.append(_entries(path))
    return counts


def check_export(path: Path) -> Counts:
    """What an export holds. Raises LedgerError where it is not whole."""
    total, counts, ended = hashlib.sha256(), dict.fromkeys(_KINDS, 0), False
    for number, line in _lines(path):
        if ended:
            raise LedgerError(f"{path}:{number}: something stands after the end")
        kind, value = _parsed(path, number, line)
        if number == 1 and (kind, value) != (FORMAT, VERSION):
            raise LedgerError(f"{path}: is no export of a ledger that this version knows")
        if kind == "end":
            ended = True
            if value != counts | {"sha256": total.hexdigest()}:
                raise LedgerError(f"{path}: was changed after it was written; export the ledger anew")
        elif kind in counts:
            counts[kind] += 1
        elif number > 1:
            raise LedgerError(f"{path}:{number}: {kind!r} is none of {', '.join(_KINDS)}")
        total.update(line)
    if not ended:
        raise LedgerError(f"{path}: is not whole: its last line is missing; export the ledger anew")
    return Counts(*counts.values())


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with path.open("rb") as file:
            yield from enumerate(file, 1)
    except OSError as error:
        raise LedgerError(f"{path}: can't be read ({error.strerror})") from error


def _entries(path: Path) -> Iterator[Entry]:
    for number, line in _lines(path):
        kind, value = _parsed(path, number, line)
        if kind in _KINDS:
            try:
                yield _entry(kind, value)
            except (KeyError, TypeError, ValueError) as error:
                raise LedgerError(f"{path}:{number}: is no {kind} ({error})") from error


def _parsed(path: Path, number: int, line: bytes) -> tuple[str, Any]:
    try:
        ((kind, value),) = json.loads(line).items()
    except (ValueError, AttributeError, RecursionError) as error:
        raise LedgerError(f"{path}:{number}: is no line of an export of a ledger") from error
    return kind, value


def _told(entry: Entry) -> tuple[str, dict[str, Any]]:
    at, kept = entry.at.isoformat(), entry.kept
    if isinstance(kept, Broken):
        raise LedgerError(f"{kept.place}: {kept.reason}; `casus verify` tells all that is wrong")
    if isinstance(kept, KeptReport):
        days = {name: day and str(day) for name, day in (("first", kept.first), ("last", kept.last))}
        return "report", asdict(kept) | days | {"signature": b64encode(kept.signature).decode(), "kept_at": at}
    if isinstance(kept, KeptReading):
        return "reading", asdict(kept) | {"kept_at": at}
    draft, valid = kept.draft, kept.draft.valid
    bounds = [bound and [str(bound.earliest), str(bound.latest)] for bound in (valid.first, valid.last)]
    own = {name: getattr(draft, name) for name in _PLAIN}
    source = asdict(draft.source)
    told = {"valid": bounds, "source": source, "parts": [[part.role, part.entity] for part in draft.parts]}
    return "record", own | told | {"id": kept.id, "sequence": kept.sequence, "recorded_at": at}


_PLAIN = ("kind", "body", "extractor", "confidence", "topic", "fact", "supersedes", "retracted", "why")


def _entry(kind: str, value: dict[str, Any]) -> Entry:
    """The entry that a line tells. Raises KeyError, TypeError or ValueError where it tells none."""
    if kind == "report":
        at = value.pop("kept_at")
        days = {name: value[name] and date.fromisoformat(value[name]) for name in ("first", "last")}
        own = {"signature": b64decode(value["signature"]), "keys": tuple(value["keys"])}
        return Entry(datetime.fromisoformat(at), KeptReport(**(value | days | own)))
    if kind == "reading":
        at = value.pop("kept_at")
        return Entry(datetime.fromisoformat(at), KeptReading(**value))
    source = value["source"]
    if "report" in source:
        told: ReportSource | CitationSource = ReportSource(source["report"], tuple(Quote(**one) for one in source["quotes"]))
    else:
        told = CitationSource(**source)
    first, last = (bound and Bound(*map(date.fromisoformat, bound)) for bound in value["valid"])
    plain: dict[str, Any] = {name: value[name] for name in _PLAIN}
    draft = Draft(valid=Valid(first, last), source=told, parts=tuple(Part(*part) for part in value["parts"]), **plain)
    if draft.id != value["id"]:
        raise ValueError("its id is not that of its content")
    at = datetime.fromisoformat(value["recorded_at"])
    return Entry(at, Record(draft=draft, sequence=value["sequence"], recorded_at=at))
