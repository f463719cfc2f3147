"""What one measure forbids to whom: the rules, one short function each (docs/reasoning.md)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from casus.reasoning.answer import Proof
from casus.reasoning.bound_states import Bound, binding_on, rule_of, states_bound
from casus.reasoning.coverage import Hit, Way, exempted, paragraph_of
from casus.reasoning.measures import UN_COUNCIL, MeasureInForce, Measures
from casus.reasoning.prohibition import Prohibition, Verdict

Name = Callable[[str], str]
"""Gives the name of an entity by its id."""

FLAT: Verdict = "forbidden"
OPEN: Verdict = "forbidden with exemptions"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about one target (an id): which things, on which way, on which day. `binder` is the id of who would have to be
    bound (None: anybody), `name` gives an id's name."""

    target: str
    things: Sequence[str]
    way: Way
    binder: str | None
    day: date
    name: Name


def binding_of(measures: Measures, measure: MeasureInForce, asked: Asked) -> Bound | None:
    """How a measure binds who would do it, None where it doesn't; where nobody is named, how it binds at all."""
    if asked.binder is not None:
        found = (binding_on(measures, one, asked.binder, asked.day) for one in measure.imposers)
        return next(filter(None, found), None)
    imposer = measure.imposers[0] if measure.imposers else ""
    return Bound(rule_of(imposer) if imposer else "told", "whom it binds")


def prohibition(measures: Measures, measure: MeasureInForce, hit: Hit, bound: Bound, asked: Asked) -> Prohibition:
    """What a measure forbids where it covers what is asked. Only what its text exempts makes the verdict less; where its scope
    has a part of it, or it is open whether the measure holds, the law is arguable."""
    exemptions, purposes = exempted(measure, asked.things, hit.way, asked.day)
    doubts = tuple(_doubts(measure, asked.day))
    law_why = (*hit.partly, *doubts, *bound.open)
    verdict = OPEN if exemptions else FLAT
    binds, states = _whom(measures, measure, asked)
    return Prohibition(
        measure=measure,
        verdict=verdict,
        way=hit.way,
        binds=binds,
        bound=states,
        paragraph=paragraph_of(measure),
        exemptions=exemptions,
        purposes=purposes,
        partly=hit.partly,
        law="arguable" if law_why else "certain",
        law_why=law_why,
        facts=min(record.draft.confidence for record in (*measure.records, *bound.records)),
        proof=Proof(
            rule="forbids",
            says=_says(measure, hit, verdict, asked),
            records=measure.records,
            rests_on=(
                Proof(rule=bound.rule, says=f"it binds {binds}: {bound.says}", records=bound.records),
                *_steps(measure, hit, exemptions, purposes, doubts),
            ),
        ),
        changes=tuple(_changes(measure, exemptions)),
    )


def _doubts(measure: MeasureInForce, day: date) -> Iterator[str]:
    """Why it is open whether a measure holds on the day at all."""
    if measure.told:
        yield "a report alone tells it; its text is not kept"
    if measure.valid.contains(day) is None:
        yield "the source does not give the day on which it began or ended"
    if measure.undated:
        yield "when within the regime it began is not kept"
    if measure.disputed and measure.restored_by:
        yield f"disputed: {measure.disputed}"


def _whom(measures: Measures, measure: MeasureInForce, asked: Asked) -> tuple[str, tuple[str, ...] | None]:
    """Whom a measure binds, in words and as ids (None: all members of the United Nations)."""
    if UN_COUNCIL in measure.imposers:
        return "all UN members", None
    bound = [state for one in measure.imposers for state in states_bound(measures, one, asked.day) or ()]
    states = tuple(dict.fromkeys(bound))
    bodies = [asked.name(one) for one in measure.imposers if not one.startswith("state:")]
    if bodies:
        told = f" ({len(states)} on {asked.day})" if states else ""
        return f"members of {' and '.join(bodies)}{told}", states
    return ", ".join(asked.name(state) for state in states) or "nobody that is named", states


def _says(measure: MeasureInForce, hit: Hit, verdict: Verdict, asked: Asked) -> str:
    by = ", ".join(filter(None, (measure.regime_name, measure.resolution)))
    toward = {"to": "to", "from": "from", "both": "to and from", "any": "with"}[hit.way]
    return f"{verdict} {toward} {asked.name(asked.target)}, by {by}: {measure.scope}"


def _steps(
    measure: MeasureInForce, hit: Hit, exemptions: Iterable[str], purposes: Iterable[str], doubts: Iterable[str]
) -> Iterator[Proof]:
    """What the verdict rests on beside whom the measure binds."""
    yield from (Proof(rule="covers", says=f"it covers {reason}") for reason in hit.partly)
    yield from (Proof(rule="exempted", says=exemption) for exemption in exemptions)
    yield from (Proof(rule="purpose", says=purpose) for purpose in purposes)
    if measure.restored_by:
        yield Proof(rule="restored", says=f"brought back by {measure.restored_by}")
    yield from (Proof(rule="told" if measure.told else "dates", says=doubt) for doubt in doubts)


def _changes(measure: MeasureInForce, exemptions: Iterable[str]) -> Iterator[str]:
    """What would change the answer."""
    last = measure.valid.last
    yield f"its end, on {last.latest}" if last else "an end of the measure or its regime"
    yield from (f"an exemption: {one}" for one in exemptions)
