"""A name inside a larger one is no mention of the smaller; titles and appositions tell who bears a name."""

from datetime import date

import pytest
from reading.casting import told


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The Bank of China opened a branch in Lima.", "CHN"),
        ("The University of Oslo said the study was sound.", "NOR"),
        ("Iraq tore up the Algiers Agreement.", "DZA"),
        ("Norway left the Paris Agreement on Monday.", "FRA"),
        ("The envoy said Peru had broken the Geneva Convention.", "CHE"),
        ("Ships entered the Persian Gulf on Sunday.", "IRN"),
        ("Farmers in New Mexico protested.", "MEX"),
        ("Central American leaders met in Lima.", "USA"),
        ("The Washington Post said the plan had failed.", "USA"),
        ("The Sudan People's Liberation Army seized the town.", "CHN"),
    ],
)
def test_no_state_by_a_part_of_a_name(text: str, absent: str) -> None:
    report = told(text)
    meant = {actor for phrase in report.cast.phrases for actor in phrase.actors}
    assert absent not in {report.cast.by_id[actor].country for actor in meant if report.cast.by_id[actor].kind == "state"}


def test_the_state_that_owns_a_ministry_is_meant() -> None:
    assert told("The Government of China protested.").meant("China").kind == "state"


def test_a_firm_has_the_country_of_its_apposition_alone() -> None:
    report = told("BAE Systems will build the jets. Lockheed Martin, a US company, lost the contract.")
    assert (report.meant("BAE Systems").kind, report.meant("BAE Systems").country) == ("organisation", None)
    maker = report.meant("Lockheed Martin")
    assert (maker.kind, maker.country, maker.sector) == ("organisation", "USA", "BUS")


def test_an_apposition_shows_a_name_to_be_a_firms() -> None:
    firm = told("Rojas Brothers, a Chilean shipyard, built the ship.").meant("Rojas Brothers")
    assert (firm.kind, firm.country) == ("organisation", "CHL")


def test_a_king_is_no_president_of_his_name() -> None:
    report = told("King Hussein of Jordan flew to Baghdad to meet Saddam Hussein. The king left on Sunday.", date(1990, 9, 12))
    king = report.meant("King Hussein of Jordan")
    assert king.country == "JOR"
    assert report.meant("The king") is king
    assert report.meant("Saddam Hussein").country == "IRQ"


def test_a_king_without_his_state_is_still_no_president() -> None:
    report = told("Saddam Hussein met King Hussein on Sunday.", date(1990, 9, 12))
    assert report.meant("King Hussein") is not report.meant("Saddam Hussein")


def test_a_chancellor_is_the_one_in_office() -> None:
    report = told("Chancellor Kohl met President Mitterrand in Paris. The chancellor said he was pleased.", date(1990, 9, 12))
    assert [report.meant(words).country for words in ("Kohl", "President Mitterrand", "The chancellor")] == ["DEU", "FRA", "DEU"]


def test_a_bare_title_is_of_the_state_that_the_report_goes_on_to_speak_of() -> None:
    report = told(
        "The president says the raid was self-defense. American planes bombed Tripoli, and the United States blamed Libya.",
        date(1986, 4, 15),
    )
    assert report.meant("The president").name == "Ronald Reagan"


def test_a_bare_title_where_two_states_have_one_stays_open() -> None:
    report = told("The prime minister left. Norway and Denmark signed a pact.", date(2019, 5, 16))
    assert report.meant("The prime minister").country is None


def test_a_colonel_who_was_named_comes_again() -> None:
    report = told("Colonel Qaddafi spoke on Monday. The colonel said Libya would strike back.", date(1986, 4, 15))
    assert report.meant("The colonel").country == "LBY"


def test_a_known_body_at_the_end_of_a_longer_name_is_not_meant() -> None:
    market = told("Nicaragua is a member of the Central American Common Market.").meant("Central American Common Market")
    assert (market.name, market.kind, market.country) == ("Central American Common Market", "organisation", None)
