"""Makes claims of what a ledger keeps: all of them, those of some reports, and those that may be compared with some."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Any

from casus.errors import LedgerError
from casus.ledger.contract import KeptReport, Query, Store, Wanted
from casus.ledger.links import events_of, links_around
from casus.ledger.record import CitationSource, Record, RecordKind, ReportSource
from casus.reasoning.claim import Claim, Dated, ReportTold, party_of
from casus.reasoning.known_otherwise import Known, known_of
from casus.reasoning.matching import MUTUAL, SLACK, meeting, words

COMPARED: tuple[RecordKind, ...] = ("event", "transfer", "agreement", "measure", "membership")
"""The kinds of records that are compared."""

_OPPOSED = ("denied", "promised", "threatened")
"""How that is told with which a claim that is told as fact may conflict."""

_REFERENCE: tuple[RecordKind, ...] = ("agreement", "regime", "measure", "membership")
_PAGE = 2000
_MANY = 400
"""So many ids are asked for at once."""


class ClaimsKept:
    """The claims of a ledger, as known at an instant (None: now). Reports, statements and links are read once each."""

    def __init__(self, store: Store, known_at: datetime | None = None) -> None:
        self.store = store
        self.known_at = known_at
        self._reports: dict[str, ReportTold] = {}
        self._statements: dict[str, Record] = {}

    @property
    def reports(self) -> tuple[ReportTold, ...]:
        """The reports that were read so far."""
        return tuple(self._reports.values())

    def all(self) -> tuple[Claim, ...]:
        """Every claim of a kind that is compared."""
        for record in self._of_kinds(("statement",)):
            self._statements[record.fact] = record
        for report in self._kept_reports():
            self._take(report)
        told = [record for record in self._of_kinds(COMPARED) if isinstance(record.draft.source, ReportSource)]
        links = self.store.records(Query(kinds=("same",), known_at=self.known_at, newest=False))
        return self._claims(told, events_of(links))

    def of_reports(self, reports: Iterable[str]) -> tuple[Claim, ...]:
        """The claims of some reports."""
        told = [
            record
            for report in sorted(set(reports))
            for record in self.store.records(Query(report=report, known_at=self.known_at, newest=False))
        ]
        for record in told:
            if record.draft.kind == "statement":
                self._statements[record.fact] = record
        return self.of(record for record in told if record.draft.kind in COMPARED)

    def of(self, records: Iterable[Record]) -> tuple[Claim, ...]:
        """Records that reports tell, as claims."""
        told = [record for record in records if isinstance(record.draft.source, ReportSource)]
        for chunk in _chunks([record.draft.source.report for record in told]):  # type: ignore[union-attr]
            for report in set(chunk) - self._reports.keys():
                self._take(self.store.report(report))
        self._carriers(told)
        facts = [record.fact for record in told if record.draft.kind == "event"]
        links = [link for chunk in _chunks(facts) for link in links_around(self.store, chunk, self.known_at)]
        return self._claims(told, events_of(links))

    def near(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """All claims that may share a key of a rule with one of these; others too."""
        found: dict[str, Record] = {}
        for claim in claims:
            for query in self._queries(claim):
                found |= {record.fact: record for record in self.store.records(query) if may_meet(claim, record)}
        return self.of(found.values())

    def tellings(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """The other tellings of the events that claims are tellings of."""
        links = links_around(self.store, [claim.fact for claim in claims if claim.kind == "event"], self.known_at)
        facts = sorted(events_of(links))
        records = (
            [one for chunk in _chunks(facts) for one in self._records(kinds=("event",), facts=tuple(chunk))] if facts else []
        )
        return self.of(records)

    def known(self) -> Known:
        """What reference facts say of agreements, regimes and memberships."""
        return known_of(one for one in self._of_kinds(_REFERENCE) if isinstance(one.draft.source, CitationSource))

    def _records(self, **given: Any) -> tuple[Record, ...]:  # noqa: ANN401 - the fields of a Query
        return self.store.records(Query(known_at=self.known_at, newest=False, **given))

    def _queries(self, claim: Claim) -> Iterator[Query]:
        given: dict[str, Any] = {"known_at": self.known_at, "newest": False}
        ids, body = _doers(claim), claim.body
        if ids and (claim.kind == "transfer" or body.get("type") in words()["deeds"]):
            roles = ("supplier",) if claim.kind == "transfer" else ("actor", "recipient")
            wanted = Wanted(entity=ids[0], others=ids[1:], roles=roles)
            types = (str(body["type"]),) if claim.kind == "event" else ()
            told = _OPPOSED if claim.modality == "actual" else (*_OPPOSED, "actual")
            yield Query(kinds=(claim.record.draft.kind,), entities=(wanted,), types=types, modalities=told, **given)
        if claim.kind in ("agreement", "measure") and claim.standing:
            wanted = Wanted(entity=claim.standing, roles=("standing",))
            yield Query(kinds=("agreement", "measure"), entities=(wanted,), **given)
        if claim.kind == "membership" and "member" in body and "group" in body:
            both = (Wanted(entity=str(body["member"])), Wanted(entity=str(body["group"])))
            yield Query(kinds=("membership",), entities=both, **given)

    def _of_kinds(self, kinds: Sequence[RecordKind]) -> Iterator[Record]:
        yield from self.store.records(Query(kinds=tuple(kinds), known_at=self.known_at, newest=False))

    def _kept_reports(self) -> Iterator[KeptReport]:
        after: str | None = None
        while page := self.store.reports(_PAGE, after):
            yield from page
            after = page[-1].id

    def _take(self, report: KeptReport) -> None:
        try:
            body = json.loads(self.store.reading(report.id).body)
        except LedgerError:
            body = {}
        self._reports[report.id] = report_told(report, body, self._copies.get(report.id, ()))

    @cached_property
    def _copies(self) -> dict[str, tuple[str, ...]]:
        """By report, those that it is a near-duplicate of."""
        found: dict[str, tuple[str, ...]] = {}
        for one in self._records(kinds=("echo",)):
            body = one.draft.body
            found[str(body["one"])] = (*found.get(str(body["one"]), ()), str(body["other"]))
        return found

    def _carriers(self, told: Sequence[Record]) -> None:
        """Reads the statements that records are told by, and those that these are told by."""
        ahead = {str(record.draft.body["by"]) for record in told if "by" in record.draft.body} - self._statements.keys()
        while ahead:
            found = [one for chunk in _chunks(sorted(ahead)) for one in self._records(facts=tuple(chunk))]
            self._statements |= {one.fact: one for one in found}
            ahead = {str(one.draft.body["by"]) for one in found if "by" in one.draft.body} - self._statements.keys()

    def _claims(self, told: Sequence[Record], event_of: Mapping[str, str]) -> tuple[Claim, ...]:
        return tuple(
            Claim(
                record=record,
                report=self._reports[record.draft.source.report],
                carriers=carriers(record, self._statements),
                event=event_of.get(record.fact, record.fact),
            )
            for record in told
            if isinstance(record.draft.source, ReportSource) and record.draft.source.report in self._reports
        )


def may_meet(claim: Claim, record: Record) -> bool:
    """Whether a record may be compared with a claim of its kind, by its parts and days alone, before its report is read."""
    parts = record.draft.parts
    if claim.kind not in ("event", "transfer"):
        return True
    if claim.body.get("type") in MUTUAL:
        return meeting(claim.party("actor", "recipient"), party_of(parts, ("actor", "recipient"))) != "apart"
    doers = meeting(claim.party("actor", "supplier"), party_of(parts, ("actor", "supplier")))
    victims = meeting(
        claim.party("recipient") or claim.party("place"), party_of(parts, ("recipient",)) or party_of(parts, ("place",))
    )
    if "apart" in (doers, victims):
        return False
    return (doers == victims == "firm") or not _days_apart(claim.record, record)


def _days_apart(one: Record, other: Record) -> bool:
    """Whether the days of both are told and do not meet."""
    first, second = one.draft.valid, other.draft.valid
    if not (first.first and first.last and second.first and second.last):
        return False
    gap = max(second.first.earliest - first.last.latest, first.first.earliest - second.last.latest)
    return gap > SLACK


def carriers(record: Record, statements: Mapping[str, Record]) -> tuple[Record, ...]:
    """The statements that a record is told by, outermost first."""
    found: list[Record] = []
    by = record.draft.body.get("by")
    while by and by in statements and statements[by] not in found:
        found.append(statements[by])
        by = found[-1].draft.body.get("by")
    return tuple(reversed(found))


def report_told(report: KeptReport, body: Mapping[str, Any], copy_of: tuple[str, ...] = ()) -> ReportTold:
    """A kept report with its reading (JSON of the format, {} where there is none) as far as comparing needs them."""
    told = body.get("report") or {}
    written = told.get("written") or {}
    return ReportTold(
        id=report.id,
        name=" · ".join(filter(None, (report.publisher, report.title))) or f"report {report.id[:8]}",
        outlet=report.outlet,
        first=report.first,
        last=report.last,
        basis=report.basis,
        sure=float(written.get("confidence", 1.0)),
        stamps=tuple(Dated(str(one["value"]), str(one["origin"])) for one in told.get("stamps", ())),
        text=report.text,
        sentences=tuple((int(start), int(end)) for start, end in body.get("sentences", ())),
        copy_of=copy_of,
    )


def begun_by(claims: Iterable[Claim], day: date | None) -> tuple[Claim, ...]:
    """Claims of what had happened, or begun, by a day, as far as is known (None: all)."""
    if day is None:
        return tuple(claims)
    return tuple(
        claim for claim in claims if (first := claim.days[0] or claim.days[1] or claim.report.first) is None or first <= day
    )


def _doers(claim: Claim) -> tuple[str, ...]:
    parts = claim.record.draft.parts
    roles = (
        ("supplier",) if claim.kind == "transfer" else ("actor", "recipient") if claim.body.get("type") in MUTUAL else ("actor",)
    )
    told = {part.entity for part in parts if part.role in roles and not part.entity.startswith(("report:", "sector:"))}
    party = claim.party(*roles)
    return tuple(sorted(told | {f"country:{code}" for code in party.countries}))


def _chunks(values: Sequence[str]) -> Iterator[Sequence[str]]:
    return (values[start : start + _MANY] for start in range(0, len(values), _MANY))
