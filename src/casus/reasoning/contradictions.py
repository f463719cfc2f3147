"""Claims that cannot both hold: the rules, each about two claims (docs/reasoning.md). Plain values in, findings out.

Where dates are imprecise and may be compatible, there is no conflict. Where it is not sure that both tell of one thing, it is
arguable.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from casus.reasoning.claim import Claim, Party
from casus.reasoning.finding import Finding, finding
from casus.reasoning.matching import (
    MUTUAL,
    Meeting,
    days_meet,
    goods_meet,
    has_word,
    is_dated,
    is_denial,
    meeting,
    months,
    other_names,
    reckoned,
    same_names,
    same_voice,
    shared_words,
    window,
    words,
)
from casus.reasoning.pairing import PairRule, Side

YEAR = timedelta(366)
"""A denial of deliveries without a day is of what was delivered within so many days before."""

_ENOUGH = 2
"""So many telling words two tellings share that are of one deed."""

_FAR_RATIO, _FAR_MORE = 3, 10
"""Tolls are far apart if one is so many times the other, and so many more."""

_FRESH = timedelta(2)
"""Tolls that were told so many days apart are of one state of knowledge: later ones may have risen."""

_ENDED = frozenset({"lifted", "terminated"})
_BY_THEN = timedelta(30)
"""What ended may have been begun anew later than that."""

UNSURE_DEED = "it is not sure that both mean the same deed"
UNSURE_DAY = "the days are not told exactly"
UNSURE_WHO = "of those on one side only the country is the same"


# One says that it happened, one denies it


def _deed_keys(claim: Claim) -> Iterator[tuple[str, Side]]:
    root = str(claim.body.get("type"))
    if root not in words()["deeds"] or claim.negated or claim.modality not in ("actual", "denied"):
        return
    days = window(claim, timedelta(31) if claim.modality == "denied" else timedelta(14))
    if days is None or (claim.modality == "denied" and not is_denial(claim)):
        return
    side: Side = "left" if claim.modality == "actual" else "right"
    for month in months(*days):
        yield from ((f"{root} {one} {month}", side) for one in _names(_doers(claim)))


def _doers(claim: Claim) -> Party:
    own = claim.party("actor")
    return own | claim.party("recipient") if claim.body.get("type") in MUTUAL else own


def _names(party: Party) -> Iterable[str]:
    return party.entities | party.countries


def _deeds(told: Claim, denied: Claim) -> Finding | None:
    doers, victims = _sides(told, denied)
    days = days_meet(told, denied)
    if days is None or {doers, victims} & {"apart", "open"} or same_voice(told, denied):
        return None
    shared = len(shared_words(told, denied))
    if _other_place(told, denied) or _is_domestic(told) or shared < (1 if days == "sharp" else _ENOUGH):
        return None
    open_ = [UNSURE_DEED] if shared < _ENOUGH else []
    open_ += [UNSURE_WHO] if "loose" in (doers, victims) else []
    open_ += [UNSURE_DAY] if days == "loose" else []
    if len(open_) > 1:
        return None
    says = "one says that it happened, the other denies it"
    return finding("told and denied", "told-and-denied", (told, denied), says, open_=open_)


def _is_domestic(claim: Claim) -> bool:
    """Whether persons of one country do it to each other: quarrels of parties are told in the words of war."""
    both = claim.party("actor") | claim.party("recipient")
    return len(both.acting) == 1 and all(one.startswith("person:") for one in both.entities)


def _sides(told: Claim, denied: Claim) -> tuple[Meeting, Meeting]:
    """How far those who did it, and those to whom it was done, are the same."""
    if told.body.get("type") in MUTUAL:
        ours, theirs = _doers(told), _doers(denied)
        both = ours.acting & theirs.acting or ours.entities & theirs.entities
        enough = len(ours.acting & theirs.acting) >= _ENOUGH or len(ours.entities & theirs.entities) >= _ENOUGH
        return meeting(ours, theirs), "firm" if enough else "open" if both else "apart"
    victims = meeting(_victims(told), _victims(denied))
    return meeting(_doers(told), _doers(denied)), "firm" if victims == "open" and same_names(told, denied) else victims


def _victims(claim: Claim) -> Party:
    """To whom it was done; where that is not told, whose place it was."""
    return claim.party("recipient") or claim.party("place")


def _other_place(told: Claim, denied: Claim) -> bool:
    places = told.place, denied.place
    return (all(places) and places[0] != places[1]) or other_names(told, denied)


# One says that it was delivered, one denies it


def _transfer_keys(claim: Claim) -> Iterator[tuple[str, Side]]:
    if claim.negated or claim.modality not in ("actual", "denied") or (claim.modality == "denied" and not is_denial(claim)):
        return
    side: Side = "left" if claim.modality == "actual" else "right"
    for supplier in _names(claim.party("supplier")):
        yield from ((f"{supplier} > {one}", side) for one in _names(claim.party("recipient")))


def _transfers(told: Claim, denied: Claim) -> Finding | None:
    sides = [meeting(told.party(role), denied.party(role)) for role in ("supplier", "recipient")]
    days, goods = days_meet(told, denied, YEAR), goods_meet(told, denied)
    if days is None or goods == "apart" or "apart" in sides or "open" in sides or same_voice(told, denied):
        return None
    open_ = []
    if goods != "firm":
        open_.append("it is not sure that both mean the same goods")
    if "loose" in sides:
        open_.append(UNSURE_WHO)
    if denied.days != (None, None) and not (is_dated(told) and is_dated(denied)):
        open_.append(UNSURE_DAY)
    says = "one says that it was delivered, the other denies it"
    return finding("delivered and denied", "delivered-and-denied", (told, denied), says, open_=open_)


# Agreements: signed on two days, with other parties


def _agreement_keys(claim: Claim) -> Iterator[tuple[str, Side]]:
    if claim.standing and claim.modality == "actual" and not claim.negated:
        yield claim.standing, "both"


def _signed(one: Claim, other: Claim) -> Finding | None:
    if not all(claim.body.get("status") == "signed" and is_dated(claim) for claim in (one, other)):
        return None
    (first, last), (second, end) = one.days, other.days
    assert first
    assert last
    assert second
    assert end
    gap = max((second - last).days, (first - end).days)
    if gap <= 0:
        return None
    near = ("the days are one apart: it may be one moment in two time zones",) if gap == 1 else ()
    open_ = (*near, *reckoned(one, other))
    says = f"it was signed on one day: {first} or {second}"
    return finding("signed on two days", "signed-once", (one, other), says, open_=open_)


def _parties(one: Claim, other: Claim) -> Finding | None:
    ours, theirs = (claim.party("party").acting for claim in (one, other))
    alone = len(ours) == len(theirs) == 2 and not ours <= theirs
    if not alone or one.report.id == other.report.id or not (ours & theirs):
        return None
    says = f"it is between {' and '.join(sorted(ours))} or {' and '.join(sorted(theirs))}"
    return finding("other parties", "same-parties", (one, other), says, open_=("each may name only some of the parties",))


# A measure or agreement in force, and ended


def _standing_keys(claim: Claim) -> Iterator[tuple[str, Side]]:
    if not claim.standing or claim.modality != "actual" or claim.negated:
        return
    status, what = claim.body.get("status"), claim.body.get("measure", "agreement")
    if status in _ENDED and is_dated(claim):
        yield f"{claim.standing} {what}", "right"
    elif status in ("in force", "extended") and has_word(claim.sentences, "lasting"):
        yield f"{claim.standing} {what}", "left"


def _standing(holds: Claim, ended: Claim) -> Finding | None:
    day, end = _told_for(holds), ended.days[0]
    if day is None or end is None or not end <= day <= end + _BY_THEN or same_voice(holds, ended):
        return None
    open_ = ("told on the day itself: it may be before the end",) if day == end else ()
    says = f"one says that it is in force on {day}, the other that it ended on {end}"
    return finding("in force and ended", "one-status-a-day", (holds, ended), says, open_=open_)


def _told_for(claim: Claim) -> date | None:
    """The day for which a claim tells that a thing is in force: the one that it names, else the report's."""
    return claim.days[1] or claim.report.last


