"""Which events of a report are known ones: looks up what was told before that may be the same, and has identity/ decide."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from casus.ledger.contract import KeptReport, Query, Store, Wanted
from casus.ledger.identity.clusters import Link, clusters, link_of, parted
from casus.ledger.identity.events import decisions, same_draft
from casus.ledger.identity.signatures import Copy
from casus.ledger.identity.tellings import Telling, of_event, sought_under, telling_of
from casus.ledger.links import links_around, links_of
from casus.ledger.record import Draft, Record, ReportSource
from casus.reading.model import Reading

_APART = timedelta(days=60)
"""What is told without a day by reports written so far apart is not the same."""


def recognised(
    store: Store, reading: Reading, report: KeptReport, events: Sequence[Draft], before: int, copy: Copy | None
) -> Iterator[Draft]:
    """That events of a report are known ones, or tell about them, where that is not kept yet.

    `events` are all that the report tells now, in order; `before`: records from this sequence on were kept after it; `copy`: the
    report that it is a near-duplicate of.
    """
    decided = {record.draft.body["one"] for record in links_around(store, [draft.of_fact for draft in events])}
    copies = store.records(Query(report=copy.other, kinds=("event",), newest=False)) if copy else ()
    earlier = _Earlier(store)
    prose = _prose(report.text, reading.sentences)
    own: list[Telling] = []
    links: list[Link] = []
    for draft in events:
        telling = telling_of(draft, text=prose)
        if draft.of_fact not in decided:
            found = {record.fact: record for record in (*_alike(store, telling), *copies) if record.sequence < before}
            records = links_around(store, [*found, *(one.fact for one in own), draft.of_fact])
            event_of = clusters([*links_of(records), *links])
            told = [*earlier.tellings(found.values(), telling, report.last), *own]
            candidates = [of_event(one, event_of.get(one.fact, one.fact)) for one in told]
            for decision in decisions(telling, candidates, copied=(copy.other,) if copy else (), parted=parted(records)):
                made = same_draft(decision)
                links += [link] if (link := link_of(made)) else []
                yield made
        own.append(telling)


class _Earlier:
    """What earlier reports tell, as it is compared; their texts and days are read once each."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._prose: dict[str, str] = {}
        self._written: dict[str, date | None] = {}

    def tellings(self, records: Iterable[Record], telling: Telling, written: date | None) -> Iterator[Telling]:
        """Records as tellings, in the order of writing, but for those too far from a telling of a report written then."""
        for record in sorted(records, key=lambda record: record.sequence):
            source = record.draft.source
            if not isinstance(source, ReportSource):
                continue
            self._read(source.report)
            told = telling_of(record.draft, text=self._prose[source.report])
            other = self._written[source.report]
            undated = told.first is None and telling.first is None
            if not (undated and written and other and abs(written - other) > _APART):
                yield told

    def _read(self, report: str) -> None:
        if report not in self._prose:
            kept = json.loads(self._store.reading(report).body)
            self._prose[report] = _prose(kept["report"]["text"], kept["sentences"])
            days = kept["report"]["written"]
            self._written[report] = date.fromisoformat(days["to"]) if days else None


def _prose(text: str, sentences: Iterable[Sequence[int]]) -> str:
    """A report's text with line ends for all that is in no sentence, so that datelines and bylines tell nothing of its events."""
    kept = ["\n"] * len(text)
    for start, end in sentences:
        kept[start:end] = text[start:end]
    return "".join(kept)


def _alike(store: Store, telling: Telling) -> tuple[Record, ...]:
    """Events that were told of before and may be the same."""
    keys = sorted(sought_under(telling))
    if not keys:
        return ()
    wanted = Wanted(entity=keys[0], roles=("week",), others=tuple(keys[1:]))
    return store.records(Query(kinds=("event",), entities=(wanted,), newest=False))
