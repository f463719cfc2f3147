"""The whole of a ledger, row by row: to copy it, and to check it."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from casus.errors import LedgerError
from casus.ledger.contract import Broken, Change, Entry, KeptReading, KeptReport
from casus.ledger.record import Record
from casus.ledger.sql.admit import admitted
from casus.ledger.sql.keepable import check_draft, check_reading, check_report
from casus.ledger.sql.rows import entity_rows, instant_of, microseconds, pair_rows, record_of, record_row, report_of, unpacked
from casus.ledger.sql.select import record_rows
from casus.ledger.sql.tables import readings, record_entities, record_pairs, records, reports
from casus.ledger.sql.write import Writing, entity_numbers

_AT_ONCE = 1000
_Rows = list[tuple[Any, ...]]


def all_entries(connection: Connection) -> Iterator[Entry]:
    """Reports, then readings, then records, each in the order of writing."""
    for row in _rows(connection, select(reports).order_by(reports.c.number)):
        yield _entry(f"report {row.number}", row, row.kept_at, report_of)
    told = select(readings, reports.c.id.label("told")).join(reports).order_by(readings.c.number)
    for row in _rows(connection, told):
        yield _entry(f"reading {row.number}", row, row.kept_at, reading_of)
    for row in _rows(connection, record_rows().order_by(records.c.sequence)):
        yield _entry(f"record {row.sequence}", row, row.recorded_at, record_of)


def append_all(writing: Writing, entries: Iterable[Entry]) -> None:
    """Writes entries in their order and with their instants. Raises as `Store.write` does."""
    waiting: list[Record] = []
    for entry in entries:
        at, kept = microseconds(entry.at), entry.kept
        if isinstance(kept, Broken):
            raise LedgerError(f"{kept.place}: {kept.reason}")
        if isinstance(kept, KeptReport):
            check_report(kept)
            writing.report(kept, at)
        elif isinstance(kept, KeptReading):
            check_reading(kept)
            writing.reading(kept, at)
        else:
            check_draft(kept.draft, f"record {kept.sequence}")
            if waiting and kept.recorded_at < waiting[-1].recorded_at:
                raise LedgerError(f"record {kept.id[:12]}: was recorded before the one that stands before it")
            # What one change wrote is checked together: its topics may not overlap at its end only.
            if len(waiting) >= _AT_ONCE and kept.recorded_at != waiting[-1].recorded_at:
                _append_records(writing, waiting)
                waiting = []
            waiting.append(kept)
    _append_records(writing, waiting)


def misfiled(connection: Connection) -> Iterator[str]:
    """The ids of records whose columns and rows elsewhere, by which they are found, are not those of what they say."""
    by_entity = _grouped(connection, select(record_entities).order_by(record_entities.c.sequence))
    by_pair = _grouped(connection, select(record_pairs).order_by(record_pairs.c.sequence))
    rows = _rows(connection, record_rows().order_by(records.c.sequence))
    while some := list(islice(rows, _AT_ONCE)):
        sound = {row.sequence: record for row in some if (record := _legible(row))}
        numbers = entity_numbers(connection, {part.entity for record in sound.values() for part in record.draft.parts})
        for row in some:
            found = by_entity(row.sequence), by_pair(row.sequence)
            if row.sequence in sound and not _filed(row, sound[row.sequence], *found, numbers):
                yield row.id.hex()


def _filed(row: Row[Any], record: Record, by_entity: _Rows, by_pair: _Rows, numbers: dict[str, int]) -> bool:
    draft, number = record.draft, record.sequence
    return (
        tuple(row)[:-1] == record_row(draft, number, row.recorded_at, row.report)
        and all(part.entity in numbers for part in draft.parts)
        and by_entity == sorted(entity_rows(draft, number, numbers))
        and by_pair == sorted(pair_rows(draft, number, numbers))
    )


def _legible(row: Row[Any]) -> Record | None:
    try:
        return record_of(row)
    except (ValueError, TypeError, KeyError):
        return None  # told of as broken


def _append_records(writing: Writing, batch: list[Record]) -> None:
    drafts = tuple(record.draft for record in batch)
    if len(admitted(writing.connection, Change(drafts=drafts))) != len(batch):
        raise LedgerError("a record is there twice")
    for place, record in enumerate(batch, writing.sequence + 1):
        if record.sequence != place:
            raise LedgerError(f"record {record.id[:12]}: is number {record.sequence}, not {place}")
    writing.records([(record.draft, microseconds(record.recorded_at)) for record in batch])


def _entry(place: str, row: Row[Any], at: int, read: Callable[[Row[Any]], KeptReport | KeptReading | Record]) -> Entry:
    try:
        return Entry(instant_of(at), read(row))
    except (ValueError, TypeError, KeyError) as error:
        return Entry(instant_of(at), Broken(place, f"can't be read ({error})"))


def reading_of(row: Row[Any]) -> KeptReading:
    """The reading that a row of `readings` keeps, with its report's id as `told`. Raises ValueError where it is damaged."""
    return KeptReading(row.told.hex(), row.extractor, unpacked(row.body))


def _rows(connection: Connection, statement: Select[Any]) -> Iterator[Row[Any]]:
    yield from connection.execute(statement, execution_options={"yield_per": _AT_ONCE})


def _grouped(connection: Connection, statement: Select[Any]) -> Callable[[int], _Rows]:
    """A function that gives the rows of a sequence, sorted; it must be asked for sequences in their order."""
    groups = groupby(_rows(connection, statement), key=lambda row: row.sequence)
    ahead: list[tuple[int, _Rows]] = []

    def rows_of(number: int) -> _Rows:
        while not ahead or ahead[0][0] < number:
            ahead.clear()
            following = next(groups, None)
            if following is None:
                return []
            ahead.append((following[0], sorted(map(tuple, following[1]))))
        return ahead[0][1] if ahead[0][0] == number else []

    return rows_of
