"""The map's countries and their events: whoever clicks a number gets as many events as it says."""

from typing import Any

import pytest
from faces.service.asking import Service


def asked(service: Service, path: str, **query: object) -> Any:  # noqa: ANN401 - a value of JSON
    answer = service.client.get(path, params={name: str(value) for name, value in query.items()})
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("by", ["place", "actor"])
@pytest.mark.parametrize("narrowed", [{}, {"modality": "actual"}, {"from": "1971-01-01"}, {"actor": "EGY"}])
def test_a_country_has_as_many_events_as_the_map_says(told: Service, by: str, narrowed: dict[str, str]) -> None:
    data = asked(told, "/map.json", by=by, **narrowed)
    for state in data["states"]:
        events = asked(told, "/map/country.json", by=by, of=state["id"], **narrowed)
        assert (events["total"], len(events["marks"])) == (state["events"], min(100, state["events"]))
        assert {one for mark in events["marks"] for one in (*mark["who"], *mark["whom"])} <= events["names"].keys()
    assert data["states"] or by == "place" or narrowed


def test_events_come_the_latest_first_and_as_a_table_too(told: Service) -> None:
    events = asked(told, "/map/country.json", by="actor", of="EGY")
    days = [mark["from"][0] for mark in events["marks"] if mark["from"]]
    assert len(days) > 1
    assert days == sorted(days, reverse=True)
    table = told.client.get("/map/country.csv", params={"by": "actor", "of": "EGY"}).text
    assert len(table.splitlines()) >= 1 + events["total"]


def test_a_country_that_nothing_is_told_of_has_none_and_one_that_is_unknown_is_refused(told: Service) -> None:
    assert asked(told, "/map/country.json", of="ISL") == {"names": {"country:ISL": "Iceland"}, "marks": [], "total": 0}
    answer = told.client.get("/map/country.json", params={"of": "Zork"})
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert "Zork" in answer.json()["detail"]


def test_the_ends_of_dyads_have_shapes_where_they_are_countries(told: Service) -> None:
    data = asked(told, "/map.json", by="place")
    ends = {end for dyad in data["dyads"] for end in (dyad["from"], dyad["to"]) if end.startswith("country:")}
    assert ends == data["shapes"].keys()
    assert data["shapes"]["country:EGY"] == ["EGY"]
