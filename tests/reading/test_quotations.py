"""Quotations: which words are quoted, in every style of marks, and which marks quote nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.reading.quotations import quotations
from casus.sources.report import Report

MARKS = st.sampled_from(
    [*"\"“”„«»'‘’‚‹›", "``", "''", " ", "s", "word", ".", ",", "\n\n", "\n", "12", '6"', "'90s", "don't", "—", "("]
)
TEXTS = st.one_of(st.text(), st.lists(MARKS, max_size=60).map("".join))


def quoted(text: str) -> list[str]:
    return [text[slice(*quote.span)] for quote in quotations(Report(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will wait," Holm said. "Not for ever."', ["We will wait,", "Not for ever."]),
        ("“We will wait,” Holm said, adding “not for ever”.", ["We will wait,", "not for ever"]),
        ("Holm called it «a breakthrough».", ["a breakthrough"]),
        ("Holm called it „a breakthrough“.", ["a breakthrough"]),
        ("``We will wait,'' Holm said.", ["We will wait,"]),
        ("''We will wait,'' Holm said.", ["We will wait,"]),
        ("'We will wait,' says Holm", ["We will wait,"]),
        ("Holm said the 'so-called envoys' hadn't come to the soldiers' camp.", ["so-called envoys"]),
        ("‘The workers’ party won’t sign,’ Holm said.", ["The workers’ party won’t sign,"]),
        ("‘We don’t know,’ she said. ‘It’s late.’", ["We don’t know,", "It’s late."]),
        ("He said: \"She called it 'a trap' and left.\"", ["She called it 'a trap' and left."]),
        ("“She called it ‘a trap’,” he said.", ["She called it ‘a trap’,"]),
        ('"It makes them bold,"added the envoy.', ["It makes them bold,"]),
        ('They called for schools," For example, run a vote".', ["For example, run a vote"]),
        ("He called it “abhorrent“ on Sunday.", ["abhorrent"]),
        ("'The '80s are gone,' she said.", ["The '80s are gone,"]),
        ('the ("second") treaty', ["second"]),
    ],
)
def test_quoted_words_are_found_without_their_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers' camp and Sudria's border aren't far.",
        "Rock 'n' roll was banned in the '90s.",
        'A 6" pipe and a 5\' 7" man.',
        'The envoy left. "',
        "It’s the ministers’ choice.",
        '"" and “ ”',
    ],
)
def test_marks_that_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_inch_mark_within_a_quotation_does_not_end_it() -> None:
    assert quoted('"They cut the 6" pipe at dawn," Holm said.') == ['They cut the 6" pipe at dawn,']


def test_quotation_over_paragraphs_is_one_a_paragraph() -> None:
    text = "Holm said: “We will wait.\n\n“But not for ever.\n\n“Not long.” She left.\n\n“A new one.”"
    found = quotations(Report(text))
    assert [text[slice(*quote.span)] for quote in found] == ["We will wait.", "But not for ever.", "Not long.", "A new one."]
    assert [(quote.closed, quote.continues) for quote in found] == [(False, False), (False, True), (True, True), (True, False)]


def test_quotation_over_paragraphs_without_marks_in_between() -> None:
    text = 'Holm said: "We will wait.\n\nBut not for ever," and left.'
    found = quotations(Report(text))
    assert [(text[slice(*quote.span)], quote.closed, quote.continues) for quote in found] == [
        ("We will wait.", False, False),
        ("But not for ever,", True, True),
    ]


def test_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = 'Holm said: "We will wait\n\nShe left.'
    (quote,) = quotations(Report(text))
    assert (text[slice(*quote.span)], quote.closed) == ("We will wait", False)


@given(TEXTS)
def test_quotes_of_any_text_are_in_order_inside_it_and_apart(text: str) -> None:
    position = 0
    for quote in quotations(Report(text)):
        start, end = quote.span
        assert position <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert any(map(str.isalnum, text[start:end]))
        position = end
