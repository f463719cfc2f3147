"""What one provision means for one state when another is attacked: the rules, one function each (docs/reasoning.md).

Each takes the situation, how the provision binds the state, and the attack; it gives a ground, a promise that is not due and why,
or nothing where the provision has nothing to say.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from casus.reasoning.answer import Ground, NotDue, Proof, Status
from casus.reasoning.binding import Binding, article_of
from casus.reasoning.place import Place, counts_there
from casus.reasoning.situation import RESTRAINTS, Clause, Situation

CHARTER = date(1945, 10, 24)
"""The day on which the Charter of the United Nations came into force."""

ARTICLE_51 = "collective self-defence, until the Security Council has done what is needed (Charter of the UN, art. 51)"


@dataclass(frozen=True, slots=True)
class Attack:
    """An armed attack that is supposed: on a state, by another or an unnamed one (ids), at a place. `name` gives an id's name."""

    attacked: str
    by: str | None
    place: Place
    name: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Open:
    """What stands between a promise and a duty: a condition in words, by which rule, and whether it makes the law arguable."""

    words: str
    rule: str
    arguable: bool = False


def defence(situation: Situation, bound: Binding, attack: Attack) -> Ground | NotDue | None:
    """Whether a promise of defence toward the attacked state is due."""
    clause = bound.clause
    if bound.owing == attack.by:
        return None
    if why := _not_due(situation, bound, attack):
        return _refused(situation, bound, *why)
    opened = list(_conditions(situation, bound, attack))
    law_why = tuple(one.words for one in opened if one.arguable) + _told_only(clause)
    steps = tuple(Proof(rule=one.rule, says=one.words) for one in opened)
    formal = (*clause.conditions, *((ARTICLE_51,) if situation.day >= CHARTER else ()))
    return _ground(
        situation, bound, "owed-if" if opened else "owed", "defence", tuple(one.words for one in opened), formal, law_why, steps,
        attack,
    )  # fmt: skip


def consultation(situation: Situation, bound: Binding, attack: Attack) -> Ground | NotDue | None:
    """Whether a promise to consult with the attacked state is due."""
    if bound.owing == attack.by:
        return None
    if why := _suspended(situation, bound) or _wrong_attacker(bound.clause, attack):
        return _refused(situation, bound, *why)
    opened = [_Open(bound.open, "entry-into-force")] if bound.open else []
    words = tuple(one.words for one in opened)
    return _ground(
        situation, bound, "consult", "consultation", words, bound.clause.conditions, _told_only(bound.clause), (), attack
    )


def restraint(situation: Situation, bound: Binding, attack: Attack) -> Ground | NotDue | None:
    """Whether a promise not to act against the attacked state, or to stay neutral toward it, is due."""
    if why := _suspended(situation, bound) or _wrong_attacker(bound.clause, attack):
        return _refused(situation, bound, *why)
    words = (bound.open,) if bound.open else ()
    return _ground(situation, bound, "may-not", "restraint", words, bound.clause.conditions, _told_only(bound.clause), (), attack)


def own_pact(situation: Situation, bound: Binding, attack: Attack) -> Ground | NotDue | None:
    """Whether a pact with the attacker stands against helping the attacked state."""
    clause = bound.clause
    if bound.owing == attack.attacked:
        return None
    if why := _suspended(situation, bound):
        return _refused(situation, bound, *why)
    if why := _about_others(clause, attack):
        return _refused(situation, bound, *why)
    if clause.terms.lapses:
        return _refused(situation, bound, "lapses", f"the pact falls once {attack.name(bound.owed)} attacks another state")
    words = (bound.open,) if bound.open else ()
    law_why = (*_why_no_bar(situation, bound, attack), *_told_only(clause))
    return _ground(situation, bound, "barred", "own-pact", words, clause.conditions, law_why, (), attack)


def _not_due(situation: Situation, bound: Binding, attack: Attack) -> tuple[str, str] | None:
    """Why a promise of defence can't be due, whatever is still open: the rule, and the words."""
    clause = bound.clause
    if why := _suspended(situation, bound) or _wrong_attacker(clause, attack):
        return why
    if clause.terms.other_party == "excluded" and _is_party(situation, clause, attack.by):
        return "other-party", f"{attack.name(attack.by or '')} is a party, and the text counts no attack by a party"
    if counts_there(situation, clause, attack.place) is False:
        return "area", f"{attack.place.name} lies outside the area of {article_of(clause) or 'the provision'}"
    return None


def _suspended(situation: Situation, bound: Binding) -> tuple[str, str] | None:
    for suspension in bound.clause.suspensions:
        if suspension.holds(bound.owing, bound.owed, situation.day):
            return "suspended", f"suspended between them since {suspension.first}: {suspension.effect}"
    return None


def _wrong_attacker(clause: Clause, attack: Attack) -> tuple[str, str] | None:
    terms = clause.terms
    if attack.by is None:
        return None
    if attack.by in terms.not_attackers:
        return "attackers", f"the text counts no attack by {attack.name(attack.by)}"
    if terms.attackers and attack.by not in terms.attackers and not terms.or_their_allies:
        return "attackers", f"the text counts an attack by {_listed(terms.attackers, attack)} only"
    return None


def _about_others(clause: Clause, attack: Attack) -> tuple[str, str] | None:
    """Why a pact with the attacker that is about some states does not keep anybody from helping the one that is attacked."""
    terms = clause.terms
    among = not terms.attackers or attack.attacked in terms.attackers or terms.or_their_allies
    if among and attack.attacked not in terms.not_attackers:
        return None
    return "attackers", f"the pact with {attack.name(attack.by or '')} is not about {attack.name(attack.attacked)}"


