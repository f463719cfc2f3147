"""The files of reference facts: well-formed, compiled, quick to load; and what a person who edits them wrongly is told."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import casus
from casus.errors import WorldError
from casus.world import check, compile, index, source

LOADING = """
import time
start = time.process_time()
from datetime import date
from casus.world import agreements, names, offices, regimes
names.scan(["Russia", "signed", "a", "pact"], date(2024, 6, 19))
offices.person("Putin", date(2024, 6, 19))
agreements.find(parties=("RUS", "PRK"), signed_near=date(2024, 6, 19))
regimes.regimes_on("PRK", date(2024, 6, 19))
print(time.process_time() - start)
import sys
assert "yaml" not in sys.modules
"""


def test_every_record_is_well_formed_and_its_codes_are_known() -> None:
    assert check.check() > 29_000


def test_the_compiled_index_is_what_its_sources_compile_to() -> None:
    assert compile.stale() == (), "run: python -m casus.world.compile"


def test_all_that_a_reading_needs_loads_within_its_share_of_the_start() -> None:
    root = Path(casus.__file__).parents[1]
    ran = subprocess.run(
        [sys.executable, "-c", LOADING], capture_output=True, text=True, check=True, env={"PYTHONPATH": str(root)}
    )
    assert float(ran.stdout) < 0.35


STATE = {"code": "XYZ", "name": "Ruritania", "un_member": False, "sources": ["curated"]}


@pytest.mark.parametrize(
    ("file", "row", "told"),
    [
        ("states.yaml", STATE | {"capitol": []}, r"states.yaml: record 1 \(XYZ\): unknown key 'capitol'; allowed: code, name,"),
        ("states.yaml", STATE | {"first": 1990}, r"first: 1990 must be a date in quotes"),
        ("states.yaml", STATE | {"code": "xyz"}, r"code: 'xyz' must be three capital letters"),
        ("states.yaml", STATE | {"first": "1990", "last": "1980"}, r"first 1990 is after last 1980"),
        ("states.yaml", STATE | {"sources": ["hearsay"]}, r"sources\[1\]: 'hearsay' is not known; allowed: archigos, "),
        ("states.yaml", {"code": "XYZ"}, r"'name' is missing"),
        ("states.yaml", STATE | {"names": "Zenda"}, r"names: 'Zenda' must be a list"),
        ("states.yaml", STATE | {"name": " Zenda"}, r"name: ' Zenda' must be text without outer spaces"),
        ("states.yaml", STATE | {"capitals": ["Strelsau"]}, r"capitals\[1\]: 'Strelsau' must be a record of names"),
        ("memberships.yaml", {"group": "NATO", "member": "ZZZ"}, r"member: 'ZZZ' is not known; allowed: AFG, "),
        ("seats.yaml", {"names": ["the Palace"], "weight": 2}, r"weight: 2 must be a number from 0 to 1"),
        ("weights.yaml", {"name": "Zenda", "weights": {"state:ZZZ": 1}}, r"weights: .* is not known; allowed: bloc:"),
    ],
)
def test_a_wrong_record_is_named_with_file_place_and_what_is_allowed(file: str, row: dict[str, Any], told: str) -> None:
    with pytest.raises(WorldError, match=told):
        check.check_file(file, [row])


def test_a_file_that_is_no_list_of_records_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken.yaml").write_text("- {name: [")
    (tmp_path / "text.yaml").write_text("just words")
    monkeypatch.setattr(source, "DATA", tmp_path)
    with pytest.raises(WorldError, match=r"broken.yaml: can't be read"):
        source.records("broken.yaml")
    with pytest.raises(WorldError, match=r"text.yaml: must be a list of records"):
        source.records("text.yaml")


def test_a_missing_index_says_how_to_make_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "INDEX", tmp_path)
    with pytest.raises(WorldError, match=r"python -m casus.world.compile"):
        index.load("names-of-nowhere")
