"""Names mean what the reference facts say, on the day of the report, and where they stand in the sentence."""

from datetime import date

import pytest
from reading.casting import told


@pytest.mark.parametrize(
    ("sentence", "words", "country"),
    [
        ("Norway protested to Peru.", "Norway", "NOR"),
        ("Oslo accused Lima of piracy.", "Oslo", "NOR"),
        ("Oslo accused Lima of piracy.", "Lima", "PER"),
        ("The Norwegians rejected the offer.", "The Norwegians", "NOR"),
        ("Relations between Oslo and Lima are poor.", "Lima", "PER"),
        ("The U.S. and Peru signed a treaty.", "The U.S.", "USA"),
        ("The Kremlin rejected the offer.", "The Kremlin", "RUS"),
        ("Niger closed its border with Nigeria.", "Niger", "NER"),
        ("Niger closed its border with Nigeria.", "Nigeria", "NGA"),
        ("Equatorial Guinea expelled the envoy of Guinea.", "Equatorial Guinea", "GNQ"),
        ("Jordan recalled its ambassador.", "Jordan", "JOR"),
    ],
)
def test_a_state_is_meant_by_its_name_capital_seat_and_people(sentence: str, words: str, country: str) -> None:
    actor = told(sentence).meant(words)
    assert (actor.kind, actor.country) == ("state", country)


@pytest.mark.parametrize(
    ("sentence", "town", "country"),
    [
        ("The ministers met in Oslo.", "Oslo", "NOR"),
        ("The envoy arrived in Lima on Monday.", "Lima", "PER"),
        ("The envoy travelled to Lima on Monday.", "Lima", "PER"),
        ("The president visited Lima on Monday.", "Lima", "PER"),
    ],
)
def test_a_capital_where_something_happens_is_a_place(sentence: str, town: str, country: str) -> None:
    actor = told(sentence).meant(town)
    assert (actor.kind, actor.country) == ("place", country)


def test_a_persons_name_is_no_state() -> None:
    report = told("Michael Jordan, the Canadian envoy, praised Norway. Jordan said the talks went well.")
    assert report.meant("Michael Jordan").kind == "person"
    assert report.meant("Jordan") is report.meant("Michael Jordan")
    assert "JOR" not in {actor.country for actor in report.cast.actors}


def test_a_demonym_is_a_mention_of_its_state_and_gives_its_country_to_the_head() -> None:
    report = told("A Peruvian diplomat met two Chilean officers.")
    assert report.meant("Peruvian").kind == "state"
    assert (report.meant("A Peruvian diplomat").kind, report.meant("A Peruvian diplomat").country) == ("person", "PER")
    officers = report.meant("two Chilean officers")
    assert (officers.kind, officers.country, officers.sector) == ("group", "CHL", "MIL")


@pytest.mark.parametrize(
    ("sentence", "words", "country", "sector"),
    [
        ("The French military denied the report.", "The French military", "FRA", "MIL"),
        ("Greece's parliament ratified the treaty.", "Greece's parliament", "GRC", "LEG"),
        ("The Peruvian government expelled the envoy.", "The Peruvian government", "PER", "GOV"),
        ("Peru's foreign ministry denied the report.", "Peru's foreign ministry", "PER", "GOV"),
        ("The government in Lima denied the report.", "The government in Lima", "PER", "GOV"),
        ("The Norwegian navy seized the ship.", "The Norwegian navy", "NOR", "MIL"),
    ],
)
def test_a_part_of_a_state_is_an_actor_of_its_own_with_the_states_code(
    sentence: str, words: str, country: str, sector: str
) -> None:
    report = told(sentence)
    actor = report.meant(words)
    assert (actor.kind, actor.country, actor.sector) == ("organisation", country, sector)
    assert report.cast.by_id[report.cast.sides[actor.id]].kind == "state"


def test_one_office_is_held_by_different_persons_on_different_days() -> None:
    sentence = "The French president rejected the plan."
    assert told(sentence, date(2010, 5, 1)).meant("The French president").name == "Nicolas Sarkozy"
    assert told(sentence, date(2020, 5, 1)).meant("The French president").name == "Emmanuel Macron"
    unknown = told(sentence, None).meant("The French president")
    assert (unknown.world, unknown.country) == (None, "FRA")


