"""The survey of a ledger: brought up to what is kept before it is looked at, and as known at any instant."""

from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime
from itertools import chain
from json import loads
from threading import Lock

from casus.ledger.contract import Line, Store
from casus.ledger.sql.rows import legible
from casus.ledger.survey.columns import Columns
from casus.ledger.survey.recorded import Recorded, recorded
from casus.ledger.survey.things import Things, things_at

_REMEMBERED = 4
"""So many moments are remembered as they were known."""


class Survey:
    """A ledger's lines in memory: some 100 bytes a record. The first look reads all of them (a second for 100,000 records), every
    later one only what is new. It may be used by several threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._columns = Columns()
        self._lock = Lock()
        self._known: OrderedDict[int, Things] = OrderedDict()
        self._recorded: tuple[int, tuple[Recorded, ...]] = -1, ()

    def things(self, known_at: datetime | None = None) -> Things:
        """The things that the ledger has as known at an instant (None: now). Raises LedgerError where it can't be read."""
        known = self._store.sequence_at(known_at)
        with self._lock:
            if known > self._columns.sequence:
                self._grow(known)
            found = self._known.get(known)
            if found is None:
                found = self._known[known] = things_at(self._columns, known)
            self._known.move_to_end(known)
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
            return found

    def recorded(self) -> tuple[Recorded, ...]:
        """What came to be known on each day, as far as the last look at things brought it, the first day first."""
        with self._lock:
            if self._recorded[0] != self._columns.sequence:
                self._recorded = self._columns.sequence, tuple(recorded(self._columns))
            return self._recorded[1]

    def recorded_of(self, entity: str) -> tuple[Recorded, ...]:
        """As `recorded`, but only of what an entity, agreement or regime ever had a part in."""
        with self._lock:
            return tuple(recorded(self._columns, entity))

    def _grow(self, known: int) -> None:
        lines = list(self._store.lines(self._columns.sequence))
        with legible("the ledger"):
            ends = self._store.sequences(sorted(set(_linked(lines))))
            self._columns.add_reports(self._store.report_lines(len(self._columns.reports) - 1))
            self._columns.add(lines, ends)
        self._columns.sequence = max(known, lines[-1].sequence if lines else 0)


def _linked(lines: Sequence[Line]) -> chain[str]:
    """The facts that links name."""
    bodies = (loads(line.body) for line in lines if line.kind == "same" and line.body)
    return chain.from_iterable((str(body.get("one")), str(body.get("other"))) for body in bodies)
