"""Looks at the database under a ledger: which one it is, whether it may lose or break what is kept, and whether it is sound."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from casus.ledger.sql.layout import current_layout
from casus.ledger.sql.store import SqlStore

_WAL_BUG = ((3, 7, 0), (3, 51, 3))
"""SQLite from the first up to before the second may break a file in WAL mode when two processes write or checkpoint just as the
log begins anew: https://sqlite.org/wal.html, "The WAL-Reset Bug"."""

_OLDEST_POSTGRESQL = 150000


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that was looked at, what it is, and what to do about it where it is not as it should be (else None).

    `broken`: what is kept is damaged; else the advice is a precaution.
    """

    what: str
    value: str
    advice: str | None = None
    broken: bool = False


def examine(store: SqlStore) -> tuple[Sign, ...]:
    """What was found, one sign a thing. Raises LedgerError where the database can't be reached."""
    path = store.place.path
    with store.connection() as connection:
        own = _settings(connection) if path else _server(connection)
        layout = Sign("layout", str(current_layout(connection)))
    return (_linked(), *own, *_integrity(path), layout) if path else (*own, layout)


def _linked(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> Sign:
    first, mended = _WAL_BUG
    advice = None
    if first <= version < mended:
        advice = (
            "may break a ledger that several processes write to at once: let one write at a time, or use SQLite 3.51.3 or newer"
        )
    return Sign("SQLite", ".".join(map(str, version)), advice)


def _settings(connection: Connection) -> tuple[Sign, ...]:
    journal, sync = (str(connection.exec_driver_sql(f"PRAGMA {name}").scalar()) for name in ("journal_mode", "synchronous"))
    return (
        Sign("journal", journal, None if journal == "wal" else "readers wait for writers: move the file to a local disk"),
        Sign("synchronous", sync, None if sync == "2" else "a power cut may lose what was kept last"),
    )


def _integrity(path: Path) -> tuple[Sign, ...]:
    connection = sqlite3.connect(path)
    try:
        fault = str(connection.execute("PRAGMA integrity_check").fetchone()[0])
        missing = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as error:
        fault, missing = str(error), []
    finally:
        connection.close()
    fault = " ".join(fault.split())
    restore = "restore the last backup, or save what can be read: casus ledger export"
    return (
        Sign("integrity", fault, *((None, False) if fault == "ok" else (restore, True))),
        Sign("references", f"{len(missing)} missing" if missing else "ok", restore if missing else None, bool(missing)),
    )


def _server(connection: Connection) -> tuple[Sign, ...]:
    def asked(setting: str) -> str:
        return str(connection.exec_driver_sql(f"SHOW {setting}").scalar())

    old = int(asked("server_version_num")) < _OLDEST_POSTGRESQL
    found = [Sign("PostgreSQL", asked("server_version"), "casus is tested on 15 and newer: upgrade it" if old else None)]
    for setting in ("fsync", "full_page_writes", "synchronous_commit"):
        value = asked(setting)
        found.append(Sign(setting, value, f"a power cut may lose what was kept: set {setting} = on" if value == "off" else None))
    encoding = asked("server_encoding")
    found.append(Sign("encoding", encoding, None if encoding == "UTF8" else "not every text can be kept: use a database in UTF8"))
    return tuple(found)
