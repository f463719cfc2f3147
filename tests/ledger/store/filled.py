"""A ledger with some of everything in it, and all that can be asked of it."""

from datetime import date, timedelta

from ledger.store.drafting import Clock, after, between, event, keep, on, party, quote, report

from casus.ledger.contract import Change, KeptReading, Query
from casus.ledger.record import Bound, ReportSource, Valid, retraction
from casus.ledger.sql.store import SqlStore
from casus.ledger.verify import verify


def fill(store: SqlStore, clock: Clock) -> None:
    """Some of everything, the clock going back in the midst."""
    told = report(
        title="Ein Pakt\u2028", first=date(2024, 7, 2), signature=b"\0\xff\n", keys=("band:2", "band:1"), outlet="media:post"
    )
    source = ReportSource(told.id, (quote("signed a pact"), quote("on Tuesday", role="cue")))
    drafts = (event("AGREE", "country:RUR", "country:GRA", when=on("2024-07-02", "2024-07-03"), source=source), event("ÄGREE"))
    (first, _) = store.write(Change(told, KeptReading(told.id, "casus-reader 1", '{"a": "é"}'), drafts)).records
    clock.time -= timedelta(days=3)
    store.write(Change(told, KeptReading(told.id, "casus-reader 2", "{}")))
    (newer,) = keep(store, after(first, confidence=0.1 + 0.2, why="misread"))
    keep(store, told=report("Another report."))
    keep(store, retraction(newer, "a hoax"))
    year = Bound(date(1999, 1, 1), date(1999, 12, 31))
    (old,) = keep(store, party("pact", "country:RUR", Valid(year, None)), told=report("A third one."))
    # One change in which the order of writing has an overlap that its end has not.
    keep(store, party("pact", "country:RUR", between("2010-01-01", None)), after(old, valid=between("1999-01-01", "2009-12-31")))


def everything(store: SqlStore) -> tuple[object, ...]:
    return store.content_hash(), list(store.entries()), store.reports(), store.records(Query(retracted=True))


def faults(store: SqlStore) -> list[str]:
    return [f"{found.id[:8]}: {found.fault}" for found in verify(store)]
