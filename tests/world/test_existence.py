"""Which states stood when: today's, and the same states in earlier times that only the country codes tell of."""

from datetime import date

import pytest

from casus.world.existence import stood


@pytest.mark.parametrize(
    ("state", "on", "so"),
    [
        ("RUS", date(1914, 7, 31), True),
        ("RUS", date(1939, 8, 23), False),
        ("SUN", date(1939, 8, 23), True),
        ("state:TUR", date(1914, 8, 2), True),
        ("SRB", date(1914, 7, 28), True),
        ("SRB", date(1930, 1, 1), False),
        ("EST", date(1939, 9, 28), True),
        ("EST", date(1950, 1, 1), False),
        ("cow:300", date(1914, 7, 28), True),
        ("cow:300", date(1920, 1, 1), False),
        ("PAK", date(1947, 8, 13), False),
        ("FRA", date(1700, 1, 1), True),
        ("ZZZ", date(2000, 1, 1), False),
    ],
)
def test_a_state_stood_in_its_own_days_and_in_those_of_its_codes(state: str, on: date, so: bool) -> None:
    assert stood(state, on) is so
