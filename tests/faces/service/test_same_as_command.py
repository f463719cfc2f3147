"""The service answers with what the command prints with --json, object by object."""

import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner
from faces.service.asking import Service

from casus.faces.command import casus

DAY = "2024-07-01"
AS_OF = ("--as-of", DAY)


def printed(service: Service, *arguments: str) -> list[dict[str, object]]:
    """The lines that a command prints with --json."""
    done = CliRunner().invoke(casus, [*arguments, "--json", "--ledger", service.ledger])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("command", "path", "query"),
    [
        (("show", "events"), "show/events", {}),
        (("show", "statements", "--limit", "2"), "show/statements", {"limit": "2"}),
        (("show", "events", "--actor", "EGY", "--with", "ISR"), "show/events", {"actor": "EGY", "with": "ISR"}),
        (("show", "events", "--from", "1971-01-01", "--to", "1971-12-31"),
         "show/events", {"from": "1971-01-01", "to": "1971-12-31"}),
        (("show", "agreements", "--facts", *AS_OF), "show/agreements", {"facts": "true", "as_of": DAY}),
        (("show", "provisions", "--about", "agreement:anzus", "--facts"),
         "show/provisions", {"about": "agreement:anzus", "facts": "1"}),
        (("show", "events", "--known-at", "2020-01-01"), "show/events", {"known_at": "2020-01-01"}),
        (("show", "actors"), "show/actors", {}),
        (("show", "reports"), "show/reports", {}),
        (("explain", "agreement:russia-dprk-2024"), "explain/agreement:russia-dprk-2024", {}),
        (("timeline", "RUS", "PRK", "--facts", "--limit", "5"),
         "timeline", {"actor": ["RUS", "PRK"], "facts": "1", "limit": "5"}),
        (("changes", "--since", "2020-01-01", "--limit", "9"), "changes", {"since": "2020-01-01", "limit": "9"}),
        (("obligations", "--attacked", "PRK", "--by", "USA", *AS_OF),
         "obligations", {"attacked": "PRK", "by": "USA", "as_of": DAY}),
        (("obligations", "--attacked", "USA", "--at", "Guam", *AS_OF),
         "obligations", {"attacked": "USA", "at": "Guam", "as_of": DAY}),
        (("obligations", "--of", "GBR", "--as-of", "1939-09-01"), "promises", {"of": "GBR", "as_of": "1939-09-01"}),
        (("forbids", "--target", "PRK", "--from", "RUS", *AS_OF), "forbids", {"target": "PRK", "from": "RUS", "as_of": DAY}),
        (("conflicts", "--as-of", "2024-12-31"), "conflicts", {"as_of": "2024-12-31"}),
        (("conflicts", "--about", "agreement:russia-dprk-2024"), "conflicts", {"about": "agreement:russia-dprk-2024"}),
        (("positions", "--on", "sanctions against PRK"), "positions", {"on": "sanctions against PRK"}),
        (("suppose", "ASSAULT USA RUS", "lift regime:un-dprk-1718", "--depth", "1", *AS_OF), "suppose",
         {"claim": ["ASSAULT USA RUS", "lift regime:un-dprk-1718"], "depth": "1", "as_of": DAY}),
    ],
)  # fmt: skip
def test_the_answer_is_the_command_s(kept: Service, command: tuple[str, ...], path: str, query: dict[str, object]) -> None:
    answer = kept.get(path, **query)
    assert answer.get("items", [answer]) == printed(kept, *command)


def test_a_later_time_is_that_of_the_command(kept: Service) -> None:
    for at in (
        "2100-01-01",
        "2100-01-01T12:00:00",
        "2100-01-01T12:00:00Z",
        "2100-01-01T12:00:00.5Z",
        "2100-01-01T12:00:00+02:00",
    ):
        assert kept.items("show/events", known_at=at) == printed(kept, "show", "events", "--known-at", at)


def test_a_day_is_known_to_its_end_and_its_first_moment_is_a_time(kept: Service) -> None:
    """Both faces tell "the day" from "at midnight of the day", before which nothing was known."""
    today = datetime.now(UTC).date()
    for at, known in ((str(today), True), (f"{today}T00:00:00", False), (f"{today}T00:00:00Z", False)):
        found = kept.items("show/events", known_at=at)
        assert (bool(found), found) == (known, printed(kept, "show", "events", "--known-at", at))
    for since, written in ((str(today), True), (f"{today}T00:00:00", True), (f"{today}T23:59:59.999999Z", False)):
        assert bool(kept.items("changes", since=since)) == bool(printed(kept, "changes", "--since", since)) == written


@pytest.mark.parametrize("wrong", ["2100-02-30", "yesterday", "2100-01-01T25:00:00", "2100-01-01 12:00:00", ""])
def test_what_is_no_time_is_refused_alike(kept: Service, wrong: str) -> None:
    status, detail = kept.refused("show/events", known_at=wrong)
    done = CliRunner().invoke(casus, ["show", "events", "--known-at", wrong, "--ledger", kept.ledger], standalone_mode=False)
    says = "is no time; write it as 2024-06-19, or in UTC as 2024-06-19T12:00:00Z"
    assert (status, says in detail, says in str(done.exception)) == (422, True, True)
