"""Reading reports: runs the passes in order, numbers the claims by their place in the text, drops actors that nothing names."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from casus.reading import times as time_passes
from casus.reading.actors import find_actors, with_speakers
from casus.reading.attribution import Utterance, find_statements
from casus.reading.confidence import with_confidence
from casus.reading.document import Document
from casus.reading.encoder import SoFar, ignored, load_encoder
from casus.reading.events import find_events, merged, with_conditions
from casus.reading.events.derived import with_derived
from casus.reading.events.speech import speech_acts
from casus.reading.events.toll import with_tolls
from casus.reading.frames.agreements import find_agreements, known_agreement
from casus.reading.frames.measures import find_restrictions, merged_measures
from casus.reading.frames.memberships import find_memberships
from casus.reading.frames.partners import with_partners
from casus.reading.frames.positions import find_positions
from casus.reading.frames.provisions import find_provisions, with_spheres
from casus.reading.frames.transfers import find_transfers
from casus.reading.model import Actor, Claim, Event, Reading, Statement, Transfer
from casus.reading.parse import Sentence
from casus.reading.quotations import quotations
from casus.reading.scene import Scene
from casus.reading.sentences import SentenceText, split
from casus.reading.times.known_days import known_days
from casus.reading.written import weigh
from casus.sources.report import Report

_PARSING = 0.65
"""The share of the work that is done once all is parsed."""

_CLAIM_LINKS = ("by", "condition", "agreement")
_PREFIX = {
    "statement": "s",
    "event": "e",
    "agreement": "a",
    "provision": "p",
    "measure": "m",
    "transfer": "t",
    "position": "o",
    "membership": "b",
}


def read_report(report: Report, so_far: SoFar = ignored) -> Reading:
    """What one report tells. `so_far` is called now and then with how much of the work is done, 0 to 1.

    Raises EncoderError where the encoder's files are missing.
    """
    return read_reports([report], so_far=so_far)[0]


def read_reports(reports: Sequence[Report], *, weighed: bool = True, so_far: SoFar = ignored) -> list[Reading]:
    """What each report tells, in order; sentences of all of them share the encoder's batches.

    `weighed` False leaves each claim with the confidence that its own pass gave it, from which confidence.py sets the final one.
    `so_far` is called now and then with how much of the work is done, 0 to 1.
    """
    split_texts = [split(report) if _readable(report) else () for report in reports]
    parsed = load_encoder().parse_many(
        [(report.text, texts) for report, texts in zip(reports, split_texts, strict=True)],
        so_far=lambda done: so_far(_PARSING * done),
    )
    readings = []
    for number, given in enumerate(zip(reports, split_texts, parsed, strict=True), 1):
        readings.append(_reading(*given))
        so_far(_PARSING + (1 - _PARSING) * number / len(reports))
    return [with_confidence(reading) for reading in readings] if weighed else readings


def _readable(report: Report) -> bool:
    """Whether a report is English, as far as its language can be told; others get a warning and no claims."""
    return report.language is None or report.language.partition("-")[0] == "en"


def _reading(report: Report, texts: Sequence[SentenceText], sentences: Sequence[Sentence]) -> Reading:
    document = Document(report, tuple(sentences), quotations(report))
    spans = tuple(text.span for text in texts)
    expressions = time_passes.find(report.text, spans)
    written, doubts = weigh(report, expressions, document, known_days(document, expressions))
    times = time_passes.resolve(expressions, written, document)
    cast = find_actors(document, written.first if written else None)
    utterances = find_statements(document, cast, times)
    cast = with_speakers(cast, _first_persons(document, utterances))
    scene = Scene(document, cast, times, utterances, written.first if written else None)
    claims = _claims(scene, written.first if written else None)
    actors, claims = _numbered(scene, claims)
    return Reading(
        report=report, written=written, sentences=spans, actors=actors, times=times, claims=claims,
        warnings=(*report.warnings, *doubts, *cast.warnings),
    )  # fmt: skip


def _first_persons(document: Document, utterances: Sequence[Utterance]) -> dict[tuple[int, int], tuple[str, ...]]:
    """Whom "I" and "we" mean inside each utterance, by (sentence, token): its speaker, and for "we" the speaker's state."""
    meant: dict[tuple[int, int], tuple[str, ...]] = {}
    for utterance in sorted(utterances, key=lambda one: len(one.content), reverse=True):
        for sentence, token in utterance.content:
            word = document.sentences[sentence].tokens[token].text.lower()
            if word in ("i", "me", "my", "mine", "myself"):
                meant[(sentence, token)] = (utterance.statement.speaker,)
            elif word in ("we", "us", "our", "ours", "ourselves"):
                meant[(sentence, token)] = utterance.side[-1:] or (utterance.statement.speaker,)
    return meant


