"""The ledger as a program meets it: the world in it, rows as of a day, corrections, what was known when."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from ledger.conftest import NewLedger
from ledger.telling import PACT, SHELLING, reading

import casus
from casus.errors import LedgerError, StaleError
from casus.ledger.contract import Change, Query
from casus.ledger.ledger import Ledger
from casus.ledger.record import Bound
from casus.ledger.views import Asked
from casus.world.fact import Citation, Fact
from casus.world.time import Validity


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    ledger = casus.Ledger.open(tmp_path_factory.mktemp("ledger") / "ledger.sqlite")
    ledger.keep(reading(PACT, "Peninsula News"))
    ledger.keep(reading(SHELLING, "Canal Wire"))
    return ledger


@pytest.fixture
def fresh(new_sqlite: NewLedger) -> Ledger:
    return Ledger.open(new_sqlite())


def party(topic: str, first: str | None, last: str | None, body: str = "a") -> Fact:
    return Fact(
        kind="party", topic=topic, validity=Validity(first, last), body={"state": "state:PER", "note": body},
        parts=(("party", "state:PER"),), citation=Citation("mine", "My notes"), confidence=0.5,
    )  # fmt: skip


def test_the_known_agreement_is_one_with_what_a_report_tells_of_it(kept: Ledger) -> None:
    asked = Asked(actor=kept.names.meant("RUS"), with_=kept.names.meant("North Korea"), told=True)
    [row] = kept.as_of(date(2024, 7, 1)).agreements(asked)
    assert row.id == "agreement:russia-dprk-2024"
    assert (row.body["signed"], row.body["in_force"], row.reports) == ("2024-06-19", "2024-12-04", 1)
    parts = kept.as_of().of_agreement(row.id)
    assert {part.draft.kind for part in parts} == {"party", "provision"}
    assert any(
        part.draft.source.report == reading(PACT, "Peninsula News").report.id
        for part in parts
        if hasattr(part.draft.source, "report")
    )


def test_an_agreement_stands_from_its_signature_to_its_end(kept: Ledger) -> None:
    asked = Asked(actor="country:RUS", with_="country:PRK", limit=None)

    def standing(day: date) -> set[str]:
        return {row.id for row in kept.as_of(day).agreements(asked)}

    assert "agreement:russia-dprk-2024" not in standing(date(2024, 6, 18))
    assert {"agreement:russia-dprk-2024", "agreement:russia-dprk-2000"} <= standing(date(2024, 6, 19))
    assert "agreement:russia-dprk-2000" not in standing(date(2024, 12, 4))


def test_measures_are_those_in_force_on_the_day(kept: Ledger) -> None:
    asked = Asked(actor="country:PRK", type="arms embargo", limit=None)
    now, before = (kept.as_of(day).rows("measure", asked) for day in (date(2016, 1, 1), date(2006, 1, 1)))
    assert any(row.body["imposers"] == ["org:UNSC"] for row in now)
    assert not any(row.body["imposers"] == ["org:UNSC"] for row in before)


def test_nothing_is_known_before_it_was_recorded(kept: Ledger) -> None:
    past = datetime.now(UTC) - timedelta(days=1)
    assert kept.as_of(known_at=past).events() == ()
    assert kept.as_of().events()


def test_people_are_named_as_people_name_them(kept: Ledger) -> None:
    assert kept.names.meant("Putin") == "person:vladimir-putin"
    assert kept.names.meant("RUS") == kept.names.meant("Russia") == "country:RUS"
    assert kept.names.meant("state:RUS") == "state:RUS"
    assert kept.names.meant("NATO") == "org:NATO"
    with pytest.raises(LedgerError, match="Ruritania"):
        kept.names.meant("Ruritania")


def test_an_explanation_is_found_by_any_id(kept: Ledger) -> None:
    [row, *_] = kept.as_of().events(Asked(type="ASSAULT"))
    assert kept.as_of().explain(row.id[:10]).id == row.id
    assert kept.as_of().explain(row.record.id[:10]).id == row.id
    assert kept.as_of().explain("agreement:anzus").body["title"].startswith("Security Treaty")
    with pytest.raises(LedgerError, match="agreement:none"):
        kept.as_of().explain("agreement:none")


def test_opening_again_loads_nothing_again(fresh: Ledger) -> None:
    before = fresh.store.sequence_at()
    assert before > 1000
    fresh.close()
    with Ledger(fresh.store) as closed, pytest.raises(LedgerError, match="closed"):
        closed.as_of().events()


def test_a_correction_says_otherwise_and_keeps_what_was_known(fresh: Ledger) -> None:
    fresh.keep(reading(SHELLING))
    [row, *_] = fresh.as_of().events(Asked(type="ASSAULT", modality="actual"))
    then = datetime.now(UTC)
    record = fresh.correct(row.id[:12], {"recipients": "Jordan, NATO", "when": "1971-03", "place": ""}, "the second edition")
    assert record.draft.body["recipients"] == ["state:JOR", "org:NATO"]
    assert record.draft.valid.first == Bound(date(1971, 3, 1), date(1971, 3, 31))
    assert fresh.as_of().events(Asked(actor="country:JOR"))[0].id == row.id
    assert fresh.as_of(known_at=then).events(Asked(actor="country:JOR")) == ()
    assert fresh.as_of(known_at=then).events(Asked(type="ASSAULT", modality="actual"))[0].body == row.body
    assert [one.draft.extractor for one in fresh.store.history(record.fact)][-1] == "hand"


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"colour": "red"}, "colour: a record of kind event has actors"),
        ({"modality": "maybe"}, "modality: 'maybe' is none of actual"),
        ({"killed": "some"}, "killed: 'some' is no whole number"),
        ({"when": "yesterday"}, "when: not a date: 'yesterday'"),
        ({"actors": "Ruritania"}, "Ruritania"),
        ({}, "nothing to correct"),
    ],
)
def test_a_wrong_correction_is_told_and_nothing_is_written(kept: Ledger, changes: dict[str, str], fault: str) -> None:
    [row, *_] = kept.as_of().events()
    before = kept.store.sequence_at()
    with pytest.raises(LedgerError, match=fault):
        kept.correct(row.id, changes, "a test")
    assert kept.store.sequence_at() == before


def test_retracting_twice_or_restoring_what_stands_is_told(fresh: Ledger) -> None:
    fresh.keep(reading(SHELLING))
    [row, *_] = fresh.as_of().events(Asked(type="ASSAULT"))
    with pytest.raises(LedgerError, match="is not retracted"):
        fresh.restore(row.id, "why not")
    fresh.retract(row.id, "a rumour")
    with pytest.raises(LedgerError, match=r"was retracted on .* \(a rumour\)"):
        fresh.retract(row.id, "again")
    assert row.id not in {one.id for one in fresh.as_of().events(Asked(limit=None))}
    fresh.restore(row.id, "it was so")
    [again] = [one for one in fresh.as_of().events(Asked(limit=None)) if one.id == row.id]
    assert (again.body, again.valid) == (row.body, row.valid)


def test_own_facts_are_added_changed_and_refused_where_they_overlap(fresh: Ledger) -> None:
    added = fresh.add_facts([party("party:mine:PER", "1990", "1999"), party("party:mine:PER", "2005", None)], "notes 1")
    assert (added.new, added.refused) == (2, ())
    assert fresh.add_facts([party("party:mine:PER", "1990", "1999"), party("party:mine:PER", "2005", None)], "notes 1").new == 0
    changed = fresh.add_facts([party("party:mine:PER", "1990", "2001", "b"), party("party:mine:PER", "2005", None)], "notes 2")
    assert (changed.new, changed.changed) == (0, 1)
    refused = fresh.add_facts([party("party:mine:PER", "1995", None), party("party:other:PER", "1990", None)], "another 1")
    assert refused.new == 1
    assert [line.split(":")[:3] for line in refused.refused] == [["party", "mine", "PER"]]
    [held] = fresh.store.records(Query(topic="party:other:PER"))
    assert held.draft.extractor == "another 1"


def test_what_supersedes_or_retracts_names_its_fact(fresh: Ledger) -> None:
    [record] = fresh.store.records(Query(kinds=("regime",), limit=1))
    for wrong in (replace(record.draft, supersedes=record.id), replace(record.draft, retracted=True)):
        with pytest.raises(StaleError, match="names no fact"):
            fresh.store.write(Change(drafts=(wrong,)))
