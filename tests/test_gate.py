"""The gate: reports that nobody looks at while rules are written. Only figures come out of it, whatever fails."""

import traceback
from pathlib import Path

import pytest

from benchmarks.claims import FLOOR_F1, MOST_FALSE_ACTUAL, Score, read, score, table
from benchmarks.claims_gold import GoldError, load_gold
from benchmarks.claims_match import Comparison
from casus.errors import EncoderError

GATE = Path(__file__).parent / "gate"


@pytest.fixture(scope="module")
def gate() -> Score:
    """The figures. A failure on the way says where in the code it was, never on which words."""
    try:
        return score(Comparison(gold, read(gold)) for gold in load_gold(GATE))
    except GoldError:
        pytest.fail("a gold of the gate doesn't fit its report or the format", pytrace=False)
    except EncoderError as error:
        pytest.fail(str(error), pytrace=False)
    except Exception as error:  # what it says may quote the report
        place = traceback.extract_tb(error.__traceback__)[-1]
        pytest.fail(f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}", pytrace=False)


def test_claims_of_unseen_reports_are_right(gate: Score) -> None:
    if gate.all.f1 < FLOOR_F1:
        pytest.fail(f"F1 {gate.all.f1:.3f} over all kinds is under {FLOOR_F1}\n{table(gate)}", pytrace=False)


def test_next_to_nothing_denied_conditional_possible_threatened_or_supposed_is_given_as_actual(gate: Score) -> None:
    if gate.false_actual.total() > MOST_FALSE_ACTUAL:
        pytest.fail(f"{gate.false_actual.total()} claims are falsely actual\n{table(gate)}", pytrace=False)


def test_the_gate_is_wide_enough_to_decide(gate: Score) -> None:
    assert gate.all.wanted >= 150
    assert gate.not_actual >= 30
