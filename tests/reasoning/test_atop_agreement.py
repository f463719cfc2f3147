"""Who owes defence by an import is who owes it by the file: on dyad-years of our own, and on a sample of the field's."""

from pathlib import Path

import pytest

from benchmarks.atop_agreement import SHARED, compare

HEADER = "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul"
# The Soviet Union and Poland to 1991, the United States and Canada throughout, a promise that goes one way, one of no defence.
ROWS = [
    *(f"365,290,{year},1,0,0,1,1" for year in range(1985, 1992)),
    *(f"290,365,{year},1,0,0,1,1" for year in range(1985, 1992)),
    *(f"365,290,{year},0,0,0,0,0" for year in range(1992, 1996)),
    *(f"290,365,{year},0,0,0,0,0" for year in range(1992, 1996)),
    *(f"2,20,{year},1,0,0,0,1" for year in range(1985, 1996)),
    *(f"20,2,{year},1,0,0,0,1" for year in range(1985, 1996)),
    *(f"200,100,{year},1,0,0,0,0" for year in range(1988, 1990)),
    *(f"100,200,{year},0,0,0,0,0" for year in range(1985, 1996)),
    *(f"2,365,{year},0,0,0,1,0" for year in range(1985, 1996)),
]


def test_every_dyad_year_is_answered_as_the_file_has_it(tmp_path: Path) -> None:
    file = tmp_path / "dyads.csv"
    file.write_text("\n".join([HEADER, *ROWS]) + "\n", "utf-8")
    assert list(compare(file, len(ROWS), 1)) == []


def test_a_difference_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "dyads.csv"
    file.write_text("\n".join([HEADER, *ROWS]) + "\n", "utf-8")
    monkeypatch.setattr("benchmarks.atop_agreement.owing_in", lambda *_: set())
    assert any("state:CAN toward state:USA: the file says True" in told for told in compare(file, len(ROWS), 1))


def test_a_sample_of_the_published_file_agrees() -> None:
    if not SHARED.exists():
        pytest.skip("../shared is not there: no copy of ATOP's dyad-year file")
    assert list(compare(SHARED, 200, 7)) == []
