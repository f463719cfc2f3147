"""Ledgers that are carried elsewhere as JSON Lines, from and to both databases."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from ledger.conftest import NewLedger
from ledger.store.drafting import Clock, keep, report, scripts
from ledger.store.filled import everything, faults, fill
from ledger.store.test_laws import EXAMPLES, Pair, ledgers

from casus.errors import LedgerError
from casus.ledger.exchange import Counts, export_ledger, import_ledger
from casus.ledger.sql.store import SqlStore, open_store


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


@settings(ledgers, max_examples=max(1, EXAMPLES // 3))
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
