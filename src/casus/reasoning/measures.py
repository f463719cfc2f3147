"""What is kept of sanctions against some targets: measures with their days, and who is a member of the bodies that impose them.

Plain values: rules read them and never the store, so that what is supposed, or lifted, is a changed value and the ledger stays as
it is.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from casus.ledger.contract import Query, Store, Wanted
from casus.ledger.record import Bound, Record, RecordKind, ReportSource, Valid
from casus.reasoning.lineage import line_of

UN_COUNCIL = "org:UNSC"
_PARAGRAPH = re.compile(r"\b(?:annex \w+ )?para\. ?[\d-]+\w*")
_NOT_IN_FORCE = frozenset({"proposed", "suspended", "lifted"})


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureInForce:
    """One measure, with the days on which it is in force (the same fact before and after them, so it may have lapsed).

    `id` is its topic, of what a report tells the fact. `kind` is a kind of measure_kinds.yaml, or as a report names it. `against`
    narrows the targets, `target_kind` and `regime_scope` are the regime's. `undated`: its own days are not kept, they are the
    regime's. `disputed`: what those say who deny that it holds. `told`: a report alone tells it. `restored_by`: what brought it
    back. The measure's own record comes first among `records`.
    """

    id: str
    regime: str | None
    regime_name: str
    kind: str
    scope: str
    resolution: str | None
    paragraph: str | None
    imposers: tuple[str, ...]
    targets: tuple[str, ...]
    valid: Valid
    exemptions: tuple[str, ...] = ()
    against: str | None = None
    target_kind: str | None = None
    regime_scope: str | None = None
    note: str | None = None
    disputed: str | None = None
    undated: bool = False
    told: bool = False
    restored_by: str | None = None
    records: tuple[Record, ...]

    @property
    def facts(self) -> float:
        """The lowest confidence of the records that it rests on."""
        return min(record.draft.confidence for record in self.records)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A spell during which a state is a member of a body."""

    state: str
    body: str
    valid: Valid
    record: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What was looked through: regimes in force on the day and all measures in force on it, against whomever; and the first day
    on which a regime that is kept began."""

    regimes: int
    measures: int
    earliest: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """The measures against some targets, of all days, and the members of the bodies that impose them, by body."""

    measures: tuple[MeasureInForce, ...]
    members: Mapping[str, tuple[Member, ...]]
    looked: Looked

    def against(self, target: str) -> Iterator[MeasureInForce]:
        """The measures that name a target (by id)."""
        yield from (measure for measure in self.measures if target in measure.targets)


def measures_against(store: Store, targets: Iterable[str] | None, day: date, known_at: datetime | None = None) -> Measures:
    """What is kept, as known at an aware instant (None: now), of measures against targets (ids; a state's predecessors and
    successors too) or, for None, against anybody. `day` only serves to count what was looked through."""
    found = store.records(Query(kinds=("regime",), known_at=known_at, newest=False))
    regimes = {str(record.draft.body["regime"]): record for record in found if not _told(record)}
    query = Query(kinds=("measure",), entities=_wanted(targets), known_at=known_at, newest=False)
    measures = tuple(_measures(store, store.records(query), regimes))
    return Measures(
        measures=measures,
        members=_members(store, measures, known_at),
        looked=Looked(
            regimes=sum(record.draft.valid.contains(day) is not False for record in regimes.values()),
            measures=store.count(Query(kinds=("measure",), as_of=day, known_at=known_at)),
            earliest=min((one.draft.valid.first.earliest for one in regimes.values() if one.draft.valid.first), default=None),
        ),
    )


def lifted(measures: Measures, gone: str) -> Measures:
    """The same without a measure (by id) or all measures of a regime (by id)."""
    return replace(measures, measures=tuple(one for one in measures.measures if gone not in (one.id, one.regime)))


def added(measures: Measures, supposed: MeasureInForce) -> Measures:
    """The same with one more measure, in place of the one that has its id."""
    return replace(measures, measures=(*(one for one in measures.measures if one.id != supposed.id), supposed))


def _wanted(targets: Iterable[str] | None) -> tuple[Wanted, ...]:
    if targets is None:
        return ()
    ids = list(dict.fromkeys(one for target in targets for one in _all_ids(target)))
    return (Wanted(entity=ids[0], others=tuple(ids[1:]), roles=("target",)),)


def _all_ids(target: str) -> Iterator[str]:
    """A target, and where it is a state, the states before and after it."""
    kind, _, code = target.partition(":")
    if kind in ("state", "country"):
        yield from line_of(f"state:{code}")
    else:
        yield target


def _measures(store: Store, records: Sequence[Record], regimes: Mapping[str, Record]) -> Iterator[MeasureInForce]:
    for record in records:
        if not _told(record):
            yield _known(record, regimes.get(str(record.draft.body.get("regime"))))
        elif _stands_alone(record):
            yield _of_report(record, store)


def _known(record: Record, regime: Record | None) -> MeasureInForce:
    """A measure of reference facts or a user's file."""
    body, own = record.draft.body, regime.draft.body if regime else {}
    resolution = str(body["resolution"]) if "resolution" in body else None
    paragraph = _PARAGRAPH.search(resolution or "")
    disputed = own.get("disputed")
    return MeasureInForce(
        id=record.draft.topic or record.fact,
        regime=body.get("regime"),
        regime_name=str(own.get("name") or body.get("regime") or ""),
        kind=str(body.get("detail") or body.get("measure")),
        scope=str(body.get("scope", "")),
        resolution=resolution,
        paragraph=body.get("paragraph") or (paragraph.group() if paragraph else None),
        imposers=tuple(body.get("imposers", ())),
        targets=tuple(body.get("targets", ())),
        valid=record.draft.valid,
        exemptions=tuple(body.get("exemptions", ())),
        against=body.get("against"),
        target_kind=own.get("target_kind"),
        regime_scope=own.get("scope"),
        note=body.get("note"),
        disputed=str(disputed["claim"]) if disputed else None,
        undated=body.get("dated") == "regime",
        records=(record, *((regime,) if regime else ())),
    )


