"""What a ledger takes and what it refuses, on both databases."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from ledger.conftest import NewLedger
from ledger.store.drafting import START, TEXT, Clock, after, between, event, keep, on, party, quote, report
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from casus.errors import LedgerError, QuoteError, StaleError, TopicError
from casus.ledger.contract import Change, KeptReading, Query
from casus.ledger.record import Bound, Draft, Quote, ReportSource, Valid, retraction
from casus.ledger.sql.store import SqlStore, open_store
from casus.ledger.verify import verify


def told(*quotes: Quote, **given: Any) -> Draft:  # noqa: ANN401
    """An event by the words of the report."""
    return event("AGREE", "country:RUR", "country:GRA", source=ReportSource(report().id, quotes), **given)


def test_a_report_and_what_it_tells_are_kept_as_they_were_given(store: SqlStore) -> None:
    draft = told(quote("signed a pact"), quote("on Tuesday", role="cue"), when=on("2024-07-02"))
    (record,) = keep(store, draft, told=report(title="A pact", publisher="The Strelsau Post", keys=("b", "a")))
    assert (record.draft, record.sequence) == (draft, 1)
    assert store.records(Query()) == (record,)
    assert store.report(record.draft.source.report).title == "A pact"  # type: ignore[union-attr]
    assert store.reports() == (report(title="A pact", publisher="The Strelsau Post", keys=("a", "b")),)


@pytest.mark.parametrize(
    "wrong",
    [
        Quote("told", 0, 9, "Graustark"),
        Quote("told", 0, 8, "Ruritania"),
        Quote("told", -5, len(TEXT), "."),
        Quote("told", len(TEXT) - 1, len(TEXT) + 5, "."),
        Quote("told", 4, 4, ""),
    ],
)
def test_a_change_with_words_that_the_report_does_not_say_is_refused_whole(store: SqlStore, wrong: Quote) -> None:
    with pytest.raises(QuoteError, match="characters"):
        keep(store, told(quote("signed a pact")), told(quote("protested"), wrong), told=report())
    assert (store.records(Query()), store.reports(), store.sequence_at()) == ((), (), 0)


def test_offsets_are_code_points_whatever_the_script(store: SqlStore) -> None:
    written = "🕊️ Руритания и 格劳斯塔克 подписали пакт. É́."
    words = "格劳斯塔克 подписали"
    source = ReportSource(report(written).id, (quote(words, written),))
    (record,) = keep(store, event("AGREE", source=source), told=report(written))
    assert store.record(record.id) == record
    assert store.report(report(written).id).text == written


def test_what_a_report_tells_needs_the_report(store: SqlStore) -> None:
    with pytest.raises(LedgerError, match="is not kept"):
        keep(store, told(quote("signed a pact")))
    keep(store, told=report())
    assert len(keep(store, told(quote("signed a pact")))) == 1


def test_an_id_that_is_not_that_of_the_text_is_refused(store: SqlStore) -> None:
    with pytest.raises(LedgerError, match="SHA-256"):
        keep(store, told=replace(report(), id="0" * 64))
    assert store.reports() == ()


def test_writing_twice_changes_nothing(store: SqlStore) -> None:
    change = Change(
        report(), KeptReading(report().id, "casus-reader 1", "{}"), (told(quote("signed a pact")), event("FIGHT"), event("FIGHT"))
    )
    first = store.write(change)
    content, kept = store.content_hash(), store.since(0)
    assert len(first.records) == 2
    again = store.write(change)
    assert (again.records, again.present) == ((), 3)
    assert (store.content_hash(), store.since(0), len(store.reports())) == (content, kept, 1)


def test_the_hash_is_of_all_content_and_of_nothing_else(new_ledger: NewLedger, store: SqlStore) -> None:
    keep(store, event("AGREE", "country:RUR"), told=report())
    other = open_store(new_ledger(), clock=Clock(START + timedelta(days=9)))
    keep(other, told=report())
    before = other.content_hash()
    keep(other, event("AGREE", "country:RUR"))
    assert before != other.content_hash() == store.content_hash()
    other.write(Change(reading=KeptReading(report().id, "casus-reader 1", "{}")))
    assert other.content_hash() != store.content_hash()
    other.close()


def test_a_newer_version_stands_for_its_fact_and_the_old_one_stays(store: SqlStore) -> None:
    (old,) = keep(store, event("AGREE", "country:RUR", when=on("2024-07-02")))
    (new,) = keep(store, after(old, valid=on("2024-07-03"), why="misread"))
    assert store.records(Query()) == (new,)
    assert store.records(Query(known_at=old.recorded_at)) == (old,)
    assert store.history(old.fact) == (old, new)
    assert (new.fact, new.draft.supersedes) == (old.id, old.id)


def test_a_version_of_what_is_no_longer_current_is_refused_whole(store: SqlStore) -> None:
    (old,) = keep(store, event("AGREE", "country:RUR"))
    (new,) = keep(store, after(old, confidence=0.5))
    with pytest.raises(StaleError, match=old.fact[:12]):
        keep(store, event("FIGHT"), after(old, confidence=0.75))
    with pytest.raises(StaleError):
        keep(store, replace(event("FIGHT"), fact="f" * 64, supersedes="f" * 64))
    with pytest.raises(StaleError):
        keep(store, replace(event("FIGHT"), fact=old.fact))
    assert store.records(Query()) == (new,)


def test_a_change_that_was_decided_on_before_another_write_is_refused(store: SqlStore) -> None:
    at = store.sequence_at()
    keep(store, event("AGREE"))
    with pytest.raises(StaleError, match="meanwhile"):
        store.write(Change(drafts=(event("FIGHT"),), decided_at=at))
    store.write(Change(drafts=(event("FIGHT"),), decided_at=store.sequence_at()))
    assert store.count(Query()) == 2


def test_several_versions_of_a_fact_can_be_one_change(store: SqlStore) -> None:
    first = event("AGREE", "country:RUR")
    second = replace(first, fact=first.id, supersedes=first.id, confidence=0.5)
    third = replace(second, supersedes=second.id, confidence=0.25)
    kept = keep(store, first, second, third)
    assert [record.sequence for record in kept] == [1, 2, 3]
    assert store.records(Query()) == kept[2:]


def test_what_is_retracted_is_gone_from_then_on_and_can_be_told_again(store: SqlStore) -> None:
    (record,) = keep(store, event("AGREE", "country:RUR", "country:GRA", when=on("2024-07-02")))
    (taken,) = keep(store, retraction(record, "a hoax"))
    assert store.records(Query()) == ()
    assert store.records(Query(retracted=True)) == (taken,)
    assert store.records(Query(known_at=record.recorded_at)) == (record,)
    (again,) = keep(store, after(taken, why="no hoax after all"))
    assert store.records(Query()) == (again,)
    assert (again.draft.body, again.draft.valid, again.fact) == (record.draft.body, record.draft.valid, record.fact)


def test_facts_of_a_topic_hold_one_after_the_other(store: SqlStore) -> None:
    (first,) = keep(store, party("pact", "country:RUR", between("1990-01-01", "1999-12-31")))
    keep(store, party("pact", "country:RUR", between("2000-01-01", None)))
    keep(store, party("pact", "country:GRA", between("1995-01-01", None)))
    for when in (between("1999-12-31", "2000-01-01"), between(None, None), between("2024-01-01", "2024-01-01")):
        with pytest.raises(TopicError, match="party:pact:country:RUR"):
            keep(store, party("pact", "country:RUR", when))
    assert store.count(Query()) == 3
    keep(store, after(first, valid=between("1990-01-01", "1995-12-31")))
    keep(store, party("pact", "country:RUR", between("1996-01-01", "1998-12-31")))
    assert store.count(Query(topic="party:pact:country:RUR")) == 3


def test_ends_that_may_touch_are_not_an_overlap(store: SqlStore) -> None:
    year = Bound(on("1999-01-01").first.earliest, on("1999-12-31").first.latest)  # type: ignore[union-attr]
    keep(store, party("pact", "country:RUR", Valid(None, year)), party("pact", "country:RUR", Valid(year, None)))
    assert store.count(Query(topic="party:pact:country:RUR")) == 2


def test_what_holds_on_some_day_within_anothers_days_overlaps_it(store: SqlStore) -> None:
    keep(store, party("pact", "country:RUR", between("2024-06-01", "2024-07-30")))
    with pytest.raises(TopicError):
        keep(store, party("pact", "country:RUR", on("2024-06-28", "2024-07-01")))
    keep(store, party("pact", "country:RUR", on("2024-07-28", "2024-08-02")))
    with pytest.raises(TopicError):
        keep(store, party("pact", "country:RUR", between("2024-07-30", None)))


def test_a_retracted_fact_makes_room_for_another_and_cannot_come_back_over_it(store: SqlStore) -> None:
    (first,) = keep(store, party("pact", "country:RUR", between("1990-01-01", None)))
    (taken,) = keep(store, retraction(first, "never joined"))
    (other,) = keep(store, party("pact", "country:RUR", between("2001-01-01", None)))
    with pytest.raises(TopicError):
        keep(store, after(taken))
    moved = after(other, valid=between("2010-01-01", None))
    keep(store, after(taken, valid=between("1990-01-01", "2009-12-31")), moved)
    assert store.count(Query(topic="party:pact:country:RUR")) == 2


def test_a_fact_that_moves_to_another_topic_makes_room_in_the_same_change(store: SqlStore) -> None:
    (wrong,) = keep(store, party("pact", "country:RUR", between("1990-01-01", None)))
    moved = after(wrong, topic="party:pact:country:GRA")
    with pytest.raises(TopicError):
        keep(store, after(wrong, confidence=0.5), party("pact", "country:RUR", between("2001-01-01", None)))
    keep(store, moved, party("pact", "country:RUR", between("2001-01-01", None)))
    with pytest.raises(TopicError, match="country:GRA"):
        keep(store, party("pact", "country:GRA", between("2020-01-01", None)))
    assert [store.count(Query(topic=f"party:pact:country:{state}")) for state in ("RUR", "GRA")] == [1, 1]
    assert list(verify(store)) == []


def test_instants_do_not_go_back_when_the_clock_does(store: SqlStore, clock: Clock) -> None:
    (first,) = keep(store, event("AGREE"))
    clock.time -= timedelta(days=400)
    (second,) = keep(store, event("FIGHT"))
    clock.time += timedelta(days=800)
    (third,) = keep(store, event("THREATEN"))
    assert first.recorded_at == second.recorded_at < third.recorded_at
    assert store.records(Query(known_at=first.recorded_at, newest=False)) == (first, second)
    assert store.since(0) == (first, second, third)


def test_the_database_itself_refuses_to_change_or_remove(store: SqlStore) -> None:
    keep(store, told(quote("signed a pact"), when=on("2024-07-02")), told=report(keys=("a",)))
    store.write(Change(reading=KeptReading(report().id, "casus-reader 1", "{}")))
    content = store.content_hash()
    with store.engine.connect() as connection:
        tables = [name for name in store.engine.dialect.get_table_names(connection) if name != "casus_layout"]
    assert {"records", "reports", "readings", "report_keys", "record_entities", "record_pairs"} <= set(tables)
    for table in tables:
        with store.engine.connect() as connection:
            column = connection.execute(text(f"SELECT * FROM {table}")).keys()
            name = next(iter(column))
        for statement in (f"UPDATE {table} SET {name} = {name}", f"DELETE FROM {table}"):
            with store.engine.connect() as connection, pytest.raises(SQLAlchemyError, match="a ledger only appends"):
                connection.execute(text(statement))
    assert store.content_hash() == content


def test_a_closed_ledger_says_so(store: SqlStore) -> None:
    store.close()
    store.close()
    for asked in (
        lambda: store.records(Query()),
        lambda: keep(store, event("AGREE")),
        lambda: store.reports(),
        lambda: store.since(0),
        lambda: store.content_hash(),
        lambda: store.sequence_at(),
    ):
        with pytest.raises(LedgerError, match="closed"):
            asked()
