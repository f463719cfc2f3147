"""Turn what words say into days: against the written date, the tense, and the times told before."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from casus.reading.document import Document
from casus.reading.model import Time, Written
from casus.reading.times.calendar import Period, period
from casus.reading.times.expression import Distance, Expression, Fixed, Hour, Offset, OnWeekday, Window
from casus.reading.times.rules import FINENESS, Context, Resolved, resolve_at
from casus.reading.times.tense import Tense, tense

_NEAR = 31
"""Days within which a date speaks for a text that tells of its own days."""
_FAR_YEARS = 2
_PERSONAL = re.compile(r"\b(?:I|[Ww]e|us|[Oo]ur|[Mm]y|me|[Yy]ou|[Yy]our|[Hh]ere)\b")
_CHRONICLE = 5
"""So many years make a report a chronicle, if most of them are far from its own."""
_ANCHOR_IN_WORDS = re.compile(r"\s+(?:(?!and\b|but\b|when\b|that\b)[\w'’-]+\s+){0,4}$")


def _of_an_event(text: str, expression: Expression) -> bool:
    """Whether a distance counts from something that the next words name ("two years after the war", not "two years before.")."""
    parts = expression.parts
    if not isinstance(parts, Distance | Offset) or parts.origin != "told":
        return False
    after = text[expression.span[1] : expression.span[1] + 2]
    return text[slice(*expression.span)].lower().endswith(("before", "after")) and after[1:].isalnum()


def _anchored(text: str, expression: Expression, following: Expression | None) -> Expression | None:
    """The time in the words that a distance counts from ("two years after the 1961 treaty"), None where there is none."""
    if following is None or following.sentence != expression.sentence:
        return None
    gap = text[expression.span[1] : following.span[0]]
    return following if _ANCHOR_IN_WORDS.fullmatch(gap) else None


def _chain(
    expressions: Sequence[Expression], day: date | None, tenses: Sequence[Tense], text: str, personal: frozenset[int]
) -> list[Resolved]:
    """Resolve in order, each against the times before it. `personal` are sentences in which somebody speaks of us and here."""
    found: list[Resolved] = []
    earlier: tuple[Period, ...] = ()
    year: Period | None = None
    told_at, year_at = 0, 0
    history, timeless = _tells_history(expressions, day), _timeless(expressions, day)
    for index, expression in enumerate(expressions):
        following = expressions[index + 1] if index + 1 < len(expressions) else None
        in_year = year if history or (expression.sentence == year_at and tenses[index] == "past") else None
        these_times = (timeless and tenses[index] != "past") or (history and tenses[index] == "present")
        context = Context(
            day=day,
            tense=tenses[index],
            told=earlier[0] if earlier else None,
            told_since=expression.sentence - told_at,
            year=in_year,
            history=history,
            earlier=earlier,
            timeless=timeless,
            nowadays=these_times and not (expression.hour or expression.share or expression.sentence in personal),
        )
        if _of_an_event(text, expression):
            anchor = _anchored(text, expression, following)
            there = resolve_at(anchor, context).period if anchor else None
            far = isinstance(expression.parts, Distance) and FINENESS.get(expression.parts.unit, 0) > 2
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
    years = [known.first.year for each in expressions if isinstance(each.parts, Fixed) and (known := period(each.parts.value))]
    far = len(years) if day is None else sum(abs(year - day.year) > 1 for year in years)
    return len(years) >= _CHRONICLE and far > 0.7 * len(years)


def _timeless(expressions: Sequence[Expression], day: date | None) -> bool:
    """Whether the words tell of far years and of no day near that of writing, as a guide or a study does; reports, speeches and
    diaries name such days.
    """
    if day is None or any(_near(each, day) for each in expressions):
        return False
    years = [known.first.year for each in expressions if isinstance(each.parts, Fixed) and (known := period(each.parts.value))]
    return sum(abs(year - day.year) > 1 for year in years) >= _FAR_YEARS


def _near(expression: Expression, day: date) -> bool:
    parts = expression.parts
    if isinstance(parts, Fixed):
        known = period(parts.value)
        return known is not None and known.unit == "day" and abs((known.first - day).days) <= _NEAR
    if isinstance(parts, Offset):
        return parts.origin == "written" and (parts.unit in ("week", "weekend") or (parts.unit == "day" and parts.count != 0))
    if isinstance(parts, Distance):
        return parts.origin == "written" and parts.unit in ("day", "week", "hour")
    return isinstance(parts, OnWeekday) and parts.origin == "written"


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
    told_in = {expression.sentence for expression in expressions}
    personal = frozenset(each for each in told_in if _PERSONAL.search(text[slice(*document.sentences[each].span)]))
    found = _chain(expressions, written.first if written else None, tenses, text, personal)
    if written and written.last != written.first:
        found = [_merged(*both) for both in zip(found, _chain(expressions, written.last, tenses, text, personal), strict=True)]
    return tuple(
        Time(id=f"t{number}", span=expression.span, value=result.value, first=result.first, last=result.last, basis=result.basis)
        for number, (expression, result) in enumerate(zip(expressions, found, strict=True), 1)
    )
