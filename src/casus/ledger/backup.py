"""A copy of a ledger that is whole, made while others go on writing: a file for SQLite, an export for PostgreSQL."""

import os
import sqlite3
from pathlib import Path

from casus.errors import LedgerError
from casus.ledger.exchange import Progress, export_ledger
from casus.ledger.sql.store import SqlStore

_PAGES = 4096
"""Copied at once; between, writers get their turn."""


def back_up(store: SqlStore, path: Path, progress: Progress = lambda _: None) -> None:
    """Copy a ledger into a new file: one of SQLite, which is opened like the ledger itself, or from PostgreSQL an export
    (exchange.py), which is imported into an empty ledger. `progress` is told how many pages or things are done.

    The file is there whole or not at all. Raises LedgerError where it is there already or can't be written.
    """
    if path.exists():
        raise LedgerError(f"{path}: is there already; name a new file")
    own = store.place.path
    if own is None:
        export_ledger(store, path, progress)
        return
    part = path.with_name(f"{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        _copy(own, part, progress)
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(path)
    except (sqlite3.Error, OSError) as error:
        raise LedgerError(f"{path}: can't be written ({error})") from error
    finally:
        part.unlink(missing_ok=True)


def _copy(own: Path, part: Path, progress: Progress) -> None:
    source, target = sqlite3.connect(own), sqlite3.connect(part)
    try:
        # All pages in one step are those of one moment: in steps, each write of another process would begin the copy anew.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        source.backup(target, pages=_PAGES, progress=lambda _, left, total: progress(total - left))
        target.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
        broken = target.execute("PRAGMA integrity_check").fetchone()[0]
        if broken != "ok":
            raise sqlite3.DatabaseError(f"the copy is broken: {broken}")
    finally:
        target.close()
        source.close()
