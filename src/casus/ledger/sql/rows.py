"""Records as rows of the tables and back. Rows are tuples of what both drivers take, so that thousands are written at once."""

import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from typing import Any

from sqlalchemy import Row

from casus.errors import LedgerError
from casus.ledger.contract import HAPPENS, KeptReport, main_word
from casus.ledger.record import Bound, CitationSource, Draft, Part, Quote, Record, ReportSource, Source, Valid, canonical
from casus.ledger.sql.tables import CROWD, UNKNOWN

PAIRED_KINDS = frozenset({"event", "transfer"})
MOST_PAIRED = 12
"""A record of more who are paired is a crowd: rows for every two of them would be too many."""

Values = tuple[Any, ...]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PAIRED = ("country:", "org:", "group:", "bloc:")
_PACKED = 6
"""How hard zlib tries."""


def microseconds(instant: datetime) -> int:
    """An aware instant as microseconds since 1970 in UTC."""
    return (instant - _EPOCH) // timedelta(microseconds=1)


def instant_of(value: int) -> datetime:
    """The inverse of `microseconds`."""
    return _EPOCH + timedelta(microseconds=value)


def day_number(day: date) -> int:
    """A day as a number that sorts and can be read: 20240701."""
    return day.year * 10_000 + day.month * 100 + day.day


def digest(hexadecimal: str) -> bytes:
    """An id as it stands in rows; what is no id becomes what none is."""
    try:
        return bytes.fromhex(hexadecimal)
    except ValueError:
        return b""


def day_of(draft: Draft) -> int:
    """The first day on which a draft counts, UNKNOWN where no day is known."""
    first = draft.valid.first or (draft.valid.last if draft.kind in HAPPENS else None)
    return day_number(first.earliest) if first else UNKNOWN


def record_row(draft: Draft, sequence: int, recorded_at: int, report: int | None) -> Values:
    """A draft as a row of `records`. `report` is the number of the report that tells it."""
    source, body, valid = draft.source, draft.body, draft.valid
    if isinstance(source, ReportSource):
        quotes = canonical([[one.role, one.start, one.end, one.words] for one in source.quotes])
        cited: tuple[str | None, str | None] = None, None
    else:
        quotes, cited = "[]", (source.key, source.cites)
    return (
        sequence, bytes.fromhex(draft.id), draft.fact and digest(draft.fact), draft.supersedes and digest(draft.supersedes),
        recorded_at, draft.retracted, draft.kind, main_word(draft), body.get("modality"), draft.topic, day_of(draft),
        *_ends(valid.first), *_ends(valid.last), report, *cited, draft.extractor, draft.why, float(draft.confidence),
        canonical([[part.role, part.entity] for part in draft.parts]), quotes, canonical(body),
    )  # fmt: skip


def entity_rows(draft: Draft, sequence: int, numbers: Mapping[str, int]) -> Iterator[Values]:
    """The rows of `record_entities`: one for each entity, with all its roles. `numbers` are those of the entities."""
    roles: dict[str, list[str]] = {}
    for part in draft.parts:
        roles.setdefault(part.entity, []).append(part.role)
    day = day_of(draft)
    for entity, own in roles.items():
        yield numbers[entity], draft.kind, day, sequence, f"|{'|'.join(dict.fromkeys(own))}|"


def pair_rows(draft: Draft, sequence: int, numbers: Mapping[str, int]) -> Iterator[Values]:
    """The rows of `record_pairs`."""
    if draft.kind not in PAIRED_KINDS:
        return
    day = day_of(draft)
    own = sorted({numbers[part.entity] for part in draft.parts if paired(part.entity)})
    for one, other in combinations(own, 2) if len(own) <= MOST_PAIRED else ((CROWD, one) for one in own):
        yield one, other, draft.kind, day, sequence


def paired(entity: str) -> bool:
    """Whether events with it and another such entity are found by the two of them."""
    return entity.startswith(_PAIRED)


def record_of(row: Row[Any]) -> Record:
    """The record that a row of `select.record_rows` keeps. Raises ValueError, TypeError or KeyError where it is damaged."""
    source: Source
    if row.report is not None:
        source = ReportSource(row.told.hex(), tuple([Quote(*quote) for quote in json.loads(row.quotes)]))
    else:
        source = CitationSource(row.citation_key, row.citation)
    draft = Draft(
        kind=row.kind,
        body=json.loads(row.body),
        valid=Valid(_bound(row.first_earliest, row.first_latest), _bound(row.last_earliest, row.last_latest)),
        source=source,
        extractor=row.extractor,
        parts=tuple([Part(*part) for part in json.loads(row.parts)]),
        confidence=row.confidence,
        topic=row.topic,
        fact=row.fact and row.fact.hex(),
        supersedes=row.supersedes and row.supersedes.hex(),
        retracted=bool(row.retracted),
        why=row.why,
    )
    draft.__dict__["id"] = row.id.hex()  # known: not computed again
    return Record(draft=draft, sequence=row.sequence, recorded_at=instant_of(row.recorded_at))


def report_row(report: KeptReport, number: int, kept_at: int) -> Values:
    """A report as a row of `reports`."""
    return (
        number, bytes.fromhex(report.id), kept_at, report.title, report.publisher, report.url,
        report.first and day_number(report.first), report.last and day_number(report.last), report.basis, report.outlet,
        report.signature, packed(canonical(sorted(set(report.keys)))), packed(report.text),
    )  # fmt: skip


def report_of(row: Row[Any]) -> KeptReport:
    """The report that a row of `reports` keeps. Raises ValueError where it is damaged."""
    return KeptReport(
        id=row.id.hex(), text=unpacked(row.text), title=row.title, publisher=row.publisher, url=row.url,
        first=row.first and _day(row.first), last=row.last and _day(row.last), basis=row.basis, outlet=row.outlet,
        signature=bytes(row.signature), keys=tuple(json.loads(unpacked(row.keys))),
    )  # fmt: skip


def packed(text: str) -> bytes:
    """A long text as it stands in a row."""
    return zlib.compress(text.encode(), _PACKED)


def unpacked(data: bytes) -> str:
    """The inverse of `packed`. Raises ValueError where it is damaged."""
    try:
        return zlib.decompress(data).decode()
    except zlib.error as error:
        raise ValueError(str(error)) from error


@contextmanager
def legible(name: str) -> Iterator[None]:
    """Around the reading of a row: LedgerError where it is damaged."""
    try:
        yield
    except (ValueError, TypeError, KeyError) as error:
        raise LedgerError(f"{name}: can't be read ({error}); `casus verify` tells all that is wrong") from error


def _ends(bound: Bound | None) -> tuple[int | None, int | None]:
    return (day_number(bound.earliest), day_number(bound.latest)) if bound else (None, None)


def _bound(earliest: int | None, latest: int | None) -> Bound | None:
    return None if earliest is None or latest is None else Bound(_day(earliest), _day(latest))


def _day(number: int) -> date:
    return date(number // 10_000, number // 100 % 100, number % 100)
