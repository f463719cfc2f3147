"""`casus read` as people and programs call it: what is written where, and with which exit status."""

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import casus as package
from casus.reading.model import Reading

Run = Callable[..., subprocess.CompletedProcess[str]]

COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3\d|9[0-7])[;m]")
ENVIRONMENT = {**os.environ, "COLUMNS": "100", "PYTHONPATH": str(Path(package.__file__).parents[1])}

CASUS = """
import sys
from types import ModuleType
from casus.reading import contract

reading = contract.loads(open({reading!r}).read())
reader = ModuleType("casus.reading.read")
reader.read_reports = lambda reports: [reading for _ in reports]
sys.modules["casus.reading.read"] = reader

from casus.faces.command import main
main()
"""
"""The command with a reader that finds the strait in every report, so that what is tested is the command and not the reader."""


@pytest.fixture
def script(strait: Reading, tmp_path: Path) -> Path:
    from casus.reading.contract import dumps

    (tmp_path / "reading.json").write_text(dumps(strait))
    path = tmp_path / "run_casus.py"
    path.write_text(CASUS.format(reading=str(tmp_path / "reading.json")))
    return path


@pytest.fixture
def casus(script: Path, tmp_path: Path) -> Run:
    def run(*arguments: str, given: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, script, *arguments],
            input=given,
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env={**ENVIRONMENT, **environment},
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def report(strait: Reading, tmp_path: Path) -> str:
    (tmp_path / "strait.txt").write_text(strait.report.text, "utf-8")
    return "strait.txt"


def test_a_person_sees_who_says_what(casus: Run, report: str) -> None:
    done = casus("read", report)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Talland denies striking aid convoy and threatens to close strait\n")
    assert "\x1b" not in done.stdout
    assert all(line == line.rstrip() and len(line) <= 100 for line in done.stdout.splitlines())


def test_a_program_gets_one_reading_a_line(casus: Run, report: str) -> None:
    done = casus("read", "--json", report, report)
    assert done.returncode == 0
    assert [json.loads(line)["casus"] for line in done.stdout.splitlines()] == ["1", "1"]


def test_a_spreadsheet_gets_the_claims_of_all_files_under_one_header(casus: Run, report: str) -> None:
    done = casus("read", "--table", report, report)
    header, *lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert len(lines) == 2 * 16
    assert {len(line) for line in lines} == {len(header)}
    denied = dict(zip(header, lines[1], strict=True))
    assert (denied["file"], denied["modality"], denied["what"], denied["who"]) == ("strait.txt", "denied", "ASSAULT", "Talland")
    assert denied["said_by"] == "Ilse Brandt"


def test_standard_input_is_a_report_too(casus: Run, strait: Reading) -> None:
    done = casus("read", "-", given=strait.report.text)
    assert done.returncode == 0
    assert "Ilse Brandt" in done.stdout


