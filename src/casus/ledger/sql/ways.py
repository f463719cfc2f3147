"""Which stretches of rows lead to what is asked for: those of `record_pairs` for two countries, of `record_entities` for anybody,
of `records` by kind. Each has the order of the answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import get_args

from sqlalchemy import Table

from casus.ledger.contract import Query, Wanted
from casus.ledger.record import RecordKind
from casus.ledger.sql.rows import PAIRED_KINDS, paired
from casus.ledger.sql.tables import CROWD, record_entities, record_pairs, records

Numbers = Mapping[str, int]
"""The numbers of entities by their ids, of those that any record has a part for."""

_MOST, _MOST_ROWS = 60, 1000
"""So many stretches are walked at most, and so many rows of each."""

_KINDS: tuple[RecordKind, ...] = get_args(RecordKind)


@dataclass(frozen=True, slots=True)
class Way:
    """A stretch of a table's rows: those whose columns have these values. `sure` are those who are asked for and who have a part
    in each of the records that it leads to."""

    table: Table
    values: Mapping[str, int | str]
    sure: tuple[Wanted, ...] = ()


def named(query: Query) -> set[str]:
    """The ids of all entities that a query names."""
    return {one for wanted in query.entities for one in (wanted.entity, *wanted.others)}


def meant(wanted: Wanted, numbers: Numbers) -> list[int]:
    """The numbers of those who will do."""
    return sorted({numbers[one] for one in (wanted.entity, *wanted.others) if one in numbers})


def ways(query: Query, numbers: Numbers) -> list[Way]:
    """The stretches that together lead to all that is asked for; none where its first few are not to be found by walking."""
    if not query.newest or query.limit is None or query.limit > _MOST_ROWS:
        return []
    if query.facts or query.topic is not None or query.report is not None:
        return []  # these lead to few
    kinds = query.kinds or _KINDS
    found = pairs(query, numbers)
    if found is None and query.entities:
        rarest = min(query.entities, key=lambda one: (paired(one.entity), len(one.others)))  # less is told of a person
        sure = () if rarest.roles else (rarest,)
        found = [
            Way(record_entities, {"entity": number, "kind": kind}, sure)
            for number, kind in product(meant(rarest, numbers), kinds)
        ]
    elif found is None:
        found = [Way(records, {"kind": kind}) for kind in kinds]
    return found if len(found) <= _MOST else []


def pairs(query: Query, numbers: Numbers) -> list[Way] | None:
    """The stretches of `record_pairs` that lead to what two have parts in; None where that table does not tell."""
    if not query.kinds or not set(query.kinds) <= PAIRED_KINDS:
        return None
    in_pairs = [one for one in query.entities if all(map(paired, (one.entity, *one.others)))]
    if len(in_pairs) < 2:
        return None
    first, second = in_pairs[:2]
    one, other = sorted((meant(first, numbers), meant(second, numbers)), key=len)
    if set(one) & set(other):
        return None  # who is both needs no other
    two = {(min(pair), max(pair)) for pair in product(one, other)}
    crowds = {(CROWD, number) for number in one} if two else set()
    sure = tuple(wanted for wanted in (first, second) if not wanted.roles)
    return [
        Way(record_pairs, {"one": low, "other": high, "kind": kind}, () if low == CROWD else sure)
        for (low, high), kind in product(sorted(two | crowds), query.kinds)
    ]
