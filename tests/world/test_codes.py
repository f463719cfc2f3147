"""Country codes of the field's data sets mean different states in turn."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.world.codes import codes_of, in_turn, meant, name_of, spells
from casus.world.entities import entity
from casus.world.index import load
from casus.world.lookup import look_up
from casus.world.time import Validity, interval


@pytest.mark.parametrize(
    ("number", "day", "whom"),
    [
        (365, "1914-08-01", "state:RUS"),
        (365, "1962-10-27", "state:SUN"),
        (365, "2024-06-19", "state:RUS"),
        (345, "1914-07-28", "state:SRB"),
        (345, "1943-01-01", "state:YUG"),
        (345, "2005-01-01", "state:SCG"),
        (345, "2010-01-01", "state:SRB"),
        (255, "1871-01-01", "state:DEU"),
        (260, "1962-01-01", "state:DEU"),
        (265, "1962-01-01", "state:DDR"),
        (816, "1968-01-30", "state:VDR"),
        (816, "1979-02-17", "state:VNM"),
        (817, "1968-01-30", "state:VNM"),
        (315, "1968-08-21", "state:CSK"),
        (678, "1967-01-01", "state:YEM"),
        (680, "1987-01-01", "state:YMD"),
        (300, "1914-06-28", "cow:300"),
        (8152, "1914-06-28", "cow:8152"),
    ],
)
def test_a_code_means_who_had_it_on_the_day(number: int, day: str, whom: str) -> None:
    assert meant("cow", number, date.fromisoformat(day)) == whom


def test_a_state_has_its_codes_with_their_days() -> None:
    assert [(code.system, code.number, code.first, code.last) for code in codes_of("state:SUN")] == [
        ("cow", 365, "1922-12-30", "1991-12-25"),
        ("gw", 365, "1922-12-30", "1991-12-25"),
    ]
    assert [code.number for code in codes_of("state:POL") if code.system == "cow"] == [290, 290]
    assert spells("cow", 1) == ()


def test_a_state_that_only_a_code_list_has_is_an_entity_with_a_name() -> None:
    assert entity("cow:300").name == name_of("cow:300") == "Austria-Hungary"
    assert entity("gw:99").kind == "state"
    assert name_of("state:AUT") is None
    assert look_up("Austria-Hungary") == look_up("cow:300") == "cow:300", "and no treaty with the name in its title"


def test_every_code_of_the_lists_means_an_entity() -> None:
    for _, _, whom, first, last in load("codes")["codes"]:
        assert entity(whom).kind == "state"
        assert last is None or first <= last


def test_a_spell_is_cut_where_the_code_passes_on() -> None:
    """The treaty of 1961 between the Soviet Union and North Korea bound Russia to its end."""
    assert list(in_turn("cow", 365, Validity("1961-07-06", "1996-09-10"))) == [
        ("state:SUN", Validity("1961-07-06", "1991-12-25")),
        ("state:RUS", Validity("1991-12-26", "1996-09-10")),
    ]
    assert list(in_turn("cow", 365, Validity("1991", "1996"))) == [
        ("state:SUN", Validity("1991", "1991-12-25")),
        ("state:RUS", Validity("1991-12-26", "1996")),
    ]
    assert list(in_turn("cow", 365, Validity("1992", None))) == [("state:RUS", Validity("1992", None))]
    assert [whom for whom, _ in in_turn("cow", 365, Validity())] == ["state:RUS", "state:SUN", "state:RUS"]
    assert list(in_turn("cow", 8152, Validity("1914", "1918"))) == [("cow:8152", Validity("1914", "1918"))]


@given(st.dates(date(1816, 1, 1), date(2016, 12, 31)), st.dates(date(1816, 1, 1), date(2016, 12, 31)), st.dates(date(1816, 1, 1)))
def test_cut_spells_hold_on_the_days_of_the_whole_and_on_each_one_of_them_alone(a: date, b: date, on: date) -> None:
    whole = Validity(min(a, b).isoformat(), max(a, b).isoformat())
    parts = list(in_turn("cow", 345, whole))
    assert (parts[0][1].first, parts[-1][1].last) == (whole.first, whole.last)
    holding = [whom for whom, part in parts if part.contains(on)]
    assert holding == ([meant("cow", 345, on)] if whole.contains(on) else [])
    assert all(interval(part.first or "")[0] <= interval(part.last or "")[1] for _, part in parts)
