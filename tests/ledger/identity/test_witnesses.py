"""N events from M reports, K of them independent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import casus
from casus.ledger.identity.actors import entities_of
from casus.ledger.identity.outlets import cited, outlet, outlet_of
from casus.ledger.identity.signatures import Copy
from casus.ledger.identity.witnesses import Witness, copy_echo, echo_draft, origins
from casus.reading.model import Event, Reading


def independent(*witnesses: Witness) -> list[tuple[tuple[str, ...], str | None]]:
    return [(origin.reports, origin.outlet) for origin in origins(witnesses)]


def test_two_agencies_are_two_witnesses() -> None:
    assert independent(Witness("a", "media:reuters"), Witness("b", "media:tass")) == [(("a",), None), (("b",), None)]


def test_a_re_post_with_a_new_date_is_no_other_witness() -> None:
    assert independent(Witness("a", "media:reuters"), Witness("b", "outlet:the-sheet", copy_of=("a",))) == [(("a", "b"), None)]


def test_two_cuts_of_a_text_that_is_not_there_are_one() -> None:
    assert independent(Witness("a", copy_of=("c",)), Witness("b", copy_of=("c",))) == [(("a", "b"), None)]


def test_two_reports_of_one_outlet_are_one() -> None:
    assert len(independent(Witness("a", "media:reuters"), Witness("b", "media:reuters"), Witness("c"), Witness("d"))) == 3


def test_an_echo_of_an_outlet_that_is_there_adds_nothing() -> None:
    assert independent(Witness("a", "media:reuters"), Witness("b", "media:tass", cites="media:reuters")) == [(("a",), None)]


def test_echoes_of_an_outlet_that_is_not_there_are_that_outlet_once() -> None:
    found = independent(Witness("a", "media:tass", cites="media:reuters"), Witness("b", cites="media:reuters"), Witness("c"))
    assert found == [(("c",), None), (("a", "b"), "media:reuters")]


def test_who_tells_it_once_on_the_own_word_is_no_echo() -> None:
    assert independent(Witness("a", cites="media:reuters"), Witness("a")) == [(("a",), None)]


outlets = st.none() | st.sampled_from(["media:reuters", "media:tass", "outlet:sheet"])
witnesses = st.lists(
    st.builds(Witness, st.sampled_from("abcdef"), outlets, outlets, st.lists(st.sampled_from("abcdef"), max_size=2).map(tuple)),
    max_size=8,
)


@given(witnesses, st.randoms())
def test_order_does_not_count_and_there_are_no_more_witnesses_than_reports(told: list[Witness], random: object) -> None:
    shuffled = list(told)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = origins(told)
    assert origins(shuffled) == found
    assert len(found) <= len({one.report for one in told} | {one.cites for one in told if one.cites})
    own = [report for origin in found if origin.outlet is None for report in origin.reports]
    assert len(own) == len(set(own))


def test_the_records_of_echoes_say_what_they_repeat() -> None:
    draft = copy_echo("b" * 64, Copy("a" * 64, 0.2, 0.9))
    assert (draft.kind, draft.body["one"], draft.body["other"], draft.body["score"]) == ("echo", "b" * 64, "a" * 64, 0.9)
    assert draft.body["why"] == ["90% of the shorter one's words in a row are in the longer one"]
    heard = echo_draft("fact", "media:reuters", 1.0, ("Reuters reported it",))
    assert {(part.role, part.entity) for part in heard.parts} == {("echo", "fact"), ("echoed", "media:reuters")}


def citing(text: str, publisher: str | None = None) -> set[str | None]:
    """The outlets on whose word the events of a text are told; None for its own."""
    reading: Reading = casus.read(text, publisher=publisher)
    actors = entities_of(reading)
    return {cited(claim, reading, actors) for claim in reading.claims if isinstance(claim, Event)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Reuters reported on Monday that Ethiopian troops had shelled Keren.", {"media:reuters"}),
        ("Ethiopian troops shelled Keren on Monday, TASS reported.", {"media:tass"}),
        ("Ethiopian troops shelled Keren on Monday, the Eritrean government said.", {None}),
        ("Ethiopian troops shelled Keren on Monday.", {None}),
    ],
)
def test_who_only_cites_another_outlet_is_known(text: str, found: set[str | None]) -> None:
    assert citing(text) == found


def test_an_outlet_that_speaks_of_itself_cites_nobody() -> None:
    assert citing("Reuters reported on Monday that Ethiopian troops had shelled Keren.", "Reuters") == {None}


def test_the_agency_in_the_byline_is_whose_text_it_is() -> None:
    reading = casus.read("ASMARA, March 4, 2024 (AFP) - Ethiopian troops shelled Keren on Monday.", publisher="Daily Monitor")
    assert outlet_of(reading.report) == "media:agence-france-presse"
    assert outlet_of(casus.read("Ethiopian troops shelled Keren.", publisher="Reuters").report) == "media:reuters"
    assert outlet_of(casus.read("Ethiopian troops shelled Keren.").report) is None
    assert outlet("The Upland Courier") == "outlet:the-upland-courier"
