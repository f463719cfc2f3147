"""The scorer of claims: what it takes as right, what it excuses, and what it refuses in a gold file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.claims import main, score, table
from benchmarks.claims_gold import GoldError, GoldReport, Interval, load_gold, load_report
from benchmarks.claims_match import Comparison
from casus.reading.contract import dumps, from_json
from casus.reading.model import Claim, Event, Measure, Position, Reading, When, Written
from casus.sources.report import Report

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
KINDS = {"statement", "event", "agreement", "provision", "measure", "transfer", "position", "membership"}

TEXT = """\
Ruritania bars Graustark's trucks

STRELSAU, May 4, 1994 (Elphberg News) - Ruritania denied on Wednesday that it had shelled a border post in Graustark. \
Foreign Minister Rudolf Sapt accused Graustark of arming rebels and said that his country would close the pass \
if a single mine were laid there. President Michael of Graustark rejected the charge. \
The two countries signed a border treaty in 1990.
"""
GOLD = """\
report: clash.txt
stamps:
  - {origin: dateline, value: 1994-05-04, quote: "May 4, 1994"}
written: {from: 1994-05-04, to: 1994-05-04}
actors:
  rur: {name: Ruritania, kind: state, country: RUR, mentions: [Ruritania, his country, The two countries]}
  gra: {name: Graustark, kind: state, country: GRA, mentions: [Graustark, The two countries]}
  sapt: {name: Rudolf Sapt, kind: person, country: RUR, mentions: [Foreign Minister Rudolf Sapt]}
  michael: {name: Michael, kind: person, country: GRA, mentions: [President Michael of Graustark]}
  rebels: {name: rebels, kind: group, country: RUR, apart: true, mentions: [rebels]}
claims:
  - {id: s1, kind: statement, speaker: rur, act: deny, quoting: indirect, when: 1994-05-04, quote: "Ruritania denied on Wednesday that it had shelled a border post in Graustark"}
  - {id: e1, kind: event, type: ASSAULT, actors: [rur], recipients: [gra], by: s1, modality: denied, quote: "it had shelled a border post in Graustark"}
  - {id: s2, kind: statement, speaker: sapt, act: accuse, quoting: indirect, quote: "accused Graustark of arming rebels"}
  - {id: e2, kind: event, type: ACCUSE, actors: [sapt], recipients: [gra], quote: "accused Graustark of arming rebels"}
  - {id: t1, kind: transfer, suppliers: [gra], recipients: [rebels], goods: arms, goods_class: arms, by: s2, quote: "arming rebels"}
  - {id: s3, kind: statement, speaker: sapt, act: say, quoting: indirect, quote: "said that his country would close the pass if a single mine were laid there"}
  - {id: e3, kind: event, type: SANCTION, or: {type: [COERCE]}, actors: [rur], recipients: [], by: s3, modality: conditional, condition: e4, quote: "his country would close the pass"}
  - {id: e4, kind: event, type: COERCE, actors: [], recipients: [], by: s3, modality: supposed, quote: "if a single mine were laid there"}
  - {id: e5, kind: event, type: REJECT, actors: [michael], recipients: [sapt], quote: "rejected the charge"}
  - {id: a1, kind: agreement, parties: [rur, gra], status: signed, when: [1990-01-01, 1990-12-31], quote: "signed a border treaty in 1990"}
  - {id: e6, kind: event, type: AGREE, actors: [rur, gra], recipients: [], optional: true, quote: "signed a border treaty in 1990"}
