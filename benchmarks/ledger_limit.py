"""What a database takes to insert what a store wrote: the very same rows, statements and commits, by its driver alone."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import event, func, inspect, select, table

from casus.ledger.sql.store import SqlStore

Insert = tuple[str, Sequence[Any]]
"""A statement, and the rows that it inserts as the driver takes them."""


class Inserts:
    """Takes down what a store inserts: for each transaction its statements, each with the rows as the driver got them."""

    def __init__(self, store: SqlStore) -> None:
        self.transactions: list[list[Insert]] = []
        self._open: list[Insert] = []
        event.listen(store.engine, "before_cursor_execute", self._executed)
        event.listen(store.engine, "commit", self._committed)

    def _executed(self, _: Any, __: Any, statement: str, rows: Any, ___: Any, many: bool) -> None:  # noqa: ANN401
        if statement.startswith("INSERT"):
            self._open.append((statement, rows if many else [rows]))

    def _committed(self, _: Any) -> None:  # noqa: ANN401
        if self._open:
            self.transactions.append(self._open)
            self._open = []

    def taken(self) -> list[list[Insert]]:
        """The transactions since the last time."""
        taken, self.transactions = self.transactions, []
        return taken


class Limit:
    """The driver's bare connection to a second ledger."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self._held = store.engine.raw_connection()
        self._cursor = self._held.cursor()
        self._begin = store.engine.dialect.name == "sqlite"

    def insert(self, transactions: Sequence[Sequence[Insert]]) -> None:
        """Inserts the rows of each transaction and commits."""
        for statements in transactions:
            if self._begin:
                self._cursor.execute("BEGIN IMMEDIATE")
            for statement, rows in statements:
                self._cursor.executemany(statement, rows)
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
