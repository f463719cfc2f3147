"""`casus conflicts` and `casus positions` as people and programs call them."""

import json
from pathlib import Path

import pytest
from faces.test_ledger_command import called
from reasoning.conflict_stories import STORIES
from reasoning.test_positions import REPORTS

from casus.faces.proof_page import rules

COPY = "date 1972-01-01\n\n" + STORIES["bridge"][0]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger that keeps some stories, a copy of a report and some positions."""
    made = tmp_path_factory.mktemp("conflicts")
    texts = [*STORIES["bridge"], COPY, *STORIES["another day than known"], *STORIES["forbidden"], *REPORTS]
    names = []
    for number, text in enumerate(texts):
        names.append(f"report-{number}.txt")
        (made / names[-1]).write_text(text, "utf-8")
    assert called(made, "keep", *names).returncode == 0
    return made


def lines(folder: Path, *arguments: str) -> list[dict[str, object]]:
    done = called(folder, *arguments, "--json")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_line_a_finding_with_claims_certainty_and_proof(folder: Path) -> None:
    found = lines(folder, "conflicts")
    assert {one["kind"] for one in found} == {"told and denied", "known otherwise", "forbidden transfer", "stamp"}
    for one in found:
        assert set(one) == {"id", "kind", "claims", "known", "report", "why", "rule", "certainty", "open", "proof"}
        assert one["rule"] in rules()
        assert one["claims"] or one["report"]


def test_the_table_shows_both_sides_and_a_copy_once(folder: Path) -> None:
    done = called(folder, "conflicts", "--actor", "Israel", COLUMNS="160")
    assert done.returncode == 0
    assert "1 found, 1 of them certain" in done.stdout
    assert "DENIED" in done.stdout
    assert "Egypt's army" in done.stdout


def test_why_draws_the_proof_down_to_the_words(folder: Path) -> None:
    done = called(folder, "conflicts", "--actor", "PRK", "--why", COLUMNS="160")
    assert "A transfer on a day on which a measure in force forbids it" in done.stdout
    assert "delivered missiles" in done.stdout
    assert "1718" in done.stdout


def test_about_one_event_its_witnesses_and_echoes(folder: Path) -> None:
    [conflict] = [one for one in lines(folder, "conflicts", "--actor", "Egypt") if one["kind"] == "told and denied"][:1]
    claims = conflict["claims"]
    assert isinstance(claims, list)
    told = next(one for one in claims if one["modality"] == "actual")
    borne, *found = lines(folder, "conflicts", "--about", told["fact"])
    assert (borne["kind"], borne["independent"]) == ("borne", 1)
    assert isinstance(borne["echoes"], list)
    assert len(borne["echoes"]) == 1
    assert "told and denied" in {one["kind"] for one in found}


def test_silence_says_what_was_compared(folder: Path) -> None:
    [one] = lines(folder, "conflicts", "--actor", "Norway")
    assert one["kind"] == "nothing"
    done = called(folder, "conflicts", "--actor", "Norway")
    assert "Nothing found. Compared:" in done.stdout
    assert "Not covered:" in done.stdout


def test_since_now_nothing_is_new(folder: Path) -> None:
    assert [one["kind"] for one in lines(folder, "conflicts", "--since", "2999-01-01")] == ["nothing"]


def test_two_ways_to_ask_exclude_each_other(folder: Path) -> None:
    done = called(folder, "conflicts", "--about", "abcd", "--actor", "RUS")
    assert done.returncode == 2
    assert "exclude each other" in done.stderr


def test_what_is_not_there_gets_one_line(folder: Path) -> None:
    for arguments in (
        ("conflicts", "--about", "abcdef0123"),
        ("positions", "--on", "abcdef0123"),
        ("conflicts", "--actor", "Nobody"),
    ):
        done = called(folder, *arguments)
        assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_positions_a_line_a_holder(folder: Path) -> None:
    found = lines(folder, "positions", "--on", "sanctions against PRK")
    assert {(one["holder"], one["side"]) for one in found} == {
        ("state:DEU", "for"),
        ("state:CHN", "for"),
        ("state:RUS", "neither"),
    }
    [china] = [one for one in found if one["holder"] == "state:CHN"]
    assert china["before"] == [{"side": "against", "last_told": "2016-05-04"}]
    assert china["since"] == "2017-09-08"


def test_positions_as_a_table_with_what_was_matched(folder: Path) -> None:
    done = called(folder, "positions", "--on", "sanctions against PRK", "--why", COLUMNS="160")
    assert "known as DPRK nuclear and missile sanctions" in done.stdout
    assert "against until 2016-05-04" in done.stdout
    assert "3 holders, 1 of whom changed" in done.stdout
    assert "Who stands where is what was last told of it" in done.stdout


def test_no_positions_says_what_was_looked_through(folder: Path) -> None:
    done = called(folder, "positions", "--on", "sanctions against Chad")
    assert done.returncode == 0
    assert "Nothing found. Looked through:" in done.stdout
