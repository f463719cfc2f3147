"""Ledgers that are carried elsewhere, backed up, checked and looked at by the doctor, on both databases."""

import json
import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from threading import Event, Thread

import pytest
from hypothesis import given
from ledger.conftest import NewLedger
from ledger.store.drafting import Clock, after, between, event, keep, on, party, quote, report, scripts
from ledger.store.test_laws import Pair, ledgers
from sqlalchemy import text

from casus.errors import LedgerError
from casus.ledger.backup import back_up
from casus.ledger.contract import Change, KeptReading, Query
from casus.ledger.doctor import _linked, examine
from casus.ledger.exchange import Counts, export_ledger, import_ledger
from casus.ledger.record import Bound, ReportSource, Valid, retraction
from casus.ledger.sql.store import SqlStore, open_store
from casus.ledger.verify import verify


def fill(store: SqlStore, clock: Clock) -> None:
    """Some of everything, the clock going back in the midst."""
    told = report(
        title="Ein Pakt\u2028", first=date(2024, 7, 2), signature=b"\0\xff\n", keys=("band:2", "band:1"), outlet="media:post"
    )
    source = ReportSource(told.id, (quote("signed a pact"), quote("on Tuesday", role="cue")))
    drafts = (event("AGREE", "country:RUR", "country:GRA", when=on("2024-07-02", "2024-07-03"), source=source), event("ÄGREE"))
    (first, _) = store.write(Change(told, KeptReading(told.id, "casus-reader 1", '{"a": "é"}'), drafts)).records
    clock.time -= timedelta(days=3)
    store.write(Change(told, KeptReading(told.id, "casus-reader 2", "{}")))
    (newer,) = keep(store, after(first, confidence=0.1 + 0.2, why="misread"))
    keep(store, told=report("Another report."))
    keep(store, retraction(newer, "a hoax"))
    year = Bound(date(1999, 1, 1), date(1999, 12, 31))
    (old,) = keep(store, party("pact", "country:RUR", Valid(year, None)), told=report("A third one."))
    # One change in which the order of writing has an overlap that its end has not.
    keep(store, party("pact", "country:RUR", between("2010-01-01", None)), after(old, valid=between("1999-01-01", "2009-12-31")))


def everything(store: SqlStore) -> tuple[object, ...]:
    return store.content_hash(), list(store.entries()), store.reports(), store.records(Query(retracted=True))


def faults(store: SqlStore) -> list[str]:
    return [f"{found.id[:8]}: {found.fault}" for found in verify(store)]


def test_a_ledger_goes_to_the_other_database_and_back(new_sqlite: NewLedger, new_postgresql: NewLedger, tmp_path: Path) -> None:
    clock = Clock()
    stores = [open_store(new_sqlite(), clock=clock), open_store(new_postgresql()), open_store(new_sqlite())]
    fill(stores[0], clock)
    for number, (source, target) in enumerate(pairwise(stores)):
        path = tmp_path / f"export-{number}.jsonl"
        assert export_ledger(source, path) == import_ledger(target, path) == Counts(3, 2, 7)
        assert everything(source) == everything(target)
        assert faults(target) == []
    assert (tmp_path / "export-0.jsonl").read_bytes() == (tmp_path / "export-1.jsonl").read_bytes()
    assert list(tmp_path.glob("*.part")) == []
    for store in stores:
        store.close()


@ledgers
@given(script=scripts)
def test_any_history_is_carried_whole(new_ledger: NewLedger, tmp_path_factory: pytest.TempPathFactory, script: list) -> None:  # type: ignore[type-arg]
    pair, target = Pair(new_ledger()), open_store(new_ledger())
    for step in script:
        pair.run(step)
    path = tmp_path_factory.mktemp("export") / "ledger.jsonl"
    export_ledger(pair.store, path)
    import_ledger(target, path)
    assert everything(target) == everything(pair.store)
    assert faults(pair.store) == faults(target) == []
    pair.store.close()
    target.close()