def _of_report(record: Record, store: Store) -> MeasureInForce:
    """A measure that a report tells and no regime that is kept accounts for. It holds since its day, else since the report."""
    body, valid, source = record.draft.body, record.draft.valid, record.draft.source
    assert isinstance(source, ReportSource)
    if valid.first is None and (written := store.report(source.report).last):
        valid = Valid(Bound(written, written), valid.last)
    return MeasureInForce(
        id=record.fact,
        regime=None,
        regime_name=str(body.get("regime") or "told by a report"),
        kind=str(body.get("measure", "other")),
        scope=" … ".join(" ".join(quote.words.split()) for quote in source.quotes if quote.role == "told"),
        resolution=None,
        paragraph=None,
        imposers=tuple(body.get("imposers", ())),
        targets=tuple(body.get("targets", ())),
        valid=valid,
        told=True,
        records=(record,),
    )


def _told(record: Record) -> bool:
    return isinstance(record.draft.source, ReportSource)


def _stands_alone(record: Record) -> bool:
    """Whether a told measure is told as a fact, in force, and of no regime that is kept."""
    body = record.draft.body
    actual = body.get("modality", "actual") == "actual" and not body.get("negated")
    return actual and body.get("status") not in _NOT_IN_FORCE and "standing" not in body


def _members(store: Store, measures: Sequence[MeasureInForce], known_at: datetime | None) -> dict[str, tuple[Member, ...]]:
    bodies = {one for measure in measures for one in measure.imposers if not one.startswith("state:")}
    bodies |= {"org:UN"} if UN_COUNCIL in bodies else set()
    found: dict[str, list[Member]] = defaultdict(list)
    if not bodies:
        return {}
    first, *others = sorted(bodies)
    kinds: tuple[RecordKind, ...] = ("membership",)
    wanted = Wanted(entity=first, others=tuple(others), roles=("group",))
    for record in store.records(Query(kinds=kinds, entities=(wanted,), known_at=known_at, newest=False)):
        body = record.draft.body
        if not _told(record) and body.get("relation", "member") == "member":
            member = Member(state=str(body["member"]), body=str(body["group"]), valid=record.draft.valid, record=record)
            found[member.body].append(member)
    return {body: tuple(own) for body, own in found.items()}
