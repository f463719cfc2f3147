"""What is shown can't harm a terminal, and fits."""

from hypothesis import given
from hypothesis import strategies as st

from casus.faces.text import abridged, clean


@given(st.text())
def test_clean_text_keeps_its_length_and_holds_no_control(text: str) -> None:
    shown = clean(text)
    assert len(shown) == len(text)
    assert all(char.isprintable() or char.isspace() or not char.isascii() for char in shown)
    assert shown.splitlines() in ([], [shown])


def test_what_reorders_a_line_is_taken_out() -> None:
    assert clean("troops \u202ewithdrew\u202c") == "troops \ufffdwithdrew\ufffd"


@given(st.text(), st.integers(1, 60))
def test_abridged_words_fit_and_begin_as_they_began(words: str, room: int) -> None:
    shown = abridged(words, room)
    assert len(shown) <= room
    assert words.startswith(shown.removesuffix("…")) or shown == words


def test_words_are_cut_between_words() -> None:
    assert abridged("closes the strait to foreign warships", 21) == "closes the strait to…"
    assert abridged("closes", 6) == "closes"
