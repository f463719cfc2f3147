"""`casus suppose` as people and programs call it: what would follow, and nothing of it is kept."""

import json
from pathlib import Path
from typing import Any

import pytest
from faces.test_ledger_command import called

TALKS = """ASTANA, May 3, 2024 (Steppe Wire) - If Ukraine attacks Russia, Belarus could send missiles to North Korea, Belarusian
President Alexander Lukashenko said on Friday.

Kazakhstan has sent grain to Afghanistan, its foreign ministry said.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger that keeps a report of a condition and what would follow."""
    made = tmp_path_factory.mktemp("suppose")
    (made / "talks.txt").write_text(TALKS, "utf-8")
    assert called(made, "keep", "talks.txt").returncode == 0
    return made


def lines(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    done = called(folder, "suppose", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_supposed_attack_draws_in_step_by_step_and_only_the_first_step_is_certain(folder: Path) -> None:
    [one] = lines(folder, "ASSAULT RUS POL", "--as-of", "2024-07-01")
    assert (one["kind"], one["attacker"], one["attacked"], one["supposing"]) == ("attack", "RUS", "POL", True)
    drawn = {(told["state"], told["side"]): told for told in one["drawn_in"]}
    assert drawn["USA", "attacked"]["certain"]
    assert drawn["USA", "attacked"]["step"] == 1
    belarus = drawn["BLR", "attacker"]
    assert (belarus["step"], belarus["certain"]) == (2, False)
    assert "counts as an attack on Russia" in belarus["why"]
    assert all(told["step"] == 1 for told in one["drawn_in"] if told["certain"])
    [short] = lines(folder, "ASSAULT RUS POL", "--as-of", "2024-07-01", "--depth", "1")
    assert {told["step"] for told in short["drawn_in"]} == {1}


def test_what_else_is_supposed_is_told_as_a_difference(folder: Path) -> None:
    attack, *_ = lines(
        folder, "ASSAULT RUS POL", "denounce agreement:north-atlantic-treaty USA", "accede agreement:north-atlantic-treaty UKR",
        "--as-of", "2024-07-01", "--depth", "0",
    )  # fmt: skip
    assert {(told["state"], told["status"]) for told in attack["lost"]} >= {("USA", "owed"), ("USA", "consult")}
    assert {told["state"] for told in attack["lost"]} == {"USA"}
    assert {told["state"] for told in attack["added"]} == {"UKR"}
    ukraine = next(told for told in attack["duties"] if told["state"] == "UKR" and told["status"] == "owed")
    premises = [record for part in ukraine["proof"]["rests_on"] for record in part["records"]]
    assert [record["kind"] for record in premises if record["supposed"]] == ["party"]


def test_a_supposed_transfer_is_forbidden_until_the_regime_is_lifted(folder: Path) -> None:
    [one] = lines(folder, "transfer RUS PRK missiles", "--as-of", "2024-07-01")
    assert one["verdict"] == "forbidden"
    assert {told["resolution"] for told in one["forbidden_by"]} == {"1718", "2270"}
    lifted, regime = lines(folder, "transfer RUS PRK missiles", "lift regime:un-dprk-1718", "--as-of", "2024-07-01")
    assert (lifted["verdict"], lifted["forbidden_by"]) == ("allowed", [])
    assert len(lifted["lost"]) == 2
    assert {told["regime"] for told in regime["lost"]} == {"regime:un-dprk-1718"}


def test_an_end_of_an_agreement_takes_its_promises_away(folder: Path) -> None:
    [one] = lines(folder, "denounce agreement:anzus NZL", "--as-of", "2024-07-01")
    assert not one["added"]
    assert {(told["state"], tuple(told["toward"])) for told in one["lost"] if told["article"] == "IV"} == {
        ("NZL", ("AUS", "USA")), ("AUS", ("NZL",)), ("USA", ("NZL",)),
    }  # fmt: skip


def test_a_claim_that_a_report_tells_under_a_condition_is_supposed_by_its_id(folder: Path) -> None:
    told = [json.loads(line) for line in called(folder, "show", "transfers", "--json").stdout.splitlines()]
    (missiles,) = [one for one in told if one["body"]["modality"] == "conditional"]
    [one] = lines(folder, missiles["id"][:12], "--as-of", "2024-07-01")
    assert (one["kind"], one["from"], one["to"], one["verdict"]) == ("transfer", "BLR", "PRK", "forbidden")
    assert "Ukraine attacks Russia" in one["condition"]
    reading = json.loads(called(folder, "read", "talks.txt", "--json").stdout)
    (claim,) = [one for one in reading["claims"] if one["kind"] == "event" and one["modality"] == "supposed"]
    [attack] = lines(folder, claim["id"], "--as-of", "2024-07-01", "--depth", "0")
    assert (attack["kind"], attack["attacker"], attack["attacked"]) == ("attack", "UKR", "RUS")


def test_nothing_of_it_is_kept(folder: Path) -> None:
    before = called(folder, "ledger", "export").stdout
    called(folder, "suppose", "ASSAULT USA RUS", "denounce agreement:north-atlantic-treaty", "--as-of", "2024-07-01")
    assert called(folder, "ledger", "export").stdout == before


def test_the_page_says_that_it_supposes(folder: Path) -> None:
    done = called(folder, "suppose", "ASSAULT RUS POL", "transfer RUS PRK missiles", "--as-of", "2024-07-01")
    assert done.returncode == 0, done.stderr
    words = " ".join(done.stdout.split())
    for told in (
        "Supposing, as of 2024-07-01; nothing of this is kept", "Suppose: ASSAULT RUS POL", "step 1 certain", "step 2 uncertain",
        "Russia sends missiles to North Korea: forbidden", "No legal advice",
    ):  # fmt: skip
        assert told in words
    assert words.count("No legal advice") == 1


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("bomb everything now", "supposes nothing that is understood"),
        ("ASSAULT USA Zembla", "'Zembla'"),
        ("ASSAULT USA", "supposes nothing that is understood"),
        ("denounce agreement:no-such-pact", "no such agreement is kept"),
        ("denounce agreement:anzus POL", "no party"),
        ("accede agreement:anzus AUS", "already"),
        ("denounce agreement:warsaw-pact-1955", "neither in force nor signed"),
        ("lift regime:no-such-regime", "no such measure or regime"),
        ("lift regime:un-iraq-661", "not in force on 2024-07-01"),
        ('ASSAULT "USA RUS', "No closing quotation"),
        ("c99", "no such claim"),
        ("", "nothing is supposed"),
    ],
)
def test_what_is_not_understood_gets_one_line(folder: Path, claim: str, told: str) -> None:
    done = called(folder, "suppose", claim, "--as-of", "2024-07-01")
    assert (done.returncode, done.stdout) == (1, "")
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
