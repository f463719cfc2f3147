"""Records as rows of the tables and back."""

import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from typing import Any

from sqlalchemy import RowMapping

from casus.errors import LedgerError
from casus.ledger.contract import HAPPENS, KeptReport, main_word
from casus.ledger.record import Bound, CitationSource, Draft, Part, Quote, Record, ReportSource, Source, Valid, canonical
from casus.ledger.sql.tables import UNKNOWN

Row = dict[str, Any]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PACKED = 6
"""How hard zlib tries."""

_PAIRED = ("country:", "org:", "group:", "bloc:")
PAIRED_KINDS = frozenset({"event", "transfer"})


def microseconds(instant: datetime) -> int:
    """An aware instant as microseconds since 1970 in UTC."""
    return (instant - _EPOCH) // timedelta(microseconds=1)


def instant_of(value: int) -> datetime:
    """The inverse of `microseconds`."""
    return _EPOCH + timedelta(microseconds=value)


def day_of(draft: Draft) -> date:
    """The first day on which a draft counts, UNKNOWN where no day is known."""
    first = draft.valid.first or (draft.valid.last if draft.kind in HAPPENS else None)
    return first.earliest if first else UNKNOWN


def record_row(draft: Draft, sequence: int, recorded_at: int) -> Row:
    """A draft as a row of `records`."""
    first, last, source = draft.valid.first, draft.valid.last, draft.source
    told = isinstance(source, ReportSource)
    return {
        "sequence": sequence,
        "id": draft.id,
        "fact": draft.of_fact,
        "kind": draft.kind,
        "type": main_word(draft),
        "modality": draft.body.get("modality"),
        "topic": draft.topic,
        "day": day_of(draft),
        "first_earliest": first.earliest if first else None,
        "first_latest": first.latest if first else None,
        "last_earliest": last.earliest if last else None,
        "last_latest": last.latest if last else None,
        "recorded_at": recorded_at,
        "report": source.report if isinstance(source, ReportSource) else None,
        "citation_key": None if isinstance(source, ReportSource) else source.key,
        "citation": None if isinstance(source, ReportSource) else source.cites,
        "extractor": draft.extractor,
        "supersedes": draft.supersedes,
        "retracted": draft.retracted,
        "why": draft.why,
        "confidence": draft.confidence,
        "parts": canonical([[part.role, part.entity] for part in draft.parts]),
        "quotes": canonical([[one.role, one.start, one.end, one.words] for one in source.quotes] if told else []),  # type: ignore[union-attr]
        "body": canonical(draft.body),
    }


def entity_rows(draft: Draft, sequence: int) -> Iterator[Row]:
    """The rows of `record_entities`."""
    day = day_of(draft)
    for part in dict.fromkeys(draft.parts):
        yield {"entity": part.entity, "kind": draft.kind, "day": day, "sequence": sequence, "role": part.role}


def pair_rows(draft: Draft, sequence: int) -> Iterator[Row]:
    """The rows of `record_pairs`."""
    if draft.kind not in PAIRED_KINDS:
        return
    day = day_of(draft)
    for one, other in combinations(sorted({part.entity for part in draft.parts if paired(part.entity)}), 2):
        yield {"one": one, "other": other, "kind": draft.kind, "day": day, "sequence": sequence}


def paired(entity: str) -> bool:
    """Whether events with it and another such entity are found by the two of them."""
    return entity.startswith(_PAIRED)


def record_of(row: RowMapping) -> Record:
    """The record that a row of `records` keeps."""
    source: Source
    if row["report"] is not None:
        source = ReportSource(row["report"], tuple(Quote(*quote) for quote in json.loads(row["quotes"])))
    else:
        source = CitationSource(row["citation_key"], row["citation"])
    draft = Draft(
        kind=row["kind"],
        body=json.loads(row["body"]),
        valid=Valid(_bound(row["first_earliest"], row["first_latest"]), _bound(row["last_earliest"], row["last_latest"])),
        source=source,
        extractor=row["extractor"],
        parts=tuple(Part(*part) for part in json.loads(row["parts"])),
        confidence=row["confidence"],
        topic=row["topic"],
        fact=None if row["fact"] == row["id"] else row["fact"],
        supersedes=row["supersedes"],
        retracted=bool(row["retracted"]),
        why=row["why"],
    )
    draft.__dict__["id"] = row["id"]  # known: not computed again
    return Record(draft=draft, sequence=row["sequence"], recorded_at=instant_of(row["recorded_at"]))


def _bound(earliest: date | None, latest: date | None) -> Bound | None:
    return None if earliest is None or latest is None else Bound(earliest, latest)


def report_of(row: RowMapping, keys: Iterable[str] = ()) -> KeptReport:
    """The report that a row of `reports` keeps."""
    fields = ("id", "title", "publisher", "url", "first", "last", "basis", "outlet")
    own = {name: row[name] for name in fields}
    return KeptReport(text=unpacked(row["text"]), signature=bytes(row["signature"]), keys=tuple(keys), **own)


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
