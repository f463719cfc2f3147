"""`casus read` over all examples: what it writes is valid, whole, and points into the text."""

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import casus
from casus.reading import contract

EXAMPLES = sorted(path for path in (Path(__file__).parents[2] / "examples").iterdir() if path.suffix in (".txt", ".html"))
LINKS = ("by", "condition", "agreement")
ACTORS = (
    "speaker", "co_speakers", "addressees", "actors", "recipients", "parties", "bound", "beneficiaries", "imposers", "targets",
    "suppliers", "holder", "toward", "member", "group", "place",
)  # fmt: skip

Wire = dict[str, Any]


def read(*paths: Path) -> list[Wire]:
    """What `casus read --json` writes for some files."""
    done = subprocess.run(
        [sys.executable, "-m", "casus", "read", "--json", *map(str, paths)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def readings() -> dict[str, Wire]:
    """Each example's reading by the example's name, read in one call."""
    return dict(zip((path.name for path in EXAMPLES), read(*EXAMPLES), strict=True))


@pytest.fixture(params=[path.name for path in EXAMPLES])
def reading(request: pytest.FixtureRequest, readings: dict[str, Wire]) -> Wire:
    return readings[request.param]


def named(claim: Wire, fields: tuple[str, ...]) -> set[str]:
    """The ids that a claim gives in some fields, of one id or of several."""
    values = [claim.get(field) for field in fields]
    return {name for value in values if value for name in ([value] if isinstance(value, str) else value)}


def spans(value: object) -> list[tuple[int, int]]:
    """Every span in a part of a reading: a list of two whole numbers."""
    if isinstance(value, list) and len(value) == 2 and all(isinstance(item, int) for item in value):
        return [(value[0], value[1])]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [span for part in parts for span in spans(part)]


def test_it_is_valid(reading: Wire) -> None:
    schema = json.loads(Path(contract.__file__).with_name("reading.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER).validate(reading)


def test_every_id_is_there_once_and_every_link_leads_to_one(reading: Wire) -> None:
    for part in ("actors", "times", "claims"):
        ids = [item["id"] for item in reading[part]]
        assert len(ids) == len(set(ids))
    claims = {claim["id"]: claim for claim in reading["claims"]}
    actors = {actor["id"] for actor in reading["actors"]}
    times = {time["id"] for time in reading["times"]}
    for claim in claims.values():
        assert named(claim, LINKS) <= claims.keys()
        assert named(claim, ACTORS) <= actors
        assert set((claim["when"] or {}).get("times", [])) <= times
        assert claim["by"] is None or claims[claim["by"]]["kind"] == "statement"


def test_the_ladder_of_every_claim_ends_at_the_report(reading: Wire) -> None:
    above = {claim["id"]: claim["by"] for claim in reading["claims"]}
    for name in above:
        climbed, at = set(), name
        while above[at] is not None:
            assert at not in climbed
            climbed.add(at)
            at = above[at]


def test_every_span_points_into_the_text(reading: Wire) -> None:
    text = reading["report"]["text"]
    parts = [reading[part] for part in ("sentences", "actors", "times", "claims", "warnings")]
    for start, end in spans(parts):
        assert 0 <= start < end <= len(text)
    for (_, end), (start, _) in pairwise(reading["sentences"]):
        assert end <= start


def test_a_condition_is_supposed_and_an_interval_runs_forward(reading: Wire) -> None:
    claims = {claim["id"]: claim for claim in reading["claims"]}
    for claim in claims.values():
        if claim["condition"]:
            assert claims[claim["condition"]]["modality"] == "supposed"
        when = claim["when"] or {}
        if when.get("from") and when.get("to"):
            assert when["from"] <= when["to"]


def test_python_and_the_command_line_read_alike() -> None:
    path = EXAMPLES[0]
    assert [contract.to_json(casus.read(path))] == read(path)
