"""Looks up in a ledger what stands between some states on a day, as known at an instant."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from casus.ledger.contract import Query, Store, Wanted
from casus.ledger.record import Bound, Record, RecordKind, ReportSource, Valid
from casus.reasoning.situation import Bond, Clause, Look, Pact, Situation, bond_of, clause_of, pact_of

_SIGNED = ("signed", "ratified")
_IN_FORCE = ("in force", "violated", "unknown", "")
"""What a report may tell of an agreement's status that makes it one that binds, then or now."""
_OF_AGREEMENTS: tuple[RecordKind, ...] = ("party", "provision")


def looking(store: Store, day: date, known_at: datetime | None = None, provides: tuple[str, ...] = ()) -> Look:
    """What looks up the situation of states on a day, as known at an aware instant (None: now), with provisions of these kinds
    alone (none given: all)."""
    return lambda states: situation(store, tuple(states), day, known_at, provides)


def situation(
    store: Store, states: Sequence[str], day: date, known_at: datetime | None = None, provides: tuple[str, ...] = ()
) -> Situation:
    """The agreements that stand, or are signed, on a day and that any of the states has a part in, with all parties and
    provisions; and what is promised to or by the states without an agreement."""
    own: tuple[tuple[RecordKind, tuple[str, ...]], ...] = (("agreement", ("party",)), ("provision", ("bound", "beneficiary")))
    looked = _Looked(store, day, known_at, provides)
    found: dict[str, Record] = {}
    for kind, roles in own:
        found |= {record.id: record for record in looked.records(kind, _any(states, *roles))}
    named = {name for record in found.values() for name in _standing(record)}
    return _situation(looked, found, named)


def agreement_alone(store: Store, agreement: str, day: date, known_at: datetime | None = None) -> Situation:
    """One agreement (by its id), if it stands or is signed on a day, with all its parties and provisions."""
    return _situation(_Looked(store, day, known_at), {}, {agreement})


@dataclass(frozen=True, slots=True)
class _Looked:
    """Where is looked, for which day, as known when, for provisions of which kinds (none given: all)."""

    store: Store
    day: date
    known_at: datetime | None = None
    provides: tuple[str, ...] = ()

    def records(self, kind: RecordKind, wanted: Wanted, *, any_day: bool = False) -> tuple[Record, ...]:
        types = self.provides if kind == "provision" else ()
        as_of = None if any_day else self.day
        query = Query(kinds=(kind,), entities=(wanted,), types=types, as_of=as_of, known_at=self.known_at, newest=False)
        return self.store.records(query)


def _situation(looked: _Looked, found: dict[str, Record], named: set[str]) -> Situation:
    """The records that were found, with all of the agreements that are named."""

    def look(kinds: tuple[RecordKind, ...], agreements: Iterable[str], *, any_day: bool = False) -> None:
        wanted = _any(agreements, "standing")
        for kind in kinds:
            for record in looked.records(kind, wanted, any_day=any_day):
                found.setdefault(record.id, record)

    day = looked.day
    if named:
        look(_OF_AGREEMENTS, named)
    held = {name for record in found.values() if record.draft.kind == "agreement" for name in _standing(record)}
    if named - held:
        look(("agreement",), named - held)
    pacts = _pacts(found.values())
    to_come = [name for name, pact in pacts.items() if pact.status == "signed" or (pact.in_force or "") > str(day)]
    if to_come:
        look(_OF_AGREEMENTS, to_come, any_day=True)
    records = sorted(found.values(), key=lambda record: record.sequence)
    bonds: dict[str, list[Bond]] = defaultdict(list)
    for record in records:
        if record.draft.kind == "party":
            bonds[str(record.draft.body["agreement"])].append(bond_of(record))
    return Situation(
        day=day,
        pacts=pacts,
        bonds={name: tuple(own) for name, own in bonds.items()},
        clauses=tuple(_clauses(records, pacts, looked.store)),
    )


def _any(entities: Iterable[str], *roles: str) -> Wanted:
    first, *others = sorted(set(entities))
    return Wanted(entity=first, others=tuple(others), roles=roles)


def _standing(record: Record) -> Iterable[str]:
    if record.draft.kind == "agreement" or "agreement" in record.draft.body:
        yield from (part.entity for part in record.draft.parts if part.role == "standing")


def _pacts(records: Iterable[Record]) -> dict[str, Pact]:
    """Agreements by id: as a citation has them, else as the first report tells them, with the status that the last one tells."""
    found: dict[str, Pact] = {}
    ordered = sorted(records, key=lambda record: (isinstance(record.draft.source, ReportSource), record.sequence))
    for record in ordered:
        if record.draft.kind == "agreement" and record.draft.body.get("modality", "actual") == "actual":
            pact = pact_of(record)
            first = found.setdefault(pact.id, pact)
            if first.told and pact.status:
                found[pact.id] = replace(first, status=pact.status)
    return found


def _clauses(records: Sequence[Record], pacts: dict[str, Pact], store: Store) -> Iterable[Clause]:
    known: dict[str, set[str]] = defaultdict(set)
    told = []
    for record in records:
        body = record.draft.body
        if record.draft.kind != "provision" or body.get("modality", "actual") != "actual" or body.get("negated"):
            continue
        if isinstance(record.draft.source, ReportSource):
            told.append(record)
            continue
        clause = clause_of(record, str(body.get("agreement") or body.get("commitment") or record.fact))
        known[clause.agreement].add(clause.provides)
        yield clause
    for record in told:
        standing = next((part.entity for part in record.draft.parts if part.role == "standing"), None)
        agreement = standing or str(record.draft.body.get("agreement") or record.fact)
        # What a citation has from the text itself, a report only retells.
        pact = pacts.get(agreement)
        if record.draft.body.get("provides") not in known[agreement] and record.draft.body.get("bound") and _begun(pact):
            yield _since_told(clause_of(record, agreement), pact, store)


def _begun(pact: Pact | None) -> bool:
    """Whether an agreement has been signed and not ended, by the status that reports tell of one that only they tell."""
    return pact is None or not pact.told or pact.status in (*_SIGNED, *_IN_FORCE)


def _since_told(clause: Clause, pact: Pact | None, store: Store) -> Clause:
    """A told provision with its days: since its agreement was signed, else since the report was written, where it has none of its
    own. It is in force where the agreement is, by a citation or by what reports tell."""
    if pact and pact.told and pact.status in _SIGNED:
        clause = replace(clause, in_force=False)
    if clause.valid.first or clause.valid.last:
        return clause
    if pact and pact.signed.first:
        return replace(clause, valid=pact.signed)
    source = clause.record.draft.source
    report = store.report(source.report) if isinstance(source, ReportSource) else None
    day = report and report.last
    return replace(clause, valid=Valid(Bound(day, day))) if day else clause
