"""What the ledger keeps: records, which are never changed. A `Draft` is decided on but not yet written; a `Record` is kept.

Two axes of time. *Valid*: the days on which a thing holds in the world, with both ends as imprecise as the source leaves them.
*Recorded*: the instant (UTC) at which the ledger came to know it. Days are closed intervals: both ends are inside.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any, Literal

RecordKind = Literal[
    "statement", "event", "agreement", "provision", "measure", "transfer", "position", "membership",
    "party", "regime", "actor", "same", "echo",
]  # fmt: skip
"""The eight kinds of claim; `party` (who is bound by an agreement, and when) and `regime` of the reference facts; `actor` (who an
entity is); `same` (this event is that one) and `echo` (this report only repeats that one)."""

HAND = "hand"
"""The extractor of what a person corrects, accepts, retracts or restores."""

HAND_AGAIN = "hand, again"
"""The extractor of what a person said before and says again, since what was done after it was undone."""

QuoteRole = Literal["told", "source", "cue", "content", "trigger", "place"]


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True, order=True)
class Bound:
    """One end of a validity: some day from `earliest` to `latest`, both inside. The same day twice where it is known."""

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        if self.earliest > self.latest:
            raise ValueError(f"a bound from {self.earliest} to {self.latest} holds no day")


@dataclass(frozen=True, slots=True)
class Valid:
    """The days on which something holds, ends included. None: that end is open, or not known.

    What happened on one day that is known only to lie in an interval has that interval as both of its bounds.
    """

    first: Bound | None = None
    last: Bound | None = None

    def contains(self, day: date) -> bool | None:
        """Whether it holds on a day: True, False, or None where an imprecise end leaves it open."""
        if (self.first and day < self.first.earliest) or (self.last and day > self.last.latest):
            return False
        if (self.first and day < self.first.latest) or (self.last and day > self.last.earliest):
            return None
        return True


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report: the text at `[start, end)` in code points is `words`, which every write checks."""

    role: QuoteRole
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class ReportSource:
    """A report that tells it, by the report's id, and the words that do."""

    report: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class CitationSource:
    """A work that says so: reference facts, a user's file, a data set, or the person who corrects (`key` "hand")."""

    key: str
    cites: str


Source = ReportSource | CitationSource


@dataclass(frozen=True, slots=True)
class Part:
    """An entity's part in a record: "actor", "recipient", "speaker", "party", "bound", "target", "agreement", "event" ..."""

    role: str
    entity: str


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A record that is decided on but not written.

    `body` is a JSON object in the contract's words, but that entities are named by their ledger-wide ids ("state:RUS"), and other
    claims by their fact. `fact` is what the record is a version of (the id of the first record about it); None: it is the
    first. `topic` names what only one fact may say at a time ("party:north-atlantic-treaty:GRC"): validities of the current
    facts of a topic never overlap. `extractor` is who found it, with the version ("casus-reader 0.2.0", "hand"). `why` is given
    with corrections and retractions. A retraction repeats the body of what it takes back.
    """

    kind: RecordKind
    body: Mapping[str, Any]
    valid: Valid
    source: Source
    extractor: str
    parts: tuple[Part, ...] = ()
    confidence: float = 1.0
    topic: str | None = None
    fact: str | None = None
    supersedes: str | None = None
    retracted: bool = False
    why: str | None = None

    @cached_property
    def id(self) -> str:
        """The SHA-256 (hex) of all that the draft says: the same content has the same id, whenever it is written."""
        source = self.source
        told = (
            [source.report, [[one.role, one.start, one.end, one.words] for one in source.quotes]]
            if isinstance(source, ReportSource)
            else [source.key, source.cites]
        )
        bounds = [bound and [str(bound.earliest), str(bound.latest)] for bound in (self.valid.first, self.valid.last)]
        said = [
            self.kind, self.body, bounds, told, self.extractor, [[part.role, part.entity] for part in self.parts],
            float(self.confidence), self.topic, self.fact, self.supersedes, self.retracted, self.why,
        ]  # fmt: skip
        return hashlib.sha256(canonical(said).encode()).hexdigest()

    @property
    def of_fact(self) -> str:
        """The fact that it is a version of: its own id where it is the first."""
        return self.fact or self.id

    @property
    def by_hand(self) -> bool:
        """Whether it is a person's word, which no reader overturns."""
        return self.extractor in (HAND, HAND_AGAIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A draft as it was kept. `sequence` counts records in the order of writing, from 1; `recorded_at` is aware and in UTC."""

    draft: Draft
    sequence: int
    recorded_at: datetime

    @property
    def id(self) -> str:
        """The id of its content."""
        return self.draft.id

    @property
    def fact(self) -> str:
        """The fact that it is a version of."""
        return self.draft.of_fact


def canonical(value: Any) -> str:  # noqa: ANN401
    """JSON with sorted keys and no spaces: equal values give equal text."""
    return _ENCODER.encode(value)


def retraction(record: Record, why: str, extractor: str = HAND) -> Draft:
    """The draft that takes a record back."""
    return replace(record.draft, fact=record.fact, supersedes=record.id, retracted=True, why=why, extractor=extractor)
