"""Killed, injured and crowds: numbers stand at the act that they are told of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.claims import told

from casus.reading.events.casualties import number_of

COUNTED = [
    ("Thai troops killed three Cambodian soldiers on Sunday.", 3, None),
    ("Thai troops wounded seven Cambodian soldiers on Sunday.", None, 7),
    ("Peruvian jets killed 12 Ecuadorian soldiers.", 12, None),
    ("At least 40 people were killed in an Armenian attack on an Azerbaijani village.", 40, None),
    ("Eritrea attacked Ethiopia at dawn.", None, None),
    ("In 1969 El Salvador attacked Honduras with 40 tanks.", None, None),
]


@pytest.mark.parametrize(("text", "killed", "injured"), COUNTED)
def test_an_attack_carries_its_casualties(text: str, killed: int | None, injured: int | None) -> None:
    (event,) = [event for event in told(text).events if event.type == "ASSAULT"]
    assert (event.killed, event.injured) == (killed, injured)


def test_casualties_told_later_belong_to_the_same_attack() -> None:
    report = told("Iraq bombed Iran on Sunday. Tehran said little. Iraq's attack on Iran killed 30 people.")
    (event,) = [event for event in report.events if report.line(event) == "ASSAULT IRQ > IRN"]
    assert event.killed == 30
    assert len(event.spans) == 2


def test_a_crowd_is_counted() -> None:
    report = told("About 20,000 Georgians demonstrated against Russia in Tbilisi.")
    assert [event.crowd for event in report.events] == [20_000]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("three", 3),
        ("twenty-one", 21),
        ("at least 40", 40),
        ("1,200", 1200),
        ("some two hundred", 200),
        ("two thousand five hundred", 2500),
        ("3 million", 3_000_000),
        ("several", None),
        ("the dead", None),
        ("hundreds", None),
    ],
)
def test_number_words_are_read(words: str, number: int | None) -> None:
    assert number_of(words.split()) == number


@given(st.integers(0, 999_999_999))
def test_every_number_in_digits_is_read_with_and_without_commas(number: int) -> None:
    assert number_of([str(number)]) == number
    assert number_of(["nearly", f"{number:,}", "people"]) == number
