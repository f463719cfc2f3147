"""The files of reference facts: well-formed, compiled, quick to load; and what a person who edits them wrongly is told."""

import subprocess
import sys
from pathlib import Path

import pytest

import casus
from casus.errors import WorldError
from casus.world import check, compile, index, source
from casus.world.located import read_json_lines, read_yaml
from casus.world.vocabulary import schema

LOADING = """
import time
start = time.process_time()
from datetime import date
from casus.world import agreements, names, offices, regimes
names.scan(["Russia", "signed", "a", "pact"], date(2024, 6, 19))
offices.person("Putin", date(2024, 6, 19))
agreements.find(parties=("RUS", "PRK"), signed_near=date(2024, 6, 19))
regimes.regimes_on("PRK", date(2024, 6, 19))
print(time.process_time() - start)
import sys
assert "yaml" not in sys.modules
"""


def told(file: str, text: str) -> list[str]:
    """All that is wrong in the text of a file, a line each."""
    located, broken = read_json_lines(text, file) if file.endswith(".jsonl") else read_yaml(text, file)
    return [str(fault) for fault in broken or check.check_records(file, located)]


def test_every_record_is_well_formed_and_its_codes_are_known() -> None:
    count, faults = check.check()
    assert [str(fault) for fault in faults] == []
    assert count > 31_000


@pytest.mark.parametrize("file", ["agreements.yaml", "regimes.yaml", "memberships.yaml", "states.yaml", "codes.yaml"])
def test_every_standing_fact_has_its_source_and_confidence(file: str) -> None:
    for row in source.records(file):
        assert row.get("source") or row["sources"]
        assert row["confidence"] in ("high", "medium", "low")


def test_the_compiled_index_is_what_its_sources_compile_to() -> None:
    assert compile.stale() == (), "run: python -m casus.world.compile"


def test_all_that_a_reading_needs_loads_within_its_share_of_the_start() -> None:
    root = Path(casus.__file__).parents[1]
    ran = subprocess.run(
        [sys.executable, "-c", LOADING], capture_output=True, text=True, check=True, env={"PYTHONPATH": str(root)}
    )
    assert float(ran.stdout) < 0.35


STATES = """# States of the novels.
- {code: XYZ, name: Ruritania, un_member: false, sources: [curated], confidence: high}
- code: XYW
  name: Zenda
  un_member: false
  sources: [curated]
  confidence: high
"""


@pytest.mark.parametrize(
    ("written", "instead", "fault"),
    [
        (
            "un_member: false, s",
            "un_member: false, capitol: [], s",
            "states.yaml:2: XYZ: capitol: unknown key 'capitol'; perhaps",
        ),
        (
            "  name: Zenda",
            "  name: Zenda\n  first: 1990",
            "states.yaml:5: XYW: first: 1990 must be a date in quotes: YYYY, YYYY-MM",
        ),
        ("code: XYW", "code: xyw", "states.yaml:3: xyw: code: 'xyw' must be three capital letters"),
        ("code: XYW", "code: XYZ", "states.yaml:3: XYZ: code: 'XYZ' stands there twice"),
        (
            "  name: Zenda",
            "  name: Zenda\n  first: '1990'\n  last: '1980'",
            "states.yaml:6: XYW: last: last 1980 is before first 1990",
        ),
        (
            "  sources: [curated]",
            "  sources: [hearsay]",
            "states.yaml:6: XYW: sources[1]: 'hearsay' is not known; allowed: archigos, ",
        ),
        ("  name: Zenda\n", "", "states.yaml:3: XYW: 'name' is missing"),
        ("  name: Zenda", "  name: Zenda\n  names: Zend", "states.yaml:5: XYW: names: 'Zend' must be a list"),
        ("  name: Zenda", "  name: ' Zenda'", "states.yaml:4: XYW: name: ' Zenda' must be text without outer spaces"),
        ("  name: Zenda", "  name: Zenda\n  name: Zend", "states.yaml:5: the key 'name' stands there twice"),
        (
            "  name: Zenda",
            "  name: Zenda\n  capitals: [Strelsau]",
            "states.yaml:5: XYW: capitals[1]: 'Strelsau' must be a record of names",
        ),
        (
            "  confidence: high\n",
            "  confidence: sure\n",
            "states.yaml:7: XYW: confidence: 'sure' is not known; allowed: high, low, medium or",
        ),
        ("  name: Zenda", "  name: Zenda\n  successor: RUSS", "states.yaml:5: XYW: successor: 'RUSS' is not known; perhaps RUS"),
        ("- code: XYW", "- [code, XYW]\n- code: XYW", "states.yaml:3: record 2: ['code', 'XYW'] must be a record of code"),
    ],
)
def test_a_fault_is_told_with_file_line_entry_key_and_what_is_allowed(written: str, instead: str, fault: str) -> None:
    assert told("states.yaml", STATES) == []
    text = STATES.replace(written, instead)
    assert text != STATES
    assert [line[: len(fault)] for line in told("states.yaml", text)] == [fault]


