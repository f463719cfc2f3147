"""Readers of forms that count from another time, and of weekdays."""

import re
from dataclasses import replace

from casus.reading.times.calendar import month_length
from casus.reading.times.expression import Distance, Length, Nth, Offset, OnWeekday, Origin, Pointer, Unit, Window, Yearless
from casus.reading.times.lexicon import lexicon
from casus.reading.times.read_others import clock_value
from casus.reading.times.words import (
    STEPS,
    Match,
    Said,
    count,
    hour_of,
    is_month,
    length,
    month_of,
    season_of,
    share_of,
    weekday_of,
)

_BACK = frozenset({"ago", "earlier", "before", "back", "prior", "previously", "beforehand"})
_SMALLER: dict[str, tuple[Unit, int]] = {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100)}
_PART_OF = re.compile(r"\b(?:rest|remainder|part|months|half|quarter|days|weeks|course|most|much) of $")
_STORY: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}


def ago(found: Match, words: str, unit: str, turn: str) -> Said:
    """Two weeks ago, a year earlier, three days after; "two years since" the war is a length."""
    number, vague = count(words)
    if turn == "since" and re.match(r"\s*\w", found.lower[found.end :]):
        return Said(Length(length(number, unit)))
    origin: Origin = "written" if turn in ("ago", "hence", "back") or turn.startswith("from") else "told"
    return Said(_distance(-number if turn in _BACK else number, unit, origin, vague))


def _distance(number: float, unit: str, origin: Origin, vague: bool) -> Distance:
    measure = lexicon().units[unit].measure
    if unit == "hour" and number and number % 24 == 0:
        measure, number = "day", number / 24  # "48 hours ago"
    if measure == "hour":
        least = 1 if number > 0 else -1
        return Distance(round(number) or least if unit == "hour" else least, "hour", origin, vague)
    if number % 1 and measure in _SMALLER:
        measure, factor = _SMALLER[measure]
        number *= factor
    return Distance(round(number), measure, origin, vague)


def hence(found: Match, word: str, words: str, unit: str) -> Said | None:
    """In three days; "within", "in two-week ..." and so much "in a day" give a length."""
    if unit == "quarter" or (unit == "second" and not found.words().endswith("s")):
        return None
    number, vague = count(words)
    lasting = length(number, unit)
    rate = words in ("a", "an") and lexicon().units[unit].unit in ("day", None) and found.word_after() != "or"
    if word == "within" or rate or found.lower.startswith("-", found.end):
        return Said(Length(lasting))
    return Said(replace(_distance(number, unit, "written", vague), lasting=lasting, rate=words in ("a", "an")))


def window(found: Match, which: str, words: str, unit: str) -> Said:
    """The past five years, over the next three months; "the last five months of" something are not the ones just past."""
    number, vague = count(words)
    measure, value = lexicon().units[unit].measure, length(number, unit)
    sign = {"past": -1, "last": -1, "recent": -1, "next": 1, "coming": 1}.get(which)
    if sign is None or unit in ("second", "minute") or found.word_after() == "of":
        return Said(Length(value))
    return Said(Window(sign * max(1, round(number)), measure, value, vague))


def recent(found: Match, which: str, unit: str) -> Said:
    """In recent years, the coming weeks."""
    word = lexicon().units[unit]
    if found.word_after() == "of" and "last" in found.words():
        return Said(Length(f"{word.prefix}X{word.letter}"))  # "the last days of the war"
    return Said(Window(-1 if which == "recent" else 1, word.measure, f"{word.prefix}X{word.letter}", vague=True))


def share_period(found: Match, share: str, which: str | None, unit: str, part: str | None) -> Said | None:
    """Earlier this month, the end of next year, late last week, early in the year."""
    if unit == "day" and weekday_of(found.word_after()) is not None:
        return None  # "the end of the day Saturday"
    said = _bare(found, unit, share) if which in ("the", None) else _period(found, which or "", unit)
    return Said(said.parts, hour_of(part), share_of(share)) if said else None


def _bare(found: Match, unit: str, share: str) -> Said | None:
    """A unit with no other word than its share ("late May", "earlier in the year")."""
    words = lexicon()
    if unit in words.weekdays:
        return Said(OnWeekday(words.weekdays[unit])) if found.capital(unit) else None
    if unit in words.seasons:
        return Said(Nth("season", season_of(unit), habitual=" the " not in f" {found.words()}"))
    if unit.rstrip(".") in words.months:
        sure = share in ("early", "late", "mid") and found.capital(unit)
        return Said(Yearless(month_of(unit))) if sure or is_month(found, unit, False) else None
    return Said(Offset(_STORY[unit], 0, "story")) if unit in _STORY and " the " in found.words() else None