"""  # noqa: E501


@pytest.fixture
def clash(tmp_path: Path) -> GoldReport:
    (tmp_path / "clash.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "clash.gold.yaml").write_text(GOLD, encoding="utf-8")
    return load_report(tmp_path / "clash.gold.yaml")


def perfect(gold: GoldReport) -> Reading:
    """The reading that says exactly what the gold says."""
    written = gold.written or (None, None)
    row = {
        "casus": "1",
        "report": {"id": gold.report.id, "text": gold.report.text, "stamps": []},
        "sentences": [],
        "actors": [
            {
                "id": actor.id, "name": actor.name, "kind": actor.kind, "country": actor.country,
                "mentions": [{"span": list(span), "form": "name"} for span in actor.mentions],
            }
            for actor in gold.actors.values()
        ],
        "times": [],
        "claims": [
            {
                "id": claim.id, "kind": claim.kind, "spans": [list(claim.span)], "by": claim.by, "modality": claim.modality,
                "negated": claim.negated, "condition": claim.condition, "confidence": 1.0, "when": days(claim.when),
                **claim.fields, **({"content": [list(claim.span)]} if claim.kind == "statement" else {}),
            }
            for claim in gold.claims
        ],
        "warnings": [],
    }  # fmt: skip
    reading = from_json(row)
    assert written[0]
    assert written[1]
    return replace(reading, report=gold.report, written=Written(written[0], written[1], "by hand"))


def days(when: Interval | None) -> dict[str, str | None] | None:
    return {name: day.isoformat() if day else None for name, day in zip(("from", "to"), when, strict=True)} if when else None


def changed(reading: Reading, name: str, **values: object) -> Reading:
    """The reading with one claim told otherwise."""
    return replace(reading, claims=tuple(replace(c, **values) if c.id == name else c for c in reading.claims))  # type: ignore[arg-type]


def without(reading: Reading, *names: str) -> Reading:
    return replace(reading, claims=tuple(claim for claim in reading.claims if claim.id not in names))


def added(reading: Reading, *claims: Claim) -> Reading:
    return replace(reading, claims=(*reading.claims, *claims))


def span(gold: GoldReport, words: str) -> tuple[int, int]:
    start = gold.report.text.index(words)
    return start, start + len(words)


def test_a_reading_that_says_what_the_gold_says_has_everything_right(clash: GoldReport) -> None:
    total = score([Comparison(clash, perfect(clash))])
    assert (total.all.wanted, total.all.given, total.all.right) == (11, 11, 11)
    assert total.all.f1 == 1.0
    assert total.false_actual.total() == 0
    assert total.brier == 0.0
    assert all(right == asked for right, asked in total.parts.values())


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.gold.yaml")), ids=lambda path: path.stem)
def test_every_example_is_borne_out_by_its_report_and_fits_the_format(path: Path) -> None:
    gold = load_report(path)
    assert 100 <= len(gold.report.text.split()) <= 520
    total = score([Comparison(gold, perfect(gold))])
    assert total.all.right == total.all.given == len(gold.claims)
    assert total.false_actual.total() == 0


def test_the_examples_are_of_many_countries_times_and_kinds() -> None:
    golds = load_gold(EXAMPLES)
    assert len(golds) >= 14
    assert len({actor.country for gold in golds for actor in gold.actors.values() if actor.kind == "state"}) >= 15
    years = [gold.written[0].year for gold in golds if gold.written and gold.written[0]]
    assert min(years) < 1960 < 2020 < max(years)
    assert {claim.kind for gold in golds for claim in gold.claims} == KINDS


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("s2", {"speaker": "michael"}),
        ("e1", {"modality": "actual"}),
        ("e2", {"type": "REQUEST"}),
        ("e2", {"actors": ("gra",), "recipients": ("rur",)}),
        ("t1", {"suppliers": ("rebels",), "recipients": ("gra",)}),
        ("a1", {"status": "terminated"}),
        ("e4", {"spans": ((0, 9),)}),
    ],
)
def test_a_claim_with_the_wrong_actor_modality_root_or_words_is_neither_right_nor_found(
    clash: GoldReport, claim: str, told: dict[str, object]
) -> None:
    total = score([Comparison(clash, changed(perfect(clash), claim, **told))])
    assert total.all.right == 10
    assert total.all.f1 < 1.0


def test_what_is_told_as_denied_or_conditional_but_given_as_actual_is_counted(clash: GoldReport) -> None:
    reading = changed(changed(perfect(clash), "e1", modality="actual"), "e3", modality="actual", actors=())
    comparison = Comparison(clash, reading)
    assert [pair.gold.id for pair in comparison.false_actual] == ["e1", "e3"]
    assert "false actual 2 of 3 (event 2)" in table(score([comparison]))


def test_the_actual_act_of_accusing_is_no_false_actual_of_what_is_told_in_the_same_words(clash: GoldReport) -> None:
    reading = perfect(clash)
    whole = span(clash, "Ruritania denied on Wednesday that it had shelled a border post in Graustark")
    denying = Event(
        id="x",
        spans=(whole,),
        type="ASSAULT",
        actors=("rur",),
        recipients=("gra",),
        trigger=span(clash, "denied"),
        confidence=0.9,
    )
    assert Comparison(clash, added(reading, denying)).false_actual == ()
    shelling = replace(denying, trigger=span(clash, "shelled"))
    assert len(Comparison(clash, added(reading, shelling)).false_actual) == 1


def test_a_missed_optional_claim_costs_nothing(clash: GoldReport) -> None:
    total = score([Comparison(clash, without(perfect(clash), "e6"))])
    assert total.all.f1 == 1.0
    assert total.all.wanted == 10


def test_the_same_told_in_another_kind_is_excused_unless_it_makes_actual_what_is_not(clash: GoldReport) -> None:
    aid = Event(
        id="x", spans=(span(clash, "arming rebels"),), type="AID", actors=("gra",), recipients=("rebels",), confidence=0.1
    )
    total = score([Comparison(clash, added(perfect(clash), aid))])
    assert total.all.given == 11
    rejecting = Position(id="y", spans=(span(clash, "rejected the charge"),), holder="gra", stance="rejects", object="the charge")
    assert score([Comparison(clash, added(perfect(clash), rejecting))]).all.given == 11
    of_another = replace(rejecting, holder="rur")
    assert score([Comparison(clash, added(perfect(clash), of_another))]).all.given == 12
    closing = span(clash, "his country would close the pass")
    blockade = Measure(id="z", spans=(closing,), measure="blockade", imposers=("rur",), targets=(), status="proposed")
    assert score([Comparison(clash, added(perfect(clash), blockade))]).all.given == 11
    in_force = Comparison(clash, added(perfect(clash), replace(blockade, status="in force")))
    assert score([in_force]).all.given == 12
    assert [pair.gold.id for pair in in_force.false_actual] == ["e3"]


def test_one_claim_counts_once_and_a_second_telling_of_it_is_wrong(clash: GoldReport) -> None:
    again = replace(next(claim for claim in perfect(clash).claims if claim.id == "e5"), id="x")
    total = score([Comparison(clash, added(perfect(clash), again))])
    assert total.all.right == 11
    assert total.all.given == 12


def test_a_person_must_be_named_but_an_act_of_the_state_may_be_its_minister(clash: GoldReport) -> None:
    by_the_state = changed(perfect(clash), "e2", actors=("rur",))
    assert score([Comparison(clash, by_the_state)]).all.right == 11
    spoken_by_the_state = changed(perfect(clash), "s2", speaker="rur")
    assert score([Comparison(clash, spoken_by_the_state)]).all.right == 10
    rebels_for_the_state = changed(perfect(clash), "t1", recipients=("rur",))
    assert score([Comparison(clash, rebels_for_the_state)]).all.right == 10


def test_actors_are_known_by_where_they_are_mentioned_when_names_differ(clash: GoldReport) -> None:
    reading = perfect(clash)
    renamed = tuple(replace(actor, name=f"actor {actor.id}", country=None) for actor in reading.actors)
    assert score([Comparison(clash, replace(reading, actors=renamed))]).all.right == 11


@cache
def frontier_meeting() -> GoldReport:
    return load_report(EXAMPLES / "15-frontier-meeting.gold.yaml")


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_every_claim_left_in_a_perfect_reading_stays_right_whatever_is_taken_out(data: st.DataObject) -> None:
    gold = frontier_meeting()
    reading = perfect(gold)
    kept = data.draw(st.sets(st.sampled_from([claim.id for claim in gold.claims])))
    total = score([Comparison(gold, without(reading, *(claim.id for claim in gold.claims if claim.id not in kept)))])
    assert total.all.right == total.all.given == len(kept)
    missing = sum(not claim.optional and claim.id not in kept for claim in gold.claims)
    assert total.all.wanted - total.all.right <= missing, "a claim may stand for another one that is told in the same words"


def test_confidence_is_held_against_what_is_right(clash: GoldReport) -> None:
    reading = changed(perfect(clash), "e1", modality="actual", confidence=1.0)
    assert score([Comparison(clash, reading)]).brier == pytest.approx(1 / 11)
    doubting = changed(perfect(clash), "e1", modality="actual", confidence=0.0)
    assert score([Comparison(clash, doubting)]).brier == 0.0


def test_whose_word_and_which_day_are_counted_among_the_right(clash: GoldReport) -> None:
    reading = changed(perfect(clash), "t1", by=None)
    reading = changed(reading, "a1", when=When(date(1991, 1, 1), date(1991, 12, 31)))
    parts = score([Comparison(clash, replace(reading, written=None))]).parts
    assert parts["by"] == [10, 11]
    assert parts["when"] == [1, 2]
    assert parts["written"] == [0, 1]
    assert parts["stamps"] == [1, 1]


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda gold: gold.replace("arming rebels\"}", "arming bandits\"}"), "doesn't say 'accused Graustark of arming bandits'"),
        (lambda gold: gold.replace("act: deny", "act: refuse"), "act 'refuse'; allowed are say, announce"),
        (lambda gold: gold.replace("suppliers: [gra]", "suppliers: [rus]"), "names no actor"),
        (lambda gold: gold.replace("by: s2", "by: e2"), "'e2' is no statement"),
        (lambda gold: gold.replace("condition: e4", "condition: e9"), "'e9', which isn't there"),
        (lambda gold: gold.replace("id: e2", "id: e1"), "two claims"),
        (lambda gold: gold.replace("goods: arms, ", ""), "goods missing"),
        (lambda gold: gold.replace("goods: arms, ", "gooods: arms, goods: arms, "), "unknown gooods"),
        (lambda gold: gold.replace("goods: arms, ", "goods: arms, goods: guns, "), "`goods` is given twice"),
        (lambda gold: gold.replace('quote: "rejected the charge"', 'quote: "Graustark"'), "4 times; give `nth`"),
        (lambda gold: gold.replace("mentions: [rebels]", "mentions: [rebel]"), "mention 'rebel' isn't in the report"),
    ],
)  # fmt: skip
def test_a_wrong_gold_is_refused_with_the_place_and_what_is_allowed(
    tmp_path: Path, edit: Callable[[str], str], message: str
) -> None:
    (tmp_path / "clash.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "clash.gold.yaml").write_text(edit(GOLD), encoding="utf-8")
    with pytest.raises(GoldError) as caught:
        load_gold(tmp_path)
    assert message in str(caught.value)


def test_the_command_scores_saved_readings_and_names_what_is_wrong(clash: GoldReport, capsys: pytest.CaptureFixture[str]) -> None:
    folder = clash.path.parent
    saved = folder / "readings.jsonl"
    saved.write_text(dumps(changed(perfect(clash), "e1", modality="actual")) + "\n", encoding="utf-8")
    assert main([str(folder), "--readings", str(saved), "-v"]) == 0
    printed = capsys.readouterr().out
    assert "FALSE ACTUAL" in printed
    assert "shelled a border post" in printed
    assert "all" in printed


def test_a_folder_that_is_not_to_be_seen_gives_figures_alone(clash: GoldReport, capsys: pytest.CaptureFixture[str]) -> None:
    folder = clash.path.parent
    (folder / "UNSEEN").touch()
    saved = folder / "readings.jsonl"
    saved.write_text(dumps(without(perfect(clash), "e1", "s2")) + "\n", encoding="utf-8")
    assert main([str(folder), "--readings", str(saved), "-v"]) == 0
    printed = capsys.readouterr().out
    assert "statement" in printed
    assert not any(word in printed for word in ("Ruritania", "shelled", "clash", "Sapt"))


def test_the_command_refuses_a_folder_without_gold_and_readings_that_are_too_few(
    clash: GoldReport, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert main([str(empty)]) == 2
    saved = empty / "readings.jsonl"
    saved.touch()
    assert main([str(clash.path.parent), "--readings", str(saved)]) == 2
    assert "0 readings for 1 reports" in capsys.readouterr().err


def test_nothing_read_and_nothing_wanted_scores_nought_and_breaks_nothing(clash: GoldReport) -> None:
    empty = Reading(report=Report(TEXT), written=None, sentences=(), actors=(), times=(), claims=(), warnings=())
    total = score([Comparison(clash, empty)])
    assert total.all.f1 == total.all.precision == total.all.recall == 0.0
    assert "all" in table(total)
