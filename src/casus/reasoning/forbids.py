"""What sanctions forbid toward a target on a day: the rules, one short function each (docs/reasoning.md)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from casus.errors import QuestionError
from casus.reasoning.answer import Proof
from casus.reasoning.bound_states import Bound, binding_on, rule_of, states_bound
from casus.reasoning.coverage import Hit, Way, bans, bearing, hits, never_in_force, paragraph_of
from casus.reasoning.goods import EVERYTHING, meant, named_in
from casus.reasoning.lineage import same_on
from casus.reasoning.measures import UN_COUNCIL, MeasureInForce, Measures
from casus.reasoning.prohibition import Beside, Forbids, Prohibition, SearchedMeasures, Verdict
from casus.reasoning.states import Meant, state_on

Name = Callable[[str], str]
"""Gives the name of an entity by its id."""

_RESTORES = "all-of-the-above"
_FLAT: Verdict = "forbidden"
_OPEN: Verdict = "forbidden with exemptions"


def forbids(
    measures: Measures,
    *,
    target: str,
    what: str | None = None,
    supplier: str | None = None,
    day: date,
    known_at: datetime | None = None,
    name: Name = str,
) -> Forbids:
    """What measures forbid toward a target (an id; a state by its code too) on a day.

    `what` is a word of goods.yaml, or words that hold one (None: everything). `supplier` (an id or a code) is who would do it; where
    it is the target itself, what comes from the target is meant. `measures` may be changed, to answer for what is supposed. Raises
    QuestionError for a word that is not known, a state that did not exist on the day, and a day before the first regime kept.
    """
    things = meant(what) if what else (EVERYTHING,)
    asked = target_on(measures, target, day)
    doer = state_on(supplier, day) if supplier else None
    earliest = measures.looked.earliest
    if earliest is None or day < earliest:
        raise QuestionError(f"no regime of sanctions that is kept began before {earliest}: nothing can be said of {day}")
    way: Way = "any" if doer is None else "from" if doer.id == asked.id else "to"
    binder = doer.id if doer and doer.id != asked.id else None
    against = tuple(_against(measures, asked.id, day))
    found, beside = _judged(measures, against, asked.id, things, way, binder, day, name)
    prohibitions = tuple(sorted(found, key=_strongest_first))
    return Forbids(
        target=asked.id,
        what=what,
        things=things,
        supplier=doer.id if doer else None,
        day=day,
        known_at=known_at,
        verdict=_verdict(prohibitions),
        prohibitions=prohibitions,
        not_binding=tuple(one for kind, one in beside if kind == "not binding"),
        lapsed=tuple(one for kind, one in beside if kind == "lapsed"),
        beside=tuple(one for kind, one in beside if kind == "beside"),
        notes=(*(one.note for one in (asked, doer) if one and one.note), *_other_way(against, asked.id, things, way, day, name)),
        searched=SearchedMeasures(
            regimes=measures.looked.regimes,
            measures=measures.looked.measures,
            against_target=sum(measure.valid.contains(day) is not False for measure in against),
        ),
    )


def transfer_forbidden(
    measures: Measures, supplier: str, recipient: str, goods_words: str | Sequence[str], day: date, name: Name = str
) -> tuple[Prohibition, ...]:
    """What forbids a transfer of goods from one to another (ids) on a day: measures against the recipient that bind the supplier,
    and measures against the supplier that bind the recipient.

    `goods_words` are a report's words, or several; where they name nothing that is known, as where a state did not exist on the
    day, the answer is (). `measures` must have those against both.
    """
    words = [goods_words] if isinstance(goods_words, str) else goods_words
    things = tuple(dict.fromkeys(one for word in words for one in named_in(word)))
    ends = (_perhaps(supplier, day), _perhaps(recipient, day))
    if not things or None in ends:
        return ()
    giver, taker = (end for end in ends if end)
    ways: tuple[tuple[str, Way, str], ...] = ((taker, "to", giver), (giver, "from", taker))
    found = []
    for target, way, binder in ways:
        found += _judged(measures, tuple(_against(measures, target, day)), target, things, way, binder, day, name)[0]
    return tuple(sorted(found, key=_strongest_first))


def target_on(measures: Measures, target: str, day: date) -> Meant:
    """Who a target is on a day. Measures may name a state by the code that it took later (Zimbabwe in 1970); raises QuestionError
    where it did not exist and no measure names it."""
    try:
        return state_on(target, day)
    except QuestionError:
        state = target if ":" in target else f"state:{target}"
        if any(measure.valid.contains(day) for measure in measures.against(state)):
            return Meant(state, f"on {day} measures name it, though no state under that code existed yet")
        raise


def _other_way(
    against: Sequence[MeasureInForce], target: str, things: Sequence[str], way: Way, day: date, name: Name
) -> Iterator[str]:
    """That measures on what comes from the target are left out where somebody else supplies."""
    left_out = [one for one in against if one.valid.contains(day) is not False and not hits(one, target, things, way)]
    if way == "to" and any(hits(one, target, things, "from") for one in left_out):
        yield f"measures on what comes from {name(target)} are left out; they are asked about with {name(target)} as the supplier"


def _perhaps(end: str, day: date) -> str | None:
    try:
        return state_on(end, day).id
    except QuestionError:
        return None


def _against(measures: Measures, target: str, day: date) -> Iterator[MeasureInForce]:
    """The measures against a target, with those that another one brings back."""
    own = [one for one in measures.measures if any(same_on(named, target, day) for named in one.targets)]
    yield from own
    for one in own:
        if one.kind == _RESTORES:
            yield from (_restored(old, one) for old in own if _ended_before(old, one))


def _ended_before(old: MeasureInForce, by: MeasureInForce) -> bool:
    first = by.valid.first
    return old.regime == by.regime and old is not by and bool(old.valid.last and first and old.valid.last.latest < first.earliest)


def _restored(old: MeasureInForce, by: MeasureInForce) -> MeasureInForce:
    """A measure that another one brings back, on the days of that one."""
    return replace(old, valid=by.valid, restored_by=by.resolution, records=(*old.records, by.records[0]))


def _judged(
    measures: Measures,
    against: Sequence[MeasureInForce],
    target: str,
    things: Sequence[str],
    way: Way,
    binder: str | None,
    day: date,
    name: Name,
) -> tuple[list[Prohibition], list[tuple[str, Beside]]]:
    """What each measure forbids, and what stands beside it: lapsed, not binding, or without a ban of its own."""
    found: list[Prohibition] = []
    beside: list[tuple[str, Beside]] = []
    brought_back = {one.id for one in against if one.restored_by and one.valid.contains(day) is not False}
    for measure in against:
        covered = hits(measure, target, things, way)
        if not covered or measure.kind == _RESTORES:
            continue
        if _lapsed(measure, day):
            if measure.id not in brought_back:
                beside.append(("lapsed", Beside(measure, _when_lapsed(measure))))
        elif measure.valid.contains(day) is False:
            continue
        elif why := never_in_force(measure):
            beside.append(("beside", Beside(measure, f"never in force: {why}")))
        elif not bans(measure):
            beside.append(("beside", Beside(measure, "; ".join(covered[0].partly))))
        else:
            bound = _binding(measures, measure, binder, day)
            if bound is None:
                beside.append(("not binding", Beside(measure, f"does not bind {name(binder or '')}")))
            else:
                found += [_prohibition(measures, measure, target, things, hit, bound, day, name) for hit in covered]
    return found, beside


def _lapsed(measure: MeasureInForce, day: date) -> bool:
    return measure.valid.last is not None and measure.valid.last.latest < day


def _when_lapsed(measure: MeasureInForce) -> str:
    last = measure.valid.last
    return f"lapsed: last in force on {last.latest}" if last else "lapsed"


def _binding(measures: Measures, measure: MeasureInForce, binder: str | None, day: date) -> Bound | None:
    """How a measure binds who would do it; where nobody is named, how it binds at all."""
    if binder is not None:
        return next(filter(None, (binding_on(measures, one, binder, day) for one in measure.imposers)), None)
    imposer = measure.imposers[0] if measure.imposers else ""
    return Bound(rule_of(imposer) if imposer else "told", "whom it binds")


def _prohibition(
    measures: Measures,
    measure: MeasureInForce,
    target: str,
    things: Sequence[str],
    hit: Hit,
    bound: Bound,
    day: date,
    name: Name,
) -> Prohibition:
    exemptions = bearing(measure.exemptions, things, day)
    doubts = tuple(_doubts(measure, day))
    law_why = (*hit.partly, *doubts, *bound.open)
    verdict = _OPEN if exemptions or hit.partly or doubts else _FLAT
    records = (*measure.records, *bound.records)
    binds, states = _whom(measures, measure, day, name)
    return Prohibition(
        measure=measure,
        verdict=verdict,
        way=hit.way,
        binds=binds,
        bound=states,
        paragraph=paragraph_of(measure),
        exemptions=exemptions,
        partly=hit.partly,
        law="arguable" if law_why else "certain",
        law_why=law_why,
        facts=min(record.draft.confidence for record in records),
        proof=_proof(measure, target, hit, bound, exemptions, doubts, binds, verdict, name),
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


def _whom(measures: Measures, measure: MeasureInForce, day: date, name: Name) -> tuple[str, tuple[str, ...] | None]:
    """Whom a measure binds, in words and as ids (None: all members of the United Nations)."""
    if UN_COUNCIL in measure.imposers:
        return "all UN members", None
    states = tuple(dict.fromkeys(state for one in measure.imposers for state in states_bound(measures, one, day) or ()))
    bodies = [name(one) for one in measure.imposers if not one.startswith("state:")]
    if bodies:
        told = f" ({len(states)} on {day})" if states else ""
        return f"members of {' and '.join(bodies)}{told}", states
    return ", ".join(name(state) for state in states) or "nobody that is named", states


def _proof(
    measure: MeasureInForce,
    target: str,
    hit: Hit,
    bound: Bound,
    exemptions: Sequence[str],
    doubts: Sequence[str],
    binds: str,
    verdict: Verdict,
    name: Name,
) -> Proof:
    by = ", ".join(filter(None, (measure.regime_name, measure.resolution and f"resolution or act {measure.resolution}")))
    toward = {"to": "to", "from": "from", "both": "to and from", "any": "with"}[hit.way]
    steps = [Proof(rule=bound.rule, says=f"it binds {binds}: {bound.says}", records=bound.records)]
    steps += [Proof(rule="covers", says=f"it covers {reason}") for reason in hit.partly]
    steps += [Proof(rule="exempted", says=exemption) for exemption in exemptions]
    steps += [Proof(rule="told" if measure.told else "restored" if measure.restored_by else "dates", says=one) for one in doubts]
    if measure.restored_by:
        steps.append(Proof(rule="restored", says=f"brought back by {measure.restored_by}"))
    return Proof(
        rule="forbids",
        says=f"{verdict} {toward} {name(target)}, by {by}: {measure.scope}",
        records=measure.records,
        rests_on=tuple(steps),
    )


def _changes(measure: MeasureInForce, exemptions: Iterable[str]) -> Iterator[str]:
    """What would change the answer."""
    last = measure.valid.last
    yield f"its end, on {last.latest}" if last else "an end of the measure or its regime"
    yield from (f"an exemption: {one}" for one in exemptions)


def _verdict(found: Sequence[Prohibition]) -> Verdict:
    """The verdict over all measures: forbidden only where, on each way that they speak of, one forbids the whole of it."""
    if not found:
        return "allowed"
    ways = [way for way in ("to", "from") if any(one.way in (way, "both") for one in found)] or ["any"]
    flat = all(any(one.verdict == _FLAT and one.way in (way, "both", "any") for one in found) for way in ways)
    return _FLAT if flat else _OPEN


def _strongest_first(one: Prohibition) -> tuple[bool, bool, str, str]:
    council = UN_COUNCIL not in one.measure.imposers
    return (one.verdict != _FLAT, council, str(one.measure.valid.first and one.measure.valid.first.earliest), one.measure.id)
