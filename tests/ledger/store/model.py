"""The contract of a store in plain Python over lists, written to be read: what both databases must answer alike."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime

from ledger.store.drafting import Clock

from casus.errors import LedgerError, QuoteError, StaleError, TopicError
from casus.ledger.contract import HAPPENS, Change, Kept, KeptReport, Query, Wanted, holds, main_word
from casus.ledger.record import Draft, Record, ReportSource, Valid


class ListStore:
    """What a store promises, for records and reports."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.kept: list[Record] = []
        self.texts: dict[str, KeptReport] = {}

    def write(self, change: Change) -> Kept:
        now = self.clock()
        at = max([now, *(record.recorded_at for record in self.kept[-1:])])
        texts = dict(self.texts)
        if change.report:
            texts.setdefault(change.report.id, change.report)
        known = {record.id for record in self.kept}
        fresh = {draft.id: draft for draft in change.drafts if draft.id not in known}
        kept = list(self.kept)
        for draft in fresh.values():
            _check_quotes(draft, texts)
            last = _last(kept, draft.fact) if draft.fact else None
            if draft.fact and (last is None or draft.supersedes != last.id):
                raise StaleError(draft.id)
            kept.append(Record(draft=draft, sequence=len(kept) + 1, recorded_at=at))
        _check_topics(kept, {draft.topic for draft in fresh.values()})
        new = tuple(kept[len(self.kept) :])
        self.kept, self.texts = kept, texts
        return Kept(new, len(change.drafts) - len(new))

    def records(self, query: Query) -> tuple[Record, ...]:
        found = [record for record in self._current(query.known_at) if _fits(record, query)]
        if query.newest:
            found.sort(key=lambda record: (_day(record.draft), record.sequence), reverse=True)
        if query.after is not None:
            place = [record.id for record in found].index(query.after.id)
            found = found[place + 1 :]
        return tuple(found if query.limit is None else found[: query.limit])

    def history(self, fact: str) -> tuple[Record, ...]:
        return tuple(record for record in self.kept if record.fact == fact)

    def content(self) -> str:
        return hashlib.sha256("".join(sorted(record.id for record in self.kept)).encode()).hexdigest()

    def _current(self, known_at: datetime | None) -> list[Record]:
        known = [record for record in self.kept if known_at is None or record.recorded_at <= known_at]
        last = {record.fact: record for record in known}
        return sorted(last.values(), key=lambda record: record.sequence)


def _check_quotes(draft: Draft, texts: dict[str, KeptReport]) -> None:
    if not isinstance(draft.source, ReportSource):
        return
    if draft.source.report not in texts:
        raise LedgerError(draft.source.report)
    text = texts[draft.source.report].text
    for quote in draft.source.quotes:
        if not 0 <= quote.start < quote.end <= len(text) or text[quote.start : quote.end] != quote.words:
            raise QuoteError(quote.words)


def _check_topics(kept: Sequence[Record], topics: set[str | None]) -> None:
    held = [record.draft for record in {record.fact: record for record in kept}.values() if not record.draft.retracted]
    for number, one in enumerate(held):
        for other in held[number + 1 :]:
            if one.topic is not None and one.topic == other.topic and one.topic in topics and overlap(one.valid, other.valid):
                raise TopicError(one.topic)


def overlap(one: Valid, other: Valid) -> bool:
    """Whether both hold on a common day wherever in their bounds they really begin and end."""

    def surely(begins: Valid, ends: Valid) -> bool:
        return begins.first is None or ends.last is None or begins.first.latest <= ends.last.earliest

    return surely(one, other) and surely(other, one)


def _last(kept: Sequence[Record], fact: str) -> Record | None:
    return next((record for record in reversed(kept) if record.fact == fact), None)


def _day(draft: Draft) -> date:
    first = draft.valid.first or (draft.valid.last if draft.kind in HAPPENS else None)
    return first.earliest if first else date.min


def _fits(record: Record, query: Query) -> bool:
    draft = record.draft
    told = draft.source.report if isinstance(draft.source, ReportSource) else None
    return (
        (query.retracted or not draft.retracted)
        and (not query.kinds or draft.kind in query.kinds)
        and (not query.types or main_word(draft) in query.types)
        and (not query.modalities or draft.body.get("modality") in query.modalities)
        and (not query.facts or record.fact in query.facts)
        and query.report in (None, told)
        and query.topic in (None, draft.topic)
        and all(_has(draft, wanted) for wanted in query.entities)
        and _overlaps(draft.valid, query.first, query.last)
        and (query.as_of is None or holds(draft, query.as_of))
    )


def _has(draft: Draft, wanted: Wanted) -> bool:
    return any(
        part.entity in (wanted.entity, *wanted.others) and (not wanted.roles or part.role in wanted.roles) for part in draft.parts
    )


def _overlaps(valid: Valid, first: date | None, last: date | None) -> bool:
    begins = valid.first is None or last is None or valid.first.earliest <= last
    return begins and (valid.last is None or first is None or valid.last.latest >= first)
