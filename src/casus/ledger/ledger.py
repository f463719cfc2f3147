"""The ledger as programs meet it: open it, keep readings and facts, correct, accept, retract, undo, look at it as of a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from casus.errors import LedgerError, StaleError, TopicError
from casus.ledger.by_hand import undone
from casus.ledger.contract import Change, Query, Store
from casus.ledger.facts import WORLD, decide
from casus.ledger.keep import Outcome, keep
from casus.ledger.location import ledger_at
from casus.ledger.names import Names
from casus.ledger.record import HAND, CitationSource, Draft, Record, RecordKind, retraction
from casus.ledger.revise import revised
from casus.ledger.sql.store import open_store
from casus.ledger.views import View
from casus.reading.model import Reading
from casus.world.fact import Fact
from casus.world.facts import shipped_facts

if TYPE_CHECKING:
    from casus.ledger.survey.survey import Survey

_FACTS: tuple[RecordKind, ...] = ("agreement", "party", "provision", "regime", "measure", "membership", "actor")


@dataclass(frozen=True, slots=True)
class FactsKept:
    """What writing facts changed: records by what they did, and facts that were refused, each with the reason."""

    new: int
    changed: int
    retracted: int
    refused: tuple[str, ...] = ()


class Ledger:
    """A ledger. It may be used by several threads, and as a context manager."""

    def __init__(self, store: Store, place: str = "") -> None:
        """`place` is the path or URL under which the store can be opened again."""
        self.store = store
        self.place = place
        self.names = Names(store)

    @cached_property
    def survey(self) -> "Survey":
        """What is counted of all that is kept, in memory, for whoever asks often."""
        from casus.ledger.survey.survey import Survey

        return Survey(self.store)

    @classmethod
    def open(cls, told: str | Path | None = None, *, create: bool = True) -> "Ledger":
        """The ledger at a path or URL (None: CASUS_LEDGER, else the user's own), with the reference facts of this version.

        Raises LedgerError where there is none and `create` is false, or it can't be opened.
        """
        place = ledger_at(None if told is None else str(told))
        ledger = cls(open_store(place, create=create), place)
        ledger._load_world()
        return ledger

    def keep(self, reading: Reading) -> Outcome:
        """Keep what a report tells. Keeping it twice changes nothing. Raises LedgerError where it can't be written."""
        return keep(self.store, reading)

    def as_of(self, day: date | None = None, known_at: datetime | None = None) -> View:
        """The ledger as of a day (None: every time), as known at an aware instant (None: now)."""
        return View(self.store, self.names, day, known_at)

    def add_facts(self, facts: Iterable[Fact], extractor: str) -> FactsKept:
        """Write facts of a file or data set that `extractor` read. Those that overlap what is known otherwise are refused."""
        return self._write_facts(tuple(facts), extractor, whole=False)

    def correct(self, prefix: str, changes: Mapping[str, str], why: str) -> Record:
        """Say otherwise what a record says: fields by the names of the format ("recipients", "modality", "when"), values as text.

        Raises LedgerError for a field that the kind does not have or a value that it can't have.
        """
        record = self.store.record(prefix)
        return self._append(revised(record, changes, why, self.names), record)

    def accept(self, prefix: str, why: str) -> Record:
        """Say that a record is right: it holds on a person's word from now on, and no newer reader changes it.

        Raises LedgerError where it is retracted, or a person's word already.
        """
        record = self.store.record(prefix)
        draft = record.draft
        if draft.retracted:
            raise LedgerError(f"{prefix}: was retracted on {record.recorded_at:%Y-%m-%d} ({draft.why}); restore it first")
        if draft.by_hand and draft.confidence == 1.0:
            raise LedgerError(f"{prefix}: is a person's word since {record.recorded_at:%Y-%m-%d} ({draft.why})")
        return self._append(replace(draft, supersedes=record.id, extractor=HAND, confidence=1.0, why=_reason(why)), record)

    def undo(self, prefix: str, why: str) -> Record:
        """Take back the last change by hand (correct, accept, retract, restore) of a record's fact: it says again what it said
        before. Each further call takes back one more; what was undone is done again by doing it.

        Raises LedgerError where no change by hand is left.
        """
        record = self.store.record(prefix)
        history = self.store.history(record.fact)
        if record.id != history[-1].id:
            raise StaleError(f"{prefix}: is not the last record of its fact; name the fact: {record.fact[:12]}")
        return self._append(undone(history, _reason(why)), record)

    def retract(self, prefix: str, why: str) -> Record:
        """Take a record back. Raises LedgerError where it is taken back already."""
        record = self.store.record(prefix)
        if record.draft.retracted:
            raise LedgerError(f"{prefix}: was retracted on {record.recorded_at:%Y-%m-%d} ({record.draft.why})")
        return self._append(retraction(record, _reason(why), HAND), record)

    def restore(self, prefix: str, why: str) -> Record:
        """Say again what was retracted. Raises LedgerError where it was not."""
        record = self.store.record(prefix)
        if not record.draft.retracted:
            raise LedgerError(f"{prefix}: is not retracted")
        return self._append(
            replace(record.draft, supersedes=record.id, retracted=False, extractor=HAND, why=_reason(why)), record
        )

    def changes(self, since: datetime | int, limit: int | None = None) -> tuple[Record, ...]:
        """All records written after an instant or a sequence, in their order."""
        return self.store.since(since if isinstance(since, int) else self.store.sequence_at(since), limit)

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _append(self, draft: Draft, before: Record) -> Record:
        if draft.fact is None:
            draft = replace(draft, fact=before.fact)
        written = self.store.write(Change(drafts=(draft,))).records
        return written[0] if written else self.store.record(draft.id)

    def _load_world(self) -> None:
        """Brings the reference facts of this version in, where they are not yet."""
        facts = shipped_facts()
        held = self.store.records(Query(kinds=(facts[0].kind,), topic=facts[0].topic, limit=1))
        if not held or held[0].draft.extractor != WORLD:
            self._write_facts(facts, WORLD, whole=True)

    def _write_facts(self, facts: Sequence[Fact], extractor: str, *, whole: bool) -> FactsKept:
        kept: dict[str, list[Record]] = {}
        for record in self.store.records(Query(kinds=_FACTS, newest=False)):
            if record.draft.topic is not None and isinstance(record.draft.source, CitationSource):
                kept.setdefault(record.draft.topic, []).append(record)
        drafts = decide(facts, kept, extractor, whole=whole)
        try:
            return _told(self.store.write(Change(drafts=drafts)).records)
        except TopicError:
            return self._write_each_topic(drafts)

    def _write_each_topic(self, drafts: Sequence[Draft]) -> FactsKept:
        """Writes what can be written: the facts of one topic are one change."""
        topics: dict[str | None, list[Draft]] = {}
        for draft in drafts:
            topics.setdefault(draft.topic, []).append(draft)
        written: list[Record] = []
        refused: list[str] = []
        for own in topics.values():
            try:
                written += self.store.write(Change(drafts=tuple(own))).records
            except TopicError as error:
                refused.append(str(error))
        return _told(written, tuple(refused))


def _told(records: Sequence[Record], refused: tuple[str, ...] = ()) -> FactsKept:
    drafts = [record.draft for record in records]
    return FactsKept(
        new=sum(draft.supersedes is None for draft in drafts),
        changed=sum(draft.supersedes is not None and not draft.retracted for draft in drafts),
        retracted=sum(draft.retracted for draft in drafts),
        refused=refused,
    )


def _reason(why: str) -> str:
    if not why.strip():
        raise LedgerError("a reason is needed: --why TEXT")
    return why.strip()
