"""Spells of one thing put in order: those that touch are one, or stop short of each other where they tell different things."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from casus.world.fact import Fact
from casus.world.time import Validity, interval, overlap

_DAY = timedelta(1)


def joined(spells: Iterable[Validity]) -> tuple[Validity, ...]:
    """Spells in order, each two between which no day is surely free made one. Ends keep their precision."""
    out: list[Validity] = []
    for spell in sorted(spells, key=lambda spell: (_start(spell), spell.first or "")):
        if out and _touch(out[-1], spell):
            out[-1] = _both(out[-1], spell)
        else:
            out.append(spell)
    return tuple(out)


def apart(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Facts whose spells within one topic don't overlap, topics in the order in which they come.

    Spells that touch and tell the same are made one. Of those that tell different things and share the day on which one follows
    the other, the earlier ends on the day before; what overlaps otherwise is a topic of its own, with ":2" at its end.
    """
    of: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        of[fact.topic].append(fact)
    for found in of.values():
        kept: list[Fact] = []
        beside: list[Fact] = []
        for fact in sorted(found, key=lambda fact: _start(fact.validity)):
            before = kept[-1] if kept else None
            if before and before.body == fact.body and _touch(before.validity, fact.validity):
                kept[-1] = replace(before, validity=_both(before.validity, fact.validity))
            elif before and overlap(before.validity, fact.validity):
                if before.validity.last == fact.validity.first != before.validity.first:
                    kept[-1] = replace(before, validity=Validity(before.validity.first, _day_before(fact.validity)))
                    kept.append(fact)
                else:
                    beside.append(replace(fact, topic=f"{fact.topic}:2"))
            else:
                kept.append(fact)
        yield from kept
        yield from apart(beside)


def _both(one: Validity, later: Validity) -> Validity:
    return Validity(one.first, one.last if _end(one) >= _end(later) else later.last)


def _day_before(spell: Validity) -> str:
    return (_start(spell) - _DAY).isoformat()


def _touch(one: Validity, later: Validity) -> bool:
    return _start(later) <= _end(one) + _DAY


def _start(spell: Validity) -> date:
    """The first day on which a spell may begin."""
    return interval(spell.first)[0] if spell.first else date.min


def _end(spell: Validity) -> date:
    """The last day on which a spell may end; for one that is open the last but one that there is."""
    return interval(spell.last)[1] if spell.last else date.max - _DAY
