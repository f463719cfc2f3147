"""The benchmark of times: how it puts what the reader says as each corpus marks it, and that it leaves the rest alone."""

from typing import Any

import pytest

from benchmarks.times import predict
from casus.reading.parse import Sentence


def said(text: str, convention: str, dct: str = "2024-06-19", genre: str = "voyage") -> list[tuple[str, str]]:
    """Words and values that count for one sentence."""
    gold: dict[str, Any] = {"doc": "one", "genre": genre, "dct": dct, "text": text}
    marked = predict(gold, (Sentence(0, (0, len(text)), ()),), convention)
    return [(text[each["start"] : each["end"]], each["value"]) for each in marked]


def test_the_ends_of_a_stretch_count_each_with_the_year_that_one_of_them_tells() -> None:
    assert said("He served from May to July 2011.", "timeml") == [("May", "2011-05"), ("July 2011", "2011-07")]


def test_lengths_sets_and_references_are_left_out() -> None:
    assert said("He now meets them every Monday for three days, as in the past five years.", "gum") == []


@pytest.mark.parametrize(("convention", "found"), [("gum", [("Summers", "--06/--09")]), ("timeml", []), ("", [])])
def test_a_season_of_every_year_is_written_by_its_months_in_gum(convention: str, found: list[tuple[str, str]]) -> None:
    assert said("Summers are dry.", convention) == found


def test_a_period_of_history_is_a_time_in_gum_and_an_event_in_timeml() -> None:
    text = "The port was mined during World War II."
    assert said(text, "gum") == [("during World War II", "1939-09-01/1945-09-02")]
    assert said(text, "timeml") == []


def test_fiction_and_collected_recordings_have_no_day_of_their_own_in_gum() -> None:
    text = "He left yesterday."
    assert said(text, "gum") == [("yesterday", "2024-06-18")]
    assert said(text, "gum", genre="fiction") == []
    assert said(text, "gum", dct="2000-01-01", genre="conversation") == []
    assert said(text, "", dct="2000-01-01", genre="conversation") == [("yesterday", "1999-12-31")]
