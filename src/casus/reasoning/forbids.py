"""What sanctions forbid toward a target on a day, over all measures that are kept (docs/reasoning.md)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from casus.errors import QuestionError
from casus.reasoning.coverage import Way, bans, elsewhere, hits, never_in_force
from casus.reasoning.goods import EVERYTHING, meant, named_in
from casus.reasoning.lineage import same_on
from casus.reasoning.measure_rules import FLAT, OPEN, Asked, Name, binding_of, prohibition
from casus.reasoning.measures import UN_COUNCIL, MeasureInForce, Measures
from casus.reasoning.prohibition import Beside, Forbids, Prohibition, SearchedMeasures, Verdict
from casus.reasoning.states import Meant, state_on

_RESTORES = "all-of-the-above"
"""The kind of a measure that brings back the earlier ones of its regime."""


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

    `what` is a word of goods.yaml, or words that hold one (None: everything). `supplier` (an id or a code) is who would send it
    or take it, and so has to be bound; where it is the target itself, what comes from the target is meant. `measures` may be
    changed, to answer for what is supposed. Raises QuestionError for a word that is not known, a state that did not exist on the
    day, and a day before the first regime.
    """
    things = meant(what) if what else (EVERYTHING,)
    asked = target_on(measures, target, day)
    doer = state_on(supplier, day) if supplier else None
    earliest = measures.looked.earliest
    if earliest is None or day < earliest:
        raise QuestionError(f"no regime of sanctions that is kept began before {earliest}: nothing can be said of {day}")
    way: Way = "from" if doer and doer.id == asked.id else "any"
    binder = doer.id if doer and doer.id != asked.id else None
    against = tuple(_against(measures, asked.id, day))
    question = Asked(asked.id, things, way, binder, day, name)
    found, beside = _judged(measures, against, question)
    prohibitions = tuple(sorted(found, key=_widest_first))
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
        notes=(*(one.note for one in (asked, doer) if one and one.note), *_of_no_state(asked.id)),
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
        question = Asked(target, things, way, binder, day, name)
        found += _judged(measures, tuple(_against(measures, target, day)), question)[0]
    return tuple(sorted(found, key=_widest_first))


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


def _of_no_state(target: str) -> Iterator[str]:
    """What is left open where a target is a group or person."""
    if not target.startswith("state:"):
        yield "only measures that name it are looked at: who is on the list of a regime against a state is not kept"


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
    measures: Measures, against: Sequence[MeasureInForce], asked: Asked
) -> tuple[list[Prohibition], list[tuple[str, Beside]]]:
    """What each measure forbids, and what stands beside it: lapsed, not binding, or without a ban of its own."""
    found: list[Prohibition] = []
    beside: list[tuple[str, Beside]] = []
    brought_back = {one.id for one in against if one.restored_by and one.valid.contains(asked.day) is not False}
    for measure in against:
        covered = hits(measure, asked.target, asked.things, asked.way)
        if not covered or measure.kind == _RESTORES:
            continue
        if _lapsed(measure, asked.day):
            if measure.id not in brought_back:
                beside.append(("lapsed", Beside(measure, _when_lapsed(measure))))
        elif measure.valid.contains(asked.day) is False:
            continue
        elif why := never_in_force(measure):
            beside.append(("beside", Beside(measure, f"never in force: {why}")))
        elif not bans(measure):
            beside.append(("beside", Beside(measure, "; ".join(covered[0].partly))))
        elif why := elsewhere(measure):
            beside.append(("beside", Beside(measure, why)))
        elif (bound := binding_of(measures, measure, asked)) is None:
            beside.append(("not binding", Beside(measure, f"does not bind {asked.name(asked.binder or '')}")))
        else:
            found += [prohibition(measures, measure, hit, bound, asked) for hit in covered]
    return found, beside


def _lapsed(measure: MeasureInForce, day: date) -> bool:
    return measure.valid.last is not None and measure.valid.last.latest < day


def _when_lapsed(measure: MeasureInForce) -> str:
    last = measure.valid.last
    return f"lapsed: last in force on {last.latest}" if last else "lapsed"


def _verdict(found: Sequence[Prohibition]) -> Verdict:
    """The verdict over all measures: forbidden only where, on each way that they speak of, one forbids the whole of it."""
    if not found:
        return "allowed"
    ways = [way for way in ("to", "from") if any(one.way in (way, "both") for one in found)] or ["any"]
    flat = all(any(one.verdict == FLAT and one.way in (way, "both", "any") for one in found) for way in ways)
    return FLAT if flat else OPEN


def _widest_first(one: Prohibition) -> tuple[bool, bool, str, str]:
    """The order of lines: what binds all states first, then what is forbidden flatly, then by its first day."""
    council = UN_COUNCIL in one.measure.imposers
    return (not council, one.verdict != FLAT, str(one.measure.valid.first and one.measure.valid.first.earliest), one.measure.id)
