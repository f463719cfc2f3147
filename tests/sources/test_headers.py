"""What stands around a report's text: dates, bylines, datelines, headline, furniture; and prose that only looks like it."""

from datetime import date
from pathlib import Path

import pytest

from casus.sources.open import open_report, report_of
from casus.sources.report import Report

BODY = "Norland's government said on Friday that it would recall its envoy.\n\nThe two states are at odds over the border."
SHARED = Path(__file__).resolve().parents[3] / "shared" / "reports"


def furniture(report: Report) -> list[str]:
    return [report.text[slice(*span)].strip() for span in report.furniture]


def headline(report: Report) -> str | None:
    return report.text[slice(*report.headline)] if report.headline else None


def stamps(report: Report) -> list[tuple[str, str, str | None]]:
    return [
        (stamp.origin, stamp.value.isoformat(), report.text[slice(*stamp.span)] if stamp.span else None)
        for stamp in report.stamps
    ]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Published: 3 June 2021", "2021-06-03"),
        ("Updated 12:01 GMT, June 19, 2024", "2024-06-19"),
        ("2024-06-19 10:33", "2024-06-19"),
        ("19/06/2024 14:05", "2024-06-19"),
        ("Wednesday, June 19, 2024", "2024-06-19"),
        ("Last modified on Wed 19 Jun 2024 10.33 BST", "2024-06-19"),
        ("June 19, 2024 • 3 min read", "2024-06-19"),
        ("By Ann Teller | June 3, 2021 | Reuters", "2021-06-03"),
        ("Posted on 19/06/2024 by Ann Teller", "2024-06-19"),
        ("*Published 19 June 2024*", "2024-06-19"),
    ],
)
def test_header_lines_are_furniture_and_stamps(line: str, value: str) -> None:
    report = report_of(f"Norland recalls envoy\n\n{line}\n\n{BODY}")
    assert headline(report) == "Norland recalls envoy"
    assert furniture(report) == [line]
    ((origin, day, words),) = stamps(report)
    assert (origin, day) == ("header", value)
    assert words is not None
    assert words in line


@pytest.mark.parametrize(
    ("dateline", "place", "day"),
    [
        ("OSTRA, June 19 (Xinhua) --", "OSTRA", (6, 19)),
        ("OSTRA (AP) _", "OSTRA", None),
        ("OSTRA, Norland (AP) —", "OSTRA", None),
        ("OSTRA —", "OSTRA", None),
        ("NEW OSTRA, N.H. —", "NEW OSTRA", None),
        ("OSTRA/VARGA, March 3 (Reuters) -", "OSTRA/VARGA", (3, 3)),
        ("**OSTRA** —", "OSTRA", None),
        ("**OSTRA, March 3 (Reuters)** -", "OSTRA", (3, 3)),
        ("OSTRA, June 19. /TASS/.", "OSTRA", (6, 19)),
        ("Ostra, June 19, IRNA -", "Ostra", (6, 19)),
        ("New Ostra, Jun 19 (PTI)", "New Ostra", (6, 19)),
        ("Ostra (dpa) -", "Ostra", None),
        ("OSTRA:", "OSTRA", None),
        ("OSTRA\n\n", "OSTRA", None),
        ("Dec 29 (Reuters) -", None, (12, 29)),
        ("(AFP) -", None, None),
        ("EXCLUSIVE –", None, None),
    ],
)
def test_datelines(dateline: str, place: str | None, day: tuple[int, int] | None) -> None:
    report = report_of(f"Norland recalls envoy\n\n{dateline} {BODY}")
    assert furniture(report) == [dateline.strip()]
    assert (report.dateline_place, report.dateline_day) == (place, day)
    assert report.stamps == ()


def test_dateline_with_its_year_is_a_stamp() -> None:
    report = report_of(f"PARIS, Dec 14 2006 (AFP) - {BODY}")
    assert stamps(report) == [("dateline", "2006-12-14", "Dec 14 2006")]


def test_dateline_takes_its_year_from_what_the_caller_knows() -> None:
    report = report_of(f"OSTRA, Dec. 30 (ENA) -- {BODY}", published="2025-01-02")
    assert [(origin, value) for origin, value, _ in stamps(report)] == [("given", "2025-01-02"), ("dateline", "2024-12-30")]


def test_date_glued_before_the_headline() -> None:
    report = report_of(f" date 2022-10-04 Norland has the right to be left alone, Holm says\n\n{BODY}")
    assert headline(report) == "Norland has the right to be left alone, Holm says"
    assert stamps(report) == [("header", "2022-10-04", "2022-10-04")]
    assert report.title == "Norland has the right to be left alone, Holm says"


def test_date_and_site_glued_after_the_headline() -> None:
    dated = report_of(f"Norland recalls envoy Tuesday, September 1, 2015\n\n{BODY}")
    sited = report_of(f"Norland recalls envoy | Example Times\n\n{BODY}")
    assert (headline(dated), furniture(dated)) == ("Norland recalls envoy", ["Tuesday, September 1, 2015"])
    assert (headline(sited), furniture(sited)) == ("Norland recalls envoy", ["| Example Times"])


