"""What is asked for, as SQL that both databases take."""

from typing import Any

from sqlalchemy import ColumnElement, Date, Select, Table, exists, false, func, literal, or_, select, tuple_

from casus.ledger.contract import HAPPENS, Query, Wanted
from casus.ledger.record import Record
from casus.ledger.sql.rows import PAIRED_KINDS, day_of, paired
from casus.ledger.sql.tables import record_entities, record_pairs, records

Condition = ColumnElement[bool]
Walk = tuple[Table, list[Condition]]
"""A table whose rows, in their order, lead to the records of an answer, and which of its rows do."""


def selected(query: Query, known: int | None) -> Select[Any]:
    """The rows of `records` that a query asks for, in its order. `known` is the last sequence that was known then."""
    statement, order = select(records), records.c
    pair = _pair(query, known)
    if walk := pair or _walk(query, known):
        # The order of these rows is that of the answer: only as many records are looked at as are asked for.
        rows, conditions = walk
        statement = statement.join(rows, rows.c.sequence == records.c.sequence).where(*conditions)
        order = rows.c
    statement = statement.where(*_conditions(query, known), *_entities(query, paired_up=bool(pair), one_by_one=bool(walk)))
    statement = (
        statement.order_by(order.day.desc(), order.sequence.desc()) if query.newest else statement.order_by(order.sequence)
    )
    if query.after is not None:
        statement = statement.where(_beyond(query, query.after, order))
    return statement if query.limit is None else statement.limit(query.limit)


def counted(query: Query, known: int | None) -> Select[Any]:
    """How many rows a query asks for."""
    statement = select(func.count()).select_from(records)
    if pair := _pair(query, known):
        statement = statement.join(record_pairs, record_pairs.c.sequence == records.c.sequence).where(*pair[1])
    return statement.where(*_conditions(query, known), *_entities(query, paired_up=bool(pair), one_by_one=bool(pair)))


def _conditions(query: Query, known: int | None) -> list[Condition]:
    column = records.c
    found: list[Condition] = [current(known)]
    if known is not None:
        found.append(column.sequence <= known)
    if not query.retracted:
        found.append(column.retracted == false())
    # Kinds are asked of the rows that entities are found by; asked of records too, SQLite would walk all records of the kind.
    kinds = () if query.entities else query.kinds
    for name, values in (("kind", kinds), ("type", query.types), ("modality", query.modalities), ("fact", query.facts)):
        if values:
            found.append(column[name].in_(values))
    if query.report is not None:
        found.append(column.report == query.report)
    if query.topic is not None:
        found.append(column.topic == query.topic)
    if query.first is not None:
        found.append(or_(column.last_latest.is_(None), column.last_latest >= query.first))
    if query.last is not None:
        found.append(or_(column.first_earliest.is_(None), column.first_earliest <= query.last))
    if query.as_of is not None:
        # A record's day is that of its first end, or stands before all days: what is later has neither happened nor begun.
        found.append(column.day <= query.as_of)
        if not query.kinds or set(query.kinds) - HAPPENS:
            ends = or_(column.last_latest.is_(None), column.last_latest >= query.as_of)
            found.append(or_(column.kind.in_(sorted(HAPPENS)), ends))
    return found


def current(known: int | None) -> Condition:
    """That no later record of the same fact was known."""
    later = records.alias("later")
    conditions = [later.c.fact == records.c.fact, later.c.sequence > records.c.sequence]
    if known is not None:
        conditions.append(later.c.sequence <= known)
    return ~exists(select(literal(1)).select_from(later).where(*conditions))


def _pair(query: Query, known: int | None) -> Walk | None:
    """What of `record_pairs` is what two entities have parts in; None where that table does not tell."""
    wanted = query.entities
    pairable = (
        len(wanted) == 2
        and query.kinds
        and set(query.kinds) <= PAIRED_KINDS
        and all(paired(one.entity) and not one.others for one in wanted)
    )
    if not pairable or wanted[0].entity == wanted[1].entity:
        return None
    one, other = sorted(one.entity for one in wanted)
    return record_pairs, [record_pairs.c.one == one, record_pairs.c.other == other, *_of_kind(record_pairs, query, known)]


def _walk(query: Query, known: int | None) -> Walk | None:
    """What of `record_entities` one of the entities has a part in, once each; None where its order is not the answer's."""
    plain = [one for one in query.entities if not one.others]
    if not plain or len(query.kinds) != 1 or not query.newest or query.limit is None:
        return None
    rarest = min(plain, key=lambda one: paired(one.entity))  # a person has a part in fewer than a country
    rows, again = record_entities.c, record_entities.alias("again").c
    same = [again.entity == rows.entity, again.kind == rows.kind, again.day == rows.day, again.sequence == rows.sequence]
    first_role = select(func.min(again.role)).where(*same).scalar_subquery()
    return record_entities, [rows.entity == rarest.entity, rows.role == first_role, *_of_kind(record_entities, query, known)]


def _of_kind(rows: Table, query: Query, known: int | None) -> list[Condition]:
    """What the rows by which records are found tell of them too."""
    found = [rows.c.kind == query.kinds[0] if len(query.kinds) == 1 else rows.c.kind.in_(query.kinds)]
    if known is not None:
        found.append(rows.c.sequence <= known)
    if query.as_of is not None:
        found.append(rows.c.day <= query.as_of)
    return found


def _entities(query: Query, *, paired_up: bool, one_by_one: bool) -> list[Condition]:
    """That each entity has a part. `paired_up`: `record_pairs` tells already who has one; `one_by_one`: see `_part`."""
    return [_part(one, query, one_by_one) for one in query.entities if one.roles or not paired_up]


def _part(wanted: Wanted, query: Query, one_by_one: bool) -> Condition:
    """That an entity has a part. `one_by_one`: asked of one record after the other, else of all at once."""
    rows = record_entities.alias("part").c
    conditions = [rows.entity.in_((wanted.entity, *wanted.others)) if wanted.others else rows.entity == wanted.entity]
    if query.kinds:
        conditions.append(rows.kind.in_(query.kinds))
    if wanted.roles:
        conditions.append(rows.role.in_(wanted.roles))
    if one_by_one:
        own = (rows.kind == records.c.kind, rows.day == records.c.day, rows.sequence == records.c.sequence)
        return exists(select(literal(1)).where(*conditions, *own))
    return records.c.sequence.in_(select(rows.sequence).where(*conditions))


def _beyond(query: Query, after: Record, order: Any) -> Condition:  # noqa: ANN401 - the columns of a table
    if not query.newest:
        return order.sequence > after.sequence  # type: ignore[no-any-return]
    return tuple_(order.day, order.sequence) < tuple_(literal(day_of(after.draft), Date), literal(after.sequence))
