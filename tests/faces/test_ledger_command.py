"""The commands of the ledger as people and programs call them."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from ledger.telling import PACT, SHELLING

import casus as package

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two reports and a ledger that keeps them."""
    made = tmp_path_factory.mktemp("kept")
    (made / "pact.txt").write_text(PACT, "utf-8")
    (made / "shelling.txt").write_text(SHELLING, "utf-8")
    done = called(made, "keep", "pact.txt", "shelling.txt", "--publisher", "Canal Wire")
    assert (done.returncode, done.stderr) == (0, "")
    return made


@pytest.fixture(scope="module")
def casus(folder: Path) -> Run:
    return lambda *arguments, **environment: called(folder, *arguments, **environment)


def called(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    given = {
        **os.environ,
        "COLUMNS": "120",
        "PYTHONPATH": str(Path(package.__file__).parents[1]),
        "CASUS_LEDGER": "ledger.sqlite",
    }
    return subprocess.run(
        [sys.executable, "-m", "casus", *arguments],
        capture_output=True,
        text=True,
        cwd=folder,
        env={**given, **environment},
        timeout=120,
        check=False,
    )


def rows(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_keeping_again_says_that_nothing_is_new_and_bad_files_cost_only_themselves(casus: Run) -> None:
    done = casus("keep", "pact.txt", "missing.txt", "shelling.txt", "--publisher", "Canal Wire")
    assert done.returncode == 1
    assert [line.rpartition(", ")[2] for line in done.stdout.splitlines()] == ["kept already"] * 2
    assert "missing.txt" in done.stderr
    [again] = rows(casus("keep", "pact.txt", "--publisher", "Canal Wire", "--json"))
    assert (again["file"], again["new"], again["changed"], again["retracted"]) == ("pact.txt", 0, 0, 0)


def test_the_known_agreement_is_shown_with_the_report_that_tells_it(casus: Run) -> None:
    [row] = rows(casus("show", "agreements", "--actor", "RUS", "--with", "PRK", "--as-of", "2024-07-01", "--json"))
    assert (row["id"], row["reports"]) == ("agreement:russia-dprk-2024", 1)
    body = row["body"]
    assert isinstance(body, dict)
    assert (body["signed"], body["in_force"]) == ("2024-06-19", "2024-12-04")
    explained = casus("explain", "agreement:russia-dprk-2024")
    assert "art. 4: defence" in explained.stdout
    assert "mutual assistance" in explained.stdout
    assert rows(casus("show", "agreements", "--actor", "RUS", "--with", "PRK", "--as-of", "2024-06-18", "--json")) == []


def test_a_table_tells_how_many_reports_it_rests_on(casus: Run) -> None:
    done = casus("show", "events", "--actor", "Egypt", "--as-of", "1971-12-31")
    assert "ASSAULT" in done.stdout
    assert "from 1 report" in done.stdout
    assert not any(line.endswith(" ") for line in done.stdout.splitlines())


def test_measures_of_reference_facts_are_shown_when_they_are_asked_for(casus: Run) -> None:
    told = casus("show", "measures", "--actor", "PRK", "--as-of", "2016-01-01")
    assert "--facts adds" in told.stdout
    facts = rows(
        casus("show", "measures", "--actor", "PRK", "--as-of", "2016-01-01", "--type", "arms embargo", "--facts", "--json")
    )
    assert any(row["body"]["imposers"] == ["org:UNSC"] for row in facts)  # type: ignore[index]


def test_a_spreadsheet_gets_cells_that_are_no_formulas(casus: Run) -> None:
    done = casus("show", "statements", "--csv", "--limit", "3")
    cells = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(cells) == 3
    assert all(row["kind"] == "statement" and row["said_by"].startswith("report") for row in cells)


def test_a_row_is_accepted_corrected_retracted_restored_undone_and_its_history_told(casus: Run) -> None:
    [row, *_] = rows(casus("show", "events", "--type", "ASSAULT", "--modality", "actual", "--json"))
    short = str(row["id"])[:8]
    for arguments in (("accept", short), ("correct", short, "killed=3"), ("retract", short), ("restore", short), ("undo", short)):
        done = casus(*arguments, "--why", "the second edition")
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith(short)
    explained = casus("explain", short).stdout
    for word in ("learnt", "accepted", "corrected", "retracted", "restored", "undid"):
        assert f"{word} by" in explained
    history = json.loads(casus("explain", short, "--json").stdout)["history"]
    did = ["learnt", "accepted", "corrected", "retracted", "restored", "undid"]
    assert [record["did"] for record in history[row["id"]]] == did
    assert [record["retracted"] for record in history[row["id"]]] == [False, False, False, True, False, True]
    assert casus("undo", short, "--why", "so").returncode == 0
    assert [one for one in did if f" {one} " not in casus("changes", "--since", "2020-01-01").stdout] == []
    casus("correct", short, "killed=4", "--why", "the second edition")
    changed = casus("changes", "--since", "2020-01-01", "--json").stdout.splitlines()
    assert json.loads(changed[-1])["why"] == "the second edition"


def test_a_course_of_events_runs_forward(casus: Run) -> None:
    found = rows(casus("timeline", "RUS", "PRK", "--json"))
    days = [row["valid"]["from"][0] for row in found]  # type: ignore[index]
    assert days == sorted(days)
    assert len(days) >= 2


def test_reports_and_actors_are_listed(casus: Run) -> None:
    assert {row["publisher"] for row in rows(casus("show", "reports", "--json"))} == {"Canal Wire"}
    assert casus("show", "actors").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "status", "fault"),
    [
        (("show", "events", "--actor", "Ruritania"), 1, "Ruritania"),
        (("show", "nothings"), 2, "nothings"),
        (("explain", "ffffffff"), 1, "no record begins so"),
        (("correct", "ffffffff", "type", "--why", "so"), 2, "not FIELD=VALUE"),
        (("retract", "ffffffff"), 2, "--why"),
        (("undo", "ffffffff", "--why", "so"), 1, "no record begins so"),
        (("show", "events", "--json", "--csv"), 2, "exclude"),
        (("show", "events", "--ledger", "none.sqlite"), 1, "there is no ledger"),
        (("keep", "pact.txt", "--ledger", "mysql://host/name"), 1, "not in mysql"),
        (("timeline", "RUS", "PRK", "USA"), 2, "one or two"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(casus: Run, arguments: tuple[str, ...], status: int, fault: str) -> None:
    done = casus(*arguments)
    assert done.returncode == status
    assert fault in done.stderr
    assert "Traceback" not in done.stderr


def test_a_ledger_is_sound_and_can_be_carried_elsewhere(casus: Run, folder: Path) -> None:
    assert casus("verify").stdout.endswith(" records, 0 faults\n")
    assert casus("doctor").returncode == 0
    assert casus("ledger", "export", "all.jsonl").returncode == 0
    assert casus("ledger", "import", "all.jsonl", "--ledger", "again.sqlite").returncode == 0
    assert casus("ledger", "backup", "copy.sqlite").returncode == 0
    shown = casus("show", "events", "--json").stdout
    assert shown == casus("show", "events", "--json", "--ledger", "again.sqlite").stdout
    assert shown == casus("show", "events", "--json", "--ledger", "copy.sqlite").stdout
    (folder / "half.jsonl").write_bytes((folder / "all.jsonl").read_bytes()[:-200])
    refused = casus("ledger", "import", "half.jsonl", "--ledger", "third.sqlite")
    assert refused.returncode == 1
    assert "half.jsonl" in refused.stderr


def test_own_facts_are_added_from_a_file(casus: Run, folder: Path) -> None:
    (folder / "mine.yaml").write_text(
        "memberships:\n- {group: NATO, member: AUT, first: 2031, source: Smith 2032, confidence: low}\n", "utf-8"
    )
    done = casus("world", "add", "mine.yaml")
    assert (done.returncode, done.stdout) == (0, "mine.yaml: 1 fact, 0 faults; 1 new, 0 changed, 0 retracted\n")
    [row] = rows(casus("show", "memberships", "--actor", "AUT", "--with", "NATO", "--as-of", "2031-12-31", "--facts", "--json"))
    assert row["valid"] == {"from": ["2031-01-01", "2031-12-31"], "to": None}
