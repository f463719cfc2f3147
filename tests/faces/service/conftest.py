"""Services of new ledgers on each database, asked in the same process."""

from collections.abc import Iterator

import pytest
from faces.service.asking import Service, serving
from faces.service.contract_answers import READINGS
from ledger.conftest import NewLedger, empty_database, empty_file, new_ledger, new_postgresql, new_sqlite, server

from casus.ledger.ledger import Ledger
from casus.reading.contract import loads

__all__ = ["NewLedger", "empty_database", "empty_file", "new_ledger", "new_postgresql", "new_sqlite", "server"]


@pytest.fixture
def service(new_ledger: NewLedger) -> Iterator[Service]:
    """A service of a new ledger with the reference facts, on each database in turn."""
    with serving(new_ledger()) as running:
        yield running


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service of a ledger that keeps two reports, on SQLite: to ask, not to write."""
    with serving(str(tmp_path_factory.mktemp("served") / "ledger.sqlite"), keep=True) as running:
        yield running


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service of a ledger that keeps the reports of the contract's files."""
    path = str(tmp_path_factory.mktemp("told") / "ledger.sqlite")
    with serving(path) as running, Ledger.open(path) as kept:
        for line in READINGS.read_text("utf-8").splitlines():
            kept.keep(loads(line))
        yield running
