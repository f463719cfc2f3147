"""Words are cut as treebanks cut them, and no letter is lost whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.reading.tokens import words


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text, (0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don't know.", ["They", "do", "n't", "know", "."]),
        ("Marit’s envoys can’t stay", ["Marit", "’s", "envoys", "ca", "n’t", "stay"]),
        ("The two states' fleets", ["The", "two", "states", "'", "fleets"]),
        ("It cannot last.", ["It", "can", "not", "last", "."]),
        ("The U.S. and the U.K. met.", ["The", "U.S.", "and", "the", "U.K.", "met", "."]),
        ("a Chilean-led, non-aligned mid-level group", ["a", "Chilean", "-", "led", ",", "non-aligned", "mid-level", "group"]),
        ("U.N.-backed talks", ["U.N.", "-", "backed", "talks"]),
        ("It cost $1,250.50, or 3.5% more", ["It", "cost", "$", "1,250.50", ",", "or", "3.5", "%", "more"]),
        (
            "Gen. Ruiz and Mr. Oyelaran left on Jan. 5.",
            ["Gen.", "Ruiz", "and", "Mr.", "Oyelaran", "left", "on", "Jan.", "5", "."],
        ),
        ("at 7:30pm, 40km away", ["at", "7:30", "pm", ",", "40", "km", "away"]),
        ("the 1990s and the 21st century", ["the", "1990s", "and", "the", "21st", "century"]),
        ("“Never,” she said…", ["“", "Never", ",", "”", "she", "said", "…"]),
        ("Well... wait -- no!!", ["Well", "...", "wait", "--", "no", "!!"]),
        ("see https://example.org/a?b=c, today", ["see", "https://example.org/a?b=c", ",", "today"]),
        ("write to desk@example.org.", ["write", "to", "desk@example.org", "."]),
        ("Is the answer no.", ["Is", "the", "answer", "no", "."]),
        ("under Resolution No. 7", ["under", "Resolution", "No.", "7"]),
        ("O'Hara's treaty", ["O'Hara", "'s", "treaty"]),
    ],
)
def test_english_is_cut_as_in_the_treebanks(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_spans_count_in_the_whole_text() -> None:
    text = "Before. Kim's reply came. After."
    assert [text[start:end] for start, end in words(text, (8, 25))] == ["Kim", "'s", "reply", "came", "."]


@given(st.text(max_size=80) | st.text("ab'’.-U S,1:0%$\"“”…n't\n", max_size=60))
def test_no_letter_is_lost_and_none_is_in_two_words(text: str) -> None:
    spans = words(text, (0, len(text)))
    end = 0
    for start, stop in spans:
        assert end <= start < stop
        assert not text[end:start].strip()
        assert not any(map(str.isspace, text[start:stop]))
        end = stop
    assert not text[end:].strip()


@given(st.text("ab'.- U1,", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_words_stay_within_their_span(text: str, one: int, other: int) -> None:
    first, last = sorted((min(one, len(text)), min(other, len(text))))
    assert all(first <= start < stop <= last for start, stop in words(text, (first, last)))
