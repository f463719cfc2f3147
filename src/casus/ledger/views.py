"""A ledger as of a day, as known at an instant: typed rows, each with the records that it rests on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from casus.errors import LedgerError, NotKeptError
from casus.ledger.contract import KeptReport, Query, Store, Wanted
from casus.ledger.identity.clusters import clusters
from casus.ledger.identity.witnesses import Witness, origins
from casus.ledger.links import links_around, links_of
from casus.ledger.names import Names
from casus.ledger.record import CitationSource, Record, RecordKind, ReportSource, Valid

SHOWN: tuple[RecordKind, ...] = (
    "event", "statement", "agreement", "provision", "measure", "transfer", "position", "membership", "party", "regime",
)  # fmt: skip
_STANDING = frozenset({"agreement", "regime"})
"""Kinds of which several records are one row: the agreement or regime that they are of."""

_PAGE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What rows are asked for; what is None or empty fits all. `actor` and `with_` are ids (`Names.meant`), `about` the id of an
    agreement, regime or entity or the fact of a record; `first` and `last` are days, both inclusive; `told`: only what some
    report tells, not what reference facts alone say."""

    actor: str | None = None
    with_: str | None = None
    type: str | None = None
    modality: str | None = None
    first: date | None = None
    last: date | None = None
    about: str | None = None
    told: bool = False
    limit: int | None = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing, with all that tells it. `id` is the fact of an event's founder or of the record, or the id of an agreement or
    regime. `records` come in the order of writing; the first is the one shown.

    `reports` counts the reports that tell it and `independent` those that did not get it from another of them; both are 0 where
    only a citation says so.
    """

    id: str
    kind: RecordKind
    valid: Valid
    body: Mapping[str, Any]
    confidence: float
    records: tuple[Record, ...]
    reports: int = 0
    independent: int = 0

    @property
    def record(self) -> Record:
        """The record that is shown."""
        return self.records[0]


@dataclass(frozen=True)
class View:
    """What a ledger has as of a day (None: every time), as known at an instant (None: now)."""

    store: Store
    names: Names
    as_of: date | None = None
    known_at: datetime | None = None

    def rows(self, kind: RecordKind, asked: Asked | None = None) -> tuple[Row, ...]:
        """Rows of a kind, the latest first. Raises LedgerError for a kind that has no rows."""
        if kind not in SHOWN:
            raise LedgerError(f"{kind}: there are rows of {', '.join(SHOWN)}")
        asked = asked or Asked()
        found: dict[str, Row] = {}
        for row in self._grouped(kind, asked):
            if row.id not in found and (row.reports or not asked.told):
                found[row.id] = row
            if asked.limit is not None and len(found) >= asked.limit:
                break
        return tuple(found.values())

    def events(self, asked: Asked | None = None) -> tuple[Row, ...]:
        """Events, each once with all its witnesses."""
        return self.rows("event", asked)

    def agreements(self, asked: Asked | None = None) -> tuple[Row, ...]:
        """Agreements, each once with its citation and all that tell of it."""
        return self.rows("agreement", asked)

    def of_agreement(self, standing: str, kinds: Sequence[RecordKind] = ("party", "provision", "measure")) -> tuple[Record, ...]:
        """The records of some kinds that belong to an agreement or regime, the oldest first."""
        query = self._query(kinds=tuple(kinds), entities=(Wanted(entity=standing, roles=("standing",)),), newest=False)
        return self.store.records(query)

    def explain(self, prefix: str) -> Row:
        """The row of a record, fact, event, agreement or regime, whatever the day. Raises LedgerError where there is none."""
        if ":" in prefix:
            return self._standing(prefix)
        record = self.store.record(prefix)
        if record.draft.kind == "event":
            return next(self._events([record]))
        if record.draft.kind in _STANDING and (standing := _standing_id(record)):
            return self._standing(standing)
        return self._single(record)

    def _query(self, **given: Any) -> Query:  # noqa: ANN401 - the fields of a Query
        return Query(as_of=self.as_of, known_at=self.known_at, **given)

    def _pages(self, kind: RecordKind, asked: Asked) -> Iterator[tuple[Record, ...]]:
        """All records that are asked for."""
        entities = [Wanted(entity=one) for one in (asked.actor, asked.with_) if one]
        facts: tuple[str, ...] = ()
        if asked.about and ":" in asked.about:
            entities.append(Wanted(entity=asked.about))
        elif asked.about:
            facts = (self.store.record(asked.about).fact,)
        query = self._query(
            kinds=(kind,),
            entities=tuple(entities),
            types=(asked.type,) if asked.type else (),
            modalities=(asked.modality,) if asked.modality else (),
            first=asked.first,
            last=asked.last,
            facts=facts,
            limit=_PAGE if asked.limit is None else max(2 * asked.limit, 20),
        )
        while page := self.store.records(query):
            yield page
            if len(page) < (query.limit or 0):
                return
            query = replace(query, after=page[-1])

    def _grouped(self, kind: RecordKind, asked: Asked) -> Iterator[Row]:
        seen: set[str] = set()
        for page in self._pages(kind, asked):
            if kind == "event":
                yield from self._events(page)
                continue
            for record in page:
                if kind in _STANDING and (standing := _standing_id(record)):
                    if standing not in seen:
                        yield self._standing(standing)
                    seen.add(standing)
                else:
                    yield self._single(record)

    def _single(self, record: Record) -> Row:
        reports = {record.draft.source.report} if isinstance(record.draft.source, ReportSource) else set()
        return Row(
            id=record.fact, kind=record.draft.kind, valid=record.draft.valid, body=record.draft.body,
            confidence=record.draft.confidence, records=(record,), reports=len(reports), independent=len(reports),
        )  # fmt: skip

    def _standing(self, standing: str) -> Row:
        """An agreement or regime with its citation first, then what tells of it."""
        kinds: tuple[RecordKind, ...] = ("agreement", "measure", "regime")
        query = Query(kinds=kinds, entities=(Wanted(entity=standing, roles=("standing",)),), known_at=self.known_at, newest=False)
        records = self.store.records(query)
        own = [one for one in records if one.draft.kind != "measure" or isinstance(one.draft.source, ReportSource)]
        if not own:
            raise NotKeptError(f"{standing}: the ledger has no such agreement or regime")
        own.sort(key=lambda record: (not isinstance(record.draft.source, CitationSource), record.sequence))
        first = own[0].draft
        witnesses = self._witnesses(own, self._copies(own))
        kind: RecordKind = "regime" if standing.startswith("regime:") else "agreement"
        return Row(
            id=standing, kind=kind, valid=first.valid, body=first.body, confidence=max(one.draft.confidence for one in own),
            records=tuple(own), reports=len({one.report for one in witnesses}), independent=len(origins(witnesses)),
        )  # fmt: skip

    # Events

    def _events(self, records: Sequence[Record]) -> Iterator[Row]:
        """The events that records tell, each once with all its tellings, whatever their day, in the order of the records."""
        held = links_of(links_around(self.store, [record.fact for record in records], self.known_at))
        event_of = clusters(held)
        facts = {record.fact for record in records} | {end for link in held for end in (link.one, link.other)}
        tellings: dict[str, list[Record]] = {}
        query = Query(kinds=("event",), facts=tuple(sorted(facts)), known_at=self.known_at, newest=False)
        for telling in self.store.records(query) if records else ():
            tellings.setdefault(event_of.get(telling.fact, telling.fact), []).append(telling)
        copies = self._copies(telling for told in tellings.values() for telling in told)
        events = {event_of.get(record.fact, record.fact): record for record in reversed(records)}
        for event in dict.fromkeys(event_of.get(record.fact, record.fact) for record in records):
            yield self._event(event, tellings.get(event) or [events[event]], copies)

    def _event(self, event: str, records: list[Record], copies: Mapping[str, tuple[str, ...]]) -> Row:
        shown = max(records, key=lambda record: (record.draft.confidence, -record.sequence))
        ordered = (shown, *(record for record in records if record is not shown))
        witnesses = self._witnesses(records, copies)
        return Row(
            id=event, kind="event", valid=shown.draft.valid, body=shown.draft.body, confidence=shown.draft.confidence,
            records=ordered, reports=len({one.report for one in witnesses}), independent=len(origins(witnesses)),
        )  # fmt: skip

    def _witnesses(self, records: Iterable[Record], copies: Mapping[str, tuple[str, ...]]) -> list[Witness]:
        return [
            Witness(report, self.names.outlet(report), record.draft.body.get("cites"), copies.get(report, ()))
            for record in records
            if (report := _report(record)) is not None
        ]

    def _copies(self, records: Iterable[Record]) -> Mapping[str, tuple[str, ...]]:
        """For each report that tells one of the records and is a near-duplicate of others, those."""
        reports = sorted({report for record in records if (report := _report(record)) is not None})
        found: dict[str, tuple[str, ...]] = {}
        for start in range(0, len(reports), _PAGE):
            first, *others = reports[start : start + _PAGE]
            wanted = Wanted(entity=first, roles=("echo",), others=tuple(others))
            for record in self.store.records(Query(kinds=("echo",), entities=(wanted,), known_at=self.known_at)):
                one = str(record.draft.body["one"])
                found[one] = (*found.get(one, ()), str(record.draft.body["other"]))
        return found

    def links(self, record: Record) -> tuple[Record, ...]:
        """The records that say that a record's fact is of an event, or about it."""
        links = links_around(self.store, [record.fact], self.known_at)
        return tuple(link for link in links if link.draft.body["one"] == record.fact and not link.draft.retracted)

    def report(self, report: str) -> KeptReport:
        """A report by its id."""
        return self.store.report(report)

    def carriers(self, record: Record) -> tuple[Record, ...]:
        """The statements that a record is told by, outermost first."""
        found: list[Record] = []
        by = record.draft.body.get("by")
        while by and by not in {one.fact for one in found}:
            held = self.store.records(Query(facts=(by,), known_at=self.known_at))
            if not held:
                break
            found.append(held[0])
            by = held[0].draft.body.get("by")
        return tuple(reversed(found))


def _report(record: Record) -> str | None:
    source = record.draft.source
    return source.report if isinstance(source, ReportSource) else None


def _standing_id(record: Record) -> str | None:
    body = record.draft.body
    return body.get("standing") or body.get("regime" if record.draft.kind == "regime" else "agreement")
