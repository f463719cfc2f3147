"""Times as every face takes them: a day, or a time of it."""

import re
from datetime import UTC, date, datetime, time

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)?")

END_OF_DAY, BEGINNING_OF_DAY = time.max, time.min


def instant(given: str, of_a_day: time) -> datetime:
    """A time in UTC from "2024-06-19" (at the time `of_a_day` of that day), "2024-06-19T12:00:00" or "...Z" (UTC), or with an
    offset ("+02:00"). Raises ValueError, in words, for anything else."""
    try:
        if _DAY.fullmatch(given):
            return datetime.combine(date.fromisoformat(given), of_a_day, UTC)
        if _INSTANT.fullmatch(given):
            told = datetime.fromisoformat(given)
            return told.replace(tzinfo=UTC) if told.tzinfo is None else told.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise ValueError("is no time; write it as 2024-06-19, or in UTC as 2024-06-19T12:00:00Z")