# Tolls of one event


def _toll_keys(claim: Claim) -> Iterator[tuple[str, Side]]:
    if claim.modality == "actual" and claim.event and any(name in claim.body for name in ("killed", "injured")):
        yield claim.event, "both"


def _tolls(one: Claim, other: Claim) -> Finding | None:
    if one.report.id == other.report.id or one.body.get("type") != other.body.get("type"):
        return None
    told = one.report.last, other.report.last
    if not all(told) or abs(told[0] - told[1]) > _FRESH:  # type: ignore[operator]
        return None
    for name in ("killed", "injured"):
        low, high = sorted((one.body.get(name) or 0, other.body.get(name) or 0))
        if low and high >= _FAR_RATIO * low and high - low >= _FAR_MORE:
            open_ = () if told[0] == told[1] else ("the later report may know of more",)
            return finding("tolls far apart", "one-toll", (one, other), f"{low} or {high} {name}", open_=open_)
    return None


# A member, and not


def _member_keys(claim: Claim) -> Iterator[tuple[str, Side]]:
    if claim.negated or claim.body.get("relation") not in ("member", "ally") or has_word(claim.sentences, "past"):
        return
    if claim.modality in ("actual", "denied") and claim.report.last:
        names = f"{claim.body.get('member')} {claim.body.get('relation')} {claim.body.get('group')}"
        yield names, "left" if claim.modality == "actual" else "right"


def _member(told: Claim, denied: Claim) -> Finding | None:
    days = told.days[0] or told.report.last, denied.days[0] or denied.report.last
    assert days[0]
    assert days[1]
    if abs(days[0] - days[1]) > _BY_THEN or same_voice(told, denied):
        return None
    says = "one says that it is a member, the other that it is not"
    return finding("member and not", "member-or-not", (told, denied), says)


RULES: tuple[PairRule, ...] = (
    PairRule("told-and-denied", frozenset({"event"}), _deed_keys, _deeds),
    PairRule("delivered-and-denied", frozenset({"transfer"}), _transfer_keys, _transfers),
    PairRule("signed-once", frozenset({"agreement"}), _agreement_keys, _signed),
    PairRule("same-parties", frozenset({"agreement"}), _agreement_keys, _parties),
    PairRule("one-status-a-day", frozenset({"agreement", "measure"}), _standing_keys, _standing),
    PairRule("one-toll", frozenset({"event"}), _toll_keys, _tolls),
    PairRule("member-or-not", frozenset({"membership"}), _member_keys, _member),
)
"""The rules about two claims that reports tell."""
