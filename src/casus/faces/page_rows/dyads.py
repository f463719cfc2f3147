"""Who does something to whom, or with whom: the countries and bodies of things, two by two."""

from dataclasses import dataclass

import numpy as np

from casus.ledger.survey.columns import ROLES, WHO, WHOM, Numbers, distinct, spread
from casus.ledger.survey.things import Things

BODIES = ("country:", "org:", "group:", "bloc:")
"""Who makes up dyads: those who act for a state, its forces and offices among them, are taken for the state."""

MOST_IN_ONE = 12
"""Among more who do a thing with each other, not every two are a dyad."""

_WHO = [number for number, role in enumerate(ROLES) if role in WHO]
_WHOM = [number for number, role in enumerate(ROLES) if role in WHOM]


@dataclass(frozen=True)
class Dyads:
    """Columns: the thing, who does it and to whom (numbers of entities). Of those who do it with each other the smaller first."""

    thing: Numbers
    one: Numbers
    other: Numbers


def dyads_of(things: Things, found: Numbers, also: tuple[str, ...] = ()) -> Dyads:
    """The dyads of some things, among countries and bodies and these entities, each once for each thing."""
    thing, entity, role = things.parts
    chosen = np.zeros(len(things), np.bool_)
    chosen[found] = True
    counted = things.of_class(*BODIES) & ~things.of_a_state
    counted[[things.numbers[one] for one in also if one in things.numbers]] = True
    own = chosen[thing] & counted[entity]
    thing, entity, role = thing[own], entity[own], role[own]
    who, whom = np.isin(role, _WHO), np.isin(role, _WHOM)
    done = _crossed(thing[who], entity[who], thing[whom], entity[whom])
    alone = who & ~np.isin(thing, thing[whom])
    told = _few(*_once(thing[alone], entity[alone]))
    together = _crossed(*told, *told)
    low = together.one < together.other
    columns = [
        np.concatenate([getattr(done, name), getattr(together, name)[low]]) for name in ("thing", "one", "other")
    ]  # fmt: skip
    differ = columns[1] != columns[2]
    width = len(things.entities) + 1
    keys = distinct((columns[0][differ] * width + columns[1][differ]) * width + columns[2][differ])
    return Dyads(keys // width // width, keys // width % width, keys % width)


def _crossed(thing: Numbers, one: Numbers, its: Numbers, other: Numbers) -> Dyads:
    """Each `one` of a thing with each `other` of it; both are in the order of things."""
    start, end = np.searchsorted(its, thing), np.searchsorted(its, thing, "right")
    count = end - start
    return Dyads(np.repeat(thing, count), np.repeat(one, count), other[spread(start, count)])


def _once(thing: Numbers, entity: Numbers) -> tuple[Numbers, Numbers]:
    width = int(entity.max(initial=0)) + 1
    keys = distinct(thing * width + entity)
    return keys // width, keys % width


def _few(thing: Numbers, entity: Numbers) -> tuple[Numbers, Numbers]:
    """Without the things that too many do with each other."""
    _, place, counts = np.unique(thing, return_inverse=True, return_counts=True)
    few = counts[place] <= MOST_IN_ONE if len(thing) else np.zeros(0, np.bool_)
    return thing[few], entity[few]