def test_all_faults_are_told_not_the_first_alone() -> None:
    text = STATES.replace("Ruritania", "''").replace("name: Zenda", "nom: Zenda").replace("[curated]", "[hearsay]")
    assert [line.split(": ")[0] for line in told("states.yaml", text)] == ["states.yaml:2"] * 2 + [
        "states.yaml:4",
        "states.yaml:3",
        "states.yaml:6",
    ]


def test_codes_kinds_and_ids_come_from_closed_lists() -> None:
    member = "- {group: %s, member: %s, source: curated, confidence: high}"
    assert told("memberships.yaml", member % ("NATO", "NOR")) == []
    assert "'NATOO' is not known; perhaps NATO; allowed: " in told("memberships.yaml", member % ("NATOO", "NOR"))[0]
    assert "'ZZZ' is not known; allowed: AFG, " in told("memberships.yaml", member % ("NATO", "ZZZ"))[0]
    seat = "- {names: [the Palace], state: RUS, sector: %s, weight: %s, source: curated, confidence: high}"
    assert told("seats.yaml", seat % ("GOV", 0.5)) == []
    assert "sector: 'GUV' is not known; perhaps GOV;" in told("seats.yaml", seat % ("GUV", 0.5))[0]
    assert "weight: 2 must be a number from 0 to 1" in told("seats.yaml", seat % ("GOV", 2))[0]
    weighed = "- {name: Zenda, weights: {'state:ZZZ': 1}, source: curated, confidence: high}"
    assert "weights: {'state:ZZZ': 1} is not known; perhaps state:" in told("weights.yaml", weighed)[0]


REGIME = """- id: un-zenda
  name: Zenda
  imposer: UNSC
  targets: [RUS]
  first: '1990'
  status: in force
  measures:
  - {kind: arms-embargo, scope: All arms, first: '1990-05-02', until: '1990-05-02'}
  - {kind: arms-embargos, scope: All arms}
  source: curated
  confidence: 0.4
"""


def test_a_measure_of_no_known_kind_and_one_that_ends_as_it_begins_are_faults() -> None:
    assert [line.split(" allowed:")[0] for line in told("regimes.yaml", REGIME)] == [
        "regimes.yaml:8: un-zenda: measures[1].until: until 1990-05-02 is not after first 1990-05-02",
        "regimes.yaml:9: un-zenda: measures[2].kind: 'arms-embargos' is not known; perhaps arms-embargo;",
    ]


AGREEMENT = """- id: zenda-pact
  title: Zenda Pact
  kind: bilateral
  signed: '1950-05-01'
  in_force: '1950-06'
  ended: '%s'
  parties:
  - {code: USA, first: '1950-06', until: '1960'}
  - {code: USA, first: '%s'}
  - {code: CAN}
  provisions:
  - {article: '1', kind: defence, obligation: Help, owed_by: [%s]}
  suspensions:
  - {between: [USA, CAN], first: '1986', effect: none}
  source: curated
  confidence: low
"""


def test_spells_of_one_party_do_not_overlap_and_only_parties_owe() -> None:
    assert told("agreements.yaml", AGREEMENT % ("1970", "1961", "USA")) == []
    assert told("agreements.yaml", AGREEMENT % ("1970", "1960", "CAN")) == []
    assert told("agreements.yaml", AGREEMENT % ("1970", "1955-03", "MEX")) == [
        "agreements.yaml:9: zenda-pact: parties[2]: USA from 1955-03 to None overlaps USA from 1950-06 to 1960",
        "agreements.yaml:12: zenda-pact: provisions[1].owed_by: MEX is no party; parties: CAN, USA",
    ]
    assert told("agreements.yaml", AGREEMENT % ("1949", "1961", "USA")) == [
        "agreements.yaml:6: zenda-pact: ended: ended 1949 is before signed 1950-05-01",
        "agreements.yaml:6: zenda-pact: ended: ended 1949 is before in_force 1950-06",
    ]


TERMS = """- id: zenda-pact
  title: Zenda Pact
  kind: bilateral
  signed: '1950-05-01'
  parties:
  - {code: USA}
  - {code: CAN}
  provisions:
  - article: '1'
    kind: defence
    obligation: Help
    until: '1960'
    terms: {attackers: [MEX], or_their_allies: true, area: {inside: [hawaii, CAN], outside: [guam]}}
  - {article: '1', kind: defence, obligation: Help, first: '1960', terms: {asked: true, open: [War is declared]}}
  - {article: '2', kind: cooperation, obligation: Trade, terms: {bears_on: nothing}}
  source: curated
  confidence: low
"""


