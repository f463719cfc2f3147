"""`casus obligations` as people and programs call it, on the example that the project began with."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from faces.test_ledger_command import called
from ledger.telling import PACT

from casus.faces.proof_page import rules

FIELDS = ("state", "status", "agreement", "article", "condition", "discretion", "certainty", "proof")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger that keeps a report of the treaty of 2024."""
    made = tmp_path_factory.mktemp("obligations")
    (made / "pact.txt").write_text(PACT, "utf-8")
    assert called(made, "keep", "pact.txt").returncode == 0
    return made


def lines(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    done = called(folder, "obligations", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def due(found: list[dict[str, Any]]) -> dict[tuple[str, str], dict[str, Any]]:
    """The lines of duty by state and agreement."""
    return {(one["state"], one["agreement"]): one for one in found if one["status"] in ("owed", "owed-if")}


def test_russia_is_bound_once_the_treaty_is_in_force_and_china_by_that_of_1961(folder: Path) -> None:
    found = due(lines(folder, "--attacked", "PRK", "--by", "USA", "--as-of", "2024-07-01"))
    assert set(found) == {("CHN", "agreement:china-dprk-1961"), ("RUS", "agreement:russia-dprk-2024")}
    russia = found["RUS", "agreement:russia-dprk-2024"]
    assert (russia["status"], russia["article"]) == ("owed-if", "4")
    assert "signed on 2024-06-19, in force from 2024-12-04" in russia["condition"]
    for one in found.values():
        assert set(FIELDS) <= set(one)
        assert set(one["certainty"]) == {"facts", "law"}
        assert one["proof"]["rule"] in rules()
    later = due(lines(folder, "--attacked", "North Korea", "--by", "United States", "--as-of", "2024-12-04"))
    assert later["RUS", "agreement:russia-dprk-2024"]["status"] == "owed"


def test_the_treaty_of_the_soviet_union_is_found_in_its_time(folder: Path) -> None:
    found = due(lines(folder, "--attacked", "PRK", "--by", "USA", "--as-of", "1995-06-01"))
    assert found["RUS", "agreement:ussr-dprk-1961"]["status"] == "owed"
    assert "RUS" not in {state for state, _ in due(lines(folder, "--attacked", "PRK", "--as-of", "2000-06-01"))}
    poland = lines(folder, "--attacked", "POL", "--by", "RUS", "--as-of", "1985-06-01")
    assert "Russia is taken for Soviet Union" in poland[0]["notes"][0]


def test_the_page_says_what_is_owed_and_by_what_and_draws_the_proof(folder: Path) -> None:
    done = called(folder, "obligations", "--attacked", "PRK", "--by", "USA", "--as-of", "2024-07-01", "--why")
    assert done.returncode == 0, done.stderr
    places = [
        done.stdout.index(words)
        for words in ("If North Korea is attacked by United States", "owed  ", "China", "owed-if", "Russia", "VCLT art. 26",
                      "would change it", "No legal advice")
    ]  # fmt: skip
    assert places == sorted(places)
    assert not any(line.endswith(" ") for line in done.stdout.splitlines())


def test_silence_says_what_was_searched(folder: Path) -> None:
    done = called(folder, "obligations", "--attacked", "CHE", "--as-of", "1950-01-01")
    assert "Nothing found" in done.stdout
    assert "Not covered: secret agreements" in " ".join(done.stdout.split())
    [one] = lines(folder, "--attacked", "CHE", "--as-of", "1950-01-01")
    assert (one["state"], one["status"]) == (None, "nothing")
    assert one["searched"]["not_covered"]


def test_all_that_a_state_has_promised(folder: Path) -> None:
    found = lines(folder, "--of", "PRK", "--as-of", "2024-12-31")
    mutual = next(one for one in found if one["agreement"] == "agreement:russia-dprk-2024" and one["article"] == "4")
    assert (mutual["toward"], mutual["since"], mutual["last"]) == (["RUS"], "2024-12-04", None)
    assert mutual["ends"]
    page = called(folder, "obligations", "--of", "PRK", "--as-of", "2024-12-31").stdout
    assert "toward Russia" in page
    assert "ends" in page


def test_a_drawing_has_everybody_who_owes_something(folder: Path) -> None:
    arguments = ("obligations", "--attacked", "PRK", "--by", "USA", "--as-of", "2025-07-01")
    drawing = ET.fromstring(called(folder, *arguments, "--svg").stdout)
    told = " ".join(drawing.itertext())
    for words in ("North Korea", "Russia, owed toward North Korea", "China, owed toward North Korea", "owed-if", "barred"):
        assert words in told
    graph = called(folder, *arguments, "--dot").stdout
    assert graph.startswith("digraph obligations {")
    assert '"USA" -> "PRK" [label="attacks"' in graph
    assert graph.count("{") == graph.count("}")


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("--attacked", "YUG", "--as-of", "2010-01-01"), 1, "Yugoslavia (YUG) did not exist on 2010-01-01"),
        (("--attacked", "Zembla"), 1, "'Zembla'"),
        (("--attacked", "NATO"), 1, "is no state"),
        (("--attacked", "POL", "--at", "Nowhere-on-Sea"), 1, "--at 'Nowhere-on-Sea'"),
        ((), 2, "--attacked STATE, or --of STATE"),
        (("--attacked", "POL", "--of", "POL"), 2, "--attacked STATE, or --of STATE"),
        (("--of", "POL", "--by", "RUS"), 2, "--of goes with"),
        (("--attacked", "POL", "--json", "--dot"), 2, "exclude each other"),
    ],
)
def test_what_can_t_be_answered_gets_one_line(folder: Path, arguments: tuple[str, ...], status: int, told: str) -> None:
    done = called(folder, "obligations", *arguments)
    assert (done.returncode, done.stdout) == (status, "")
    assert told in done.stderr.splitlines()[-1]


def test_a_named_ledger_that_is_not_there_is_not_made(folder: Path) -> None:
    done = called(folder, "obligations", "--attacked", "POL", "--ledger", "none.sqlite")
    assert done.returncode == 1
    assert not (folder / "none.sqlite").exists()