def lines_of(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda lines: lines[:-1], "not whole"),
        (lambda lines: lines[:4], "not whole"),
        (lambda _: [], "not whole"),
        (lambda lines: [*lines[:-1], lines[-1][:20]], "no line of an export"),
        (lambda lines: [line.replace(b"hoax", b"joke") for line in lines], "was changed"),
        (lambda lines: [*lines[:3], *lines[4:]], "was changed"),
        (lambda lines: [*lines, lines[1]], "after the end"),
        (lambda lines: [b'{"casus-ledger":2}\n', *lines[1:]], "no export"),
        (lambda lines: lines[1:], "no export"),
        (lambda lines: [lines[0], b"[1, 2]\n", *lines[1:]], ":2: is no line"),
        (lambda lines: [lines[0], b'{"stamp":{}}\n', *lines[1:]], ":2: 'stamp' is none of"),
        (lambda lines: [lines[0], b"\xff\xfe\n", *lines[1:]], ":2: is no line"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(
    store: SqlStore, clock: Clock, new_ledger: NewLedger, tmp_path: Path, spoil: Callable[[list[bytes]], list[bytes]], said: str
) -> None:
    fill(store, clock)
    path = tmp_path / "ledger.jsonl"
    export_ledger(store, path)
    path.write_bytes(b"".join(spoil(lines_of(path))))
    target = open_store(new_ledger())
    with pytest.raises(LedgerError, match=said):
        import_ledger(target, path)
    assert (target.reports(), target.since(0)) == ((), ())
    target.close()


def forged(lines: list[bytes]) -> bytes:
    """Lines whose last one fits what stands before it."""
    import hashlib

    body = b"".join(lines[:-1])
    end = json.loads(lines[-1])["end"] | {"sha256": hashlib.sha256(body).hexdigest()}
    return body + json.dumps({"end": end}).encode() + b"\n"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'"why":"a hoax"', b'"why":"a joke"', "its id is not that of its content"),
        (b"Another report", b"Another rapport", "SHA-256"),
        (b'"sequence":4', b'"sequence":5', "is number 5, not 4"),
        (b'"retracted":false', b'"recanted":false', "is no record"),
    ],
)
def test_a_file_that_was_forged_is_refused_whole(
    store: SqlStore, clock: Clock, new_ledger: NewLedger, tmp_path: Path, old: bytes, new: bytes, said: str
) -> None:
    fill(store, clock)
    path = tmp_path / "ledger.jsonl"
    export_ledger(store, path)
    path.write_bytes(forged([line.replace(old, new) for line in lines_of(path)]))
    target = open_store(new_ledger())
    with pytest.raises(LedgerError, match=said):
        import_ledger(target, path)
    assert (target.reports(), target.since(0)) == ((), ())
    target.close()


def test_an_import_needs_an_empty_ledger_and_a_file(store: SqlStore, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="can't be read"):
        import_ledger(store, tmp_path / "none.jsonl")
    keep(store, told=report())
    export_ledger(store, tmp_path / "ledger.jsonl")
    with pytest.raises(LedgerError, match="not empty"):
        import_ledger(store, tmp_path / "ledger.jsonl")
    with pytest.raises(LedgerError, match="can't be written"):
        export_ledger(store, tmp_path / "gone" / "ledger.jsonl")


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


def test_a_sound_ledger_has_nothing_to_find(store: SqlStore, clock: Clock) -> None:
    fill(store, clock)
    looked: list[int] = []
    assert list(verify(store, looked.append)) == []
    assert looked == list(range(1, 13))


DAMAGE = {
    "UPDATE reports SET text = text || ' ' WHERE title IS NOT NULL": "its id is not that of its text",
    "UPDATE reports SET text = 'x' || text WHERE title IS NOT NULL": "are not 'signed a pact'",
    "UPDATE records SET confidence = 0.75 WHERE sequence = 2": "its id is not that of its content",
    "UPDATE records SET body = '{' WHERE sequence = 2": "can't be read",
    "UPDATE records SET type = 'FIGHT' WHERE sequence = 1": "is not found by just what it says",
    "UPDATE records SET day = '2020-01-01' WHERE sequence = 1": "is not found by just what it says",
    "UPDATE records SET supersedes = fact WHERE sequence = 4": "not the last record of its fact",
    "UPDATE records SET recorded_at = 1 WHERE sequence = 4": "was recorded before the one that stands before it",
    "UPDATE records SET sequence = 99 WHERE sequence = 2": "is number 3 after 1",
    "UPDATE records SET last_latest = NULL, last_earliest = NULL WHERE sequence = 7": "holds on",
    "DELETE FROM record_entities WHERE entity = 'country:RUR' AND sequence = 1": "is not found by just what it says",
    "DELETE FROM record_pairs WHERE sequence = 4": "is not found by just what it says",
    "UPDATE readings SET body = content_of_nothing": "can't be read",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_found_and_named_and_the_rest_is_looked_at(store: SqlStore, clock: Clock, damage: str) -> None:
    fill(store, clock)
    statement = damage.replace("content_of_nothing", "X'00' WHERE number = 2" if store.place.path else "'\\x00' WHERE number = 2")
    _damage(store, statement)
    found = faults(store)
    assert any(DAMAGE[damage] in fault for fault in found), found


def _damage(store: SqlStore, statement: str) -> None:
    """Changes what nobody may change, past the triggers and the references."""
    if store.place.path:
        with sqlite3.connect(store.place.path) as connection:
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                connection.execute(f"DROP TRIGGER {name}")
            connection.execute(statement)
        connection.close()
        return
    with store.engine.begin() as server:
        server.execute(text("SET LOCAL session_replication_role = replica"))
        server.execute(text(statement))


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
