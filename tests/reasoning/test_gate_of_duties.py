"""The gate: questions whose answers were worked out by hand from the treaties (tests/reasoning/gate)."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from casus.errors import CasusError
from casus.ledger.ledger import Ledger
from casus.reasoning.answer import Duties, Ground
from casus.reasoning.look import looking
from casus.reasoning.obligations import duties

GATE = Path(__file__).parent / "gate"
QUESTIONS: list[dict[str, Any]] = [
    question for path in sorted(GATE.glob("[0-9]*.yaml")) for question in yaml.safe_load(path.read_text(encoding="utf-8"))
]
DUE = ("owed", "owed-if")
CODED = {"AUH": "cow:300"}
"""States that are known by another code than that of the questions."""


def test_the_gate_has_eighty_questions_of_ten_times() -> None:
    assert len(QUESTIONS) >= 80
    assert len({question["id"] for question in QUESTIONS}) == len(QUESTIONS)
    assert len(list(GATE.glob("[0-9]*.yaml"))) >= 10


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["id"])
def test_the_answer_is_what_the_treaties_say(question: dict[str, Any], world: Ledger) -> None:
    if "error" in question:
        with pytest.raises(CasusError, match=f"(?i){question['error']}"):
            asked(world, question["ask"])
        return
    answer = asked(world, question["ask"])
    wrong = [*missing(answer, question), *forbidden(answer, question), *unlisted(answer, question)]
    assert not wrong, "\n".join([question["tests"], *wrong])


def asked(ledger: Ledger, ask: dict[str, Any]) -> Duties:
    """The answer to a question of the gate."""
    day = date.fromisoformat(str(ask["as_of"]))
    by = entity(ask["by"]) if "by" in ask else None
    return duties(looking(ledger.store, day), ledger.names.name, entity(ask["attacked"]), by=by, at=ask.get("at"), day=day)


def missing(answer: Duties, question: dict[str, Any]) -> list[str]:
    """The lines that the answer should have and has not."""
    return [
        f"{state} should have {wanted}; has {[told(one) for one in answer.grounds if one.state == f'state:{state}']}"
        for wanted in question.get("grounds", ())
        for state in wanted["states"]
        if not any(fits(one, state, wanted) for one in answer.grounds)
    ]


def forbidden(answer: Duties, question: dict[str, Any]) -> list[str]:
    """States that owe something and should not."""
    return [
        f"{state} should owe nothing; {told(one)}"
        for state in question.get("none", ())
        for one in answer.grounds
        if one.state == entity(state) and one.status in DUE
    ]


def unlisted(answer: Duties, question: dict[str, Any]) -> list[str]:
    """Lines of duty that the question does not list, where it lists all."""
    if not question.get("whole"):
        return []
    listed = {(entity(state), wanted["agreement"]) for wanted in question.get("grounds", ()) for state in wanted["states"]}
    return [f"not listed: {told(one)}" for one in answer.grounds if one.status in DUE and (one.state, short(one)) not in listed]


def fits(one: Ground, state: str, wanted: dict[str, Any]) -> bool:
    """Whether a ground is the one that a line of the gate asks for."""
    return (
        one.state == entity(state)
        and one.status == wanted["status"]
        and short(one) == wanted["agreement"]
        and all(str(getattr(one, key)) == str(wanted[key]) for key in ("article", "discretion", "law") if key in wanted)
        and wanted.get("condition", "").casefold() in (one.condition or "").casefold()
    )


def entity(code: str) -> str:
    """The id of a state."""
    return CODED.get(code, f"state:{code}")


def short(one: Ground) -> str:
    """The id of the agreement or commitment without its class."""
    return one.agreement.partition(":")[2]


def told(one: Ground) -> str:
    """A ground on one line."""
    return f"{one.state} {one.status} {short(one)} {one.article} {one.discretion} law {one.law}, if {one.condition}"
