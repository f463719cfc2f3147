"""A course of too many events to show one by one: how many begin in each step of time, and what goes on from before."""

from typing import Any

from faces.service.asking import Service


def _course(kept: Service, **query: str) -> Any:  # noqa: ANN401 - a value of JSON
    answer = kept.client.get(
        "/timeline.json", params={"facts": "true", "kind": "agreement", "lanes": "kind", "limit": "1", **query}
    )
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_what_goes_on_from_before_is_counted_before_the_first_day_and_not_on_it(kept: Service) -> None:
    course = _course(kept, **{"from": "1960-01-01"})
    earlier = [one for one in course["bins"] if one["to"] < "1960-01-01"]
    assert [one["to"] for one in earlier] == ["1959-12-31"], "one lane of agreements, so one step"
    assert earlier[0]["from"] == course["span"]["from"]
    begun = sum(one["count"] for one in _course(kept, **{"from": "1960-01-01", "limit": "5000"})["lanes"])
    assert sum(one["count"] for one in course["bins"]) == begun
    shown = _course(kept, **{"from": "1960-01-01", "limit": "5000"})["marks"]
    assert earlier[0]["count"] == sum((mark["from"] or mark["to"])[0] < "1960-01-01" for mark in shown)


def test_without_a_first_day_nothing_is_before_it(kept: Service) -> None:
    course = _course(kept)
    assert min(one["from"] for one in course["bins"]) == course["span"]["from"]
    assert all(one["count"] > 0 for one in course["bins"])


def test_what_was_by_a_later_day_is_counted_as_undated_and_shown_in_no_lane(kept: Service) -> None:
    asked = {"kind": "event", "facts": "false", "limit": "5000"}
    everything = _course(kept, **asked)
    by_then = [mark for mark in everything["marks"] if mark["from"] is None]
    last = max(mark["to"][0] for mark in everything["marks"])
    early = _course(kept, **asked, to="1900-01-01")
    assert early["marks"] == [] == early["lanes"]
    assert early["total"] == early["undated"] == everything["undated"] + len(by_then)
    assert _course(kept, **asked, to=last)["undated"] == everything["undated"]
