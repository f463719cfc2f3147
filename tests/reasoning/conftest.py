"""Ledgers with the reference facts, on each database: one for all tests that only ask, new ones for those that write."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger.conftest import DATABASES, NewLedger, empty_database, empty_file, new_ledger, new_postgresql, new_sqlite, server

from benchmarks.postgresql import Server
from casus.ledger.ledger import Ledger

__all__ = ["NewLedger", "empty_database", "empty_file", "new_ledger", "new_postgresql", "new_sqlite", "server"]


@pytest.fixture(scope="session")
def world_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger in a file with the reference facts."""
    path: Path = tmp_path_factory.mktemp("world") / "ledger.sqlite"
    with Ledger.open(path) as ledger:
        yield ledger


@pytest.fixture(scope="session")
def world_postgresql(server: Server) -> Iterator[Ledger]:
    """A ledger on the server with the reference facts."""
    url = server.database()
    with Ledger.open(url) as ledger:
        yield ledger
    server.drop(url)


@pytest.fixture(scope="session", params=DATABASES)
def world(request: pytest.FixtureRequest) -> Ledger:
    """The reference facts on each database in turn: to ask, not to write."""
    ledger: Ledger = request.getfixturevalue(f"world_{request.param}")
    return ledger
