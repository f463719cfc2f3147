"""Periods of the calendar: values that read back as themselves, and counting that respects months and leap years."""

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.reading.times.calendar import (
    Period,
    add,
    add_months,
    containing,
    interval,
    month_length,
    nth_weekday,
    period,
    shift,
    weekday_after,
    weekday_before,
)
from casus.reading.times.expression import Unit

DAYS = st.dates(date(101, 1, 1), date(9800, 12, 31))
UNITS = st.sampled_from(get_args(Unit))


@given(UNITS, DAYS)
def test_a_value_reads_back_as_the_period_that_wrote_it(unit: Unit, day: date) -> None:
    found = containing(unit, day)
    assert period(found.value) == found
    assert interval(found.value) == (found.first, found.last)


@given(UNITS, DAYS)
def test_a_period_holds_its_day_and_ends_right_before_the_next(unit: Unit, day: date) -> None:
    found = containing(unit, day)
    assert found.first <= found.last
    if unit != "weekend":
        assert found.first <= day <= found.last
        assert shift(found, 1).first == found.last + timedelta(1)


@given(UNITS, st.dates(date(1200, 1, 1), date(8800, 12, 31)), st.integers(-10, 10))
def test_shifting_there_and_back_comes_home(unit: Unit, day: date, count: int) -> None:
    found = containing(unit, day)
    assert shift(shift(found, count), -count) == found


@given(st.dates(), st.integers(-200_000, 200_000))
def test_adding_months_lands_in_the_month_that_far_away(day: date, count: int) -> None:
    moved = add_months(day, count)
    if moved not in (date.min, date.max):
        assert (moved.year - day.year) * 12 + moved.month - day.month == count
        assert moved.day == min(day.day, month_length(moved.year, moved.month))


@given(st.dates(), st.integers(-(10**12), 10**12), st.sampled_from([*get_args(Unit), "fortnight", "hour"]))
def test_counting_beyond_the_calendar_stops_at_its_ends(day: date, count: int, unit: str) -> None:
    assert date.min <= add(day, count, unit) <= date.max


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.integers(0, 6))
def test_weekdays_are_found_within_a_week(day: date, weekday: int) -> None:
    assert weekday_before(day, weekday).weekday() == weekday == weekday_after(day, weekday).weekday()
    assert 0 <= (day - weekday_before(day, weekday)).days <= 6
    assert 1 <= (weekday_after(day, weekday, strictly=True) - day).days <= 7


@pytest.mark.parametrize(("year", "days"), [(1900, 28), (2000, 29), (2023, 28), (2024, 29), (2100, 28)])
def test_leap_years(year: int, days: int) -> None:
    assert month_length(year, 2) == days
    assert Period("month", date(year, 2, 1)).last == date(year, 2, days)


def test_a_year_after_the_29th_of_february_is_the_28th() -> None:
    assert add_months(date(2024, 2, 29), 12) == date(2025, 2, 28)


def test_winter_bears_the_year_of_its_december() -> None:
    winter = period("2024-WI")
    assert winter is not None
    assert (winter.first, winter.last) == (date(2024, 12, 1), date(2025, 2, 28))
    assert containing("season", date(2025, 1, 15)).value == "2024-WI"


def test_weeks_follow_the_iso_calendar() -> None:
    assert containing("week", date(2021, 1, 3)).value == "2020-W53"
    assert interval("2024-W25-WE") == (date(2024, 6, 22), date(2024, 6, 23))


def test_thanksgiving_and_memorial_day() -> None:
    assert nth_weekday(2024, 11, 3, 4) == date(2024, 11, 28)
    assert nth_weekday(2024, 5, 0, -1) == date(2024, 5, 27)


@pytest.mark.parametrize(
    "value", ["", "P3Y", "PAST_REF", "2023-02-29", "2024-13", "2023-W60", "2024/2023", "-0400", "R/P1D", "0000"]
)
def test_what_is_no_period_has_no_days(value: str) -> None:
    assert interval(value) is None


def test_a_range_runs_from_its_first_day_to_its_last() -> None:
    assert interval("199X/2003-Q1") == (date(1990, 1, 1), date(2003, 3, 31))
