"""The field's data sets become facts: spells by state, days as precise as they are coded, every unusable row told."""

import gzip
from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.world.fact import Citation, Fact
from casus.world.imports.atop import read_atop
from casus.world.imports.cow_alliances import read_cow_alliances
from casus.world.imports.spells import apart, joined
from casus.world.imports.table import date_text
from casus.world.time import Validity, certain_days

SHARED = Path(__file__).parents[3] / "shared" / "data" / "atop"

DYADS = """ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul
365,731,1961,1,0,0,1,1
365,731,1962,1,0,0,1,1
365,731,1963,0,0,0,1,1
365,731,1990,1,0,0,0,0
365,731,1991,1,0,0,0,0
365,731,1992,1,0,0,0,0
731,365,1961,1,0,0,1,1
731,365,1962,1,0,0,1,1
731,365,1963,0,0,0,1,0
731,365,1990,0,0,0,0,0
"""


def written(folder: Path, text: str, name: str = "data.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def spells(facts: tuple[Fact, ...]) -> dict[str, list[Validity]]:
    found: dict[str, list[Validity]] = defaultdict(list)
    for fact in facts:
        found[fact.topic].append(fact.validity)
    return dict(found)


def test_years_of_a_dyad_are_joined_to_spells_and_cut_where_a_code_passes_on(tmp_path: Path) -> None:
    facts, faults = read_atop(written(tmp_path, DYADS))
    assert faults == ()
    assert spells(facts) == {
        "provision:atop-dyad:PRK+SUN:defense": [Validity("1961", "1962")],
        "provision:atop-dyad:PRK+SUN:nonagg": [Validity("1961", "1963")],
        "provision:atop-dyad:SUN:PRK:consul": [Validity("1961", "1963")],
        "provision:atop-dyad:PRK:SUN:consul": [Validity("1961", "1962")],
        "provision:atop-dyad:SUN:PRK:defense": [Validity("1990", "1991")],
        "provision:atop-dyad:RUS:PRK:defense": [Validity("1992", None)],
    }
    open_one = next(fact for fact in facts if fact.validity.last is None)
    assert open_one.body["observed"] == "1992"
    assert (open_one.body["bound"], open_one.body["beneficiaries"]) == (["state:RUS"], ["state:PRK"])
    mutual = next(fact for fact in facts if fact.topic == "provision:atop-dyad:PRK+SUN:defense")
    assert mutual.body["provides"] == "defence"
    assert set(mutual.parts) == {(role, state) for role in ("bound", "beneficiary") for state in ("state:PRK", "state:SUN")}
    assert {fact.citation.key for fact in facts} == {"atop"}
    assert all("Leeds" in fact.citation.text for fact in facts)


def test_a_file_that_names_each_dyad_once_tells_what_both_owe(tmp_path: Path) -> None:
    facts, _ = read_atop(written(tmp_path, "\n".join(line for line in DYADS.splitlines() if not line.startswith("731,"))))
    assert "provision:atop-dyad:PRK+SUN:consul" in spells(facts)
    assert all("+" in topic for topic in spells(facts))


def test_gzip_and_other_spellings_of_numbers_read_the_same(tmp_path: Path) -> None:
    whole, _ = read_atop(written(tmp_path, DYADS))
    packed = tmp_path / "data.csv.gz"
    packed.write_bytes(gzip.compress(DYADS.encode()))
    assert read_atop(packed) == (whole, ())
    floats = "\n".join(
        ",".join(f"{part}.0" if part.isdecimal() else part for part in line.split(",")) for line in DYADS.splitlines()
    )
    assert read_atop(written(tmp_path, floats)) == (whole, ())


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("365,731,1964,1,0,0,9,1", "atop_nonagg: '9' is neither 0 nor 1"),
        ("365,731,1964,1,0,0,,1", "atop_nonagg: '' is neither 0 nor 1"),
        ("365,731,64,1,0,0,1,1", "year: '64' is no year"),
        ("365,365,1964,1,0,0,1,1", "ccode1, ccode2: '365' and '365' are no two country codes"),
        ("RUS,731,1964,1,0,0,1,1", "ccode1, ccode2: 'RUS' and '731' are no two country codes"),
        ("365,731,1963,1,0,0,1,1", "365 and 731: an earlier row tells the year 1963 otherwise"),
        ("365,731,1964,1,0", "has 5 fields, the header 8"),
    ],
)
def test_a_row_of_a_dyad_that_can_not_be_used_is_told_with_its_line(tmp_path: Path, row: str, told: str) -> None:
    path = written(tmp_path, f"{DYADS}{row}\n")
    facts, faults = read_atop(path)
    assert [str(fault) for fault in faults] == [f"{path}:12: {told}"]
    assert facts == read_atop(written(tmp_path, DYADS))[0]


