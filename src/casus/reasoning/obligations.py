"""Who owes what when a state is attacked."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from casus.errors import QuestionError
from casus.reasoning.answer import Duties, Ground, IfAttacker, NotDue, Searched
from casus.reasoning.binding import article_of, binding, binding_states, in_words
from casus.reasoning.duties import RULES, Attack, own_pact
from casus.reasoning.place import home, place_of
from casus.reasoning.situation import ALLIES, RESTRAINTS, Clause, Look, Situation
from casus.reasoning.states import state_on

STATUSES = ("owed", "owed-if", "consult", "may-not", "barred")

Name = Callable[[str], str]
"""Gives the name of an entity by its id."""


def duties(
    look: Look,
    name: Name,
    attacked: str,
    *,
    by: str | None = None,
    at: str | None = None,
    day: date,
    known_at: datetime | None = None,
) -> Duties:
    """Who owes what if, on a day, `by` (None: anybody) attacks `attacked` (ids or codes of states) at a place (None: on the
    territory where it lies itself).

    `look` gives the situation of states on that day. Raises QuestionError where a state did not exist on the day, a place is not
    known, or a state would attack itself.
    """
    meant, attacker = state_on(attacked, day), state_on(by, day) if by else None
    if attacker and attacker.id == meant.id:
        raise QuestionError(f"{name(meant.id)} can't be attacked by itself")
    place = place_of(at, meant.id, name(meant.id), day) if at else home(meant.id, name(meant.id))
    situation = look([meant.id, *([attacker.id] if attacker else [])])
    attack = Attack(meant.id, attacker.id if attacker else None, place, name)
    found = list(judged(situation, attack))
    grounds = _with_conflicts(situation, attack, [one for one in found if isinstance(one, Ground)])
    return Duties(
        attacked=attack.attacked,
        by=attack.by,
        place=place.name,
        day=day,
        known_at=known_at,
        grounds=tuple(sorted(grounds, key=lambda one: (STATUSES.index(one.status), name(one.state), one.agreement))),
        not_due=tuple(one for one in found if isinstance(one, NotDue)),
        depends=tuple(_depends(look, attack, grounds)) if attack.by is None else (),
        notes=tuple(one.note for one in (meant, attacker) if one and one.note),
        searched=Searched(agreements=len(situation.pacts), provisions=len(situation.clauses)),
    )


def judged(situation: Situation, attack: Attack) -> Iterator[Ground | NotDue]:
    """What every provision of a situation means for every state that it binds, when an attack is supposed."""
    for clause in situation.clauses:
        if clause.terms.bears_on != "attack":
            continue
        rule = RULES.get(clause.provides)
        for state in binding_states(situation, clause):
            if rule and (bound := binding(situation, clause, state, attack.attacked)):
                yield from filter(None, (rule(situation, bound, attack),))
            if attack.by and clause.provides in RESTRAINTS and (bound := binding(situation, clause, state, attack.by)):
                yield from filter(None, (own_pact(situation, bound, attack),))


def _with_conflicts(situation: Situation, attack: Attack, grounds: Sequence[Ground]) -> list[Ground]:
    """The grounds, each with what stands against it: a pact of the same state with the attacker, or a promise to defend it."""
    if attack.by is None:
        return list(grounds)
    barred: dict[str, list[Ground]] = defaultdict(list)
    due: dict[str, list[Ground]] = defaultdict(list)
    for ground in grounds:
        if ground.status == "barred":
            barred[ground.state].append(ground)
        if ground.due:
            due[ground.state].append(ground)
    promised = _promised(situation, attack.by)
    attacker = attack.name(attack.by)

    def against(ground: Ground) -> tuple[str, ...]:
        if ground.due:
            own = [f"its own pact with {attacker} stands against it: {told}" for told in _cited(barred[ground.state])]
            other = [clause for clause in promised[ground.state] if clause.agreement != ground.agreement]
            told = [f"it has promised to defend {attacker} too: {_of(situation, clause)}" for clause in other]
            return (*own, *told)
        return tuple(f"it has promised help: {told}" for told in _cited(due[ground.state])) if ground.status == "barred" else ()

    return [replace(ground, conflicts=against(ground)) for ground in grounds]


def _promised(situation: Situation, attacker: str) -> dict[str, list[Clause]]:
    """By state, the provisions by which it has promised to defend the attacker."""
    found: dict[str, list[Clause]] = defaultdict(list)
    for clause in situation.clauses:
        if clause.provides in ALLIES and clause.terms.bears_on == "attack":
            for state in binding_states(situation, clause):
                if binding(situation, clause, state, attacker):
                    found[state].append(clause)
    return found


def _depends(look: Look, attack: Attack, grounds: Sequence[Ground]) -> Iterator[IfAttacker]:
    """Which attackers would set those who help against a promise of their own."""
    helping = {ground.state for ground in grounds if ground.due}
    if not helping:
        return
    situation = look(sorted(helping))
    found: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for clause in situation.clauses:
        kind = clause.provides
        if kind not in RESTRAINTS | ALLIES or clause.terms.bears_on != "attack" or clause.terms.lapses:
            continue
        members = situation.members(clause.agreement)
        if attack.attacked in members:
            continue  # a pact with the attacked state itself: what it says of its parties is told with its own line
        for state in helping.intersection(binding_states(situation, clause)):
            for attacker in clause.beneficiaries or members:
                if attacker not in (attack.attacked, state) and binding(situation, clause, state, attacker):
                    found[clause.agreement, "defence" if kind in ALLIES else "its own pact"].add((attacker, state))
    for (agreement, what), pairs in sorted(found.items(), key=lambda one: (len(one[1]), one[0])):
        attackers, states = (tuple(sorted({pair[side] for pair in pairs})) for side in (0, 1))
        yield IfAttacker(attackers=attackers, states=states, agreement=agreement, title=situation.title(agreement), what=what)


def _cited(grounds: Sequence[Ground]) -> list[str]:
    """The agreements of grounds, each once with its articles."""
    found: dict[str, list[str]] = {}
    for one in grounds:
        found.setdefault(one.title, []).extend([one.article] if one.article else [])
    return [f"{title}, {in_words(articles)}" if articles else title for title, articles in found.items()]


def _of(situation: Situation, clause: Clause) -> str:
    return ", ".join(filter(None, (situation.title(clause.agreement), article_of(clause))))
