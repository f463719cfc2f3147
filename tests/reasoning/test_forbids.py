"""What sanctions forbid: which measures, on whom, how far, and what they leave open."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reasoning.conftest import NewLedger

from casus.errors import QuestionError
from casus.ledger.contract import Change, KeptReport
from casus.ledger.ledger import Ledger
from casus.ledger.record import Bound, Draft, Part, Quote, ReportSource, Valid
from casus.reasoning.coverage import coverage_rows
from casus.reasoning.forbids import forbids, transfer_forbidden
from casus.reasoning.goods import entries, meant, named_in, things, within
from casus.reasoning.measures import Measures, added, lifted, measures_against
from casus.reasoning.prohibition import Forbids
from casus.world.fact import Citation
from casus.world.facts import shipped_facts
from casus.world.index import load
from casus.world.regime_facts import regime_facts

TEA = {
    "id": "tea-2031",
    "name": "Tea regime",
    "imposer": "EU",
    "targets": ["LKA"],
    "target_kind": "state",
    "first": "2031-03-01",
    "ended": "2033-03-01",
    "status": "ended",
    "measures": [
        {"kind": "arms-embargo", "scope": "Arms to Sri Lanka", "first": "2031-03-01", "resolution": "Act 1, para. 4"},
        {"kind": "commodity-ban", "scope": "Timber from Sri Lanka", "first": "2031-06", "until": "2032-01-01"},
        {"kind": "asset-freeze", "scope": "Listed persons", "first": "2031-03-01", "exemptions": ["Funds for basic needs"]},
    ],
    "source": "a story",
    "confidence": "high",
}
"""A regime of a story: in force in 2031 and 2032."""


def ask(kept: Ledger, target: str, what: str | None, day: str, supplier: str | None = None) -> Forbids:
    on = date.fromisoformat(day)
    measures = measures_against(kept.store, [target if ":" in target else f"state:{target}"], on)
    return forbids(measures, target=target, what=what, supplier=supplier, day=on, name=kept.names.name)


def told(answer: Forbids) -> list[tuple[str, str | None]]:
    return [(one.verdict, one.measure.resolution) for one in answer.prohibitions]


@pytest.fixture
def tea(new_ledger: NewLedger) -> Ledger:
    ledger = Ledger.open(new_ledger())
    ledger.add_facts(regime_facts(TEA, lambda text: Citation("story", text)), "a story")
    return ledger


def test_a_regime_forbids_from_its_first_day_to_its_last(tea: Ledger) -> None:
    assert ask(tea, "LKA", "arms", "2031-02-28").verdict == "allowed"
    assert told(ask(tea, "LKA", "arms", "2031-03-01")) == [("forbidden", "Act 1, para. 4")]
    assert ask(tea, "LKA", "arms", "2033-02-28").verdict == "forbidden"
    after = ask(tea, "LKA", "arms", "2033-03-01")
    assert after.verdict == "allowed"
    assert [one.measure.resolution for one in after.lapsed] == ["Act 1, para. 4"]


def test_it_binds_the_members_of_the_day_and_nobody_else(tea: Ledger) -> None:
    [line] = ask(tea, "LKA", "arms", "2032-01-01", "PRT").prohibitions
    assert (line.binds, len(line.bound or ())) == ("members of European Union (27 on 2032-01-01)", 27)
    assert (line.paragraph, line.way, line.law) == ("para. 4", "to", "certain")
    assert "membership" in {record.draft.kind for record in line.proof.premises()}
    other = ask(tea, "LKA", "arms", "2032-01-01", "BRA")
    assert (other.verdict, other.prohibitions) == ("allowed", ())
    assert [one.why for one in other.not_binding] == ["does not bind Brazil"]


def test_what_is_not_covered_is_allowed_and_what_was_searched_is_told(tea: Ledger) -> None:
    answer = ask(tea, "LKA", "coal", "2032-01-01")
    assert answer.verdict == "allowed"
    assert answer.searched.against_target == 2
    assert answer.searched.measures > 2
    assert answer.searched.not_covered


def test_a_loose_date_and_a_list_leave_the_law_arguable(tea: Ledger) -> None:
    [timber] = ask(tea, "LKA", "timber", "2031-06-15").prohibitions
    assert timber.law_why == ("the source does not give the day on which it began or ended",)
    [funds] = ask(tea, "LKA", "funds", "2031-06-15").prohibitions
    assert (funds.verdict, funds.law) == ("forbidden with exemptions", "arguable")
    assert "only those whom it lists or names" in funds.law_why


def test_the_target_itself_sends_what_comes_from_it(tea: Ledger) -> None:
    assert ask(tea, "LKA", "timber", "2031-12-01", "LKA").verdict == "forbidden"
    assert ask(tea, "LKA", "arms", "2031-12-01", "LKA").verdict == "allowed"


def test_what_was_not_yet_known_does_not_forbid(tea: Ledger) -> None:
    record = next(iter(ask(tea, "LKA", "arms", "2031-12-01").prohibitions)).measure.records[0]
    before = measures_against(tea.store, ["state:LKA"], date(2031, 12, 1), record.recorded_at.replace(year=2020))
    with pytest.raises(QuestionError, match="no regime of sanctions"):
        forbids(before, target="LKA", what="arms", day=date(2031, 12, 1))
    tea.retract(record.id, "a mistake")
    assert ask(tea, "LKA", "arms", "2031-12-01").verdict == "allowed"


def test_a_measure_that_a_report_alone_tells_is_marked(tea: Ledger) -> None:
    text = "Chile imposed an arms embargo on Sri Lanka on Monday."
    report = KeptReport(id=hashlib.sha256(text.encode()).hexdigest(), text=text, first=date(2031, 1, 7), last=date(2031, 1, 7))
    draft = Draft(
        kind="measure",
        body={
            "modality": "actual",
            "measure": "arms embargo",
            "status": "in force",
            "imposers": ["state:CHL"],
            "targets": ["state:LKA"],
        },
        valid=Valid(None, None),
        source=ReportSource(report.id, (Quote("told", 0, 40, text[:40]),)),
        extractor="a story",
        parts=(Part("imposer", "state:CHL"), Part("target", "state:LKA"), Part("target", "country:LKA")),
        confidence=0.7,
    )
    denied = replace(draft, body={**draft.body, "modality": "denied"}, confidence=0.6)
    tea.store.write(Change(report=report, drafts=(draft, denied)))
    [line] = ask(tea, "LKA", "arms", "2031-02-01", "CHL").prohibitions
    assert (line.measure.told, line.law, line.facts) == (True, "arguable", 0.7)
    assert line.measure.scope == text[:40]
    assert ask(tea, "LKA", "arms", "2031-01-06", "CHL").verdict == "allowed"


def test_the_resolutions_of_each_day_are_named(world: Ledger) -> None:
    def council(day: str, what: str = "arms") -> list[tuple[str, str | None, str | None]]:
        answer = ask(world, "PRK", what, day, "RUS")
        return [(one.verdict, one.measure.resolution, one.paragraph) for one in answer.prohibitions]

    assert council("2006-10-13") == []
    assert council("2008-01-01") == [("forbidden", "1718", "8(a)(i), 8(b)")]
    assert council("2024-07-01") == [("forbidden", "2270", "6, 8")]
    early = ask(world, "PRK", "arms", "2008-01-01", "RUS").prohibitions[0]
    assert early.law_why == ("only heavy arms",)


def test_small_arms_to_the_dprk_are_left_out_between_1874_and_2270(world: Ledger) -> None:
    answer = ask(world, "PRK", "small arms", "2010-01-01", "CHN")
    assert [one.way for one in answer.prohibitions] == ["from"]
    arms = ask(world, "PRK", "arms", "2010-01-01", "CHN")
    assert {one.way: one.partly for one in arms.prohibitions} == {"from": (), "to": ("all but small arms",)}


def test_a_transfer_is_forbidden_either_way(world: Ledger) -> None:
    day = date(2024, 7, 1)
    measures = measures_against(world.store, ["state:RUS", "state:PRK"], day)
    to = transfer_forbidden(measures, "state:RUS", "state:PRK", "a shipment of ballistic missiles", day)
    back = transfer_forbidden(measures, "state:PRK", "state:RUS", ("artillery shells", "missiles"), day)
    assert {one.measure.resolution for one in to} == {one.measure.resolution for one in back} == {"1718", "2270"}
    assert transfer_forbidden(measures, "state:CHN", "state:RUS", "ballistic missiles", day) == ()
    assert transfer_forbidden(measures, "state:RUS", "state:PRK", "a choir", day) == ()
    assert transfer_forbidden(measures, "state:SUN", "state:PRK", "missiles", day) == ()


def test_what_is_lifted_in_a_supposition_leaves_the_rest(world: Ledger) -> None:
    day = date(2024, 7, 1)
    measures = measures_against(world.store, ["state:PRK"], day)
    without = lifted(measures, "regime:un-dprk-1718")
    assert transfer_forbidden(without, "state:RUS", "state:PRK", "missiles", day) == ()
    assert transfer_forbidden(without, "state:USA", "state:PRK", "missiles", day) != ()
    supposed = replace(measures.measures[0], id="supposed", valid=Valid(Bound(day, day), None))
    assert "supposed" in {one.measure.id for one in forbids(added(without, supposed), target="PRK", day=day).prohibitions}


def test_the_state_of_the_day_is_meant(world: Ledger) -> None:
    answer = ask(world, "SRB", "arms", "1998-06-01")
    assert answer.verdict == "forbidden"
    assert answer.notes == ("on 1998-06-01 Serbia is taken for Yugoslavia, which it succeeded",)
    assert ask(world, "ZWE", "oil", "1970-01-01").verdict == "forbidden"
    for target, day, says in (
        ("SSD", "1990-01-01", "began on 2011"),
        ("YUG", "2010-01-01", "ended on"),
        ("XYZ", "2020-01-01", "XYZ"),
    ):
        with pytest.raises(QuestionError, match=says):
            ask(world, target, "arms", day)
    with pytest.raises(QuestionError, match="nothing can be said of 1914-08-01"):
        ask(world, "FRA", "arms", "1914-08-01")


def test_a_word_that_nothing_knows_is_refused_with_those_that_are_known(world: Ledger) -> None:
    with pytest.raises(QuestionError, match=r"--what 'unicorns'.*arms, heavy arms, missiles"):
        ask(world, "PRK", "unicorns", "2020-01-01")


def test_exemptions_count_for_what_they_let_through(world: Ledger) -> None:
    assert ask(world, "IRQ", "food", "1995-01-01").verdict == "forbidden with exemptions"
    assert ask(world, "IRQ", "oil", "1995-01-01").verdict == "forbidden"
    assert ask(world, "IRQ", "oil", "1998-01-01").verdict == "forbidden with exemptions"
    [line] = ask(world, "PRK", "textiles", "2018-01-01", "CHN").prohibitions
    assert (line.verdict, line.exemptions) == ("forbidden", ())
    assert line.purposes == ("Case by case, where the committee approves it for humanitarian work",)


def test_what_snapback_brings_back_is_disputed(world: Ledger) -> None:
    lines = [one for one in ask(world, "IRN", "arms", "2025-10-05", "CHN").prohibitions if one.measure.restored_by]
    assert {(one.measure.resolution, one.way) for one in lines} == {("1929", "to"), ("1747", "from")}
    assert all(one.law == "arguable" and "restored" in set(one.proof.rules()) for one in lines)
    assert not ask(world, "IRN", "arms", "2025-09-27", "CHN").prohibitions


def test_land_that_a_target_holds_and_searches_forbid_nothing_by_themselves(world: Ledger) -> None:
    answer = ask(world, "RUS", "luxury", "2022-02-01", "DEU")
    assert answer.verdict == "allowed"
    assert {one.why for one in answer.beside} == {"only land that it holds and that is not its own"}
    searched = ask(world, "PRK", "arms", "2020-01-01", "RUS")
    assert "cargo is searched" in searched.beside[0].why


def test_groups_are_targets_too_and_a_state_is_not_taken_for_them(world: Ledger) -> None:
    taliban = ask(world, "group:taliban", "arms", "2020-01-01")
    assert taliban.verdict == "forbidden"
    assert "who is on the list" in taliban.notes[0]
    congo = ask(world, "COD", "arms", "2015-01-01")
    assert congo.verdict == "forbidden with exemptions"
    assert congo.prohibitions[0].law_why == ("only those outside the government whom it names",)


def test_every_measure_that_is_kept_has_a_kind_and_a_coverage_that_fit() -> None:
    topics = {fact.topic for fact in shipped_facts() if fact.kind == "measure"}
    assert {str(row["measure"]) for row in coverage_rows()} <= topics
    assert {row["kind"] for row in entries()["kinds"]} == set(load("measure_kinds")["measures"])
    named = [one for row in coverage_rows() for way in row.get("ways", ()) for one in (*way["covers"], *way.get("but", ()))]
    named += [one for row in entries()["kinds"] for one in row["covers"]]
    named += [one for row in entries()["purposes"] for one in row["carries"]]
    assert set(named) <= set(things())
    assert all(row.get("source") for row in (*coverage_rows(), *entries()["goods"][1:]))


def test_words_mean_things_the_longer_first() -> None:
    assert named_in("tonnes of refined oil and jet fuel") == ("refined oil", "aviation fuel")
    assert named_in("Missiles, rifles") == ("missiles", "small arms")
    assert named_in("a charmed army") == ()
    assert meant("KN-23 ballistic missiles") == ("missiles",)
    words = [word for thing in things().values() for word in thing.words]
    assert len(words) == len(set(words))


DAYS = st.dates(date(1967, 1, 1), date(2026, 1, 1))
TARGETS = st.sampled_from(["PRK", "IRN", "RUS", "LBY", "SOM", "SDN", "COD", "SYR"])
WHATS = st.sampled_from(sorted(things()))
SUPPLIERS = st.sampled_from([None, "DEU", "USA", "CHN", "GBR"])


@pytest.fixture(scope="module")
def everything(world_sqlite: Ledger) -> Measures:
    return measures_against(world_sqlite.store, None, date(2020, 1, 1))


def _asked(measures: Measures, target: str, what: str, supplier: str | None, day: date) -> Forbids | None:
    try:
        return forbids(measures, target=target, what=what, supplier=supplier, day=day)
    except QuestionError:
        return None


@given(TARGETS, WHATS, SUPPLIERS, DAYS, st.integers(0, 10**6))
def test_lifting_a_measure_never_forbids_more(
    everything: Measures, target: str, what: str, supplier: str | None, day: date, pick: int
) -> None:
    before = _asked(everything, target, what, supplier, day)
    if before is None or not before.prohibitions:
        return
    gone = before.prohibitions[pick % len(before.prohibitions)]
    after = _asked(lifted(everything, gone.measure.id), target, what, supplier, day)
    assert after is not None
    assert {one.measure.id for one in after.prohibitions} == {one.measure.id for one in before.prohibitions} - {gone.measure.id}


@given(TARGETS, WHATS, SUPPLIERS, DAYS)
def test_only_what_may_hold_on_the_day_forbids(
    everything: Measures, target: str, what: str, supplier: str | None, day: date
) -> None:
    answer = _asked(everything, target, what, supplier, day)
    for one in answer.prohibitions if answer else ():
        premises = list(one.proof.premises())
        assert all(record.draft.valid.contains(day) is not False for record in premises if record.draft.kind != "measure")
        assert one.measure.valid.contains(day) is not False
        assert one.facts == min(record.draft.confidence for record in premises)
    for beside in answer.lapsed if answer else ():
        assert beside.measure.valid.contains(day) is False


@given(TARGETS, WHATS, WHATS, DAYS)
def test_who_forbids_the_whole_forbids_each_part(everything: Measures, target: str, what: str, part: str, day: date) -> None:
    whole, less = (_asked(everything, target, one, None, day) for one in (what, part))
    if whole is None or less is None or not within(part, what) or what == "everything":
        return
    sure = {one.measure.id for one in whole.prohibitions if not one.partly}
    assert sure <= {one.measure.id for one in less.prohibitions}
