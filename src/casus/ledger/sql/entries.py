"""The whole of a ledger, row by row: to copy it, and to check it."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, select

from casus.errors import LedgerError
from casus.ledger.contract import Broken, Change, Entry, KeptReading, KeptReport
from casus.ledger.record import Record
from casus.ledger.sql.admit import admitted
from casus.ledger.sql.keepable import check_draft, check_reading, check_report
from casus.ledger.sql.rows import entity_rows, instant_of, microseconds, pair_rows, record_of, record_row, report_of, unpacked
from casus.ledger.sql.tables import readings, record_entities, record_pairs, records, report_keys, reports
from casus.ledger.sql.write import write_reading, write_records, write_report

_AT_ONCE = 1000


def all_entries(connection: Connection) -> Iterator[Entry]:
    """Reports, then readings, then records, each in the order of writing."""
    keys = _grouped(connection, report_keys, reports.c.number, select(report_keys, reports.c.number).join(reports))
    for row in _rows(connection, reports, reports.c.number):
        own = [one["key"] for one in keys(row["number"])]
        yield _entry("report", row, row["kept_at"], lambda row, own=own: report_of(row, sorted(own)))
    for row in _rows(connection, readings, readings.c.number):
        yield _entry("reading", row, row["kept_at"], _reading_of)
    for row in _rows(connection, records, records.c.sequence):
        yield _entry("record", row, row["recorded_at"], record_of)


def append_all(connection: Connection, entries: Iterable[Entry]) -> None:
    """Writes entries in their order and with their instants. Raises as `Store.write` does."""
    waiting: list[Record] = []
    written = 0
    for entry in entries:
        at, kept = microseconds(entry.at), entry.kept
        if isinstance(kept, Broken):
            raise LedgerError(f"{kept.place}: {kept.reason}")
        if isinstance(kept, KeptReport):
            check_report(kept)
            write_report(connection, kept, at)
        elif isinstance(kept, KeptReading):
            check_reading(kept)
            write_reading(connection, kept, at)
        else:
            check_draft(kept.draft, f"record {kept.sequence}")
            if waiting and kept.recorded_at < waiting[-1].recorded_at:
                raise LedgerError(f"record {kept.id[:12]}: was recorded before the one that stands before it")
            # What one change wrote is checked together: its topics may not overlap at its end only.
            if len(waiting) >= _AT_ONCE and kept.recorded_at != waiting[-1].recorded_at:
                written += _append_records(connection, waiting, written)
                waiting = []
            waiting.append(kept)
    _append_records(connection, waiting, written)


def misfiled(connection: Connection) -> Iterator[str]:
    """The ids of records whose columns and rows elsewhere, by which they are found, are not those of what they say."""
    by_entity = _grouped(connection, record_entities, record_entities.c.sequence)
    by_pair = _grouped(connection, record_pairs, record_pairs.c.sequence)
    for row in _rows(connection, records, records.c.sequence):
        number = row["sequence"]
        found = _set(by_entity(number)), _set(by_pair(number))
        try:
            record = record_of(row)
        except (ValueError, TypeError, KeyError):
            continue  # told of as broken
        expected = _set(entity_rows(record.draft, number)), _set(pair_rows(record.draft, number))
        if found != expected or dict(row) != record_row(record.draft, number, row["recorded_at"]):
            yield str(row["id"])


def _append_records(connection: Connection, batch: list[Record], before: int) -> int:
    drafts = tuple(record.draft for record in batch)
    if len(admitted(connection, Change(drafts=drafts))) != len(batch):
        raise LedgerError("a record is there twice")
    for place, record in enumerate(batch, before + 1):
        if record.sequence != place:
            raise LedgerError(f"record {record.id[:12]}: is number {record.sequence}, not {place}")
    write_records(connection, [(record.draft, record.sequence, microseconds(record.recorded_at)) for record in batch])
    return len(batch)


def _entry(what: str, row: RowMapping, at: int, read: Any) -> Entry:  # noqa: ANN401 - one of three functions of a row
    try:
        return Entry(instant_of(at), read(row))
    except (ValueError, TypeError, KeyError) as error:
        number = row["sequence"] if what == "record" else row["number"]
        return Entry(instant_of(at), Broken(f"{what} {number}", f"can't be read ({error})"))


def _reading_of(row: RowMapping) -> KeptReading:
    return KeptReading(row["report"], row["extractor"], unpacked(row["body"]))


def _rows(connection: Connection, table: Table, order: Any, statement: Any = None) -> Iterator[RowMapping]:  # noqa: ANN401
    asked: Any = select(table)
    if statement is not None:
        asked = statement
    yield from connection.execute(asked.order_by(order), execution_options={"yield_per": _AT_ONCE}).mappings()


def _grouped(connection: Connection, table: Table, order: Any, statement: Any = None) -> Any:  # noqa: ANN401
    """A function that gives the rows of a number; it must be asked for numbers in their order."""
    groups = groupby(_rows(connection, table, order, statement), key=lambda row: row[order.name])
    ahead: list[tuple[int, list[RowMapping]]] = []

    def rows_of(number: int) -> list[RowMapping]:
        while not ahead or ahead[0][0] < number:
            ahead.clear()
            following = next(groups, None)
            if following is None:
                return []
            ahead.append((following[0], list(following[1])))
        return ahead[0][1] if ahead[0][0] == number else []

    return rows_of


def _set(rows: Iterable[Any]) -> set[tuple[Any, ...]]:
    return {tuple(sorted((name, str(value)) for name, value in row.items())) for row in rows}
