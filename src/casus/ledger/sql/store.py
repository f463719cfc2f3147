"""A ledger on SQLite or PostgreSQL: the store that `contract.py` describes."""

import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, false, func, select
from sqlalchemy.exc import SQLAlchemyError

from casus.errors import LedgerError, NotKeptError, StaleError
from casus.ledger.contract import Change, Entry, Kept, KeptReading, KeptReport, Line, Query, ReportLine
from casus.ledger.record import Record
from casus.ledger.sql.admit import admitted
from casus.ledger.sql.engine import Place, open_engine, place_of, reason, writing
from casus.ledger.sql.entries import all_entries, append_all, misfiled, reading_of
from casus.ledger.sql.keepable import check_asked, check_change, check_query
from casus.ledger.sql.lines import entities_named, record_lines, record_rows_at, report_lines, sequences_of
from casus.ledger.sql.rows import digest, instant_of, legible, microseconds, record_of, report_of
from casus.ledger.sql.select import counted, found, of_facts, record_rows
from casus.ledger.sql.tables import readings, records, report_keys, reports
from casus.ledger.sql.ways import named
from casus.ledger.sql.write import Writing, entity_numbers

_LEAST_PREFIX = 4
_CANDIDATES = 5
_MOST_NUMBERS = 200_000
_STREAMED = {"yield_per": 10_000}
_PLACES = reports.alias("places")
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
        self._driver_error: type[Exception] = engine.dialect.loaded_dbapi.Error  # rows that are written at once raise it as it is
        self._numbers: dict[str, int] = {}
        """Of entities, which never change."""

    # Writing

    def write(self, change: Change) -> Kept:
        """Write a change whole or not at all."""
        check_change(change)
        with self._writing() as writing:
            before = writing.sequence
            if change.decided_at is not None and change.decided_at != before:
                raise StaleError(f"{self.place.name}: was written to meanwhile; read it again")
            at = max(microseconds(self._clock()), writing.last_instant)
            if change.report is not None:
                writing.report(change.report, at)
            if change.reading is not None:
                writing.reading(change.reading, at)
            fresh = admitted(writing.connection, change)
            writing.records([(draft, at) for draft in fresh])
        then = instant_of(at)
        written = [Record(draft=draft, sequence=number, recorded_at=then) for number, draft in enumerate(fresh, before + 1)]
        return Kept(tuple(written), len(change.drafts) - len(fresh))

    # Asking

    def records(self, query: Query) -> tuple[Record, ...]:
        """The records that fit, each fact's last one only."""
        check_query(query)
        with self.connection() as connection:
            known, numbers = self._known(connection, query.known_at), self._numbers_of(connection, named(query))
            return _read(found(connection, query, known, numbers))

    def count(self, query: Query) -> int:
        """How many records fit."""
        check_query(query)
        with self.connection() as connection:
            known, numbers = self._known(connection, query.known_at), self._numbers_of(connection, named(query))
            return int(connection.scalar(counted(query, known, numbers)) or 0)

    def record(self, prefix: str) -> Record:
        """The record, or the last record of the fact, whose id begins so."""
        _check_prefix(prefix)
        with self.connection() as connection:
            begun = self._rows(connection, record_rows().where(_begins(records.c.id, prefix)).limit(_CANDIDATES))
            facts = {one.id for one in begun if one.draft.fact is None}
            if len(facts) == 1 and all(one.fact in facts for one in begun):
                # All of them, which are few: asked for the last one, PostgreSQL would look from the end of the ledger on.
                return self._rows(connection, record_rows().where(of_facts([*facts])).order_by(records.c.sequence))[-1]
        if len(begun) == 1:
            return begun[0]
        raise _not_one("record", prefix, [one.id for one in begun])

    def history(self, fact: str) -> tuple[Record, ...]:
        """All records of a fact, the first one first."""
        check_asked(fact)
        with self.connection() as connection:
            return self._rows(connection, record_rows().where(of_facts([fact])).order_by(records.c.sequence))

    def since(self, sequence: int, limit: int | None = None) -> tuple[Record, ...]:
        """Records after a place in the order of writing."""
        statement = record_rows().where(records.c.sequence > sequence).order_by(records.c.sequence)
        with self.connection() as connection:
            return self._rows(connection, statement if limit is None else statement.limit(limit))

    def sequence_at(self, instant: datetime | None = None) -> int:
        """The sequence of the last record written at an instant, or ever, or before."""
        with self.connection() as connection:
            last = self._known(connection, instant)
            return (connection.scalar(select(func.max(records.c.sequence))) or 0) if last is None else last

    def lines(self, after: int) -> Iterator[Line]:
        """What is counted of the records after a place in the order of writing."""
        with self.connection() as connection:
            yield from record_lines(connection, after)

    def report_lines(self, after: int) -> tuple[ReportLine, ...]:
        """What is counted of the reports after a number."""
        with self.connection() as connection:
            return tuple(report_lines(connection, after))

    def sequences(self, ids: Sequence[str]) -> dict[str, int]:
        """The places of records by their ids."""
        check_asked(ids)
        with self.connection() as connection:
            return sequences_of(connection, ids)

    def entities(self, beginning: str, limit: int) -> tuple[str, ...]:
        """The ids of entities that begin so."""
        check_asked(beginning)
        with self.connection() as connection:
            return entities_named(connection, beginning, limit)

    def at(self, sequences: Sequence[int]) -> dict[int, Record]:
        """Records by their places."""
        with self.connection() as connection:
            return {record.sequence: record for record in _read(record_rows_at(connection, sequences))}

    def report(self, prefix: str) -> KeptReport:
        """The report whose id begins so."""
        _check_prefix(prefix)
        begun = self._reports(select(reports).where(_begins(reports.c.id, prefix)).limit(_CANDIDATES))
        if len(begun) == 1:
            return begun[0]
        raise _not_one("report", prefix, [one.id for one in begun])

    def reports(self, limit: int | None = None, after: str | None = None) -> tuple[KeptReport, ...]:
        """Reports in the order of keeping."""
        check_asked(after)
        statement = select(reports).order_by(reports.c.number)
        if after is not None:
            place = select(_PLACES.c.number).where(_PLACES.c.id == digest(after)).scalar_subquery()
            statement = statement.where(reports.c.number > place)
        return self._reports(statement if limit is None else statement.limit(limit))

    def reports_with(self, keys: Sequence[str]) -> tuple[KeptReport, ...]:
        """Reports that have one of the keys."""
        check_asked(keys)
        if not keys:
            return ()
        own = select(report_keys.c.report).where(report_keys.c.key.in_(keys))
        return self._reports(select(reports).where(reports.c.number.in_(own)).order_by(reports.c.number))

    def reading(self, report: str) -> KeptReading:
        """The last reading of a report."""
        check_asked(report)
        told = select(readings, reports.c.id.label("told")).join(reports).where(reports.c.id == digest(report))
        with self.connection() as connection:
            row = connection.execute(told.order_by(readings.c.number.desc()).limit(1)).first()
        if row is None:
            raise NotKeptError(f"{self.place.name}: no reading of report {report[:12]} is kept")
        with legible(f"reading of report {report[:12]}"):
            return reading_of(row)

    def content_hash(self) -> str:
        """SHA-256 over all that was written but the instants."""
        total = hashlib.sha256()
        with self.connection() as connection:
            for column in (reports.c.id, records.c.id):
                for value in connection.scalars(select(column).order_by(column), execution_options=_STREAMED):
                    total.update(value.hex().encode())
            own = select(reports.c.id, readings.c.extractor, readings.c.content).join_from(readings, reports)
            for row in connection.execute(own.order_by(reports.c.id, readings.c.number), execution_options=_STREAMED):
                total.update(f"{row.id.hex()}{row.extractor}{row.content.hex()}".encode())
        return total.hexdigest()

    def entries(self) -> Iterator[Entry]:
        """All that is kept, as it was at one moment."""
        with self.connection() as connection:
            yield from all_entries(connection)

    def append(self, entries: Iterable[Entry]) -> None:
        """Write all entries of another ledger into this empty one."""
        with self._writing() as writing:
            if writing.last_instant:
                raise LedgerError(f"{self.place.name}: is not empty; name a new ledger")
            append_all(writing, entries)

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
        return _read(connection.execute(statement))

    def _reports(self, statement: Any) -> tuple[KeptReport, ...]:  # noqa: ANN401
        with self.connection() as connection:
            rows = connection.execute(statement).all()
        told = []
        for row in rows:
            with legible(f"report {row.id.hex()[:12]}"):
                told.append(report_of(row))
        return tuple(told)

    def _numbers_of(self, connection: Connection, ids: set[str]) -> Mapping[str, int]:
        """The numbers of entities, of those that any record has a part for."""
        known = {one: number for one in ids if (number := self._numbers.get(one)) is not None}
        return known if len(known) == len(ids) else known | entity_numbers(connection, ids - known.keys())

    @contextmanager
    def _writing(self) -> Iterator[Writing]:
        """The one transaction that may write. The numbers of entities that it met are remembered once it is committed."""
        with self.connection(to_write=True) as connection:
            writing = Writing(connection, self._numbers)
            yield writing
        if len(self._numbers) + len(writing.entity_numbers) > _MOST_NUMBERS:
            self._numbers = {}
        self._numbers.update(writing.entity_numbers)

    @contextmanager
    def connection(self, *, to_write: bool = False) -> Iterator[Connection]:
        """A connection in one transaction, committed at the end. What the database complains of becomes a LedgerError."""
        if self._closed.is_set():
            raise LedgerError(f"{self.place.name}: the ledger is closed")
        try:
            with writing(self.engine) if to_write else self.engine.begin() as connection:
                yield connection
        except (SQLAlchemyError, self._driver_error) as error:
            raise LedgerError(f"{self.place.name}: {reason(error)}") from error


def _read(rows: Iterable[Row[Any]]) -> tuple[Record, ...]:
    records = []
    for row in rows:
        with legible(f"record {row.id.hex()[:12]}"):
            records.append(record_of(row))
    return tuple(records)


def _begins(column: Any, prefix: str) -> Any:  # noqa: ANN401
    return column.between(*(bytes.fromhex(prefix[:64].ljust(64, end)) for end in "0f")) if len(prefix) <= 64 else false()


def _check_prefix(prefix: str) -> None:
    if len(prefix) < _LEAST_PREFIX or not set(prefix) <= set("0123456789abcdef"):
        raise LedgerError(f"{prefix}: not the beginning of an id (four or more of 0-9 a-f)")


def _not_one(what: str, prefix: str, found: Iterable[str]) -> LedgerError:
    ids = ", ".join(one[:16] for one in found)
    if not ids:
        return NotKeptError(f"{prefix}: no {what} begins so")
    return LedgerError(f"{prefix}: several {what}s begin so: {ids}; give more of it")
