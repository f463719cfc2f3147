"""`casus forbids` as people and programs call it."""

import json
from pathlib import Path

import pytest
from faces.test_ledger_command import called

from casus.faces.proof_page import rules

FIELDS = ("verdict", "measure", "regime", "resolution", "paragraph", "from", "to", "binds", "exemptions", "proof")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger of the reference facts and a report that tells of no measure."""
    made = tmp_path_factory.mktemp("forbids")
    (made / "report.txt").write_text("GENEVA, May 2, 2024 (Lake Wire) - Switzerland asked for calm.\n", "utf-8")
    assert called(made, "keep", "report.txt").returncode == 0
    return made


def lines(folder: Path, *arguments: str) -> list[dict[str, object]]:
    done = called(folder, "forbids", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_line_a_measure_with_its_proof(folder: Path) -> None:
    found = lines(folder, "--target", "North Korea", "--what", "missiles", "--from", "Russia", "--as-of", "2024-07-01")
    assert {(one["resolution"], one["paragraph"]) for one in found} == {("1718", "8(a)(ii), 8(b), 8(c)"), ("2270", "6, 8")}
    for one in found:
        assert set(FIELDS) <= set(one)
        assert (one["verdict"], one["binds"], one["bound"], one["to"]) == ("forbidden", "all UN members", None, None)
        proof = one["proof"]
        assert isinstance(proof, dict)
        assert proof["rule"] in rules()
        assert {record["kind"] for record in proof["records"]} == {"measure", "regime"}
        assert isinstance(one["lapsed"], list)
        assert {past["resolution"] for past in one["lapsed"]} == {"1718", "1874"}


def test_one_line_says_that_it_is_allowed_and_what_was_searched(folder: Path) -> None:
    [one] = lines(folder, "--target", "CHE", "--what", "arms", "--as-of", "2024-06-01")
    assert (one["verdict"], one["measure"], one["proof"]) == ("allowed", None, None)
    assert set(FIELDS) <= set(one)
    searched = one["searched"]
    assert isinstance(searched, dict)
    assert searched["regimes"] > 30
    assert searched["not_covered"]


def test_the_table_comes_first_then_what_does_not_bind_and_has_lapsed(folder: Path) -> None:
    done = called(folder, "forbids", "--target", "PRK", "--what", "arms", "--from", "RUS", "--as-of", "2024-07-01", "--why")
    assert done.returncode == 0, done.stderr
    places = [
        done.stdout.index(word) for word in ("forbidden", "not bound", "lapsed", "Charter of the UN art. 25", "No legal advice")
    ]
    assert places == sorted(places)
    assert not any(line.endswith(" ") for line in done.stdout.splitlines())


def test_a_question_that_cannot_be_answered_gets_one_line(folder: Path) -> None:
    for arguments, says in (
        (("--target", "PRK", "--what", "unicorns"), "nothing of that name"),
        (("--target", "SSD", "--as-of", "1990-01-01"), "did not exist on 1990-01-01"),
        (("--target", "FRA", "--as-of", "1914-08-01"), "nothing can be said of 1914-08-01"),
        (
            (
                "--target",
                "Ruritania",
            ),
            "Ruritania",
        ),
    ):
        done = called(folder, "forbids", *arguments)
        assert (done.returncode, done.stdout) == (1, "")
        assert says in done.stderr
        assert done.stderr.count("\n") == 1
