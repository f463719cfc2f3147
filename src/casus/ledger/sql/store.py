"""A ledger on SQLite or PostgreSQL: the store that `contract.py` describes."""

import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import SQLAlchemyError

from casus.errors import LedgerError, StaleError
from casus.ledger.contract import Change, Entry, Kept, KeptReading, KeptReport, Query
from casus.ledger.record import Record
from casus.ledger.sql.admit import admitted
from casus.ledger.sql.engine import Place, open_engine, place_of, reason, writing
from casus.ledger.sql.entries import all_entries, append_all, misfiled
from casus.ledger.sql.keepable import check_asked, check_change, check_query
from casus.ledger.sql.rows import instant_of, legible, microseconds, record_of, report_of, unpacked
from casus.ledger.sql.select import counted, selected
from casus.ledger.sql.tables import readings, records, report_keys, reports
from casus.ledger.sql.write import write_reading, write_records, write_report

_LEAST_PREFIX = 4
_CANDIDATES = 5
# By their order and not by the greatest, which would be looked for in the texts of all reports.
_LATEST = (
    select(records.c.recorded_at).order_by(records.c.sequence.desc()).limit(1),
    select(reports.c.kept_at).order_by(reports.c.number.desc()).limit(1),
)
Clock = Callable[[], datetime]


def now() -> datetime:
    """The time by the machine's clock, in UTC."""
    return datetime.now(UTC)


def open_store(told: str | Path, *, create: bool = True, clock: Clock = now) -> "SqlStore":
    """The store at a path or URL; an empty place becomes one where `create` allows it. `clock` gives aware instants.

    Raises LedgerError where it can't be opened (see engine.py).
    """
    place = place_of(told)
    return SqlStore(open_engine(place, create=create), place, clock)


