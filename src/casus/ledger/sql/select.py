"""What is asked for, as SQL that both databases take.

Where few of many are asked for by who has a part in them, the rows of `record_entities` or `record_pairs` are walked in the order
of the answer, so that only as many records are looked at as are asked for, however many there are.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, exists, false, func, literal, or_, select, tuple_, union

from casus.ledger.contract import HAPPENS, Query, Wanted
from casus.ledger.record import Record
from casus.ledger.sql.columns import day_number
from casus.ledger.sql.rows import first_day, paired
from casus.ledger.sql.tables import CROWD, changes, entities, record_entities, record_pairs, records, reports

Condition = ColumnElement[bool]
Numbers = Mapping[str, int]
"""The numbers of entities by their ids, of those that any record has."""

_MOST_WALKS = 16
"""So many ways of walking are put together at most."""

_PLACES = (
    records.outerjoin(changes, records.c.change == changes.c.number).outerjoin(reports, records.c.report == reports.c.number)
)
_COLUMNS = [column for column in records.c if column.name not in ("report", "change", "day", "type", "modality")]


def record_rows() -> Select[Any]:
    """Rows that `rows.record_of` takes, of all records in no order."""
    return select(*_COLUMNS, changes.c.recorded_at, reports.c.id.label("told")).select_from(_PLACES)


def numbers_of(query: Query) -> Select[Any]:
    """The ids and numbers of the entities that a query names."""
    named = {one for wanted in query.entities for one in (wanted.entity, *wanted.others)}
    return select(entities.c.id, entities.c.number).where(entities.c.id.in_(sorted(named)))


def selected(query: Query, known: int | None, numbers: Numbers) -> Select[Any]:
    """The rows that a query asks for, in its order. `known` is the last sequence that was known then."""
    if query.newest and query.limit is not None and (walks := _walks(query, known, numbers)):
        found = (walks[0] if len(walks) == 1 else union(*(select(walk.subquery()) for walk in walks))).subquery()
        statement = record_rows().where(records.c.sequence.in_(select(found.c.sequence)))
    else:
        statement = record_rows().where(*_conditions(query, known), *_parts(query, numbers))
        if query.after is not None:
            statement = statement.where(_beyond(query, query.after, records))
    newest = (records.c.day.desc(), records.c.sequence.desc())
    return statement.order_by(*(newest if query.newest else (records.c.sequence,))).limit(query.limit)


def counted(query: Query, known: int | None, numbers: Numbers) -> Select[Any]:
    """How many rows a query asks for."""
    conditions = (*_conditions(query, known), *_parts(query, numbers))
    return select(func.count()).select_from(records.outerjoin(reports, records.c.report == reports.c.number)).where(*conditions)


def of_facts(facts: Sequence[str]) -> Condition:
    """That a record is a version of one of these facts."""
    return or_(and_(records.c.fact.is_(None), records.c.id.in_(facts)), records.c.fact.in_(facts))


def current(known: int | None) -> Condition:
    """That no record that was known supersedes it."""
    later = records.alias("later")
    conditions = [later.c.supersedes == records.c.id]
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
    for name, values in (("kind", query.kinds), ("type", query.types), ("modality", query.modalities)):
        if values:
            found.append(column[name].in_(values))
    if query.facts:
        found.append(of_facts(query.facts))
    if query.report is not None:
        found.append(column.report == select(reports.c.number).where(reports.c.id == query.report).scalar_subquery())
    if query.topic is not None:
        found.append(column.topic == query.topic)
    if query.first is not None:
        found.append(or_(column.last_latest.is_(None), column.last_latest >= query.first))
    if query.last is not None:
        found.append(or_(column.first_earliest.is_(None), column.first_earliest <= query.last))
    if query.as_of is not None:
        ends = or_(column.last_latest.is_(None), column.last_latest >= query.as_of)
        found += [column.day <= day_number(query.as_of), or_(column.kind.in_(sorted(HAPPENS)), ends)]
    return found


def _parts(query: Query, numbers: Numbers) -> list[Condition]:
    """That each of those who are asked for has a part."""
    rows = record_entities.c
    found = []
    for wanted in query.entities:
        conditions = [rows.entity.in_(_meant(wanted, numbers)), *_in_role(wanted)]
        if query.kinds:
            conditions.append(rows.kind.in_(query.kinds))
        found.append(records.c.sequence.in_(select(rows.sequence).where(*conditions)))
    return found


def _walks(query: Query, known: int | None, numbers: Numbers) -> list[Select[Any]]:
    """Ways to come by the sequences that are asked for, each in the order of the answer; none where there are none or too many."""
    if not query.entities or not query.kinds:
        return []
    in_pairs = [one for one in query.entities if all(paired(name) for name in (one.entity, *one.others))]
    if len(in_pairs) > 1:
        ways = _pair_ways(in_pairs[0], in_pairs[1], query, numbers)
    else:
        rarest = min(query.entities, key=lambda one: paired(one.entity))  # a person has a part in fewer than a country
        ways = [
            (record_entities, [record_entities.c.entity == number, record_entities.c.kind == kind])
            for number, kind in product(_meant(rarest, numbers), query.kinds)
        ]
    return [_walk(query, known, numbers, *way) for way in ways] if len(ways) <= _MOST_WALKS else []


def _pair_ways(first: Wanted, second: Wanted, query: Query, numbers: Numbers) -> list[tuple[Table, list[Condition]]]:
    pairs = {tuple(sorted(pair)) for pair in product(_meant(first, numbers), _meant(second, numbers)) if pair[0] != pair[1]}
    pairs |= {(CROWD, number) for number in _meant(first, numbers)}
    rows = record_pairs.c
    return [
        (record_pairs, [rows.one == one, rows.other == other, rows.kind == kind])
        for (one, other), kind in product(sorted(pairs), query.kinds)
    ]


def _walk(query: Query, known: int | None, numbers: Numbers, table: Table, way: Sequence[Condition]) -> Select[Any]:
    conditions = [*way, *_conditions(query, known), *_have_parts(query, numbers)]
    if query.as_of is not None:
        conditions.append(table.c.day <= day_number(query.as_of))
    if query.after is not None:
        conditions.append(_beyond(query, query.after, table))
    return (
        select(table.c.day, table.c.sequence)
        .select_from(table.join(records, table.c.sequence == records.c.sequence))
        .where(*conditions)
        .order_by(table.c.day.desc(), table.c.sequence.desc())
        .limit(query.limit)
    )


def _have_parts(query: Query, numbers: Numbers) -> Iterator[Condition]:
    """As `_parts`, asked of one record after the other."""
    rows = record_entities.c
    for wanted in query.entities:
        key = (rows.kind == records.c.kind, rows.day == records.c.day, rows.sequence == records.c.sequence)
        yield exists(select(literal(1)).where(rows.entity.in_(_meant(wanted, numbers)), *key, *_in_role(wanted)))


def _meant(wanted: Wanted, numbers: Numbers) -> list[int]:
    return sorted({numbers[one] for one in (wanted.entity, *wanted.others) if one in numbers})


def _in_role(wanted: Wanted) -> list[Condition]:
    return [or_(*(record_entities.c.roles.contains(f"|{role}|", autoescape=True) for role in wanted.roles))] if wanted.roles else []


def _beyond(query: Query, after: Record, table: Table) -> Condition:
    if not query.newest:
        return table.c.sequence > after.sequence
    return tuple_(table.c.day, table.c.sequence) < tuple_(literal(first_day(after.draft)), literal(after.sequence))
