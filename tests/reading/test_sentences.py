"""Sentences as passes get them: where reports are cut, and where they are not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.reading.sentences import LONGEST, SentenceText, split
from casus.sources.open import report_of
from casus.sources.report import Report

PIECES = st.sampled_from(
    [
        *("Mr. Hale said no.", "U.S.", "No. 5", "he", "The", "東京", "é", "\U0001f600", "a" * 50, "http://example.org"),
        *('"', "“", "”", "'", "’", "(", ")", "[1]", "...", "…", "?", "!", ".", " ", "\n", "\n\n", "\t", "-- "),
        *("\u2028", "\x1c", "\r\n", "\x00", "Q: ", "MS. ORTEGA: ", "- ", "• ", "1. ", "| a | b |"),
        *("OSTRA, May 4 (ENA) - ", "By Ann Teller", "2024-06-19", "Published: ", "Ends", "[...]", "# "),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


def sentences(text: str) -> list[str]:
    return [text[slice(*sentence.span)] for sentence in split(Report(text))]


def one(text: str) -> SentenceText:
    (sentence,) = split(Report(text))
    return sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Hale met Lt. Gen. Oda and Sen. Ruiz on Jan. 3.",
        "The U.S. Senate backed the U.N. plan.",
        "J. F. Varga and Vera K. Holm signed it.",
        "Inflation fell to 3.5 percent in the year to Sept. 2.",
        "The text cites Art. 51 and Res. 1718, i.e. the old rules.",
        "Norland Steel Inc. makes guns, shells etc. for export.",
        "Talks open at 9 a.m. on Monday.",
        "He paused ... and went on.",
        '"Why now?" she asked.',
        '"Who gave the order?" Prime Minister Vera Holm asked reporters.',
        "The envoy (who came late. He had no visa.) left at once.",
        "St. Varga is a town in the north.",
        "The site norland.example.org was shut.",
    ],
)
def test_stop_that_ends_nothing(sentence: str) -> None:
    assert sentences(sentence + " Nobody spoke.") == [sentence, "Nobody spoke."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They flew to the U.S. The visit failed.", ["They flew to the U.S.", "The visit failed."]),
        ("It was signed by Norland Co. It holds.", ["It was signed by Norland Co.", "It holds."]),
        ("They asked. He said no. Then they left.", ["They asked.", "He said no.", "Then they left."]),
        ("It ended in 1994. 15 states signed.", ["It ended in 1994.", "15 states signed."]),
        ("They shot at us! We ran.", ["They shot at us!", "We ran."]),
        ("He left [12]. [13] She stayed.", ["He left [12]. [13]", "She stayed."]),
        ("Talks ended.The envoys left.", ["Talks ended.", "The envoys left."]),
        ("“We won.” Holm was glad.", ["“We won.”", "Holm was glad."]),
        ('She asked "who pays?" Varga said nothing.', ['She asked "who pays?"', "Varga said nothing."]),
        ("They sang “We win!” — the flags came down. It rained.", ["They sang “We win!” — the flags came down.", "It rained."]),
        ("He stopped... The room was still.", ["He stopped...", "The room was still."]),
    ],
)
def test_stop_that_ends_a_sentence(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_each_sentence_of_a_quotation_is_one_and_knows_that_it_starts_inside() -> None:
    report = Report('"We will wait. We will not wait for ever," Holm said. "Not at all."')
    found = split(report)
    assert [report.text[slice(*sentence.span)] for sentence in found] == [
        '"We will wait.',
        'We will not wait for ever," Holm said.',
        '"Not at all."',
    ]
    assert [sentence.quoted for sentence in found] == [False, True, False]


def test_quotation_taken_up_in_the_next_paragraph_starts_quoted() -> None:
    found = split(Report("Holm said: “We will wait.\n\n“But not for ever.”\n\nShe left."))
    assert [(sentence.paragraph, sentence.quoted) for sentence in found] == [(0, False), (1, True), (2, False)]


def test_source_of_a_quotation_after_a_dash_goes_with_it() -> None:
    assert sentences("“Peace is hard.” — Vera Holm\n\nShe left.") == ["“Peace is hard.” — Vera Holm", "She left."]


def test_headline_and_headings_without_a_stop() -> None:
    found = split(report_of("Norland recalls envoy\n\nThe envoy left on Friday. It was late.\n\nReactions\n\nSudria was silent."))
    assert [sentence.headline for sentence in found] == [True, False, False, True, False]


def test_headline_that_is_known_from_outside_may_have_a_stop() -> None:
    text = "Norland recalls envoy after a drone hit a border post near the old town of Ostra. Again.\nThe envoy left on Friday."
    title = text.partition("\n")[0]
    assert [sentence.headline for sentence in split(report_of(text, title=title))] == [True, True, False]


def test_furniture_is_in_no_sentence() -> None:
    report = report_of("OSTRA, May 4 (ENA) - Norland recalled its envoy.\n\n(Reporting by Ann Teller)\n\nEnds")
    assert [report.text[slice(*sentence.span)] for sentence in split(report)] == ["Norland recalled its envoy."]


def test_list_marks_are_left_out_and_items_stay_apart() -> None:
    assert sentences("They agreed to:\n- end the strikes\n- open the border\n1. A third thing") == [
        "They agreed to:",
        "end the strikes",
        "open the border",
        "1. A third thing",
    ]


def test_labels_of_a_transcript() -> None:
    report = Report("MR. HALE: Good afternoon. Any questions?\n\nQ: Did they sign?\n\nMR. HALE: They did. Today.")
    found = split(report)
    labels = [report.text[slice(*sentence.speaker_label)] if sentence.speaker_label else None for sentence in found]
    assert labels == ["MR. HALE:", None, "Q:", "MR. HALE:", None]


def test_names_before_a_colon_are_labels_only_when_they_come_again() -> None:
    once = split(Report("Norland: a short history.\n\nIt is old."))
    twice = split(Report("Holm: We signed.\n\nOda: When?\n\nHolm: Today.\n\nOda: Good."))
    assert [sentence.speaker_label for sentence in once] == [None, None]
    assert [sentence.speaker_label is not None for sentence in twice] == [True, True, True, True]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The foreign minister of Norland said on\nFriday that she would not go to the\n"
        "talks in Ostra. She gave no reason for\nit.\n\nSudria was silent."
    )
    assert [" ".join(sentence.split()) for sentence in sentences(text)] == [
        "The foreign minister of Norland said on Friday that she would not go to the talks in Ostra.",
        "She gave no reason for it.",
        "Sudria was silent.",
    ]


def test_headline_dateline_and_credit_of_a_wrapped_text() -> None:
    text = (
        "Norland recalls envoy\nOSTRA, May 4 (ENA) - Norland recalled its\nambassador on Thursday. She left the\n"
        "town at once.\n\n(Reporting by Ann Teller; Editing by\nBo Varga)"
    )
    report = report_of(text)
    found = split(report)
    assert [" ".join(text[slice(*sentence.span)].split()) for sentence in found] == [
        "Norland recalls envoy",
        "Norland recalled its ambassador on Thursday.",
        "She left the town at once.",
    ]
    assert [sentence.headline for sentence in found] == [True, False, False]


def test_rows_of_a_table_stay_apart_and_are_no_headings() -> None:
    found = split(Report("State | Signed\nNorland | 1994\nSudria | 1995\n\nBoth hold."))
    assert len(found) == 4
    assert not any(sentence.headline for sentence in found)


def test_text_without_a_stop_is_cut_at_spaces() -> None:
    report = Report("word " * LONGEST)
    found = split(report)
    assert max(end - start for start, end in (sentence.span for sentence in found)) <= LONGEST
    assert sum(report.text[slice(*sentence.span)].count("word") for sentence in found) == LONGEST


def test_label_is_part_of_its_sentence() -> None:
    sentence = one("word without a stop")
    assert sentence == SentenceText(0, (0, 19))


@given(TEXTS)
def test_any_text_is_covered_without_overlap(text: str) -> None:
    report = Report(text) if not text.strip() else report_of(text + " end", published=date(2024, 6, 19))
    found = split(report)
    position = 0
    covered: set[int] = set()
    for number, sentence in enumerate(found):
        start, end = sentence.span
        assert sentence.index == number
        assert position <= start < end <= len(report.text)
        assert not report.text[start].isspace()
        assert not report.text[end - 1].isspace()
        if sentence.speaker_label:
            assert start <= sentence.speaker_label[0] < sentence.speaker_label[1] <= end
        position = end
        covered.update(range(start, end))
    furniture = {place for span in report.furniture for place in range(*span)}
    assert not covered & furniture
    letters = {place for place, character in enumerate(report.text) if character.isalnum()}
    assert letters <= covered | furniture
