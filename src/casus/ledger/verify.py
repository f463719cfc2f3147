"""Checks a whole ledger: that every quote stands in its report, every id is that of its content, and history is unbroken."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from casus.errors import LedgerError
from casus.ledger.contract import Broken, KeptReading, KeptReport, Store
from casus.ledger.record import Draft, Record, ReportSource
from casus.ledger.sql.admit import overlapping

_TEXTS = 256


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a record or report, by its id (or by its place where it can't be read)."""

    id: str
    fault: str


def verify(store: Store, progress: Callable[[int], None] = lambda _: None) -> Iterator[Finding]:
    """Whatever is wrong in a ledger; nothing where it is sound. `progress` is told how many entries were looked at.

    Each entry is looked at, whatever is wrong with others. Raises LedgerError where the database can't be read at all.
    """
    texts = lru_cache(_TEXTS)(lambda report: _text(store, report))
    history = _History()
    records: list[Record] = []
    for number, entry in enumerate(store.entries(), 1):
        progress(number)
        kept = entry.kept
        if isinstance(kept, Broken):
            yield Finding(kept.place, kept.reason)
        elif isinstance(kept, KeptReport):
            if hashlib.sha256(kept.text.encode(errors="replace")).hexdigest() != kept.id:
                yield Finding(kept.id, "its id is not that of its text")
        elif isinstance(kept, KeptReading):
            if texts(kept.report) is None:
                yield Finding(kept.report, "has a reading but is not kept")
        else:
            if records and records[-1].recorded_at != kept.recorded_at:
                yield from history.follow(records)
                records = []
            records.append(kept)
            if replace(kept.draft).id != kept.id:
                yield Finding(kept.id, "its id is not that of its content")
            yield from _quotes(kept, texts)
    yield from history.follow(records)
    for found in store.misfiled():
        yield Finding(found, "is not found by just what it says")


def _text(store: Store, report: str) -> str | None:
    try:
        return store.report(report).text
    except (LedgerError, UnicodeError):
        return None


def _quotes(record: Record, texts: Callable[[str], str | None]) -> Iterator[Finding]:
    source = record.draft.source
    if not isinstance(source, ReportSource):
        return
    text = texts(source.report)
    if text is None:
        yield Finding(record.id, f"its report {source.report[:12]} is not kept")
        return
    for quote in source.quotes:
        if not 0 <= quote.start < quote.end <= len(text) or text[quote.start : quote.end] != quote.words:
            yield Finding(record.id, f"characters {quote.start} to {quote.end} of its report are not {quote.words!r}")


class _History:
    """Follows the records in the order of writing: what each supersedes, and what holds of each topic."""

    def __init__(self) -> None:
        self._last: dict[str, str] = {}
        self._topics: dict[str, dict[str, Draft]] = {}
        self._topic_of: dict[str, str] = {}
        self._before: Record | None = None

    def follow(self, records: Iterable[Record]) -> Iterator[Finding]:
        """What is wrong with records of one instant. Topics are looked at after all of them, as one change is."""
        for record in records:
            yield from self._order(record)
            draft = record.draft
            if draft.fact is None and draft.supersedes is not None:
                yield Finding(record.id, "supersedes a record but is of no fact")
            elif draft.fact is not None and draft.supersedes != self._last.get(draft.fact):
                yield Finding(record.id, f"supersedes {(draft.supersedes or 'nothing')[:12]}, not the last record of its fact")
            self._last[record.fact] = record.id
        yield from self._overlaps(records)

    def _order(self, record: Record) -> Iterator[Finding]:
        before, self._before = self._before, record
        if record.sequence != (before.sequence + 1 if before else 1):
            yield Finding(record.id, f"is number {record.sequence} after {before.sequence if before else 0}")
        if before and record.recorded_at < before.recorded_at:
            yield Finding(record.id, "was recorded before the one that stands before it")

    def _overlaps(self, records: Iterable[Record]) -> Iterator[Finding]:
        touched: dict[str, str] = {}
        for record in records:
            topic, before = record.draft.topic, self._topic_of.pop(record.fact, None)
            if before is not None:
                self._topics[before].pop(record.fact)
            if topic is not None and not record.draft.retracted:
                self._topics.setdefault(topic, {})[record.fact] = record.draft
                self._topic_of[record.fact] = topic
                touched[topic] = record.id
        for topic, last in touched.items():
            if overlapping(self._topics[topic].values()):
                yield Finding(last, f"holds on the same days as another fact of {topic}")
