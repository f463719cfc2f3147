"""The gate of what a regime forbids: answers worked out by hand from the resolutions (tests/reasoning/gate/README.md)."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from casus.ledger.ledger import Ledger
from casus.reasoning.forbids import forbids
from casus.reasoning.measures import measures_against
from casus.reasoning.prohibition import Forbids, Prohibition

_FILE = Path(__file__).parent / "gate" / "forbids.yaml"
QUESTIONS: list[dict[str, Any]] = yaml.safe_load(_FILE.read_text("utf-8"))


@pytest.mark.parametrize("question", QUESTIONS, ids=[question["id"] for question in QUESTIONS])
def test_what_is_forbidden_is_as_it_was_worked_out(world: Ledger, question: dict[str, Any]) -> None:
    answer = answered(world, question["ask"])
    assert answer.verdict == question["verdict"], told(answer)
    for wanted in question.get("measures", ()):
        assert any(fits(one, wanted) for one in answer.prohibitions), f"{wanted} is not among {told(answer)}"
    named = {str(one.measure.regime).removeprefix("regime:") for one in answer.prohibitions}
    assert named.isdisjoint(question.get("not_measures", ())), told(answer)


def answered(kept: Ledger, ask: dict[str, str]) -> Forbids:
    day = date.fromisoformat(ask["as_of"])
    measures = measures_against(kept.store, [f"state:{ask['target']}"], day)
    return forbids(measures, target=ask["target"], what=ask["what"], supplier=ask.get("from"), day=day, name=kept.names.name)


def fits(one: Prohibition, wanted: dict[str, str]) -> bool:
    """Whether a line is the one that is wanted: its regime, a number of its resolution, and the day on which it ended."""
    numbers = re.findall(r"\d+", f"{one.measure.resolution} {one.measure.restored_by}")
    resolution = wanted.get("resolution", "")
    right = resolution in numbers or resolution in (one.measure.resolution or "")
    last = one.measure.valid.last
    until = str(last.latest + timedelta(1)) if last else None
    return one.measure.regime == f"regime:{wanted['regime']}" and right and wanted.get("until") in (None, until)


def told(answer: Forbids) -> str:
    """An answer in a few words, for a test that fails."""
    lines = [f"{one.measure.id} {one.verdict}" for one in answer.prohibitions]
    return f"{answer.verdict}: {lines}; beside: {[one.measure.id for one in (*answer.not_binding, *answer.lapsed)]}"
