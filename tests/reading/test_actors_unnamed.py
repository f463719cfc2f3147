"""Unnamed agents and victims are actors with a sector and, where the report tells it, a state."""

from datetime import date

import pytest
from reading.casting import told


@pytest.mark.parametrize(
    ("text", "words", "kind", "country", "sector"),
    [
        ("Turkish police arrested two Greek sailors.", "Turkish police", "organisation", "TUR", "COP"),
        ("Turkish police arrested two Greek sailors.", "two Greek sailors", "group", "GRC", "MIL"),
        ("Belgrade police arrested ten demonstrators.", "Belgrade police", "organisation", "SRB", "COP"),
        ("Belgrade police arrested ten demonstrators.", "ten demonstrators", "group", "SRB", "CVL"),
        ("Thai troops fired at the gate.", "Thai troops", "group", "THA", "MIL"),
        ("Serb forces shelled the town.", "Serb forces", "group", "SRB", "MIL"),
        ("Government troops attacked the rebels in the north of Chad.", "Government troops", "group", "TCD", "MIL"),
        ("Gunmen killed three guards in Nairobi.", "Gunmen", "group", "KEN", "UAF"),
        ("Students demonstrated in Seoul.", "Students", "group", "KOR", "EDU"),
        ("Thousands demonstrated in Lima.", "Thousands", "group", "PER", "CVL"),
        ("Armed men attacked a convoy in Mali.", "Armed men", "group", "MLI", "UAF"),
        ("Israeli settlers attacked the farm.", "Israeli settlers", "group", "ISR", "CVL"),
        ("Norwegian sailors were rescued by a Danish crew.", "a Danish crew", "group", "DNK", "CVL"),
    ],
)
def test_who_acts_without_a_name(text: str, words: str, kind: str, country: str, sector: str) -> None:
    actor = told(text, date(2019, 5, 16)).meant(words)
    assert (actor.kind, actor.country, actor.sector) == (kind, country, sector)


def test_a_state_by_the_place_of_the_deed_is_less_sure() -> None:
    report = told("Students demonstrated in Seoul. Peruvian students stayed at home.")
    assert report.meant("Students").confidence < report.meant("Peruvian students").confidence


def test_the_army_of_the_only_state_in_a_report_is_its_army() -> None:
    assert told("The army shelled the village, residents said. Sudan denied it.").meant("The army").country == "SDN"


def test_diplomats_and_troops_are_not_at_home_where_they_act() -> None:
    report = told("Diplomats met in Geneva. Troops landed in Kuwait.")
    assert report.meant("Diplomats").country is None
    assert report.meant("Troops").country is None


def test_hundreds_of_soldiers_are_the_soldiers() -> None:
    report = told("Hundreds of Thai soldiers crossed the river.")
    assert report.meant("Hundreds of Thai soldiers") is report.meant("Thai soldiers")


def test_a_name_that_the_parse_took_apart_is_one_mention() -> None:
    report = told("The plan has the backing of Samoa and Papua New Guinea, officials said.")
    assert "Guinea" not in report.mentions()
    assert report.meant("Papua New Guinea").country == "PNG"