def test_bad_files_get_a_line_each_and_the_others_are_read(casus: Run, report: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    done = casus("read", "--json", "missing.txt", "folder", report, "empty.txt", "binary.txt")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    faults = done.stderr.splitlines()
    assert len(faults) == 4
    for fault, name in zip(faults, ("missing.txt", "folder", "empty.txt", "binary.txt"), strict=True):
        assert fault.startswith(f"casus: {name}: ")


BROKEN = CASUS.replace(
    "reader.read_reports = lambda reports: [reading for _ in reports]",
    """
def read_reports(reports):
    if any("broken" in report.text for report in reports):
        raise KeyError("s3")
    return [reading for _ in reports]
reader.read_reports = read_reports
""",
)
"""The command with a reader that breaks on some reports."""


def test_a_file_on_which_casus_breaks_costs_only_itself(casus: Run, script: Path, report: str, tmp_path: Path) -> None:
    script.write_text(BROKEN.format(reading=str(tmp_path / "reading.json")))
    (tmp_path / "bad.txt").write_text("The ceasefire was broken on Monday, the mission said.")
    done = casus("read", "--json", report, "bad.txt", report)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    assert re.fullmatch(
        r"casus: bad\.txt: could not be read: internal error \(KeyError at run_casus\.py:\d+\); please report it\n", done.stderr
    )
    told = casus("read", "--json", "bad.txt", CASUS_DEBUG="1").stderr
    assert told.startswith("Traceback (most recent call last):\n")
    assert told.splitlines()[-1] in done.stderr


def test_a_defect_in_showing_is_one_line_too(casus: Run, script: Path, report: str) -> None:
    broken = "import casus.faces.page as page\npage.show = lambda reading, on: 1 / 0\nfrom casus.faces.command import main"
    script.write_text(script.read_text().replace("from casus.faces.command import main", broken))
    done = casus("read", report)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(r"casus: what was read could not be shown: internal error \(ZeroDivisionError at .*\n", done.stderr)


def test_several_files_are_told_apart(casus: Run, report: str) -> None:
    assert casus("read", report, report).stdout.count("strait.txt\n") == 2
    assert "strait.txt\n" not in casus("read", report).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read"], "Missing argument 'FILE...'"),
        (["read", "--json", "--table", "a"], "--json and --table exclude each other"),
        (["read", "--title", "T", "a", "b"], "--title is for one FILE"),
        (["read", "-", "-"], '"-" can be named once only'),
        (["read", "--published", "June", "a"], "Invalid value for '--published'"),
        (["prophesy"], "No such command 'prophesy'"),
    ],
)
def test_wrong_usage_is_told_with_status_2(casus: Run, arguments: list[str], said: str) -> None:
    done = casus(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""


def test_a_name_cannot_steer_the_terminal(script: Path, tmp_path: Path) -> None:
    written = at_terminal([sys.executable, str(script), "read", "\x1b[31mred.txt"], tmp_path, status=1)
    assert "red.txt: no such file" in written
    assert "\x1b" not in written


def test_a_closed_pipe_is_no_error(script: Path, report: str, tmp_path: Path) -> None:
    line = f"{sys.executable} {script} read --json {' '.join([report] * 64)} | head -n 1 | wc -l"
    done = subprocess.run(
        ["bash", "-c", line], capture_output=True, text=True, cwd=tmp_path, env=ENVIRONMENT, timeout=60, check=True
    )
    assert (done.stdout.strip(), done.stderr) == ("1", "")


def test_an_interruption_is_quiet(script: Path, tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, script, "read", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=ENVIRONMENT,
    ) as waiting:
        assert waiting.stdin
        waiting.stdin.write(b"x" * 500_000)  # more than a pipe holds: once it is written, the command is reading
        waiting.stdin.flush()
        waiting.send_signal(signal.SIGINT)
        out, err = waiting.communicate(timeout=30)
    assert waiting.returncode == 130
    assert (out, err.strip()) == (b"", b"")


def test_colour_on_a_terminal_only_and_never_against_the_readers_wish(script: Path, report: str, tmp_path: Path) -> None:
    command = [sys.executable, str(script), "read", report]
    assert COLOUR.search(at_terminal(command, tmp_path))
    assert not COLOUR.search(at_terminal(command, tmp_path, NO_COLOR="1"))


def test_progress_is_shown_to_a_person_who_sees_nothing_else(script: Path, report: str, tmp_path: Path) -> None:
    command = [sys.executable, str(script), "read", "--json", *[report] * 9]
    assert "100%" in at_terminal(command, tmp_path, piped=True)
    assert "100%" not in at_terminal(command, tmp_path)
    assert at_terminal(command[:-1], tmp_path, piped=True) == ""


def at_terminal(command: list[str], folder: Path, status: int = 0, *, piped: bool = False, **environment: str) -> str:
    """What a command writes to a terminal; `piped` sends standard output elsewhere."""
    ours, theirs = pty.openpty()
    settings = {name: value for name, value in ENVIRONMENT.items() if name not in ("NO_COLOR", "COLUMNS")}
    with subprocess.Popen(
        command,
        stdin=theirs,
        stdout=subprocess.DEVNULL if piped else theirs,
        stderr=theirs,
        cwd=folder,
        env={**settings, "TERM": "xterm-256color", **environment},
    ) as child:
        os.close(theirs)
        written = b""
        while select.select([ours], [], [], 30)[0]:
            try:
                part = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            written += part
        os.close(ours)
        assert child.wait(30) == status
    return written.decode()


def test_help_and_version_load_nothing_that_is_slow(tmp_path: Path) -> None:
    heavy = {"numpy", "onnxruntime", "tokenizers", "rich", "yaml", "trafilatura"}
    script = tmp_path / "loaded.py"
    script.write_text(
        "import sys\n"
        "from casus.faces.command import casus\n"
        "import casus as package\n"
        "casus.main(sys.argv[1:], standalone_mode=False)\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)\n"
    )
    for arguments in (["--help"], ["--version"], ["read", "--help"]):
        done = subprocess.run(
            [sys.executable, script, *arguments], capture_output=True, text=True, env=ENVIRONMENT, timeout=60, check=True
        )
        assert done.stdout
        assert heavy & set(done.stderr.split()) == set()


def test_python_m_casus_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "casus", "--version"], capture_output=True, text=True, env=ENVIRONMENT, timeout=60, check=True
    )
    assert done.stdout.startswith("casus ")
