"""A survey counts what the rows of the ledger say, on both databases, now and as known before, read at once or bit by bit."""

import os
from collections.abc import Sequence
from contextlib import closing
from datetime import date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger.conftest import NewLedger
from ledger.store.drafting import (
    DAYS,
    ENTITIES,
    START,
    Clock,
    Step,
    after,
    between,
    change_of,
    drafts,
    event,
    keep,
    on,
    party,
    quote,
    report,
    scripts,
)
from ledger.survey.told import REPORTS, echoes, links, same, taken_back, telling, told, write
from ledger.telling import PACT, SHELLING, SHELLING_AGAIN, reading

from casus.errors import LedgerError
from casus.ledger.contract import Store
from casus.ledger.ledger import Ledger
from casus.ledger.names import Names
from casus.ledger.record import Draft, Part, ReportSource, retraction
from casus.ledger.sql.store import SqlStore, open_store
from casus.ledger.survey.columns import KINDS
from casus.ledger.survey.sought import Sought, seek
from casus.ledger.survey.survey import Survey
from casus.ledger.survey.things import Things, ordinals
from casus.ledger.views import SHOWN, Asked, View

EXAMPLES = int(os.environ.get("CASUS_EXAMPLES", "15"))
ledgers = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

Counted = dict[tuple[str, str], tuple[str, int, int]]
"""By kind and id: the record that is shown, how many reports tell it, how many are independent."""


def by_rows(store: Store, known_at: datetime | None, asked: Asked | None = None) -> Counted:
    view = View(store, Names(store), None, known_at)
    rows = [row for kind in SHOWN for row in view.rows(kind, asked or Asked(limit=None))]
    return {(row.kind, row.id): (row.record.id, row.reports, row.independent) for row in rows}


def by_survey(store: Store, things: Things, numbers: Sequence[int] | None = None) -> Counted:
    records = store.at([*things["shown"].tolist(), *things["named"].tolist()])
    found: Counted = {}
    ids = things.ids(np.arange(len(things)))
    for number in range(len(things)) if numbers is None else numbers:
        standing = things["standing"][number]
        named = records.get(int(things["named"][number]))
        identity = things.entities[standing] if standing >= 0 or named is None else named.fact
        assert ids[number] == identity
        witnessed = things.witnessed
        found[KINDS[things["kind"][number]], identity] = (
            records[int(things["shown"][number])].id, int(witnessed.reports[number]), int(witnessed.independent[number]),
        )  # fmt: skip
    return found


@ledgers
@given(script=scripts)
def test_a_survey_has_the_rows_of_any_history_at_each_of_its_moments(new_ledger: NewLedger, script: list[Step]) -> None:
    with closing(open_store(new_ledger(), clock=Clock())) as store:
        growing = Survey(store)
        for step in script:
            try:
                store.write(change_of(step, store.since(0)))
            except LedgerError:
                continue
            assert by_survey(store, growing.things()) == by_rows(store, None)
        for record in store.since(0):
            assert by_survey(store, Survey(store).things(record.recorded_at)) == by_rows(store, record.recorded_at)
            assert by_survey(store, growing.things(record.recorded_at)) == by_rows(store, record.recorded_at)


@ledgers
@given(st.lists(told, max_size=8), links, echoes, taken_back)
def test_an_event_has_the_witnesses_that_its_row_has(
    new_ledger: NewLedger, events: list[Draft], linked: list[tuple[int, int]], copied: list[tuple[int, int]], gone: list[int]
) -> None:
    with closing(open_store(new_ledger(), clock=Clock())) as store:
        write(store, events, linked, copied, gone)
        survey = Survey(store)
        assert by_survey(store, survey.things()) == by_rows(store, None)
        for record in store.since(0)[::3]:
            assert by_survey(store, survey.things(record.recorded_at)) == by_rows(store, record.recorded_at)


