"""Backups that are made while others write, on both databases."""

from pathlib import Path
from threading import Event, Thread

import pytest
from ledger.conftest import NewLedger
from ledger.store.drafting import event, keep
from ledger.store.filled import faults

from casus.errors import LedgerError
from casus.ledger.backup import back_up
from casus.ledger.exchange import import_ledger
from casus.ledger.sql.store import SqlStore, open_store


def test_a_backup_is_whole_while_writing_goes_on(store: SqlStore, new_ledger: NewLedger, tmp_path: Path) -> None:
    stop, begun = Event(), Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            keep(store, *(event(f"N{number}-{part}", "country:RUR", "country:GRA") for part in range(3)))
            begun.set()
            number += 1

    writer = Thread(target=write)
    writer.start()
    begun.wait()
    paths = [tmp_path / f"backup-{number}" for number in range(3)]
    try:
        for path in paths:
            back_up(store, path)
    finally:
        stop.set()
        writer.join()
    before = 0
    for path in paths:
        if store.place.path:
            copy = open_store(path, create=False)
        else:
            copy = open_store(new_ledger())
            import_ledger(copy, path)
        kept = copy.since(0)
        assert kept == store.since(0)[: len(kept)]
        assert len(kept) % 3 == 0
        assert before <= len(kept) > 0
        assert faults(copy) == []
        before = len(kept)
        copy.close()
    with pytest.raises(LedgerError, match="is there already"):
        back_up(store, paths[0])
