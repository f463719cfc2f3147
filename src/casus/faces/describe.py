"""Claims in words: who, to whom, what, when, on whose word. The terminal and the table show the same words."""

from bisect import bisect_right
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, singledispatch

from casus.reading.model import (
    Agreement,
    Claim,
    Event,
    Measure,
    Membership,
    Position,
    Provision,
    Reading,
    Statement,
    Transfer,
)
from casus.sources.report import Span

REPORT = "report"
"""What the report's own voice is called."""

SAID = "said"
"""The label of a statement that is told as having been made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """One claim in words. `words` are the report's own; `facts` are the rest, each short.

    `ladder` is who says it, outermost first, without the report; () is the report's own voice. `condition` is the id and the
    words of the claim that it depends on.
    """

    id: str
    kind: str
    label: str
    what: str
    who: str
    whom: str = ""
    words: str = ""
    quoted: bool = True
    facts: tuple[str, ...] = ()
    when: str = ""
    confidence: float
    ladder: tuple[str, ...] = ()
    condition: tuple[str, str] | None = None

    @property
    def parties(self) -> str:
        """Who, and to whom; "?" where the report tells whom only."""
        return f"{self.who or '?'} → {self.whom}" if self.whom else self.who


@dataclass(frozen=True)
class Register:
    """A reading with its actors, claims and sentences found by id and by place."""

    reading: Reading
    unknown: str = field(default="?")

    @cached_property
    def _names(self) -> dict[str, str]:
        return {actor.id: actor.name for actor in self.reading.actors}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.reading.claims}

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.reading.sentences]

    def name(self, actor: str) -> str:
        """An actor's name; `unknown` where the reading has no such actor."""
        return self._names.get(actor, self.unknown)

    def names(self, actors: tuple[str, ...], joint: str = ", ") -> str:
        """Several actors' names, joined; "" for none."""
        return joint.join(self.name(actor) for actor in actors)

    def words(self, spans: tuple[Span, ...]) -> str:
        """The report's words at some spans, on one line, with " … " between spans."""
        return " … ".join(" ".join(self.reading.report.text[slice(*span)].split()) for span in spans)

    def carriers(self, claim: Claim) -> tuple[Statement, ...]:
        """The statements that carry a claim, outermost first."""
        found: list[Statement] = []
        above = self.claims.get(claim.by or "")
        while isinstance(above, Statement) and above not in found:
            found.append(above)
            above = self.claims.get(above.by or "")
        return tuple(reversed(found))

    def voice(self, statement: Statement) -> tuple[str, ...]:
        """The rungs that a statement adds to the ladder: its speakers, and the document where it is read from one."""
        speakers = self.names((statement.speaker, *statement.co_speakers), " and ")
        return (speakers, statement.via) if statement.via else (speakers,)

    def ladder(self, claim: Claim) -> tuple[str, ...]:
        """Who says a claim, outermost first, without the report."""
        return tuple(rung for statement in self.carriers(claim) for rung in self.voice(statement))

    def sentence_at(self, place: int) -> int:
        """The index of the last sentence that starts at or before a character, 0 where none does."""
        return max(bisect_right(self._sentence_starts, place) - 1, 0)

    def sentences_of(self, claim: Claim) -> list[int]:
        """The sentences that tell a claim, the first telling first."""
        return list(dict.fromkeys(self.sentence_at(start) for start, _ in claim.spans))


def ladder_words(ladder: tuple[str, ...]) -> str:
    """A ladder on one line: "report", "Putin", or for speech in speech "report > Putin > document"."""
    return ladder[0] if len(ladder) == 1 else " > ".join((REPORT, *ladder))


