"""A ledger of 100 thousand events to look at pages of: made-up reports, some of which tell what others told or are copies.

Made once and kept under build/pages.
"""

import os
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.ledger_material import changes
from casus.ledger.contract import Change
from casus.ledger.identity.witnesses import IDENTITY, SOURCE, echo_draft
from casus.ledger.ledger import Ledger
from casus.ledger.record import Draft, Part, Valid
from casus.ledger.sql.store import open_store

REPORTS = int(os.environ.get("CASUS_PAGES_REPORTS", "10000"))
"""Ten events each."""

_TOLD_AGAIN, _COPIES, _OUTLETS = 0.25, 0.03, 60


def ledger() -> Path:
    """The file of the ledger, which is made where it is missing."""
    path = Path(__file__).parents[1] / "build" / "pages" / f"ledger-{REPORTS}.sqlite"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        store = open_store(part)
        for one in _told():
            store.write(one)
        store.close()
        Ledger.open(part).close()  # which brings the reference facts in
        part.rename(path)
    return path


def _told() -> Iterator[Change]:
    chance = random.Random(5)
    events: list[str] = []
    reports: list[str] = []
    for change in changes(REPORTS):
        assert change.report is not None
        told = [draft.id for draft in change.drafts if draft.kind == "event"]
        more = [_same(one, chance.choice(events)) for one in told if events and chance.random() < _TOLD_AGAIN]
        if reports and chance.random() < _COPIES:
            more.append(echo_draft(change.report.id, chance.choice(reports), 0.95, ("the same words",)))
        events += told
        reports.append(change.report.id)
        outlet = f"media:gazette-{chance.randrange(_OUTLETS)}"
        yield replace(change, report=replace(change.report, outlet=outlet), drafts=(*change.drafts, *more))


def _same(one: str, other: str) -> Draft:
    return Draft(
        kind="same", body={"one": one, "other": other, "how": "told again"}, valid=Valid(), source=SOURCE, extractor=IDENTITY,
        parts=(Part("event", one), Part("event", other)), confidence=0.9,
    )  # fmt: skip
