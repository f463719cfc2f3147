"""Who stands where on a thing, since when, and who changed: what reports tell of positions, votes, support and rejection."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from casus.ledger.contract import Query, Store, Wanted
from casus.ledger.record import CitationSource, Record, ReportSource
from casus.reasoning.answer import Proof
from casus.reasoning.claim import Claim, acting_for, in_order
from casus.reasoning.claims_kept import ClaimsKept
from casus.reasoning.matching import said_on
from casus.reasoning.subject import Subject, canonical, how_about, side_of, subject_of, subject_of_record, words

NOT_COVERED = ("what nobody has said", "views of persons and parties where a state is asked about", "reports that are not kept")
_SIGNS = ("against", "neither", "for")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A position as one claim tells it: who took it (id), on which side, the reader's stance, on which day it was said, and by
    what it is about the thing."""

    holder: str
    side: str
    stance: str
    day: date | None
    claim: Claim
    how: tuple[str, ...]

    @property
    def modality(self) -> str:
        """How it is told."""
        return self.claim.modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where one holder stands: the side of the last telling, the day since which no telling has it on another, and all tellings,
    the earliest first. `before` are the earlier sides, each with the day on which it was last told."""

    holder: str
    side: str
    since: date | None
    taken: tuple[Taken, ...]
    before: tuple[tuple[str, date | None], ...] = ()
    torn: bool = False

    @property
    def last(self) -> Taken:
        """The last telling."""
        return self.taken[-1]

    @property
    def proof(self) -> Proof:
        """The tellings that say so, with who says them."""
        records = tuple(record for one in self.taken for record in (*one.claim.carriers, one.claim.record))
        changed = f"; before that {', '.join(side for side, _ in self.before)}" if self.before else ""
        return Proof(
            rule="position", says=f"{self.side} since {self.since or 'a day that is not told'}{changed}", records=records
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What was looked through: how many positions, and acts of support or rejection; and in how many reports one may be about the
    thing, by its words."""

    positions: int
    acts: int
    reports: int
    not_covered: tuple[str, ...] = NOT_COVERED


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """The answer to who stands where."""

    subject: Subject
    stands: tuple[Stand, ...]
    looked: Looked


