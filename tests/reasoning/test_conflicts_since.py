"""What is new since a record is what a whole pass would find; keeping in another order, retracting and looking back."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger.conftest import NewLedger
from ledger.telling import reading
from reasoning.conflict_stories import STORIES

from casus.ledger.keep import keep
from casus.ledger.ledger import Ledger
from casus.ledger.record import Bound, Draft, Part, Quote, Record, ReportSource, Valid
from casus.ledger.sql.store import SqlStore, open_store
from casus.reasoning import contradictions, notable
from casus.reasoning.claim import Claim, ReportTold
from casus.reasoning.conflicts import Conflicts, conflicts, updated
from casus.reasoning.finding import Finding
from casus.reasoning.pairing import compared

TEXTS = [
    text
    for story in ("bridge", "shells", "two days of signing", "a promise", "tolls", "another target")
    for text in STORIES[story]
]
RULES = (*contradictions.RULES, *notable.RULES)


def ids(answer: Conflicts) -> set[str]:
    return {one.id for one in answer.findings}


@pytest.fixture
def store(new_ledger: NewLedger) -> SqlStore:
    """An empty ledger on each database in turn, without reference facts."""
    return open_store(new_ledger())


def test_look_by_look_it_comes_to_the_whole_pass(store: SqlStore) -> None:
    found: tuple[Finding, ...] = ()
    at = 0
    for text in TEXTS:
        keep(store, reading(text))
        answer = conflicts(store, since=at)
        found, at = updated(found, answer), answer.at
        assert found == conflicts(store).findings
    assert len(found) == 5


def test_only_what_is_new_is_found_since(store: SqlStore) -> None:
    for text in STORIES["bridge"]:
        keep(store, reading(text))
    at = store.sequence_at()
    for text in STORIES["shells"]:
        keep(store, reading(text))
    assert [one.kind for one in conflicts(store, since=at).findings] == ["delivered and denied"]
    assert conflicts(store, since=store.sequence_at()).findings == ()


@pytest.mark.parametrize("order", list(permutations(range(3)))[1:])
def test_the_order_of_keeping_does_not_matter(new_sqlite: NewLedger, order: Sequence[int]) -> None:
    stories = [STORIES[name] for name in ("bridge", "two days of signing", "shells")]
    one, other = (open_store(new_sqlite()) for _ in range(2))
    for texts in stories:
        for text in texts:
            keep(one, reading(text))
    for number in order:
        for text in reversed(stories[number]):
            keep(other, reading(text))
    kinds = sorted(found.kind for found in conflicts(one).findings)
    assert kinds == sorted(found.kind for found in conflicts(other).findings)
    assert len(kinds) == 3
    told = {frozenset(claim.report.id for claim in found.claims) for found in conflicts(one).findings}
    assert told == {frozenset(claim.report.id for claim in found.claims) for found in conflicts(other).findings}


def test_what_is_retracted_conflicts_no_longer(store: SqlStore) -> None:
    ledger = Ledger(store)
    for text in STORIES["bridge"]:
        keep(store, reading(text))
    [one] = conflicts(store).findings
    at = store.sequence_at()
    denied = next(claim for claim in one.claims if claim.modality == "denied")
    ledger.retract(denied.fact, "misread")
    assert conflicts(store).findings == ()
    assert updated([one], conflicts(store, since=at)) == ()
    ledger.restore(denied.fact, "read rightly after all")
    assert ids(conflicts(store)) == {one.id}


def test_what_was_known_then_stays_as_it_was(tmp_path: Path) -> None:
    clock = iter(datetime(2030, 1, 1, tzinfo=UTC) + timedelta(hours=hour) for hour in range(100))
    store = open_store(tmp_path / "ledger.sqlite", clock=lambda: next(clock))
    instants = []
    for text in STORIES["bridge"]:
        keep(store, reading(text))
        instants.append(store.since(store.sequence_at() - 1)[0].recorded_at)
    [one] = conflicts(store).findings
    Ledger(store).retract(one.claims[0].fact, "misread")
    assert conflicts(store, known_at=instants[0]).findings == ()
    assert ids(conflicts(store, known_at=instants[1])) == {one.id}
    assert conflicts(store).findings == ()


# Generated claims: in any order, from either side


def claim(number: int, **told: Any) -> Claim:  # noqa: ANN401
    """A claim of a report of its own."""
    report = f"{number:064x}"
    day: date = told["day"]
    bound = Bound(day, day)
    parts = [
        Part(role, one) for role, codes in told["parts"].items() for code in codes for one in (f"state:{code}", f"country:{code}")
    ]
    words = str(told["words"])
    draft = Draft(
        kind=told["kind"],
        body={"modality": told["modality"], **told["body"]},
        valid=Valid(bound, bound) if told["dated"] else Valid(),
        source=ReportSource(report, (Quote("told", 0, len(words), words),)),
        extractor="story",
        parts=tuple(parts),
        confidence=0.9,
    )
    record = Record(draft=draft, sequence=number + 1, recorded_at=datetime(2030, 1, 1, tzinfo=UTC))
    return Claim(record=record, report=ReportTold(id=report, name=report[-4:], first=day, last=day), event=record.fact)


STATES = st.sampled_from(["ETH", "ERI", "SDN"])
DAYS = st.dates(date(1999, 1, 1), date(1999, 2, 20))
EVENTS = st.fixed_dictionaries(
    {
        "kind": st.just("event"),
        "modality": st.sampled_from(["actual", "denied", "promised"]),
        "day": DAYS,
        "dated": st.booleans(),
        "parts": st.fixed_dictionaries({"actor": st.tuples(STATES), "recipient": st.tuples(STATES)}),
        "body": st.fixed_dictionaries({"type": st.sampled_from(["ASSAULT", "CONSULT"])}),
        "words": st.sampled_from(["bombed the grain silo", "bombed the silo at the old harbour", "would not meet the envoy"]),
    }
)
TRANSFERS = st.fixed_dictionaries(
    {
        "kind": st.just("transfer"),
        "modality": st.sampled_from(["actual", "denied"]),
        "day": DAYS,
        "dated": st.booleans(),
        "parts": st.fixed_dictionaries({"supplier": st.tuples(STATES), "recipient": st.tuples(STATES)}),
        "body": st.fixed_dictionaries(
            {
                "goods": st.sampled_from(["rifles", "weapons", "rifles and mortars"]),
                "goods_class": st.sampled_from(["arms", "other"]),
            }
        ),
        "words": st.just("delivered them"),
    }
)
CLAIMS = st.lists(st.one_of(EVENTS, TRANSFERS), min_size=2, max_size=14).map(
    lambda told: [claim(number, **one) for number, one in enumerate(told)]
)


def found(claims: Iterable[Claim], changed: frozenset[str] | None = None) -> dict[str, Finding]:
    return {one.id: one for one in compared(RULES, claims, changed)}


@settings(max_examples=150)
@given(CLAIMS, st.randoms(use_true_random=False))
def test_in_any_order_the_same_is_found(claims: list[Claim], chance: Any) -> None:  # noqa: ANN401
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert found(claims) == found(shuffled)


@settings(max_examples=150)
@given(CLAIMS, st.data())
def test_what_changed_finds_what_the_whole_finds_of_it(claims: list[Claim], data: st.DataObject) -> None:
    changed = frozenset(one.fact for one in data.draw(st.lists(st.sampled_from(claims), max_size=4)))
    whole = {name: one for name, one in found(claims).items() if not changed.isdisjoint(each.fact for each in one.claims)}
    assert found(claims, changed) == whole


@settings(max_examples=150)
@given(CLAIMS)
def test_nothing_conflicts_with_itself_or_with_the_same_told_alike(claims: list[Claim]) -> None:
    for one in compared(contradictions.RULES, claims):
        assert len({each.fact for each in one.claims}) == 2
        assert len({each.modality for each in one.claims}) == 2
