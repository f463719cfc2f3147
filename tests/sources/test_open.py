"""Opening reports of any kind, and what is said about input that can't be read."""

import io
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.errors import SourceError
from casus.sources.open import open_report, report_of

TEXT = "Norland recalls envoy\n\nNorland's government said on Friday that it would recall its envoy – at once.\n"


def test_text_is_kept_as_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "report.html"  # the content decides, not the name
    text = "\r\n  Norland's envoy left.\r\n\r\n\tShe said so. \r\n"
    path.write_bytes(text.encode())
    assert open_report(path).text == text
    assert open_report(str(path)) == open_report(text.encode(), name=str(path)) == report_of(text)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert open_report("-").text == TEXT


def test_what_the_caller_knows() -> None:
    report = report_of(TEXT, published=date(2024, 6, 19), publisher="Example Times", title="Envoy recalled")
    assert (report.publisher, report.title, report.language) == ("Example Times", "Envoy recalled", "en")
    assert [(stamp.origin, stamp.value) for stamp in report.stamps] == [("given", date(2024, 6, 19))]
    for published in ("2024-06-19", "2024-06-19T10:33:00", datetime(2024, 6, 19, 10, 33, tzinfo=UTC)):
        assert report_of(TEXT, published=published).stamps == report.stamps
    with pytest.raises(SourceError, match="2024-06-19"):
        report_of(TEXT, published="last week")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"\x1c \x00", "empty"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"%PDF-1.7 \x00\xff", "PDF"),
        (b"PK\x03\x04zzzz", "ZIP"),
        (b"\x1f\x8b\x08zzzz", "gzip"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"{\\rtf1 text}", "RTF"),
        (b"\x01\x02 text \x03\x04 text \x05\x06", "binary"),
        (b"a" * 5_000_001, "5 MB"),
        (b"<html><body><script>var a;</script></body></html>", "without text"),
    ],
)
def test_content_that_is_no_report_gets_one_line(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "input.txt"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=says) as caught:
        open_report(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    with pytest.raises(SourceError, match=says):
        open_report(content)


def test_paths_that_can_not_be_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        open_report(tmp_path / "missing.txt")
    with pytest.raises(SourceError, match="a folder"):
        open_report(tmp_path)
    with pytest.raises(SourceError, match="can't be read"):
        open_report("a\x00b")
    with pytest.raises(SourceError, match="can't be read"):
        open_report("x" * 5000)


def test_empty_or_huge_text() -> None:
    with pytest.raises(SourceError, match="empty"):
        report_of(" \n")
    with pytest.raises(SourceError, match="5 MB"):
        report_of("a" * 5_000_001)


@pytest.mark.parametrize(
    ("encoding", "says"),
    [("utf-16", "utf-16"), ("utf-32", "utf-32"), ("windows-1252", "windows-1252")],
)
def test_other_encodings_are_read_and_told(encoding: str, says: str) -> None:
    report = open_report(TEXT.encode(encoding), name="report.txt")
    assert report.text == TEXT
    (warning,) = report.warnings
    assert warning.code == "encoding"
    assert says in warning.message
    assert "report.txt" in warning.message


def test_byte_order_mark_of_utf_8_is_no_part_of_the_text() -> None:
    report = open_report(b"\xef\xbb\xbf" + TEXT.encode())
    assert (report.text, report.warnings) == (TEXT, ())


def test_declared_encoding_of_a_page() -> None:
    words = "Министр сказал, что договор подписан, и посол уехал из города в пятницу."
    page = f"<html><head><meta charset='windows-1251'></head><body><p>{words}</p></body></html>"
    report = open_report(page.encode("windows-1251"))
    assert report.text == words
    assert [warning.code for warning in report.warnings] == ["encoding", "language"]
    assert report.language == "ru"


def test_detected_encoding_of_a_text() -> None:
    words = "Министр иностранных дел сказал в пятницу, что договор подписан, и что посол уехал из города. " * 5
    report = open_report(words.encode("windows-1251"))
    assert report.text == words
    assert report.warnings[0].code == "encoding"


def test_a_few_broken_bytes_leave_the_rest_of_utf_8() -> None:
    content = ("“Norland’s envoy” left. " * 20).encode() + b"\xff"
    report = open_report(content)
    assert report.text.startswith("“Norland’s envoy” left.")
    assert report.text.endswith("\ufffd")
    assert [warning.code for warning in report.warnings] == ["encoding"]


def test_other_language_is_told_in_a_warning() -> None:
    report = report_of("Le ministre a déclaré vendredi que son pays ne signerait pas le traité avec la Sudrie.")
    assert report.language == "fr"
    assert [warning.code for warning in report.warnings] == ["language"]
    assert "fr" in report.warnings[0].message


def outcome_of(content: bytes) -> str:
    try:
        return "read: " + open_report(content, name="input").text
    except SourceError as error:
        return str(error)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_report_or_one_line(content: bytes) -> None:
    outcome = outcome_of(content)
    if outcome.startswith("read: "):
        assert outcome.removeprefix("read: ").strip()
    else:
        assert outcome.startswith("input: ")
        assert "\n" not in outcome
