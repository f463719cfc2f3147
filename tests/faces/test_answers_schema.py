"""The lines that programs read are valid against the published schema (casus/faces/answers.schema.json)."""

import json
from pathlib import Path
from typing import Any

import pytest
from faces.test_ledger_command import called
from jsonschema import Draft202012Validator
from ledger.telling import PACT, SHELLING

from casus.faces import command

SCHEMA: dict[str, Any] = json.loads((Path(command.__file__).with_name("answers.schema.json")).read_text("utf-8"))
QUARREL = """GENEVA, June 22, 2024 (Lake Wire) - Russia delivered missiles to North Korea on June 20, South Korea said on Friday.
Russia denied that it had delivered missiles to North Korea. Japan called for sanctions against North Korea. China opposes
sanctions against North Korea.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger that keeps three reports."""
    made = tmp_path_factory.mktemp("answers")
    for name, report in (("pact.txt", PACT), ("shelling.txt", SHELLING), ("quarrel.txt", QUARREL)):
        (made / name).write_text(report, "utf-8")
    assert called(made, "keep", "pact.txt", "shelling.txt", "quarrel.txt").returncode == 0
    return made


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("kinds", "arguments"),
    [
        (("duty",), ("obligations", "--attacked", "PRK", "--by", "USA", "--as-of", "2024-07-01")),
        (("duty",), ("obligations", "--attacked", "POL", "--as-of", "2024-07-01")),
        (("nothing",), ("obligations", "--attacked", "CHE", "--as-of", "1950-01-01")),
        (("promise",), ("obligations", "--of", "GBR", "--as-of", "1939-09-01")),
        (("prohibition",), ("forbids", "--target", "PRK", "--as-of", "2018-01-01")),
        (("allowed",), ("forbids", "--target", "CHE", "--what", "arms", "--as-of", "2018-01-01")),
        (("finding",), ("conflicts", "--as-of", "2024-12-31")),
        (("borne", "finding", "no_conflict"), ("conflicts", "--about", "agreement:russia-dprk-2024")),
        (("no_conflict",), ("conflicts", "--actor", "BRA")),
        (("position",), ("positions", "--on", "sanctions against PRK")),
        (("no_position",), ("positions", "--on", "the future of whaling")),
        (("supposed",), ("suppose", "ASSAULT USA RUS", "--as-of", "2024-07-01", "--depth", "1")),
        (("supposed",), ("suppose", "transfer RUS PRK missiles", "lift regime:un-dprk-1718", "--as-of", "2024-07-01")),
        (("supposed",), ("suppose", "denounce agreement:anzus", "accede agreement:csto UZB", "--as-of", "2024-07-01")),
    ],
)
def test_every_line_is_valid(folder: Path, kinds: tuple[str, ...], arguments: tuple[str, ...]) -> None:
    done = called(folder, *arguments, "--json")
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines
    either = [{"$ref": f"#/$defs/{kind}"} for kind in kinds]
    check = Draft202012Validator({"$defs": SCHEMA["$defs"], **(either[0] if len(either) == 1 else {"anyOf": either})})
    for line in lines:
        assert [(list(error.absolute_path), error.message[:200]) for error in check.iter_errors(line)] == []
        assert Draft202012Validator(SCHEMA).is_valid(line)
