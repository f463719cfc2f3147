"""`make score`: every part can be asked for, and one that lacks its corpus says so in a line and is no failure."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import __main__ as parts
from benchmarks.shared import needed, scorer_at

ROOT = Path(__file__).parents[2]
ALONE = ("encoder", "sentences", "times", "attribution", "facts")
"""Parts that have nothing to be scored on without the corpora."""


def test_every_part_is_a_module_with_a_story() -> None:
    for module, *_ in parts.PARTS.values():
        assert (ROOT / f"{module.replace('.', '/')}.py").read_text("utf-8").startswith('"""')


def test_without_the_corpora_each_part_says_so_in_one_line(tmp_path: Path) -> None:
    """Seen from a folder that has no ../shared beside it."""
    here = tmp_path / "project"
    here.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", *ALONE],
        capture_output=True,
        text=True,
        cwd=here,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"},
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[::2] == [f"== {part}" for part in ALONE]
    assert all(line.startswith("not scored: ../shared/") and line.endswith(" is not there") for line in lines[1::2])


def test_a_part_that_fails_fails_the_whole(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(parts, "PARTS", {"good": ("this",), "bad": ("benchmarks.no_such_part",)})
    assert parts.main(["good"]) == 0
    assert parts.main([]) == 1
    assert "== bad" in capfd.readouterr().out


def test_an_unknown_part_is_told_with_those_that_exist(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parts.main(["speed"])
    assert ended.value.code == 2
    assert "no part 'speed'; there are encoder, sentences," in capsys.readouterr().err


def test_a_scorer_is_loaded_from_where_it_lies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "score_luck.py").write_text("def score():\n    return 0.5\n")
    assert scorer_at(needed(tmp_path) / "score_luck.py").score() == 0.5
    with pytest.raises(SystemExit) as ended:
        scorer_at(tmp_path / "score_skill.py")
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"not scored: {tmp_path}/score_skill.py is not there\n"