class SqlStore:
    """See `contract.Store`."""

    def __init__(self, engine: Engine, place: Place, clock: Clock = now) -> None:
        """On an engine that `open_engine` gave."""
        self.engine, self.place = engine, place
        self._clock = clock
        self._closed = threading.Event()

    # Writing

    def write(self, change: Change) -> Kept:
        """Write a change whole or not at all."""
        check_change(change)
        with self.connection(to_write=True) as connection:
            start = (connection.scalar(select(func.max(records.c.sequence))) or 0) + 1
            if change.decided_at is not None and change.decided_at != start - 1:
                raise StaleError(f"{self.place.name}: was written to meanwhile; read it again")
            at = max(microseconds(self._clock()), self._last_instant(connection))
            if change.report is not None:
                write_report(connection, change.report, at)
            if change.reading is not None:
                write_reading(connection, change.reading, at)
            fresh = admitted(connection, change)
            write_records(connection, [(draft, number, at) for number, draft in enumerate(fresh, start)])
            written = tuple(
                Record(draft=draft, sequence=number, recorded_at=instant_of(at)) for number, draft in enumerate(fresh, start)
            )
        return Kept(written, len(change.drafts) - len(fresh))

    def _last_instant(self, connection: Connection) -> int:
        return max(connection.scalar(latest) or 0 for latest in _LATEST)

    # Asking

    def records(self, query: Query) -> tuple[Record, ...]:
        """The records that fit, each fact's last one only."""
        check_query(query)
        with self.connection() as connection:
            return self._rows(connection, selected(query, self._known(connection, query.known_at)))

    def count(self, query: Query) -> int:
        """How many records fit."""
        check_query(query)
        with self.connection() as connection:
            return int(connection.scalar(counted(query, self._known(connection, query.known_at))) or 0)

    def record(self, prefix: str) -> Record:
        """The record, or the last record of the fact, whose id begins so."""
        _check_prefix(prefix)
        with self.connection() as connection:
            found = self._rows(connection, select(records).where(_begins(records.c.id, prefix)).limit(_CANDIDATES))
            facts = connection.scalars(
                select(records.c.fact).where(_begins(records.c.fact, prefix)).distinct().limit(_CANDIDATES)
            ).all()
            if len(facts) == 1 and all(one.fact == facts[0] for one in found):
                last = select(records).where(records.c.fact == facts[0]).order_by(records.c.sequence.desc()).limit(1)
                return self._rows(connection, last)[0]
        candidates = dict.fromkeys([*(one.id for one in found), *facts])
        if len(candidates) == 1:
            return found[0]
        raise _not_one("record", prefix, candidates)

    def history(self, fact: str) -> tuple[Record, ...]:
        """All records of a fact, the first one first."""
        check_asked(fact)
        with self.connection() as connection:
            return self._rows(connection, select(records).where(records.c.fact == fact).order_by(records.c.sequence))

    def since(self, sequence: int, limit: int | None = None) -> tuple[Record, ...]:
        """Records after a place in the order of writing."""
        statement = select(records).where(records.c.sequence > sequence).order_by(records.c.sequence)
        with self.connection() as connection:
            return self._rows(connection, statement if limit is None else statement.limit(limit))

    def sequence_at(self, instant: datetime | None = None) -> int:
        """The sequence of the last record written at an instant, or ever, or before."""
        with self.connection() as connection:
            last = self._known(connection, instant)
            return (connection.scalar(select(func.max(records.c.sequence))) or 0) if last is None else last

    def report(self, prefix: str) -> KeptReport:
        """The report whose id begins so."""
        _check_prefix(prefix)
        found = self._reports(select(reports).where(_begins(reports.c.id, prefix)).limit(_CANDIDATES))
        if len(found) == 1:
            return found[0]
        raise _not_one("report", prefix, [one.id for one in found])

    def reports(self, limit: int | None = None, after: str | None = None) -> tuple[KeptReport, ...]:
        """Reports in the order of keeping."""
        check_asked(after)
        statement = select(reports).order_by(reports.c.number)
        if after is not None:
            place = select(reports.c.number).where(reports.c.id == after).scalar_subquery()
            statement = statement.where(reports.c.number > place)
        return self._reports(statement if limit is None else statement.limit(limit))

    def reports_with(self, keys: Sequence[str]) -> tuple[KeptReport, ...]:
        """Reports that have one of the keys."""
        check_asked(keys)
        if not keys:
            return ()
        own = select(report_keys.c.report).where(report_keys.c.key.in_(keys))
        return self._reports(select(reports).where(reports.c.id.in_(own)).order_by(reports.c.number))

    def reading(self, report: str) -> KeptReading:
        """The last reading of a report."""
        check_asked(report)
        statement = select(readings).where(readings.c.report == report).order_by(readings.c.number.desc()).limit(1)
        with self.connection() as connection:
            row = connection.execute(statement).mappings().first()
        if row is None:
            raise LedgerError(f"{self.place.name}: no reading of report {report[:12]} is kept")
        with legible(f"reading of report {report[:12]}"):
            return KeptReading(row["report"], row["extractor"], unpacked(row["body"]))

    def content_hash(self) -> str:
        """SHA-256 over all that was written but the instants."""
        total = hashlib.sha256()
        with self.connection() as connection:
            for column in (reports.c.id, records.c.id):
                for value in connection.scalars(select(column).order_by(column)):
                    total.update(value.encode())
            own = select(readings.c.report, readings.c.extractor, readings.c.content)
            for row in connection.execute(own.order_by(readings.c.report, readings.c.number)):
                total.update("".join(row).encode())
        return total.hexdigest()

    def entries(self) -> Iterator[Entry]:
        """All that is kept, as it was at one moment."""
        with self.connection() as connection:
            yield from all_entries(connection)

    def append(self, entries: Iterable[Entry]) -> None:
        """Write all entries of another ledger into this empty one."""
        with self.connection(to_write=True) as connection:
            if connection.scalar(select(func.count()).select_from(reports)) or self._last_instant(connection):
                raise LedgerError(f"{self.place.name}: is not empty; name a new ledger")
            append_all(connection, entries)

    def misfiled(self) -> Iterator[str]:
        """The ids of records that aren't found by just what they say."""
        with self.connection() as connection:
            yield from misfiled(connection)

    def close(self) -> None:
        """Let go of the database."""
        self._closed.set()
        self.engine.dispose()

    # Both

    def _known(self, connection: Connection, instant: datetime | None) -> int | None:
        """The last sequence that was known at an instant; None for no instant."""
        if instant is None:
            return None
        if instant.tzinfo is None:
            raise LedgerError(f"{instant}: an instant needs its time zone")
        known = select(records.c.sequence).where(records.c.recorded_at <= microseconds(instant))
        return connection.scalar(known.order_by(records.c.recorded_at.desc(), records.c.sequence.desc()).limit(1)) or 0

    @staticmethod
    def _rows(connection: Connection, statement: Any) -> tuple[Record, ...]:  # noqa: ANN401 - a Select of any columns
        found = []
        for row in connection.execute(statement).mappings():
            with legible(f"record {row['id'][:12]}"):
                found.append(record_of(row))
        return tuple(found)

    def _reports(self, statement: Any) -> tuple[KeptReport, ...]:  # noqa: ANN401
        with self.connection() as connection:
            rows = connection.execute(statement).mappings().all()
            keys: dict[str, list[str]] = {}
            for ids in _chunks([row["id"] for row in rows]):
                own = select(report_keys).where(report_keys.c.report.in_(ids)).order_by(report_keys.c.key)
                for key, report in connection.execute(own):
                    keys.setdefault(report, []).append(key)
        found = []
        for row in rows:
            with legible(f"report {row['id'][:12]}"):
                found.append(report_of(row, keys.get(row["id"], ())))
        return tuple(found)

    @contextmanager
    def connection(self, *, to_write: bool = False) -> Iterator[Connection]:
        """A connection in one transaction, committed at the end. What the database complains of becomes a LedgerError."""
        if self._closed.is_set():
            raise LedgerError(f"{self.place.name}: the ledger is closed")
        try:
            with writing(self.engine) if to_write else self.engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise LedgerError(f"{self.place.name}: {reason(error)}") from error


def _begins(column: Any, prefix: str) -> Any:  # noqa: ANN401
    return (column >= prefix) & (column < prefix + "g")  # ids are of 0 to 9 and a to f


def _check_prefix(prefix: str) -> None:
    if len(prefix) < _LEAST_PREFIX or not set(prefix) <= set("0123456789abcdef"):
        raise LedgerError(f"{prefix}: not the beginning of an id (four or more of 0-9 a-f)")


def _not_one(what: str, prefix: str, found: Iterable[str]) -> LedgerError:
    ids = ", ".join(one[:16] for one in found)
    return LedgerError(f"{prefix}: several {what}s begin so: {ids}; give more of it" if ids else f"{prefix}: no {what} begins so")


def _chunks(values: Sequence[str]) -> Iterator[Sequence[str]]:
    return (values[start : start + 500] for start in range(0, len(values), 500))
