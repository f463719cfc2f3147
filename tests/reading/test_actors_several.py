"""Plural phrases about several states, and "the other": each state has its actor."""

from datetime import date

import pytest
from reading.casting import told


def countries(words: str, text: str, nth: int = 0, on: date | None = date(2019, 5, 16)) -> list[str | None]:
    """The states of the actors meant by words in a text."""
    return [actor.country for actor in told(text, on).all_meant(words, nth)]


@pytest.mark.parametrize(
    ("words", "text", "states"),
    [
        ("Togo", "The presidents of Ghana and Togo met in Accra on Monday.", ["GHA", "TGO"]),
        ("Chile", "The foreign ministers of Bolivia and Chile signed the accord.", ["BOL", "CHL"]),
        ("Sudan", "Leaders of Egypt and Sudan condemned the raid.", ["EGY", "SDN"]),
        ("Cambodia", "The two leaders of Laos and Cambodia will meet in Paris.", ["LAO", "KHM"]),
        ("ministers", "French and German ministers rejected the plan.", ["FRA", "DEU"]),
        ("soldiers", "Peruvian and Chilean soldiers guarded the bridge.", ["PER", "CHL"]),
    ],
)
def test_an_office_of_several_states_is_an_actor_of_each(words: str, text: str, states: list[str]) -> None:
    report = told(text, date(2019, 5, 16))
    plural = max(
        (phrase for phrase in report.cast.phrases if report.document.words(phrase.mention.span).endswith(words)),
        key=lambda phrase: phrase.last - phrase.first,
    )
    assert [report.cast.by_id[actor].country for actor in plural.actors] == states


def test_a_single_office_is_held_by_a_person_and_a_common_one_by_a_group() -> None:
    report = told("The Chilean and Peruvian foreign ministers met. Chilean and Peruvian soldiers stood guard.", None)
    assert [actor.kind for actor in report.all_meant("The Chilean and Peruvian foreign ministers")] == ["person", "person"]
    assert [actor.kind for actor in report.all_meant("Chilean and Peruvian soldiers")] == ["group", "group"]


def test_the_two_presidents_after_two_states_are_those_who_hold_the_office() -> None:
    report = told("Kenya and Somalia held talks on Monday. The two presidents agreed to reopen the border.", date(2019, 5, 16))
    presidents = report.all_meant("The two presidents")
    assert [(actor.kind, actor.country) for actor in presidents] == [("person", "KEN"), ("person", "SOM")]


def test_the_two_presidents_are_no_other_persons_that_the_report_names() -> None:
    report = told(
        "Kenyan spokesman Peter Omar and Somali spokesman Ali Nur said Kenya and Somalia would talk. "
        "The two presidents meet in May."
    )
    names = {actor.name for actor in report.all_meant("The two presidents")}
    assert not names & {"Peter Omar", "Ali Nur"}


def test_one_name_may_lack_what_it_shares_with_the_next() -> None:
    assert countries("North and South Korea", "North and South Korea held talks on Monday.") == ["PRK", "KOR"]


def test_the_north_and_the_south_are_halves_of_a_divided_country() -> None:
    text = "North Korea shut the plant. The South welcomed that, and the North said the line was open."
    assert countries("The South", text) == ["KOR"]
    assert countries("the North", text) == ["PRK"]


def test_the_south_of_no_divided_country_is_no_state() -> None:
    report = told("Peru sent troops to the South on Monday. The South welcomed them.")
    assert all("South" not in report.document.words(phrase.mention.span) or not [
        actor for actor in phrase.actors if report.cast.by_id[actor].kind == "state"
    ] for phrase in report.cast.phrases)  # fmt: skip


def test_each_side_is_both_and_so_is_the_other() -> None:
    text = "Kenya and Somalia quarrel over the sea. Each side accused the other of piracy."
    assert countries("Each side", text) == ["KEN", "SOM"]
    assert countries("the other", text) == ["KEN", "SOM"]


def test_neither_side_is_both() -> None:
    text = "The declaration of Peru and Chile said that neither side would use force."
    assert countries("neither side", text) == ["PER", "CHL"]


def test_the_other_is_the_one_who_does_not_act() -> None:
    text = "Peru shelled Chile. Chile said it would not attack the other first."
    assert countries("the other", text) == ["PER"]


def test_each_other_means_all_who_act() -> None:
    assert countries("each other", "Peru and Chile accused each other of spying.") == ["PER", "CHL"]


def test_the_other_of_things_is_no_actor() -> None:
    report = told("Two bombs fell on Monday. One hit a house and the other fell in the river.")
    assert not [phrase for phrase in report.cast.phrases if report.document.words(phrase.mention.span) == "the other"]


def test_one_of_them_is_somebody_of_theirs() -> None:
    report = told("Peru held talks with the rebels. One of them, who asked not to be named, said the truce would hold.")
    assert report.meant("them") is report.meant("the rebels")
    one = report.meant("One of them")
    assert (one.kind, one.sector) == ("person", "REB")


def test_some_of_a_group_are_the_group() -> None:
    report = told("Peruvian soldiers fled on Sunday. Some of the soldiers were wounded.")
    assert report.meant("Some of the soldiers") is report.meant("Peruvian soldiers")


@pytest.mark.parametrize("whom", ["all sides", "all foreign powers", "the member states", "the belligerents"])
def test_who_is_urged_is_an_actor_without_a_name(whom: str) -> None:
    assert told(f"Peru urged {whom} to show restraint.").meant(whom).kind in ("bloc", "group")
