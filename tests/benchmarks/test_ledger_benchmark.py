"""The benchmark of the ledger: that what it makes up is kept whole and that it runs and prints every figure."""

import re
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.ledger import AGAIN, course, main
from benchmarks.ledger_material import RECORDS, dyad
from benchmarks.postgresql import MISSING, binaries
from casus.ledger.contract import Query, Wanted
from casus.ledger.sql.store import open_store

ASKED = (
    "events of a dyad as of",
    "the same, known now",
    "events of an actor as of",
    "agreements of an actor as of",
    "anything of an actor",
    "a kind by modality",
    "a record by its id",
)
RATES = (
    "kept, records/s",
    "rows alone (the limit), records/s",
    "share of the limit",
    "kept, records/s of the processor",
    "rows alone, of the processor",
    "bytes a record",
)


def test_the_course_of_reports_is_kept_and_read_again(tmp_path: Path) -> None:
    """A tenth of the reports is read again: of each, four events are told otherwise and one is taken back."""
    store = open_store(tmp_path / "ledger.sqlite")
    for one in islice(course(), 2 * AGAIN + 2):
        written = store.write(one)
        assert (len(written.records), written.present) == (len(one.drafts), 0)
    held = store.since(0)
    assert len(held) == 2 * AGAIN * RECORDS + 2 * 5
    assert sum(record.draft.retracted for record in held) == 2
    assert len(store.records(Query(retracted=True))) == len(held) - 2 * 5
    assert next(course()) == next(course())


def test_dyads_that_are_asked_for_are_told_of(tmp_path: Path) -> None:
    store = open_store(tmp_path / "ledger.sqlite")
    for one in islice(course(), 30):
        store.write(one)
    pair = tuple(Wanted(entity=entity) for entity in dyad(0))
    assert len(store.records(Query(kinds=("event",), entities=pair))) > 3


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_it_prints_every_figure(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    if database == "postgresql" and binaries() is None:
        pytest.skip(MISSING)
    main(["--sizes", "300,900", "--asked", "5", "--readings", "2", *(["--postgres"] if database == "postgresql" else [])])
    printed, told = capsys.readouterr()
    assert told == ""
    for name in RATES:
        figures = [float(figure.replace(",", "")) for figure in re.findall(rf"^{re.escape(name)} +([\d,.]+)", printed, re.M)]
        assert len(figures) == 2
        assert min(figures) > 0
    for name in ASKED:
        median, high, most = (list(map(float, each)) for each in zip(*_three(name, printed), strict=True))
        assert len(median) == 2
        assert all(0 < one <= two <= three for one, two, three in zip(median, high, most, strict=True))
    sizes = [int(size) for size in re.findall(r"^-- (\d+) records \(load", printed, re.M)]
    assert [300 <= sizes[0] < 330, 900 <= sizes[1] < 930] == [True, True]
    assert len(re.findall(r"^(?:new ledger|ledger of 9\d\d), (?:reports|records)/s +[\d,.]+$", printed, re.M)) == 4


@pytest.mark.parametrize("sizes", ["10000,1000", "0", "many", "10,10"])
def test_sizes_that_do_not_ascend_are_wrong_usage(sizes: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--sizes", sizes])
    assert ended.value.code == 2
    assert "--sizes" in capsys.readouterr().err


def _three(name: str, printed: str) -> list[tuple[str, str, str]]:
    return re.findall(rf"^{name} +([\d.]+) +([\d.]+) +([\d.]+)", printed, re.M)
