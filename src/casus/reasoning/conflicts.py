"""What conflicts in a ledger, or deserves a look: everything, what is new since a record, or what is about one thing or actor."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, lru_cache

from casus.ledger.contract import Query, Store, Wanted
from casus.ledger.names import Names
from casus.ledger.record import CitationSource, Record, ReportSource
from casus.reasoning import contradictions, notable
from casus.reasoning.claim import Claim
from casus.reasoning.claims_kept import COMPARED, ClaimsKept, begun_by
from casus.reasoning.finding import KINDS, Finding
from casus.reasoning.forbids import transfer_forbidden
from casus.reasoning.known_otherwise import known_otherwise, stamps
from casus.reasoning.lineage import line_of
from casus.reasoning.look import situation
from casus.reasoning.measures import Measures, measures_against
from casus.reasoning.pairing import compared
from casus.reasoning.prohibition import Prohibition
from casus.reasoning.situation import Situation

NOT_COVERED = (
    "denials of a whole charge in other words",
    "what is told of by hints or pictures",
    "opinions (casus positions)",
    "reports that are not kept",
)
_REFERENCE = frozenset({"agreement", "party", "provision", "regime", "measure", "membership"})
_STANDING = frozenset({"agreement", "measure"})
_PAIR_RULES = (*contradictions.RULES, *notable.RULES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """What was compared: how many claims of how many reports; the kinds that are compared, and what is not covered."""

    claims: int
    reports: int
    kinds: tuple[str, ...] = KINDS
    not_covered: tuple[str, ...] = NOT_COVERED


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflicts:
    """What was found. `touched`: the facts and reports whose findings were looked for; what else was found before still stands,
    see `updated` (None: all was compared). `at` is the last sequence that was looked at: the `since` of the next time."""

    findings: tuple[Finding, ...]
    searched: Searched
    at: int
    touched: frozenset[str] | None = None


def conflicts(
    store: Store,
    *,
    since: int | None = None,
    about: Collection[Record] | None = None,
    actor: str | None = None,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> Conflicts:
    """Everything that conflicts in a ledger or deserves a look, the surest first.

    `since`: only findings with a part in what was written after this sequence; only that is compared, with what may be about the
    same. `about`: only findings about these records. `actor`: only those with a claim in which this entity (by id) has a part.
    `as_of`: claims of what had happened by that day (None: all); `known_at`: as known at that aware instant (None: now).
    """
    kept = ClaimsKept(store, known_at)
    at = store.sequence_at(known_at)
    changed = _changed(store, kept, since, about, actor, at)
    if changed is None:
        claims, facts = kept.all(), None
        reports = kept.reports
    else:
        own = kept.of_reports(changed) if about is None and actor is None else kept.of(_records(store, about, actor, known_at))
        own = (*own, *(one for one in kept.tellings(own) if one.fact not in {claim.fact for claim in own}))
        facts = frozenset(claim.fact for claim in own)
        reports = tuple(report for report in kept.reports if report.id in changed)
        claims = tuple({claim.fact: claim for claim in (*kept.near(own), *own)}.values())
    told = begun_by(claims, as_of)
    dated = [one for one in reports if as_of is None or one.first is None or one.first <= as_of] if actor is None else []
    found = (*findings(told, kept, facts), *stamps(dated))
    return Conflicts(
        findings=tuple(sorted(found, key=_order)),
        searched=Searched(claims=len(told), reports=len({one.report.id for one in told} | {one.id for one in reports})),
        at=at,
        touched=None if facts is None else facts | frozenset(changed or ()),
    )


def updated(before: Iterable[Finding], answer: Conflicts) -> tuple[Finding, ...]:
    """All that stands: what was found before, as far as nothing of it was looked at again, with what was found since.

    `answer` is that of `conflicts` with `since` the `at` of the time before, and nothing else asked for.
    """
    touched = answer.touched
    kept = [] if touched is None else [one for one in before if touched.isdisjoint(_of(one))]
    return tuple(sorted({one.id: one for one in (*kept, *answer.findings)}.values(), key=_order))


def _of(one: Finding) -> Iterator[str]:
    """The facts and reports that a finding is about."""
    for claim in one.claims:
        yield from (claim.fact, claim.report.id)
    if one.report:
        yield one.report.id


def findings(claims: Sequence[Claim], kept: ClaimsKept, changed: frozenset[str] | None = None) -> Iterator[Finding]:
    """What rules find in claims; `changed`: only findings with one of these facts (None: all)."""
    own = claims if changed is None else [claim for claim in claims if claim.fact in changed]
    yield from compared(_PAIR_RULES, claims, changed)
    standing = [claim for claim in own if claim.kind == "membership" or (claim.standing and claim.kind in _STANDING)]
    if standing:
        yield from known_otherwise(standing, kept.known())
    yield from notable.attacks(own, _may_bind(kept), _situation_on(kept))
    yield from notable.forbidden(own, _judge(kept))


def _order(one: Finding) -> tuple[object, ...]:
    return KINDS.index(one.kind), one.sure == "arguable", -one.facts, one.id


def _records(store: Store, about: Collection[Record] | None, actor: str | None, known_at: datetime | None) -> Iterable[Record]:
    if about is not None:
        return [record for record in about if record.draft.kind in COMPARED]
    assert actor is not None
    return store.records(Query(kinds=COMPARED, entities=(Wanted(entity=actor),), known_at=known_at, newest=False))


def _changed(
    store: Store, kept: ClaimsKept, since: int | None, about: Collection[Record] | None, actor: str | None, at: int
) -> frozenset[str] | None:
    """The ids of the reports whose claims are compared with others; None where all are."""
    if about is not None:
        return frozenset(one.draft.source.report for one in about if isinstance(one.draft.source, ReportSource))
    if actor is not None:
        return frozenset()
    if since is None:
        return None
    found: set[str] = set()
    linked: set[str] = set()
    for record in store.since(since):
        source = record.draft.source
        if record.sequence > at:
            break
        if isinstance(source, ReportSource):
            found.add(source.report)
        elif record.draft.kind == "same":
            linked |= {record.draft.body["one"], record.draft.body["other"]}
        elif isinstance(source, CitationSource) and record.draft.kind in _REFERENCE:
            return None  # what is known has changed: all that is told may stand against it
    return frozenset(found | _reports_of(store, linked, kept.known_at))


def _reports_of(store: Store, facts: Collection[str], known_at: datetime | None) -> set[str]:
    if not facts:
        return set()
    records = store.records(Query(facts=tuple(sorted(facts)), known_at=known_at, retracted=True, newest=False))
    return {record.draft.source.report for record in records if isinstance(record.draft.source, ReportSource)}


def _may_bind(kept: ClaimsKept) -> notable.MayBind:
    """Who may ever have promised whom not to attack it, by the provisions and the parties of their agreements; these are read
    once, where somebody is asked about."""

    @cache
    def promised() -> list[tuple[frozenset[str], frozenset[str]]]:
        parties: dict[str, set[str]] = {}
        for record in kept.store.records(Query(kinds=("party",), known_at=kept.known_at)):
            parties.setdefault(str(record.draft.body["agreement"]), set()).add(str(record.draft.body["state"]))
        found = []
        for record in kept.store.records(Query(kinds=("provision",), types=(notable.PACT,), known_at=kept.known_at)):
            body = record.draft.body
            members = parties.get(str(body.get("agreement")), set())
            found.append((frozenset(body.get("bound") or members), frozenset(body.get("beneficiaries") or members)))
        return found

    return lru_cache(maxsize=None)(lambda one, other: any(one in owing and other in owed for owing, owed in promised()))


def _situation_on(kept: ClaimsKept) -> notable.SituationOn:
    @lru_cache(maxsize=4096)
    def on(states: tuple[str, ...], day: date) -> Situation:
        return situation(kept.store, states, day, kept.known_at)

    return lambda states, day: on(tuple(states), day)


def _judge(kept: ClaimsKept) -> notable.Judge:
    """What finds the measures of reference facts that forbid a transfer; they are read once, where one is asked about."""

    @cache
    def known() -> tuple[Measures, frozenset[str]]:
        told = measures_against(kept.store, None, date.max, kept.known_at)
        own = replace(told, measures=tuple(one for one in told.measures if not one.told))
        named = {target for one in own.measures for target in one.targets}
        return own, frozenset(one for target in named for one in (line_of(target) if target.startswith("state:") else (target,)))

    def judged(claim: Claim, supplier: str, recipient: str, day: date) -> Sequence[Prohibition]:
        measures, targets = known()
        if targets.isdisjoint((supplier, recipient)):
            return ()
        goods = [str(claim.body.get(name, "")) for name in ("goods", "goods_class")]
        return transfer_forbidden(measures, supplier, recipient, goods, day, Names(kept.store).name)

    return judged
