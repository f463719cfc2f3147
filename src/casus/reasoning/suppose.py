"""What would follow if something were so: answers under suppositions, as a difference to without them. Nothing is written."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from casus.errors import QuestionError
from casus.ledger.contract import Store
from casus.reasoning.answer import Duties, Ground
from casus.reasoning.branch import branched, without_measures
from casus.reasoning.chains import Drawn, chain
from casus.reasoning.forbids import transfer_forbidden
from casus.reasoning.look import agreement_alone, looking
from casus.reasoning.measures import MeasureInForce, Measures, measures_against
from casus.reasoning.obligations import duties
from casus.reasoning.prohibition import Prohibition
from casus.reasoning.promises import Promise, promises
from casus.reasoning.situation import Look
from casus.reasoning.states import state_on
from casus.reasoning.suppositions import Acceded, Denounced, Lifted, SupposedAttack, SupposedTransfer, Supposition

Name = Callable[[str], str]
_Key = tuple[str, str | None, str, str]
"""What a promise is the same promise by, toward whomever: its state, article, kind and words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttackSupposed:
    """What follows from an attack: who owes what; which of that the other suppositions add or take away; who is drawn in."""

    supposed: SupposedAttack
    duties: Duties
    added: tuple[Ground, ...]
    lost: tuple[Ground, ...]
    drawn: tuple[Drawn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferSupposed:
    """What forbids a transfer, and what of that is lifted by the other suppositions."""

    supposed: SupposedTransfer
    prohibitions: tuple[Prohibition, ...]
    lost: tuple[Prohibition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSupposed:
    """The promises that an end of an agreement, or an accession to it, takes away or adds."""

    supposed: Denounced | Acceded
    added: tuple[Promise, ...]
    lost: tuple[Promise, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftSupposed:
    """The measures in force that are lifted."""

    supposed: Lifted
    lost: tuple[MeasureInForce, ...]


Outcome = AttackSupposed | TransferSupposed | AgreementSupposed | LiftSupposed


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposed:
    """What follows from each supposition, under all of them."""

    day: date
    known_at: datetime | None
    depth: int
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class _Branch:
    """The ledger as it is and as it would be."""

    store: Store
    day: date
    known_at: datetime | None
    name: Name
    plain: Look
    changed: Look
    suppositions: tuple[Supposition, ...]

    def measures(self, targets: Iterable[str] | None) -> Measures:
        return measures_against(self.store, targets, self.day, self.known_at)


def suppose(
    store: Store, name: Name, suppositions: Sequence[Supposition], day: date, *, known_at: datetime | None = None, depth: int = 2
) -> Supposed:
    """What follows from suppositions on a day. `depth`: how many steps of who draws in whom are followed.

    Raises QuestionError where a state did not exist on the day, or nothing that is supposed to end stands on it.
    """
    look = looking(store, day, known_at)
    changed = branched(look, lambda agreement: agreement_alone(store, agreement, day, known_at), suppositions)
    branch = _Branch(store, day, known_at, name, look, changed, tuple(suppositions))
    return Supposed(day=day, known_at=known_at, depth=depth, outcomes=tuple(_outcome(branch, one, depth) for one in suppositions))


def _outcome(branch: _Branch, supposed: Supposition, depth: int) -> Outcome:
    if isinstance(supposed, SupposedAttack):
        return _attack(branch, supposed, depth)
    if isinstance(supposed, SupposedTransfer):
        return _transfer(branch, supposed)
    if isinstance(supposed, Lifted):
        return _lift(branch, supposed)
    return _agreement(branch, supposed)


def _attack(branch: _Branch, supposed: SupposedAttack, depth: int) -> AttackSupposed:
    def asked(look: Look, attacked: str, by: str, at: str | None = None) -> Duties:
        return duties(look, branch.name, attacked, by=by, at=at, day=branch.day, known_at=branch.known_at)

    found = asked(branch.changed, supposed.attacked, supposed.attacker, supposed.at)
    before = asked(branch.plain, supposed.attacked, supposed.attacker, supposed.at)
    held, now = ({_key(one) for one in answer.grounds} for answer in (before, found))

    def ask(attacked: str, by: str) -> Duties:
        return found if (attacked, by) == (found.attacked, found.by) else asked(branch.changed, attacked, by)

    assert found.by is not None
    return AttackSupposed(
        supposed=supposed,
        duties=found,
        added=tuple(one for one in found.grounds if _key(one) not in held),
        lost=tuple(one for one in before.grounds if _key(one) not in now),
        drawn=chain(ask, branch.name, found.attacked, found.by, depth) if depth else (),
    )


def _key(ground: Ground) -> tuple[str | None, ...]:
    return (ground.state, ground.status, ground.toward, ground.agreement, ground.article, ground.condition)


def _transfer(branch: _Branch, supposed: SupposedTransfer) -> TransferSupposed:
    for end in (supposed.supplier, supposed.recipient):
        state_on(end, branch.day)
    measures = branch.measures([supposed.supplier, supposed.recipient])

    def forbidden(kept: Measures) -> tuple[Prohibition, ...]:
        return transfer_forbidden(kept, supposed.supplier, supposed.recipient, supposed.goods, branch.day, branch.name)

    before, found = forbidden(measures), forbidden(without_measures(measures, branch.suppositions))
    now = {one.measure.id for one in found}
    return TransferSupposed(supposed=supposed, prohibitions=found, lost=tuple(one for one in before if one.measure.id not in now))


def _lift(branch: _Branch, supposed: Lifted) -> LiftSupposed:
    measures = branch.measures(None).measures
    gone = [one for one in measures if supposed.gone in (one.id, one.regime)]
    if not gone:
        raise QuestionError(
            f"{supposed.gone!r}: no such measure or regime is kept; casus forbids --target STATE --json has the ids"
        )
    held = tuple(one for one in gone if one.valid.contains(branch.day) is not False)
    if not held:
        raise QuestionError(f"{supposed.gone}: not in force on {branch.day}, so there is nothing to lift")
    return LiftSupposed(supposed=supposed, lost=held)


def _agreement(branch: _Branch, supposed: Denounced | Acceded) -> AgreementSupposed:
    alone = agreement_alone(branch.store, supposed.agreement, branch.day, branch.known_at)
    members = alone.members(supposed.agreement)
    state = supposed.state
    if supposed.agreement not in alone.pacts:
        raise QuestionError(f"{supposed.agreement}: neither in force nor signed on {branch.day}")
    if isinstance(supposed, Denounced) and state is not None and state not in members:
        raise QuestionError(f"{branch.name(state)} is no party of {alone.title(supposed.agreement)} on {branch.day}")
    if isinstance(supposed, Acceded) and state in members:
        raise QuestionError(
            f"{branch.name(supposed.state)} is a party of {alone.title(supposed.agreement)} on {branch.day} already"
        )
    concerned = tuple(dict.fromkeys((*members, *((state,) if state else ()))))
    before, found = (
        {_promise_key(one): one for other in concerned for one in _promises(look, other, supposed.agreement, branch)}
        for look in (branch.plain, branch.changed)
    )
    return AgreementSupposed(supposed=supposed, added=tuple(_more(found, before)), lost=tuple(_more(before, found)))


def _more(promised: Mapping[_Key, Promise], than: Mapping[_Key, Promise]) -> Iterator[Promise]:
    """The promises of one situation that another has not, toward those to whom it has not."""
    for key, one in promised.items():
        other = than.get(key)
        toward = tuple(state for state in one.toward if other is None or state not in other.toward)
        if toward:
            yield replace(one, toward=toward)


def _promises(look: Look, state: str, agreement: str, branch: _Branch) -> list[Promise]:
    found = promises(look, state, branch.day, branch.known_at).promises
    return [one for one in found if one.agreement == agreement]


def _promise_key(promise: Promise) -> _Key:
    return (promise.state, promise.article, promise.provides, promise.obligation)
