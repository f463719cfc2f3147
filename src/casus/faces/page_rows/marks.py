"""Things as marks: what, who, when, on whose word and on how many reports each rests."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from casus.faces.ledger_rows import sides, valid_json, what, words
from casus.faces.page_rows.look import Look
from casus.ledger.contract import Query
from casus.ledger.record import Record, ReportSource
from casus.ledger.survey.columns import Numbers
from casus.ledger.views import Row

MOST_DAYS = 8
"""So many days on which reports were written are told of one thing."""

_DEEPEST = 8
"""So many statements around a claim are followed."""


def marks(look: Look, things: Numbers) -> list[dict[str, Any]]:
    """The marks of some things, in their order."""
    return [mark for mark, _ in told(look, things)]


def told(look: Look, things: Numbers) -> list[tuple[dict[str, Any], Record]]:
    """The marks of some things, in their order, each with the record that it shows."""
    shown, ids = look.things["shown"][things].tolist(), look.things.ids(things)
    records = look.kept.store.at(shown)
    speakers = _speakers(look, [records[one] for one in shown])
    reported = _reported(look, things)
    return [
        (_mark(look, thing, identity, records[one], speakers.get(records[one].id, ()), days), records[one])
        for thing, one, identity, days in zip(things.tolist(), shown, ids, reported, strict=True)
    ]


def named_in(marks: Iterable[Mapping[str, Any]]) -> set[str]:
    """The ids that marks name."""
    return {one for mark in marks for one in (*mark["who"], *mark["whom"], *filter(None, (mark.get("place"),)))}


def latest_first(look: Look, things: Numbers) -> Numbers:
    """Things by their days, the latest first; those without a day come last."""
    order = np.lexsort((look.things["shown"][things], look.things["day"][things]))
    return things[order[::-1]]


def _mark(
    look: Look, thing: int, identity: str, record: Record, said_by: Sequence[str], reported: list[str]
) -> dict[str, Any]:  # fmt: skip
    own, body = look.things, record.draft.body
    row = Row(
        id=identity, kind=record.draft.kind, valid=record.draft.valid, body=body, confidence=record.draft.confidence,
        records=(record,),
    )  # fmt: skip
    who, whom = sides(body)
    valid = valid_json(record.draft.valid)
    return {
        "id": identity, "kind": _kind(identity, record), "type": own.types[own["type"][thing]] or None, "what": what(row),
        "modality": str(body.get("modality", "actual")), "negated": bool(body.get("negated")), "from": valid["from"],
        "to": valid["to"], "who": who, "whom": whom, "place": body.get("place"), "words": words(row), "said_by": list(said_by),
        "reported": reported, "reports": int(own.witnessed.reports[thing]),
        "independent": int(own.witnessed.independent[thing]), "confidence": record.draft.confidence,
        "cited": bool(own["cited"][thing]), "recorded_at": record.recorded_at.isoformat(),
    }  # fmt: skip


def _kind(identity: str, record: Record) -> str:
    kind = identity.partition(":")[0]
    return kind if kind in ("agreement", "regime") else record.draft.kind


def _speakers(look: Look, records: Sequence[Record]) -> dict[str, tuple[str, ...]]:
    """Who says each record, by name, outermost first, by the records' ids."""
    carriers: dict[str, Record] = {}
    ahead = {str(record.draft.body["by"]) for record in records if "by" in record.draft.body}
    for _ in range(_DEEPEST):
        if not ahead:
            break
        facts = tuple(sorted(ahead))
        found = look.kept.store.records(Query(facts=facts, known_at=look.view.known_at, newest=False))
        carriers |= {record.fact: record for record in found}
        ahead = {str(one.draft.body["by"]) for one in found if "by" in one.draft.body} - carriers.keys()
    name = look.kept.names.name
    return {
        record.id: tuple(name(str(one.draft.body["speaker"])) for one in _around(record, carriers) if "speaker" in one.draft.body)
        for record in records
        if isinstance(record.draft.source, ReportSource) and "by" in record.draft.body
    }


def _around(record: Record, carriers: Mapping[str, Record]) -> Iterator[Record]:
    """The statements around a record, outermost first."""
    found: list[Record] = []
    above = carriers.get(str(record.draft.body.get("by")))
    while above is not None and above not in found and len(found) < _DEEPEST:
        found.append(above)
        above = carriers.get(str(above.draft.body.get("by")))
    return reversed(found)


def _reported(look: Look, things: Numbers) -> list[list[str]]:
    """The days on which reports of each thing were written, the earliest first."""
    place, report, _ = look.things.witnessed.of(things)
    found: list[set[int]] = [set() for _ in range(len(things))]
    reports = look.things.reports
    for own, number in zip(place.tolist(), report.tolist(), strict=True):
        day = reports[number].last or reports[number].first
        if day:
            found[own].add(day)
    return [[f"{day // 10_000:04}-{day // 100 % 100:02}-{day % 100:02}" for day in sorted(days)[:MOST_DAYS]] for days in found]
