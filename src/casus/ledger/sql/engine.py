"""Opens the database of a ledger: the settings that its promises rest on, its mark, its layout brought up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from casus.errors import LedgerError
from casus.ledger.sql.layout import current_layout, newest_layout, upgrade
from casus.ledger.sql.tables import LAYOUT_TABLE

APPLICATION_ID = 0x63617375
"""Marks an SQLite file as a ledger: "casu" in ASCII."""

_SETTINGS = (
    "page_size=2048",  # of a new file. Each row of an index changes a page of its own: where pages are small, less is written
    "journal_mode=WAL",
    "synchronous=FULL",
    "wal_autocheckpoint=16000",  # pages, 32 MB: of the changes of a page the last one only is moved from the log into the file
    "foreign_keys=ON",
    "recursive_triggers=ON",  # so that REPLACE is refused as the deletion that it is
    "mmap_size=0",
    "cache_size=-65536",
)

BUSY_SECONDS = 30
"""So long a writer waits for another."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a ledger is kept: its URL, and how to name it in messages (without a password)."""

    url: URL
    name: str

    @property
    def path(self) -> Path | None:
        """The file, None where it is on a server or in memory."""
        if self.url.get_backend_name() != "sqlite" or self.url.database in (None, "", ":memory:"):
            return None
        return Path(str(self.url.database))


def place_of(told: str | Path) -> Place:
    """The place that a path or URL names. Raises LedgerError for a URL of a database that no ledger can be kept in."""
    given = str(told)
    if "://" not in given:
        return Place(URL.create("sqlite", database=given), given)
    try:
        url = make_url(given)
    except ArgumentError as error:
        raise LedgerError(f"{given.split('@')[-1]}: not a URL of a database ({error})") from error
    backend = url.get_backend_name()
    if backend == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    elif backend != "sqlite":
        raise LedgerError(
            f"{url.render_as_string()}: a ledger is kept in SQLite (a path) or PostgreSQL (postgresql://HOST/NAME), "
            f"not in {backend}"
        )
    return Place(url, url.render_as_string(hide_password=True))


def open_engine(place: Place, *, create: bool = True) -> Engine:
    """An engine on a ledger of the newest layout; an empty database becomes one where `create` allows it.

    Raises LedgerError where there is no ledger, where the database is something else or of a newer version, or can't be reached.
    """
    path = place.path
    if path is not None and not path.exists():
        if not create:
            raise LedgerError(f"{place.name}: there is no ledger; `casus keep FILE` makes one")
        if not path.parent.is_dir():
            raise LedgerError(f"{place.name}: the folder {path.parent} does not exist; make it first")
    if path is not None and path.is_dir():
        raise LedgerError(f"{place.name}: is a folder; name a file in it")
    try:
        engine = _engine(place)
        try:
            _check(engine, place)
            _upgrade(engine, place)
        except BaseException:
            engine.dispose()
            raise
    except SQLAlchemyError as error:
        raise LedgerError(f"{place.name}: {reason(error)}") from error
    except ImportError as error:
        raise LedgerError(f"{place.name}: PostgreSQL needs psycopg: pip install 'casus[postgresql]'") from error
    return engine


def _engine(place: Place) -> Engine:
    if place.url.get_backend_name() == "postgresql":
        engine = create_engine(place.url, isolation_level="REPEATABLE READ")

        @event.listens_for(engine, "connect")
        def _server_settings(connection: Any, _: object) -> None:  # noqa: ANN401 - a connection of the driver
            connection.execute(f"SET lock_timeout = '{BUSY_SECONDS}s'")
            # Not where a server is set to wait for more than its own disk.
            connection.execute(
                "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'"
            )
            connection.commit()

        return engine
    engine = create_engine(place.url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _settings(connection: Any, _: object) -> None:  # noqa: ANN401 - a connection of the driver
        connection.isolation_level = None  # transactions are begun by us: the driver would begin them late
        if _is_of_another(connection):
            return  # it will be refused; the settings would change it
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _is_of_another(connection: Any) -> bool:  # noqa: ANN401
    """Whether an SQLite file that is not empty lacks the mark of a ledger."""
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    return bool(mark != APPLICATION_ID and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection in the one transaction that may write, committed at the end. It sees all that was written before.

    On PostgreSQL a lock keeps other writers out. Under REPEATABLE READ, what the transaction sees would be fixed before the lock
    is there.
    """
    options: dict[str, Any] = {"writing": True}
    if engine.dialect.name == "postgresql":
        options["isolation_level"] = "READ COMMITTED"
    with engine.connect().execution_options(**options) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": APPLICATION_ID})
        yield connection


def _check(engine: Engine, place: Place) -> None:
    """Refuses what is a database of something else."""
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
        if not tables or LAYOUT_TABLE in tables:
            if engine.dialect.name == "sqlite" and tables:
                mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
                if mark != APPLICATION_ID:
                    raise LedgerError(f"{place.name}: is an SQLite file of another program; name another file")
            return
    raise LedgerError(f"{place.name}: is a database of something else (it has the table {min(tables)}); name an empty one")


def _upgrade(engine: Engine, place: Place) -> None:
    """Brings the layout up to date, in one transaction."""
    with engine.connect() as connection:
        layout = current_layout(connection)
    newest = newest_layout()
    if layout == newest:
        return
    if layout is not None and layout > newest:
        raise LedgerError(
            f"{place.name}: was written by a newer casus (layout {layout}, this one knows {newest}); install that version"
        )
    with writing(engine) as connection:  # whoever opens it at the same time waits, and finds nothing left to do
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        upgrade(connection)


def reason(error: Exception) -> str:
    """What a driver's error says, in one line."""
    origin = getattr(error, "orig", None) or error
    words = " ".join(str(origin).split())
    if "file is not a database" in words:
        return "is no SQLite file; name another file"
    if "unable to open database file" in words:
        return "can't be opened; check that the folder may be written to"
    if "readonly database" in words:
        return "may not be written to; check the rights of the file and its folder"
    if "database is locked" in words or "lock timeout" in words:
        return f"another writer took longer than {BUSY_SECONDS} seconds; try again"
    return words
