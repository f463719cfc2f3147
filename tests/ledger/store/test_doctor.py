"""What the doctor says of the database under a ledger."""

from pathlib import Path

import pytest
from ledger.conftest import NewLedger
from ledger.store.drafting import Clock, event, keep
from ledger.store.filled import fill

from casus.ledger.doctor import _linked, examine
from casus.ledger.sql.store import SqlStore, open_store


def test_the_doctor_finds_a_sound_database_sound(store: SqlStore, clock: Clock) -> None:
    fill(store, clock)
    signs = {sign.what: sign for sign in examine(store)}
    assert signs["layout"].value == "0001"
    assert not any(sign.broken for sign in signs.values())
    if store.place.path:
        assert (signs["journal"].value, signs["synchronous"].value, signs["integrity"].value) == ("wal", "2", "ok")
    else:
        assert signs["PostgreSQL"].advice is None
        assert "power cut" in str(signs["fsync"].advice)


@pytest.mark.parametrize(
    ("version", "warned"),
    [((3, 6, 23), False), ((3, 7, 0), True), ((3, 40, 1), True), ((3, 51, 2), True), ((3, 51, 3), False), ((4, 0, 0), False)],
)
def test_the_doctor_warns_of_the_versions_that_may_break_a_file(version: tuple[int, ...], warned: bool) -> None:
    assert (_linked(version).advice is not None) == warned


def test_the_doctor_finds_a_damaged_file(new_sqlite: NewLedger) -> None:
    path = Path(new_sqlite())
    store = open_store(path)
    keep(store, *(event(f"N{number}", "country:RUR", "country:GRA") for number in range(300)))
    store.close()
    pages = bytearray(path.read_bytes())
    for start in range(len(pages) // 2, len(pages) - 4096, 4096):
        pages[start : start + 8] = bytes(255 - one for one in pages[start : start + 8])
    path.write_bytes(pages)
    store = open_store(path)
    integrity = next(sign for sign in examine(store) if sign.what == "integrity")
    assert integrity.broken
    assert "backup" in str(integrity.advice)
    store.close()
