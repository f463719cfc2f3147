"""Claims that a rule makes notable: an attack despite a pact, a forbidden transfer, a promise that is broken or taken back."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from casus.reasoning.answer import Proof
from casus.reasoning.binding import binding
from casus.reasoning.claim import Claim, Party, acting_for
from casus.reasoning.finding import Finding, finding
from casus.reasoning.matching import goods_meet, has_word, is_dated, is_future, meeting, said_on, shared_words, window, words
from casus.reasoning.pairing import PairRule, Side
from casus.reasoning.prohibition import Prohibition
from casus.reasoning.situation import Situation

SituationOn = Callable[[Sequence[str], date], Situation]
"""Gives what stands between some states (by id) on a day."""

MayBind = Callable[[str, str], bool]
"""Whether a pact not to attack may ever have bound one state (by id) toward another: asked before a situation is looked up."""

Judge = Callable[[Claim, str, str, date], Sequence[Prohibition]]
"""Gives what forbids a claim's transfer from one to another (ids) on a day, the strongest first."""

PACT = "non-aggression"
_YEAR = timedelta(366)
_ENOUGH = 2


# An attack on who has been promised not to be attacked


def attacks(claims: Iterable[Claim], may_bind: MayBind, situation_on: SituationOn) -> Iterator[Finding]:
    """Attacks that reports tell as having happened, by a state on one that it had promised not to attack."""
    for claim in claims:
        if claim.body.get("type") != "ASSAULT" or claim.modality != "actual" or claim.negated or not is_dated(claim):
            continue
        day = claim.days[0]
        assert day
        victims = claim.party("recipient") or claim.party("place")
        for attacker in sorted(claim.party("actor").acting):
            for attacked in sorted(victims.acting - {attacker}):
                one, other = f"state:{attacker}", f"state:{attacked}"
                if may_bind(one, other):
                    yield from _despite(claim, one, other, situation_on((one, other), day))


def _despite(claim: Claim, attacker: str, attacked: str, situation: Situation) -> Iterator[Finding]:
    """One finding for all provisions that stand against the attack; what is open is that of the one with the least."""
    found: list[tuple[list[str], Proof, str]] = []
    for clause in situation.clauses:
        if clause.provides != PACT or clause.terms.bears_on != "attack" or clause.told:
            continue
        bound = binding(situation, clause, attacker, attacked)
        suspended = any(one.holds(attacker, attacked, situation.day) for one in clause.suspensions)
        if bound is not None and bound.grade != "signed" and not suspended:
            open_ = [f"binding if {bound.open}"] if bound.open else []
            open_ += ["the pact falls once the other side attacks somebody"] if clause.terms.lapses else []
            found.append((open_, bound.proof, situation.title(clause.agreement)))
    if found:
        open_ = list(min(found, key=lambda one: len(one[0]))[0])
        if attacker not in claim.party("actor").entities:
            open_.append("who did it is a person or body of the state, which may have acted alone")
        if attacked not in claim.party("recipient").entities:
            open_.append("it is not told as an attack on the state itself")
        titles = "; ".join(dict.fromkeys(title for _, _, title in found))
        says = f"{attacker.removeprefix('state:')} had promised not to attack {attacked.removeprefix('state:')}: {titles}"
        proofs = tuple(proof for _, proof, _ in found)
        yield finding("attack despite a pact", "attack-despite-pact", (claim,), says, open_=open_, rests_on=proofs)


# A promise that is broken, or taken back


def _promise_keys(claim: Claim) -> Iterator[tuple[str, Side]]:
    """Keys of promises not to do a thing (right) and of what was done (left)."""
    if _says_not(claim):
        yield from ((key, "right") for key in _keys(claim))
    elif claim.modality == "actual" and not claim.negated:
        yield from ((key, "left") for key in _keys(claim))


def _reversal_keys(claim: Claim) -> Iterator[tuple[str, Side]]:
    """Keys of promises not to do a thing (right) and to do it (left)."""
    if _says_not(claim):
        yield from ((key, "right") for key in _keys(claim))
    elif claim.modality in ("promised", "threatened") and not claim.negated:
        yield from ((key, "left") for key in _keys(claim))


