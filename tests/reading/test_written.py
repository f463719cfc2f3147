"""When a report was written: stamps weighed against each other, against the text, and against what is known of the world."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.reading.document import Document
from casus.reading.model import Written
from casus.reading.parse import Sentence
from casus.reading.sentences import split
from casus.reading.times import find
from casus.reading.times.known_days import known_days
from casus.reading.written import weigh
from casus.sources.open import open_report, report_of
from casus.sources.report import Report, Stamp, Warning

PARTNERSHIP = Path("../shared/reports/partnership.txt")

PACT = """Moscow and Pyongyang sign alliance

Russian President Vladimir Putin and North Korean leader Kim Jong Un signed a comprehensive strategic partnership treaty in
Pyongyang on Wednesday, pledging to help each other if attacked.

"What we signed today opens a new page," Putin told reporters.
"""


def written_of(report: Report) -> tuple[Written | None, tuple[Warning, ...]]:
    """The whole of dating a report, without a parse."""
    found = split(report)
    sentences = tuple(Sentence(each.index, each.span, (), headline=each.headline, paragraph=each.paragraph) for each in found)
    document = Document(report, sentences)
    expressions = find(report.text, [sentence.span for sentence in sentences])
    return weigh(report, expressions, document, known_days(document, expressions))


def stamped(text: str, *stamps: tuple[str, date]) -> Report:
    return Report(text, stamps=tuple(Stamp(origin, value, None, "") for origin, value in stamps))  # type: ignore[arg-type]


def test_a_known_signing_dates_a_reposted_report_against_its_header() -> None:
    report = report_of("date 2025-03-28\n" + PACT)
    assert [stamp.value for stamp in report.stamps] == [date(2025, 3, 28)]
    written, warnings = written_of(report)
    assert written is not None
    assert (written.first, written.last) == (date(2024, 6, 19), date(2024, 6, 19))
    assert written.basis.startswith("known:")
    assert written.confidence > 0.8
    [warning] = warnings
    assert warning.code == "stamp-contradicted"
    assert "2025-03-28" in warning.message
    assert "2024-06-19" in warning.message
    assert warning.span is not None
    assert report.text[slice(*warning.span)] == "2025-03-28"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Saudi Arabia and Pakistan signed a mutual defence agreement on Wednesday, under which both will help each other, "
            "Prime Minister Shehbaz Sharif said.",
            date(2025, 9, 17),
        ),
        (
            "Moscow and Tehran ink treaty\n\nThe presidents of Russia and Iran signed a comprehensive strategic partnership "
            "treaty in the Kremlin on Friday.",
            date(2025, 1, 17),
        ),
        ("Egypt and Israel signed a peace treaty on Monday at the White House.\n\nAnwar Sadat smiled.", date(1979, 3, 26)),
        (
            "France and Greece on Tuesday signed an accord on defence and security that will bring Athens frigates.\n\n"
            "The strategic partnership, signed by Emmanuel Macron, was hailed.",
            date(2021, 9, 28),
        ),
    ],
)
def test_signings_of_many_states_and_times_are_known(text: str, day: date) -> None:
    written, [warning] = written_of(stamped(text, ("header", date(2026, 10, 1))))
    assert written is not None
    assert written.first == day
    assert warning.code == "stamp-contradicted"


def test_two_known_treaties_signed_on_the_same_weekday_are_told_apart() -> None:
    # Russia and North Korea signed treaties on Wednesdays in 2000 and in 2024; title and leaders decide.
    friendship = PACT.replace("comprehensive strategic partnership treaty", "treaty of friendship and good-neighbourliness")
    friendship = friendship.replace("Kim Jong Un", "Kim Jong Il").replace("leader Kim", "leader Kim")
    written, _ = written_of(stamped(friendship, ("header", date(2003, 5, 1))))
    assert written is not None
    assert written.first == date(2000, 2, 9)


def test_a_stamp_within_days_of_the_signing_stands() -> None:
    written, warnings = written_of(stamped(PACT, ("metadata", date(2024, 6, 20))))
    assert written is not None
    assert written.first == date(2024, 6, 20)
    assert not written.basis.startswith("known:")
    assert written.confidence > 0.9
    assert warnings == ()


def test_what_the_caller_gives_is_kept_but_doubted() -> None:
    written, [warning] = written_of(stamped(PACT, ("given", date(2025, 3, 28))))
    assert written is not None
    assert written.first == date(2025, 3, 28)
    assert warning.code == "stamp-contradicted"
    assert "2024-06-19" in warning.message


@pytest.mark.parametrize(
    "text",
    [
        # Background, plans, denials, other weekdays: none of them dates the report.
        "Putin spoke on Wednesday of the strategic partnership treaty that Russia and North Korea signed in June 2024.",
        "Russia and North Korea will sign a comprehensive strategic partnership treaty on Wednesday.",
        "Russia and North Korea have not signed the comprehensive strategic partnership treaty, Putin said on Wednesday.",
        "Russia and North Korea signed a comprehensive strategic partnership treaty on Friday.",
        "Russia and North Korea signed a comprehensive strategic partnership treaty.",
        "France and Greece signed a comprehensive strategic partnership treaty on Wednesday.",
        "Russia and North Korea signed a fishing agreement on Wednesday.",
        "Russia and Iran signed a gas agreement on Friday. Their comprehensive strategic partnership is deep.",
        "The US and Vietnam signed a trade deal on Wednesday, the White House said.",
    ],
)
def test_a_treaty_that_is_no_news_dates_nothing(text: str) -> None:
    written, warnings = written_of(stamped(text, ("metadata", date(2025, 3, 28))))
    assert written is not None
    assert written.first == date(2025, 3, 28)
    assert warnings == ()


def test_a_later_date_in_the_text_rules_out_a_known_signing() -> None:
    text = PACT + "\nThe two had met on 3 September 2025.\n"
    written, _ = written_of(stamped(text, ("metadata", date(2025, 12, 1))))
    assert written is not None
    assert written.first == date(2025, 12, 1)


def test_a_known_day_of_taking_office_dates_a_report() -> None:
    text = (
        "New chancellor in Paris\n\nGerman Chancellor Olaf Scholz met the French president on Friday.\n\n"
        "Scholz was sworn in on Wednesday."
    )
    written, [warning] = written_of(stamped(text, ("header", date(2023, 1, 5))))
    assert written is not None
    assert written.first == date(2021, 12, 10)
    assert written.basis.startswith("known:")
    assert warning.code == "stamp-contradicted"


def test_opening_a_bridge_is_no_taking_of_office() -> None:
    text = "Russian President Vladimir Putin inaugurated a bridge on Monday. He took his time."
    written, warnings = written_of(stamped(text, ("metadata", date(2023, 1, 5))))
    assert written is not None
    assert written.first == date(2023, 1, 5)
    assert warnings == ()


def test_a_header_alone_whose_weekday_does_not_suit_is_hardly_trusted() -> None:
    text = "The premier came to Warsaw on Sunday for talks."
    far, _ = written_of(stamped(text, ("header", date(2022, 10, 4))))
    near, _ = written_of(stamped(text, ("header", date(2022, 10, 3))))
    assert far is not None
    assert near is not None
    assert far.confidence < 0.5 < near.confidence


def test_stamps_that_agree_strengthen_each_other_and_a_stray_one_is_named() -> None:
    text = "The premier came to Warsaw on Monday for talks."
    alone, _ = written_of(stamped(text, ("metadata", date(2022, 10, 3))))
    written, [warning] = written_of(
        stamped(text, ("dateline", date(2022, 10, 3)), ("metadata", date(2022, 10, 4)), ("header", date(2023, 8, 1)))
    )
    assert alone is not None
    assert written is not None
    assert written.first == date(2022, 10, 3)
    assert written.confidence > alone.confidence
    assert warning.code == "stamps-disagree"
    assert "2023-08-01" in warning.message


def test_a_stamp_before_days_that_the_text_tells_as_past_is_contradicted() -> None:
    text = "The talks collapsed on 5 May 2021, the ministry said."
    written, [warning] = written_of(stamped(text, ("header", date(2019, 1, 1)), ("metadata", date(2021, 5, 6))))
    assert written is not None
    assert written.first == date(2021, 5, 6)
    assert warning.code == "stamp-contradicted"
    alone, [_] = written_of(stamped(text, ("header", date(2019, 1, 1))))
    assert alone is not None
    assert alone.first == date(2021, 5, 5)
    assert alone.confidence < 0.5


def test_a_date_to_come_contradicts_nothing() -> None:
    text = "The summit will be held on 5 May 2031, the ministry said."
    written, warnings = written_of(stamped(text, ("metadata", date(2019, 1, 1))))
    assert written is not None
    assert written.first == date(2019, 1, 1)
    assert warnings == ()


def test_a_weekday_beside_a_day_tells_a_wrong_year() -> None:
    text = "They met on Wednesday, June 19, and parted as friends."
    written, [warning] = written_of(stamped(text, ("header", date(2025, 6, 20))))
    assert written is not None
    assert written.first == date(2024, 6, 19)
    assert written.confidence < 0.5
    assert warning.code == "stamp-contradicted"


def test_without_any_date_nothing_is_guessed() -> None:
    assert written_of(Report("They met on Wednesday.")) == (None, ())
    assert written_of(Report("They met on Wednesday to mark the pact of 1 April 1992 again.", furniture=()))[1] == ()


def test_a_dateline_without_a_year_takes_it_from_the_text() -> None:
    text = "MOSCOW, June 19 - The leaders met. They had last met on 13 September 2023."
    written, _ = written_of(Report(text, furniture=((0, 18),)))
    assert written is not None
    assert written.first == date(2024, 6, 19)
    assert written.confidence < 0.6


def test_the_report_of_a_partnership_is_dated_by_its_signing() -> None:
    if not PARTNERSHIP.exists():
        pytest.skip("needs ../shared/reports")
    written, [warning] = written_of(open_report(PARTNERSHIP))
    assert written is not None
    assert (written.first, written.last) == (date(2024, 6, 19), date(2024, 6, 19))
    assert written.basis.startswith("known:")
    assert warning.code == "stamp-contradicted"


def test_the_development_reports_are_never_dated_wrongly_with_confidence() -> None:
    folder = Path("../shared/reports/dev")
    if not folder.exists():
        pytest.skip("needs ../shared/reports")
    for path in sorted((folder / "texts").glob("*.txt")):
        gold = (folder / "gold" / f"{path.stem}.yaml").read_text(encoding="utf-8")
        told = re.search(r"publication_date: (\d{4}-\d\d-\d\d)", gold)
        assert told is not None
        written, _ = written_of(open_report(path))
        if written is not None and written.confidence >= 0.5:
            assert abs(written.first - date.fromisoformat(told[1])) <= timedelta(1), path


DATES = st.dates(date(1900, 1, 1), date(2100, 1, 1))
STAMPS = st.lists(st.tuples(st.sampled_from(["header", "dateline", "metadata", "feed", "archive", "given"]), DATES), max_size=4)


@given(st.sampled_from([PACT, "They met on Wednesday, June 19.", "It fell on 5 May 2021.", ""]) | st.text(max_size=80), STAMPS)
def test_any_stamps_on_any_text_are_weighed(text: str, stamps: list[tuple[str, date]]) -> None:
    written, warnings = written_of(stamped(text, *stamps))
    if stamps:
        assert written is not None
    if written is not None:
        assert written.first <= written.last
        assert 0 <= written.confidence <= 1
        given_days = [value for origin, value in stamps if origin == "given"]
        assert not given_days or written.first in given_days
    assert all(warning.code in ("stamp-contradicted", "stamps-disagree") for warning in warnings)
