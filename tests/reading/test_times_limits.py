"""What is no time, what stays without days, and what holds for any text on any day."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.dating import times_in, values

from casus.reading.times.calendar import interval
from casus.reading.times.lexicon import lexicon
from casus.reading.times.patterns import forms, grammar, openers, triggers
from casus.reading.times.readers import READERS


@pytest.mark.parametrize(
    "text",
    [
        "He may march on the capital, and the sun will fall on the second spring.",
        "Some 2,000 people and 1997 votes were counted in 2000 villages.",
        "Resolution 1929 and article 2020 were read.",
        "World War II and the Six-Day War were named.",
        "May Chidiac and August Zaleski met April Glaspie.",
        "The second man and the third quarter-final fell short.",
        "Ms. Mar and Mr. Jan Kavan spoke with Johnny Christmas.",
        "He won 50 per cent, 1500 metres and 10.45 points.",
        "It cost $1999 and €2010.",
        "A second round, in a second term, took a quarter of the votes and three quarters of the seats.",
        "The October Revolution came up when Theresa May spoke.",
        "Pages 12-14 and line 10.12 were struck out by 3:1.",
    ],
)
def test_words_and_numbers_that_only_look_like_times_are_none(text: str) -> None:
    assert times_in(text) == []


def test_the_same_words_are_times_where_they_are() -> None:
    assert values("In May the army will march; in March 2020 it fell.") == ["2025-05", "2020-03"]
    assert values("The 2012 elections and the 1961 treaty were lost.") == ["2012", "1961"]


def test_the_month_of_may_is_no_sign_of_the_future() -> None:
    assert values("On March 3 and on 5 May, shells fell.") == ["2024-03-03", "2024-05-05"]
    assert values("Until Friday, nobody leaves.") == ["2024-06-21"]


def test_years_in_a_row_are_all_found() -> None:
    assert values("It was 1990 or 1991, and again in 1994 and 1995.") == ["1990", "1991", "1994", "1995"]
    assert values("Resolution 1718 (2006) was adopted in 2006.") == ["2006", "2006"]


def test_a_date_in_figures_of_open_order_is_read_as_the_one_next_before_the_writing() -> None:
    assert values("Filed 05/06/2024.") == ["2024-06-05"]
    [(_, time)] = times_in("Filed 05/06/2024.", written=None)
    assert (time.value, time.first, time.last) == ("2024", date(2024, 1, 1), date(2024, 12, 31))


def test_without_a_written_date_relative_times_have_no_days() -> None:
    for _, time in times_in("They met on Wednesday, yesterday, last year and in June.", written=None):
        assert time.first is None
        assert time.last is None
        assert time.basis


def test_a_rough_written_date_gives_all_days_that_fit() -> None:
    [(_, month)] = times_in("They met this month.", date(2024, 6, 3), date(2024, 6, 28))
    assert month.value == "2024-06"
    [(_, day)] = times_in("They met yesterday.", date(2024, 6, 3), date(2024, 6, 5))
    assert (day.first, day.last) == (date(2024, 6, 2), date(2024, 6, 4))


def test_times_are_numbered_in_order_and_say_why() -> None:
    times = [time for _, time in times_in("They met on Monday and in 1997, and will meet in May.")]
    assert [time.id for time in times] == ["t1", "t2", "t3"]
    assert times == sorted(times, key=lambda time: time.span)
    assert all(time.basis for time in times)


FRAGMENTS = (
    "on in the last next this two three weeks days years ago later earlier after before June May 19 31 30 1999 2024 Monday "
    "Friday , . - – to from between and first quarter half of early mid late century 1990s spring 9 a.m. 12:30 will said "
    "every each noon Christmas 29 February 00 / 2024-13-45 99/99/9999 ' '24 BC AD second hundred"
)
WORDS = st.lists(st.sampled_from(FRAGMENTS.split(" ")), max_size=25).map(" ".join)


@given(WORDS | st.text(max_size=200), st.dates())
def test_any_text_on_any_day_gives_ordered_times_and_never_fails(text: str, written: date) -> None:
    seen = 0
    for words, time in times_in(text, written):
        assert words == words.strip() != ""
        assert time.span[0] >= seen
        seen = time.span[1]
        if time.first and time.last:
            assert time.first <= time.last
        if time.value and (known := interval(time.value)):
            assert (time.first, time.last) == known


@given(WORDS)
def test_the_quick_look_at_first_words_hides_nothing_that_the_grammar_matches(text: str) -> None:
    lower = text.lower()
    for match in grammar().finditer(lower):
        first = re.match(r"[a-z]+|['’]?\d+", match.group())
        assert first is not None
        assert first.group() in openers() or first.group()[-1].isdigit()
        words = re.findall(r"[a-z]+|['’]?\d+", lower)
        assert any(word in triggers() or (len(word) > 1 and word[-1].isdigit()) for word in words)


def test_every_form_has_its_reader_and_every_word_of_the_lexicon_is_a_word() -> None:
    assert list(forms()) == list(READERS)
    tables = [getattr(lexicon(), name) for name in lexicon().__slots__]
    assert all(isinstance(word, str) and word == word.lower() for table in tables for word in table)


@pytest.mark.parametrize("written", [date.min, date.max])
def test_the_ends_of_the_calendar_are_respected(written: date) -> None:
    text = "They met last spring, next Sept. 3, this Sept. 31, in two centuries, on Christmas and over the past 9,999 years."
    assert len(times_in(text, written)) >= 5
