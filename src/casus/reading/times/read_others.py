"""Readers of hours, lengths, sets, holidays and references without measure."""

import re

from casus.reading.times.expression import Feast, Hour, Length, Pointer
from casus.reading.times.lexicon import lexicon
from casus.reading.times.words import WHICH, Match, Said, count, length

_HOURS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00", "dawn": "TMO"}
_SETS = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "hourly": "PT1H",
    "biweekly": "P2W",
}
_TITLE = re.compile(r"[A-Z]\w*[- ][A-Z]\w*")
_NAMED = re.compile(r"[a-z]\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|At\b|By\b)[A-Z][a-z]+\s$")
_NOUN_AFTER = re.compile(
    r"\s(?!(?:in|on|at|by|with|for|to|from|after|before|and|or|but|as|the|a|when|was|is|has|will|this|last)\b)[a-z]"
)
"""What isn't one of the small words that follow a noun phrase."""
_NAME_BEFORE = re.compile(r"[a-z]\s[A-Z][\w'’-]+\s$")


def clock_value(hour: int, minute: str | None, half: str | None) -> str:
    """ "T14:30" for 2, "30", "p"."""
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"T{hour:02}:{minute or '00'}"


def clock(
    found: Match, hour: str | None, minute: str | None, half: str | None, hour24: str | None, minute24: str | None,
    military: str | None, minutes: str | None, words: str | None,
) -> Said | None:  # fmt: skip
    """9:30 a.m. EST, 14:30, 1430 GMT, two o'clock."""
    if words:
        number, _ = count(words)
        return Said(Hour(clock_value(int(number), None, None))) if 1 <= number <= 24 else None
    if hour24 and _NAMED.search(found.text[max(0, found.start - 30) : found.start]):
        return None  # "Leviticus 19:18", "Germany 24:18"
    value = int(hour or hour24 or military or 0)
    return Said(Hour(clock_value(value, minute or minute24 or minutes, half))) if value <= 23 and int(minute or 0) <= 59 else None


def day_word(_found: Match, word: str) -> Said:
    """At noon."""
    return Said(Hour(_HOURS[word]))


def periodic(_found: Match, word: str) -> Said:
    """Daily."""
    return Said(Length("R/" + _SETS.get(word, "P1Y")))


def holiday(found: Match, which: str | None, name: str) -> Said | None:
    """Last Christmas; not a person of the name, nor "a New Year's" celebration."""
    at = found.lower.rfind(name, found.start, found.end)
    if not found.capital(name) or (not which and _NAME_BEFORE.search(found.text[:at])):
        return None
    if name == "new year's" and _NOUN_AFTER.match(found.text[found.end :]):
        return None
    return Said(Feast(name, WHICH[which] if which else None))


def duration(found: Match, words: str, unit: str) -> Said | None:
    """Three years, a two-week-long; not a name ("the Six-Day War")."""
    number, vague = count(words)
    if words in ("many", "few", "some", "an", "a") and found.lower.startswith("-", found.end):
        return None
    if unit == "quarter" or (unit == "second" and not found.words().endswith("s")):
        return None  # "three quarters of them", "a second round"
    if _TITLE.fullmatch(found.text[found.start : found.end]) and found.before_name():
        return None
    word = lexicon().units[unit]
    return Said(Length(f"{word.prefix}X{word.letter}" if vague and not words.endswith("of") else length(number, unit)))


def durations(_found: Match, unit: str) -> Said:
    """For years."""
    word = lexicon().units[unit]
    return Said(Length(f"{word.prefix}X{word.letter}"))


def pointer(_found: Match, word: str) -> Said:
    """Now, recently, in the future."""
    if word in ("recently", "lately"):
        return Said(Pointer("PAST_REF"))
    return Said(Pointer("FUTURE_REF" if "future" in word else "PRESENT_REF"))
