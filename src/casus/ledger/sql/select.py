"""What is asked for, as SQL that both databases take.

Where no more than so many are asked for, rows in the order of the answer are walked: those of `record_pairs` for two countries,
of `record_entities` for anybody, of `records` by kind. So no more records are looked at than are asked for, however many there
are. An answer that is spread over several stretches of rows, as over kinds, takes so many of each and then the first of all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, get_args

from sqlalchemy import ColumnElement, Select, Table, and_, exists, false, func, literal, or_, select, tuple_, union, union_all

from casus.ledger.contract import HAPPENS, Query, Wanted
from casus.ledger.record import Record, RecordKind
from casus.ledger.sql.rows import PAIRED_KINDS, day_number, day_of, digest, paired
from casus.ledger.sql.tables import CROWD, record_entities, record_pairs, records, reports

Condition = ColumnElement[bool]
Numbers = Mapping[str, int]
"""The numbers of entities by their ids, of those that any record has a part for."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A stretch of a table's rows, in the order of the answer, that lead to records. `sure` are those who are asked for and who
    have a part in each of these."""

    table: Table
    conditions: tuple[Condition, ...]
    sure: tuple[Wanted, ...] = ()


_MOST_WAYS = 40
_KINDS: tuple[RecordKind, ...] = get_args(RecordKind)
_ROWS = select(*records.c, reports.c.id.label("told")).outerjoin_from(records, reports, records.c.report == reports.c.number)


def record_rows() -> Select[Any]:
    """Rows that `rows.record_of` takes, of all records in no order."""
    return _ROWS


def named(query: Query) -> set[str]:
    """The ids of all entities that a query names."""
    return {one for wanted in query.entities for one in (wanted.entity, *wanted.others)}


def selected(query: Query, known: int | None, numbers: Numbers) -> Select[Any]:
    """The rows that a query asks for, in its order. `known` is the last sequence that was known then."""
    ways = _walkable(query, numbers) if query.newest and query.limit is not None else []
    if ways:
        walks = [_walk(query, known, numbers, way) for way in ways]
        found = (walks[0] if len(walks) == 1 else _first_of(walks, query.limit)).subquery()
        statement = _ROWS.where(records.c.sequence.in_(select(found.c.sequence)))
    else:
        statement = _ROWS.where(*_conditions(query, known), *_parts(query, numbers))
        if query.after is not None:
            statement = statement.where(_beyond(query, query.after, records))
    newest = (records.c.day.desc(), records.c.sequence.desc())
    statement = statement.order_by(*(newest if query.newest else (records.c.sequence,)))
    return statement if query.limit is None else statement.limit(query.limit)


def counted(query: Query, known: int | None, numbers: Numbers) -> Select[Any]:
    """How many rows a query asks for."""
    return select(func.count()).select_from(records).where(*_conditions(query, known), *_parts(query, numbers))


def of_facts(facts: Sequence[str]) -> Condition:
    """That a record is a version of one of these facts."""
    digests = [digest(fact) for fact in facts]
    return or_(and_(records.c.fact.is_(None), records.c.id.in_(digests)), records.c.fact.in_(digests))


def current(known: int | None) -> Condition:
    """That no later record of the same fact was known."""
    later = records.alias("later")
    conditions = [later.c.fact == func.coalesce(records.c.fact, records.c.id), later.c.sequence > records.c.sequence]
    if known is not None:
        conditions.append(later.c.sequence <= known)
    return ~exists(select(literal(1)).select_from(later).where(*conditions))


def _conditions(query: Query, known: int | None) -> list[Condition]:
    column = records.c
    found: list[Condition] = [current(known)]
    if known is not None:
        found.append(column.sequence <= known)
    if not query.retracted:
        found.append(column.retracted == false())
    # Kinds are asked of the rows that entities are found by; asked of records too, SQLite would walk all records of the kind.
    kinds = () if query.entities else query.kinds
    for name, values in (("kind", kinds), ("type", query.types), ("modality", query.modalities)):
        if values:
            found.append(column[name].in_(values))
    if query.facts:
        found.append(of_facts(query.facts))
    if query.report is not None:
        found.append(column.report == select(reports.c.number).where(reports.c.id == digest(query.report)).scalar_subquery())
    if query.topic is not None:
        found.append(column.topic == query.topic)
    if query.first is not None:
        found.append(or_(column.last_latest.is_(None), column.last_latest >= day_number(query.first)))
    if query.last is not None:
        found.append(or_(column.first_earliest.is_(None), column.first_earliest <= day_number(query.last)))
    if query.as_of is not None:
        # A record's day is that of its first end, or stands before all days: what is later has neither happened nor begun.
        day = day_number(query.as_of)
        found.append(column.day <= day)
        if not query.kinds or set(query.kinds) - HAPPENS:
            ends = or_(column.last_latest.is_(None), column.last_latest >= day)
            found.append(or_(column.kind.in_(sorted(HAPPENS)), ends))
    return found


def _parts(query: Query, numbers: Numbers) -> list[Condition]:
    """That each of those who are asked for has a part, asked of all records at once."""
    rows, found = record_entities.c, list[Condition]()
    pairs = _pairs(query, numbers)
    if pairs is not None:
        led = [select(way.table.c.sequence).where(*way.conditions) for way in pairs]
        found.append(records.c.sequence.in_(union_all(*led)) if led else false())
        found += _have_parts(query.entities, numbers)
        return found
    for wanted in query.entities:
        conditions = [rows.entity.in_(_meant(wanted, numbers)), *_in_role(wanted, rows.roles)]
        if query.kinds:
            conditions.append(rows.kind.in_(query.kinds))
        found.append(records.c.sequence.in_(select(rows.sequence).where(*conditions)))
    return found


def _walkable(query: Query, numbers: Numbers) -> list[_Way]:
    """The stretches of rows to walk; none where there are none, or too many."""
    if query.facts or query.topic is not None or query.report is not None:
        return []  # so few that they are best found by that
    kinds, rows = query.kinds or _KINDS, record_entities.c
    pairs = _pairs(query, numbers)
    if pairs is not None:
        ways = pairs
    elif query.entities:
        rarest = min(query.entities, key=lambda one: (paired(one.entity), len(one.others)))  # a person is in less than a country
        sure = () if rarest.roles else (rarest,)
        ways = [
            _Way(record_entities, (rows.entity == number, rows.kind == kind), sure)
            for number, kind in product(_meant(rarest, numbers), kinds)
        ]
    else:
        ways = [_Way(records, (records.c.kind == kind,)) for kind in kinds]
    return ways if len(ways) <= _MOST_WAYS else []


def _pairs(query: Query, numbers: Numbers) -> list[_Way] | None:
    """The stretches of `record_pairs` that lead to what two have parts in; None where that table does not tell."""
    if len(query.entities) < 2 or not query.kinds or not set(query.kinds) <= PAIRED_KINDS:
        return None
    in_pairs = [one for one in query.entities if all(map(paired, (one.entity, *one.others)))]
    if len(in_pairs) < 2:
        return None
    first, second = in_pairs[:2]
    one, other = sorted((_meant(first, numbers), _meant(second, numbers)), key=len)
    if set(one) & set(other):
        return None
    pairs = {(min(pair), max(pair)) for pair in product(one, other)}
    if pairs:
        pairs |= {(CROWD, number) for number in one}
    sure = tuple(wanted for wanted in (first, second) if not wanted.roles)
    rows = record_pairs.c
    return [
        _Way(record_pairs, (rows.one == low, rows.other == high, rows.kind == kind), () if low == CROWD else sure)
        for (low, high), kind in product(sorted(pairs), query.kinds)
    ]


def _walk(query: Query, known: int | None, numbers: Numbers, way: _Way) -> Select[Any]:
    table = way.table
    unsure = [wanted for wanted in query.entities if wanted not in way.sure]
    conditions = [*way.conditions, *_conditions(query, known), *_have_parts(unsure, numbers)]
    if query.as_of is not None and table is not records:
        conditions.append(table.c.day <= day_number(query.as_of))
    if known is not None and table is not records:
        conditions.append(table.c.sequence <= known)
    if query.after is not None:
        conditions.append(_beyond(query, query.after, table))
    led = table if table is records else table.join(records, table.c.sequence == records.c.sequence)
    return (
        select(table.c.day, table.c.sequence)
        .select_from(led)
        .where(*conditions)
        .order_by(table.c.day.desc(), table.c.sequence.desc())
        .limit(query.limit)
    )


def _first_of(walks: Sequence[Select[Any]], limit: int | None) -> Select[Any]:
    """The first of all that several walks come to."""
    every = union(*(select(walk.subquery()) for walk in walks)).subquery()
    return select(every.c.day, every.c.sequence).order_by(every.c.day.desc(), every.c.sequence.desc()).limit(limit)


def _have_parts(asked: Iterable[Wanted], numbers: Numbers) -> Iterator[Condition]:
    """As `_parts`, asked of one record after the other."""
    for wanted in asked:
        rows = record_entities.alias("part").c
        key = (rows.kind == records.c.kind, rows.day == records.c.day, rows.sequence == records.c.sequence)
        yield exists(select(literal(1)).where(rows.entity.in_(_meant(wanted, numbers)), *key, *_in_role(wanted, rows.roles)))


def _meant(wanted: Wanted, numbers: Numbers) -> list[int]:
    return sorted({numbers[one] for one in (wanted.entity, *wanted.others) if one in numbers})


def _in_role(wanted: Wanted, roles: ColumnElement[str]) -> list[Condition]:
    # Not LIKE, which tells capitals from small letters in one database only.
    return [or_(*(func.replace(roles, f"|{role}|", "") != roles for role in wanted.roles))] if wanted.roles else []


def _beyond(query: Query, after: Record, table: Table) -> Condition:
    if not query.newest:
        return table.c.sequence > after.sequence
    return tuple_(table.c.day, table.c.sequence) < tuple_(literal(day_of(after.draft)), literal(after.sequence))
