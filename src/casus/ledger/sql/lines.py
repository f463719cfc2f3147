"""What is counted of records and reports: narrow rows without words, in the order of writing."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, case, func, or_, select

from casus.ledger.contract import Line, ReportLine
from casus.ledger.sql.rows import digest
from casus.ledger.sql.select import record_rows
from casus.ledger.sql.tables import entities, records, reports

Value = TypeVar("Value")
_FIRST = records.alias("first_of_fact")
_NARROW = 5000
"""So many rows are fetched at a time."""

_AT_ONCE = 2000
"""So many values of one list are given to the database at a time."""


def record_lines(connection: Connection, after: int) -> Iterator[Line]:
    """The lines of records after a sequence, but of those that only say who an actor is."""
    column = records.c
    # A body is needed of few: of links and echoes, and where a telling cites another outlet.
    needed = or_(column.kind.in_(("same", "echo")), column.body.like('%"cites":%'))
    statement = (
        select(
            column.sequence, func.coalesce(_FIRST.c.sequence, column.sequence), column.id, column.retracted, column.kind,
            column.type, column.modality, column.day, column.first_earliest, column.first_latest, column.last_earliest,
            column.last_latest, column.report, column.confidence, column.recorded_at, column.parts,
            case((needed, column.body), else_=None),
        )
        .outerjoin_from(records, _FIRST, _FIRST.c.id == column.fact)
        .where(column.sequence > after, column.kind != "actor")
        .order_by(column.sequence)
    )  # fmt: skip
    for part in connection.execute(statement, execution_options={"yield_per": _NARROW}).partitions():
        yield from (Line._make(row) for row in part)


def report_lines(connection: Connection, after: int) -> Iterator[ReportLine]:
    """The lines of reports after a number, in the order of keeping."""
    column = reports.c
    statement = select(column.number, column.id, column.kept_at, column.first, column.last, column.outlet)
    later = statement.where(column.number > after).order_by(column.number)
    yield from (ReportLine._make(row) for row in connection.execute(later))


def sequences_of(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """The sequences of records by their ids, of those that are kept."""
    found: dict[str, int] = {}
    for some in _pieces(ids):
        statement = select(records.c.id, records.c.sequence).where(records.c.id.in_([digest(one) for one in some]))
        found |= {row.id.hex(): row.sequence for row in connection.execute(statement)}
    return found


def entities_named(connection: Connection, beginning: str, limit: int) -> tuple[str, ...]:
    """The ids of entities that begin so, in order."""
    column = entities.c.id
    begun = column.startswith(beginning, autoescape=True)  # SQLite's LIKE takes capitals for small letters
    found = connection.scalars(select(column).where(begun, func.substr(column, 1, len(beginning)) == beginning).limit(limit))
    return tuple(sorted(found))


def record_rows_at(connection: Connection, sequences: Sequence[int]) -> Iterator[Row[Any]]:
    """The rows of the records with these sequences, in no order."""
    for some in _pieces(sequences):
        yield from connection.execute(record_rows().where(records.c.sequence.in_(some)))


def _pieces(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))
