"""What one expression means in its context: a rule for each kind of parts."""

from dataclasses import dataclass, replace
from datetime import date

from casus.reading.times import choose
from casus.reading.times.calendar import MONTHS_OF, SEASONS, Period, add, containing, interval, period, shift
from casus.reading.times.expression import (
    Between,
    Distance,
    Expression,
    Feast,
    Fixed,
    Hour,
    Length,
    Nth,
    Numeric,
    Offset,
    OnWeekday,
    Pointer,
    Window,
    Yearless,
)
from casus.reading.times.tense import Tense

FINENESS = {
    "day": 0,
    "week": 1,
    "weekend": 1,
    "month": 2,
    "quarter": 3,
    "season": 3,
    "half": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
}


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression means: TIMEX3 value, first and last day (inclusive; None: open or unknown), why, the period if one."""

    value: str | None
    first: date | None
    last: date | None
    basis: str
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against. `told` is the period told before, `told_since` in sentences, `after` the next one.

    `year` is the period whose year months without one belong to, None where the written date decides. `history` is true where
    the report tells mostly of years far from the written date. `earlier` are the periods told before, latest first. `timeless` is
    true where it names no day near the written date, `nowadays` where "today" means these times and no day.
    """

    day: date | None
    tense: Tense
    told: Period | None = None
    told_since: int = 0
    year: Period | None = None
    history: bool = False
    earlier: tuple[Period, ...] = ()
    timeless: bool = False
    nowadays: bool = False


_UNKNOWN = Resolved(None, None, None, "relative to the written date, which is not known")


def _of(found: Period, basis: str) -> Resolved:
    return Resolved(found.value, found.first, found.last, basis, found)


def _fixed(parts: Fixed, _context: Context) -> Resolved:
    known, days = period(parts.value), interval(parts.value)
    why = f"known: the days of {parts.known}" if parts.known else "the words"
    if days is None:
        return Resolved(parts.value, None, None, f"{why}; outside the calendar of days")
    return Resolved(parts.value, *days, why, known)


def _yearless(parts: Yearless | Nth | Feast, context: Context) -> Resolved:
    if isinstance(parts, Nth) and parts.habitual and context.timeless and context.tense == "present":
        return Resolved(
            f"XXXX-{SEASONS[parts.number]}", None, None, "a season of every year, in present tense and a text of no days"
        )
    given, why = context.year if parts.which is None else None, "in the year told before"
    if not isinstance(parts, Feast) and parts.of is not None:
        given, why = _offset(parts.of, context).period, "in the year that the words tell"
    if given and (there := choose.yearly(parts)(given.first.year)):
        return _of(there, f"{why} ({given.first.year})")
    if context.day is None:
        if isinstance(parts, Nth) and parts.unit == "season":
            return Resolved(f"XXXX-{SEASONS[parts.number]}", None, None, "no year is known")
        if isinstance(parts, Yearless):
            return Resolved(f"XXXX-{parts.month:02}" + (f"-{parts.day:02}" if parts.day else ""), None, None, "no year is known")
        return _UNKNOWN
    told_from = not isinstance(parts, Feast) and parts.origin == "told"
    if parts.which and context.told and (told_from or (context.history and context.timeless)):
        start = context.told.last if parts.which > 0 else context.told.first
        return _of(choose.in_year(parts, start, context.tense), f"seen from {context.told.value}, told before")
    return _of(choose.in_year(parts, context.day, context.tense), f"nearest to the written date, {context.tense} tense")


def _weekday(parts: OnWeekday, context: Context) -> Resolved:
    if parts.origin == "told" and context.told:
        start = OnWeekday(parts.weekday, parts.which if parts.which else None)
        found = choose.on_weekday(start, context.told.first, "past" if parts.which == -1 else "future")
        return _of(found, f"seen from {context.told.value}")
    if context.day is None:
        return Resolved(f"XXXX-WXX-{parts.weekday + 1}", None, None, _UNKNOWN.basis)
    return _of(choose.on_weekday(parts, context.day, context.tense), f"weekday near the written date, {context.tense} tense")


def _offset(parts: Offset, context: Context) -> Resolved:
    if parts.origin == "told" or (parts.origin == "story" and context.history and context.told):
        return _offset_told(parts, context)
    if context.day is None:
        return _UNKNOWN
    if parts == Offset("day", 0) and context.nowadays:
        return Resolved("PRESENT_REF", context.day, context.day, "nowadays, seen from the written date")
    if parts.unit == "weekend":
        return _of(choose.weekend(context.day, parts.count, context.tense), "counted from the written date")
    return _of(shift(containing(parts.unit, context.day), parts.count), "counted from the written date")


def _offset_told(parts: Offset, context: Context) -> Resolved:
    told = context.told
    if told is None:
        return Resolved(None, None, None, "counted from a time that is not told")
    if parts.count == 0 and (parts.unit == "quarter" or FINENESS[told.unit] > FINENESS[parts.unit]):
        told = next((each for each in context.earlier if each.unit == parts.unit), told)
    if FINENESS[told.unit] > FINENESS[parts.unit]:
        return Resolved(None, told.first, told.last if parts.count == 0 else None, f"some {parts.unit} of or after {told.value}")
    return _of(shift(containing(parts.unit, told.first), parts.count), f"counted from {told.value}")


