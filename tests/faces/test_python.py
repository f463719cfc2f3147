"""`casus.read` tells a path from a text, and gives the sources what the caller knows."""

import subprocess
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

import casus
from casus.reading.model import Reading
from casus.sources.report import Report

REPORT = "Talland did not strike the aid convoy, Foreign Minister Ilse Brandt said on Tuesday."


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Report]:
    """The reports that come to be read, with a reader that finds nothing in them."""
    reports: list[Report] = []

    def read_report(report: Report) -> Reading:
        reports.append(report)
        return Reading(report=report, written=None, sentences=(), actors=(), times=(), claims=(), warnings=())

    reader = ModuleType("casus.reading.read")
    monkeypatch.setattr(reader, "read_report", read_report, raising=False)
    monkeypatch.setitem(sys.modules, "casus.reading.read", reader)
    return reports


def test_text_is_read_as_text(opened: list[Report]) -> None:
    reading = casus.read(REPORT, published="2031-03-05", publisher="Meridian", title="Convoy")
    assert reading.report is opened[0]
    assert (reading.report.text, reading.report.publisher, reading.report.title) == (REPORT, "Meridian", "Convoy")
    assert [(stamp.origin, stamp.value) for stamp in reading.report.stamps] == [("given", date(2031, 3, 5))]


def test_a_file_is_read_by_path_and_by_its_name(opened: list[Report], tmp_path: Path) -> None:
    for path in (tmp_path / "report.txt", tmp_path / "no suffix at all"):
        path.write_text(REPORT)
        casus.read(path)
        casus.read(str(path))
    assert [report.text for report in opened] == [REPORT] * 4


def test_a_missing_file_is_no_text(opened: list[Report], tmp_path: Path) -> None:
    for missing in (tmp_path / "anything", "missing.txt", str(tmp_path / "report.HTML")):
        with pytest.raises(casus.SourceError, match="no such file"):
            casus.read(missing)
    assert opened == []


@pytest.mark.parametrize("text", [REPORT + "\n" + REPORT, "x" * 5000, "See the file report.txt", "A line with\0a nul byte"])
def test_what_cannot_be_a_path_is_text(opened: list[Report], text: str) -> None:
    casus.read(text)
    assert len(opened) == 1


def test_an_empty_text_is_told_so(opened: list[Report]) -> None:
    with pytest.raises(casus.SourceError, match="clipping: empty"):
        casus.read("", name="clipping")
    assert opened == []


def test_a_date_that_is_none_is_told_so(opened: list[Report]) -> None:
    with pytest.raises(casus.SourceError, match="not a date"):
        casus.read(REPORT, published="June")
    assert opened == []


def test_importing_casus_costs_nothing_and_every_name_is_there() -> None:
    script = (
        "import sys, casus; print(*sorted(name for name in sys.modules if name.startswith('casus')));"
        "print(all(getattr(casus, name) for name in dir(casus)))"
    )
    source = str(Path(casus.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env={"PYTHONPATH": source}, timeout=60, check=True
    )
    assert done.stdout.splitlines() == ["casus casus.version", "True"]
    with pytest.raises(AttributeError, match="no attribute 'rumour'"):
        casus.rumour  # noqa: B018


def test_a_defect_names_the_report_and_keeps_its_cause(monkeypatch: pytest.MonkeyPatch) -> None:
    def read_report(report: Report) -> Reading:
        raise LookupError(report.text)

    reader = ModuleType("casus.reading.read")
    monkeypatch.setattr(reader, "read_report", read_report, raising=False)
    monkeypatch.setitem(sys.modules, "casus.reading.read", reader)
    with pytest.raises(casus.InternalError, match=r"clipping: could not be read: internal error \(LookupError at ") as caught:
        casus.read(REPORT, name="clipping")
    assert isinstance(caught.value.__cause__, LookupError)
