"""Dates as headers, datelines and metadata write them. Only whole notations: "June 2024" or "Wednesday" is no date here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from casus.sources.report import Span, Stamp

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d\d"
CLOCK = (
    r"(?:\d{1,2}[:.h]\d\d(?::\d\d(?:\.\d+)?)?\s?(?:[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|\d{4}\s?(?=gmt|utc))"
    r"(?:\s?\(?(?:gmt|utc|bst|c?est|edt|e[ae]?t|pst|pdt|msk|ist|jst|kst|cet|z)\b\)?)?(?:\s?[+-]\d\d:?\d\d)?"
)
_DATED = (
    rf"(?:{WEEKDAY},?\s+)?(?:"
    rf"(?P<month_first>{MONTH})\s+(?P<day_first>{_DAY})(?:,\s*|\s+)(?P<year_first>{_YEAR})"
    rf"|(?P<day_second>{_DAY})(?:\s+(?:of\s+)?|-)(?P<month_second>{MONTH})(?:,?\s+|-)(?P<year_second>{_YEAR})"
    rf"|(?P<year_iso>{_YEAR})(?P<mark>[-/.])(?P<month_iso>0?[1-9]|1[0-2])(?P=mark)(?P<day_iso>3[01]|[12]\d|0?[1-9])"
    rf"|(?P<number>\d\d?)(?P<between>[/.-])(?P<other>\d\d?)(?P=between)(?P<year_last>{_YEAR})"
    r")(?![\d/])"
)
_DATED_WITH_CLOCK = rf"(?:{CLOCK},?\s*(?:(?:on|of)\s+|[-–—|]\s*)?)?{_DATED}(?:(?:T|,?\s*(?:at\s+|[-–—|@]\s*)?){CLOCK})?"
_UNGROUPED = re.compile(r"\(\?P<\w+>")


def _plain(pattern: str) -> str:
    """A pattern without the names of its groups, so that it may stand in another more than once."""
    return _UNGROUPED.sub("(?:", pattern).replace("(?P=mark)", "[-/.]").replace("(?P=between)", "[/.-]")


DATE = _plain(_DATED)
"""One date with its year, without named groups."""
DATE_CLOCK = _plain(_DATED_WITH_CLOCK)
"""A date, and a time of day before or after it where there is one."""
DATE_LABEL = (
    r"(?:date(?:d)?|(?:first |last |originally |article |story )?"
    r"(?:published|updated|modified|posted|created|issued|released|uploaded|filed)"
    r"(?: (?:on|at|date|time))?|publication date|pub\.? ?date|time|release date|last update|timestamp)"
)
"""What stands before a date in a header."""
DAY_OF_YEAR = rf"(?:{MONTH}\s+{_DAY}|{_DAY}\s+{MONTH})(?!\d)"
_FIND = re.compile(rf"(?<![\d/.-]){_DATED}", re.IGNORECASE)
_PARTIAL = re.compile(
    rf"\b(?:(?P<month>{MONTH})\s+(?P<day>{_DAY})|(?P<day_b>{_DAY})\s+(?P<month_b>{MONTH}))(?!\d)", re.IGNORECASE
)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=\D|T?\d{4,6}\D|$)")
_LEADING_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands in the text that was searched."""

    value: date
    span: Span


def month_number(name: str) -> int:
    """1 to 12 for an English month name, whole or cut to at least three letters, in any case."""
    return _MONTHS.index(name[:3].lower()) + 1


def dates_in(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundDate]:
    """Every date with a year in text[start:end], in order. Days that no calendar has and 03/04/2021, which may be read two
    ways, are passed over."""
    for match in _FIND.finditer(text, start, len(text) if end is None else end):
        value = _value(match)
        if value:
            yield FoundDate(value, match.span())


def date_of(text: str) -> date | None:
    """The first date in a value of metadata; compact ones (20240619) count there as well. None where there is none."""
    found = next(dates_in(text), None)
    if found:
        return found.value
    compact = _COMPACT.search(text)
    return _day(int(compact[1]), int(compact[2]), int(compact[3])) if compact else None


def day_of_year(text: str) -> tuple[int, int] | None:
    """Month and day of the first date without a year in a text ("June 19"), None where there is none."""
    match = _PARTIAL.search(text)
    if not match:
        return None
    month = month_number(match["month"] or match["month_b"])
    day = _leading_number(match["day"] or match["day_b"])
    return (month, day) if _day(2000, month, day) else None


def in_latest_year(month: int, day: int, stamps: tuple[Stamp, ...]) -> tuple[date, Stamp] | None:
    """A day without a year, in the latest year that doesn't put it after the earliest stamp, and that stamp.

    A text is stamped when or after it is written, so "Dec. 30" under a stamp of 2 January belongs to the year before. Two
    days of grace are for clocks of other time zones. None where there are no stamps or no such day.
    """
    if not stamps:
        return None
    earliest = min(stamps, key=lambda stamp: stamp.value)
    for year in range(earliest.value.year + 1, earliest.value.year - 5, -1):
        value = _day(year, month, day)
        if value and value <= earliest.value + timedelta(days=2):
            return value, earliest
    return None


def _value(match: re.Match[str]) -> date | None:
    part = match.groupdict()
    if part["year_first"]:
        return _day(int(part["year_first"]), month_number(part["month_first"]), _leading_number(part["day_first"]))
    if part["year_second"]:
        return _day(int(part["year_second"]), month_number(part["month_second"]), _leading_number(part["day_second"]))
    if part["year_iso"]:
        return _day(int(part["year_iso"]), int(part["month_iso"]), int(part["day_iso"]))
    number, other, year = int(part["number"]), int(part["other"]), int(part["year_last"])
    if part["between"] == "." or number > 12:  # points mean day first, all over Europe
        return _day(year, other, number)
    if other > 12 or other == number:
        return _day(year, number, other)
    return None


def _leading_number(text: str) -> int:
    match = _LEADING_NUMBER.match(text)
    return int(match.group()) if match else 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