def positions(
    store: Store,
    on: str,
    meant: Callable[[str], str],
    *,
    actor: str | None = None,
    since: date | None = None,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> Positions:
    """Who stands where on what words name, or on what has the id (of an agreement, a regime, a measure or any record).

    `meant` gives the id that a name means. `actor`: only this holder (an id or "country:RUS"). `since`: only those whose last
    telling is of that day or later. `as_of`: what had been said by that day. Raises LedgerError for an id that is not there.
    """
    kept = ClaimsKept(store, known_at)
    things = store.records(Query(kinds=("agreement", "regime"), known_at=known_at, newest=False))
    subject = _subject(store, on, meant, [one for one in things if isinstance(one.draft.source, CitationSource)])
    told = store.records(Query(kinds=("position",), known_at=known_at, newest=False))
    acts = store.records(
        Query(kinds=("event",), types=tuple(words()["deeds"]), modalities=("actual",), known_at=known_at, newest=False)
    )
    claims = kept.of(record for record in (*told, *acts) if may_be_about(subject, record))
    beside = _beside(kept, {claim.report.id for claim in claims})
    found = [one for claim in claims for one in taken(subject, claim, beside[claim.report.id]) if _said_by(one, as_of)]
    stands = stand(without_acts_told_twice(found))
    return Positions(
        subject=subject,
        stands=tuple(one for one in stands if _is_holder(one, actor) and (since is None or (one.last.day or date.min) >= since)),
        looked=Looked(positions=len(told), acts=len(acts), reports=len({claim.report.id for claim in claims})),
    )


def taken(subject: Subject, claim: Claim, told_beside: Sequence[Claim] = ()) -> Iterable[Taken]:
    """The positions on a subject that a claim tells: one for each holder, none where it is about something else."""
    stance = str(claim.body.get("stance") or words()["deeds"].get(str(claim.body.get("type")), ""))
    how = how_about(subject, claim, told_beside)
    if not stance or not how:
        return
    side = side_of(stance)
    if claim.modality == "denied" or claim.negated:
        side = f"not {side}"
    for holder in sorted(_holders(claim)):
        yield Taken(holder=holder, side=side, stance=stance, day=said_on(claim), claim=claim, how=how)


def stand(found: Iterable[Taken]) -> tuple[Stand, ...]:
    """Where each holder stands, those against first. In any order of the tellings."""
    chains: dict[str, list[Taken]] = defaultdict(list)
    for one in found:
        chains[one.holder].append(one)
    stands = [_stand(holder, chain) for holder, chain in chains.items()]
    return tuple(sorted(stands, key=lambda one: (_SIGNS.index(one.side) if one.side in _SIGNS else 3, one.holder)))


def without_acts_told_twice(found: Sequence[Taken]) -> list[Taken]:
    """Positions, without the events of support and rejection that tell the same sentence's position again."""
    told = {(one.holder, one.claim.report.id, one.claim.sentences) for one in found if one.claim.kind == "position"}
    return [
        one for one in found if one.claim.kind == "position" or (one.holder, one.claim.report.id, one.claim.sentences) not in told
    ]


def may_be_about(subject: Subject, record: Record) -> bool:
    """Whether a record's own words leave it open that it is about a subject, before its report is read."""
    if not isinstance(record.draft.source, ReportSource):
        return False
    if not subject.words:
        return True
    own = canonical(" ".join((str(record.draft.body.get("object", "")), *(quote.words for quote in record.draft.source.quotes))))
    return bool(own & subject.words) or record.draft.body.get("stance") == "neutral"


def _stand(holder: str, chain: list[Taken]) -> Stand:
    place = {claim.fact: number for number, claim in enumerate(in_order(one.claim for one in chain))}
    ordered = sorted(chain, key=lambda one: (one.day or date.min, place[one.claim.fact]))
    firm = [one for one in ordered if one.modality in ("actual", "denied")] or ordered
    side = firm[-1].side
    runs: list[tuple[str, date | None]] = []
    since = firm[-1].day
    for one in reversed(firm):
        if one.side != side:
            break
        since = one.day
    for one in firm:
        if runs and runs[-1][0] == one.side:
            runs[-1] = (one.side, one.day)
        else:
            runs.append((one.side, one.day))
    last = firm[-1].day
    torn = any(one.day == last and one.side != side for one in firm)
    return Stand(holder=holder, side=side, since=since, taken=tuple(ordered), before=tuple(runs[:-1]), torn=torn)


def _subject(store: Store, on: str, meant: Callable[[str], str], known: Sequence[Record]) -> Subject:
    by_id = {part.entity: record for record in known for part in record.draft.parts if part.role == "standing"}
    if on in by_id:
        return subject_of_record(on, by_id[on])
    if len(on) >= 4 and set(on) <= set("0123456789abcdef"):
        return subject_of_record(on, store.record(on))
    if on.startswith(("agreement:", "regime:")):
        found = store.records(
            Query(kinds=("agreement", "measure", "regime"), newest=False, entities=(Wanted(entity=on, roles=("standing",)),))
        )
        if found:
            return subject_of_record(on, found[0])
    return subject_of(on, meant, known)


def _beside(kept: ClaimsKept, reports: Iterable[str]) -> dict[str, list[Claim]]:
    """The agreements and measures that reports tell, by report."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in kept.of_reports(reports):
        if claim.kind in ("agreement", "measure"):
            found[claim.report.id].append(claim)
    return found


def _holders(claim: Claim) -> frozenset[str]:
    """Who holds a position: the state that somebody acts for, else the holder."""
    party = claim.party("holder") if claim.kind == "position" else claim.party("actor")
    named = {str(claim.body["holder"])} if claim.kind == "position" and "holder" in claim.body else party.entities
    return frozenset(f"state:{country}" if (country := acting_for(one)) else one for one in named)


def _is_holder(one: Stand, actor: str | None) -> bool:
    return actor is None or one.holder in (actor, actor.replace("country:", "state:", 1))


def _said_by(one: Taken, day: date | None) -> bool:
    return day is None or one.day is None or one.day <= day
