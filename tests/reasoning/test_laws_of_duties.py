"""What must hold of any answer: ends take duties away, proofs need their premises, suppositions change nothing that is kept."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casus.errors import QuestionError
from casus.ledger.contract import Query, Wanted
from casus.ledger.ledger import Ledger
from casus.reasoning.answer import Duties, Ground
from casus.reasoning.look import looking
from casus.reasoning.obligations import duties
from casus.reasoning.situation import Look, Situation, without
from casus.reasoning.suppose import AttackSupposed, suppose
from casus.reasoning.suppositions import Denounced, SupposedAttack

STATES = ("POL", "DEU", "FRA", "USA", "PRK", "KOR", "EGY", "SYR", "RUS", "SUN", "CHN", "IND", "TUR", "GRC", "ARM", "NGA")
DAYS = st.dates(date(1910, 1, 1), date(2026, 1, 1))
some_states = st.sampled_from(STATES)
few = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def answered(look: Look, ledger: Ledger, attacked: str, by: str | None, day: date) -> Duties | None:
    """The answer; None where the states did not exist then."""
    try:
        return duties(look, ledger.names.name, attacked, by=by, day=day)
    except QuestionError:
        return None


def key(one: Ground) -> tuple[str | None, ...]:
    return (one.state, one.status, one.toward, one.agreement, one.article, one.obligation)


@few
@given(attacked=some_states, by=some_states, day=DAYS, data=st.data())
def test_an_end_of_an_agreement_never_adds_a_duty_under_it(
    world_sqlite: Ledger, attacked: str, by: str, day: date, data: st.DataObject
) -> None:
    look = looking(world_sqlite.store, day)
    before = answered(look, world_sqlite, attacked, by, day)
    agreements = sorted({one.agreement for one in before.grounds if one.agreement.startswith("agreement:")}) if before else []
    if before is None or not agreements:
        return
    ended = Denounced(words="an end", agreement=data.draw(st.sampled_from(agreements)), state=None)
    supposed = SupposedAttack(words="an attack", attacker=f"state:{by}", attacked=f"state:{attacked}")
    outcome = suppose(world_sqlite.store, world_sqlite.names.name, [supposed, ended], day, depth=0).outcomes[0]
    assert isinstance(outcome, AttackSupposed)
    after = {key(one) for one in outcome.duties.grounds}
    assert not [one for one in outcome.duties.grounds if one.agreement == ended.agreement]
    assert after <= {key(one) for one in before.grounds}
    assert outcome.lost
    assert not outcome.added


@few
@given(attacked=some_states, by=st.none() | some_states, day=DAYS)
def test_without_any_one_premise_a_conclusion_falls(world_sqlite: Ledger, attacked: str, by: str | None, day: date) -> None:
    look = looking(world_sqlite.store, day)
    answer = answered(look, world_sqlite, attacked, by, day)
    if answer is None:
        return
    for ground in answer.grounds[:4]:
        for premise in ground.proof.premises():

            def looked(states: object, gone: str = premise.id) -> Situation:
                return without(look(states), gone)  # type: ignore[arg-type]

            fewer = answered(looked, world_sqlite, attacked, by, day)
            assert fewer is not None
            rest = {record.id for record in ground.proof.premises()} - {premise.id}
            for other in fewer.grounds:
                if key(other) == key(ground):  # another proof, not what is left of this one
                    assert {record.id for record in other.proof.premises()} != rest


@few
@given(attacked=some_states, by=some_states, day=DAYS)
def test_proofs_hold_only_what_stands_then_and_was_known_then(world_sqlite: Ledger, attacked: str, by: str, day: date) -> None:
    look = looking(world_sqlite.store, day)
    answer = answered(look, world_sqlite, attacked, by, day)
    if answer is None:
        return
    kept = {record.id for record in world_sqlite.store.records(Query(newest=False))}
    for ground in answer.grounds:
        for record in ground.proof.premises():
            assert record.id in kept
            assert record.recorded_at <= datetime.now(UTC)
            signed = ground.condition or ""
            if "comes into force" not in signed:
                assert record.draft.valid.contains(day) is not False
        assert 0 < ground.facts <= 1
        assert (ground.law == "arguable") == bool(ground.law_why)


@few
@given(attacked=some_states, by=some_states, day=DAYS, depth=st.integers(0, 2))
def test_a_supposition_leaves_the_ledger_as_it_was(world_sqlite: Ledger, attacked: str, by: str, day: date, depth: int) -> None:
    before = world_sqlite.store.sequence_at()
    supposed = SupposedAttack(words="an attack", attacker=f"state:{by}", attacked=f"state:{attacked}")
    try:
        suppose(world_sqlite.store, world_sqlite.names.name, [supposed], day, depth=depth)
    except QuestionError:
        return
    assert world_sqlite.store.sequence_at() == before


def test_the_hash_of_the_ledger_is_the_same_after_suppositions(world: Ledger) -> None:
    before = world.store.content_hash()
    attack = SupposedAttack(words="an attack", attacker="state:USA", attacked="state:RUS")
    ended = Denounced(words="an end", agreement="agreement:north-atlantic-treaty", state="state:USA")
    suppose(world.store, world.names.name, [attack, ended], date(2024, 7, 1))
    assert world.store.content_hash() == before


@few
@given(attacked=some_states, by=st.none() | some_states, day=DAYS)
def test_both_stores_answer_alike(
    world_sqlite: Ledger, world_postgresql: Ledger, attacked: str, by: str | None, day: date
) -> None:
    answers = [answered(looking(ledger.store, day), ledger, attacked, by, day) for ledger in (world_sqlite, world_postgresql)]
    told = [answer and [replace(one, proof=None) for one in answer.grounds] for answer in answers]  # type: ignore[arg-type]
    assert told[0] == told[1]


@pytest.mark.parametrize("days", [0, 1, 400])
def test_a_pact_is_asked_about_by_its_own_days(world: Ledger, days: int) -> None:
    wanted = Wanted(entity="agreement:warsaw-pact-1955", roles=("standing",))
    (pact,) = world.store.records(Query(kinds=("agreement",), entities=(wanted,)))
    assert pact.draft.valid.last is not None
    last = pact.draft.valid.last.latest
    for day, stands in ((last - timedelta(days), True), (last + timedelta(days + 1), False)):
        answer = answered(looking(world.store, day), world, "POL", "USA", day)
        assert answer is not None
        assert any(one.agreement == "agreement:warsaw-pact-1955" for one in answer.grounds) is stands
