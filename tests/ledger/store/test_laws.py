"""The laws of a ledger, on both databases and against the contract in plain Python: whatever is written, in whatever order."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger.conftest import NewLedger
from ledger.store.drafting import Clock, Step, after, change_of, keep, queries, scripts
from ledger.store.model import ListStore, overlap

from casus.errors import LedgerError
from casus.ledger.contract import Kept, Query
from casus.ledger.record import retraction
from casus.ledger.sql.store import SqlStore, open_store

# The factories of ledgers are fixtures of the function, and give a new ledger with every call.
EXAMPLES = int(os.environ.get("CASUS_EXAMPLES", "15"))
ledgers = settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Pair:
    """A store under test and the plain one, to which the same is written at the same instants."""

    def __init__(self, url: str) -> None:
        self.clocks = Clock(), Clock()
        self.store, self.plain = open_store(url, clock=self.clocks[0]), ListStore(self.clocks[1])

    def run(self, step: Step) -> None:
        """Writes a step to both: either both keep the same, or both refuse it for the same reason."""
        change = change_of(step, self.plain.kept)
        for clock in self.clocks:
            clock.time += timedelta(minutes=step.minutes)
        assert attempt(lambda: self.store.write(change)) == attempt(lambda: self.plain.write(change))


def attempt(write: Callable[[], Kept]) -> Kept | type[LedgerError]:
    try:
        return write()
    except LedgerError as error:
        return type(error)


def answers(store: SqlStore, asked: list[Query]) -> list[object]:
    return [(store.records(query), store.count(query)) for query in asked]


@ledgers
@given(script=scripts, asked=st.lists(queries(), min_size=1, max_size=6))
def test_both_databases_answer_as_the_contract_in_plain_python(
    new_ledger: NewLedger, script: list[Step], asked: list[Query]
) -> None:
    pair = Pair(new_ledger())
    for step in script:
        pair.run(step)
    with_instants = [replace(query, known_at=record.recorded_at) for query, record in zip(asked, pair.plain.kept, strict=False)]
    for query in [*asked, *with_instants]:
        assert pair.store.records(query) == pair.plain.records(query)
        assert pair.store.count(query) == len(pair.plain.records(replace(query, limit=None)))
    pair.store.close()


@ledgers
@given(script=scripts, asked=queries())
def test_pages_one_after_the_other_are_the_whole_answer(new_ledger: NewLedger, script: list[Step], asked: Query) -> None:
    pair = Pair(new_ledger())
    for step in script:
        pair.run(step)
    whole = pair.store.records(replace(asked, limit=None))
    found, page = list[object](), pair.store.records(replace(asked, limit=2))
    while page:
        found += page
        page = pair.store.records(replace(asked, limit=2, after=page[-1]))
    assert tuple(found) == whole
    pair.store.close()


@ledgers
@given(before=scripts, later=scripts, asked=st.lists(queries(), min_size=1, max_size=4))
def test_what_was_known_at_an_instant_never_changes(
    new_ledger: NewLedger, before: list[Step], later: list[Step], asked: list[Query]
) -> None:
    pair = Pair(new_ledger())
    for step in before:
        pair.run(step)
    known_at = max(pair.clocks[0].time, *(record.recorded_at for record in pair.plain.kept), pair.clocks[0].time)
    pair.clocks[0].time = pair.clocks[1].time = known_at
    then = [replace(query, known_at=known_at) for query in asked]
    known = answers(pair.store, then)
    for step in later:
        pair.run(replace(step, minutes=abs(step.minutes)))
    assert answers(pair.store, then) == known
    pair.store.close()


@ledgers
@given(script=scripts)
def test_facts_of_one_topic_never_hold_on_the_same_day(new_ledger: NewLedger, script: list[Step]) -> None:
    pair = Pair(new_ledger())
    for step in script:
        pair.run(step)
        held = [record.draft for record in pair.store.records(Query(newest=False)) if record.draft.topic]
        for number, one in enumerate(held):
            assert not any(one.topic == other.topic and overlap(one.valid, other.valid) for other in held[number + 1 :])
    pair.store.close()


@ledgers
@given(script=scripts, chosen=st.integers(0, 30))
def test_what_is_retracted_and_told_again_is_what_it_was(new_ledger: NewLedger, script: list[Step], chosen: int) -> None:
    pair = Pair(new_ledger())
    for step in script:
        pair.run(step)
    held = pair.store.records(Query(newest=False))
    if held:
        record = held[chosen % len(held)]
        (taken,) = keep(pair.store, retraction(record, "by mistake"))
        assert record not in pair.store.records(Query())
        keep(pair.store, after(taken, why=record.draft.why, extractor=record.draft.extractor))
        again = pair.store.history(record.fact)[-1].draft
        assert replace(again, fact=record.draft.fact, supersedes=record.draft.supersedes) == record.draft
    pair.store.close()


@ledgers
@given(script=scripts)
def test_instants_never_fall_and_sequences_have_no_gap(new_ledger: NewLedger, script: list[Step]) -> None:
    pair = Pair(new_ledger())
    for step in script:
        pair.run(step)
    kept = pair.store.since(0)
    assert [record.sequence for record in kept] == list(range(1, len(kept) + 1))
    assert [record.recorded_at for record in kept] == sorted(record.recorded_at for record in kept)
    pair.store.close()


@ledgers
@given(script=scripts)
def test_the_same_script_again_changes_nothing(new_ledger: NewLedger, script: list[Step]) -> None:
    pair = Pair(new_ledger())
    changes = []
    for step in script:
        change = change_of(step, pair.plain.kept)
        if isinstance(attempt(lambda change=change: pair.plain.write(change)), Kept):  # type: ignore[misc]
            pair.store.write(change)
            changes.append(change)
    content, records = pair.store.content_hash(), pair.store.since(0)
    for change in changes:
        assert pair.store.write(change).records == ()
    assert (pair.store.content_hash(), pair.store.since(0)) == (content, records)
    pair.store.close()
