"""A reading's claims as drafts: its actors named by their ledger-wide ids, its claims by their facts, its spans by their words.

The drafts of one reading name each other (`by`, `condition`, `agreement`), so they come one after the other, each once those
that it names have a fact.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from casus.ledger.identity.actors import Identity
from casus.ledger.identity.tellings import kept_under, telling_of
from casus.ledger.record import Bound, Draft, Part, Quote, QuoteRole, ReportSource, Valid
from casus.reading.model import (
    Agreement,
    Claim,
    Event,
    Provision,
    Reading,
    Statement,
    Transfer,
    When,
)
from casus.sources.report import Span
from casus.version import __version__

READER = f"casus-reader {__version__}"
HAPPENS = (Event, Statement, Transfer)
"""What happens on a day, rather than holds from one day to another."""

ROLES: Mapping[str, dict[str, str]] = {
    "statement": {"speaker": "speaker", "co_speakers": "speaker", "addressees": "addressee"},
    "event": {"actors": "actor", "recipients": "recipient"},
    "agreement": {"parties": "party"},
    "provision": {"bound": "bound", "beneficiaries": "beneficiary"},
    "measure": {"imposers": "imposer", "targets": "target"},
    "transfer": {"suppliers": "supplier", "recipients": "recipient"},
    "position": {"holder": "holder", "toward": "toward"},
    "membership": {"member": "member", "group": "group"},
}
"""For each kind of claim the fields that hold actors, with the part that those have in the record."""

_PLACE = {"place": "place"}
WORDS: Mapping[str, tuple[str, ...]] = {
    "statement": ("act", "quoting", "via"),
    "event": ("type", "mode", "cameo", "contexts", "killed", "injured", "crowd"),
    "agreement": ("title", "status", "spheres"),
    "provision": ("provides", "trigger", "obligation"),
    "measure": ("measure", "status", "regime"),
    "transfer": ("goods", "goods_class", "purpose"),
    "position": ("stance", "object"),
    "membership": ("relation",),
}
"""What a claim says besides actors, claims and times, by the contract's names."""


@dataclass(frozen=True, slots=True)
class Told:
    """A reading, with who its actors are in every report; by claim id which agreements and regimes its claims tell of, and on
    which news outlet's word alone they are told."""

    reading: Reading
    actors: Mapping[str, Identity]
    standing: Mapping[str, str]
    cited: Mapping[str, str] = field(default_factory=dict)


def in_order(reading: Reading) -> Iterator[Claim]:
    """The claims, each after those that it names; where claims name each other in a ring, in the reading's order."""
    claims = {claim.id: claim for claim in reading.claims}
    given: set[str] = set()

    def with_named(claim: Claim) -> Iterator[Claim]:
        given.add(claim.id)
        for other in named(claim).values():
            if other in claims and other not in given:
                yield from with_named(claims[other])
        yield claim

    for claim in reading.claims:
        if claim.id not in given:
            yield from with_named(claim)


def named(claim: Claim) -> dict[str, str]:
    """The ids of the claims that a claim names, by the field that does."""
    found = {"by": claim.by, "condition": claim.condition}
    if isinstance(claim, Provision):
        found["agreement"] = claim.agreement
    return {name: other for name, other in found.items() if other is not None}


def draft_of(claim: Claim, told: Told, facts: Mapping[str, str]) -> Draft:
    """A claim as a draft. `facts` are those of the claims that it names; one that is not there is left out."""
    roles = ROLES[claim.kind] | _PLACE
    actors = {name: [told.actors[one] for one in _ids(getattr(claim, name)) if one in told.actors] for name in roles}
    body: dict[str, Any] = {"modality": claim.modality}
    if claim.negated:
        body["negated"] = True
    body |= {name: facts[other] for name, other in named(claim).items() if other in facts}
    body |= {name: _plain(value) for name in WORDS[claim.kind] if (value := getattr(claim, name)) not in (None, ())}
    for name, found in actors.items():
        ids = [one.id for one in found]
        if ids:
            body[name] = ids if isinstance(getattr(claim, name), tuple) else ids[0]
    parts = [Part(roles[name], one.id) for name, found in actors.items() for one in found]
    if claim.id in told.cited:
        body["cites"] = told.cited[claim.id]
    parts += [Part(roles[name], f"country:{one.country}") for name, found in actors.items() for one in found if one.country]
    if claim.id in told.standing:
        body["standing"] = told.standing[claim.id]
        parts.append(Part("standing", told.standing[claim.id]))
    elif isinstance(claim, Provision) and claim.agreement in told.standing:
        parts.append(Part("standing", told.standing[claim.agreement]))
    if claim.when and claim.when.basis:
        body["basis"] = claim.when.basis
    draft = Draft(
        kind=claim.kind,  # type: ignore[arg-type]
        body=body,
        valid=valid(claim, told.reading.written.last if told.reading.written else None),
        source=ReportSource(told.reading.report.id, tuple(_quotes(claim, told.reading.report.text))),
        extractor=READER,
        parts=tuple(dict.fromkeys(parts)),
        confidence=round(claim.confidence, 4),
    )
    if draft.kind != "event":
        return draft
    return with_weeks(draft)


def with_weeks(draft: Draft) -> Draft:
    """An event's draft with parts for the parties and weeks under which tellings of one event are found."""
    own = tuple(part for part in draft.parts if part.role != "week")
    weeks = tuple(Part("week", key) for key in sorted(kept_under(telling_of(draft))))
    return replace(draft, parts=(*own, *weeks))


def valid(claim: Claim, written: date | None) -> Valid:
    """When a claim holds. What is told as having happened, but not when, had happened by the day when the report was written."""
    when = claim.when or When(None, None)
    if not isinstance(claim, HAPPENS):
        if isinstance(claim, Agreement):  # the days of an agreement's `when` are those of its signature: since then it stands
            return Valid(_bound(when.first, when.last))
        return Valid(_day(when.first), _day(when.last))
    if when.first is None and when.last is None and claim.modality == "actual":
        return Valid(None, _day(written))
    if when.first is None or when.last is None:
        return Valid(_day(when.first), _day(when.last))
    return Valid(_bound(when.first, when.last), _bound(when.first, when.last))


def _bound(first: date | None, last: date | None) -> Bound | None:
    known = [day for day in (first, last) if day]
    return Bound(min(known), max(known)) if known else None


def _day(day: date | None) -> Bound | None:
    return Bound(day, day) if day else None


def _quotes(claim: Claim, text: str) -> Iterator[Quote]:
    spans: list[tuple[QuoteRole, tuple[Span, ...]]] = [("told", claim.spans)]
    if isinstance(claim, Statement):
        spans += [("source", claim.source), ("cue", claim.cue), ("content", claim.content)]
    if isinstance(claim, Event) and claim.trigger:
        spans.append(("trigger", (claim.trigger,)))
    for role, found in spans:
        for start, end in found:
            yield Quote(role, start, end, text[start:end])


def _ids(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def _plain(value: Any) -> Any:  # noqa: ANN401
    return list(value) if isinstance(value, tuple) else value
