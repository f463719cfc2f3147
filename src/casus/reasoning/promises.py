"""All that a state has promised: to whom, since when, and how it can end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from casus.reasoning.answer import Law, Proof, Searched
from casus.reasoning.binding import Binding, article_of, binding
from casus.reasoning.situation import Clause, Look, Situation
from casus.reasoning.states import state_on

ENDS = "end"
"""What a provision bears on that says how an agreement ends."""

_NO_CLAUSE = "no provision on its end is kept: by consent of the parties, or as the law of treaties allows (VCLT art. 54 to 62)"
_ONE_SIDED = "the state that made it can take it back, as its own law allows"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One provision that binds a state: toward whom (ids), since when, until when where that is known, and how it can end."""

    state: str
    provides: str
    toward: tuple[str, ...]
    agreement: str
    title: str
    article: str | None
    obligation: str
    trigger: str | None
    discretion: str | None
    conditions: tuple[str, ...]
    since: date | None
    last: date | None
    ends: tuple[str, ...]
    status: str
    law: Law
    law_why: tuple[str, ...]
    facts: float
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """The answer to what a state has promised, as of a day."""

    state: str
    day: date
    known_at: datetime | None
    promises: tuple[Promise, ...]
    notes: tuple[str, ...]
    searched: Searched


def promises(look: Look, state: str, day: date, known_at: datetime | None = None) -> Promises:
    """All provisions that bind a state (an id or a code) on a day, or will once they come into force.

    `look` gives the situation of states on that day. Raises QuestionError where the state did not exist on the day.
    """
    meant = state_on(state, day)
    situation = look([meant.id])
    found = list(_promises(situation, meant.id))
    return Promises(
        state=meant.id,
        day=day,
        known_at=known_at,
        promises=tuple(sorted(found, key=lambda one: (one.since or date.min, one.agreement))),
        notes=(meant.note,) if meant.note else (),
        searched=Searched(agreements=len(situation.pacts), provisions=len(situation.clauses)),
    )


def _promises(situation: Situation, state: str) -> Iterator[Promise]:
    for clause in situation.clauses:
        if clause.terms.bears_on == ENDS or (clause.bound and state not in clause.bound):
            continue
        others = clause.beneficiaries or situation.members(clause.agreement)
        found = [bound for other in others if (bound := binding(situation, clause, state, other))]
        if found:
            yield _promise(situation, clause, state, found)


def _promise(situation: Situation, clause: Clause, state: str, found: list[Binding]) -> Promise:
    first, pact = found[0], situation.pacts.get(clause.agreement)
    bond = situation.bond(clause.agreement, state)
    begun = [one.valid.first.earliest for one in (clause, bond) if one and one.valid.first]
    lasts = [one.valid.last.latest for one in (clause, bond) if one and one.valid.last]
    told = ("a report tells the provision; its text is not kept",) if clause.told else ()
    political = () if clause.binding else ("it is kept as a political promise, which binds nobody in law",)
    return Promise(
        state=state,
        provides=clause.provides,
        toward=tuple(dict.fromkeys(bound.owed for bound in found)),
        agreement=clause.agreement,
        title=situation.title(clause.agreement),
        article=clause.article,
        obligation=clause.obligation,
        trigger=clause.trigger,
        discretion=clause.discretion,
        conditions=(*clause.conditions, *clause.terms.open),
        since=max(begun, default=None),
        last=min(lasts, default=None),
        ends=tuple(_ends(situation, clause)) or (_NO_CLAUSE if pact else _ONE_SIDED,),
        status=first.open or "in force",
        law="arguable" if told or political else "certain",
        law_why=(*told, *political),
        facts=first.facts,
        proof=first.proof,
    )


def _ends(situation: Situation, clause: Clause) -> Iterator[str]:
    """What the agreement's own provisions say of its end."""
    for other in situation.clauses:
        if other.agreement == clause.agreement and other.terms.bears_on == ENDS:
            yield ": ".join(filter(None, (article_of(other), other.obligation)))
