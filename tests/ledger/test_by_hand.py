"""What people do to records: accept, correct, take back, undo, on both databases; and the law that undoing keeps."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger.conftest import NewLedger
from ledger.telling import SHELLING, reading

from casus.errors import LedgerError, StaleError
from casus.ledger.by_hand import steps, undone
from casus.ledger.contract import Query
from casus.ledger.identity.clusters import parted
from casus.ledger.ledger import Ledger
from casus.ledger.record import HAND, Bound, Draft, Record, ReportSource, Valid, retraction
from casus.ledger.verify import verify


@pytest.fixture
def ledger(new_ledger: NewLedger) -> Iterator[Ledger]:
    """A ledger that keeps one report."""
    with Ledger.open(new_ledger()) as opened:
        opened.keep(reading(SHELLING))
        yield opened


def attack(ledger: Ledger) -> Record:
    return ledger.store.records(Query(kinds=("event",), types=("ASSAULT",), modalities=("actual",)))[-1]


def did(ledger: Ledger, fact: str) -> list[str]:
    return [step.did for step in steps(ledger.store.history(fact))]


def said(draft: Draft) -> tuple[object, ...]:
    return draft.body, draft.valid, draft.parts, draft.confidence, draft.retracted, draft.by_hand


def test_what_is_accepted_holds_on_a_persons_word_and_a_new_reading_leaves_it(ledger: Ledger) -> None:
    told, record = reading(SHELLING), attack(ledger)
    accepted = ledger.accept(record.id[:12], " seen on film ")
    assert (accepted.draft.body, accepted.draft.parts, accepted.draft.valid) == (
        record.draft.body,
        record.draft.parts,
        record.draft.valid,
    )
    assert (accepted.draft.extractor, accepted.draft.confidence, accepted.draft.why) == (HAND, 1.0, "seen on film")
    assert ledger.keep(told).nothing
    ledger.keep(replace(told, claims=()))
    assert ledger.store.record(record.fact) == accepted
    assert did(ledger, record.fact) == ["learnt", "accepted"]
    [row] = [row for row in ledger.as_of().events() if row.id == record.fact]
    assert row.confidence == 1.0


def test_what_is_accepted_already_or_retracted_is_not_accepted(ledger: Ledger) -> None:
    record = attack(ledger)
    with pytest.raises(LedgerError, match="a reason is needed"):
        ledger.accept(record.id, " ")
    ledger.accept(record.id, "seen on film")
    with pytest.raises(LedgerError, match=r"is a person's word since .* \(seen on film\)"):
        ledger.accept(record.fact, "again")
    ledger.retract(record.fact, "a rumour")
    with pytest.raises(LedgerError, match=r"was retracted on .* \(a rumour\); restore it first"):
        ledger.accept(record.fact, "after all")


def test_each_undo_takes_back_one_more_change_by_hand(ledger: Ledger) -> None:
    record = attack(ledger)
    ledger.accept(record.fact, "seen on film")
    ledger.correct(record.fact, {"killed": "3"}, "the army's own count")
    ledger.retract(record.fact, "of another war")
    ledger.restore(record.fact, "of this one")
    history = ledger.store.history(record.fact)
    for before in reversed(history[:-1]):
        assert said(ledger.undo(record.fact, "pressed u").draft) == said(before.draft)
    with pytest.raises(LedgerError, match="no change by hand is left to be undone"):
        ledger.undo(record.fact, "once more")
    assert ledger.store.history(record.fact)[: len(history)] == history
    assert did(ledger, record.fact) == ["learnt", "accepted", "corrected", "retracted", "restored", *["undid"] * 4]
    assert list(verify(ledger.store)) == []
    assert ledger.keep(reading(SHELLING)).nothing


def test_what_is_undone_is_the_readers_again(ledger: Ledger) -> None:
    record = attack(ledger)
    ledger.accept(record.fact, "seen on film")
    ledger.undo(record.fact, "it was another film")
    ledger.keep(replace(reading(SHELLING), claims=()))
    assert ledger.store.record(record.fact).draft.retracted
    assert did(ledger, record.fact) == ["learnt", "accepted", "undid", "retracted"]


def test_a_word_that_is_gone_back_to_is_a_persons_still(ledger: Ledger) -> None:
    record = attack(ledger)
    ledger.accept(record.fact, "seen on film")
    ledger.correct(record.fact, {"killed": "3"}, "the army's own count")
    ledger.undo(record.fact, "it counted others, too")
    last = steps(ledger.store.history(record.fact))[-1]
    assert (last.did, last.held, last.word.draft.why) == ("undid", "accepted", "seen on film")
    ledger.keep(replace(reading(SHELLING), claims=()))
    assert not ledger.store.record(record.fact).draft.retracted
    ledger.correct(record.fact, {"killed": "4"}, "a third count")
    assert did(ledger, record.fact) == ["learnt", "accepted", "corrected", "undid", "corrected"]


def test_only_the_last_record_is_undone(ledger: Ledger) -> None:
    record = attack(ledger)
    accepted = ledger.accept(record.fact, "seen on film")
    ledger.correct(record.fact, {"killed": "3"}, "the army's own count")
    with pytest.raises(StaleError, match="is not the last record of its fact"):
        ledger.undo(accepted.id, "as it was shown to me")


def test_a_parting_that_is_gone_back_to_is_a_persons() -> None:
    body = {"one": "a", "other": "b", "how": "same"}
    source = ReportSource("0" * 64, ())
    first = Record(draft=Draft(kind="same", body=body, valid=Valid(), source=source, extractor="casus-reader 1"), **at(1))
    apart = Record(draft=retraction(first, "two shellings"), **at(2))
    again = replace(apart.draft, supersedes=apart.id, retracted=False, why="one after all")
    back = undone((first, apart, Record(draft=again, **at(3))), "two after all")
    assert parted([Record(draft=back, **at(4))]) == {frozenset(("a", "b"))}


def at(sequence: int) -> dict[str, Any]:
    return {"sequence": sequence, "recorded_at": datetime(2026, 1, sequence, tzinfo=UTC)}


DAY = date(1971, 3, 3)
ACTS = st.lists(st.sampled_from(["accept", "correct", "back", "retract", "restore", "undo", "read"]), max_size=12)


@given(ACTS)
def test_undoing_is_a_stack_whatever_was_done(acts: list[str]) -> None:
    """The law: what stands is what a stack of changes by hand holds, from which each undo takes the uppermost."""
    first = Draft(
        kind="event", body={"type": "ASSAULT"}, valid=Valid(Bound(DAY, DAY)), source=ReportSource("0" * 64, ()),
        extractor="casus-reader 1", confidence=0.5,
    )  # fmt: skip
    history = [Record(draft=first, **at(1))]
    stack = [first]
    for number, act in enumerate(acts):
        last = history[-1]
        step = replace(last.draft, fact=first.id, supersedes=last.id, why=f"{number}", extractor=HAND)
        if act == "undo":
            if len(stack) == 1:
                with pytest.raises(LedgerError, match="no change by hand is left"):
                    undone(history, "u")
                continue
            stack.pop()
            made = undone(history, "u")
        elif act == "read":
            if last.draft.by_hand:
                continue  # a reader leaves alone what a person said
            made = replace(step, body={"type": "COERCE", "n": number}, extractor="casus-reader 2", why=None, confidence=0.6)
            stack = [made]
        else:
            changed = {
                "accept": {"confidence": 1.0},
                "correct": {"body": {"type": "THREATEN", "n": number}, "confidence": 1.0},
                "back": {"body": dict(first.body), "confidence": 1.0},
                "retract": {"retracted": True},
                "restore": {"retracted": False},
            }[act]
            made = replace(step, **changed)  # type: ignore[arg-type]
            stack.append(made)
        history.append(Record(draft=made, **at(len(history) + 1)))
        assert said(made) == said(stack[-1])
        assert said(steps(history)[-1].word.draft) == said(stack[-1])
