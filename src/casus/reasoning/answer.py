"""What the reasoning answers: who owes what, by which rule, from which records, how sure."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from casus.ledger.record import Record

Status = Literal["owed", "owed-if", "consult", "may-not", "barred"]
Law = Literal["certain", "arguable"]

FOOTER = "What texts provide, by what is kept. No legal advice; it predicts no one's behaviour."


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Why something follows: the rule (an id of rules.yaml), what it gives here in words, the records that it needs, and the
    conclusions that it rests on. Without any one of the records it does not follow."""

    rule: str
    says: str
    records: tuple[Record, ...] = ()
    rests_on: tuple["Proof", ...] = ()

    def premises(self) -> Iterator[Record]:
        """All records that the conclusion needs, each once."""
        seen: set[str] = set()
        for record in (*self.records, *(record for part in self.rests_on for record in part.premises())):
            if record.id not in seen:
                seen.add(record.id)
                yield record

    def rules(self) -> Iterator[str]:
        """The rules that were used."""
        yield self.rule
        for part in self.rests_on:
            yield from part.rules()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One reason for which a state owes, or may not do, something.

    `state`, `toward` and `agreement` are ids; `article` and `discretion` as the provision has them. `condition` is what is open,
    `formal` what else the text asks for. `law_why` says why the reading of the law is arguable. `facts` is the lowest confidence
    of the premises. `changes` says what would change the answer; `conflicts` what stands against it.
    """

    state: str
    status: Status
    provides: str
    toward: str
    agreement: str
    title: str
    article: str | None
    obligation: str
    discretion: str | None
    conditions: tuple[str, ...]
    formal: tuple[str, ...]
    law: Law
    law_why: tuple[str, ...]
    facts: float
    proof: Proof
    changes: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    same_as: str | None = None

    @property
    def due(self) -> bool:
        """Whether help is owed, for certain or under a condition."""
        return self.status in ("owed", "owed-if")

    @property
    def condition(self) -> str | None:
        """What is open, in one line."""
        return "; ".join(self.conditions) or None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDue:
    """A promise that was looked at and gives no duty here, and why not."""

    state: str
    agreement: str
    title: str
    article: str | None
    why: str
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class IfAttacker:
    """What depends on who attacks: with one of these attackers, those of the states that are not the attacker could not simply
    help. `what`: "defence" where they have promised to defend it, else "its own pact"."""

    attackers: tuple[str, ...]
    states: tuple[str, ...]
    agreement: str
    title: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """What was looked through: how many agreements stood with the states asked about, and how many provisions they have."""

    agreements: int
    provisions: int
    kinds: tuple[str, ...] = (
        "treaties and pacts",
        "one-sided promises",
        "data sets that were imported",
        "provisions told by reports",
    )
    not_covered: tuple[str, ...] = ("secret agreements", "duties under custom or the Charter of the UN alone", "national law")


@dataclass(frozen=True, slots=True, kw_only=True)
class Duties:
    """The answer to who owes what when a state is attacked."""

    attacked: str
    by: str | None
    place: str
    day: date
    known_at: datetime | None
    grounds: tuple[Ground, ...]
    not_due: tuple[NotDue, ...]
    depends: tuple[IfAttacker, ...]
    notes: tuple[str, ...]
    searched: Searched = field(default_factory=lambda: Searched(agreements=0, provisions=0))