def _period(found: Match, which: str, unit: str) -> Said | None:
    """A unit, weekday, month, season or part of the day, with "last", "that", "the following", ..."""
    words = lexicon()
    if which not in STEPS:
        return None
    origin, step = STEPS[which]
    if unit in words.day_parts:
        return Said(Offset("day", step, origin), hour_of(unit))
    near = None if origin == "told" and step == 0 else step
    if unit in words.weekdays:
        return Said(OnWeekday(words.weekdays[unit], near, origin)) if found.capital(unit) else None
    if unit in words.seasons:
        return Said(Nth("season", season_of(unit), near, origin=origin))
    if unit in words.units:
        plain = words.units[unit].unit
        return Said(Offset(plain, step, origin), "TNI" if unit == "night" else "") if plain else None
    return Said(Yearless(month_of(unit), which=near, origin=origin)) if is_month(found, unit, True) else None


def day_before(_found: Match, which: str) -> Said:
    """The day before yesterday."""
    return Said(Offset("day", -2 if which.startswith("before") else 2))


def deictic_day(_found: Match, word: str, part: str | None) -> Said:
    """Today, yesterday evening, tonight."""
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    return Said(Offset("day", step), hour_of(part) or ("TNI" if word.startswith("ton") else ""))


def last_period(
    found: Match, share: str | None, which: str, unit: str, plural: str, part: str | None, day: str | None
) -> Said | None:  # fmt: skip
    """Last Friday, next spring, that day, the following month, every week, "last days" (which is vague)."""
    words = lexicon()
    if which in ("each", "every"):
        return _every(unit)
    if (which, unit, found.word_before()) == ("this", "day", "to"):
        return Said(Pointer("PRESENT_REF"))
    if which == "the other":
        return Said(Distance(-2, "day", "written", vague=True)) if unit == "day" else None
    if which.endswith(("past", "last")) and unit in words.units and (plural or which.endswith("past")):
        return recent(found, "recent", unit) if plural else window(found, "past", "one", unit)
    if plural or (unit in words.month_homographs and not found.capital(unit)):
        return None
    if which == "last" and found.word_before() in words.possessives:
        return None
    if day:
        exists = unit.rstrip(".") in words.months and 1 <= int(day) <= month_length(2000, month_of(unit))
        return Said(Yearless(month_of(unit), int(day), which=STEPS[which][1])) if exists else None
    if unit == "fall" and which not in ("this", "last", "next", "that"):
        return None
    said = _period(found, which, unit)
    return Said(said.parts, said.hour or hour_of(part), share_of(share)) if said else None


def _every(unit: str) -> Said:
    words = lexicon()
    if unit in words.units:
        return Said(Length("R/" + length(1, unit)))
    if unit in words.weekdays:
        return Said(Length(f"R/XXXX-WXX-{words.weekdays[unit] + 1}"))
    if unit.rstrip(".") in words.months:
        return Said(Length(f"R/XXXX-{month_of(unit):02}"))
    return Said(Length("R/P1Y" if unit in words.seasons else "R/P1D"))


def day_after(found: Match, unit: str, turn: str) -> Said | None:
    """The day before, the week after."""
    plain = lexicon().units[unit].unit
    if plain is None or not found.words().startswith("the"):
        return None
    return Said(Offset(plain, -1 if turn in _BACK else 1, "told"))


def year_ago(_found: Match, unit: str, turn: str) -> Said:
    """Year-earlier, year-ago."""
    return Said(Distance(-1, lexicon().units[unit].measure, "written" if turn == "ago" else "told"))


def the_unit(found: Match, unit: str) -> Said | None:
    """The quarter, over the weekend, in the year."""
    if unit.endswith("quarter"):
        return Said(Offset("quarter", 0, "told")) if found.word_before() in ("in", "for", "during", "of") else None
    before = found.word_before()
    if unit == "weekend":
        return Said(Offset("weekend", -1)) if before in ("over", "at", "during", "on", "for", "throughout") else None
    part = before == "of" and _PART_OF.search(found.lower[max(0, found.start - 20) : found.start])
    return Said(Offset("year", 0, "story")) if part or before in ("in", "for", "during") else None


def on_weekday(
    found: Match, day: str, plural: str, part: str | None, parts: str | None,
    hour: str | None, minute: str | None, half: str | None,
) -> Said | None:  # fmt: skip
    """Friday, Friday night, Friday at 9:30 a.m.; "Fridays", "Friday nights" and "a Friday" are sets."""
    weekday = weekday_of(day)
    if weekday is None or not found.capital(day) or found.word_before() in lexicon().named_weekday:
        return None
    if plural or parts or found.word_before() == "a":
        return Said(Length(f"R/XXXX-WXX-{weekday + 1}" + hour_of(part)))
    return Said(OnWeekday(weekday), hour_of(part) or (clock_value(int(hour), minute, half) if hour else ""))
