"""A user's own file of facts: good entries come, bad ones are told with their line, and neither stops the other."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.world.fact import Citation, Fact
from casus.world.own_facts import read_facts
from casus.world.time import Validity

LEAGUE = """# What I found in the archive of Zenda.
sources:
- {key: gazette, title: Official Gazette of Zenda, found: Nos. 1 to 12}
actors:
- {id: "org:ZENDA", name: League of Zenda, kind: organisation, source: gazette, confidence: high}
agreements:
- id: zenda-charter
  title: Charter of Zenda
  kind: multilateral
  signed: 1994-07-08
  in_force: 1995
  parties:
  - {code: SWE, first: 1995-03-01, until: 2001-05-01}
  - {code: NOR}
  - {code: cow:300, first: 1995}
  provisions:
  - {article: "2", kind: defence, trigger: Armed attack, obligation: Help by all means, discretion: automatic}
  - {article: "2", kind: defence, obligation: Send a ship, owed_by: [SWE], owed_to: [NOR]}
  source: gazette
  confidence: high
parties:
- {agreement: north-atlantic-treaty, code: AUT, first: 2031-06, source: "Smith 2032, p. 7", confidence: 0.2}
provisions:
- {agreement: zenda-charter, article: "9", kind: consultation, obligation: Meet once a year, source: gazette, confidence: low}
commitments:
- {id: zenda-pledge, by: SWE, toward: [FIN], first: 1997, instrument: Speech, kind: defence, obligation: Help, binding: false,
  source: gazette, confidence: medium}
regimes:
- id: zenda-embargo
  name: Embargo of Zenda
  imposer: "org:ZENDA"
  targets: [DNK]
  first: 1996
  ended: 1998-01-01
  status: ended
  measures:
  - {kind: arms-embargo, scope: All arms, first: 1996-05, resolution: "7"}
  - {kind: travel-ban, scope: The ministers}
  source: gazette
  confidence: high
