"""A new, empty ledger on each database in turn, whose clock goes on by a minute with every write."""

from collections.abc import Iterator

import pytest
from ledger.conftest import NewLedger
from ledger.store.drafting import Clock

from casus.ledger.sql.store import SqlStore, open_store


@pytest.fixture
def clock() -> Clock:
    """The clock of `store`, which tests set."""
    return Clock()


@pytest.fixture
def store(new_ledger: NewLedger, clock: Clock) -> Iterator[SqlStore]:
    """An empty ledger."""
    opened = open_store(new_ledger(), clock=clock)
    yield opened
    opened.close()
