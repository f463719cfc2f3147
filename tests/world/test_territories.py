"""Parts of states that treaties treat apart: whose they were when, and that terms of treaties name only known ones."""

from datetime import date

import pytest

from casus.world.facts import shipped_facts
from casus.world.fold import fold
from casus.world.territories import territories, territory
from casus.world.time import Validity, overlap


@pytest.mark.parametrize(
    ("word", "on", "meant", "state"),
    [
        ("Algeria", date(1958, 5, 13), "algeria", "FRA"),
        ("the Falklands", date(1982, 4, 2), "falkland-islands", "GBR"),
        ("hong kong", date(1967, 5, 6), "hong-kong", "GBR"),
        ("Hong Kong", date(1997, 7, 1), "hong-kong", "CHN"),
        ("Goa", date(1961, 12, 18), "goa", "PRT"),
        ("Goa", date(1961, 12, 19), "goa", "IND"),
        ("Diaoyu Islands", date(1971, 6, 17), "senkaku-islands", "USA"),
        ("senkaku-islands", date(2012, 9, 11), "senkaku-islands", "JPN"),
        ("territory:reunion", date(2000, 1, 1), "reunion", "FRA"),
        ("Reunion", date(2000, 1, 1), "reunion", "FRA"),
        ("Curacao", date(1962, 10, 24), "curacao", "NLD"),
    ],
)
def test_a_word_means_the_territory_and_the_state_of_its_day(word: str, on: date, meant: str, state: str) -> None:
    found = territory(word, on)
    assert found
    assert (found.id, found.state) == (meant, state)
    assert found.name in found.names


@pytest.mark.parametrize(
    ("word", "on"),
    [
        ("Algeria", date(1962, 7, 3)),
        ("Angola", date(1975, 11, 11)),
        ("Puerto Rico", date(1890, 1, 1)),
        ("Ruritania", date(1990, 1, 1)),
        ("territory:", date(1990, 1, 1)),
        ("", date(1990, 1, 1)),
    ],
)
def test_what_had_become_a_state_or_never_was_a_part_of_one_is_none(word: str, on: date) -> None:
    assert territory(word, on) is None


def test_a_day_that_an_imprecise_end_leaves_open_counts() -> None:
    dakar = territory("French West Africa", date(1960, 6, 1))
    assert dakar
    assert dakar.validity.contains(date(1960, 6, 1)) is None
    assert territory("French West Africa", date(1961, 1, 1)) is None


def test_a_name_means_one_territory_on_a_day() -> None:
    named: dict[str, list[Validity]] = {}
    for one in territories():
        for name in one.names:
            spells = named.setdefault(fold(name), [])
            assert not any(overlap(one.validity, other) for other in spells), name
            spells.append(one.validity)
    assert len(named) > 200


def test_every_place_in_the_area_of_a_provision_is_a_known_territory_or_a_state() -> None:
    ids = {f"territory:{one.id}" for one in territories()}
    limited = [fact for fact in shipped_facts() if fact.kind == "provision" and "area" in fact.body.get("terms", {})]
    assert len(limited) >= 8
    for fact in limited:
        area = fact.body["terms"]["area"]
        places = [place for side in ("inside", "outside") for place in area.get(side, ())]
        assert places, fact.topic
        assert not set(area.get("inside", ())) & set(area.get("outside", ())), fact.topic
        for place in places:
            assert place in ids or place.startswith("state:"), (fact.topic, place)
