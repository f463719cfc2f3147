"""What a store of the ledger promises, whichever database keeps it.

Conventions, for every method:

- Instants are aware and in UTC, to the microsecond; a naive one raises `LedgerError`. Days are closed intervals.
- A store may be used by several threads and by several processes. Any number read while one writes; a second writer waits for the
  first, and gets a `LedgerError` that says so where it waits too long.
- Nothing that was written is ever changed or removed. What a query gives as known at an instant stays the same for ever.
- Every method raises `LedgerError` where the database can't be reached or is closed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, Protocol

from casus.ledger.record import Draft, Record, RecordKind

HAPPENS: frozenset[RecordKind] = frozenset({"event", "statement", "transfer"})
"""Kinds that happen on a day. They count as of every later day; the others count while they hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReport:
    """A report as it is kept: what it said, never changed. `id` is the SHA-256 of the text.

    `first` and `last` are the days between which it was written, None where that is not known. `outlet` is the id of the news
    outlet whose text it is. `signature` is what near-duplicates are found by, and `keys` those under which they are looked up
    (identity/signatures.py); both may be empty.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    first: date | None = None
    last: date | None = None
    basis: str = ""
    outlet: str | None = None
    signature: bytes = b""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptReading:
    """A whole reading of a report as JSON in the published format, and which reader made it ("casus-reader 0.2.0")."""

    report: str
    extractor: str
    body: str


@dataclass(frozen=True, slots=True)
class Change:
    """What one transaction writes. Drafts are written in their order.

    `decided_at`: the last sequence of the ledger when it was decided on; what was written since makes it stale. None: any time.
    """

    report: KeptReport | None = None
    reading: KeptReading | None = None
    drafts: tuple[Draft, ...] = ()
    decided_at: int | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What a write did: the records that are new, and how many of its drafts were there already."""

    records: tuple[Record, ...]
    present: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An entity that a record must have a part for, in one of the roles; () is any role. One of `others` will do as well."""

    entity: str
    roles: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked for. Everything that is given must fit; what is empty or None fits all.

    `entities`: each must have a part. `types`: the main word of the body (an event's root, a statement's act, a position's
    stance, what a provision provides ...). `first` and `last`: the validity overlaps these days. `as_of`: what had happened,
    or holds, on that day as far as is known; records without days count. `known_at`: what was known at that instant.
    `retracted`: retracted facts too. `newest`: by day, the latest first; else in the order of writing. `after`: what comes after
    this record, the last one of the page before.
    """

    kinds: tuple[RecordKind, ...] = ()
    entities: tuple[Wanted, ...] = ()
    types: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    as_of: date | None = None
    known_at: datetime | None = None
    report: str | None = None
    facts: tuple[str, ...] = ()
    topic: str | None = None
    retracted: bool = False
    newest: bool = True
    limit: int | None = None
    after: Record | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that can't be read: where it stands, and why."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is kept, and when that was."""

    at: datetime
    kept: KeptReport | KeptReading | Record | Broken


class Line(NamedTuple):
    """What is counted of a record, as it stands in the database: no words, days as numbers (20240701, None: open or not known).

    `first` is the sequence of the first record of its fact, `id` the bytes of its digest, `day` the first day on which it counts,
    `report` the number of the report that tells it (None: a citation), `recorded_at` microseconds since 1970 in UTC, `parts` JSON
    of [role, entity] pairs, and `body` JSON, given only of links and echoes and where the telling cites a news outlet.
    """

    sequence: int
    first: int
    id: bytes
    retracted: bool
    kind: RecordKind
    type: str | None
    modality: str | None
    day: int
    first_earliest: int | None
    first_latest: int | None
    last_earliest: int | None
    last_latest: int | None
    report: int | None
    confidence: float
    recorded_at: int
    parts: str
    body: str | None


class ReportLine(NamedTuple):
    """What is counted of a report: its number in the order of keeping, the bytes of its id, when it was kept (microseconds since
    1970 in UTC), the days between which it was written as numbers, the news outlet whose text it is."""

    number: int
    id: bytes
    kept_at: int
    first: int | None
    last: int | None
    outlet: str | None


