"""What a question about sanctions is answered with: what a measure forbids, how sure, by which rule and records."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from casus.reasoning.answer import Law, Proof
from casus.reasoning.coverage import Way
from casus.reasoning.measures import MeasureInForce

Verdict = Literal["forbidden", "forbidden with exemptions", "allowed"]

NOT_COVERED = (
    "measures of other states and bodies than those kept",
    "who is on a list",
    "export licences and arms control outside sanctions",
    "measures within a regime that are not kept as facts",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prohibition:
    """What one measure forbids, on one way.

    `binds` says whom in words, `bound` the ids of the states (None: all members of the United Nations). `exemptions` are those
    that let through some of what is asked, `purposes` those that go by what things are for and leave them forbidden in trade;
    `partly` says why it covers less than the whole of what is asked, `law_why` why the law is arguable. `facts` is the lowest
    confidence of the premises. `changes` says what would change the answer.
    """

    measure: MeasureInForce
    verdict: Verdict
    way: Way
    binds: str
    bound: tuple[str, ...] | None
    paragraph: str | None
    exemptions: tuple[str, ...]
    purposes: tuple[str, ...]
    partly: tuple[str, ...]
    law: Law
    law_why: tuple[str, ...]
    facts: float
    proof: Proof
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """A measure that bears on the question and forbids nothing here, and why: it has lapsed, does not bind, or bans nothing."""

    measure: MeasureInForce
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchedMeasures:
    """What was looked through: regimes and measures in force on the day, and how many of these against the target."""

    regimes: int
    measures: int
    against_target: int
    not_covered: tuple[str, ...] = NOT_COVERED


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbids:
    """The answer to what is forbidden. `what` is what was asked, `things` what that was taken for (goods.yaml)."""

    target: str
    what: str | None
    things: tuple[str, ...]
    supplier: str | None
    day: date
    known_at: datetime | None
    verdict: Verdict
    prohibitions: tuple[Prohibition, ...]
    not_binding: tuple[Beside, ...]
    lapsed: tuple[Beside, ...]
    beside: tuple[Beside, ...]
    notes: tuple[str, ...]
    searched: SearchedMeasures
