"""Periods of the calendar: their TIMEX3 values, their days, and counting with them. All days are proleptic Gregorian."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import get_args

from casus.reading.times.expression import Unit

MONTHS_OF: dict[Unit, int] = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
SEASONS = ("WI", "SP", "SU", "FA")
_VALUE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:T.*)?|(?P<weekend>\d{4}-W\d\d)-WE|(?P<week>\d{4}-W\d\d)|(?P<month>\d{4}-\d\d)|"
    r"(?P<quarter>\d{4}-Q[1-4])|(?P<half>\d{4}-H[12])|(?P<season>\d{4}-(?:SP|SU|FA|WI))|(?P<year>\d{4})|(?P<decade>\d{3})X|(?P<century>\d\d)XX"
)


@dataclass(frozen=True, slots=True)
class Period:
    """One unit of the calendar, by its first day. Winter begins in December and bears that December's year."""

    unit: Unit
    first: date

    @property
    def last(self) -> date:
        """The last day, inclusive. The calendar ends with the year 9999."""
        if self.unit == "day":
            return self.first
        if self.unit in ("week", "weekend"):
            return _days(self.first, 6 if self.unit == "week" else 1)
        following = add_months(self.first, MONTHS_OF[self.unit])
        return following - timedelta(1) if following > self.first and following.year < 9999 else date(9999, 12, 31)

    @property
    def value(self) -> str:
        """The TIMEX3 value; decades and centuries end in X ("199X", "19XX")."""
        day = self.first
        if self.unit in ("week", "weekend"):
            year, week, _ = day.isocalendar()
            return f"{year:04}-W{week:02}" + ("-WE" if self.unit == "weekend" else "")
        if self.unit == "season":
            return f"{day.year:04}-{SEASONS[day.month // 3 % 4]}"
        return {
            "day": day.isoformat(),
            "month": f"{day.year:04}-{day.month:02}",
            "quarter": f"{day.year:04}-Q{(day.month + 2) // 3}",
            "half": f"{day.year:04}-H{(day.month + 5) // 6}",
            "year": f"{day.year:04}",
            "decade": f"{day.year // 10:03}X",
            "century": f"{day.year // 100:02}XX",
        }[self.unit]


def _days(day: date, count: int) -> date:
    try:
        return day + timedelta(count)
    except OverflowError:
        return date.min if count < 0 else date.max


def add_months(day: date, count: int) -> date:
    """The day so many months away (back, where negative); the last of a shorter month; kept within the years 1 to 9999."""
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        return date.min if year < 1 else date.max
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def month_length(year: int, month: int) -> int:
    """Days in a month, leap years minded."""
    return (
        28 + (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)) if month == 2 else 30 + (month in (1, 3, 5, 7, 8, 10, 12))
    )


def containing(unit: Unit, day: date) -> Period:
    """The period of a unit in which a day lies; for a weekend that of the day's week."""
    if unit == "day":
        return Period(unit, day)
    if unit in ("week", "weekend"):
        return Period(unit, _days(day, (0 if unit == "week" else 5) - day.weekday()))
    months = {"month": 1, "quarter": 3, "half": 6}.get(unit)
    if months:
        return Period(unit, date(day.year, (day.month - 1) // months * months + 1, 1))
    if unit == "season":
        first = date(day.year, day.month // 3 * 3, 1) if day.month > 2 else add_months(date(day.year, 1, 1), -1)
        return Period(unit, first)
    years = {"year": 1, "decade": 10, "century": 100}[unit]
    return Period(unit, date(max(1, day.year // years * years), 1, 1))


def shift(period: Period, count: int) -> Period:
    """The period so many of its own units later (earlier, where negative)."""
    days = {"day": 1, "week": 7, "weekend": 7}.get(period.unit)
    moved = _days(period.first, days * count) if days else add_months(period.first, MONTHS_OF[period.unit] * count)
    return containing(period.unit, moved)


def add(day: date, count: int, unit: str) -> date:
    """The day so many units (day, week, fortnight, month, ..., century; hours and less count as none) away."""
    days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(unit)
    if days:
        return _days(day, days * count) if abs(count) < 4_000_000 else (date.min if count < 0 else date.max)
    months = dict[str, int](MONTHS_OF).get(unit)  # type: ignore[arg-type]
    return add_months(day, months * count) if months else day


def period(value: str) -> Period | None:
    """The period that a TIMEX3 value writes; None where it writes none that the calendar knows (ranges, references, BC)."""
    match = _VALUE.fullmatch(value)
    if match is None or match.lastgroup is None:
        return None
    text = match[match.lastgroup]
    unit: Unit = next(each for each in get_args(Unit) if each == match.lastgroup)
    try:
        return Period(unit, _first_day(unit, text))
    except ValueError:
        return None


def _first_day(unit: Unit, text: str) -> date:
    """The first day of what a value writes. Raises ValueError for a day or week that no calendar has."""
    if unit == "day":
        return date.fromisoformat(text)
    if unit in ("week", "weekend"):
        return date.fromisocalendar(int(text[:4]), int(text[6:]), 1 if unit == "week" else 6)
    if unit == "season":
        return date(int(text[:4]), SEASONS.index(text[5:]) * 3 or 12, 1)
    if unit in ("decade", "century"):
        return date(max(1, int(text) * (10 if unit == "decade" else 100)), 1, 1)
    number = int(text[5:].lstrip("QH") or 1)
    return date(int(text[:4]), MONTHS_OF[unit] * (number - 1) + 1, 1)


def interval(value: str) -> tuple[date, date] | None:
    """First and last day (inclusive) that a TIMEX3 value or a range "A/B" of two of them covers; None where it has none."""
    start, slash, end = value.partition("/")
    first, last = period(start), period(end if slash else start)
    return (first.first, last.last) if first and last and first.first <= last.last else None


def weekday_before(day: date, weekday: int, strictly: bool = False) -> date:
    """The last such weekday (Monday is 0) up to a day; before it where `strictly`."""
    back = (day.weekday() - weekday) % 7
    return _days(day, -(back or (7 if strictly else 0)))


def weekday_after(day: date, weekday: int, strictly: bool = False) -> date:
    """The first such weekday from a day on; after it where `strictly`."""
    ahead = (weekday - day.weekday()) % 7
    return _days(day, ahead or (7 if strictly else 0))


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The `which`-th weekday of a month (1 is the first), the last one where `which` is -1."""
    if which > 0:
        return weekday_after(date(year, month, 1), weekday) + timedelta(7 * (which - 1))
    return weekday_before(date(year, month, month_length(year, month)), weekday)
