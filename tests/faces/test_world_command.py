"""`casus world` as people and programs call it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import casus as package
from casus.errors import CasusError
from casus.faces import world_command
from casus.world.fact import Fact

Run = Callable[..., subprocess.CompletedProcess[str]]

ENVIRONMENT = {**os.environ, "COLUMNS": "100", "PYTHONPATH": str(Path(package.__file__).parents[1])}


@pytest.fixture
def casus(tmp_path: Path) -> Run:
    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "casus", "world", *arguments],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env={**ENVIRONMENT, **environment},
            timeout=60,
            check=False,
        )

    return run


MINE = """memberships:
- {group: NATO, member: AUT, first: 2031, source: Smith 2032, confidence: low}
- {group: NATOO, member: AUT, first: 2031, source: Smith 2032, confidence: low}
- {group: NATO, member: CHE, first: 2031, last: 2030, source: Smith 2032, confidence: low}
"""


def test_the_facts_that_come_with_casus_are_well_formed(casus: Run) -> None:
    done = casus("check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(" records, 0 faults\n")


def test_all_faults_of_own_files_are_told_a_line_each(casus: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(MINE, "utf-8")
    (tmp_path / "good.yaml").write_text("".join(MINE.splitlines(keepends=True)[:2]), "utf-8")
    done = casus("check", "mine.yaml", "good.yaml", "none.yaml")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0].startswith("mine.yaml:3: memberships: NATOO: group: 'NATOO' is not known; perhaps NATO; allowed: ")
    assert lines[1] == "mine.yaml:4: memberships: NATO: last: last 2030 is before first 2031"
    assert lines[2:] == [
        "mine.yaml: 1 fact, 2 faults",
        "good.yaml: 1 fact, 0 faults",
        "none.yaml: can't be read: No such file or directory",
        "none.yaml: 0 facts, 1 fault",
    ]
    assert casus("check", "good.yaml").returncode == 0


@pytest.mark.parametrize("named", ["russia-dprk-2024", "agreement:russia-dprk-2024", "Russia-North Korea treaty"])
def test_an_agreement_is_shown_by_id_title_or_alias(casus: Run, named: str) -> None:
    done = casus("show", named)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Treaty on Comprehensive Strategic Partnership between Russia and the DPRK")
    for words in (
        "signed                2024-06-19",
        "in force              2024-12-04",
        "4  defence",
        "when: One of them",
    ):
        assert words in done.stdout
    assert "\x1b" not in done.stdout
    assert all(line == line.rstrip() and len(line) <= 100 for line in done.stdout.splitlines())


@pytest.mark.parametrize("columns", ["60", "79", "120"])
def test_a_state_fits_the_terminal(casus: Run, columns: str) -> None:
    done = casus("show", "RUS", "--as-of", "2024-07-01", COLUMNS=columns)
    assert max(map(len, done.stdout.splitlines())) <= int(columns)
    for words in ("Vladimir Putin", "cow 365", "eu-russia-sectoral", "BRICS"):
        assert words in done.stdout


def test_only_what_stood_on_the_day_is_shown(casus: Run) -> None:
    then = casus("show", "org:NATO", "--as-of", "1985-06-01").stdout
    assert "Spain" in then
    assert "Poland" not in then
    assert "Poland" in casus("show", "NATO").stdout
    assert "DOES NOT STAND on that day" in casus("show", "warsaw-pact-1955", "--as-of", "2000-01-01").stdout
    assert "none" in casus("show", "un-iran-1737", "--as-of", "2020-01-01").stdout


def test_what_is_doubtful_says_so(casus: Run) -> None:
    assert "SIGNED ONLY: not known to be in force" in casus("show", "nancy-2025").stdout
    assert "LOOSE: there is no agreed roster" in casus("show", "the West").stdout
    assert "PERHAPS: day" in casus("show", "eu-dprk", "--as-of", "2016-03-01").stdout
    anzus = casus("show", "agreement:anzus").stdout
    assert "suspended: United States and New Zealand, since 1986-08-11" in anzus


def test_programs_get_one_json_object(casus: Run) -> None:
    found = json.loads(casus("show", "SUN", "--json", "--as-of", "1985-06-01").stdout)
    assert (found["id"], found["kind"], found["as_of"]) == ("state:SUN", "state", "1985-06-01")
    assert {one["number"] for one in found["codes"]} == {365}
    assert "agreement:warsaw-pact-1955" in [one["agreement"] for one in found["agreements"]]
    pact = json.loads(casus("show", "agreement:csto", "--json").stdout)
    assert [one["first"] for one in pact["parties"] if one["state"] == "state:UZB"] == sorted(
        one["first"] for one in pact["parties"] if one["state"] == "state:UZB"
    )
    regime = json.loads(casus("show", "un-dprk-1718", "--json", "--as-of", "2017-03-01").stdout)
    assert regime["stands"] is True
    assert {one["resolution"] for one in regime["measures"] if one["detail"] == "commodity-export-cap"} == {"2321"}


def test_a_state_that_only_a_code_list_has_is_shown(casus: Run) -> None:
    assert casus("show", "cow:300").stdout.startswith("Austria-Hungary  cow:300\n")


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("Korea", "casus: 'Korea' may be South Korea (state:KOR), North Korea (state:PRK)\n"),
        ("AU", "casus: 'AU' may be African Union (org:AU), Australia (state:AUS)\n"),
        ("cow:365", "casus: 'cow:365' may be Russia (state:RUS), Soviet Union (state:SUN)\n"),
        ("Zubrowka", "casus: no state, agreement, regime, organisation or bloc 'Zubrowka'\n"),
        ("Rusia", "casus: no state, agreement, regime, organisation or bloc 'Rusia'; near: Russia (state:RUS), "),
    ],
)
def test_an_unknown_or_ambiguous_name_gets_one_line_with_the_candidates(casus: Run, named: str, told: str) -> None:
    done = casus("show", named)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(told)
    assert done.stderr.count("\n") == 1


def test_a_day_settles_what_a_code_means(casus: Run) -> None:
    assert casus("show", "cow:365", "--as-of", "1960-01-01").stdout.startswith("Soviet Union  state:SUN\n")
    assert casus("show", "gw:345", "--as-of", "2005-01-01").stdout.startswith("Serbia and Montenegro  state:SCG\n")


@pytest.mark.parametrize("arguments", [("show",), ("show", "RUS", "--as-of", "soon"), ("polish",)])
def test_wrong_usage_exits_with_two(casus: Run, arguments: tuple[str, ...]) -> None:
    assert casus(*arguments).returncode == 2


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; from casus.faces import command; print({'yaml', 'rich', 'casus.world', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=ENVIRONMENT, check=True, timeout=60)
    assert done.stdout == "set()\n"


class Kept:
    """A ledger that keeps what it is given."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []

    def write(self, facts: Sequence[Fact]) -> str:
        self.facts += facts
        return f"{len(facts)} new"


