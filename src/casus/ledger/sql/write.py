"""Writes reports, readings and records into their tables, within a transaction that others began."""

import hashlib
from collections.abc import Sequence

from sqlalchemy import Connection, func, insert, literal, select

from casus.errors import LedgerError
from casus.ledger.contract import KeptReading, KeptReport
from casus.ledger.record import Draft
from casus.ledger.sql.rows import entity_rows, packed, pair_rows, record_row
from casus.ledger.sql.tables import readings, record_entities, record_pairs, records, report_keys, reports

_REPORT = ("id", "title", "publisher", "url", "first", "last", "basis", "outlet", "signature")


def write_report(connection: Connection, report: KeptReport, at: int) -> None:
    """Writes a report that was checked and is not there yet."""
    if connection.scalar(select(literal(1)).select_from(reports).where(reports.c.id == report.id)):
        return
    number = (connection.scalar(select(func.max(reports.c.number))) or 0) + 1
    row = {name: getattr(report, name) for name in _REPORT} | {"text": packed(report.text)}
    connection.execute(insert(reports), [row | {"number": number, "kept_at": at}])
    if report.keys:
        connection.execute(insert(report_keys), [{"key": key, "report": report.id} for key in dict.fromkeys(report.keys)])


def write_reading(connection: Connection, reading: KeptReading, at: int) -> None:
    """Writes a reading that was checked, unless it is the last one of its report. Raises LedgerError where that is not kept."""
    if not connection.scalar(select(literal(1)).select_from(reports).where(reports.c.id == reading.report)):
        raise LedgerError(f"report {reading.report[:12]} is not kept: keep it with its reading")
    content = hashlib.sha256(reading.body.encode()).hexdigest()
    last = connection.execute(
        select(readings.c.extractor, readings.c.content)
        .where(readings.c.report == reading.report)
        .order_by(readings.c.number.desc())
        .limit(1)
    ).first()
    if last and tuple(last) == (reading.extractor, content):
        return
    number = (connection.scalar(select(func.max(readings.c.number))) or 0) + 1
    row = {"number": number, "report": reading.report, "extractor": reading.extractor, "content": content}
    connection.execute(insert(readings), [row | {"body": packed(reading.body), "kept_at": at}])


def write_records(connection: Connection, numbered: Sequence[tuple[Draft, int, int]]) -> None:
    """Writes drafts that were admitted, each with its sequence and its instant in microseconds, and what they are found by."""
    if not numbered:
        return
    connection.execute(insert(records), [record_row(draft, number, at) for draft, number, at in numbered])
    for table, rows_of in ((record_entities, entity_rows), (record_pairs, pair_rows)):
        rows = [row for draft, number, _ in numbered for row in rows_of(draft, number)]
        if rows:
            connection.execute(insert(table), rows)
