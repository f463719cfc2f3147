"""Writes reports, readings and records into their tables, within a transaction that others began."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from casus.errors import LedgerError
from casus.ledger.contract import KeptReading, KeptReport
from casus.ledger.record import Draft, ReportSource
from casus.ledger.sql.bulk import insert_rows
from casus.ledger.sql.rows import digest, entity_rows, packed, pair_rows, record_row, report_row
from casus.ledger.sql.tables import entities, readings, record_entities, record_pairs, records, report_keys, reports

_AT_ONCE = 500
_REPORTS = select(reports.c.id, reports.c.number).where(reports.c.id.in_(bindparam("ids", expanding=True)))
_ENTITIES = select(entities.c.id, entities.c.number).where(entities.c.id.in_(bindparam("ids", expanding=True)))
_LAST_READING = (
    select(readings.c.extractor, readings.c.content)
    .where(readings.c.report == bindparam("report"))
    .order_by(readings.c.number.desc())
    .limit(1)
)


def _last(column: Any, order: Any) -> Any:  # noqa: ANN401 - columns
    return select(column).order_by(order.desc()).limit(1).scalar_subquery()


# By their order and not by the greatest, which would be looked for in all rows.
_LASTS = select(
    _last(records.c.sequence, records.c.sequence),
    _last(records.c.recorded_at, records.c.sequence),
    _last(reports.c.number, reports.c.number),
    _last(reports.c.kept_at, reports.c.number),
    _last(readings.c.number, readings.c.number),
    _last(readings.c.kept_at, readings.c.number),
    select(func.max(record_entities.c.entity)).scalar_subquery(),  # each has a part in some record
)


class Writing:
    """One transaction that writes: what was last before it, and the numbers that it gives."""

    def __init__(self, connection: Connection, entity_numbers: Mapping[str, int]) -> None:
        """`entity_numbers` are numbers of entities that were committed before."""
        self.connection = connection
        lasts = [last or 0 for last in connection.execute(_LASTS).one()]
        self.sequence, self._report, self._reading, self._entity = lasts[0], lasts[2], lasts[4], lasts[6]
        self.last_instant: int = max(lasts[1], lasts[3], lasts[5])
        self.entity_numbers = dict[str, int]()
        """Of the entities that this transaction met: to be remembered once it is committed."""
        self._known_entities = entity_numbers
        self._reports: dict[str, int] = {}
        self._new_reports: set[int] = set()

    def report(self, report: KeptReport, at: int) -> None:
        """Writes a report that was checked, unless it is there."""
        if self._number_of(report.id):
            return
        self._report += 1
        self._reports[report.id] = self._report
        self._new_reports.add(self._report)
        insert_rows(self.connection, reports, [report_row(report, self._report, at)])
        insert_rows(self.connection, report_keys, [(key, self._report) for key in sorted(set(report.keys))])

    def reading(self, reading: KeptReading, at: int) -> None:
        """Writes a reading that was checked, unless it is the last one of its report. Raises LedgerError where there is none."""
        report = self._number_of(reading.report)
        if not report:
            raise LedgerError(f"report {reading.report[:12]} is not kept: keep it with its reading")
        content = hashlib.sha256(reading.body.encode()).digest()
        if report in self._new_reports:
            self._new_reports.remove(report)  # this is its first reading
        else:
            last = self.connection.execute(_LAST_READING, {"report": report}).first()
            if last and tuple(last) == (reading.extractor, content):
                return
        self._reading += 1
        insert_rows(self.connection, readings, [(self._reading, report, at, reading.extractor, content, packed(reading.body))])

    def records(self, drafts: Sequence[tuple[Draft, int]]) -> None:
        """Writes drafts that were admitted, each with its instant in microseconds, and what they are found by."""
        self._number_reports({draft.source.report for draft, _ in drafts if isinstance(draft.source, ReportSource)})
        numbers = self._numbers({part.entity for draft, _ in drafts for part in draft.parts})
        rows, by_entity, by_pair = list[Any](), list[Any](), list[Any]()
        for draft, at in drafts:
            self.sequence += 1
            report = self._reports[draft.source.report] if isinstance(draft.source, ReportSource) else None
            rows.append(record_row(draft, self.sequence, at, report))
            by_entity.extend(entity_rows(draft, self.sequence, numbers))
            by_pair.extend(pair_rows(draft, self.sequence, numbers))
        insert_rows(self.connection, records, rows)
        insert_rows(self.connection, record_entities, sorted(by_entity))
        insert_rows(self.connection, record_pairs, sorted(by_pair))

    def _number_of(self, report: str) -> int | None:
        self._number_reports({report})
        return self._reports.get(report)

    def _number_reports(self, ids: set[str]) -> None:
        for some in chunks(digest(one) for one in ids - self._reports.keys()):
            self._reports |= {row.id.hex(): row.number for row in self.connection.execute(_REPORTS, {"ids": some})}

    def _numbers(self, ids: set[str]) -> Mapping[str, int]:
        """The numbers of entities; those that are new get the next ones."""
        found = {one: number for one in ids if (number := self._known_entities.get(one)) is not None}
        found |= entity_numbers(self.connection, ids - found.keys())
        new = sorted(ids - found.keys())
        insert_rows(self.connection, entities, [(one, number) for number, one in enumerate(new, self._entity + 1)])
        found |= {one: number for number, one in enumerate(new, self._entity + 1)}
        self._entity += len(new)
        self.entity_numbers |= found
        return found


def entity_numbers(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """The numbers of entities by their ids, of those that have one."""
    found: dict[str, int] = {}
    for some in chunks(ids):
        found |= {row.id: row.number for row in connection.execute(_ENTITIES, {"ids": some})}
    return found


def chunks(values: Iterable[Any]) -> Iterable[list[Any]]:
    """Values in order, so many at once as a statement takes."""
    listed = sorted(values)
    return (listed[start : start + _AT_ONCE] for start in range(0, len(listed), _AT_ONCE))
