"""Readers of forms that name days and months of the calendar."""

from dataclasses import replace

from casus.reading.times.calendar import month_length
from casus.reading.times.expression import Between, Expression, Fixed, Numeric, Offset, Parts, Yearless
from casus.reading.times.lexicon import lexicon
from casus.reading.times.words import STEPS, WHICH, Match, Said, full_year, is_month, month_of, ordinal, share_of, weekday_of


def day_of_year(year: str | None, month: int, day: int, weekday: int | None = None) -> Parts | None:
    """A day of a month with or without its year; None where the month has no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= month_length(int(year) if year else 2000, month):
        return None
    return Fixed(f"{int(year):04}-{month:02}-{day:02}") if year else Yearless(month, day, weekday)


def pair(found: Match, first: Parts | None, last: Parts | None, words: tuple[str, str] | None = None) -> Said | None:
    """Two ends as one stretch; each has the span of its own words where `words` gives them, else of the whole."""
    if first is None or last is None:
        return None
    spans = [(found.start, found.end)] * 2
    if words:
        left = found.lower.index(words[0], found.start)
        right = found.lower.rindex(words[1], found.start, found.end)
        spans = [(left, left + len(words[0])), (right, right + len(words[1]))]
    return Said(Between(Expression(spans[0], 0, first), Expression(spans[1], 0, last)))


def iso(_found: Match, value: str, clock: str | None) -> Said | None:
    """2024-06-19."""
    year, month, day = value.replace("/", "-").split("-")
    parts = day_of_year(year, int(month), int(day)) if int(year) else None
    return Said(parts, f"T{clock}" if clock else "") if parts else None


def named(_found: Match, name: str) -> Said:
    """9/11."""
    return Said(Fixed(lexicon().named_days[name]))


def era(found: Match, name: str) -> Said:
    """During World War II."""
    at = found.lower.rfind(name, found.start, found.end)
    known = found.text[at : at + len(name)].removeprefix("the ")
    return Said(Fixed(lexicon().named_periods[name], known=known))


def figures(
    _found: Match, left: str, mark: str | None, right: str | None, year: str | None, dashed: str | None, dashed_year: str | None
) -> Said | None:  # fmt: skip
    """19.06.2024: points mean day first; with slashes and dashes the order is open unless a figure is over 12."""
    told = year or dashed_year or ""
    full = told if len(told) == 4 else full_year(told)
    first, second = int(left), int(right or dashed or 0)
    if not int(full):
        return None
    if mark != "." and first <= 12 and second <= 12 and first != second:
        return Said(Numeric(first, second, int(full))) if first and second else None
    day, month = (first, second) if mark == "." or first > 12 else (second, first)
    parts = day_of_year(full, month, day) or day_of_year(full, day, month)
    return Said(parts) if parts else None


def days_month(found: Match, first: str, last: str, month: str, year: str | None) -> Said | None:
    """From 3 to 5 March."""
    if int(first) >= int(last) or not (year or is_month(found, month, True)):
        return None
    return pair(found, day_of_year(year, month_of(month), int(first)), day_of_year(year, month_of(month), int(last)))


def month_days(found: Match, month: str, first: str, last: str, year: str | None) -> Said | None:
    """March 3-5, 2020."""
    return days_month(found, first, last, month, year)


def day_month(
    found: Match, weekday: str | None, day: str | None, spelt: str | None, month: str, year: str | None, which: str | None,
    of_year: str | None,
) -> Said | None:  # fmt: skip
    """Wednesday, 19 June 2024; the fifth of January; the 12th of October last, 12 October last year."""
    number = int(day) if day else ordinal(spelt or "")
    in_words = spelt is not None and not spelt[0].isdigit()
    if number is None or (in_words and not found.capital(month)) or not (year or is_month(found, month, True)):
        return None
    parts = day_of_year(year, month_of(month), number, weekday_of(weekday))
    if isinstance(parts, Yearless) and of_year:
        origin, step = STEPS[of_year]
        parts = replace(parts, of=Offset("year", step, origin))
    if isinstance(parts, Yearless) and which:
        parts = replace(parts, which=WHICH[which])
    return Said(parts) if parts else None


def month_day(found: Match, weekday: str | None, month: str, day: str, year: str | None) -> Said | None:
    """Wednesday, June 19, 2024."""
    if not year and not found.capital(month):
        return None
    parts = day_of_year(year, month_of(month), int(day), weekday_of(weekday))
    return Said(parts) if parts else None


def month_of_year(_found: Match, share: str | None, month: str, day: str | None, which: str) -> Said | None:
    """June last year."""
    if day and not 1 <= int(day) <= month_length(2000, month_of(month)):
        return None
    origin, step = STEPS[which]
    parts = Yearless(month_of(month), int(day) if day else None, of=Offset("year", step, origin))
    return Said(parts, share=share_of(share))


def month_year(_found: Match, share: str | None, month: str, year: str | None, short: str | None) -> Said:
    """Late June 2024."""
    return Said(Fixed(f"{year or full_year(short)}-{month_of(month):02}"), share=share_of(share))


def month_alone(found: Match, share: str | None, month: str) -> Said | None:
    """In November."""
    if not found.capital(month) or (share is None and not is_month(found, month, False)):
        return None
    if share is None and found.before_name() and found.word_before() not in lexicon().before_year:
        return None  # "May Chidiac", "the October Revolution"
    return Said(Yearless(month_of(month)), share=share_of(share))
