"""Turn what words say into days: against the written date, the tense, and the times told before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from casus.reading.document import Document
from casus.reading.model import Time, Written
from casus.reading.parse import Sentence
from casus.reading.times import choose
from casus.reading.times.calendar import Period, add, containing, interval, period, shift
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
from casus.reading.times.tense import Tense, tense

_FINENESS = {
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
_ANCHOR_IN_WORDS = re.compile(r"\s+(?:(?!and\b|but\b|when\b|that\b)[\w'’-]+\s+){0,4}$")


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression means: TIMEX3 value, first and last day (inclusive, None: open or unknown), why, and the period if one."""

    value: str | None
    first: date | None
    last: date | None
    basis: str
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against. `told` is the period told before, `told_since` in sentences, `after` the next one.

    `year` is the period whose year months without one belong to, None where the written date decides. `history` is true where
    the report tells mostly of years far from the written date. `earlier` are the periods told before, latest first.
    """

    day: date | None
    tense: Tense
    told: Period | None = None
    told_since: int = 0
    year: Period | None = None
    history: bool = False
    earlier: tuple[Period, ...] = ()


_UNKNOWN = Resolved(None, None, None, "relative to the written date, which is not known")


def _of(found: Period, basis: str) -> Resolved:
    return Resolved(found.value, found.first, found.last, basis, found)


def _fixed(parts: Fixed, _context: Context) -> Resolved:
    known, days = period(parts.value), interval(parts.value)
    if days is None:
        return Resolved(parts.value, None, None, "the words; outside the calendar of days")
    return Resolved(parts.value, *days, "the words", known)


def _yearless(parts: Yearless | Nth | Feast, context: Context) -> Resolved:
    given, why = context.year if parts.which is None else None, "in the year told before"
    if not isinstance(parts, Feast) and parts.of is not None:
        given, why = _offset(parts.of, context).period, "in the year that the words tell"
    if given and (there := choose.yearly(parts)(given.first.year)):
        return _of(there, f"{why} ({given.first.year})")
    if context.day is None:
        if isinstance(parts, Yearless):
            return Resolved(f"XXXX-{parts.month:02}" + (f"-{parts.day:02}" if parts.day else ""), None, None, "no year is known")
        return _UNKNOWN
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
    if parts.unit == "weekend":
        return _of(choose.weekend(context.day, parts.count, context.tense), "counted from the written date")
    return _of(shift(containing(parts.unit, context.day), parts.count), "counted from the written date")


def _offset_told(parts: Offset, context: Context) -> Resolved:
    told = context.told
    if told is None:
        return Resolved(None, None, None, "counted from a time that is not told")
    if parts.count == 0:
        told = next((each for each in context.earlier if each.unit == parts.unit), told)
    if _FINENESS[told.unit] > _FINENESS[parts.unit]:
        return Resolved(None, told.first, told.last if parts.count == 0 else None, f"some {parts.unit} of or after {told.value}")
    return _of(shift(containing(parts.unit, told.first), parts.count), f"counted from {told.value}")


def _distance(parts: Distance, context: Context) -> Resolved:
    if parts.lasting and context.tense == "past":
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
    if parts == Distance(-1, "year") and context.told and context.told.unit == "quarter" and context.told_since <= 1:
        return _of(shift(context.told, -4), f"a year before {context.told.value}")
    if parts.origin == "told" and context.told:
        kept = context.told.unit
        if _FINENESS[kept] > _FINENESS[unit]:
            first, last = add(context.told.first, parts.count, parts.unit), add(context.told.last, parts.count, parts.unit)
            return Resolved(f"{first}/{last}", first, last, f"counted from {words}")
        if kept in ("quarter", "half", "month", "season") and unit == "year":
            return _of(containing(kept, add(origin, parts.count, parts.unit)), f"counted from {words}")
    return _of(containing(unit, add(origin, parts.count, parts.unit)), f"counted from {words}")  # type: ignore[arg-type]


def _window(parts: Window, context: Context) -> Resolved:
    if context.day is None:
        return Resolved(parts.value, None, None, _UNKNOWN.basis)
    end = add(context.day, parts.count, parts.unit)
    basis = "up to the written date" if parts.count < 0 else "from the written date on"
    if parts.vague:
        return Resolved(parts.value, *((None, context.day) if parts.count < 0 else (context.day, None)), basis)
    return Resolved(parts.value, *sorted((end, context.day)), basis)


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
    Fixed: _fixed, Yearless: _yearless, Nth: _yearless, Feast: _yearless, OnWeekday: _weekday, Offset: _offset, Distance: _distance,
    Window: _window, Numeric: _numeric, Pointer: _pointer, Length: _length, Hour: _hour, Between: _between,
}  # fmt: skip


def resolve_at(expression: Expression, context: Context) -> Resolved:
    """What one expression means in a context."""
    found: Resolved = _RULES[type(expression.parts)](expression.parts, context)  # type: ignore[operator]
    basis = f"{found.basis}; {expression.share} in it" if expression.share else found.basis
    hour = expression.hour if found.period and found.period.unit == "day" and found.value else ""
    return Resolved((found.value + hour) if found.value and hour else found.value, found.first, found.last, basis, found.period)


def _of_an_event(text: str, expression: Expression) -> bool:
    """Whether a distance counts from something that the next words name ("two years after the war", not "two years before.")."""
    parts = expression.parts
    if not isinstance(parts, Distance | Offset) or parts.origin != "told":
        return False
    after = text[expression.span[1] : expression.span[1] + 2]
    return text[slice(*expression.span)].lower().endswith(("before", "after")) and after[1:].isalnum()


def _anchored(text: str, expression: Expression, following: Expression | None) -> Expression | None:
    """The time in the words that a distance counts from ("two years after the 1961 treaty"), None where there is none."""
    parts = expression.parts
    if (
        not isinstance(parts, Distance)
        or parts.origin != "told"
        or following is None
        or following.sentence != expression.sentence
    ):
        return None
    if not text[slice(*expression.span)].lower().endswith(("before", "after")):
        return None
    gap = text[expression.span[1] : following.span[0]]
    return following if _ANCHOR_IN_WORDS.fullmatch(gap) else None


def _chain(expressions: Sequence[Expression], day: date | None, tenses: Sequence[Tense], text: str) -> list[Resolved]:
    """Resolve in order, each against the times before it."""
    found: list[Resolved] = []
    earlier: tuple[Period, ...] = ()
    year: Period | None = None
    told_at, year_at = 0, 0
    history = _tells_history(expressions, day)
    for index, expression in enumerate(expressions):
        following = expressions[index + 1] if index + 1 < len(expressions) else None
        in_year = year if history or (expression.sentence == year_at and tenses[index] == "past") else None
        context = Context(
            day, tenses[index], earlier[0] if earlier else None, expression.sentence - told_at, in_year, history, earlier
        )
        if _of_an_event(text, expression):
            anchor = _anchored(text, expression, following)
            there = resolve_at(anchor, context).period if anchor else None
            far = isinstance(expression.parts, Distance) and _FINENESS.get(expression.parts.unit, 0) > 2
            if there or far or context.told_since > 1:
                context = replace(context, told=there)
        result = resolve_at(expression, context)
        found.append(result)
        if result.period is None or isinstance(expression.parts, Hour | Window):
            continue
        if isinstance(expression.parts, Distance) and result.period.unit == "quarter":
            continue
        earlier, told_at = (result.period, *earlier[:7]), expression.sentence
        if isinstance(expression.parts, Fixed) and result.period.unit in ("day", "month", *(("year",) if history else ())):
            year, year_at = result.period, expression.sentence
    return found


def _tells_history(expressions: Sequence[Expression], day: date | None) -> bool:
    """Whether most years that the words give lie more than a year from the day of writing (a life, a chronicle)."""
    if day is None:
        return True
    years = [known.first.year for each in expressions if isinstance(each.parts, Fixed) and (known := period(each.parts.value))]
    return len(years) >= 6 and sum(abs(year - day.year) > 1 for year in years) > 0.7 * len(years)


def _merged(early: Resolved, late: Resolved) -> Resolved:
    """What holds whichever day of the written interval is right."""
    if early == late or early.value == late.value:
        return Resolved(early.value, early.first, late.last, early.basis)
    first = min(early.first, late.first) if early.first and late.first else None
    last = max(early.last, late.last) if early.last and late.last else None
    return Resolved(
        f"{first}/{last}" if first and last else None, first, last, early.basis + "; the written date is known only roughly"
    )


def resolve(expressions: Sequence[Expression], written: Written | None, document: Document) -> tuple[Time, ...]:
    """The times that expressions mean, in their order, numbered t1, t2, ...

    Sentences of `document` must be those that `find` was given; where they carry tokens the parse tells the tense, else words do.
    Without `written`, relative times have no days. A written date of several days gives the days that fit any of them.
    """
    text = document.report.text
    tenses = [tense(text, expression.span, document.sentences[expression.sentence]) for expression in expressions]
    found = _chain(expressions, written.first if written else None, tenses, text)
    if written and written.last != written.first:
        found = [_merged(*both) for both in zip(found, _chain(expressions, written.last, tenses, text), strict=True)]
    return tuple(
        Time(id=f"t{number}", span=expression.span, value=result.value, first=result.first, last=result.last, basis=result.basis)
        for number, (expression, result) in enumerate(zip(expressions, found, strict=True), 1)
    )
