"""The first page: how much is kept, the last reports, who most is told of."""

from datetime import datetime
from typing import Any

from casus.faces.kept_rows import REPORT_COLUMNS
from casus.faces.page_rows.facets import facets
from casus.faces.page_rows.look import Look, class_of, look_at
from casus.ledger.ledger import Ledger
from casus.ledger.sql.rows import microseconds
from casus.ledger.survey.sought import Sought

MOST_REPORTS, MOST_ACTORS = 20, 12


def index(kept: Ledger, known_at: datetime | None = None) -> dict[str, Any]:
    """The data of the first page."""
    look = look_at(kept, Sought(told=True), known_at=known_at)
    made = facets(look, ("kind", "actor"))
    told = list(made["actor"].items())[:MOST_ACTORS]
    names = look.names(one for one, _ in told)
    until = microseconds(known_at) if known_at else None
    reports = [line.id.hex() for line in look.things.reports[1:] if until is None or line.kept_at <= until]
    return {
        "counts": made["kind"] | {"report": len(reports)},
        "reports": [_report(kept, one) for one in reversed(reports[-MOST_REPORTS:])],
        "actors": [{"id": one, "name": names[one], "kind": class_of(one), "n": n} for one, n in told],
        "recorded": _recorded(look), "names": names,
    }  # fmt: skip


def _report(kept: Ledger, identity: str) -> dict[str, str]:
    report = kept.store.report(identity)
    return {name: str(getattr(report, name) or "") for name in REPORT_COLUMNS}


def _recorded(look: Look) -> dict[str, str] | None:
    """When the first and the last record were written of all that was known then."""
    if not look.things.known:
        return None
    first, last = (look.kept.store.since(sequence, 1)[0].recorded_at for sequence in (0, look.things.known - 1))
    return {"first": first.isoformat(), "last": last.isoformat()}
