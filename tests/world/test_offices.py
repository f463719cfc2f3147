"""Who held which office when, and whom a name means on a day."""

from datetime import date

import pytest

from casus.world.offices import Holder, holders, org_heads, person, titles

NOW = date(2024, 6, 19)


def names(found: tuple[Holder, ...]) -> list[str]:
    return [holder.person.name for holder in found]


@pytest.mark.parametrize(
    ("country", "office", "on", "who"),
    [
        ("RUS", "president", NOW, "Vladimir Putin"),
        ("RUS", "leader", date(1985, 6, 1), "Mikhail Gorbachev"),
        ("PRK", "leader", NOW, "Kim Jong-un"),
        ("USA", "president", date(1962, 10, 20), "John F. Kennedy"),
        ("USA", "foreign minister", NOW, "Antony Blinken"),
        ("GBR", "prime minister", date(1985, 1, 1), "Margaret Thatcher"),
        ("GBR", "king", NOW, "Charles III"),
        ("DEU", "prime minister", date(2021, 12, 10), "Olaf Scholz"),
        ("DEU", "president", NOW, "Frank-Walter Steinmeier"),
        ("IRN", "president", date(2016, 1, 1), "Hassan Rouhani"),
        ("IRN", "leader", date(2016, 1, 1), "Ali Khamenei"),
        ("CHN", "prime minister", NOW, "Li Qiang"),
        ("IRQ", "president", date(1998, 2, 13), "Saddam Hussein"),
        ("FRA", "prime minister", date(1995, 9, 1), "Alain Juppé"),
        ("RUS", "prime minister", date(1997, 4, 28), "Viktor Chernomyrdin"),
        ("RUS", "foreign minister", date(1960, 5, 1), "Andrei Gromyko"),
    ],
)
def test_an_office_is_held_by_who_held_it_on_the_day(country: str, office: str, on: date, who: str) -> None:
    assert names(holders(country, office, on))[0] == who


def test_an_office_that_a_state_does_not_have_is_held_by_nobody() -> None:
    assert holders("SAU", "president", NOW) == ()
    assert holders("USA", "prime minister", NOW) == ()
    assert holders("XYZ", "president", NOW) == ()


def test_on_a_handover_day_both_are_named() -> None:
    assert set(names(holders("USA", "president", date(2021, 1, 20)))) == {"Donald Trump", "Joe Biden"}


def test_heads_of_organisations_are_found_by_abbreviation_or_id() -> None:
    assert "Jens Stoltenberg" in names(org_heads("NATO", NOW))
    assert org_heads("org:NATO", NOW) == org_heads("NATO", NOW)
    assert names(org_heads("UN", date(2003, 3, 1))) == ["Kofi Annan"]


@pytest.mark.parametrize(
    ("name", "on", "who"),
    [
        ("Putin", NOW, "person:vladimir-putin"),
        ("Kim", NOW, "person:kim-jong-un"),
        ("Kim Jong Un", NOW, "person:kim-jong-un"),
        ("Bush", date(1990, 9, 1), "person:george-h-w-bush"),
        ("Bush", date(2003, 3, 1), "person:george-w-bush"),
        ("Clinton", date(1998, 2, 13), "person:bill-clinton"),
        ("Clinton", date(2010, 2, 13), "person:hillary-clinton"),
        ("Blair", date(2006, 12, 15), "person:tony-blair"),
        ("Ivanov", date(2006, 11, 1), "person:sergei-ivanov"),
        ("Zelenskyy", NOW, "person:volodymyr-zelensky"),
        ("Erdoğan", NOW, "person:recep-tayyip-erdogan"),
        ("Saddam", date(2002, 1, 1), "person:saddam-hussein"),
        ("Xi", NOW, "person:xi-jinping"),
        ("Assad", date(1990, 1, 1), "person:hafez-al-assad"),
        ("Bashar Assad", date(2012, 1, 1), "person:bashar-al-assad"),
    ],
)
def test_a_surname_prefers_who_held_office_on_the_day(name: str, on: date, who: str) -> None:
    assert person(name, on)[0].person.id == who


def test_a_surname_that_several_bear_returns_them_all() -> None:
    assert {"person:george-h-w-bush", "person:george-w-bush"} <= {holder.person.id for holder in person("Bush", NOW)}


def test_who_is_in_no_curated_list_is_found_in_the_dictionary_behind_them() -> None:
    found = person("Madeleine Albright", date(1998, 2, 13))
    assert found
    assert {holder.country for holder in found} == {"USA"}
    assert all(holder.confidence == "low" for holder in found if holder.office == "role")


def test_other_spellings_of_a_full_name_are_found_but_not_surely() -> None:
    lavrov = person("Sergei Lavrov", date(2006, 11, 1))[0]
    assert (lavrov.person.id, lavrov.confidence) == ("person:sergey-lavrov", "low")
    assert person("Sergey Lavrov", date(2006, 11, 1))[0].confidence == "high"
    assert person("Moamer Kadhafi", date(1997, 4, 4))[0].person.id == "person:muammar-gaddafi"
    assert all(holder.confidence == "low" for holder in person("Jack Smith", date(2006, 11, 1)))


def test_one_person_keeps_one_identity_through_offices_of_several_states_and_bodies() -> None:
    assert person("Rutte", date(2023, 1, 1))[0].person == person("Rutte", date(2025, 1, 1))[0].person
    assert {holder.org for holder in person("Rutte", date(2025, 1, 1))} == {None, "NATO"}
    assert {holder.country for holder in person("Emmanuel Macron", NOW)} == {"FRA", "AND"}
    assert len({holder.person.id for holder in person("Emmanuel Macron", NOW)}) == 1


def test_an_unknown_name_means_nobody() -> None:
    assert person("Qwertyuiop Asdf", NOW) == person("", NOW) == ()


def test_titles_tell_office_and_sector() -> None:
    known = titles()
    assert (known["premier"].office, known["pm"].office) == ("prime minister", "prime minister")
    assert known["secretary of state"].countries == ("USA", "VAT")
    assert known["nato chief"].org == "NATO"
    assert (known["gen"].office, known["gen"].sector) == (None, "MIL")


def test_offices_named_by_titles_are_ones_that_can_be_asked_for() -> None:
    for title in titles().values():
        if title.office and not title.org and title.countries:
            assert any(holders(country, title.office, on) for country in title.countries for on in (NOW, date(2018, 1, 1))), title
