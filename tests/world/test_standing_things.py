"""Agreements, regimes and rosters as of a day."""

from datetime import date

import pytest

from casus.errors import WorldError
from casus.world.agreements import agreement, agreements, find, in_force
from casus.world.blocs import members, unsc_members
from casus.world.regimes import regimes, regimes_on
from casus.world.time import Validity, interval


def test_a_report_of_a_signing_finds_the_agreement_near_its_day() -> None:
    """A text re-posted in March 2025 tells that Russia and North Korea signed "on Wednesday": only June 2024 fits."""
    assert [known.id for known in find(parties=("RUS", "PRK"), signed_near=date(2024, 6, 20))] == ["russia-dprk-2024"]
    assert find(parties=("RUS", "PRK"), signed_near=date(2025, 3, 28)) == ()
    signed = agreement("russia-dprk-2024").signed
    assert signed == "2024-06-19"
    assert interval(signed)[0].strftime("%A") == "Wednesday"


def test_titles_and_aliases_find_agreements_with_every_word_given() -> None:
    assert find("Warsaw Pact")[0].id == "warsaw-pact-1955"
    assert find("comprehensive strategic partnership", parties=("PRK", "RUS"))[0].id == "russia-dprk-2024"
    assert find("comprehensive partnership on cheese") == ()
    assert find("North Atlantic Treaty", parties=("USA", "POL"))[0].id == "north-atlantic-treaty"


def test_a_successor_finds_what_its_predecessor_signed() -> None:
    assert "ussr-dprk-1961" in [known.id for known in find(parties=("RUS", "PRK"), on=date(1985, 1, 1))]
    assert "warsaw-pact-1955" in [known.id for known in find(parties=("RUS", "POL"), on=date(1985, 1, 1))]


def test_an_agreement_that_ended_was_in_force_to_its_last_day() -> None:
    pact = agreement("warsaw-pact-1955")
    assert pact.ended == "1991-06-30"
    assert in_force(pact, date(1991, 6, 30))
    assert not in_force(pact, date(1991, 7, 1))
    assert not in_force(agreement("nancy-2025"), date(2025, 6, 1))
    with pytest.raises(WorldError, match="no agreement 'treaty-of-oz'"):
        agreement("treaty-of-oz")


def test_agreements_come_in_order_of_signature_with_parties_and_duties() -> None:
    known = agreements()
    assert [one.signed for one in known] == sorted(one.signed or "" for one in known)
    assert all(one.parties and one.provisions for one in known)
    washington = agreement("north-atlantic-treaty")
    assert {provision.kind for provision in washington.provisions} >= {"defence", "consultation"}
    assert Validity(*next((party.first, party.last) for party in washington.parties if party.code == "SWE")).contains(
        date(2024, 3, 7)
    )


def test_measures_against_a_state_are_those_of_its_regimes_on_the_day() -> None:
    assert {"un-dprk-1718", "eu-dprk"} <= {regime.id for regime in regimes_on("PRK", date(2016, 6, 1))}
    assert regimes_on("PRK", date(2000, 1, 1)) == () or all(
        regime.imposer != "UNSC" for regime in regimes_on("PRK", date(2000, 1, 1))
    )
    arms = [
        measure for regime in regimes_on("PRK", date(2016, 6, 1)) for measure in regime.measures if measure.kind == "arms-embargo"
    ]
    assert arms
    assert any(Validity(measure.first, measure.last).contains(date(2016, 6, 1)) for measure in arms)


def test_a_group_is_a_target_by_its_name() -> None:
    assert any(regime.imposer == "UNSC" for regime in regimes_on("Taliban", date(2015, 1, 1)))
    assert len({regime.id for regime in regimes()}) == len(regimes())


def test_rosters_change_with_the_day() -> None:
    assert "SWE" not in members("NATO", date(2023, 1, 1))
    assert "SWE" in members("org:NATO", date(2024, 6, 1))
    assert "GBR" in members("EU", date(2019, 1, 1))
    assert "GBR" not in members("EU", date(2021, 1, 1))
    assert members("bloc:baltic-states") == ("EST", "LTU", "LVA")
    assert members("bloc:the-west") == ()
    with pytest.raises(WorldError, match="no organisation or bloc 'league-of-gentlemen'"):
        members("league-of-gentlemen")


@pytest.mark.parametrize("year", range(2005, 2027))
def test_the_security_council_has_fifteen_members_permanent_ones_first(year: int) -> None:
    council = unsc_members(date(year, 6, 1))
    assert len(set(council)) == len(council) == 15
    assert council[:5] == ("CHN", "FRA", "GBR", "RUS", "USA")


def test_permanent_seats_passed_on() -> None:
    assert unsc_members(date(1970, 1, 1)) == ("FRA", "GBR", "SUN", "TWN", "USA")
