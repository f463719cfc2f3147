"""Country codes of the field's data sets (Correlates of War, Gleditsch and Ward), and whom they meant when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal, get_args

from casus.world.index import load
from casus.world.time import Validity, interval

System = Literal["cow", "gw"]
SYSTEMS: tuple[System, ...] = get_args(System)


@dataclass(frozen=True, slots=True)
class Code:
    """What a code means from `first` to `last` day, both inside; `last` None: still so when the list ended (cow 2016, gw 2017).

    `entity` is the id of a state ("state:SUN"), or the code itself for one that the reference facts don't list ("cow:300").
    """

    system: str
    number: int
    entity: str
    first: str
    last: str | None


def spells(system: System, number: int) -> tuple[Code, ...]:
    """What a code means in turn, earliest first; () for a code that the list doesn't have."""
    return _codes().get((system, number), ())


def codes_of(entity: str) -> tuple[Code, ...]:
    """The codes of an entity by its id, with their days."""
    return tuple(code for found in _codes().values() for code in found if code.entity == entity)


def meant(system: System, number: int, on: date) -> str:
    """The id of whom a code means on a day.

    A day on which the code was in nobody's hands (before its first, under occupation, after the list) counts to the turn in
    which it lies: codes are often used somewhat before a state joins the system. A code that the list doesn't have means itself
    ("cow:8152").
    """
    found = f"{system}:{number}"
    for entity, since in _turns(system, number):
        if since is None or since <= on:
            found = entity
    return found


def in_turn(system: System, number: int, spell: Validity) -> Iterator[tuple[str, Validity]]:
    """A spell of a code cut into those of the entities that it meant in turn, with their ids.

    An end that is known to a month or year only counts to the turn that has the middle of it, and stays as imprecise as it was.
    """
    turns = _turns(system, number) or ((f"{system}:{number}", None),)
    start = 0 if spell.first is None else _turn_of(turns, spell.first)
    end = len(turns) - 1 if spell.last is None else max(start, _turn_of(turns, spell.last))
    for place in range(start, end + 1):
        entity, since = turns[place]
        first = spell.first if place == start or since is None else since.isoformat()
        after = turns[place + 1][1] if place < end else None
        yield entity, Validity(first, (after - timedelta(1)).isoformat() if after else spell.last)


def name_of(entity: str) -> str | None:
    """The name of an entity that only a code list has ("cow:300" is Austria-Hungary), None for others."""
    names: dict[str, str] = load("codes")["names"]
    return names.get(entity)


def _turn_of(turns: tuple[tuple[str, date | None], ...], bound: str) -> int:
    first, last = interval(bound)
    middle = first + (last - first) / 2
    return max(place for place, (_, since) in enumerate(turns) if since is None or since <= middle)


@cache
def _turns(system: str, number: int) -> tuple[tuple[str, date | None], ...]:
    """Whom a code means in turn, each with the first day of the turn (None: from the beginning)."""
    turns: list[tuple[str, date | None]] = []
    for code in _codes().get((system, number), ()):
        if not turns or turns[-1][0] != code.entity:
            turns.append((code.entity, interval(code.first)[0] if turns else None))
    return tuple(turns)


@cache
def _codes() -> dict[tuple[str, int], tuple[Code, ...]]:
    found: dict[tuple[str, int], list[Code]] = {}
    for row in load("codes")["codes"]:
        found.setdefault((row[0], row[1]), []).append(Code(*row))
    return {key: tuple(sorted(codes, key=lambda code: code.first)) for key, codes in found.items()}
