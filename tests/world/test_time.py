"""Dates keep their precision; intervals are closed and say when they can't tell."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.errors import WorldError
from casus.world.time import Validity, interval, last_day_before, overlap

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def written(day: date, precision: int) -> str:
    """A day as a source with this precision writes it: 4 the year, 7 the month, 10 the day."""
    return day.isoformat()[:precision]


PRECISIONS = st.sampled_from([4, 7, 10])


def test_a_date_means_all_the_days_that_its_precision_leaves_open() -> None:
    assert interval("1994") == (date(1994, 1, 1), date(1994, 12, 31))
    assert interval("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert interval("1994-07-08") == (date(1994, 7, 8), date(1994, 7, 8))


@pytest.mark.parametrize("text", ["", "94", "1994-7", "1994-13", "1994-02-30", "1994/07/08", "1994-07-08-09", "soon"])
def test_what_is_no_date_is_refused_with_the_allowed_forms(text: str) -> None:
    with pytest.raises(WorldError, match="allowed: YYYY, YYYY-MM"):
        interval(text)


@given(DAYS, PRECISIONS)
def test_an_interval_holds_its_day_and_starts_and_ends_with_its_text(day: date, precision: int) -> None:
    first, last = interval(written(day, precision))
    assert first <= day <= last
    assert written(first, precision) == written(last, precision) == written(day, precision)
    assert written(first - timedelta(1), precision) != written(day, precision) != written(last + timedelta(1), precision)


@given(DAYS, DAYS, DAYS, PRECISIONS, PRECISIONS)
def test_validity_is_sure_exactly_where_every_reading_of_its_ends_agrees(
    a: date, b: date, on: date, left: int, right: int
) -> None:
    first, last = min(a, b), max(a, b)
    validity = Validity(written(first, left), written(last, right))
    earliest, latest_start = interval(written(first, left))
    earliest_end, latest = interval(written(last, right))
    readings = {start <= on <= end for start in (earliest, latest_start) for end in (earliest_end, latest)}
    answer = validity.contains(on)
    assert (answer is not None and answer in readings) or (answer is None and True in readings)
    assert (answer is False) == (not earliest <= on <= latest)


@given(DAYS)
def test_open_ends_hold_every_day_and_no_day_is_no_answer(on: date) -> None:
    assert Validity(None, None).contains(on) is True
    assert Validity(None, None).contains(None) is None


def test_both_ends_are_inside() -> None:
    spell = Validity("2014-10-01", "2024-10-01")
    assert [spell.contains(date(2014, 9, 30)), spell.contains(date(2014, 10, 1)), spell.contains(date(2024, 10, 1))] == [
        False,
        True,
        True,
    ]
    assert spell.contains(date(2024, 10, 2)) is False


@given(DAYS)
def test_the_day_before_closes_an_open_end(day: date) -> None:
    assert interval(last_day_before(day.isoformat()) or "")[1] == day - timedelta(1)
    assert last_day_before("1998") == "1998"
    assert last_day_before(None) is None


SPELLS = st.builds(
    lambda a, b, left, right: Validity(written(min(a, b), left), written(max(a, b), right)), DAYS, DAYS, PRECISIONS, PRECISIONS
)


@given(SPELLS, SPELLS, DAYS)
def test_spells_that_surely_share_a_day_overlap_and_spells_that_cannot_do_not(one: Validity, other: Validity, on: date) -> None:
    assert overlap(one, other) == overlap(other, one)
    if one.contains(on) and other.contains(on):
        assert overlap(one, other)
    if interval(one.last or "")[1] < interval(other.first or "")[0]:
        assert not overlap(one, other)


def test_imprecise_ends_may_touch_and_the_same_spell_twice_overlaps() -> None:
    assert not overlap(Validity("1994", "1996"), Validity("1996", None))
    assert overlap(Validity("1994", "1996-07"), Validity("1996-06-30", None))
    assert overlap(Validity("1996", "1996"), Validity("1996", "1996"))
    assert overlap(Validity(None, None), Validity("1996", None))