@pytest.mark.parametrize(
    ("written", "instead", "fault"),
    [
        ("asked: true", "asks: true", "14: zenda-pact: provisions[2].terms.asks: unknown key 'asks'; perhaps asked;"),
        ("asked: true", "asked: 'yes'", "14: zenda-pact: provisions[2].terms.asked: 'yes' must be true or false"),
        ("[MEX]", "[MEXICO]", "13: zenda-pact: provisions[1].terms.attackers[1]: 'MEXICO' is not known;"),
        (
            "[hawaii, CAN]",
            "[hawai, CAN]",
            "13: zenda-pact: provisions[1].terms.area.inside[1]: 'hawai' is not known; perhaps haw",
        ),
        ("[War is declared]", "War", "14: zenda-pact: provisions[2].terms.open: 'War' must be a list"),
        (
            "nothing}",
            "peace}",
            "15: zenda-pact: provisions[3].terms.bears_on: 'peace' is not known; allowed: attack, end, nothing",
        ),
        (
            "asked: true",
            "other_party: maybe",
            "14: zenda-pact: provisions[2].terms.other_party: 'maybe' is not known; allowed: excluded, included",
        ),
        (
            "attackers: [MEX], or",
            "or",
            "13: zenda-pact: provisions[1].terms.or_their_allies: 'or_their_allies' needs 'attackers', whose allies they are",
        ),
        (
            "nothing}",
            "nothing, asked: true}",
            "15: zenda-pact: provisions[3].terms.bears_on: what bears on 'nothing' has no other terms",
        ),
        (
            "first: '1960', terms",
            "first: '1960', until: '1959', terms",
            "14: zenda-pact: provisions[2].until: until 1959",
        ),
    ],
)
def test_terms_that_the_rules_could_not_read_are_refused(written: str, instead: str, fault: str) -> None:
    assert told("agreements.yaml", TERMS) == []
    text = TERMS.replace(written, instead)
    assert text != TERMS
    line = f"agreements.yaml:{fault}"
    assert [found[: len(line)] for found in told("agreements.yaml", text)] == [line]


def test_terms_of_a_promise_of_one_side_are_checked_as_well() -> None:
    pledge = """- {id: zenda-pledge, by: USA, toward: [CAN], first: '1950', instrument: Speech, kind: defence, obligation: Help,
   binding: false, source: curated, confidence: low, terms: {%s}}"""
    assert told("commitments.yaml", pledge % "asked: true, decided: the Diet, lapses: false") == []
    assert "terms.or_their_allies: 'or_their_allies' needs" in told("commitments.yaml", pledge % "or_their_allies: true")[0]


def test_a_line_that_is_no_json_and_a_file_that_is_no_list_are_told() -> None:
    person = (
        '{"name": "Rudolf", "country": "DEU", "office": "head of state", "first": "1890", '
        '"sources": ["curated"], "confidence": "low"}'
    )
    assert told("leaders.jsonl", person) == []
    assert told("leaders.jsonl", f"{person}\n{{name: x}}")[0].startswith("leaders.jsonl:2: is not JSON: ")
    assert told("leaders.jsonl", f"{person}\n{person.replace('DEU', 'DUE')}")[0].startswith(
        "leaders.jsonl:2: Rudolf: country: 'DUE'"
    )
    assert told("states.yaml", "just words") == ["states.yaml: must be a list of records"]
    assert told("states.yaml", "- {name: [")[0].startswith("states.yaml:1: is not YAML: ")


def test_a_file_of_which_the_schema_says_nothing_and_one_that_is_gone_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in schema()["files"]:
        (tmp_path / file).symlink_to(source.DATA / file)
    (tmp_path / "particles.yaml").unlink()
    (tmp_path / "spies.yaml").write_text("[]")
    (tmp_path / "regimes.yaml").unlink()
    (tmp_path / "regimes.yaml").write_text(REGIME.replace("until: '1990-05-02'", "until: '1991'").replace("embargos", "embargo"))
    monkeypatch.setattr(check, "DATA", tmp_path)
    _, faults = check.check()
    assert [fault.file for fault in faults] == ["particles.yaml", "spies.yaml"]
    assert str(faults[1]).startswith("spies.yaml: no such file in schema.yaml; allowed: agreements.yaml, ")


def test_a_file_that_is_no_list_of_records_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken.yaml").write_text("- {name: [")
    (tmp_path / "text.yaml").write_text("just words")
    monkeypatch.setattr(source, "DATA", tmp_path)
    with pytest.raises(WorldError, match=r"broken.yaml: can't be read"):
        source.records("broken.yaml")
    with pytest.raises(WorldError, match=r"text.yaml: must be a list of records"):
        source.records("text.yaml")


def test_a_missing_index_says_how_to_make_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "INDEX", tmp_path)
    with pytest.raises(WorldError, match=r"python -m casus.world.compile"):
        index.load("names-of-nowhere")
