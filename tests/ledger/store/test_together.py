"""Two who write and four who read at once, on both databases: nothing is lost and nobody meets an error."""

import os

from ledger.conftest import NewLedger
from ledger.store.drafting import event, keep

from benchmarks.ledger_crowd import crowd
from casus.ledger.contract import Query
from casus.ledger.sql.store import open_store

SECONDS = float(os.environ.get("CASUS_SECONDS", "3"))


def test_two_write_while_four_read(new_ledger: NewLedger) -> None:
    outcome = crowd(new_ledger(), SECONDS)
    assert outcome.errors == ()
    assert outcome.lost == 0
    assert all(outcome.written)
    assert all(outcome.answers)


def test_a_reader_in_the_midst_sees_whole_changes_only(new_ledger: NewLedger) -> None:
    url = new_ledger()
    writer, reader = open_store(url), open_store(url)
    for number in range(20):
        keep(writer, *(event(f"N{number}-{part}") for part in range(5)))
        assert reader.count(Query()) == 5 * (number + 1)
    writer.close()
    reader.close()
