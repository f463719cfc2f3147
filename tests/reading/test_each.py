"""A report on which a pass breaks costs only itself: the others are read, whatever their number and order."""

import pytest

from casus.errors import EncoderError, InternalError
from casus.reading import read as reader
from casus.reading.document import Document
from casus.reading.each import read_each
from casus.reading.model import Reading
from casus.reading.quotations import quotations
from casus.sources.open import report_of
from casus.sources.report import Report

GOOD = "Kenya accused Ethiopia of shelling a border post on Monday."
BAD = "Peru signed a fishing agreement with Chile."


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pass that trips over the report of Peru."""

    def broken(report: Report) -> object:
        if "Peru" in report.text:
            raise KeyError("a quotation that nobody closes")
        return quotations(report)

    monkeypatch.setattr(reader, "quotations", broken)


def named(*texts: str) -> list[tuple[str, Report]]:
    return [(f"{number}.txt", report_of(text, name="report")) for number, text in enumerate(texts)]


@pytest.mark.usefixtures("breaking")
@pytest.mark.parametrize("order", [(BAD,), (BAD, GOOD), (GOOD, BAD, GOOD), (GOOD, GOOD, BAD), (BAD, GOOD, BAD, GOOD, GOOD)])
def test_the_others_are_read_and_the_broken_one_is_named(order: tuple[str, ...]) -> None:
    given = named(*order)
    for (name, report), result in zip(given, read_each(given), strict=True):
        if report.text == BAD:
            assert isinstance(result, InternalError)
            assert str(result).startswith(f"{name}: could not be read: internal error (KeyError at test_each.py:")
            assert str(result).endswith("); please report it")
            assert isinstance(result.__cause__, KeyError)
        else:
            assert isinstance(result, Reading)
            assert result.report is report
            assert [claim.kind for claim in result.claims] != []


def test_a_reader_without_its_encoder_is_no_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Document:
        raise EncoderError("the encoder's files are missing")

    monkeypatch.setattr(reader, "load_encoder", missing)
    with pytest.raises(EncoderError):
        read_each(named(GOOD, GOOD))


def test_nothing_given_is_nothing_read() -> None:
    assert read_each([]) == []