def _claims(scene: Scene, on: date | None) -> tuple[Claim, ...]:
    found = find_events(scene)
    restrictions = find_restrictions(scene)
    told = with_spheres(scene, find_agreements(scene, found))
    found, conditions = with_conditions(scene, with_tolls(scene, with_derived(scene, found, restrictions, told)))
    events, names = merged(scene, (*found, *speech_acts(scene, found)))
    transfers = with_partners(scene, find_transfers(scene, conditions), [one.agreement for one in told])
    claims: tuple[Claim, ...] = (
        *(utterance.statement for utterance in scene.utterances),
        *(one.event for one in events),
        *conditions.made,
        *(replace(one.agreement, ledger=known_agreement(scene, one.agreement, on)) for one in told),
        *find_provisions(scene, told),
        *merged_measures(restrictions),
        *transfers,
        *find_positions(scene),
        *find_memberships(scene),
    )
    renamed = [
        replace(claim, condition=names.get(claim.condition, claim.condition)) if claim.condition else claim for claim in claims
    ]
    return tuple(_denied(renamed))


def _denied(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, with the acts that a speaker denies in other words than the grammar shows ("denied reports of ...") as
    denied."""
    denials = {claim.id for claim in claims if isinstance(claim, Statement) and claim.act == "deny" and claim.quoting != "direct"}
    for claim in claims:
        told = isinstance(claim, Event | Transfer) and claim.modality == "actual" and claim.by in denials
        yield replace(claim, modality="denied") if told else claim


def _numbered(scene: Scene, claims: Iterable[Claim]) -> tuple[tuple[Actor, ...], tuple[Claim, ...]]:
    """Actors and claims with ids in order of the text (a1, a2 ...; s1, e1 ...); actors that nothing needs are left out."""
    ordered = sorted(claims, key=lambda claim: (claim.spans[0], claim.kind))
    counts: dict[str, int] = {}
    names: dict[str, str] = {}
    for claim in ordered:
        counts[claim.kind] = counts.get(claim.kind, 0) + 1
        names[claim.id] = f"{_PREFIX[claim.kind]}{counts[claim.kind]}"
    used = {actor for claim in ordered for actor in _actors_of(claim)}
    kept = [actor for actor in scene.cast.actors if actor.id in used or actor.world or actor.country]
    kept.sort(key=lambda actor: actor.mentions[0].span if actor.mentions else (0, 0))
    people = {actor.id: f"x{number}" for number, actor in enumerate(kept, 1)}
    return tuple(replace(actor, id=people[actor.id]) for actor in kept), tuple(
        _renamed(claim, names, people) for claim in ordered
    )


_ACTOR_FIELDS = (
    "speaker", "co_speakers", "addressees", "actors", "recipients", "parties", "bound", "beneficiaries", "imposers", "targets",
    "suppliers",
                 "holder", "toward", "member", "group", "place")  # fmt: skip


def _actors_of(claim: Claim) -> list[str]:
    found: list[str] = []
    for name in _ACTOR_FIELDS:
        value = getattr(claim, name, None)
        if isinstance(value, str):
            found.append(value)
        elif value:
            found.extend(value)
    return found


def _renamed(claim: Claim, names: dict[str, str], people: dict[str, str]) -> Claim:
    changes: dict[str, Any] = {"id": names[claim.id]}
    for field in fields(claim):
        value = getattr(claim, field.name)
        if not value:
            continue
        if field.name in _CLAIM_LINKS:
            changes[field.name] = names[value]
        elif field.name in _ACTOR_FIELDS:
            changes[field.name] = people[value] if isinstance(value, str) else tuple(people[one] for one in value)
    return replace(claim, **changes)
