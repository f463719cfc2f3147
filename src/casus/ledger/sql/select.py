"""What is asked for, as SQL that both databases take."""

from typing import Any

from sqlalchemy import ColumnElement, Date, Select, and_, exists, false, func, literal, or_, select, tuple_

from casus.ledger.contract import HAPPENS, Query, Wanted
from casus.ledger.record import Record
from casus.ledger.sql.rows import PAIRED_KINDS, day_of, paired
from casus.ledger.sql.tables import record_entities, record_pairs, records

Condition = ColumnElement[bool]


def selected(query: Query, known: int | None) -> Select[Any]:
    """The rows of `records` that a query asks for, in its order. `known` is the last sequence that was known then."""
    statement, order = select(records), records.c
    if pair := _pair(query):
        # The pairs' own order is that of the answer: only as many rows are looked at as are asked for.
        statement = statement.join(record_pairs, record_pairs.c.sequence == records.c.sequence).where(*pair)
        order = record_pairs.c
    statement = statement.where(*_conditions(query, known))
    statement = (
        statement.order_by(order.day.desc(), order.sequence.desc()) if query.newest else statement.order_by(order.sequence)
    )
    if query.after is not None:
        statement = statement.where(_beyond(query, query.after, order))
    return statement if query.limit is None else statement.limit(query.limit)


def counted(query: Query, known: int | None) -> Select[Any]:
    """How many rows a query asks for."""
    statement = select(func.count()).select_from(records)
    if pair := _pair(query):
        statement = statement.join(record_pairs, record_pairs.c.sequence == records.c.sequence).where(*pair)
    return statement.where(*_conditions(query, known))


def _conditions(query: Query, known: int | None) -> list[Condition]:
    column = records.c
    found: list[Condition] = [current(known)]
    if known is not None:
        found.append(column.sequence <= known)
    if not query.retracted:
        found.append(column.retracted == false())
    for name, values in (("kind", query.kinds), ("type", query.types), ("modality", query.modalities), ("fact", query.facts)):
        if values:
            found.append(column[name].in_(values))
    if query.report is not None:
        found.append(column.report == query.report)
    if query.topic is not None:
        found.append(column.topic == query.topic)
    found.extend(_entities(query))
    if query.first is not None:
        found.append(or_(column.last_latest.is_(None), column.last_latest >= query.first))
    if query.last is not None:
        found.append(or_(column.first_earliest.is_(None), column.first_earliest <= query.last))
    if query.as_of is not None:
        happened = and_(column.kind.in_(sorted(HAPPENS)), column.day <= query.as_of)
        standing = and_(
            column.kind.not_in(sorted(HAPPENS)),
            or_(column.first_earliest.is_(None), column.first_earliest <= query.as_of),
            or_(column.last_latest.is_(None), column.last_latest >= query.as_of),
        )
        found.append(or_(happened, standing))
    return found


def current(known: int | None) -> Condition:
    """That no later record of the same fact was known."""
    later = records.alias("later")
    conditions = [later.c.fact == records.c.fact, later.c.sequence > records.c.sequence]
    if known is not None:
        conditions.append(later.c.sequence <= known)
    return ~exists(select(literal(1)).select_from(later).where(*conditions))


def _pair(query: Query) -> list[Condition]:
    """The conditions on `record_pairs` that find what two entities have parts in; none where that table does not tell."""
    wanted = query.entities
    pairable = (
        len(wanted) == 2
        and query.kinds
        and set(query.kinds) <= PAIRED_KINDS
        and all(paired(one.entity) and not one.others for one in wanted)
    )
    if not pairable or wanted[0].entity == wanted[1].entity:
        return []
    one, other = sorted(one.entity for one in wanted)
    kind = record_pairs.c.kind
    of_kind = kind == query.kinds[0] if len(query.kinds) == 1 else kind.in_(query.kinds)
    found = [record_pairs.c.one == one, record_pairs.c.other == other, of_kind]
    return found if query.as_of is None else [*found, record_pairs.c.day <= query.as_of]


def _entities(query: Query) -> list[Condition]:
    known_by_pair = bool(_pair(query))
    return [_part(one, query) for one in query.entities if one.roles or not known_by_pair]


def _part(wanted: Wanted, query: Query) -> Condition:
    entity = record_entities.c.entity
    conditions = [entity.in_((wanted.entity, *wanted.others)) if wanted.others else entity == wanted.entity]
    if query.kinds:
        conditions.append(record_entities.c.kind.in_(query.kinds))
    if wanted.roles:
        conditions.append(record_entities.c.role.in_(wanted.roles))
    return records.c.sequence.in_(select(record_entities.c.sequence).where(*conditions))


def _beyond(query: Query, after: Record, order: Any) -> Condition:  # noqa: ANN401 - the columns of a table
    if not query.newest:
        return order.sequence > after.sequence  # type: ignore[no-any-return]
    return tuple_(order.day, order.sequence) < tuple_(literal(day_of(after.draft), Date), literal(after.sequence))