def _distance(parts: Distance, context: Context) -> Resolved:
    if parts.lasting and (context.tense == "past" or (parts.rate and context.tense != "future")):
        return Resolved(parts.lasting, None, None, "a length of time, on no calendar")
    origin = context.day if parts.origin == "written" else (context.told.first if context.told else None)
    back = parts.count < 0
    if origin is None:
        known = parts.origin == "written"
        return _UNKNOWN if known else Resolved(None, None, None, "counted from a time that is not told")
    words = "the written date" if parts.origin == "written" else context.told.value if context.told else ""
    if parts.vague and parts.unit != "hour":
        return Resolved(
            "PAST_REF" if back else "FUTURE_REF",
            None if back else origin,
            origin if back else None,
            f"vaguely counted from {words}",
        )
    if parts.unit == "hour":
        first, last = sorted((origin, add(origin, (abs(parts.count) + 23) // 24 * (-1 if back else 1), "day")))
        return Resolved(None, first, last, f"hours counted from {words}")
    unit = "week" if parts.unit == "fortnight" else parts.unit
    years = origin.year + parts.count * MONTHS_OF[unit] // 12 if unit in ("year", "decade", "century") else origin.year
    if years < 1:
        return Resolved(f"-{-years:04}", None, None, f"counted from {words}; outside the calendar of days")
    if parts == Distance(-1, "year") and context.told and context.told.unit == "quarter" and context.told_since <= 1:
        return _of(shift(context.told, -4), f"a year before {context.told.value}")
    if parts.origin == "told" and context.told:
        kept = context.told.unit
        if FINENESS[kept] > FINENESS[unit]:
            first, last = add(context.told.first, parts.count, parts.unit), add(context.told.last, parts.count, parts.unit)
            return Resolved(f"{first}/{last}", first, last, f"counted from {words}")
        if kept in ("quarter", "half", "month", "season") and unit == "year":
            return _of(containing(kept, add(origin, parts.count, parts.unit)), f"counted from {words}")
    return _of(containing(unit, add(origin, parts.count, parts.unit)), f"counted from {words}")


def _window(parts: Window, context: Context) -> Resolved:
    if context.day is None:
        return Resolved(parts.value, None, None, _UNKNOWN.basis)
    end = add(context.day, parts.count, parts.unit)
    basis = "up to the written date" if parts.count < 0 else "from the written date on"
    if parts.vague:
        return Resolved(parts.value, None if parts.count < 0 else context.day, context.day if parts.count < 0 else None, basis)
    return Resolved(parts.value, min(end, context.day), max(end, context.day), basis)


def _numeric(parts: Numeric, context: Context) -> Resolved:
    return _of(choose.in_figures(parts, context.day), "order of day and month open: the reading nearest before the written date")


def _pointer(parts: Pointer, context: Context) -> Resolved:
    day = context.day
    first, last = {"PRESENT_REF": (day, day), "PAST_REF": (None, day), "FUTURE_REF": (day, None)}[parts.value]
    return Resolved(parts.value, first, last, "seen from the written date" if day else _UNKNOWN.basis)


def _length(parts: Length, _context: Context) -> Resolved:
    return Resolved(parts.value, None, None, "a length of time, on no calendar")


def _hour(parts: Hour, context: Context) -> Resolved:
    told = context.told if context.told and context.told.unit == "day" and context.told_since <= 1 else None
    day = told.first if told else context.day
    if day is None:
        return Resolved(f"XXXX-XX-XX{parts.value}", None, None, _UNKNOWN.basis)
    return Resolved(f"{day}{parts.value}", day, day, f"on {day}" + (", told before" if told else ", the written date"))


def _between(parts: Between, context: Context) -> Resolved:
    head, tail = parts.first.parts, parts.last.parts
    last = resolve_at(parts.last, context)
    year = last.period if isinstance(tail, Fixed) else context.year
    first = resolve_at(parts.first, replace(context, year=year))
    if isinstance(head, Fixed) and isinstance(tail, Yearless | Nth) and first.period:
        last = resolve_at(parts.last, replace(context, year=first.period))
    if first.first and last.last and first.first > last.last and not isinstance(tail, Fixed):
        last = resolve_at(parts.last, Context(first.first, "future"))
    if first.first is None or last.last is None or first.first > last.last:
        both = first.value and last.value and first.first is None and last.last is None
        return Resolved(f"{first.value}/{last.value}" if both else None, None, None, first.basis)
    return Resolved(f"{first.value}/{last.value}", first.first, last.last, first.basis, last.period)


_RULES = {
    Fixed: _fixed, Yearless: _yearless, Nth: _yearless, Feast: _yearless, OnWeekday: _weekday, Offset: _offset, Window: _window,
    Distance: _distance, Numeric: _numeric, Pointer: _pointer, Length: _length, Hour: _hour, Between: _between,
}  # fmt: skip


def resolve_at(expression: Expression, context: Context) -> Resolved:
    """What one expression means in a context."""
    found: Resolved = _RULES[type(expression.parts)](expression.parts, context)  # type: ignore[operator]
    basis = f"{found.basis}; {expression.share} in it" if expression.share else found.basis
    hour = expression.hour if found.period and found.period.unit == "day" and found.value else ""
    return Resolved((found.value + hour) if found.value and hour else found.value, found.first, found.last, basis, found.period)
