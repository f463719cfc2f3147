"""Two reports of one event make one event; what only looks like it stays another."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger.identity.telling_of_events import MONDAY, report, telling, told

from casus.ledger.identity.events import Decision, about, bridged, decisions, same_draft, same_event
from casus.ledger.identity.likeness import chance, features, rarity_among
from casus.ledger.identity.tellings import Telling, kept_under, sought_under, telling_of
from casus.ledger.record import Draft

KEREN: dict[str, Any] = {"place": "keren", "killed": 9}
SHELLED = "Ethiopian troops shelled the bus station of Keren, killing nine people."
FIRST = told(SHELLED, **KEREN)
AGAIN = told(
    "Nine died when Ethiopia's army fired shells at the coach station in Keren.", report=report("b"), place="keren", killed=9
)


def against(draft: Draft, *known: Telling) -> Decision | None:
    return same_event(telling(draft), known)


def test_two_agencies_tell_of_one_shelling() -> None:
    decision = against(AGAIN, telling(FIRST))
    assert decision is not None
    assert (decision.fact, decision.event, decision.how) == (AGAIN.id, FIRST.id, "witness")
    assert decision.score > 0.8
    assert {"both ASSAULT", "both on 2024-03-04", "both in keren", "both 9 killed", "actors agree (ETH)"} <= set(decision.why)
    assert "4 words shared (keren, nine, shells, station)" in decision.why


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"day": MONDAY + timedelta(days=8), "killed": 2}, id="a shelling a week later"),
        pytest.param({"day": MONDAY + timedelta(days=365)}, id="a year later"),
        pytest.param({"place": "assab", "killed": 31}, id="in another town on the same day"),
        pytest.param({"actors": ("SDN",), "place": None, "killed": None}, id="by another state"),
        pytest.param({"actors": ("ERI",), "recipients": ("ETH",), "place": None}, id="in answer"),
        pytest.param({"root": "PROTEST", "actors": ("ERI",), "recipients": (), "killed": None}, id="a burial"),
    ],
)
def test_what_only_looks_like_it_is_another_event(other: dict[str, Any]) -> None:
    words = "Shells fell on a hospital and many were hurt."
    told_of: dict[str, Any] = {"place": "keren", "killed": 9} | other
    draft = told(words, report=report("c"), **told_of)
    assert against(draft, telling(FIRST)) is None


def test_a_telling_that_lacks_who_did_it_still_finds_its_event() -> None:
    partial = told(
        "Nine people were killed as shells hit the bus station in Keren.",
        report=report("d"),
        actors=(),
        recipients=(),
        place="keren",
        killed=9,
    )
    decision = against(partial, telling(FIRST))
    assert decision is not None
    assert decision.event == FIRST.id


def test_a_day_told_wrong_by_one_is_still_the_day() -> None:
    slipped = told(
        "Ethiopian shells hit the bus station of Keren; nine died.",
        report=report("e"),
        place="keren",
        killed=9,
        day=MONDAY + timedelta(days=1),
    )
    decision = against(slipped, telling(FIRST))
    assert decision is not None
    assert (
        "2024-03-04 and 2024-03-05 are a day apart" in decision.why or "2024-03-05 and 2024-03-04 are a day apart" in decision.why
    )


def test_a_denial_is_about_the_event_and_no_witness_of_it() -> None:
    denied = told(
        "Ethiopia denied that it had shelled the bus station of Keren.", report=report("f"), place="keren", modality="denied"
    )
    assert against(denied, telling(FIRST)) is None
    [decision] = decisions(telling(denied), [telling(FIRST)])
    assert (decision.event, decision.how) == (FIRST.id, "about")
    assert same_draft(decision).body["how"] == "about"


def test_two_denials_are_one() -> None:
    one, other = (
        told("Ethiopia denied that it had shelled the bus station of Keren.", report=report(letter), modality="denied")
        for letter in "fg"
    )
    decision = against(other, telling(one))
    assert decision is not None
    assert decision.how == "witness"


def test_what_happened_is_about_nothing() -> None:
    assert about(telling(AGAIN), [telling(FIRST)]) is None


def test_one_report_tells_of_two_events_in_two_sentences() -> None:
    second = told(SHELLED, at=500, **KEREN)
    assert against(second, telling(FIRST)) is None


def test_two_verbs_of_one_sentence_are_one_event() -> None:
    shooting = told("Ethiopian troops raided the post at Keren and shot two soldiers", at=0)
    raid = told("Ethiopian troops raided the post at Keren", at=0)
    decision = against(shooting, telling(raid))
    assert decision is not None
    assert "told in one sentence" in decision.why


def test_a_copy_is_of_the_same_events_whatever_its_date() -> None:
    reposted = told(
        "Ethiopian troops shelled the bus station of Keren, killing nine people.",
        report=report("h"),
        place="keren",
        killed=9,
        day=date(2024, 9, 1),
    )
    assert not kept_under(telling(FIRST)) & sought_under(telling(reposted))
    decision = same_event(telling(reposted), [telling(FIRST)], copied=(report("a"),))
    assert decision is not None
    assert decision.why == ("the report repeats aaaaaaaaaaaa in the same words",)


def test_the_best_of_two_events_is_taken() -> None:
    other = told("Ethiopian troops shelled a mill near Assab, killing three people.", report=report("b"), place="assab", killed=3)
    third = told("Three millers died near Assab under Ethiopian shells.", report=report("c"), place="assab", killed=3)
    decision = against(third, telling(FIRST), telling(other))
    assert decision is not None
    assert decision.event == other.id


def test_what_a_person_took_apart_is_never_made_one_again() -> None:
    pair = frozenset((AGAIN.id, FIRST.id))
    assert same_event(telling(AGAIN), [telling(FIRST)], parted=[pair]) is None
    third = told(
        "Shells of the Ethiopian army hit the bus station of Keren and killed nine.", report=report("c"), place="keren", killed=9
    )
    known = [telling(FIRST), telling(AGAIN)]
    free, kept_apart = (decisions(telling(third), known, parted=parted) for parted in ((), [pair]))
    assert len(free) == 2
    assert {free[1].fact, free[1].event} == {FIRST.id, AGAIN.id}
    assert len(kept_apart) == 1


def test_two_events_that_a_third_telling_shows_to_be_one() -> None:
    third = told(
        "Shells of the Ethiopian army hit the bus station of Keren and killed nine.", report=report("c"), place="keren", killed=9
    )
    found = same_event(telling(third), [telling(FIRST), telling(AGAIN)])
    assert found is not None
    [bridge] = bridged(telling(third), found, [telling(FIRST), telling(AGAIN)])
    assert (bridge.fact, bridge.event) == (AGAIN.id, FIRST.id)
    assert bridge.why[0] == f"{third.id[:12]} is told like both"


def test_the_record_says_why() -> None:
    decision = against(AGAIN, telling(FIRST))
    assert decision is not None
    draft = same_draft(decision)
    assert (draft.kind, draft.body["one"], draft.body["other"]) == ("same", AGAIN.id, FIRST.id)
    assert draft.body["why"] == list(decision.why)
    assert draft.topic is None
    assert {part.entity for part in draft.parts} == {AGAIN.id, FIRST.id}
    assert draft.id == same_draft(decision).id


def test_who_does_it_and_who_takes_part_are_looked_up_together() -> None:
    assert kept_under(telling(FIRST)) & sought_under(telling(AGAIN))
    partial = told("Shells fell on a mill.", report=report("x"), actors=(), day=MONDAY + timedelta(days=2))
    assert kept_under(telling(FIRST)) & sought_under(telling(partial))
    elsewhere = told("Shells fell on a mill.", report=report("x"), actors=("THA",), recipients=("KHM",))
    assert not kept_under(telling(FIRST)) & sought_under(telling(elsewhere))


def test_only_an_event_that_a_report_tells_is_a_telling() -> None:
    with pytest.raises(ValueError, match="a telling is an event that a report tells, not same "):
        telling_of(same_draft(Decision(fact="1", event="2", like="2", score=0.9, why=())))


def test_the_sentence_around_the_quote_is_compared() -> None:
    text = "Rain fell. Ethiopian troops shelled the bus station of Keren, an aid worker said. The border is long."
    words = "Ethiopian troops shelled"
    found = telling_of(told(words, at=text.index(words)), text=text)
    assert found.words == {"ethiopian", "troop", "shel", "bus", "station", "keren", "aid", "work"}
    assert found.names == {"keren"}


days = st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1))
drafts = st.builds(
    told,
    st.lists(
        st.sampled_from(["Ethiopian", "troops", "shelled", "Keren", "market", "people", "died"]),
        min_size=1,
    ).map(" ".join),
    report=st.sampled_from([report(letter) for letter in "klm"]),
    root=st.sampled_from(["ASSAULT", "COERCE", "CONSULT", "AGREE"]),
    actors=st.sampled_from([(), ("ETH",), ("ETH", "ERI")]),
    recipients=st.sampled_from([(), ("ERI",), ("SDN",)]),
    day=days,
    place=st.none() | st.sampled_from(["keren", "assab"]),
    killed=st.none() | st.integers(0, 50),
    at=st.integers(0, 1000),
)


@given(drafts, drafts)
def test_likeness_does_not_depend_on_which_is_told_first(one: Draft, other: Draft) -> None:
    rarity = rarity_among([telling(one), telling(other)])
    there, back = features(telling(one), telling(other), rarity), features(telling(other), telling(one), rarity)
    assert {(found.name, found.value) for found in there} == {(found.name, found.value) for found in back}
    assert chance(there) == pytest.approx(chance(back))
    assert all(0 <= found.value <= 1 + 1e-9 for found in there)


@given(st.lists(drafts, max_size=6), drafts)
def test_the_same_is_decided_each_time(known: list[Draft], draft: Draft) -> None:
    candidates = [telling(one) for one in known]
    assert decisions(telling(draft), candidates) == decisions(telling(draft), list(candidates))


@given(drafts)
def test_a_dated_telling_is_found_by_its_own_keys(draft: Draft) -> None:
    kept = kept_under(telling(draft))
    assert kept
    assert kept & sought_under(telling(draft))
