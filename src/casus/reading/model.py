"""A reading: what a report tells, as typed values. `contract.py` writes it in the form of `reading.schema.json`."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from casus.sources.report import Report, Span, Warning

Modality = Literal["actual", "planned", "promised", "threatened", "demanded", "possible", "conditional", "supposed", "denied"]
ActorKind = Literal["person", "state", "organisation", "group", "bloc", "place"]
MentionForm = Literal["name", "nominal", "pronoun"]
Quoting = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "say", "announce", "promise", "threaten", "warn", "demand", "propose", "accuse", "deny", "reject", "support", "praise",
    "condemn", "believe", "ask", "decline to say",
]  # fmt: skip
Root = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
    "MOBILIZE", "COERCE", "ASSAULT", "OTHER",
]  # fmt: skip
AgreementStatus = Literal[
    "proposed", "negotiated", "initialled", "agreed", "signed", "ratified", "in force", "suspended", "terminated", "violated",
    "unknown",
]  # fmt: skip
Provides = Literal[
    "defence", "consultation", "non-aggression", "neutrality", "non-assistance", "cooperation", "limitation", "recognition",
    "relief", "other",
]  # fmt: skip
MeasureKind = Literal[
    "arms embargo", "asset freeze", "travel ban", "trade restriction", "financial restriction", "sectoral ban", "blockade",
    "diplomatic", "regime", "other",
]  # fmt: skip
MeasureStatus = Literal[
    "proposed", "in force", "extended", "eased", "suspended", "lifted", "violated", "revision sought", "unknown"
]
GoodsClass = Literal["arms", "ammunition", "vehicles", "aircraft", "missiles", "dual-use", "financial", "humanitarian", "other"]
Stance = Literal["supports", "opposes", "neutral", "recognises", "rejects", "blames", "demands"]
Relation = Literal["member", "ally", "leader", "joins", "leaves"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that mean an actor. The span is the whole noun phrase without relative clauses."""

    span: Span
    form: MentionForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who mentions mean. `country` is ISO 3166-1 alpha-3 (withdrawn codes for states of their time); `sector` a PLOVER code.

    `world` is the id of the entity in the reference facts, None where they do not know it.
    """

    id: str
    name: str
    kind: ActorKind
    mentions: tuple[Mention, ...]
    country: str | None = None
    countries: tuple[str, ...] = ()
    sector: str | None = None
    role: str | None = None
    wikidata: str | None = None
    world: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression. `first` and `last` are days, both inclusive; None is an open or unknown bound. `value` is TIMEX3."""

    id: str
    span: Span
    value: str | None
    first: date | None
    last: date | None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A closed interval of days (None: open), the ids of the times it rests on, and how it was reached."""

    first: date | None
    last: date | None
    times: tuple[str, ...] = ()
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """When the report was written: closed interval of days, and why."""

    first: date
    last: date
    basis: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing that a report tells. `by` is the id of the statement that carries it, None for the report's own voice.

    `spans` are the words that tell it (at least one); `place` is an actor's id; `condition` the id of the claim that it
    depends on. `confidence` is a probability that the claim is right (see reading/confidence.py for how it is set).
    """

    kind: ClassVar[str]
    id: str
    spans: tuple[Span, ...]
    by: str | None = None
    modality: Modality = "actual"
    negated: bool = False
    condition: str | None = None
    when: When | None = None
    place: str | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Claim):
    """Somebody said, wrote, thinks or holds something. `via` is the carrier in the report's words."""

    kind: ClassVar[str] = "statement"
    speaker: str
    act: Act
    quoting: Quoting
    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    co_speakers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    via: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Claim):
    """Somebody did something to or with somebody. `type` is the PLOVER root."""

    kind: ClassVar[str] = "event"
    type: Root
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    trigger: Span | None = None
    killed: int | None = None
    injured: int | None = None
    crowd: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Claim):
    """A treaty, pact, deal or declaration. `ledger` is the id of the known agreement that it is."""

    kind: ClassVar[str] = "agreement"
    parties: tuple[str, ...]
    status: AgreementStatus
    title: str | None = None
    spheres: tuple[str, ...] = ()
    ledger: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Claim):
    """What an agreement lays down. `agreement` is a claim's id; `trigger` and `obligation` are in the report's words."""

    kind: ClassVar[str] = "provision"
    agreement: str
    provides: Provides
    bound: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    trigger: str | None = None
    obligation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Claim):
    """A restriction that somebody puts on somebody."""

    kind: ClassVar[str] = "measure"
    measure: MeasureKind
    imposers: tuple[str, ...]
    targets: tuple[str, ...]
    status: MeasureStatus
    regime: str | None = None
    ledger: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer(Claim):
    """Arms or other aid passing from one to another. Whether it happened is its modality."""

    kind: ClassVar[str] = "transfer"
    suppliers: tuple[str, ...]
    recipients: tuple[str, ...]
    goods: str
    goods_class: GoodsClass = "other"
    purpose: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Claim):
    """Where somebody stands on something. `object` is in the report's words."""

    kind: ClassVar[str] = "position"
    holder: str
    stance: Stance
    object: str
    toward: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Claim):
    """Somebody belongs to, joins, leaves or leads a group."""

    kind: ClassVar[str] = "membership"
    member: str
    group: str
    relation: Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one report tells: who is named, which times, and every claim with its words and on whose word.

    Sentences are spans in order, not overlapping. Every id in a claim is the id of an actor, time or claim of the same reading.
    """

    report: Report
    written: Written | None
    sentences: tuple[Span, ...]
    actors: tuple[Actor, ...]
    times: tuple[Time, ...]
    claims: tuple[Claim, ...]
    warnings: tuple[Warning, ...]