def _conditions(situation: Situation, bound: Binding, attack: Attack) -> Iterator[_Open]:
    """What is open before a promise of defence is due."""
    clause, terms = bound.clause, bound.clause.terms
    if bound.open:
        yield _Open(bound.open, "entry-into-force")
    if not clause.binding:
        yield _Open("it is kept as a political promise, which binds nobody in law", "political")
    if terms.asked:
        yield _Open(f"{attack.name(attack.attacked)} asks for help", "asked")
    if terms.decided:
        yield _Open(f"decided: {terms.decided}", "decided")
    for condition in terms.open:
        yield _Open(condition, "open-condition")
    yield from _open_attacker(situation, clause, attack)
    if counts_there(situation, clause, attack.place) is None:
        yield _Open(f"an attack at {attack.place.name} counts, which the text does not settle", "area", arguable=True)


def _open_attacker(situation: Situation, clause: Clause, attack: Attack) -> Iterator[_Open]:
    terms = clause.terms
    if attack.by is None:
        allies = " or an ally of theirs" if terms.or_their_allies else ""
        if terms.attackers:
            yield _Open(f"the attacker is {_listed(terms.attackers, attack)}{allies}", "attackers")
        if terms.not_attackers:
            yield _Open(f"the attacker is not {_listed(terms.not_attackers, attack)}", "attackers")
        return
    if terms.attackers and attack.by not in terms.attackers:
        yield _Open(f"{attack.name(attack.by)} acts as an ally of {_listed(terms.attackers, attack)}", "attackers")
    if terms.other_party is None and _is_party(situation, clause, attack.by):
        told = f"it holds against {attack.name(attack.by)}, a party itself, which the text does not settle"
        yield _Open(told, "other-party", arguable=True)


def _is_party(situation: Situation, clause: Clause, state: str | None) -> bool:
    return state is not None and (state in clause.bound or state in situation.members(clause.agreement))


def _told_only(clause: Clause) -> tuple[str, ...]:
    return ("a report tells the provision; its text is not kept",) if clause.told else ()


def _why_no_bar(situation: Situation, bound: Binding, attack: Attack) -> Iterator[str]:
    """Why a pact with the attacker may not stand against helping after all."""
    attacker, attacked = attack.name(bound.owed), attack.name(attack.attacked)
    kind = bound.clause.provides
    if kind == "neutrality":
        yield f"neutrality is promised where {attacker} is attacked; here it attacks"
    if kind == "non-assistance":
        yield f"it is against acts that harm {attacker}; whether help for {attacked} is one is open"
    if kind == "non-aggression" and situation.day >= CHARTER:
        yield "help in collective self-defence is no aggression (Charter of the UN, art. 51)"
    if _is_party(situation, bound.clause, attack.attacked):
        yield f"{attacker} breaks the same pact by attacking {attacked}, on which the others may rely (VCLT art. 60)"


def _refused(situation: Situation, bound: Binding, rule: str, why: str) -> NotDue:
    clause = bound.clause
    return NotDue(
        state=bound.owing, agreement=clause.agreement, title=situation.title(clause.agreement), article=clause.article, why=why,
        proof=Proof(rule=rule, says=why, rests_on=(bound.proof,)),
    )  # fmt: skip


def _ground(
    situation: Situation,
    bound: Binding,
    status: Status,
    rule: str,
    conditions: tuple[str, ...],
    formal: tuple[str, ...],
    law_why: tuple[str, ...],
    steps: tuple[Proof, ...],
    attack: Attack,
) -> Ground:
    clause = bound.clause
    pact = situation.pacts.get(clause.agreement)
    says = f"{attack.name(bound.owing)}: {status} toward {attack.name(bound.owed)}"
    says += f", if {'; '.join(conditions)}" if conditions else ""
    return Ground(
        state=bound.owing,
        status=status,
        provides=clause.provides,
        toward=bound.owed,
        agreement=clause.agreement,
        title=situation.title(clause.agreement),
        article=clause.article,
        obligation=clause.obligation,
        discretion=clause.discretion,
        conditions=conditions,
        formal=formal,
        law="arguable" if law_why else "certain",
        law_why=law_why,
        facts=bound.facts,
        proof=Proof(rule=rule, says=says, rests_on=(_supposed(attack, situation.day), bound.proof, *steps)),
        changes=tuple(_changes(bound, conditions)),
        same_as=pact.same_as if pact else None,
    )


def _supposed(attack: Attack, day: date) -> Proof:
    by = f" by {attack.name(attack.by)}" if attack.by else ""
    return Proof(rule="supposed", says=f"on {day}, {attack.name(attack.attacked)} is attacked{by} at {attack.place.name}")


def _changes(bound: Binding, conditions: tuple[str, ...]) -> Iterator[str]:
    """What would change the answer."""
    last = bound.clause.valid.last
    yield f"its end, on {last.latest}" if last else "an end of the promise between the two, or of one's being a party"
    yield from (f"whether {condition}" for condition in conditions)


def _listed(states: tuple[str, ...], attack: Attack) -> str:
    names = [attack.name(state) for state in states]
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


RULES = {"defence": defence, "consultation": consultation} | dict.fromkeys(sorted(RESTRAINTS), restraint)
"""By what a provision toward the attacked state provides."""
