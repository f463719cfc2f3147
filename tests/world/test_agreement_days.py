"""The days of agreements: in order within each entry, and signed when the Alliance Treaty Obligations and Provisions data say."""

import csv
from pathlib import Path

import pytest

from casus.world.source import records
from casus.world.time import interval

ATOP = Path(__file__).parents[3] / "shared" / "data" / "atop" / "atop4_01_alliance.csv"

OTHER_DAY = {
    "anglo-portuguese-1386": "the data begin in 1815, and have the declaration of 1899",
    "anglo-japanese-1905": "one alliance with that of 1902 in the data",
    "anglo-japanese-1911": "one alliance with that of 1902 in the data",
    "anglo-polish-1939": "the data count from the communiqué of April 1939",
    "anglo-soviet-1942": "the data count from the agreement of July 1941",
    "au-common-defence-2005": "the data have another day in March 2005",
    "balkan-pact-1954": "the data count from the treaty of Ankara of 1953",
    "eu-teu-42-7": "the data count from the Treaty of Maastricht",
    "franco-russian-1894": "the data count from the exchange of letters",
    "greece-serbia-1913": "the data have the old calendar",
    "sadc-mutual-defence-2003": "the data count from the protocol of 2001",
    "union-state-1999": "the data count from the union of 1997",
}
"""Entries that count from another day than the data, with the reason."""


def test_nothing_is_in_force_before_it_is_signed_and_nobody_is_bound_after_the_end() -> None:
    for row in records("agreements.yaml"):
        signed = interval(row["signed"])[0]
        if "in_force" in row:
            assert interval(row["in_force"])[1] >= signed, row["id"]
        for party in row["parties"]:
            if "first" in party:
                assert interval(party["first"])[1] >= signed, row["id"]
            if "ended" in row:
                assert "until" in party, (row["id"], party["code"])
                assert interval(party["until"])[0] <= interval(row["ended"])[1], (row["id"], party["code"])


def test_agreements_are_signed_on_the_day_that_the_data_have() -> None:
    if not ATOP.exists():
        pytest.skip(f"{ATOP.name} is not there")
    with ATOP.open(encoding="utf-8") as file:
        data = {int(row["atopid"]): row for row in csv.DictReader(file)}
    compared = {row["id"]: row for row in records("agreements.yaml") if "atop" in row}
    assert len(compared) > 80
    for name, row in compared.items():
        known = data[row["atop"]]
        day = f"{known['begyr']}-{int(known['begmo']):02}-{int(known['begday']):02}"
        assert (row["signed"] != day) == (name in OTHER_DAY), (name, row["signed"], day)
