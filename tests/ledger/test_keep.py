"""Keeping readings: again, by a newer reader, after a person's word, with others that tell the same."""

from dataclasses import replace

import pytest
from ledger.conftest import NewLedger
from ledger.telling import PACT, SHELLING, SHELLING_AGAIN, reading

from casus.ledger import decide as deciding
from casus.ledger.contract import Query, Wanted
from casus.ledger.keep import keep
from casus.ledger.ledger import Ledger
from casus.ledger.record import ReportSource
from casus.ledger.sql.store import SqlStore, open_store
from casus.reading.model import Event


@pytest.fixture
def store(new_sqlite: NewLedger) -> SqlStore:
    return open_store(new_sqlite())


def test_every_claim_is_kept_with_its_words(store: SqlStore) -> None:
    told = reading(SHELLING)
    outcome = keep(store, told)
    records = store.records(Query(report=told.report.id))
    claims = [record for record in records if record.draft.kind != "actor"]
    assert outcome.new == len(claims) > 5
    for record in records:
        assert isinstance(record.draft.source, ReportSource)
        assert all(told.report.text[one.start : one.end] == one.words for one in record.draft.source.quotes)


def test_keeping_a_report_again_changes_nothing(store: SqlStore) -> None:
    keep(store, reading(SHELLING))
    before = store.content_hash()
    assert keep(store, reading(SHELLING)).nothing
    assert store.content_hash() == before


def test_what_is_said_is_linked_with_who_says_it(store: SqlStore) -> None:
    keep(store, reading(SHELLING))
    [denied] = [
        one for one in store.records(Query(kinds=("event",), modalities=("denied",))) if one.draft.body["type"] == "ASSAULT"
    ]
    [carrier] = store.records(Query(facts=(denied.draft.body["by"],)))
    assert carrier.draft.body["speaker"] == "state:ISR"


def test_a_country_is_found_by_all_that_acts_for_it(store: SqlStore) -> None:
    keep(store, reading(SHELLING))
    both = Query(kinds=("event",), entities=(Wanted(entity="country:EGY"), Wanted(entity="country:ISR")))
    assert {record.draft.body["type"] for record in store.records(both)} >= {"ASSAULT", "ACCUSE"}


def test_a_newer_reader_supersedes_what_it_reads_otherwise(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    told = reading(SHELLING)
    keep(store, told)
    known = {record.fact: record for record in store.records(Query(report=told.report.id))}
    [attack, *_] = [
        claim for claim in told.claims if isinstance(claim, Event) and claim.type == "ASSAULT" and claim.modality == "actual"
    ]
    newer = replace(
        told,
        claims=tuple(
            replace(attack, type="COERCE") if claim is attack else claim
            for claim in told.claims
            if not (isinstance(claim, Event) and claim.type == "ACCUSE")
        ),
    )
    monkeypatch.setattr(deciding, "READER", "casus-reader 99")
    outcome = keep(store, newer)
    assert (outcome.new, outcome.changed) == (0, 1)
    assert outcome.retracted >= 1
    [now] = store.records(Query(kinds=("event",), types=("COERCE",)))
    assert known[now.fact].draft.body["type"] == "ASSAULT"
    assert [one.draft.body["type"] for one in store.history(now.fact)] == ["ASSAULT", "COERCE"]
    assert not store.records(Query(kinds=("event",), types=("ACCUSE",)))


def test_what_a_newer_reader_finds_again_comes_back(store: SqlStore) -> None:
    told = reading(SHELLING)
    keep(store, told)
    before = {record.fact: record.draft.body for record in store.records(Query(report=told.report.id))}
    keep(store, replace(told, claims=()))
    assert not [one for one in store.records(Query(report=told.report.id)) if one.draft.kind != "actor"]
    keep(store, told)
    assert {record.fact: record.draft.body for record in store.records(Query(report=told.report.id))} == before


def test_a_persons_word_stays_when_the_report_is_read_again(store: SqlStore) -> None:
    told, ledger = reading(SHELLING), Ledger(store)
    keep(store, told)
    attack, accusation = (store.records(Query(kinds=("event",), types=(root,)))[-1] for root in ("ASSAULT", "ACCUSE"))
    ledger.correct(attack.id, {"killed": "3"}, "the army's own count")
    ledger.retract(accusation.id, "said of another day")
    assert keep(store, told).nothing
    assert store.record(attack.fact).draft.body["killed"] == 3
    assert store.record(accusation.fact).draft.retracted


def test_two_reports_of_one_shelling_are_two_witnesses_of_one_event(store: SqlStore) -> None:
    keep(store, reading(SHELLING, "Canal Wire"))
    outcome = keep(store, reading(SHELLING_AGAIN, "Levant Press"))
    assert outcome.joined >= 1
    shellings = Ledger(store).as_of().events()
    [row] = [row for row in shellings if row.body["type"] == "ASSAULT" and row.reports == 2]
    assert row.independent == 2
    assert len(row.records) == 2


def test_a_repost_adds_no_witness(store: SqlStore) -> None:
    repost = "date 1972-01-01\n\n" + SHELLING
    keep(store, reading(SHELLING, "Canal Wire"))
    outcome = keep(store, reading(repost, "The Mirror"))
    assert outcome.copy_of == reading(SHELLING, "Canal Wire").report.id
    rows = [row for row in Ledger(store).as_of().events() if row.reports == 2]
    assert rows
    assert all(row.independent == 1 for row in rows)


def test_a_merge_is_taken_back_and_made_again_by_a_person_only(store: SqlStore) -> None:
    keep(store, reading(SHELLING, "Canal Wire"))
    keep(store, reading(SHELLING_AGAIN, "Levant Press"))
    ledger = Ledger(store)
    counts = [row.reports for row in ledger.as_of().events()]
    assert 2 in counts
    links = store.records(Query(kinds=("same",)))
    for link in links:
        ledger.retract(link.id, "two shellings")
    assert max(row.reports for row in ledger.as_of().events()) == 1
    assert keep(store, reading(SHELLING_AGAIN, "Levant Press")).nothing
    assert max(row.reports for row in ledger.as_of().events()) == 1
    for link in links:
        ledger.restore(link.fact, "one after all")
    assert [row.reports for row in ledger.as_of().events()] == counts


def test_an_agreement_told_of_is_the_known_one(store: SqlStore) -> None:
    keep(store, reading(PACT))
    [told] = store.records(Query(kinds=("agreement",)))
    assert told.draft.body["standing"] == "agreement:russia-dprk-2024"
    assert any(part.role == "standing" and part.entity == "agreement:russia-dprk-2024" for part in told.draft.parts)


def test_what_is_told_undated_years_later_is_another_event(store: SqlStore) -> None:
    keep(store, reading("LIMA, May 2, 1994 (Andes Wire) - Peru called on Ecuador to withdraw its troops from the border.\n"))
    later = reading(
        "QUITO, May 9, 2011 (Andes Wire) - Peru called on Ecuador to withdraw its troops from the border.\n\nNo answer came.\n"
    )
    keep(store, later)
    rows = [row for row in Ledger(store).as_of().events() if row.body["modality"] == "demanded"]
    assert [row.reports for row in rows] == [1, 1]
