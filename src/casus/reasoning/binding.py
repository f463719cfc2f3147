"""Whether a provision binds one state toward another on a day: in force, perhaps in force, or signed only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from casus.ledger.record import Record, Valid
from casus.reasoning.answer import Proof
from casus.reasoning.situation import Bond, Clause, Pact, Situation
from casus.world.time import interval

Grade = Literal["holds", "perhaps", "signed"]
_ORDER: tuple[Grade, ...] = ("holds", "perhaps", "signed")


@dataclass(frozen=True, slots=True)
class Binding:
    """A provision that binds `owing` toward `owed`. `grade`: whether it is in force on the day; `open` says what is not sure of
    that. `records` are all that this rests on."""

    clause: Clause
    owing: str
    owed: str
    grade: Grade
    open: str | None
    records: tuple[Record, ...]
    proof: Proof

    @property
    def facts(self) -> float:
        """The lowest confidence of what it rests on."""
        return min(record.draft.confidence for record in self.records)


def binding(situation: Situation, clause: Clause, owing: str, owed: str) -> Binding | None:
    """How a provision binds one state (by id) toward another on the day of a situation; None where it doesn't."""
    if owing == owed or not _names(clause, owing, owed):
        return None
    pact = situation.pacts.get(clause.agreement)
    if pact is None and not _stands_alone(clause):
        return None
    found = _bonds(situation, clause, pact, (owing, owed))
    if found is None:
        return None
    grades = [_grade(clause.valid, situation.day, pact, in_force=clause.in_force)]
    grades += [_grade(bond.valid, situation.day, pact, in_force=bond.in_force) for bond in found]
    known = [grade for grade in grades if grade is not None]
    if len(known) < len(grades):
        return None
    grade = max(known, key=_ORDER.index)
    records = (*((pact.record,) if pact else ()), clause.record, *(bond.record for bond in found))
    open_ = _open(grade, pact)
    return Binding(clause, owing, owed, grade, open_, records, _proof(situation, clause, grade, open_, records))


def binding_states(situation: Situation, clause: Clause) -> Iterator[str]:
    """The states that a provision may bind."""
    yield from clause.bound or situation.members(clause.agreement)


def _names(clause: Clause, owing: str, owed: str) -> bool:
    return (not clause.bound or owing in clause.bound) and (not clause.beneficiaries or owed in clause.beneficiaries)


def _stands_alone(clause: Clause) -> bool:
    """Whether a provision is of no agreement: a one-sided promise, a data set's dyad, or what a report tells alone."""
    return not clause.record.draft.body.get("agreement")


def _bonds(situation: Situation, clause: Clause, pact: Pact | None, states: tuple[str, str]) -> list[Bond] | None:
    """The bonds that a provision needs; None where one is missing. Whom it names without their being a party needs none."""
    if pact is None or (clause.told and clause.agreement not in situation.bonds):
        return []
    named = ((states[0], clause.bound), (states[1], clause.beneficiaries))
    found = []
    for state, listed in named:
        bond = situation.bond(clause.agreement, state)
        if bond is not None:
            found.append(bond)
        elif state in pact.parties or state not in listed:
            return None
    return found


def _grade(valid: Valid, day: date, pact: Pact | None, *, in_force: bool) -> Grade | None:
    holds = valid.contains(day)
    if not in_force:
        return "signed" if holds is not False else None
    if holds is not False:
        return "holds" if holds else "perhaps"
    if pact is None or valid.first is None or day >= valid.first.earliest:
        return None
    signed = pact.signed.first
    to_come = pact.in_force is not None and day < interval(pact.in_force)[0]
    # Who acceded later was no signatory.
    original = pact.in_force is not None and valid.first.earliest <= interval(pact.in_force)[1]
    return "signed" if signed and signed.earliest <= day and to_come and original else None


def _open(grade: Grade, pact: Pact | None) -> str | None:
    if grade == "perhaps":
        return "it is in force on that day: the source does not give the day on which it began or ended"
    if grade == "signed":
        signed = f"signed on {pact.signed.first.earliest}, " if pact and pact.signed.first else ""
        after = f"in force from {pact.in_force}" if pact and pact.in_force else "no entry into force is known"
        return f"it comes into force ({signed}{after})"
    return None


def _proof(situation: Situation, clause: Clause, grade: Grade, open_: str | None, records: tuple[Record, ...]) -> Proof:
    article = f", {article_of(clause)}" if clause.article else ""
    told = f"{situation.title(clause.agreement)}{article}: {clause.obligation}"
    if grade == "signed":
        return Proof(rule="signed-only", says=f"{told} - binding once {open_}", records=records)
    return Proof(rule="bound", says=told if open_ is None else f"{told} - binding if {open_}", records=records)


def article_of(clause: Clause) -> str:
    """The article of a provision in words: "art. 5", "section 311", "secret clause"."""
    return in_words([clause.article]) if clause.article else ""


def in_words(articles: Sequence[str]) -> str:
    """Articles in words, each once: "art. 5", "art. 2, 10, 13"; what is no number stays as it is."""
    told = ", ".join(dict.fromkeys(articles))
    return f"art. {told}" if told[:1].isdigit() or told.split("(")[0].isupper() else told
