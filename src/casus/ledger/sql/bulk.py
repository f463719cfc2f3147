"""Writes many rows of a table at once, in the driver's own way: row by row through SQLAlchemy takes several times as long."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table


def insert_rows(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Inserts rows of what the driver takes, in the order of the table's columns."""
    if not rows:
        return
    insert, copy = statements(table)
    if connection.dialect.name == "postgresql":
        cursor: Any = connection.connection.cursor()
        with cursor, cursor.copy(copy) as copying:
            for row in rows:
                copying.write_row(row)
    else:
        connection.exec_driver_sql(insert, list(rows))


@cache
def statements(table: Table) -> tuple[str, str]:
    """What inserts rows of a table: on SQLite row by row, on PostgreSQL from a stream."""
    into = f"{table.name} ({', '.join(column.name for column in table.columns)})"
    return f"INSERT INTO {into} VALUES ({', '.join('?' * len(table.columns))})", f"COPY {into} FROM STDIN"
