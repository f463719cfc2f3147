"""A kept report: its reading, and what stands of each of its claims in the ledger now."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from casus.faces.ledger_rows import named_in_body, valid_json
from casus.ledger.contract import Query, Wanted, main_word
from casus.ledger.ledger import Ledger
from casus.ledger.record import Draft, Record, ReportSource

_NO_CLAIMS = ("actor", "same", "echo")
_Place = tuple[str, tuple[tuple[int, int], ...]]
"""The kind of a claim, and the spans that tell it."""


def kept_report(kept: Ledger, prefix: str, known_at: datetime | None = None) -> dict[str, Any]:
    """The data of a kept report's page. Raises LedgerError where no report's id begins so."""
    report = kept.store.report(prefix)
    reading = json.loads(kept.store.reading(report.id).body)
    own = kept.store.records(Query(report=report.id, retracted=True, newest=False, known_at=known_at))
    read = {record.fact: _as_read(kept, record) for record in own if record.draft.kind not in _NO_CLAIMS}
    records = [record for record in own if record.fact in read]
    found = claims_kept(reading["claims"], ((read[record.fact], record) for record in records))
    return {
        "reading": reading, "kept": True, "copies": sorted(_copies(kept, report.id, known_at)),
        "records": {claim: _kept_claim(kept, record, read[record.fact]) for claim, record in found.items()},
    }  # fmt: skip


def claims_kept(claims: Iterable[Mapping[str, Any]], records: Iterable[tuple[Draft, Record]]) -> dict[str, Record]:
    """The record of each claim of a reading, by the claim's id. `records`: as the reader said them, and as they stand now.

    A claim's record has its kind and spans; among several such the first with the same main word and modality, else the first.
    """
    at: dict[_Place, list[tuple[Draft, Record]]] = {}
    for draft, record in records:
        if isinstance(draft.source, ReportSource):
            spans = tuple((one.start, one.end) for one in draft.source.quotes if one.role == "told")
            at.setdefault((draft.kind, spans), []).append((draft, record))
    found: dict[str, Record] = {}
    for claim in claims:
        same = at.get((claim["kind"], tuple((start, end) for start, end in claim["spans"])), [])
        alike = [one for one in same if _says(one[0]) == _claim_says(claim)] or same
        if alike:
            same.remove(alike[0])
            found[claim["id"]] = alike[0][1]
    return found


def _says(draft: Draft) -> tuple[str | None, str | None]:
    return main_word(draft), draft.body.get("modality")


def _claim_says(claim: Mapping[str, Any]) -> tuple[str | None, str | None]:
    words = ("type", "act", "provides", "measure", "stance", "relation", "goods_class", "status")
    return next((str(claim[key]) for key in words if claim.get(key) is not None), None), claim.get("modality")


def _as_read(kept: Ledger, record: Record) -> Draft:
    """The record's fact as the reader said it last, before anybody corrected it."""
    if not record.draft.by_hand:
        return record.draft
    read = [one.draft for one in kept.store.history(record.fact) if not one.draft.by_hand]
    return read[-1] if read else record.draft


def _copies(kept: Ledger, report: str, known_at: datetime | None) -> Iterator[str]:
    """The reports that a report copies, and that copy it."""
    query = Query(kinds=("echo",), entities=(Wanted(entity=report, roles=("echo", "echoed")),), known_at=known_at)
    for record in kept.store.records(query):
        yield from {str(record.draft.body["one"]), str(record.draft.body["other"])} - {report}


def _kept_claim(kept: Ledger, record: Record, read: Draft) -> dict[str, Any]:
    draft = record.draft
    as_read = (draft.body, draft.valid) == (read.body, read.valid)
    return {
        "id": record.id, "fact": record.fact, "kind": draft.kind, "body": dict(draft.body), "valid": valid_json(draft.valid),
        "names": {one: kept.names.name(one) for one in named_in_body(draft.body)},
        "modality": str(draft.body.get("modality", "actual")), "retracted": draft.retracted, "by_hand": draft.by_hand,
        "accepted": draft.by_hand and as_read and not draft.retracted, "why": draft.why, "confidence": draft.confidence,
        "recorded_at": record.recorded_at.isoformat(), "supersedes": draft.supersedes,
    }  # fmt: skip
