"""Dates that keep their precision, and intervals of validity. All intervals are closed: both ends are inside."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from casus.errors import WorldError


@lru_cache(maxsize=8192)
def interval(text: str) -> tuple[date, date]:
    """The first and the last day that a date may mean: "1994" is (1994-01-01, 1994-12-31), "1994-07-08" that day twice.

    Raises WorldError where `text` is not YYYY, YYYY-MM or YYYY-MM-DD.
    """
    try:
        parts = [int(part) for part in text.split("-")]
        if [len(part) for part in text.split("-")] == [4, 2, 2][: len(parts)]:
            if len(parts) == 1:
                return date(parts[0], 1, 1), date(parts[0], 12, 31)
            if len(parts) == 2:
                year, month = parts
                return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
            year, month, day = parts
            return date(year, month, day), date(year, month, day)
    except ValueError:
        pass
    raise WorldError(f"not a date: {text!r} (allowed: YYYY, YYYY-MM, YYYY-MM-DD)")


def last_day_before(until: str | None) -> str | None:
    """The closed end for a first day that is outside; a date less precise than a day stays as it is."""
    if until is None or len(until) < len("2000-01-01"):
        return until
    return (interval(until)[0] - timedelta(1)).isoformat()


def certain_days(first: str | None, last: str | None) -> tuple[int, int]:
    """The first and last day (as ordinals) on which a spell surely holds; the first is later where no day is sure."""
    start = interval(first)[1].toordinal() if first else 0
    return start, interval(last)[0].toordinal() if last else 10**7


@dataclass(frozen=True, slots=True)
class Validity:
    """When a fact holds, ends included. None is an open or unknown end. Ends keep the precision that the source gave."""

    first: str | None = None
    last: str | None = None

    def contains(self, on: date | None) -> bool | None:
        """Whether the fact holds on a day: True, False, or None where the day is None or falls in an imprecise end."""
        if on is None:
            return None
        answer: bool | None = True
        if self.first is not None:
            earliest, latest = interval(self.first)
            if on < earliest:
                return False
            if on < latest:
                answer = None
        if self.last is not None:
            earliest, latest = interval(self.last)
            if on > latest:
                return False
            if on > earliest:
                answer = None
        return answer


def overlap(one: Validity, other: Validity) -> bool:
    """Whether two spells of one thing overlap for certain: the one that surely began first goes on when the other one began.

    Imprecise ends may touch. The same spell twice overlaps.
    """
    (_, end), (start, _) = sorted((certain_days(one.first, one.last), certain_days(other.first, other.last)))
    return one == other or end >= start
