"""Keeps a reading: decides on what is kept what it changes, and writes that in one transaction.

What came before a report is what was kept before it, also when it is kept again: so a keep that was cut off and taken up again
comes to the same ledger.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from casus.errors import StaleError
from casus.ledger.contract import Change, KeptReading, KeptReport, Query, Store, Wanted
from casus.ledger.decide import decide
from casus.ledger.drafts import READER, Told
from casus.ledger.identity.actors import Identity, entities_of
from casus.ledger.identity.clusters import link_of
from casus.ledger.identity.outlets import cited, outlet_of
from casus.ledger.identity.signatures import Copy, bands, copied, signature
from casus.ledger.identity.standing import standing_of, standing_told
from casus.ledger.identity.standing_fit import Standing
from casus.ledger.identity.witnesses import copy_echo
from casus.ledger.recognise import recognised
from casus.ledger.record import Draft, Record, ReportSource
from casus.reading.contract import dumps
from casus.reading.model import Agreement, Measure, Reading

_ATTEMPTS = 50


@dataclass(frozen=True, slots=True)
class Outcome:
    """What keeping a report changed: records by what they did, events that were known already, and a report that it copies."""

    report: str
    new: int = 0
    changed: int = 0
    retracted: int = 0
    joined: int = 0
    copy_of: str | None = None

    @property
    def nothing(self) -> bool:
        """Whether it was kept already, and nothing is new."""
        return not (self.new or self.changed or self.retracted)


def keep(store: Store, reading: Reading) -> Outcome:
    """Keep a reading; keeping it again changes nothing. Raises LedgerError where the store can't be written to."""
    report = kept_report(reading)
    kept = KeptReading(report.id, READER, dumps(reading))
    for _ in range(_ATTEMPTS):
        at = store.sequence_at()
        drafts, copy = _decided(store, reading, report, at)
        try:
            written = store.write(Change(report, kept, drafts, decided_at=at)).records
        except StaleError:
            continue  # another writer was faster: what it wrote may be the same event
        claims = [record.draft for record in written if record.draft.kind not in ("actor", "same", "echo")]
        return Outcome(
            report.id,
            new=sum(draft.supersedes is None for draft in claims),
            changed=sum(draft.supersedes is not None and not draft.retracted for draft in claims),
            retracted=sum(draft.retracted for draft in claims),
            joined=sum(link_of(record.draft) is not None for record in written),
            copy_of=copy.other if copy else None,
        )
    raise StaleError("the ledger is being written to all the time by others; try again")


def kept_report(reading: Reading) -> KeptReport:
    """A reading's report as it is kept."""
    report, written = reading.report, reading.written
    sign = signature(reading)
    return KeptReport(
        id=report.id,
        text=report.text,
        title=report.title,
        publisher=report.publisher,
        url=report.url,
        first=written.first if written else None,
        last=written.last if written else None,
        basis=written.basis if written else "",
        outlet=outlet_of(report),
        signature=sign,
        keys=tuple(f"band:{number}" for number in bands(sign)),
    )


def _decided(store: Store, reading: Reading, report: KeptReport, at: int) -> tuple[tuple[Draft, ...], Copy | None]:
    """Everything that keeping a reading writes, and the report that it copies."""
    own = store.records(Query(report=report.id, retracted=True, newest=False))
    before = min((record.sequence for record in own), default=at + 1)
    actors = _actors(store, reading, before)
    outlets = {claim.id: media for claim in reading.claims if (media := cited(claim, reading, actors))}
    told = Told(reading, actors, standing_of(reading, actors, _standing(store, reading, actors, before)), outlets)
    drafts = decide(told, own)
    earlier = takewhile(lambda one: one.id != report.id, store.reports_with(report.keys))
    copy = copied(report.signature, {one.id: one.signature for one in earlier})
    echoes = (copy_echo(report.id, copy),) if copy else ()
    events = [draft for draft in _now(drafts, own) if draft.kind == "event"]
    return (*drafts, *echoes, *recognised(store, reading, report, events, before, copy)), copy


def _actors(store: Store, reading: Reading, before: int) -> Mapping[str, Identity]:
    """Who the actors are, with the help of persons of the same names that were told of before."""
    first = entities_of(reading)
    keys = sorted({one.key for one in first.values() if one.kind == "person" and not one.world and one.key})
    if not keys:
        return first
    wanted = Wanted(entity=keys[0], others=tuple(keys[1:]))
    known = [
        Identity(**(dict(record.draft.body) | {"countries": tuple(record.draft.body.get("countries", ()))}))
        for record in store.records(Query(kinds=("actor",), entities=(wanted,), newest=False))
        if record.sequence < before
    ]
    return entities_of(reading, known) if known else first


def _standing(store: Store, reading: Reading, actors: Mapping[str, Identity], before: int) -> Iterator[Standing]:
    """Agreements and measures that reports told of before and that share a party or target with this one's."""
    sides = {
        actors[actor].id
        for claim in reading.claims
        for actor in (claim.parties if isinstance(claim, Agreement) else claim.targets if isinstance(claim, Measure) else ())
        if actor in actors
    }
    if not sides:
        return
    first, *others = sorted(sides)
    query = Query(kinds=("agreement", "measure"), entities=(Wanted(entity=first, others=tuple(others)),), newest=False)
    for record in store.records(query):
        source = record.draft.source
        if isinstance(source, ReportSource) and record.sequence < before:
            told = standing_told(record.draft, store.report(source.report).last)
            if told is not None:
                yield told


def _now(drafts: Iterable[Draft], own: Iterable[Record]) -> list[Draft]:
    """What is told of by a report once the drafts are written."""
    facts = {record.fact: record.draft for record in own}
    facts |= {draft.of_fact: draft for draft in drafts}
    return [draft for draft in facts.values() if not draft.retracted]
