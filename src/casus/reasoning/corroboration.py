"""Which reports bear a claim independently, and which only echo others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casus.ledger.identity.witnesses import Origin, Witness, origins
from casus.reasoning.claim import Claim, in_order
from casus.reasoning.finding import Finding
from casus.reasoning.matching import days_meet, goods_meet, meeting, telling_words

_ROLES = {
    "event": ("actor", "recipient"),
    "transfer": ("supplier", "recipient"),
    "agreement": ("party",),
    "measure": ("target",),
    "membership": ("member", "group"),
}
_ENOUGH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Borne:
    """What bears a claim. `claims` tell the same, in the order of their reports. `origins` are the independent witnesses;
    `echoes` the claims of reports that add none, each with why; `against` the findings with one of the claims in it."""

    claims: tuple[Claim, ...]
    origins: tuple[Origin, ...]
    echoes: tuple[tuple[Claim, str], ...]
    against: tuple[Finding, ...] = ()

    @property
    def bearing(self) -> tuple[Claim, ...]:
        """The claims of the independent witnesses."""
        echoing = {claim.fact for claim, _ in self.echoes}
        return tuple(claim for claim in self.claims if claim.fact not in echoing)


def borne(claims: Iterable[Claim], findings: Iterable[Finding] = ()) -> Borne:
    """What bears what claims tell, all of which tell the same; `findings` are those that may speak against it. In any order."""
    told = in_order(claims)
    independent = origins(_witness(claim) for claim in told)
    facts = {claim.fact for claim in told}
    against = tuple(one for one in findings if any(claim.fact in facts for claim in one.claims))
    return Borne(claims=told, origins=independent, echoes=tuple(_echoes(told)), against=against)


def same_told(claim: Claim, others: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claim and those that tell the same in the same way: tellings of its event, or of its standing thing with the same
    status, or of what was passed between the same on the same days."""
    return in_order({one.fact: one for one in (claim, *(one for one in others if _is_same(claim, one)))}.values())


def _is_same(one: Claim, other: Claim) -> bool:
    if (one.kind, one.modality, one.negated) != (other.kind, other.modality, other.negated):
        return False
    if one.kind == "event":
        return one.event == other.event
    if one.standing or other.standing:
        same = ("status", "measure")
        return one.standing == other.standing and all(one.body.get(name) == other.body.get(name) for name in same)
    if any(meeting(one.party(role), other.party(role)) != "firm" for role in _ROLES.get(one.kind, ())):
        return False
    if one.kind == "transfer":
        return days_meet(one, other) is not None and "apart" not in (goods_meet(one, other), goods_meet(other, one))
    if one.kind == "membership":
        return bool(one.body.get("relation") == other.body.get("relation"))
    return len(telling_words(one.sentences) & telling_words(other.sentences)) >= _ENOUGH


def _witness(claim: Claim) -> Witness:
    return Witness(claim.report.id, claim.report.outlet, claim.body.get("cites"), claim.report.copy_of)


def _echoes(told: Sequence[Claim]) -> Iterable[tuple[Claim, str]]:
    """Claims that add no witness to those before them, each with why."""
    taken: list[Claim] = []
    for claim in sorted(told, key=lambda one: "cites" in one.body):  # who tells it on the own word comes before who cites it
        before, now = (len(origins(_witness(one) for one in some)) for some in (taken, [*taken, claim]))
        taken.append(claim)
        if taken[:-1] and now <= before:
            yield claim, _why(claim, taken[:-1])


def _why(claim: Claim, before: Sequence[Claim]) -> str:
    reports = {one.report.id: one.report.name for one in before}
    if claim.report.id in reports:
        return "the same report tells it again"
    copied = [reports[one] for one in claim.report.copy_of if one in reports]
    if copied:
        return f"it repeats {copied[0]}"
    if cites := claim.body.get("cites"):
        return f"told on the word of {cites} alone"
    return f"of the same outlet ({claim.report.outlet})" if claim.report.outlet else "it only repeats another"
