"""The page of what follows calls by name what was asked and what its lines and proofs hold, and reports by their titles."""

from typing import Any

import pytest
from faces.service.asking import Service


def names(service: Service, query: str) -> dict[str, str]:
    answer = service.client.get(f"/follows.json?{query}")
    assert answer.status_code == 200, answer.text
    found: dict[str, str] = answer.json()["names"]
    return found


@pytest.mark.parametrize(
    ("query", "called"),
    [
        ("ask=obligations&attacked=POL&by=RUS&as_of=1985-06-01", {
            "state:RUS": "Russia", "state:SUN": "Soviet Union", "state:POL": "Poland",
            "agreement:warsaw-pact-1955": "Treaty of Friendship, Co-operation and Mutual Assistance",
        }),
        ("ask=forbids&target=PRK&what=arms&from=RUS&as_of=2024-12-31", {
            "state:PRK": "North Korea", "state:RUS": "Russia", "regime:un-dprk-1718": "DPRK nuclear and missile sanctions",
        }),
        ("ask=suppose&claim=denounce+agreement:anzus+NZL&claim=transfer+RUS+PRK+missiles&as_of=2024-12-31", {
            "state:NZL": "New Zealand", "state:RUS": "Russia", "regime:un-dprk-1718": "DPRK nuclear and missile sanctions",
            "agreement:anzus": "Security Treaty between Australia, New Zealand and the United States",
        }),
        ("ask=obligations&attacked=CHE&as_of=1950-01-01", {"state:CHE": "Switzerland"}),
    ],
)  # fmt: skip
def test_what_is_asked_and_what_lines_hold_is_named(told: Service, query: str, called: dict[str, str]) -> None:
    assert called.items() <= names(told, query).items()


def test_the_reports_that_bear_a_thing_are_called_by_their_titles(told: Service) -> None:
    event = told.items("show/events")[0]["id"]
    answer: Any = told.client.get(f"/follows.json?ask=conflicts&about={event}").json()
    [borne] = [item for item in answer["items"] if item["kind"] == "borne"]
    assert borne["claims"]
    assert all(answer["names"][claim["report"]] == claim["report_name"] for claim in borne["claims"])


def test_what_nobody_knows_is_not_named(told: Service) -> None:
    found = names(told, "ask=positions&on=XYZ+agreement:no-such&as_of=2024-12-31")
    assert not {"state:XYZ", "agreement:no-such"} & found.keys()