@ledgers
@given(st.lists(told, max_size=8), st.sampled_from(ENTITIES), st.sampled_from(ENTITIES), st.sampled_from(DAYS))
def test_what_is_sought_is_what_rows_are_asked_for(
    new_ledger: NewLedger, events: list[Draft], one: str, other: str, day: date
) -> None:
    with closing(open_store(new_ledger(), clock=Clock())) as store:
        write(store, events, [], [], [])  # each told once, so that what is shown is what is asked of
        things = Survey(store).things()

        def found(sought: Sought) -> Counted:
            return by_survey(store, things, seek(things, sought, store).tolist())

        assert found(Sought(actors=(one,))) == by_rows(store, None, Asked(actor=one, limit=None))
        both = by_rows(store, None, Asked(actor=one, limit=None)) | by_rows(store, None, Asked(actor=other, limit=None))
        assert found(Sought(actors=(one, other))) == both
        assert found(Sought(actors=(one,), with_=other)) == by_rows(store, None, Asked(actor=one, with_=other, limit=None))
        assert found(Sought(types=("AGREE",))) == by_rows(store, None, Asked(type="AGREE", limit=None))
        assert found(Sought(first=day)) == by_rows(store, None, Asked(first=day, limit=None))
        assert found(Sought(last=day)) == by_rows(store, None, Asked(last=day, limit=None))
        view = View(store, Names(store), day)
        assert {identity for _, identity in found(Sought(as_of=day))} == {row.id for row in view.events(Asked(limit=None))}


def test_reports_that_are_kept_are_counted_as_they_are_shown(new_ledger: NewLedger) -> None:
    with Ledger.open(new_ledger()) as ledger:
        early = ledger.survey.things()
        for text, publisher in ((PACT, "Peninsula News"), (SHELLING, "Canal Wire"), (SHELLING_AGAIN, "Levant Press")):
            ledger.keep(reading(text, publisher))
        now = ledger.survey.things()
        assert by_survey(ledger.store, now) == by_rows(ledger.store, None)
        assert len(now) > len(early)
        twice = (now.witnessed.reports > 1).nonzero()[0].tolist()
        assert {(KINDS[now["kind"][one]], int(now.witnessed.independent[one])) for one in twice} == {
            ("agreement", 2),
            ("event", 2),
        }
        assert seek(now, Sought(told=True, kinds=("party",)), ledger.store).tolist() == []
        [record] = ledger.store.at([int(now["shown"][twice[0]])]).values()
        assert seek(now, Sought(about=record.id[:12]), ledger.store).tolist() == twice[:1]


def test_reports_of_many_things_count_once_and_one_witness_of_a_thing_is_one(store: SqlStore) -> None:
    for one in REPORTS:
        keep(store, told=one)

    def telling(number: int, root: str, *entities: str) -> Draft:
        source = ReportSource(REPORTS[number].id, (quote("signed a pact", REPORTS[number].text),))
        return event(root, *entities, when=on("2024-07-01"), source=source)

    keep(store, telling(0, "AGREE", "country:RUR"), telling(0, "AID", "country:RUR"), telling(1, "AID", "country:RUR"))
    things = Survey(store).things()
    everything = seek(things, Sought(), store)
    reports, independent = things.witnessed.by_group(everything * 0, everything, 1)
    assert (len(everything), reports.tolist(), independent.tolist()) == (3, [2], [2])


def test_a_report_s_measure_bears_its_regime_too(store: SqlStore) -> None:
    told_by = report()
    source = ReportSource(told_by.id, (quote("signed a pact"),))
    regime = Draft(
        kind="regime", body={"regime": "regime:rur", "name": "Measures on Ruritania"}, valid=between("2020-01-01", None),
        source=ReportSource(told_by.id, (quote("Ruritania"),)), extractor="hand", parts=(Part("standing", "regime:rur"),),
    )  # fmt: skip
    other = report("Another report of a pact.")
    measure = Draft(
        kind="measure", body={"measure": "arms embargo", "standing": "regime:rur"}, valid=between("2021-01-01", None),
        source=ReportSource(other.id, (quote("a pact", other.text),)), extractor="hand", parts=(Part("standing", "regime:rur"),),
    )  # fmt: skip
    keep(store, regime, told=told_by)
    keep(store, measure, told=other)
    found = by_survey(store, Survey(store).things())
    assert found == by_rows(store, None)
    assert [reports for (kind, _), (_, reports, _) in found.items() if kind == "regime"] == [2]
    assert source != measure.source