measures:
- {regime: un-dprk-1718, kind: luxury-goods, scope: Yachts, first: 2013-03, resolution: "2094", source: curated, confidence: high}
memberships:
- {group: "org:ZENDA", member: SWE, first: 1994, last: 1999-06, source: gazette, confidence: high}
- {group: NATO, member: AUT, first: 2031, source: gazette, confidence: low}
"""


def read(folder: Path, text: str) -> tuple[dict[str, list[Fact]], list[str]]:
    """A file's facts by their topic, and its faults with the file's name alone."""
    path = folder / "league.yaml"
    path.write_text(text, "utf-8")
    facts, faults = read_facts(path)
    by_topic: dict[str, list[Fact]] = {}
    for fact in facts:
        by_topic.setdefault(fact.topic, []).append(fact)
    return by_topic, [str(fault).replace(f"{folder}/", "") for fault in faults]


def test_every_section_gives_its_facts(tmp_path: Path) -> None:
    facts, faults = read(tmp_path, LEAGUE)
    assert faults == []
    assert set(facts) == {
        "actor:org:ZENDA",
        "agreement:zenda-charter",
        "party:zenda-charter:SWE",
        "party:zenda-charter:NOR",
        "party:zenda-charter:cow:300",
        "provision:zenda-charter:2:defence",
        "provision:zenda-charter:2:defence:2",
        "party:north-atlantic-treaty:AUT",
        "provision:zenda-charter:9:consultation",
        "commitment:zenda-pledge",
        "regime:zenda-embargo",
        "measure:zenda-embargo:arms-embargo:7",
        "measure:zenda-embargo:travel-ban",
        "measure:un-dprk-1718:luxury-goods:2094",
        "membership:ZENDA:SWE",
        "membership:NATO:AUT",
    }


def test_terms_come_as_they_do_in_the_reference_facts_and_wrong_ones_are_told(tmp_path: Path) -> None:
    terms = '{attackers: ["org:ZENDA", RUS], or_their_allies: true, area: {inside: [guam], outside: [USA]}}'
    text = LEAGUE.replace("binding: false,", "binding: false, terms: {asked: true},")
    text = text.replace("Meet once a year,", f"Meet once a year, terms: {terms},")
    facts, faults = read(tmp_path, text)
    assert faults == []
    assert facts["provision:zenda-charter:9:consultation"][0].body["terms"] == {
        "attackers": ["org:ZENDA", "state:RUS"],
        "or_their_allies": True,
        "area": {"inside": ["territory:guam"], "outside": ["state:USA"]},
    }
    assert facts["commitment:zenda-pledge"][0].body["terms"] == {"asked": True}
    facts, faults = read(tmp_path, text.replace("[guam]", "[gaum]").replace("asked: true", "asking: true"))
    assert [fault.split(";")[0] for fault in faults] == [
        "league.yaml:24: provisions: zenda-charter: terms.area.inside[1]: 'gaum' is not known",
        "league.yaml:26: commitments: zenda-pledge: terms.asking: unknown key 'asking'",
    ]
    assert not {"commitment:zenda-pledge", "provision:zenda-charter:9:consultation"} & set(facts)


def test_days_stay_as_precise_as_they_are_written_with_or_without_quotes(tmp_path: Path) -> None:
    facts, _ = read(tmp_path, LEAGUE)
    assert facts["agreement:zenda-charter"][0].validity == Validity("1994-07-08", None)
    assert facts["party:zenda-charter:SWE"][0].validity == Validity("1995-03-01", "2001-04-30")
    assert facts["party:zenda-charter:NOR"][0].validity == Validity("1995", None)
    assert facts["membership:ZENDA:SWE"][0].validity == Validity("1994", "1999-06")
    assert facts["measure:zenda-embargo:travel-ban"][0].validity == Validity("1996", "1997-12-31")
    assert facts["measure:zenda-embargo:travel-ban"][0].body["dated"] == "regime"
    quoted, _ = read(tmp_path, LEAGUE.replace("first: 1994,", "first: '1994',"))
    assert quoted == facts


def test_a_source_is_one_that_the_file_lists_or_one_of_the_reference_facts_or_words(tmp_path: Path) -> None:
    facts, _ = read(tmp_path, LEAGUE)
    assert facts["membership:ZENDA:SWE"][0].citation == Citation("gazette", "Official Gazette of Zenda, Nos. 1 to 12")
    assert facts["party:north-atlantic-treaty:AUT"][0].citation == Citation("league.yaml", "Smith 2032, p. 7")
    assert facts["measure:un-dprk-1718:luxury-goods:2094"][0].citation == Citation("curated", "General knowledge of the authors")
    assert facts["party:north-atlantic-treaty:AUT"][0].confidence == 0.2


def test_own_measures_of_a_known_regime_are_against_its_targets(tmp_path: Path) -> None:
    yachts = read(tmp_path, LEAGUE)[0]["measure:un-dprk-1718:luxury-goods:2094"][0]
    assert (yachts.body["targets"], yachts.body["imposers"]) == (["state:PRK"], ["org:UNSC"])
    arms = read(tmp_path, LEAGUE)[0]["measure:zenda-embargo:arms-embargo:7"][0]
    assert (arms.body["imposers"], arms.body["measure"]) == (["org:ZENDA"], "arms embargo")


@pytest.mark.parametrize(
    ("written", "instead", "fault", "lost"),
    [
        ("kind: multilateral", "kind: trilateral", "agreements: zenda-charter: kind: 'trilateral' is not known; perhaps", 7),
        ("code: SWE, first", "code: SWI, first", "agreements: zenda-charter: parties[1].code: 'SWI' is not known; perhaps", 7),
        (
            "owed_by: [SWE]",
            "owed_by: [FIN]",
            "agreements: zenda-charter: provisions[2].owed_by: FIN is no party; parties: NOR,",
            7,
        ),
        (
            "first: 2031-06",
            "first: 2031-13",
            "parties: north-atlantic-treaty: first: '2031-13' must be a date in quotes: YYYY",
            1,
        ),
        ("code: AUT", "code: AUTT", "parties: north-atlantic-treaty: code: 'AUTT' is not known; perhaps AUT", 1),
        (
            "north-atlantic-treaty",
            "north-atlantic-pact",
            "parties: north-atlantic-pact: agreement: 'north-atlantic-pact' is not",
            1,
        ),
        (
            "travel-ban",
            "travel-bans",
            "regimes: zenda-embargo: measures[2].kind: 'travel-bans' is not known; perhaps travel-ban",
            3,
        ),
        ("last: 1999-06", "last: 1993", "memberships: org:ZENDA: last: last 1993 is before first 1994", 1),
        (
            "confidence: 0.2",
            "confidence: 2",
            "parties: north-atlantic-treaty: confidence: 2 is not known; allowed: high, low,",
            1,
        ),
        ('"Smith 2032, p. 7"', '""', "parties: north-atlantic-treaty: source: '' must be text without outer spaces", 1),
        ("first: 1996\n", "begun: 1996\n", "regimes: zenda-embargo: begun: unknown key 'begun'; allowed: id, name,", 3),
        (
            "id: zenda-embargo",
            "id: eu-dprk",
            "regimes: eu-dprk: id: the reference facts have this regime already; take another",
            3,
        ),
        ("measures:\n- {regime", "measure:\n- {regime", "measure: unknown section; allowed: sources, actors, agreements,", 1),
    ],
)
def test_a_bad_entry_is_told_with_its_line_and_the_others_still_come(
    tmp_path: Path, written: str, instead: str, fault: str, lost: int
) -> None:
    text = LEAGUE.replace(written, instead, 1)
    assert text != LEAGUE
    line = text.count("\n", 0, text.index(instead)) + 1
    facts, faults = read(tmp_path, text)
    told = f"league.yaml:{line}: {fault}"
    assert told in [one[: len(told)] for one in faults]
    assert len(set(read(tmp_path, LEAGUE)[0]) - set(facts)) == lost


def test_what_belongs_to_a_wrong_agreement_is_not_silently_dropped(tmp_path: Path) -> None:
    facts, faults = read(tmp_path, LEAGUE.replace("kind: multilateral", "kind: trilateral"))
    assert "provision:zenda-charter:9:consultation" not in facts
    assert any("provisions: zenda-charter: agreement: not taken: the agreement 'zenda-charter' is wrong" in one for one in faults)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- a list", "league.yaml: must map sections to lists of entries; sections: sources, actors, agreements, parties"),
        ("", "league.yaml: must map sections to lists of entries"),
        ("memberships: NATO", "league.yaml:1: memberships: must be a list of entries"),
        ("memberships:\n- {group: [", "league.yaml:2: is not YAML: "),
        ("memberships: &all\n- *all\n", "league.yaml:1: is used again by an alias (*); write it out"),
        ("agreements:\nagreements:\n", "league.yaml:2: the key 'agreements' stands there twice"),
        ("memberships:\n- NATO\n", "league.yaml:2: memberships: record 1: 'NATO' must be a record of group, member"),
        ("[a]: b", "league.yaml:1: a key must be a word"),
    ],
)
def test_a_file_of_another_form_is_a_fault(tmp_path: Path, text: str, told: str) -> None:
    facts, faults = read(tmp_path, text)
    assert facts == {}
    assert [line[: len(told)] for line in faults] == [told]


def test_a_file_that_is_not_there_or_no_text_is_a_fault(tmp_path: Path) -> None:
    assert str(read_facts(tmp_path / "none.yaml")[1][0]).endswith("none.yaml: can't be read: No such file or directory")
    assert str(read_facts(tmp_path)[1][0]).endswith(": can't be read: Is a directory")
    (tmp_path / "picture.yaml").write_bytes(b"\x89PNG\xff\xfe")
    assert str(read_facts(tmp_path / "picture.yaml")[1][0]).endswith("picture.yaml: can't be read: is not UTF-8 text")


def test_an_empty_section_is_none(tmp_path: Path) -> None:
    assert read(tmp_path, "memberships:\n") == ({}, [])


@given(st.text(max_size=60))
def test_no_text_makes_it_raise(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.yaml"
        path.write_text(f"memberships:\n- {text}\n", "utf-8", errors="replace")
        facts, faults = read_facts(path)
        assert not facts or not faults


def test_the_worked_example_of_the_pages_is_right(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "world.md").read_text("utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    facts, faults = read(tmp_path, example)
    assert faults == []
    assert facts["party:zenda-charter:SWE"][0].validity == Validity("1995", "2001-04-30")
    assert len(facts) == 12


def test_what_two_entries_tell_of_the_same_days_is_taken_once(tmp_path: Path) -> None:
    again = LEAGUE.replace(
        "parties:\n- {agreement: north",
        "parties:\n- {agreement: zenda-charter, code: NOR, first: 2000, source: x, confidence: low}\n- {agreement: north",
    )
    facts, faults = read(tmp_path, again)
    assert len(facts["party:zenda-charter:NOR"]) == 1
    assert faults == ["league.yaml:22: party:zenda-charter:NOR: not taken: from 1995 to None another entry tells it already"]


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        ('"org:ZENDA", name', '"org:NATO", name', "actors: org:NATO: id: the reference facts have this entity already"),
        ('"org:ZENDA", name', "Zenda, name", "actors: Zenda: id: 'Zenda' must be a class and a short name (\"org:zenda\")"),
    ],
)
def test_a_new_actor_needs_an_id_of_its_own(tmp_path: Path, written: str, instead: str, told: str) -> None:
    assert any(told in fault for fault in read(tmp_path, LEAGUE.replace(written, instead))[1])