def test_good_facts_of_a_file_are_written_and_faults_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.yaml").write_text(MINE, "utf-8")
    ledger = Kept()
    assert world_command.add_files([str(tmp_path / "mine.yaml")], ledger.write) == 1
    assert [fact.topic for fact in ledger.facts] == ["membership:NATO:AUT"]
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 3
    assert told[-1].endswith("mine.yaml: 1 fact, 2 faults; 1 new")


def test_a_data_set_is_written_with_its_citation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n2,20,1942,1,0,0,0,0\n"
    (tmp_path / "atop.csv").write_text(rows, "utf-8")
    ledger = Kept()
    assert world_command.import_files([str(tmp_path / "atop.csv")], "atop", ledger.write) == 0
    assert [fact.citation.key for fact in ledger.facts] == ["atop"]
    assert world_command.import_files([str(tmp_path / "atop.csv")], "cow-alliances", ledger.write) == 1
    assert "lacks the columns version4id" in capsys.readouterr().out


def test_a_ledger_that_refuses_is_told_and_the_next_file_still_comes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = "".join(MINE.splitlines(keepends=True)[:2])
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / name).write_text(good, "utf-8")
    ledger = Kept()

    def write(facts: Sequence[Fact]) -> str:
        if not ledger.facts:
            ledger.facts += facts
            raise CasusError("the ledger is locked")
        return ledger.write(facts)

    assert world_command.add_files([str(tmp_path / name) for name in ("one.yaml", "two.yaml")], write) == 1
    said = capsys.readouterr()
    assert said.err == "casus: the ledger is locked\n"
    assert said.out.endswith("two.yaml: 1 fact, 0 faults; 1 new\n")