@pytest.mark.parametrize(
    "line",
    [
        "Norland-Sudria-envoy",
        "BC-NORLAND-SUDRIA",
        "=(PICTURE)=",
        "By Ann Teller and Bo Varga in Ostra",
        "FOR IMMEDIATE RELEASE",
        "official",
        "10:05 A.M. EDT",
        "date:",
    ],
)
def test_slugs_and_labels_before_the_text(line: str) -> None:
    report = report_of(f"{line}\n\n{BODY}")
    assert furniture(report) == [line]
    assert report.headline is None


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Ann Teller; Editing by Bo Varga)",
        "Ann Teller reported from Ostra.",
        "Ann Teller and Bo Varga contributed to this report.",
        "ENDS",
        "###",
        "[...]",
        "* * *",
        "READ MORE: Sudria closes its border",
        "Photo: Ann Teller / Example Agency",
        "© 2024 Example Times. All rights reserved.",
        "Follow us on Twitter @example",
        "Sign up for our newsletter",
        "https://example.org/norland",
    ],
)
def test_furniture_around_and_between_paragraphs(line: str) -> None:
    report = report_of(f"{BODY}\n\n{line}")
    assert furniture(report) == [line]


@pytest.mark.parametrize(
    "sentence",
    [
        "19 June 2024 was a bad day for Norland.",
        "June 19, 2024, was a bad day for Norland.",
        "On June 19, 2024, the army moved.",
        "NATO - the alliance - has no plan.",
        "NATO - The alliance has no plan.",
        "By the time the army came, the town was empty.",
        "Norland - Sudria's neighbour - has no plan.",
        "More than ten people were killed.",
        "The report from Ostra was wrong.",
        "Holm reported that the army had left the town.",
        "Updated maps were shown to the council.",
        "Photos show that the bridge is gone.",
        "Sudria and Norland signed (in Ostra) - and then left.",
        "Ostra, the capital, was quiet.",
        "Visit of the envoy to Ostra was called off.",
        "Following the talks, Holm left for home.",
    ],
)
def test_prose_that_looks_like_furniture(sentence: str) -> None:
    for text in (f"{sentence} {BODY}", f"{BODY}\n\n{sentence}"):
        report = report_of(text)
        assert report.furniture == ()
        assert report.stamps == ()


@pytest.mark.parametrize(
    ("first", "is_headline"),
    [
        ("Norland recalls envoy", True),
        ("Will Norland recall its envoy?", True),
        ("Norland Recalls Its Envoy After Drone Strikes Near Ostra On Friday, Sources Say.", True),
        ("Norland recalls envoy.", True),
        ("Norland said on Friday that it would recall its envoy from Sudria after a drone had hit a post.", False),
    ],
)
def test_headline_is_a_short_first_line(first: str, is_headline: bool) -> None:
    body = "Norland said late on Friday in Ostra that it would recall its envoy from Sudria for talks at home."
    assert headline(report_of(f"{first}\n\n{body}")) == (first if is_headline else None)


def test_text_of_one_line_has_no_headline() -> None:
    assert report_of("Norland recalls envoy").headline is None


def test_headline_in_two_decks() -> None:
    assert headline(report_of(f"Norland recalls envoy;\nSudria silent\n\n{BODY}")) == "Norland recalls envoy;\nSudria silent"


def test_subtitle_in_small_letters_and_a_line_of_place_and_day() -> None:
    title = "JOINT COMMUNIQUE\n\non the visit of the President of Norland to Sudria"
    report = report_of(f"{title}\n\nOstra, 7 February 1970\n\n1. {BODY}")
    assert headline(report) == title
    assert report.title == " ".join(title.split())
    assert stamps(report) == [("dateline", "1970-02-07", "7 February 1970")]
    assert report.dateline_place == "Ostra"


def test_day_in_the_title_of_a_briefing_is_a_stamp_and_part_of_the_title() -> None:
    briefing = report_of(f"Spokesman's Press Conference on July 13, 2016\n\n{BODY}")
    anniversary = report_of(f"Norland marks the night of July 13, 2016\n\n{BODY}")
    assert stamps(briefing) == [("header", "2016-07-13", "July 13, 2016")]
    assert briefing.furniture == ()
    assert anniversary.stamps == ()


def test_named_fields_before_the_text() -> None:
    report = report_of(f"date: 2024-06-19\ntitle: Norland recalls envoy\n\n{BODY}")
    assert (headline(report), furniture(report)) == ("Norland recalls envoy", ["date: 2024-06-19", "title:"])


def test_repost_with_a_false_date_before_its_headline() -> None:
    path = SHARED / "partnership.txt"
    if not path.exists():
        pytest.skip("the real reports are not here")
    report = open_report(path)
    assert [stamp.value for stamp in report.stamps] == [date(2025, 3, 28)]
    assert (headline(report) or "").startswith("Pyongyang has")
    assert report.language == "en"
