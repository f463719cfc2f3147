"""What a report tells otherwise than reference facts have it, and reports that carry another date than that of their writing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from casus.ledger.record import Record
from casus.reasoning.claim import Claim, ReportTold
from casus.reasoning.finding import Finding, finding
from casus.reasoning.matching import has_word, is_dated, reckoned

_LATER = timedelta(30)
"""What is known to be in force so long after its told end did not end then."""

_STAMP = timedelta(2)
"""A report may be published, or put on a site, so long after it was written."""

_SURE = 0.9
"""From this probability on, the day on which a report was written counts as known."""


@dataclass(frozen=True, slots=True)
class Known:
    """Records of reference facts: agreements and regimes by id, measures by the id of their regime, memberships by member and
    group."""

    things: Mapping[str, Record] = field(default_factory=dict)
    measures: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    memberships: Mapping[tuple[str, str], tuple[Record, ...]] = field(default_factory=dict)


def known_of(records: Iterable[Record]) -> Known:
    """Records whose source is a citation, by what they are of."""
    things: dict[str, Record] = {}
    measures: dict[str, list[Record]] = {}
    memberships: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        body = record.draft.body
        if record.draft.kind in ("agreement", "regime"):
            things[str(body[record.draft.kind])] = record
        elif record.draft.kind == "measure":
            measures.setdefault(str(body["regime"]), []).append(record)
        elif record.draft.kind == "membership":
            memberships.setdefault((str(body["member"]), str(body["group"])), []).append(record)
    return Known(
        things,
        {name: tuple(found) for name, found in measures.items()},
        {name: tuple(found) for name, found in memberships.items()},
    )


def known_otherwise(claims: Iterable[Claim], known: Known) -> Iterator[Finding]:
    """Claims of agreements, measures and memberships against which a reference fact stands."""
    for claim in claims:
        if claim.modality != "actual" or claim.negated:
            continue
        record = known.things.get(claim.standing or "")
        if record is not None:
            yield from filter(None, (rule(claim, record) for rule in _RULES[claim.kind]))
            yield from filter(None, (_goes_on(claim, record, known.measures.get(claim.standing or "", ())),))
        elif claim.kind == "membership":
            yield from filter(None, (_left(claim, known),))


def stamps(reports: Iterable[ReportTold]) -> Iterator[Finding]:
    """Reports that carry a date on which they were not written, as far as that is known from elsewhere than the date itself."""
    for report in reports:
        wrong = [one for one in report.stamps if (gap := _off(one.value, report)) is not None and gap > _STAMP]
        if wrong and report.first and report.last:
            told = ", ".join(dict.fromkeys(f"{one.value} ({one.origin})" for one in wrong))
            days = str(report.first) if report.first == report.last else f"{report.first} to {report.last}"
            yield Finding(
                kind="stamp",
                claims=(),
                report=report,
                says=f"it is stamped {told} and was written on {days}: {report.basis}",
                rule="stamp",
                open=() if report.sure >= _SURE else (f"the day of writing is {report.sure:.0%} sure",),
            )


def _off(stamp: str, report: ReportTold) -> timedelta | None:
    try:
        day = date.fromisoformat(stamp[:10])
    except ValueError:
        return None
    if report.first is None or report.last is None:
        return None
    return max(day - report.last, report.first - day)


def _signed(claim: Claim, record: Record) -> Finding | None:
    first = record.draft.valid.first
    if claim.body.get("status") != "signed" or not is_dated(claim) or first is None:
        return None
    told, end = claim.days
    assert told
    assert end
    gap = max((first.earliest - end).days, (told - first.latest).days)
    if gap <= 0:
        return None
    near = ("the days are one apart: it may be one moment in two time zones",) if gap == 1 else ()
    open_ = (*near, *reckoned(claim))
    says = f"told as signed on {told}, known as signed on {record.draft.body.get('signed', first.earliest)}"
    return finding("known otherwise", "known-day", (claim,), says, known=(record,), open_=open_)


def _parties(claim: Claim, record: Record) -> Finding | None:
    body = record.draft.body
    states = {str(one).removeprefix("state:") for one in body.get("parties", ())}
    others = sorted(claim.party("party").acting - states)
    if not others or body.get("parties_complete") is False or len(states) != 2 or claim.body.get("status") == "proposed":
        return None
    says = f"told as between {', '.join(sorted(claim.party('party').acting))}, known as between {' and '.join(sorted(states))}"
    open_ = ("who is named with it need not be told as a party",)
    return finding("known otherwise", "known-parties", (claim,), says, known=(record,), open_=open_)


def _ended(claim: Claim, record: Record) -> Finding | None:
    last = record.draft.valid.last
    day = claim.report.last
    if claim.body.get("status") not in ("in force", "extended") or day is None or last is None or last.latest >= day:
        return None
    if not has_word(claim.sentences, "lasting"):
        return None
    says = f"told as in force on {day}, known to have ended on {last.latest}"
    return finding("known otherwise", "known-status", (claim,), says, known=(record,))


def _goes_on(claim: Claim, record: Record, measures: Sequence[Record]) -> Finding | None:
    if claim.body.get("status") not in ("lifted", "terminated") or not is_dated(claim):
        return None
    day, last = claim.days[1], record.draft.valid.last
    assert day
    if last is not None and last.earliest <= day + _LATER:
        return None
    if claim.kind == "measure" and not _holds_later(measures, claim, day):
        return None
    begun = record.draft.valid.first
    if begun is None or begun.latest > day:
        return None
    says = f"told as ended on {day}, known to be in force after that"
    open_ = ("it may be told of a part of it",)
    return finding("known otherwise", "known-status", (claim,), says, known=(record,), open_=open_)


def _holds_later(measures: Sequence[Record], claim: Claim, day: date) -> bool:
    """Whether every known measure of the kind that stood on a day stood on."""
    kind = claim.body.get("measure")
    own = [one for one in measures if kind in ("regime", one.draft.body.get("measure"))]
    stood = [one for one in own if one.draft.valid.contains(day - timedelta(1)) is True]
    return bool(stood) and all(one.draft.valid.contains(day + _LATER) is True for one in stood)


def _left(claim: Claim, known: Known) -> Finding | None:
    day = claim.days[0] or claim.report.last
    spells = known.memberships.get((str(claim.body.get("member")), str(claim.body.get("group"))), ())
    if claim.body.get("relation") != "member" or not spells or day is None or has_word(claim.sentences, "past"):
        return None
    if any(one.draft.valid.contains(day) is not False for one in spells):
        return None
    over = [one for one in spells if one.draft.valid.last and one.draft.valid.last.latest < day]
    if not over:
        return None
    last = max(over, key=lambda one: one.draft.valid.last.latest if one.draft.valid.last else date.min)
    says = f"told as a member on {day}, known to have left by {last.draft.valid.last.latest}" if last.draft.valid.last else ""
    return finding("left member", "left-member", (claim,), says, known=(last,))


_RULES = {"agreement": (_signed, _parties, _ended), "measure": (_ended,)}
