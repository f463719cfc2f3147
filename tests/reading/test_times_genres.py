"""Times in other texts than dispatches: guides, lives, studies, talk. What is told of far years, of every year, and of no day."""

import re
from datetime import date

import pytest

from casus.reading.document import Document
from casus.reading.model import Time, Written
from casus.reading.parse import Sentence
from casus.reading.times import find, resolve
from casus.sources.report import Report

WEDNESDAY = date(2024, 6, 19)
GUIDE = "The fort was built in 1611.\nIt was rebuilt in 1790.\n"


def times_in(text: str, written: date | None = WEDNESDAY) -> list[tuple[str, Time]]:
    """Every time in a text whose sentences stand on lines of their own, with its words."""
    spans = [match.span() for match in re.finditer(r"[^\n]+", text)]
    document = Document(Report(text), tuple(Sentence(index, span, ()) for index, span in enumerate(spans)))
    known = Written(written, written, "given") if written else None
    return [(text[slice(*time.span)], time) for time in resolve(find(text, spans), known, document)]


def values(text: str, written: date | None = WEDNESDAY) -> list[str | None]:
    """The TIMEX3 values of the times in a text."""
    return [time.value for _, time in times_in(text, written)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nobody misses the 60s.", "196X"),
        ("She collects 80s posters.", "198X"),
        ("He made his name in the late 70s.", "197X"),
        ("The portrait, circa 1745 or so, was sold.", "1745"),
        ("In 312 Marcus crossed the river.", "0312"),
        ("In 312, the army crossed the river.", "0312"),
        ("The wall fell in the year 68.", "0068"),
        ("The poet (c. 512) was buried there.", "0512"),
        ("Potters came here 9,000 years ago.", "-6976"),
        ("The envoy left 48 hours ago.", "2024-06-17"),
        ("The note of the 4th of March last went unanswered.", "2024-03-04"),
        ("The envoy left on 12 October last year.", "2023-10-12"),
    ],
)
def test_years_and_days_are_read_as_each_genre_writes_them(text: str, value: str) -> None:
    assert values(text) == [value]


def test_a_life_of_three_figures_runs_from_its_first_year_to_its_last() -> None:
    [(_, life)] = times_in("The abbot (c. 480 – 547) wrote a rule.")
    assert (life.first, life.last) == (date(480, 1, 1), date(547, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "He is in his 80s, and it was in the low 60s outside, in the 30s°F at night.",
        "One in 100, and 3 in 250, they said, fell ill; costs rose in 100, 200 and 300 places.",
        "In 312 villages nobody votes, and ca. 400 soldiers came.",
        "The survey asked 1850 schoolchildren and 1920 policemen.",
        "He quoted Second Samuel 12:25 at length.",
        "It was a New Year's parade of sorts.",
        "Winter storms, winter coats and the smell of summer rain came with the rise and fall of Sally Spring.",
        "Let us start the day.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert [time.value for _, time in times_in(text) if time.value] == []


def test_the_same_words_are_times_where_they_stand_for_one() -> None:
    assert values("They met at New Year's.") == ["2024-01-01"]
    assert values("At 12:25 they met.") == ["2024-06-19T12:25"]
    assert values("It had closed by the end of the day Friday.") == ["2024-06-14"]
    assert values("They sat beside the 4th of March next to the door.") == ["2024-03-04"]


def test_a_stretch_of_history_has_the_days_that_it_is_known_by() -> None:
    [(words, war)] = times_in("The harbour was mined during World War II.")
    assert words == "during World War II"
    assert (war.first, war.last) == (date(1939, 9, 1), date(1945, 9, 2))
    assert war.basis == "known: the days of World War II"
    [(_, stand_off)] = times_in("Spies met here throughout the Cold War.")
    assert (stand_off.first, stand_off.last) == (date(1947, 1, 1), date(1991, 12, 31))
    assert times_in("A World War II veteran spoke of Cold War ties.") == []


def test_so_much_in_a_day_is_a_rate_and_no_day_ahead() -> None:
    assert values("One hand could pack 900 boxes in a day.") == ["P1D"]
    assert values("It rains twice in a year.") == ["P1Y"]
    assert values("The treaty will lapse in a year.") == ["2025"]


def test_the_last_months_of_something_are_not_the_ones_just_past() -> None:
    [(_, months)] = times_in("She wrote through the last five months of the siege.")
    assert (months.value, months.first) == ("P5M", None)
    [(_, months)] = times_in("She wrote through the last five months.")
    assert (months.value, months.last) == ("P5M", WEDNESDAY)


def test_a_season_of_every_year_has_no_year() -> None:
    for season in ("Summers can be dry.", "Summer can be dry.", "It is dry in summer.", "Summer is dry."):
        [*_, (_, time)] = times_in(GUIDE + season)
        assert (time.value or "").endswith("XXXX-SU"), season
        assert time.first is None
    assert values("The wells ran dry in summer.") == ["2024-SU"]
    assert values("The wells will run dry in summer.") == ["2024-SU"]
    assert values("It was winter.", written=None) == ["XXXX-WI"]


def test_the_summer_of_a_dispatch_is_that_of_its_year() -> None:
    assert values("The envoys met on Monday.\nTalks in summer depend on the budget.") == ["2024-06-17", "2024-SU"]


def test_the_following_season_and_month_count_from_the_time_told_before() -> None:
    assert values("She left school in May 1905.\nThe following autumn she went to sea.")[-1] == "1905-FA"
    assert values("She left school in May 1905.\nThe following March she went to sea.")[-1] == "1906-03"


def test_that_year_is_the_year_of_the_time_told_last() -> None:
    text = "He was born in 1950.\nIn March 1971 he was drafted.\nThat year he fled."
    assert values(text)[-1] == "1971"


def test_today_means_these_times_in_a_text_of_far_years_and_no_days() -> None:
    [*_, (_, time)] = times_in(GUIDE + "Today the fort is a museum.")
    assert (time.value, time.first, time.last) == ("PRESENT_REF", WEDNESDAY, WEDNESDAY)
    assert values(GUIDE + "The ruin is still used today.")[-1] == "PRESENT_REF"


@pytest.mark.parametrize(
    "text",
    [
        "Today the fort is a museum.",
        GUIDE + "We are here today as its guests.",
        GUIDE + "The minister opened the fort today.",
        GUIDE + "Crowds came yesterday.\nToday the fort is a museum.",
        GUIDE + "It was closed on Monday.\nToday the fort is a museum.",
        GUIDE + "It was closed on 14 June 2024.\nToday the fort is a museum.",
    ],
)
def test_today_is_the_day_of_writing_where_somebody_tells_of_days(text: str) -> None:
    assert values(text)[-1] == "2024-06-19"


def test_in_a_chronicle_last_and_next_count_from_the_time_told_before() -> None:
    text = (
        "He landed in 1801.\nIn 1803 he wrote.\nIn 1805 he wrote again.\nIn 1806 he sailed.\nOn 17 May 1807 he was at court.\n"
        "His note of the 2nd of October last was read.\nHe asked them to come on the 1st of February next."
    )
    assert values(text)[-2:] == ["1806-10-02", "1807-02-01"]


def test_the_tense_of_a_weekday_follows_what_is_looked_forward_to_and_what_is_going_to_be() -> None:
    assert values("They look forward to the talks on Thursday.") == ["2024-06-20"]
    assert values("They are going to talk on Thursday.") == ["2024-06-20"]
    assert values("They talked on Thursday.") == ["2024-06-13"]