MEMBERS = """atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,ineffect,bilat,phase,maxphase,defense,offense,neutral,\
nonagg,consul,defcoadv,notaiden,nomicoop,version
3180,2,1949,4,4,0,0,0,1,0,0,0,1,0,0,1,1,0,,1,4.01
3180,640,1951,10,17,0,0,0,1,0,0,0,1,0,0,1,1,0,,1,4.01
9001,365,1961,7,6,1996,9,10,0,1,0,0,1,0,0,0,1,1,3,0,4.01
9001,731,1961,7,.,1996,0,0,0,1,0,0,1,0,0,0,1,1,3,0,4.01
9002,300,1815,-9,-9,1820,5,15,0,1,1,2,0,0,0,1,0,0,0,0,4.01
9002,300,1820,5,15,1848,3,31,0,1,2,2,0,1,0,1,0,0,0,0,4.01
9002,8152,1815,6,8,1820,5,15,0,1,1,2,0,0,0,1,0,0,0,0,4.01
"""


def test_members_are_parties_by_day_and_owe_by_phase(tmp_path: Path) -> None:
    facts, faults = read_atop(written(tmp_path, MEMBERS))
    assert faults == ()
    found = spells(facts)
    assert found["party:atop-3180:USA"] == [Validity("1949-04-04", None)]
    assert found["party:atop-9001:SUN"] == [Validity("1961-07-06", "1991-12-25")]
    assert found["party:atop-9001:RUS"] == [Validity("1991-12-26", "1996-09-10")]
    assert found["party:atop-9001:PRK"] == [Validity("1961-07", "1996")]
    assert found["party:atop-9002:cow:300"] == [Validity("1815", "1848-03-31")], "two phases in a row are one spell"
    assert found["provision:atop-9002:cow:300:phase-1:nonagg"] == [Validity("1815", "1820-05-15")]
    assert found["provision:atop-9002:cow:300:phase-2:offense"] == [Validity("1820-05-15", "1848-03-31")]
    assert found["agreement:atop-9001"] == [Validity("1961-07", "1996")]


def test_an_alliance_says_what_is_coded_and_which_known_agreement_it_is(tmp_path: Path) -> None:
    facts = {fact.topic: fact for fact in read_atop(written(tmp_path, MEMBERS))[0]}
    nato = facts["agreement:atop-3180"]
    assert nato.body["same_as"] == "agreement:north-atlantic-treaty"
    assert nato.body["aliases"] == ["ATOP 3180"]
    assert nato.body["title"] == "Alliance of United States and Türkiye (1949)"
    assert facts["party:atop-3180:USA"].body["observed"] == "1996"
    aid = facts["provision:atop-9001:RUS:defense"]
    assert aid.body["conditions"] == ["only against certain adversaries"]
    assert facts["provision:atop-9001:RUS:notaiden"].body["provides"] == "non-assistance"
    assert facts["provision:atop-9001:RUS:notaiden"].body["coded"] == {"notaiden": "3"}
    assert facts["provision:atop-3180:TUR:nomicoop"].body["provides"] == "cooperation"
    assert aid.citation == Citation("atop", aid.citation.text)
    assert aid.citation.text.endswith("member level, version 4.01")


def test_a_member_that_no_list_has_is_kept_as_its_code(tmp_path: Path) -> None:
    facts = {fact.topic: fact for fact in read_atop(written(tmp_path, MEMBERS))[0]}
    assert facts["actor:cow:300"].body["name"] == "Austria-Hungary"
    assert facts["actor:cow:8152"].body["note"].startswith("The code is in no list of states")
    assert facts["actor:cow:8152"].confidence < facts["actor:cow:300"].confidence
    assert "actor:state:USA" not in facts


