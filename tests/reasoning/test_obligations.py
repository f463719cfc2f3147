"""Who owes what when a state is attacked: each rule, on treaties that never were (own_pacts.yaml)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from reasoning.conftest import NewLedger

from casus.errors import QuestionError
from casus.ledger.ledger import Ledger
from casus.reasoning.answer import Duties, Ground
from casus.reasoning.look import looking
from casus.reasoning.obligations import duties
from casus.reasoning.promises import promises
from casus.world.own_facts import read_facts

OWN = Path(__file__).parent / "own_pacts.yaml"


@pytest.fixture
def ledger(new_ledger: NewLedger) -> Iterator[Ledger]:
    """A ledger of the made-up treaties alone beside the reference facts."""
    with Ledger.open(new_ledger()) as opened:
        facts, faults = read_facts(OWN)
        assert not faults
        opened.add_facts(facts, "casus-own")
        yield opened


def asked(ledger: Ledger, attacked: str, day: str, by: str | None = None, at: str | None = None) -> Duties:
    when = date.fromisoformat(day)
    return duties(looking(ledger.store, when), ledger.names.name, attacked, by=by, at=at, day=when)


def by_pact(answer: Duties, agreement: str) -> list[tuple[str, str, str | None]]:
    """State, status and article of the grounds of one agreement."""
    return [(one.state[-3:], one.status, one.article) for one in answer.grounds if one.agreement == f"agreement:{agreement}"]


def only(answer: Duties, agreement: str, state: str, article: str, status: str | None = None) -> Ground:
    (found,) = [
        one
        for one in answer.grounds
        if one.agreement.endswith(f":{agreement}")
        and one.state == f"state:{state}"
        and one.article == article
        and status in (None, one.status)
    ]
    return found


def test_parties_owe_from_their_entry_to_their_exit(ledger: Ledger) -> None:
    assert by_pact(asked(ledger, "CHE", "2004-05-01"), "pact-of-the-lakes") == [
        ("AUT", "owed", "1"), ("AUT", "consult", "3"), ("AUT", "may-not", "2"),
    ]  # fmt: skip
    day = asked(ledger, "CHE", "2014-12-31")
    assert {state for state, status, _ in by_pact(day, "pact-of-the-lakes") if status == "owed"} == {"AUT", "MNG", "NPL"}
    day = asked(ledger, "CHE", "2015-01-01")
    assert {state for state, status, _ in by_pact(day, "pact-of-the-lakes") if status == "owed"} == {"AUT", "NPL"}


def test_what_is_signed_only_is_owed_once_it_is_in_force_and_a_later_party_is_none_yet(ledger: Ledger) -> None:
    found = by_pact(asked(ledger, "CHE", "2001-06-01"), "pact-of-the-lakes")
    assert found == [("AUT", "owed-if", "1"), ("AUT", "consult", "3"), ("AUT", "may-not", "2")]
    condition = only(asked(ledger, "CHE", "2001-06-01"), "pact-of-the-lakes", "AUT", "1").condition
    assert condition == "it comes into force (signed on 2001-03-01, in force from 2002-06-01)"
    assert by_pact(asked(ledger, "CHE", "2001-02-28"), "pact-of-the-lakes") == []


def test_a_day_within_a_loose_date_leaves_the_duty_open(ledger: Ledger) -> None:
    assert by_pact(asked(ledger, "NPL", "2009-12-31"), "pact-of-the-lakes") == []
    loose = only(asked(ledger, "CHE", "2010-06-01"), "pact-of-the-lakes", "NPL", "1")
    assert (loose.status, loose.condition and "in force on that day" in loose.condition) == ("owed-if", True)
    assert only(asked(ledger, "CHE", "2011-01-01"), "pact-of-the-lakes", "NPL", "1").status == "owed"


def test_an_attacker_who_is_a_party_makes_the_duty_arguable_and_owes_nothing_itself(ledger: Ledger) -> None:
    answer = asked(ledger, "CHE", "2012-01-01", by="MNG")
    duty = only(answer, "pact-of-the-lakes", "AUT", "1")
    assert (duty.status, duty.law) == ("owed-if", "arguable")
    assert "a party itself" in (duty.condition or "")
    assert [one for one in by_pact(answer, "pact-of-the-lakes") if one[0] == "MNG"] == [("MNG", "may-not", "2")]


def test_only_the_named_attackers_and_their_allies_count(ledger: Ledger) -> None:
    named = only(asked(ledger, "BTN", "2012-01-01", by="MNG"), "pact-with-conditions", "CHE", "1")
    assert named.conditions == ("Bhutan asks for help",)
    assert "The Security Council is told" in named.formal
    ally = only(asked(ledger, "BTN", "2012-01-01", by="JPN"), "pact-with-conditions", "CHE", "1")
    assert "Japan acts as an ally of Mongolia" in ally.conditions
    anybody = only(asked(ledger, "BTN", "2012-01-01"), "pact-with-conditions", "CHE", "1")
    assert "the attacker is Mongolia or an ally of theirs" in anybody.conditions


def test_neutrality_is_promised_against_some_attackers_alone(ledger: Ledger) -> None:
    assert only(asked(ledger, "BTN", "2012-01-01", by="NPL"), "pact-with-conditions", "CHE", "2").status == "may-not"
    other = asked(ledger, "BTN", "2012-01-01", by="MNG")
    assert ("CHE", "may-not", "2") not in by_pact(other, "pact-with-conditions")
    refused = [one.why for one in other.not_due if one.agreement == "agreement:pact-with-conditions"]
    assert refused == ["the text counts an attack by Nepal only"]


def test_a_suspended_pact_gives_no_duty_and_says_why(ledger: Ledger) -> None:
    answer = asked(ledger, "BTN", "2020-06-01", by="MNG")
    assert by_pact(answer, "pact-with-conditions") == []
    assert "suspended between them since 2020-01-01" in next(one.why for one in answer.not_due if one.article == "1")
    assert by_pact(asked(ledger, "BTN", "2021-01-01", by="MNG"), "pact-with-conditions")


def test_a_pact_with_the_attacker_bars_help_and_both_lines_say_so(ledger: Ledger) -> None:
    answer = asked(ledger, "CHE", "2012-01-01", by="NPL")
    duty = only(answer, "pact-of-the-lakes", "AUT", "1")
    assert "its own pact with Nepal stands against it: Pact with the Attacker, art. 1" in duty.conflicts
    assert "it has promised to defend Nepal too: Pact with the Attacker, art. 2" in duty.conflicts
    barred = only(answer, "pact-with-the-attacker", "AUT", "1", "barred")
    assert barred.conflicts == ("it has promised help: Pact of the Lakes, art. 1",)
    assert barred.facts == 0.5, "as sure as the least sure of its premises"


def test_a_pact_that_lapses_with_an_attack_bars_nothing(ledger: Ledger) -> None:
    answer = asked(ledger, "CHE", "2012-01-01", by="NPL")
    assert ("AUT", "barred", "2") not in by_pact(answer, "pact-of-the-lakes")
    assert any(one.article == "2" and "falls once Nepal attacks" in one.why for one in answer.not_due)


def test_a_pact_about_others_does_not_bar_help(ledger: Ledger) -> None:
    answer = asked(ledger, "JPN", "2012-01-01", by="BTN")
    assert by_pact(answer, "pact-with-conditions") == [], "it is about attacks by Nepal, and Japan is attacked here"
    assert by_pact(asked(ledger, "NPL", "2012-01-01", by="BTN"), "pact-with-conditions") == [("CHE", "barred", "2")]


def test_a_political_promise_is_owed_if_only(ledger: Ledger) -> None:
    (word,) = [one for one in asked(ledger, "BTN", "2012-01-01").grounds if one.agreement == "commitment:word-of-the-steppe"]
    assert (word.state, word.status) == ("state:MNG", "owed-if")
    assert "binds nobody in law" in (word.condition or "")


def test_without_an_attacker_it_is_said_who_could_not_help_against_whom(ledger: Ledger) -> None:
    depends = asked(ledger, "CHE", "2012-01-01").depends
    (one,) = [found for found in depends if found.agreement == "agreement:pact-with-the-attacker" and found.what != "defence"]
    assert (one.attackers, one.states) == (("state:AUT", "state:NPL"), ("state:AUT", "state:NPL"))


def test_a_place_outside_the_area_gives_no_duty(world: Ledger) -> None:
    inside = asked(world, "USA", "2001-09-11", at="Alaska")
    assert any(one.agreement == "agreement:north-atlantic-treaty" and one.status == "owed" for one in inside.grounds)
    outside = asked(world, "USA", "2001-09-11", at="Hawaii")
    assert not any(one.agreement == "agreement:north-atlantic-treaty" and one.status == "owed" for one in outside.grounds)
    assert any("Hawaii" in one.why for one in outside.not_due)


def test_nothing_found_says_what_was_searched(world: Ledger) -> None:
    answer = asked(world, "CHE", "2001-01-01")
    assert not [one for one in answer.grounds if one.status in ("owed", "owed-if")]
    assert answer.searched.kinds
    assert answer.searched.not_covered


@pytest.mark.parametrize(
    ("attacked", "by", "day", "told"),
    [
        ("YUG", None, "2010-01-01", "did not exist on 2010-01-01"),
        ("SSD", None, "1990-01-01", "began on 2011"),
        ("POL", "YUG", "2010-01-01", "did not exist"),
        ("XQZ", None, "2000-01-01", "no state 'XQZ'"),
        ("POL", "POL", "2000-01-01", "by itself"),
    ],
)
def test_a_question_that_has_no_answer_is_refused(world: Ledger, attacked: str, by: str | None, day: str, told: str) -> None:
    with pytest.raises(QuestionError, match=told):
        asked(world, attacked, day, by=by)


def test_a_place_that_nobody_knows_is_refused(world: Ledger) -> None:
    with pytest.raises(QuestionError, match="no place or state of that name"):
        asked(world, "POL", "2000-01-01", at="Zembla-on-Sea")


def test_a_successor_is_taken_for_the_state_that_was_there(world: Ledger) -> None:
    answer = asked(world, "POL", "1985-06-01", by="RUS")
    assert answer.by == "state:SUN"
    assert answer.notes == ("on 1985-06-01 Russia is taken for Soviet Union, which it succeeded",)


def test_what_was_not_known_then_is_no_ground(ledger: Ledger) -> None:
    long_ago = datetime(2000, 1, 1, tzinfo=UTC)
    day = date(2012, 1, 1)
    answer = duties(looking(ledger.store, day, long_ago), ledger.names.name, "CHE", day=day, known_at=long_ago)
    assert not answer.grounds


def test_all_that_a_state_has_promised_with_its_end(ledger: Ledger) -> None:
    day = date(2012, 1, 1)
    answer = promises(looking(ledger.store, day), "MNG", day)
    own = {(one.agreement, one.article): one for one in answer.promises}
    lakes = own["agreement:pact-of-the-lakes", "1"]
    assert lakes.toward == ("state:CHE", "state:AUT", "state:NPL")
    assert (lakes.since, lakes.last) == (date(2005, 2, 3), date(2014, 12, 31))
    assert lakes.ends == ("art. 9: It is out a year after it says so",)
    word = own["commitment:word-of-the-steppe", None]
    assert (word.law, word.toward) == ("arguable", ("state:BTN",))
    assert ("agreement:pact-of-the-lakes", "9") not in own
