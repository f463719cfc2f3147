"""What stands on a day between some states: agreements, who is bound by them, and what they provide.

A situation is plain values. Rules read it and never the store, so that what is supposed is a changed situation and the ledger
stays as it is.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from casus.ledger.record import Record, ReportSource, Valid
from casus.reasoning.terms import Terms, terms_of
from casus.world.time import interval

ALLIES = frozenset({"defence"})
RESTRAINTS = frozenset({"non-aggression", "neutrality", "non-assistance"})
"""What a provision provides that keeps a state from acting against another."""
BEARING = ("consultation", *sorted(ALLIES | RESTRAINTS))
"""What a provision provides that bears on an attack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pact:
    """An agreement: its id, title, parties' ids as its record has them, and the record. `told` where reports alone tell it."""

    id: str
    title: str
    parties: tuple[str, ...]
    signed: Valid
    in_force: str | None
    status: str
    same_as: str | None
    told: bool
    record: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """A spell during which a state is a party. `valid` counts from the signature where no entry into force is known."""

    state: str
    agreement: str
    valid: Valid
    in_force: bool
    record: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """Days on which an agreement is suspended between some of its parties."""

    between: frozenset[str]
    first: date
    last: date | None
    effect: str

    def holds(self, one: str, other: str, day: date) -> bool:
        """Whether it stands between two states on a day."""
        return {one, other} <= self.between and self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One provision. `agreement` is the id of its agreement, of a one-sided commitment, or the fact of what a report tells.

    No `bound`: every party; no `beneficiaries`: every other party. `told` where a report alone tells it.
    """

    agreement: str
    provides: str
    article: str | None
    obligation: str
    trigger: str | None
    discretion: str | None
    conditions: tuple[str, ...]
    territory: str | None
    bound: tuple[str, ...]
    beneficiaries: tuple[str, ...]
    suspensions: tuple[Suspension, ...]
    valid: Valid
    in_force: bool
    binding: bool
    told: bool
    terms: Terms
    record: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What stands on a day, as far as it was looked up: agreements and bonds by the agreement's id, and provisions."""

    day: date
    pacts: Mapping[str, Pact]
    bonds: Mapping[str, tuple[Bond, ...]]
    clauses: tuple[Clause, ...]

    def bond(self, agreement: str, state: str) -> Bond | None:
        """The bond of a state that holds, or may hold, on the day; else the one to come."""
        own = [bond for bond in self.bonds.get(agreement, ()) if bond.state == state]
        for wanted in (True, None):
            for bond in own:
                if bond.in_force and bond.valid.contains(self.day) is wanted:
                    return bond
        return next((bond for bond in own if not _over(bond.valid, self.day)), None)

    def members(self, agreement: str) -> tuple[str, ...]:
        """The states with a bond in an agreement that holds, may hold, or is to come, in the order of their entry."""
        states = dict.fromkeys(bond.state for bond in self.bonds.get(agreement, ()))
        return tuple(state for state in states if self.bond(agreement, state))

    def title(self, agreement: str) -> str:
        """The name of an agreement, commitment or told agreement."""
        pact = self.pacts.get(agreement)
        return pact.title if pact else agreement


Look = Callable[[Iterable[str]], Situation]
"""Gives the situation of some states, by their ids."""


def _over(valid: Valid, day: date) -> bool:
    return valid.last is not None and valid.last.latest < day


def without(situation: Situation, record: str) -> Situation:
    """A situation in which a record (by its id) does not stand."""
    return replace(
        situation,
        pacts={name: pact for name, pact in situation.pacts.items() if pact.record.id != record},
        bonds={name: tuple(bond for bond in bonds if bond.record.id != record) for name, bonds in situation.bonds.items()},
        clauses=tuple(clause for clause in situation.clauses if clause.record.id != record),
    )


def pact_of(record: Record) -> Pact:
    """The agreement that a record tells."""
    body = record.draft.body
    signed = record.draft.valid
    return Pact(
        id=str(body.get("agreement") or body.get("standing") or record.fact),
        title=str(body.get("title") or "an agreement"),
        parties=tuple(body.get("parties", ())),
        signed=signed,
        in_force=body.get("in_force"),
        status=str(body.get("status", "")),
        same_as=body.get("same_as"),
        told=isinstance(record.draft.source, ReportSource),
        record=record,
    )


def bond_of(record: Record) -> Bond:
    """The bond that a record tells."""
    body = record.draft.body
    return Bond(
        state=str(body["state"]),
        agreement=str(body["agreement"]),
        valid=record.draft.valid,
        in_force=body.get("status") == "in force",
        record=record,
    )


def clause_of(record: Record, agreement: str) -> Clause:
    """The provision that a record tells, of an agreement (by id)."""
    body = record.draft.body
    told = isinstance(record.draft.source, ReportSource)
    return Clause(
        agreement=agreement,
        provides=str(body.get("provides", "other")),
        article=body.get("article"),
        obligation=str(body.get("obligation", "")),
        trigger=body.get("trigger"),
        discretion=body.get("discretion"),
        conditions=_texts(body.get("conditions")),
        territory=body.get("territory"),
        bound=_texts(body.get("bound")),
        beneficiaries=_texts(body.get("beneficiaries")),
        suspensions=tuple(_suspension(one) for one in body.get("suspensions", ())),
        valid=record.draft.valid,
        in_force=told or body.get("status") == "in force",
        binding=body.get("binding", True) is not False,
        told=told,
        terms=terms_of(body),
        record=record,
    )


def _suspension(row: Mapping[str, Any]) -> Suspension:
    last = row.get("last")
    return Suspension(
        between=frozenset(row["between"]),
        first=interval(row["first"])[0],
        last=interval(last)[1] if last else None,
        effect=str(row["effect"]),
    )


def _texts(value: str | Iterable[str] | None) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)