@pytest.mark.parametrize(
    ("row", "told", "used"),
    [
        ("9003,2,0,5,1,1990,1,1,0,1,0,0,1,0,0,0,0,0,0,0,4", "alliance 9003, member 2: '5' without a year", False),
        ("9003,2,0,0,0,1990,1,1,0,1,0,0,1,0,0,0,0,0,0,0,4", "alliance 9003, member 2: no year of entry (yrent '0')", False),
        (
            "9003,2,1980,1,1,0,0,0,0,1,0,0,1,0,0,0,0,0,0,0,4",
            "alliance 9003, member 2: no year of exit (yrexit '0'), and not",
            False,
        ),
        (
            "9003,2,1980,1,1,1979,1,1,0,1,0,0,1,0,0,0,0,0,0,0,4",
            "alliance 9003, member 2: the exit 1979-01-01 is before the",
            False,
        ),
        ("9003,2,1980,2,30,1990,1,1,0,1,0,0,1,0,0,0,0,0,0,0,4", "alliance 9003, member 2: 1980-02 has no day 30", True),
        ("9003,2,1980,13,1,1990,1,1,0,1,0,0,1,0,0,0,0,0,0,0,4", "alliance 9003, member 2: '13' is no month", True),
        ("9003,2,1980,1,1,1990,1,1,0,1,0,0,.,0,0,0,0,0,0,0,4", "alliance 9003, member 2: defense '.' is neither 0 nor 1", True),
        ("9003,USA,1980,1,1,1990,1,1,0,1,0,0,1,0,0,0,0,0,0,0,4", "alliance 9003, member USA: are no numbers", False),
        ("3180,2,1949,4,4,0,0,0,1,0,0,0,1,0,0,1,1,0,,1,4.01", "alliance 3180, member 2: line 2 tells this spell already", False),
    ],
)
def test_a_member_row_that_can_not_be_used_as_it_is_is_told(tmp_path: Path, row: str, told: str, used: bool) -> None:
    path = written(tmp_path, f"{MEMBERS}{row}\n")
    facts, faults = read_atop(path)
    assert f"{path}:9: {told}" in [str(fault)[: len(f"{path}:9: {told}")] for fault in faults]
    assert ("agreement:atop-9003" in spells(facts)) is used


ALLIANCES = """version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,\
dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,asymmetric,version
1,200,United Kingdom,235,Portugal,1,1,1816,,,,1,1,1,0,1,0,0,4.1
2,365,Russia,731,North Korea,6,7,1961,10,9,1996,0,0,1,0,0,1,0,4.1
3,2,United States of America,200,United Kingdom,4,4,1949,,,,0,1,1,0,0,0,0,4.1
3,2,United States of America,220,France,4,4,1949,,,,0,1,1,0,0,0,0,4.1
3,200,United Kingdom,220,France,4,4,1949,.,.,2012,0,0,1,0,0,0,0,4.1
"""


def test_formal_alliances_are_agreements_with_parties_and_what_each_pair_owes(tmp_path: Path) -> None:
    facts, faults = read_cow_alliances(written(tmp_path, ALLIANCES))
    assert faults == ()
    found = spells(facts)
    assert found["agreement:cow-alliance-1"] == [Validity(None, None)]
    assert found["provision:cow-alliance-1:GBR+PRT:nonaggression"] == [Validity(None, None)]
    assert found["party:cow-alliance-2:SUN"] == [Validity("1961-07-06", "1991-12-25")]
    assert found["provision:cow-alliance-2:PRK+RUS:defense"] == [Validity("1991-12-26", "1996-09-10")]
    assert found["party:cow-alliance-3:GBR"] == [Validity("1949-04-04", None)]
    assert found["provision:cow-alliance-3:FRA+GBR:defense"] == [Validity("1949-04-04", "2012")]
    pair = next(fact for fact in facts if fact.topic == "provision:cow-alliance-2:PRK+SUN:entente")
    assert pair.body["provides"] == "consultation"
    assert "Gibler" in pair.citation.text


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            "4,2,USA,2,USA,1,1,1990,1,1,1991,0,0,1,0,0,0,0,4.1",
            "alliance 4: ccode1 '2' and ccode2 '2' are no two states of a numbered",
        ),
        (",2,USA,20,CAN,1,1,1990,1,1,1991,0,0,1,0,0,0,0,4.1", "alliance : ccode1 '2' and ccode2 '20' are no two states of a"),
        ("4,2,USA,20,CAN,,,,1,1,1991,0,0,1,0,0,0,0,4.1", "alliance 4: no year of its start (dyad_st_year ''), and not cut off"),
        ("4,2,USA,20,CAN,1,1,1990,,,,0,0,1,0,0,0,0,4.1", "alliance 4: no year of its end (dyad_end_year ''), and not cut off"),
        ("4,2,USA,20,CAN,1,1,1990,1,1,1980,0,0,1,0,0,0,0,4.1", "alliance 4: the end 1980-01-01 is before the start 1990-01-01"),
        ("4,2,USA,20,CAN,1,1,1990,1,1,1991,0,0,?,0,0,0,0,4.1", "alliance 4: defense '?' is neither 0 nor 1"),
    ],
)
def test_a_row_of_an_alliance_that_can_not_be_used_is_told(tmp_path: Path, row: str, told: str) -> None:
    path = written(tmp_path, f"{ALLIANCES}{row}\n")
    told = f"{path}:7: {told}"
    assert told in [str(fault)[: len(told)] for fault in read_cow_alliances(path)[1]]