def days(first: date | None, last: date | None) -> str:
    """A closed interval of days in few characters: 2024-06-19, 2024-06, 2024, 1990s, from .., until .., or first..last."""
    if first is None or last is None:
        return f"from {first}" if first else f"until {last}" if last else ""
    if first == last:
        return first.isoformat()
    whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole_years and first.year == last.year:
        return f"{first.year:04}"
    if whole_years and first.year % 10 == 0 and last.year == first.year + 9:
        return f"{first.year:04}s"
    months_end = last.day == monthrange(last.year, last.month)[1]
    if first.day == 1 and months_end and (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return f"{first}..{last}"


def label(claim: Claim) -> str:
    """A claim's modality as a label: capitals for what isn't told as fact, `SAID` for an actual statement."""
    told_as_fact = SAID if isinstance(claim, Statement) else "actual"
    word = told_as_fact if claim.modality == "actual" else claim.modality.upper()
    return f"{word} NOT" if claim.negated else word


def describe(claim: Claim, register: Register) -> Description:
    """A claim of the register's reading in words."""
    detail = _detail(claim, register)
    facts = detail.facts
    if claim.place:
        facts = (*facts, f"in {register.name(claim.place)}")
    if not isinstance(claim, Statement) and (tellings := len(register.sentences_of(claim))) > 1:
        facts = (*facts, f"told {tellings}×")
    condition = register.claims.get(claim.condition or "")
    return Description(
        id=claim.id,
        kind=claim.kind,
        label=label(claim),
        what=detail.what,
        who=detail.who,
        whom=detail.whom,
        words=detail.words or register.words(claim.spans[:1]),
        quoted=detail.quoted,
        facts=tuple(fact for fact in facts if fact),
        when=days(claim.when.first, claim.when.last) if claim.when else "",
        confidence=claim.confidence,
        ladder=register.ladder(claim),
        condition=(condition.id, gist(condition, register)) if condition else None,
    )


def gist(claim: Claim, register: Register) -> str:
    """A claim in one short phrase, as another claim names it."""
    detail = _detail(claim, register)
    words = detail.words or register.words(claim.spans[:1])
    return " ".join(part for part in (detail.who, detail.what, f"“{words}”") if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Detail:
    """What a kind of claim says in its own way. Empty `words` stand for the claim's first span."""

    what: str
    who: str = ""
    whom: str = ""
    words: str = ""
    quoted: bool = True
    facts: tuple[str, ...] = ()


@singledispatch
def _detail(claim: Claim, _: Register) -> _Detail:
    return _Detail(what=claim.kind)


@_detail.register
def _(claim: Statement, register: Register) -> _Detail:
    return _Detail(
        what=claim.act,
        who=register.names((claim.speaker, *claim.co_speakers), " and "),
        whom=register.names(claim.addressees),
        words=register.words(claim.content).strip("\"“”'‘’ "),
        quoted=claim.quoting == "direct",
        facts=("partly quoted" if claim.quoting == "mixed" else "", f"via {claim.via}" if claim.via else ""),
    )


@_detail.register
def _(claim: Event, register: Register) -> _Detail:
    mutual = bool(claim.recipients) and set(claim.recipients) <= set(claim.actors)
    counts = (("killed", claim.killed), ("injured", claim.injured), ("crowd of", claim.crowd))
    return _Detail(
        what=f"{claim.type} ({claim.mode})" if claim.mode else claim.type,
        who=register.names(claim.actors, " + " if mutual else ", "),
        whom="" if mutual else register.names(claim.recipients),
        words=register.words((_from_trigger(claim),)),
        facts=tuple(f"{word} {count}" for word, count in counts if count is not None),
    )


def _from_trigger(claim: Event) -> Span:
    """The first telling of an event from the word that names it on: who does it stands before and is named anyway."""
    start, end = claim.spans[0]
    return (claim.trigger[0], end) if claim.trigger and start <= claim.trigger[0] < end else (start, end)


@_detail.register
def _(claim: Agreement, register: Register) -> _Detail:
    return _Detail(
        what=f"agreement, {claim.status}",
        who=register.names(claim.parties, " + "),
        words=claim.title or "",
        facts=(f"on {', '.join(claim.spheres)}" if claim.spheres else "", f"known as {claim.ledger}" if claim.ledger else ""),
    )


@_detail.register
def _(claim: Provision, register: Register) -> _Detail:
    return _Detail(
        what=f"provision, {claim.provides}",
        who=register.names(claim.bound, " + "),
        whom=register.names(claim.beneficiaries),
        words=claim.obligation or "",
        facts=(f"if “{claim.trigger}”" if claim.trigger else "", f"of {claim.agreement}"),
    )


@_detail.register
def _(claim: Measure, register: Register) -> _Detail:
    return _Detail(
        what=f"{'measure' if claim.measure == 'other' else claim.measure}, {claim.status}",
        who=register.names(claim.imposers),
        whom=register.names(claim.targets),
        facts=(claim.regime or "", f"known as {claim.ledger}" if claim.ledger else ""),
    )


@_detail.register
def _(claim: Transfer, register: Register) -> _Detail:
    return _Detail(
        what=f"transfer, {claim.goods_class}",
        who=register.names(claim.suppliers),
        whom=register.names(claim.recipients),
        words=claim.goods,
        facts=(f"for {claim.purpose}" if claim.purpose else "",),
    )


@_detail.register
def _(claim: Position, register: Register) -> _Detail:
    return _Detail(
        what=f"position, {claim.stance}", who=register.name(claim.holder), whom=register.names(claim.toward), words=claim.object
    )


@_detail.register
def _(claim: Membership, register: Register) -> _Detail:
    return _Detail(what=f"membership, {claim.relation}", who=register.name(claim.member), whom=register.name(claim.group))
