"""What would have to happen first: the condition is a supposed event, and what follows from it points to it."""

import pytest
from reading.claims import Told, told

from casus.reading.model import Event

DEPENDING = [
    ("If Chile attacks Peru, Bolivia will mobilise its army.", "ASSAULT CHL > PER (supposed)", "MOBILIZE BOL (conditional)"),
    ("Bolivia will attack Chile if Chile attacks Peru.", "ASSAULT CHL > PER (supposed)", "ASSAULT BOL > CHL (conditional)"),
    ("Should Israel strike Iran, Tehran would attack Iraq.", "ASSAULT ISR > IRN (supposed)", "ASSAULT IRN > IRQ (conditional)"),
    ("Had Iran attacked Oman, Iraq would have bombed Iran.", "ASSAULT IRN > OMN (supposed)", "ASSAULT IRQ > IRN (conditional)"),
    ("Turkey would bomb Greece if Greece extended its waters.", "OTHER GRC (supposed)", "ASSAULT TUR > GRC (conditional)"),
    ("If Peru arrests Chilean envoys, Chile will raid Peru.", "COERCE PER > CHL (supposed)", "ASSAULT CHL > PER (conditional)"),
    ("Kenya would invade Somalia if it were attacked.", "ASSAULT  > KEN (supposed)", "ASSAULT KEN > SOM (conditional)"),
]  # fmt: skip


def linked(report: Told) -> list[tuple[str, str]]:
    """The lines of each condition and of the event that depends on it."""
    return [(report.line(report.claim(event.condition)), report.line(event)) for event in report.events if event.condition]


@pytest.mark.parametrize(("text", "condition", "outcome"), DEPENDING)
def test_what_follows_points_to_its_condition(text: str, condition: str, outcome: str) -> None:
    assert (condition, outcome) in linked(told(text))


def test_should_that_happen_takes_up_what_was_told_before() -> None:
    report = told(
        "Iraqi forces could attack Kuwait, the American president said. Should that happen, the United States would bomb Iraq."
    )
    (outcome,) = [event for event in report.events if event.condition]
    assert report.line(outcome) == "ASSAULT USA > IRQ (conditional)"
    condition = report.claim(outcome.condition)
    assert isinstance(condition, Event)
    assert report.line(condition) == "ASSAULT IRQ > KWT (supposed)"
    assert "Should that happen" in report.words(condition)


def test_a_conditional_threat_keeps_its_condition_and_its_speaker() -> None:
    report = told("Iran warned that it would strike Iraq if its ships were attacked.")
    strike = next(event for event in report.events if event.condition)
    assert report.line(strike) == "ASSAULT IRN > IRQ (conditional)"
    assert report.speaker(strike) == "IRN"
    assert report.speaker(report.claim(strike.condition)) == "IRN"
    assert report.claim(strike.condition).modality == "supposed"


def test_a_conditional_delivery_has_its_condition() -> None:
    report = told("If Egypt attacks Ethiopia, Turkey will supply missiles to Ethiopia.")
    (transfer,) = report.transfers
    assert report.line(transfer) == "missiles: TUR > ETH (conditional)"
    assert report.line(report.claim(transfer.condition)) == "ASSAULT EGY > ETH (supposed)"


def test_what_did_happen_depends_on_nothing() -> None:
    report = told("When Chile attacked Peru, Bolivia mobilised its army.")
    assert all(event.condition is None and event.modality == "actual" for event in report.events)
    assert report.events


def test_whether_is_no_condition() -> None:
    report = told("The Peruvian minister asked whether Chile had attacked Bolivia.")
    assert all(event.modality != "supposed" for event in report.events)
    assert all(event.condition is None for event in report.events)
