"""What is asked for, as SQL that both databases take.

Where no more than so many are asked for, stretches of rows that have the order of the answer are walked (ways.py), so many of
each, and the first of all are the answer. So no more records are looked at than are asked for, however many there are. The
statement of a walk is made once and executed for each stretch: to make it takes longer than to walk.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    and_,
    bindparam,
    exists,
    false,
    func,
    literal,
    or_,
    select,
    tuple_,
    union_all,
)

from casus.ledger.contract import HAPPENS, Query, Wanted
from casus.ledger.record import Record
from casus.ledger.sql.rows import day_number, day_of, digest
from casus.ledger.sql.tables import record_entities, records, reports
from casus.ledger.sql.ways import Numbers, Way, meant, pairs, ways

Condition = ColumnElement[bool]
_ROWS = select(*records.c, reports.c.id.label("told")).outerjoin_from(records, reports, records.c.report == reports.c.number)
_NEWEST = (records.c.day.desc(), records.c.sequence.desc())
_FOUND = _ROWS.where(records.c.sequence.in_(bindparam("found", expanding=True))).order_by(*_NEWEST)
_LATER, _PART = records.alias("later"), record_entities.alias("part")
_OF_SAME = (_LATER.c.fact == func.coalesce(records.c.fact, records.c.id), _LATER.c.sequence > records.c.sequence)
_CURRENT = ~exists(select(literal(1)).where(*_OF_SAME))
_OWN_PART = (_PART.c.kind == records.c.kind, _PART.c.day == records.c.day, _PART.c.sequence == records.c.sequence)


def record_rows() -> Select[Any]:
    """Rows that `rows.record_of` takes, of all records in no order."""
    return _ROWS


def found(connection: Connection, query: Query, known: int | None, numbers: Numbers) -> Sequence[Row[Any]]:
    """The rows that a query asks for, in its order. `known` is the last sequence that was known then."""
    led = ways(query, numbers)
    if not led:
        return [*connection.execute(_selected(query, known, numbers))]
    places: set[tuple[int, int]] = set()
    conditions = _conditions(query, known)
    for _, alike in groupby(led, key=lambda way: (way.table.name, way.sure)):
        some = list(alike)
        statement = _walk(query, known, numbers, some[0], conditions)
        for way in some:
            places.update((day, sequence) for day, sequence in connection.execute(statement, _bound_to(way)))
    chosen = [sequence for _, sequence in sorted(places, reverse=True)[: query.limit]]
    return [*connection.execute(_FOUND, {"found": chosen})] if chosen else []


def counted(query: Query, known: int | None, numbers: Numbers) -> Select[Any]:
    """How many rows a query asks for."""
    return select(func.count()).select_from(records).where(*_conditions(query, known), *_parts(query, numbers))


def of_facts(facts: Sequence[str]) -> Condition:
    """That a record is a version of one of these facts."""
    digests = [digest(fact) for fact in facts]
    return or_(and_(records.c.fact.is_(None), records.c.id.in_(digests)), records.c.fact.in_(digests))


def current(known: int | None) -> Condition:
    """That no later record of the same fact was known."""
    return _CURRENT if known is None else ~exists(select(literal(1)).where(*_OF_SAME, _LATER.c.sequence <= known))


def _selected(query: Query, known: int | None, numbers: Numbers) -> Select[Any]:
    statement = _ROWS.where(*_conditions(query, known), *_parts(query, numbers))
    if query.after is not None:
        statement = statement.where(_beyond(query, query.after, records))
    statement = statement.order_by(*(_NEWEST if query.newest else (records.c.sequence,)))
    return statement if query.limit is None else statement.limit(query.limit)


def _conditions(query: Query, known: int | None) -> list[Condition]:
    column = records.c
    found: list[Condition] = [current(known)]
    if known is not None:
        found.append(column.sequence <= known)
    if not query.retracted:
        found.append(column.retracted == false())
    # Kinds are asked of the rows that entities are found by; asked of records too, SQLite would walk all records of the kind.
    kinds = () if query.entities else query.kinds
    # Nor of what facts lead to: the words of an index would be taken for the shorter way.
    kind: ColumnElement[str] = func.coalesce(column.kind, "") if query.facts else column.kind
    for of, values in ((kind, kinds), (column.type, query.types), (column.modality, query.modalities)):
        if values:
            found.append(of.in_(values))
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
    rows, asked = record_entities.c, list[Condition]()
    two = pairs(query, numbers)
    if two is not None:
        led = [
            select(way.table.c.sequence).where(*(way.table.c[name] == value for name, value in way.values.items())) for way in two
        ]
        return [records.c.sequence.in_(union_all(*led)) if led else false(), *_have_parts(query.entities, numbers)]
    for wanted in query.entities:
        conditions = [rows.entity.in_(meant(wanted, numbers)), *_in_role(wanted, rows.roles)]
        if query.kinds:
            conditions.append(rows.kind.in_(query.kinds))
        asked.append(records.c.sequence.in_(select(rows.sequence).where(*conditions)))
    return asked


def _walk(query: Query, known: int | None, numbers: Numbers, way: Way, conditions: Sequence[Condition]) -> Select[Any]:
    """The first places that a way leads to, and all that are like it: which of them is told by the parameters."""
    rows = way.table.c
    unsure = [wanted for wanted in query.entities if wanted not in way.sure]
    asked = [*(rows[name] == bindparam(f"way_{name}") for name in way.values), *conditions, *_have_parts(unsure, numbers)]
    if way.table is not records:
        asked.append(rows.sequence == records.c.sequence)
        if query.as_of is not None:
            asked.append(rows.day <= day_number(query.as_of))
        if known is not None:
            asked.append(rows.sequence <= known)
    if query.after is not None:
        asked.append(_beyond(query, query.after, way.table))
    return select(rows.day, rows.sequence).where(*asked).order_by(rows.day.desc(), rows.sequence.desc()).limit(query.limit)


def _bound_to(way: Way) -> dict[str, int | str]:
    return {f"way_{name}": value for name, value in way.values.items()}


def _have_parts(asked: Iterable[Wanted], numbers: Numbers) -> Iterator[Condition]:
    """As `_parts`, asked of one record after the other."""
    rows = _PART.c
    for wanted in asked:
        own = (rows.entity.in_(meant(wanted, numbers)), *_OWN_PART, *_in_role(wanted, rows.roles))
        yield exists(select(literal(1)).where(*own))


def _in_role(wanted: Wanted, roles: ColumnElement[str]) -> list[Condition]:
    # Not LIKE, which tells capitals from small letters in one database only.
    return [or_(*(func.replace(roles, f"|{role}|", "") != roles for role in wanted.roles))] if wanted.roles else []


def _beyond(query: Query, after: Record, table: Table) -> Condition:
    if not query.newest:
        return table.c.sequence > after.sequence
    return tuple_(table.c.day, table.c.sequence) < tuple_(literal(day_of(after.draft)), literal(after.sequence))
