"""Spells of one thing put in order: those that touch are one, or stop short of each other where they tell different things."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from casus.world.fact import Fact
from casus.world.time import Validity, certain_days, interval

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

    Spells that touch and tell the same are made one. Of those that tell different things, the earlier one ends on the day before
    the later one begins, as far as that day is known; two that begin together are two topics, the second with ":2" at its end.
    """
    of: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        of[fact.topic].append(fact)
    for found in of.values():
        kept: list[Fact] = []
        together: list[Fact] = []
        for fact in sorted(found, key=lambda fact: _start(fact.validity)):
            if kept and _touch(kept[-1].validity, fact.validity):
                if kept[-1].body == fact.body:
                    kept[-1] = replace(kept[-1], validity=_both(kept[-1].validity, fact.validity))
                    continue
                if _start(kept[-1].validity) == _start(fact.validity):
                    together.append(replace(fact, topic=f"{fact.topic}:2"))
                    continue
                kept[-1] = replace(kept[-1], validity=_before(kept[-1].validity, fact.validity))
            kept.append(fact)
        yield from kept
        yield from apart(together)


def _both(one: Validity, later: Validity) -> Validity:
    return Validity(one.first, one.last if _end(one) >= _end(later) else later.last)


def _before(one: Validity, later: Validity) -> Validity:
    """A spell that ends before another one begins. It stays as it is where an imprecise end or start allows that."""
    _, sure_end = certain_days(one.first, one.last)
    sure_start, _ = certain_days(later.first, later.last)
    if sure_end < sure_start:
        return one
    return Validity(one.first, (date.fromordinal(sure_start) - _DAY).isoformat())


def _touch(one: Validity, later: Validity) -> bool:
    return _start(later) <= _end(one) + _DAY


def _start(spell: Validity) -> date:
    """The first day on which a spell may begin."""
    return interval(spell.first)[0] if spell.first else date.min


def _end(spell: Validity) -> date:
    """The last day on which a spell may end; for one that is open the last but one that there is."""
    return interval(spell.last)[1] if spell.last else date.max - _DAY
