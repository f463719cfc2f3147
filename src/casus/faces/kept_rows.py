"""What the ledger has, for every face that shows it: rows of a kind, the course of events, reports, actors."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from casus.ledger.contract import Query, Wanted
from casus.ledger.ledger import Ledger
from casus.ledger.record import RecordKind
from casus.ledger.views import Asked, Row, View

KINDS: dict[str, RecordKind] = {
    "events": "event", "statements": "statement", "agreements": "agreement", "provisions": "provision", "measures": "measure",
    "transfers": "transfer", "positions": "position", "memberships": "membership", "parties": "party", "regimes": "regime",
}  # fmt: skip
"""The kinds of rows by the names that people type."""

WITH_FACTS = frozenset({"agreements", "provisions", "measures", "memberships"})
"""Kinds of which reports and reference facts tell."""

REPORT_COLUMNS = ("id", "title", "publisher", "first", "last", "basis")
ACTOR_COLUMNS = ("id", "name", "kind", "country", "sector", "role")
_OF_FACTS = frozenset({"parties", "regimes"})
"""Kinds that reference facts alone tell of."""
_IN_A_COURSE: tuple[RecordKind, ...] = ("event", "agreement", "transfer", "measure")


def asked(kept: Ledger, actor: str | None = None, with_: str | None = None, **given: Any) -> Asked:  # noqa: ANN401
    """What is asked for, actors as people type them. Raises LedgerError for a name that means nothing or several things."""
    meant = [kept.names.meant(word) if word else None for word in (actor, with_)]
    return Asked(actor=meant[0], with_=meant[1], **given)


def only_told(kind: str, *, facts: bool) -> bool:
    """Whether rows of a kind that reference facts alone tell are left out."""
    return not facts and kind not in _OF_FACTS


def shown(view: View, kind: str, wanted: Asked, *, facts: bool) -> tuple[Row, ...]:
    """Rows of a kind (a key of KINDS), the latest first."""
    return view.rows(KINDS[kind], replace(wanted, told=only_told(kind, facts=facts)))


def course(
    kept: Ledger, view: View, actors: Sequence[str], *, first: date | None, last: date | None, facts: bool, limit: int
) -> list[Row]:
    """Dated events, agreements, transfers and measures of an actor or between two, the earliest first: the last `limit`."""
    wanted = asked(kept, *actors, first=first, last=last, told=not facts, limit=4 * limit)
    found = [(row.valid.first, row) for kind in _IN_A_COURSE for row in view.rows(kind, wanted)]
    dated = [(day, row) for day, row in found if day is not None]
    dated.sort(key=lambda one: (one[0], one[1].record.sequence))
    return [row for _, row in dated[-limit:]]


def reports_kept(kept: Ledger, limit: int, after: str | None = None) -> list[dict[str, str]]:
    """Reports by REPORT_COLUMNS, in the order of keeping, after the one with the id `after`."""
    return [{name: str(getattr(report, name) or "") for name in REPORT_COLUMNS} for report in kept.store.reports(limit, after)]


def actors_kept(kept: Ledger, actor: str | None, limit: int) -> list[dict[str, str]]:
    """Actors that reports tell of by ACTOR_COLUMNS, each once."""
    entities = (Wanted(entity=kept.names.meant(actor)),) if actor else ()
    rows = {
        str(record.draft.body["id"]): {name: str(record.draft.body.get(name, "")) for name in ACTOR_COLUMNS}
        for record in kept.store.records(Query(kinds=("actor",), entities=entities, limit=limit))
    }
    return list(rows.values())
