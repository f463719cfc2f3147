"""The gate: reports that nobody looks at while rules are written. Only figures come out of it, whatever fails."""

from pathlib import Path

import pytest

from benchmarks.claims import FLOOR_F1, MOST_FALSE_ACTUAL, Score, read, score, table
from benchmarks.claims_gold import load_gold
from benchmarks.claims_match import Comparison

GATE = Path(__file__).parent / "gate"


@pytest.fixture(scope="module")
def gate() -> Score:
    return score(Comparison(gold, read(gold)) for gold in load_gold(GATE))


def test_claims_of_unseen_reports_are_right(gate: Score) -> None:
    if gate.all.f1 < FLOOR_F1:
        pytest.fail(f"F1 {gate.all.f1:.3f} over all kinds is under {FLOOR_F1}\n{table(gate)}", pytrace=False)


def test_nothing_denied_conditional_possible_threatened_or_supposed_is_given_as_actual(gate: Score) -> None:
    if gate.false_actual.total() > MOST_FALSE_ACTUAL:
        pytest.fail(f"{gate.false_actual.total()} claims are falsely actual\n{table(gate)}", pytrace=False)
