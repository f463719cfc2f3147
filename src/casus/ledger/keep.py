"""Keeps a reading: decides on what is kept what it changes, and writes that in one transaction.

What came before a report is what was kept before it, also when it is kept again: so a keep that was cut off and taken up again
comes to the same ledger.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from casus.errors import StaleError
from casus.ledger.contract import Change, KeptReading, KeptReport, Query, Store, Wanted
from casus.ledger.decide import decide
from casus.ledger.drafts import READER, Told
from casus.ledger.identity.actors import Identity, entities_of
from casus.ledger.identity.clusters import Link, clusters, link_of, parted
from casus.ledger.identity.events import decisions, same_draft
from casus.ledger.identity.outlets import cited, outlet_of
from casus.ledger.identity.signatures import Copy, bands, copied, signature
from casus.ledger.identity.standing import standing_of, standing_told
from casus.ledger.identity.standing_fit import Standing
from casus.ledger.identity.tellings import Telling, of_event, sought_under, telling_of
from casus.ledger.identity.witnesses import copy_echo
from casus.ledger.links import links_around, links_of
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
    return (*drafts, *echoes, *_same(store, reading, events, before, copy)), copy


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


def _same(store: Store, reading: Reading, events: list[Draft], before: int, copy: Copy | None) -> Iterator[Draft]:
    """That events of a report are known ones, or tell about them, where that is not kept yet."""
    decided = {record.draft.body["one"] for record in links_around(store, [draft.of_fact for draft in events])}
    texts: dict[str, str] = {}
    prose = _prose(reading.report.text, reading.sentences)
    copies = store.records(Query(report=copy.other, kinds=("event",), newest=False)) if copy else ()
    own: list[Telling] = []
    links: list[Link] = []
    for draft in events:
        telling = telling_of(draft, text=prose)
        if draft.of_fact not in decided:
            found = {record.fact: record for record in (*_alike(store, telling), *copies) if record.sequence < before}
            records = links_around(store, [*found, *(one.fact for one in own), draft.of_fact])
            event_of = clusters([*links_of(records), *links])
            told = [*_tellings(store, found.values(), texts), *own]
            candidates = [of_event(one, event_of.get(one.fact, one.fact)) for one in told]
            for decision in decisions(telling, candidates, copied=(copy.other,) if copy else (), parted=parted(records)):
                made = same_draft(decision)
                links += [link] if (link := link_of(made)) else []
                yield made
        own.append(telling)


def _tellings(store: Store, records: Iterable[Record], texts: dict[str, str]) -> Iterator[Telling]:
    """Events that were told of before as they are compared. `texts` keeps the prose of their reports."""
    for record in sorted(records, key=lambda record: record.sequence):
        source = record.draft.source
        if isinstance(source, ReportSource):
            if source.report not in texts:
                kept = json.loads(store.reading(source.report).body)
                texts[source.report] = _prose(kept["report"]["text"], kept["sentences"])
            yield telling_of(record.draft, text=texts[source.report])


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