def test_organisations_bring_their_members_of_the_day() -> None:
    sentence = "NATO condemned the attack."
    before, after = told(sentence, date(2000, 1, 1)).meant("NATO"), told(sentence, date(2024, 6, 1)).meant("NATO")
    assert "FIN" in after.countries
    assert "FIN" not in before.countries


def test_a_bloc_without_a_roster_has_no_members() -> None:
    report = told("The West armed the rebels. Western nations also sent food.")
    assert report.meant("The West") is report.meant("Western nations")
    assert (report.meant("The West").kind, report.meant("The West").countries) == ("bloc", ())


def test_allies_and_enemies_are_groups_of_whoever_has_them() -> None:
    report = told("Peru warned Norway and its allies. Peru would arm enemies of Norway.")
    allies, enemies = report.meant("its allies"), report.meant("enemies of Norway")
    assert allies.name == "Norway's allies"
    assert enemies.kind == "group"
    assert allies is not enemies
    assert allies.country is None


def test_an_abbreviation_means_what_the_report_says_it_does() -> None:
    report = told("The Andean Workers Front (AWF) signed a truce. The AWF will disarm.")
    assert report.meant("The AWF") is report.meant("The Andean Workers Front")
    assert report.meant("The AWF").name == "Andean Workers Front"


def test_georgia_beside_caucasian_names_is_the_state() -> None:
    report = told("Georgia accused Russia of aggression. Tbilisi recalled its envoy.")
    assert report.meant("Georgia").country == "GEO"


def test_congo_alone_is_doubted() -> None:
    report = told("Congo rejected the plan.")
    assert report.meant("Congo").country in {"COD", "COG"}
    report_with_kinshasa = told("Congo rejected the plan, officials in Kinshasa said.")
    assert report_with_kinshasa.meant("Congo").country == "COD"


def test_a_football_club_is_no_state() -> None:
    assert all(actor.kind != "state" for actor in told("Chelsea beat Arsenal on Sunday.").cast.actors)


def test_a_thing_named_after_a_town_does_not_mean_its_state() -> None:
    assert "AUT" not in {actor.country for actor in told("Peru signed the Vienna Convention.").cast.actors}


def test_a_state_stays_a_state_where_something_happens_in_it() -> None:
    report = told("Four officers were arrested in Georgia. Tbilisi accused them of spying.")
    assert (report.meant("Georgia").kind, report.meant("Georgia").country) == ("state", "GEO")


@pytest.mark.parametrize(
    ("sentence", "day", "name", "country"),
    [
        ("Secretary of State James Baker is expected in Ankara.", date(1990, 9, 25), "James Baker", "USA"),
        ("Foreign Minister Andrei A. Gromyko protested.", date(1960, 5, 14), "Andrei Gromyko", "SUN"),
    ],
)
def test_office_holders_are_known_under_long_titles_and_initials(sentence: str, day: date, name: str, country: str) -> None:
    person = next(actor for actor in told(sentence, day).cast.actors if actor.kind == "person" and actor.world)
    assert person.name.split()[-1] == name.split()[-1]
    assert person.country == country


def test_the_countries_of_an_organisation_are_the_organisation() -> None:
    report = told("NATO members sent tanks to Estonia. NATO said more would follow.")
    assert report.meant("NATO members") is report.meant("NATO", 1)


def test_unnamed_officials_are_placed_with_the_state_spoken_of_but_less_surely() -> None:
    report = told("Peru closed its ports on Monday. Officials said the navy had found mines.")
    officials = report.meant("Officials")
    assert officials.country == "PER"
    assert officials.confidence < 0.8


def test_a_company_named_after_a_person_does_not_mean_an_office_holder() -> None:
    report = told("Norway will buy Lockheed Martin jets.", date(2021, 12, 11))
    assert "IRL" not in {actor.country for actor in report.cast.actors}


def test_a_given_name_does_not_turn_a_state_into_a_person() -> None:
    report = told("Chad Smith, an American analyst, praised Chad's army.")
    assert report.meant("Chad Smith").kind == "person"
    assert report.meant("Chad", 1).country == "TCD"


def test_an_agency_comes_again_by_its_own_noun() -> None:
    report = told("A spokeswoman for the UN refugee agency said its staff had left. The agency will return.")
    assert report.meant("The agency").world == "org:UNHCR"
