"""What conflicts, or deserves a look: the claims, why, by which rule, how sure."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from casus.ledger.record import Record
from casus.reasoning.answer import Proof
from casus.reasoning.claim import Claim, ReportTold, in_order

FindingKind = Literal[
    "told and denied", "delivered and denied", "signed on two days", "other parties", "in force and ended", "tolls far apart",
    "member and not", "stamp", "known otherwise", "forbidden transfer", "attack despite a pact", "promise broken",
    "promise reversed", "left member",
]  # fmt: skip
KINDS: tuple[FindingKind, ...] = (
    "told and denied", "delivered and denied", "signed on two days", "other parties", "in force and ended", "tolls far apart",
    "member and not", "stamp", "known otherwise", "forbidden transfer", "attack despite a pact", "promise broken",
    "promise reversed", "left member",
)  # fmt: skip
Sure = Literal["certain", "arguable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Claims that cannot both hold, a claim that a known fact contradicts, or one that a rule makes notable.

    `claims` come in the order of their reports; there is none where a report's own stamp is in conflict (`report`). `known` are
    the records of reference facts against which they stand. `open` says what makes it arguable. `says` is why, in words.
    """

    kind: FindingKind
    claims: tuple[Claim, ...]
    says: str
    rule: str
    known: tuple[Record, ...] = ()
    report: ReportTold | None = None
    open: tuple[str, ...] = ()
    rests_on: tuple[Proof, ...] = ()

    @property
    def sure(self) -> Sure:
        """Whether it is certain that they conflict, if both are told rightly."""
        return "arguable" if self.open else "certain"

    @property
    def facts(self) -> float:
        """The lowest confidence of what it rests on."""
        told = [one.record.draft.confidence for one in self.claims] + [one.draft.confidence for one in self.known]
        return min([*told, *(record.draft.confidence for proof in self.rests_on for record in proof.premises())], default=1.0)

    @property
    def id(self) -> str:
        """The SHA-256 of its kind, what it says and what it is about: the same for the same conflict, whenever it is found."""
        about = [*sorted(one.fact for one in self.claims), *sorted(one.fact for one in self.known)]
        about += [self.report.id] if self.report else []
        return hashlib.sha256("\n".join((self.kind, self.says, *about)).encode()).hexdigest()

    @property
    def proof(self) -> Proof:
        """The rule with the records of the claims, their carriers and the known facts."""
        records = tuple(record for one in self.claims for record in (one.record, *one.carriers))
        return Proof(rule=self.rule, says=self.says, records=(*records, *self.known), rests_on=self.rests_on)


def finding(
    kind: FindingKind,
    rule: str,
    claims: Iterable[Claim],
    says: str,
    *,
    open_: Iterable[str] = (),
    known: tuple[Record, ...] = (),
    rests_on: tuple[Proof, ...] = (),
) -> Finding:
    """A finding about claims, which may come in any order."""
    return Finding(
        kind=kind, claims=in_order(claims), says=says, rule=rule, known=known, open=tuple(open_), rests_on=rests_on
    )  # fmt: skip