class Store(Protocol):
    """A kept ledger."""

    def write(self, change: Change) -> Kept:
        """Write a change whole or not at all. What is there already is passed over, so that writing twice changes nothing.

        Raises `QuoteError` where a quote's words don't stand in the report's text, `TopicError` where the validity of a fact
        would overlap that of another fact of its topic, and `StaleError` where a draft supersedes what is no longer current or
        the ledger has grown since the change was decided on.
        """

    def records(self, query: Query) -> tuple[Record, ...]:
        """The records that fit, each fact's last one only."""

    def count(self, query: Query) -> int:
        """How many records fit; `limit` and `after` don't count."""

    def record(self, prefix: str) -> Record:
        """The record whose id begins so; else the last record of the fact whose id begins so. At least four characters.

        Raises `LedgerError` where none does, or several do.
        """

    def history(self, fact: str) -> tuple[Record, ...]:
        """All records of a fact, the first one first."""

    def since(self, sequence: int, limit: int | None = None) -> tuple[Record, ...]:
        """Records after a place in the order of writing, of all kinds and versions, the first one first."""

    def sequence_at(self, instant: datetime | None = None) -> int:
        """The sequence of the last record that was written at an instant (None: ever) or before, 0 where there is none."""

    def lines(self, after: int) -> Iterator[Line]:
        """What is counted of the records after a place in the order of writing, in their order, but of those of kind "actor"."""

    def report_lines(self, after: int) -> tuple[ReportLine, ...]:
        """What is counted of the reports after a number, in the order of keeping."""

    def sequences(self, ids: Sequence[str]) -> dict[str, int]:
        """The places of records in the order of writing, by their whole ids; what is not kept is left out."""

    def entities(self, beginning: str, limit: int) -> tuple[str, ...]:
        """The ids of entities that begin so, in order, of those that any record has a part for."""

    def at(self, sequences: Sequence[int]) -> dict[int, Record]:
        """Records by their places in the order of writing; where there is none is left out."""

    def report(self, prefix: str) -> KeptReport:
        """The report whose id begins so. Raises `LedgerError` where none does, or several do."""

    def reports(self, limit: int | None = None, after: str | None = None) -> tuple[KeptReport, ...]:
        """Reports in the order of keeping, after the one with the id `after`."""

    def reports_with(self, keys: Sequence[str]) -> tuple[KeptReport, ...]:
        """Reports that have one of the keys, in the order of keeping."""

    def reading(self, report: str) -> KeptReading:
        """The last reading of a report. Raises `LedgerError` where there is none."""

    def content_hash(self) -> str:
        """SHA-256 over all that was written but the instants: equal for ledgers that hold the same in the same order of facts."""

    def entries(self) -> Iterator[Entry]:
        """All that is kept, as it was at one moment: reports, then readings, then records, each in the order of writing."""

    def append(self, entries: Iterable[Entry]) -> None:
        """Write all entries of another ledger, in their order and with their instants, into this one, which must be empty.

        They are written whole or not at all. Raises LedgerError where this ledger is not empty, or as `write` does.
        """

    def misfiled(self) -> Iterator[str]:
        """The ids of records that aren't found by just what they say: by their entities, pairs, days and words."""

    def close(self) -> None:
        """Let go of the database. Closing twice does nothing."""


def main_word(draft: Draft) -> str | None:
    """The word that says what sort of its kind a record is, by which it is looked up; None where it has none."""
    for key in ("type", "act", "provides", "measure", "stance", "relation", "goods_class", "status"):
        if key in draft.body:
            return str(draft.body[key])
    return None


def holds(draft: Draft, day: date) -> bool:
    """Whether a record counts as of a day: what happens from the first day on which it may have, the rest while it may hold."""
    valid = draft.valid
    if draft.kind in HAPPENS:
        first = valid.first or valid.last  # what is only known to have happened by a day counts from that day
        return first is None or first.earliest <= day
    return valid.contains(day) is not False
