"""What a report tells, as it is compared with what others tell: the record, who says it, when the report was written.

Values only. `claims_kept.py` makes them of what a ledger keeps.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from casus.errors import WorldError
from casus.ledger.record import Part, Record, ReportSource
from casus.sources.report import Span
from casus.world.entities import entity

_CODE = len("RUS")
_GROUPS = ("group:", "report:", "media:", "outlet:", "sector:", "country:")
"""Whose acts are nobody else's: a group that fights a state is in its country too."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that a report or its carrier claims, in words as it stands there, and where it comes from ("header" ...)."""

    value: str
    origin: str


@dataclass(frozen=True, kw_only=True)
class ReportTold:
    """A report as far as comparing needs it. `first` and `last` are the days between which it was written (None: not known),
    `basis` and `sure` why, and how sure that is; `sentences` where they stand in its text; `copy_of` the reports that it is a
    near-duplicate of."""

    id: str
    name: str
    outlet: str | None = None
    first: date | None = None
    last: date | None = None
    basis: str = ""
    sure: float = 1.0
    stamps: tuple[Dated, ...] = ()
    text: str = ""
    sentences: tuple[Span, ...] = ()
    copy_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """Who is on one side of a claim. `entities`: ids that every report means alike; `acting`: countries (alpha-3) whose state,
    office holders or bodies they are; `countries`: all countries that they are of."""

    entities: frozenset[str] = frozenset()
    acting: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()

    def __or__(self, other: "Party") -> "Party":
        return Party(self.entities | other.entities, self.acting | other.acting, self.countries | other.countries)

    def __bool__(self) -> bool:
        return bool(self.entities or self.countries)


@dataclass(frozen=True, kw_only=True)
class Claim:
    """A record that a report tells. `carriers` are the statements that it is told by, outermost first; `event` is the id of the
    event that it is a telling of (its own fact where it is no event, or alone)."""

    record: Record
    report: ReportTold
    carriers: tuple[Record, ...] = ()
    event: str = ""

    @property
    def fact(self) -> str:
        """The fact of its record."""
        return self.record.fact

    @property
    def kind(self) -> str:
        """The kind of its record."""
        return self.record.draft.kind

    @property
    def body(self) -> Mapping[str, Any]:
        """The body of its record."""
        return self.record.draft.body

    @property
    def modality(self) -> str:
        """How it is told: "actual", "denied", "promised" ..."""
        return str(self.body.get("modality", "actual"))

    @property
    def negated(self) -> bool:
        """Whether it says that the thing should not happen."""
        return bool(self.body.get("negated"))

    @property
    def standing(self) -> str | None:
        """The id of the agreement or regime that it tells of."""
        told = self.body.get("standing")
        return str(told) if told else None

    @property
    def speakers(self) -> tuple[str, ...]:
        """The ids of those who say it, outermost first; () for the report's own voice."""
        return tuple(str(one.draft.body.get("speaker", "")) for one in self.carriers)

    @cached_property
    def days(self) -> tuple[date | None, date | None]:
        """The days between which it happened (of an agreement: was signed), or from and to which it holds; None where that is not
        told."""
        valid = self.record.draft.valid
        if self.kind == "agreement" and valid.first:
            return valid.first.earliest, valid.first.latest
        return (valid.first.earliest if valid.first else None, valid.last.latest if valid.last else None)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Where its words stand."""
        source = self.record.draft.source
        quotes = source.quotes if isinstance(source, ReportSource) else ()
        return tuple((quote.start, quote.end) for quote in quotes if quote.role == "told")

    @cached_property
    def words(self) -> str:
        """The words that tell it, on one line."""
        source = self.record.draft.source
        quotes = source.quotes if isinstance(source, ReportSource) else ()
        return " … ".join(" ".join(quote.words.split()) for quote in quotes if quote.role == "told")

    @cached_property
    def sentences(self) -> str:
        """The sentences that its words stand in, on one line; its words where the report's are not known."""
        around = [one for one in self.report.sentences if any(one[0] < end and start < one[1] for start, end in self.spans)]
        return " ".join(" ".join(self.report.text[start:end].split()) for start, end in around) or self.words

    @cached_property
    def place(self) -> str | None:
        """The id of the place where it happened, narrower than a state."""
        told = self.body.get("place")
        return None if told is None or str(told).startswith(("report:", "state:")) else str(told)

    def party(self, *roles: str) -> Party:
        """Who has one of the roles in it."""
        return party_of(self.record.draft.parts, roles)


@lru_cache(maxsize=262144)
def party_of(parts: tuple[Part, ...], roles: tuple[str, ...]) -> Party:
    """Who has one of some roles among the parts of a record."""
    told = [part.entity for part in parts if part.role in roles]
    entities = frozenset(one for one in told if not one.startswith(("report:", "sector:", "country:")))
    acting = frozenset(country for one in entities if (country := acting_for(one)))
    countries = frozenset(one.removeprefix("country:") for one in told if one.startswith("country:"))
    return Party(entities, acting, countries | acting)


@lru_cache(maxsize=65536)
def acting_for(entity_id: str) -> str | None:
    """The state (alpha-3) that an entity is, holds an office of or is a body of; None for groups and for who is of no state."""
    kind, _, name = entity_id.partition(":")
    if kind == "state":
        return name
    if entity_id.startswith(_GROUPS):
        return None
    if "@" in name:
        country = name.rpartition("@")[2]
        return country if len(country) == _CODE and kind in ("org", "person") else None
    try:
        return entity(entity_id).country
    except WorldError:
        return None


def in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims in an order that does not depend on when they were kept: by report day, report and place in it."""
    return tuple(sorted(claims, key=lambda one: (one.report.last or date.max, one.report.id, one.spans, one.fact)))
