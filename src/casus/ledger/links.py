"""Which facts are one event: the `same` records that hang together with some facts, through any number of steps."""

from collections.abc import Iterable
from datetime import datetime

from casus.ledger.contract import Query, Store, Wanted
from casus.ledger.identity.clusters import Link, clusters, link_of
from casus.ledger.record import Record


def links_around(store: Store, facts: Iterable[str], known_at: datetime | None = None) -> tuple[Record, ...]:
    """The last records of kind "same" that link facts with events, those of the events with others, and so on; those that were
    taken back too, but nothing beyond them. In the order of writing."""
    found: dict[str, Record] = {}
    seen: set[str] = set()
    ahead = set(facts)
    while ahead:
        first, *others = sorted(ahead)
        seen |= ahead
        wanted = Wanted(entity=first, roles=("event",), others=tuple(others))
        records = store.records(Query(kinds=("same",), entities=(wanted,), retracted=True, newest=False, known_at=known_at))
        found |= {record.id: record for record in records}
        links = [link for record in records if (link := link_of(record.draft))]
        ahead = {end for link in links for end in (link.one, link.other)} - seen
    return tuple(sorted(found.values(), key=lambda record: record.sequence))


def links_of(records: Iterable[Record]) -> list[Link]:
    """The links that hold among records of kind "same"."""
    return [link for record in records if (link := link_of(record.draft))]


def events_of(records: Iterable[Record]) -> dict[str, str]:
    """The event of each fact that has a link among records of kind "same"."""
    return clusters(links_of(records))
