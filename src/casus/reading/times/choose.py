"""Which year, week or order a time that does not say it means, seen from a day and a tense."""

from collections.abc import Callable
from datetime import date

from casus.reading.times.calendar import (
    Period,
    containing,
    month_length,
    nth_weekday,
    shift,
    weekday_after,
    weekday_before,
)
from casus.reading.times.expression import Feast, Nth, Numeric, OnWeekday, Yearless
from casus.reading.times.lexicon import lexicon
from casus.reading.times.tense import Tense

_SOON = {"day": 120, "month": 70}
"""So near ahead (in days) a date without a year is ahead whatever the tense: of one nearly a year back news would say so."""
Yearly = Callable[[int], Period | None]
"""The period of a year that words without a year mean; None where that year has none (29 February)."""


def yearly(parts: Yearless | Nth | Feast) -> Yearly:
    """How to find, for any year, what a month, day, quarter, season or holiday is in it."""
    if isinstance(parts, Yearless):
        return lambda year: _month_or_day(parts, year)
    if isinstance(parts, Feast):
        rule = lexicon().holidays[parts.name]
        return lambda year: Period(
            "day", date(year, rule.month, rule.day) if rule.day else nth_weekday(year, rule.month, rule.weekday, rule.which)
        )
    if parts.unit == "season":
        return lambda year: Period("season", date(year, parts.number * 3 or 12, 1))
    months = 3 if parts.unit == "quarter" else 6
    return lambda year: Period(parts.unit, date(year, months * (parts.number - 1) + 1, 1))


def _month_or_day(parts: Yearless, year: int) -> Period | None:
    if parts.day is None:
        return Period("month", date(year, parts.month, 1))
    return Period("day", date(year, parts.month, parts.day)) if parts.day <= month_length(year, parts.month) else None


def in_year(parts: Yearless | Nth | Feast, day: date, tense: Tense) -> Period:
    """The one that is meant: by "last", "this" or "next", by the weekday it names, else by the tense.

    Past: the latest that has begun by the day. Future: the first that is not over. Present: the nearest.
    """
    of_year, which = yearly(parts), parts.which
    around = [found for year in range(max(1, day.year - 8), min(9998, day.year + 8) + 1) if (found := of_year(year))]
    if isinstance(parts, Yearless) and parts.weekday is not None:
        fitting = [found for found in around if found.first.weekday() == parts.weekday]
        if fitting:
            return min(fitting, key=lambda found: (abs((found.first - day).days), found.first > day))
    if which == 0:
        here = next((found for found in around if found.first <= day <= found.last), None)
        same = next((found for found in around if found.first.year == day.year), None)
        return here or same or around[0]
    over = [found for found in around if found.last < day]
    begun = [found for found in around if found.first <= day]
    ahead = [found for found in around if found.first > day]
    if which == -1:
        return over[-1] if over else around[0]
    if which == 1:
        return ahead[0] if ahead else around[-1]
    if tense != "past" and isinstance(parts, Nth) and parts.unit != "season":
        return min(around, key=lambda found: abs((found.first - day).days + 45))
    if tense == "past":
        if not begun or (ahead and (ahead[0].first - day).days <= _SOON.get(ahead[0].unit, 0)):
            return ahead[0]
        return begun[-1]
    if tense == "future":
        return next((found for found in around if found.last >= day), around[-1])
    return min(around, key=lambda found: abs((found.first - day).days))


def on_weekday(parts: OnWeekday, day: date, tense: Tense) -> Period:
    """The day that a weekday means: 0 to 6 days back, ahead in future tense; "last" and "next" never the day itself."""
    if parts.which == -1:
        return Period("day", weekday_before(day, parts.weekday, strictly=True))
    if parts.which == 1:
        return Period("day", weekday_after(day, parts.weekday, strictly=True))
    if tense == "future" or (parts.which == 0 and tense == "present"):
        return Period("day", weekday_after(day, parts.weekday))
    return Period("day", weekday_before(day, parts.weekday))


def in_figures(parts: Numeric, day: date | None) -> Period:
    """A date in figures of open order: the reading next before the day; without a day only its year is known."""
    if day is None:
        return Period("year", date(parts.year, 1, 1))
    readings = [date(parts.year, month, which) for month, which in ((parts.left, parts.right), (parts.right, parts.left))]
    return Period("day", min(readings, key=lambda reading: (reading > day, abs((reading - day).days))))


def weekend(day: date, count: int, tense: Tense) -> Period:
    """ "This weekend" (0) is the one just over in past tense before Thursday, else the one of the week."""
    here = containing("weekend", day)
    if count == 0 and tense == "past" and day.weekday() < 4:
        return shift(here, -1)
    if count == -1 and day.weekday() > 4:
        return shift(here, -1) if tense != "future" else here
    return shift(here, count)
