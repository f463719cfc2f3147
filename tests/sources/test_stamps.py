"""Dates as headers and metadata write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.sources.report import Stamp
from casus.sources.stamps import date_of, dates_in, day_of_year, in_latest_year, month_number

FORMS = [
    "%Y-%m-%d", "%Y-%m-%dT%H:%M:%SZ", "%Y/%m/%d", "%d.%m.%Y", "%B %d, %Y", "%d %B %Y", "%b %d %Y", "%d-%b-%Y", "%A, %B %d, %Y",
    "%a, %d %b %Y 10:33:00 +0000",
]  # fmt: skip


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMS))
def test_every_form_gives_the_day_back(day: date, form: str) -> None:
    text = f"Published: {day.strftime(form)} in Ostra"
    (found,) = dates_in(text)
    assert found.value == day
    assert str(day.year) in text[slice(*found.span)]
    assert date_of(day.strftime(form)) == day


@pytest.mark.parametrize(
    "text",
    [
        "June 2024",
        "on Wednesday",
        "19 June",
        "2024",
        "03/04/2021",
        "2023-02-30",
        "June 31, 2024",
        "1234-5-6789",
        "10.0.0.2024",
        "",
    ],
)
def test_what_is_no_whole_date(text: str) -> None:
    assert list(dates_in(text)) == []


def test_numbers_alone_say_the_order_only_where_no_other_fits() -> None:
    assert [found.value for found in dates_in("19/06/2024, 06/19/2024, 05/05/2024")] == [
        date(2024, 6, 19),
        date(2024, 6, 19),
        date(2024, 5, 5),
    ]


def test_compact_dates_count_in_metadata_only() -> None:
    assert date_of("20240619T103300Z") == date(2024, 6, 19)
    assert list(dates_in("20240619")) == []
    assert date_of("120240619555") is None


def test_day_without_a_year() -> None:
    assert day_of_year("OSTRA, Dec. 30 (ENA)") == (12, 30)
    assert day_of_year("19 June") == (6, 19)
    assert day_of_year("Feb. 31") is None
    assert day_of_year("in June") is None
    assert month_number("Sept") == 9


def test_year_of_a_day_is_the_latest_that_the_earliest_stamp_allows() -> None:
    given_day = Stamp("given", date(2025, 1, 2))
    later = Stamp("metadata", date(2025, 6, 1))
    assert in_latest_year(12, 30, (later, given_day)) == (date(2024, 12, 30), given_day)
    assert in_latest_year(1, 3, (given_day,)) == (date(2025, 1, 3), given_day)
    assert in_latest_year(6, 19, ()) is None


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.integers(1, 12), st.integers(1, 28))
def test_year_of_a_day_is_never_more_than_a_year_before_the_stamp(stamp: date, month: int, day: int) -> None:
    found = in_latest_year(month, day, (Stamp("given", stamp),))
    assert found is not None
    assert stamp - timedelta(days=366) < found[0] <= stamp + timedelta(days=2)
