"""What a database takes to insert what a store wrote: the very same rows, statements and commits, by its driver alone."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from sqlalchemy import Connection, Table, event, func, inspect, select, table

from casus.ledger.sql import write
from casus.ledger.sql.bulk import insert_rows, statements
from casus.ledger.sql.store import SqlStore

Rows = tuple[Table, Sequence[tuple[Any, ...]]]
"""A table, and the rows that it gets as the driver takes them."""


class Inserts:
    """Takes down what a store inserts: for each transaction the tables and their rows."""

    def __init__(self, store: SqlStore) -> None:
        self.transactions: list[list[Rows]] = []
        self._open: list[Rows] = []
        self._engine = store.engine
        event.listen(store.engine, "commit", self._committed)

    @contextmanager
    def taken_down(self) -> Iterator[None]:
        """In which inserts are taken down."""

        def inserting(connection: Connection, into: Table, rows: Sequence[tuple[Any, ...]]) -> None:
            insert_rows(connection, into, rows)
            if rows and connection.engine is self._engine:
                self._open.append((into, rows))

        with patch.object(write, "insert_rows", inserting):
            yield

    def _committed(self, _: Any) -> None:  # noqa: ANN401
        if self._open:
            self.transactions.append(self._open)
            self._open = []

    def taken(self) -> list[list[Rows]]:
        """The transactions since the last time."""
        taken, self.transactions = self.transactions, []
        return taken


class Limit:
    """The driver's bare connection to a second ledger."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self._held = store.engine.raw_connection()
        self._cursor: Any = self._held.cursor()
        self._sqlite = store.engine.dialect.name == "sqlite"

    def insert(self, transactions: Sequence[Sequence[Rows]]) -> None:
        """Inserts the rows of each transaction and commits."""
        for inserts in transactions:
            if self._sqlite:
                self._cursor.execute("BEGIN IMMEDIATE")
            for into, rows in inserts:
                insert, copy = statements(into)
                if self._sqlite:
                    self._cursor.executemany(insert, rows)
                else:
                    with self._cursor.copy(copy) as copying:
                        for row in rows:
                            copying.write_row(row)
            self._held.commit()

    def close(self) -> None:
        """Lets go of the database."""
        self._held.close()
        self.store.close()


def same_rows(store: SqlStore, other: SqlStore) -> bool:
    """Whether both have as many rows in each table."""
    counts = []
    for one in (store, other):
        with one.engine.connect() as connection:
            names = sorted(inspect(connection).get_table_names())
            counts.append([(name, connection.scalar(select(func.count()).select_from(table(name)))) for name in names])
    return counts[0] == counts[1]