def test_one_report_on_the_word_of_two_outlets_has_two_witnesses_as_its_row_has(store: SqlStore) -> None:
    for told_by in REPORTS:
        keep(store, told=told_by)
    tellings = [telling(REPORTS[0], "AGREE", (), on("2024-07-01"), 0.9, cites) for cites in ("media:post", "media:wire")]
    one, other = keep(store, *tellings)
    keep(store, same(one, other))
    found = by_survey(store, Survey(store).things())
    assert found == by_rows(store, None)
    assert [counts[1:] for counts in found.values()] == [(1, 2)]


def test_what_came_to_be_known_is_told_by_days(store: SqlStore, clock: Clock) -> None:
    clock.time = START
    first, second = keep(store, event("AGREE"), event("AID"))
    clock.time = START + timedelta(days=2)
    keep(store, after(first, confidence=0.5, why="misread"), retraction(second, "a hoax"))
    survey = Survey(store)
    survey.things()
    told_on = [(one.day.isoformat(), one.new, one.changed, one.retracted) for one in survey.recorded()]
    assert told_on == [("2024-07-01", 2, 0, 0), ("2024-07-03", 0, 1, 1)]


def test_what_came_to_be_known_of_one_leaves_out_what_it_has_no_part_in(store: SqlStore, clock: Clock) -> None:
    clock.time = START
    own, other = keep(store, party("pact", "country:RUR", between("2010-01-01", None)), event("AGREE", "name:Zenda"))
    clock.time = START + timedelta(days=2)
    keep(store, retraction(own, "a hoax"), after(other, confidence=0.5, why="misread"))
    survey = Survey(store)
    survey.things()
    told_on = [(one.day.isoformat(), one.new, one.changed, one.retracted) for one in survey.recorded_of("country:RUR")]
    assert told_on == [("2024-07-01", 1, 0, 0), ("2024-07-03", 0, 0, 1)]
    assert survey.recorded_of("country:ZEN") == ()


@given(st.dates(date(1, 1, 1)))
def test_days_are_counted_from_1970(day: date) -> None:
    number = np.array([day.year * 10_000 + day.month * 100 + day.day])
    assert ordinals(number).tolist() == [day.toordinal() - date(1970, 1, 1).toordinal()]


def test_an_id_that_ends_in_zeros_is_whole(store: SqlStore) -> None:
    told_of = next(draft for draft in (event(f"N{number}") for number in range(9999)) if draft.id.endswith("00"))
    keep(store, told_of)
    assert Survey(store).things().ids(np.arange(1)) == [told_of.id]


def test_an_empty_ledger_has_nothing(store: SqlStore) -> None:
    things = Survey(store).things()
    assert (len(things), seek(things, Sought(actors=("country:RUR",)), store).tolist()) == (0, [])
    assert Survey(store).recorded() == ()


def test_names_and_records_are_found_by_what_they_begin_with(store: SqlStore) -> None:
    keep(store, party("pact", "country:RUR", between("2010-01-01", None)), event("AGREE", "name:Zenda", "name:zeta", "name_zeta"))
    assert store.entities("name:", 9) == ("name:Zenda", "name:zeta")
    assert store.entities("name:z", 9) == ("name:zeta",)
    assert len(store.entities("", 2)) == 2
    every = store.since(0)
    assert store.sequences([record.id for record in every] + ["0" * 64]) == {one.id: one.sequence for one in every}
    assert store.at([2, 1, 99]) == {one.sequence: one for one in every}
    with pytest.raises(LedgerError, match="no ledger has that"):
        store.entities("\0", 1)


@ledgers
@given(st.lists(drafts(), max_size=5))
def test_parts_are_those_of_the_records(new_ledger: NewLedger, made: list[Draft]) -> None:
    with closing(open_store(new_ledger(), clock=Clock())) as store:
        for draft in made:
            try:
                keep(store, draft, told=report())
            except LedgerError:
                continue
        things = Survey(store).things()
        for entity in ENTITIES:
            records = [record for record in store.since(0) if entity in {part.entity for part in record.draft.parts}]
            assert sorted(things["shown"][things.with_entity(entity)].tolist()) == sorted(one.sequence for one in records)
