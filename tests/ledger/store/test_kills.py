"""A process that keeps is killed at random points: what it said was kept is there whole, and a rerun comes to the same ledger."""

import os
from pathlib import Path

import pytest
from ledger.conftest import NewLedger

from benchmarks.ledger_kills import change_of, damage, kill_often, unbroken
from benchmarks.postgresql import Server
from casus.ledger.contract import Change
from casus.ledger.sql.store import open_store

QUICK = 30
SQLITE, POSTGRESQL = (int(number) for number in os.environ.get("CASUS_KILLS", "8,3").split(","))


def test_kills_on_sqlite(tmp_path: Path) -> None:
    numbers = iter(range(10**6))
    found = kill_often(lambda: str(tmp_path / f"ledger-{next(numbers)}.sqlite"), SQLITE, changes=QUICK)
    assert found.faults == ()
    assert found.kills == SQLITE
    assert found.acknowledged > 0


@pytest.mark.usefixtures("server")
def test_kills_of_the_writer_and_of_the_server_on_postgresql() -> None:
    with Server() as safe:  # one that syncs to the disk, since it is killed itself
        found = kill_often(safe.database, POSTGRESQL, crash=safe.crash, changes=QUICK)
    assert found.faults == ()
    assert found.kills == POSTGRESQL


def test_half_a_change_and_a_lost_one_would_be_noticed(new_sqlite: NewLedger) -> None:
    url = new_sqlite()
    unbroken(url, QUICK)
    assert list(damage(url, QUICK, QUICK)) == []
    half, url = change_of(1), new_sqlite()
    store = open_store(url)
    store.write(change_of(0))
    store.write(Change(half.report, half.reading, half.drafts[:3]))
    store.close()
    assert list(damage(url, 1)) == ["of change 1 there are 3 records", "there are 9 records"]
    assert "change 1 was kept, and is not there whole" in list(damage(url, 2))