@pytest.mark.parametrize("read", [read_atop, read_cow_alliances])
def test_a_file_of_other_columns_or_none_is_a_fault(tmp_path: Path, read: type) -> None:
    for content, told in (
        (b"name,age\nAda,36\n", "data.csv:1: "),
        (b"", "data.csv: is empty"),
        (b"\x1f\x8b broken", "data.csv: is broken gzip"),
        (b"\xff\xfe\x00", "data.csv: is neither UTF-8 text nor gzip"),
        (b"ccode1,ccode2,year\n", "data.csv:1: lacks the columns "),
    ):
        (tmp_path / "data.csv").write_bytes(content)
        facts, faults = read(tmp_path / "data.csv")
        assert facts == ()
        assert str(faults[0]).removeprefix(f"{tmp_path}/").startswith(told)
    assert str(read(tmp_path / "none.csv")[1][0]).endswith("can't be read: No such file or directory")


@pytest.mark.parametrize("name", ["atop4_01_member.csv", "atop_dyad_year_1815_2018.csv.gz"])
def test_the_published_files_are_read_whole_and_their_spells_never_overlap(name: str) -> None:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{path} is not there")
    facts, faults = read_atop(path)
    assert faults == ()
    assert len(facts) > 9_000
    for topic, found in spells(facts).items():
        days = sorted(certain_days(spell.first, spell.last) for spell in found)
        assert all(one[1] < other[0] for one, other in pairwise(days)), topic


@given(st.dates(date(1816, 1, 1)), st.sampled_from(["", ".", "0", "-9", "-1", " ", "NA"]))
def test_a_date_keeps_what_its_parts_tell(day: date, missing: str) -> None:
    year, month, of_month = str(day.year), str(day.month), str(day.day)
    assert date_text(year, month, of_month) == (day.isoformat(), None)
    assert date_text(year, month, missing) == (day.isoformat()[:7], None)
    assert date_text(year, missing, missing) == (day.isoformat()[:4], None)
    assert date_text(year, missing, of_month) == (day.isoformat()[:4], None)
    assert date_text(missing, missing, missing) == (None, None)
    assert date_text(f"{year}.0", f"{month}.0", f"{of_month}.0") == (day.isoformat(), None)
    assert date_text(year, "spring", of_month) == (day.isoformat()[:4], "'spring' is no month")


SPELLS = st.builds(
    lambda a, b: Validity(min(a, b).isoformat(), max(a, b).isoformat()),
    st.dates(date(1900, 1, 1), date(1905, 1, 1)),
    st.dates(date(1900, 1, 1), date(1905, 1, 1)),
)


@given(st.lists(SPELLS, max_size=6), st.dates(date(1900, 1, 1), date(1905, 1, 1)))
def test_joined_spells_hold_on_the_same_days_and_never_touch(spells: list[Validity], on: date) -> None:
    whole = joined(spells)
    assert any(spell.contains(on) for spell in whole) == any(spell.contains(on) for spell in spells)
    days = [certain_days(spell.first, spell.last) for spell in whole]
    assert all(one[1] + 1 < other[0] for one, other in pairwise(days))


@given(st.lists(st.tuples(SPELLS, st.integers(0, 1)), max_size=6), st.dates(date(1900, 1, 1), date(1905, 1, 1)))
def test_facts_put_apart_lose_no_day_and_never_overlap(told: list[tuple[Validity, int]], on: date) -> None:
    facts = [
        Fact(
            kind="provision",
            topic="provision:x",
            validity=spell,
            body={"n": number},
            parts=(),
            citation=Citation("x", "X"),
            confidence=0.5,
        )
        for spell, number in told
    ]
    kept = list(apart(facts))
    assert any(fact.validity.contains(on) for fact in kept) == any(spell.contains(on) for spell, _ in told)
    assert {fact.body["n"] for fact in kept} == {number for _, number in told}
    for found in spells(tuple(kept)).values():
        days = sorted(certain_days(spell.first, spell.last) for spell in found)
        assert all(one[1] < other[0] for one, other in pairwise(days))