def _says_not(claim: Claim) -> bool:
    """Whether who would do a thing says, in the own words or as the report has it, that it will not."""
    if claim.modality == "promised":
        return claim.negated
    if claim.modality != "denied" or not is_future(claim) or not has_word(claim.sentences, "refusing"):
        return False
    speaker = claim.speakers[-1] if claim.speakers else None
    return speaker is None or acting_for(speaker) in _doer(claim).acting


def _keys(claim: Claim) -> Iterator[str]:
    what = str(claim.body.get("type", claim.kind))
    if claim.kind == "event" and what not in words()["deeds"]:
        return
    for doer in _doer(claim).acting:
        yield from (f"{what} {doer} > {other}" for other in _other(claim).acting | _other(claim).entities)


def _doer(claim: Claim) -> Party:
    return claim.party("supplier", "actor")


def _other(claim: Claim) -> Party:
    return claim.party("recipient")


def _same_promise(did: Claim, says_not: Claim) -> bool:
    if meeting(_doer(did), _doer(says_not)) != "firm" or meeting(_other(did), _other(says_not)) != "firm":
        return False
    if did.kind == "transfer":
        return goods_meet(did, says_not) == "firm"
    return len(shared_words(did, says_not)) >= _ENOUGH


def _broken(did: Claim, says_not: Claim) -> Finding | None:
    days, promised = window(did), said_on(says_not)
    if days is None or promised is None or did.days[0] is None or days[0] <= promised or not _same_promise(did, says_not):
        return None
    open_ = [] if days[0] - promised <= _YEAR else ["the promise is more than a year old"]
    open_ += ["the promise is under a condition"] if "condition" in says_not.body else []
    says = f"on {promised} it was said that it will not be done"
    return finding("promise broken", "promise-broken", (did, says_not), says, open_=open_)


def _reversed(says_so: Claim, says_not: Claim) -> Finding | None:
    days = said_on(says_so), said_on(says_not)
    if None in days or abs(days[0] - days[1]) > _YEAR or not _same_promise(says_so, says_not):  # type: ignore[operator]
        return None
    conditional = "condition" in says_so.body or "condition" in says_not.body
    open_ = ("one of them is under a condition",) if conditional else ()
    says = f"on {days[0]} it was promised or threatened, on {days[1]} that it will not be done"
    return finding("promise reversed", "promise-reversed", (says_so, says_not), says, open_=open_)


RULES: tuple[PairRule, ...] = (
    PairRule("promise-broken", frozenset({"event", "transfer"}), _promise_keys, _broken),
    PairRule("promise-reversed", frozenset({"event", "transfer"}), _reversal_keys, _reversed),
)
"""The rules about a promise and what speaks against it."""


# A transfer that a measure in force forbids


def forbidden(claims: Iterable[Claim], judge: Judge) -> Iterator[Finding]:
    """Transfers that reports tell as having happened on a day on which a measure of reference facts forbade them; one that is
    told without a day only where it was forbidden as a whole all the year before."""
    for claim in claims:
        days = window(claim, _YEAR)
        if claim.kind != "transfer" or claim.modality != "actual" or claim.negated or days is None:
            continue
        for supplier in _ends(claim.party("supplier")):
            for recipient in _ends(claim.party("recipient")):
                first, last = (judge(claim, supplier, recipient, day) for day in days)
                whole = bool(first and last)
                if (whole and not first[0].partly) if claim.days[0] is None else (first or last):
                    yield _forbidden(claim, first or last, throughout=whole)


def _ends(party: Party) -> list[str]:
    """The ids of a side as measures name it: states, and groups of their own."""
    own = {one for one in party.entities if acting_for(one) is None}
    return sorted(own | {f"state:{code}" for code in party.acting})


def _forbidden(claim: Claim, found: Sequence[Prohibition], *, throughout: bool) -> Finding:
    strongest = found[0]
    measure = strongest.measure
    open_ = [f"some of it is exempt: {'; '.join(strongest.exemptions)}"] if strongest.exemptions else []
    open_ += [*strongest.partly, *strongest.law_why]
    if not throughout or claim.days[0] is None:
        open_.append("the day of the transfer is not told exactly")
    says = f"forbidden by {measure.regime_name}" + (f", {measure.resolution}" if measure.resolution else "")
    known = tuple(record for record in measure.records if record.draft.kind == "measure")[:1]
    proofs = tuple(one.proof for one in found)
    return finding("forbidden transfer", "forbidden-transfer", (claim,), says, open_=open_, known=known, rests_on=proofs)
