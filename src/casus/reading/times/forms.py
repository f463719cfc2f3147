"""What each form of the grammar says: from the groups that it captured to parts. A form that is no time after all gives None."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from casus.reading.times.calendar import month_length
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
    Parts,
    Pointer,
    Window,
    Yearless,
)
from casus.reading.times.lexicon import lexicon

Groups = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A form found in a sentence: the sentence's own words and their lower-case copy, and where the form stands in both."""

    text: str
    lower: str
    start: int
    end: int

    def word_before(self) -> str:
        """The word that ends right before the form, in lower case; "" at the start or after a mark."""
        found = re.search(r"([a-z.'’]+)\s*$", self.lower[max(0, self.start - 24) : self.start])
        return found[1] if found else ""

    def word_after(self) -> str:
        """The word that begins right after the form, in lower case; "" at the end or before a mark."""
        found = re.match(r"[\s-]\s*([a-z.'’]+)", self.lower[self.end : self.end + 30])
        return found[1].rstrip(".") if found else ""


@dataclass(frozen=True, slots=True)
class Said:
    """What a form says: its parts, the hour and the share of `Expression`."""

    parts: Parts
    hour: str = ""
    share: str = ""


_SHARES = {"early": "early", "beginning": "early", "start": "early", "first days": "early", "mid": "mid", "middle": "mid"}
_WHICH = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
_STEPS = {
    "this": ("written", 0), "current": ("written", 0), "the current": ("written", 0), "last": ("written", -1), "past": ("written", -1),
    "the last": ("written", -1), "the past": ("written", -1), "next": ("written", 1), "coming": ("written", 1),
    "the coming": ("written", 1), "that": ("told", 0), "the same": ("told", 0), "that same": ("told", 0), "the following": ("told", 1),
    "following": ("told", 1), "the next": ("told", 1), "the previous": ("told", -1), "previous": ("told", -1), "the preceding": ("told", -1),
}  # fmt: skip


def _share(word: str | None) -> str:
    return _SHARES.get(word, "late") if word else ""


def _month(word: str) -> int:
    return lexicon().months[word.rstrip(".")]


def _weekday(word: str | None) -> int | None:
    if not word:
        return None
    words, key = lexicon(), word.rstrip(".")
    return words.weekdays.get(key, words.weekday_short.get(key))


def ordinal(word: str) -> int | None:
    """The number of an ordinal in words or figures ("twenty-first", "3rd"); None where it is none."""
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    tens, _, ones = word.rpartition("-")
    value = lexicon().ordinals.get(ones)
    return value + lexicon().numerals.get(tens, 0) if value is not None else None


def count(words: str) -> tuple[float, bool]:
    """A count in words or figures and whether it is vague ("several" counts 3 and is vague; "a couple of" counts 2)."""
    if words[0].isdigit():
        plain = words.replace(",", "")
        whole, half, _ = plain.partition(" 1/2")
        return (float(whole) + (0.5 if half else 0), False)
    if words.startswith("half"):
        return 0.5, False
    if words.startswith(("a couple", "couple")):
        return 2, True
    numerals = lexicon().numerals
    total = sum(numerals.get(word, 0) for word in re.split(r"[- ]", words))
    return (
        (total, False)
        if total and not words.startswith(("a few", "a number"))
        else (1 if words == "another" else 3, words != "another")
    )


def day_of_year(year: str | None, month: int, day: int, weekday: int | None = None) -> Parts | None:
    """A day of a month with or without its year; None where the month has no such day."""
    if not 1 <= day <= month_length(int(year) if year else 2000, month):
        return None
    return Fixed(f"{int(year):04}-{month:02}-{day:02}") if year else Yearless(month, day, weekday)


def length(number: float, unit: str) -> str:
    """The TIMEX3 value of a duration ("P3Y", "PT2H"); a half of a larger unit is given in smaller ones."""
    _, prefix, letter = lexicon().units[unit]
    if number % 1 and letter == "Y":
        number, letter = number * 12, "M"
    if number % 1 and letter in ("DE", "CE"):
        number, letter = number * (10 if letter == "DE" else 100), "Y"
    if unit == "fortnight":
        number *= 2
    return f"{prefix}{number:g}{letter}"


def _iso(found: Match, value: str, clock: str | None) -> Said | None:
    year, month, day = map(int, value.split("-"))
    if not (1 <= month <= 12 and year and 1 <= day <= month_length(year, month)):
        return None
    return Said(Fixed(value), f"T{clock}" if clock else "")


def _named(found: Match, name: str) -> Said:
    return Said(Fixed(lexicon().named_days[name]))


def _figures(found: Match, left: str, mark: str, right: str, year: str) -> Said | None:
    full = int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 40 else 1900)
    a, b = int(left), int(right)
    if a > 12 or (mark == "." and 1 <= b <= 12):
        a, b = b, a
        parts = day_of_year(str(full), a, b) if 1 <= a <= 12 else None
    elif b > 12 or a == b:
        parts = day_of_year(str(full), a, b) if 1 <= a <= 12 else None
    else:
        parts = Numeric(a, b, full) if a and b else None
    return Said(parts) if parts and full else None


def _pair(found: Match, first: Parts | None, last: Parts | None, words: tuple[str, str] | None = None) -> Said | None:
    """Two ends as one stretch; each has the span of its own words where `words` gives them, else of the whole."""
    if first is None or last is None:
        return None
    spans = [(found.start, found.end)] * 2
    if words:
        left = found.lower.index(words[0], found.start)
        right = found.lower.rindex(words[1], found.start, found.end)
        spans = [(left, left + len(words[0])), (right, right + len(words[1]))]
    return Said(Between(Expression(spans[0], 0, first), Expression(spans[1], 0, last)))


def _days_month(found: Match, first: str, last: str, month: str, year: str | None) -> Said | None:
    number = _month(month)
    return (
        _pair(found, day_of_year(year, number, int(first)), day_of_year(year, number, int(last)))
        if int(first) < int(last)
        else None
    )


def _month_days(found: Match, month: str, first: str, last: str, year: str | None) -> Said | None:
    return _days_month(found, first, last, month, year) if _is_month(found, month, True) else None


def _is_month(found: Match, word: str, figure: bool) -> bool:
    """Whether a month's word is one: written as a name, and for "may", "march", ... with a figure or a word of time beside it."""
    at = found.lower.find(word, found.start, found.end)
    if not found.text[at].isupper():
        return figure and len(word.rstrip(".")) > 3
    if figure or (len(word.rstrip(".")) > 4 and word not in lexicon().month_homographs):
        return True
    named = len(word) == 3 and word != "may" and re.match(r"\s[A-Z]", found.text[found.end : found.end + 2])
    return found.word_before() in lexicon().month_cues and not named


def _dmy(found: Match, weekday: str | None, day: str | None, spelt: str | None, month: str, year: str | None) -> Said | None:
    number = int(day) if day else ordinal(spelt or "")
    if number is None or (spelt and not spelt[0].isdigit() and not found.text[found.lower.find(month, found.start)].isupper()):
        return None
    if day and not year and not _is_month(found, month, True):
        return None
    parts = day_of_year(year, _month(month), number, _weekday(weekday))
    return Said(parts) if parts else None


def _mdy(found: Match, weekday: str | None, month: str, day: str, year: str | None) -> Said | None:
    if not _is_month(found, month, bool(year) or found.text[found.lower.find(month, found.start)].isupper()):
        return None
    parts = day_of_year(year, _month(month), int(day), _weekday(weekday))
    return Said(parts) if parts else None


def _month_year(found: Match, share: str | None, month: str, year: str | None, short: str | None) -> Said:
    return Said(Fixed(f"{year or _century(short)}-{_month(month):02}"), share=_share(share))


def _month_of_year(found: Match, share: str | None, month: str, day: str | None, which: str) -> Said | None:
    if day and not 1 <= int(day) <= month_length(2000, _month(month)):
        return None
    origin, step = _STEPS[which]
    return Said(Yearless(_month(month), int(day) if day else None, None, None, Offset("year", step, origin)), share=_share(share))  # type: ignore[arg-type]


def _spelt(
    found: Match, _c: str | None, hundred: str | None, tens: str | None, ones: str | None, _t: str | None, one: str | None
) -> Said:
    numerals = lexicon().numerals
    if _c:
        return Said(Fixed(f"19{numerals[tens] + (numerals[ones] if ones else 0) if tens else 0:02}"))
    return Said(Fixed(f"200{numerals[one] if one else 0}"))


def _century(two: str | None) -> str:
    return ("20" if int(two or 0) < 40 else "19") + f"{int(two or 0):02}"


def _season_year(found: Match, share: str | None, season: str, year: str, _to: str | None) -> Said:
    return Said(Fixed(f"{year}-{lexicon().seasons[season]}"), share=_share(share))


def _quarter(found: Match, before: str | None, nth: str, unit: str, which: str | None, year: str | None) -> Said | None:
    number = {"final": 4 if unit == "quarter" else 2, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}.get(nth) or ordinal(nth) or 0
    if not 1 <= number <= (4 if unit == "quarter" else 2) or (
        unit == "half" and not (which or year) and found.lower[found.end :].startswith(" of")
    ):
        return None
    full = year or (before if before and before.isdigit() else None)
    if full:
        return Said(Fixed(f"{full}-{unit[0].upper()}{number}"))
    if unit == "half" and not which and "-" not in found.lower[found.start : found.end]:
        return None
    if which in ("last", "this", "next"):
        return Said(Nth(unit, number, None, Offset("year", _WHICH[which])))  # type: ignore[arg-type]
    return Said(Nth(unit, number, _WHICH.get(before) if before else None))  # type: ignore[arg-type]


def _quarter_code(found: Match, code: str | None, year: str | None, year_first: str | None, code_last: str | None) -> Said:
    return Said(Fixed(f"{year or year_first}-{(code or code_last or '').upper()}"))


def _decade(found: Match, share: str | None, full: str | None, short: str | None, word: str | None) -> Said | None:
    if full:
        if full.endswith("00") and full != "2000":
            return Said(Fixed(full[:2] + "XX"), share=_share(share))
        return Said(Fixed(full[:3] + "X"), share=_share(share))
    tens = int(short[0]) if short else lexicon().decades[word or ""]
    if word and found.word_before() in ("his", "her", "their", "my", "our", "your", "mid", "early", "late"):
        return None
    return Said(Fixed(f"{'20' if tens < 2 else '19'}{tens}X"), share=_share(share))


def _century_of(found: Match, share: str | None, first: str, last: str | None, bc: str | None) -> Said | None:
    number, until = ordinal(first), ordinal(last) if last else None
    if not number or bc or number > 99:
        return None
    value = f"{number - 1:02}XX"
    return Said(Fixed(f"{value}/{until - 1:02}XX" if until and until > number else value), share=_share(share))


def _year_span(found: Match, first: str, mark: str, last: str) -> Said | None:
    if mark.strip() == "and" and not found.lower.startswith("between", found.start):
        return None
    full = last if len(last) == 4 else first[:2] + last
    if len(last) == 2 and (mark.strip() not in ("-", "–", "—", "/") or int(full) <= int(first)):
        return None
    return _pair(found, Fixed(first), Fixed(full), (first, last)) if int(first) < int(full) else None


def _bc(found: Match, year: str, _era: str) -> Said:
    return Said(Fixed(f"-{int(year.replace(',', '')):04}"))


def _ad(found: Match, left: str | None, right: str | None) -> Said | None:
    if not re.search(r"A\.?D|C\.?E", found.text[found.start : found.end]):
        return None
    return Said(Fixed(f"{int(left or right or 0):04}"))


def _ago(found: Match, words: str, unit: str, turn: str) -> Said | None:
    number, vague = count(words)
    back = turn in ("ago", "earlier", "before", "back", "prior", "previously", "beforehand")
    if turn == "since" and not re.match(r"\W*$|\s*[,.]", found.lower[found.end : found.end + 2]):
        return Said(Length(length(number, unit)))
    origin = "written" if turn in ("ago", "from now", "hence", "back") else "told"
    return _distance(number * (-1 if back else 1), unit, origin, vague)


def _distance(number: float, unit: str, origin: str, vague: bool) -> Said:
    plain = lexicon().units[unit][0]
    if plain in ("second", "minute", "hour"):
        return Said(Distance(round(number) if plain == "hour" else (1 if number > 0 else -1), "hour", origin, vague))  # type: ignore[arg-type]
    if number % 1:
        smaller: dict[str, tuple[str, float]] = {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100)}
        plain, factor = smaller.get(plain, (plain, 1))
        number *= factor
    return Said(Distance(round(number), plain, origin, vague))  # type: ignore[arg-type]


def _hence(found: Match, word: str, words: str, unit: str) -> Said | None:
    number, vague = count(words)
    lasting = length(number, unit)
    if word == "within" or found.lower[found.end : found.end + 1] == "-":
        return Said(Length(lasting))
    said = _distance(number, unit, "written", vague)
    return replace(said, parts=replace(said.parts, lasting=lasting)) if isinstance(said.parts, Distance) else said


def _window(found: Match, which: str, words: str, unit: str) -> Said:
    number, vague = count(words)
    plain, value = lexicon().units[unit][0], length(number, unit)
    if plain in ("second", "minute"):
        return Said(Length(value))
    if which in ("past", "last", "next", "coming", "recent"):
        sign = 1 if which in ("next", "coming") else -1
        return Said(Window(sign * max(1, round(number)), plain, value, vague))  # type: ignore[arg-type]
    return Said(Length(value))


def _recent(found: Match, which: str, unit: str) -> Said:
    return Said(Pointer("PAST_REF" if which == "recent" else "FUTURE_REF"))


def _share_period(found: Match, share: str, which: str | None, unit: str, part: str | None) -> Said | None:
    said = _period(found, which or "", unit) if which not in ("the", None) else _bare(found, unit, share)
    if said is None:
        return None
    return Said(said.parts, _hour(part), {"earlier": "early", "later": "late"}.get(share, _share(share)))


def _bare(found: Match, unit: str, share: str) -> Said | None:
    words = lexicon()
    if unit in words.weekdays:
        return Said(OnWeekday(words.weekdays[unit]))
    if unit in words.seasons:
        return Said(Nth("season", "WI SP SU FA".split().index(words.seasons[unit])))
    if unit.rstrip(".") in words.months:
        return Said(Yearless(_month(unit))) if _is_month(found, unit, False) or share in ("early", "late", "mid") else None
    if unit in ("day", "week", "month", "year") and " the " in found.lower[found.start : found.end]:
        return Said(Offset(unit, 0, "story"))  # type: ignore[arg-type]
    return None


def _hour(part: str | None) -> str:
    return "T" + lexicon().day_parts[part] if part else ""


def _period(found: Match, which: str, unit: str) -> Said | None:
    """ "last Friday", "that year", "next spring", "this morning": a unit, weekday, month, season or part of the day, and which."""
    words = lexicon()
    origin, step = _STEPS.get(which, (None, 0))
    if origin is None:
        return None
    if unit in words.day_parts:
        return Said(Offset("day", step, origin), _hour(unit))  # type: ignore[arg-type]
    near = None if origin == "told" and step == 0 else step
    if unit in words.weekdays:
        return Said(OnWeekday(words.weekdays[unit], near, origin))  # type: ignore[arg-type]
    if unit in words.seasons:
        return Said(Nth("season", "WI SP SU FA".split().index(words.seasons[unit]), near))
    if unit in words.units:
        plain = words.units[unit][0]
        if plain in ("hour", "minute", "second"):
            return Said(Offset("day", 0, origin)) if origin == "told" and plain == "hour" else None  # type: ignore[arg-type]
        return Said(Offset("week" if unit == "fortnight" else plain, step, origin), "TNI" if unit == "night" else "")  # type: ignore[arg-type]
    return Said(Yearless(_month(unit), None, None, near)) if _is_month(found, unit, True) else None


def _day_before(found: Match, which: str) -> Said:
    return Said(Offset("day", -2 if which.startswith("before") else 2))


def _deictic_day(found: Match, word: str, part: str | None) -> Said:
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    return Said(Offset("day", step), _hour(part) or ("TNI" if word.startswith("ton") else ""))


def _last_day(
    found: Match, share: str | None, which: str, unit: str, plural: str, part: str | None, day: str | None
) -> Said | None:
    words = lexicon()
    if which in ("each", "every", "the other"):
        return _every(unit) if which != "the other" else (Said(Offset("day", -2)) if unit == "day" else None)
    if which in ("past", "the past") and unit in words.units and not part:
        return _window(found, "past", "one", unit)
    if plural:
        if which in ("last", "past", "the past", "the last") and unit in words.units:
            return Said(Pointer("PAST_REF"))
        return None
    if day:
        return Said(Yearless(_month(unit), int(day), None, _STEPS[which][1])) if unit.rstrip(".") in words.months else None
    if unit in words.month_homographs and not found.text[found.lower.rfind(unit, found.start, found.end)].isupper():
        return None
    if unit == "fall" and which not in ("this", "last", "next", "that"):
        return None
    said = _period(found, which, unit)
    return (
        Said(said.parts, said.hour or _hour(part), share={"earlier": "early", "later": "late"}.get(share or "", share or ""))
        if said
        else None
    )


def _every(unit: str) -> Said | None:
    words = lexicon()
    if unit in words.units:
        return Said(Length("R/" + length(1, unit)))
    if unit in words.weekdays:
        return Said(Length(f"R/XXXX-WXX-{words.weekdays[unit] + 1}"))
    if unit.rstrip(".") in words.months:
        return Said(Length(f"R/XXXX-{_month(unit):02}"))
    return Said(Length("R/P1Y" if unit in words.seasons else "R/P1D"))


def _day_after(found: Match, unit: str, turn: str) -> Said | None:
    plain = lexicon().units[unit][0]
    if plain in ("second", "minute", "hour") or not found.lower.startswith("the", found.start):
        return None
    return Said(Offset(plain, -1 if turn in ("before", "earlier") else 1, "told"))  # type: ignore[arg-type]


def _year_ago(found: Match, unit: str, turn: str) -> Said:
    return Said(Distance(-1, unit, "written" if turn == "ago" else "told"))  # type: ignore[arg-type]


def _the_unit(found: Match, unit: str) -> Said | None:
    if unit == "weekend":
        return Said(Offset("weekend", -1)) if found.word_before() in ("over", "at", "during", "on", "for") else None
    if unit.endswith("quarter"):
        return Said(Offset("quarter", 0, "told"))
    return Said(Offset("year", 0, "story")) if found.word_before() in ("in", "of", "for", "during") else None


def _on_weekday(
    found: Match, day: str, plural: str, part: str | None, hour: str | None, minute: str | None, half: str | None
) -> Said | None:
    if not found.text[found.lower.find(day, found.start)].isupper():
        return None
    weekday = lexicon().weekdays[day]
    if plural:
        return Said(Length(f"R/XXXX-WXX-{weekday + 1}"))
    if found.word_before() in ("bloody", "black", "ash", "palm", "good", "holy", "super", "easter") and found.start:
        return None
    return Said(OnWeekday(weekday), _hour(part) or (_clock_value(int(hour), minute, half) if hour else ""))


def _clock_value(hour: int, minute: str | None, half: str | None) -> str:
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"T{hour:02}:{minute or '00'}"


def _clock(
    found: Match, hour: str | None, minute: str | None, half: str | None, hour24: str | None, minute24: str | None,
    military: str | None, minutes: str | None, words: str | None,
) -> Said | None:  # fmt: skip
    if words:
        number, _ = count(words)
        return Said(Hour(f"T{int(number):02}:00")) if 1 <= number <= 24 else None
    if hour and not 0 <= int(hour) <= 23:
        return None
    return Said(Hour(_clock_value(int(hour or hour24 or military or 0), minute or minute24 or minutes, half)))


def _day_word(found: Match, word: str) -> Said:
    return Said(Hour({"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}.get(word, "TMO")))


def _set(found: Match, word: str) -> Said:
    values = {
        "daily": "P1D",
        "nightly": "P1D",
        "weekly": "P1W",
        "monthly": "P1M",
        "quarterly": "P1Q",
        "hourly": "PT1H",
        "biweekly": "P2W",
    }
    return Said(Length("R/" + values.get(word, "P1Y")))


def _holiday(found: Match, name: str) -> Said | None:
    return Said(Feast(name)) if found.text[found.lower.find(name, found.start)].isupper() else None


def _duration(found: Match, words: str, unit: str) -> Said | None:
    number, vague = count(words)
    if words in ("many", "few", "some", "an", "a") and found.lower[found.end : found.end + 1] == "-":
        return None
    letter = lexicon().units[unit][2]
    return Said(Length(length(number, unit) if not vague or words.endswith("of") else f"{lexicon().units[unit][1]}X{letter}"))


def _durations(found: Match, unit: str) -> Said:
    _, prefix, letter = lexicon().units[unit]
    return Said(Length(f"{prefix}X{letter}"))


def _pointer(found: Match, word: str) -> Said | None:
    if word in ("once", "the past", "previously", "soon", "shortly", "formerly"):
        return None
    if word in ("recently", "lately"):
        return Said(Pointer("PAST_REF"))
    return Said(Pointer("FUTURE_REF" if "future" in word else "PRESENT_REF"))


def _month_alone(found: Match, share: str | None, month: str) -> Said | None:
    if share is None and not _is_month(found, month, False):
        return None
    if not found.text[found.lower.rfind(month, found.start, found.end)].isupper():
        return None
    if (
        re.match(r"\s[A-Z]", found.text[found.end : found.end + 2])
        and month in ("may", "april", "june", "august", "march")
        and share is None
    ):
        if found.word_before() not in ("in", "since", "until", "last", "next", "this"):
            return None
    return Said(Yearless(_month(month)), share=_share(share))


def _season_alone(found: Match, share: str | None, season: str, plural: str) -> Said | None:
    if plural or (
        season in ("fall", "spring")
        and not re.search(r"\b(in|during|since|by|until|for|that|this)\s(the\s)?" + season, found.lower)
    ):
        return None
    if season in ("fall", "spring") and not re.match(
        r"[\s.,;:)]*(?:$|[.,;)]|and\b|when\b|after\b|before\b)", found.lower[found.end :]
    ):
        return None
    return Said(Nth("season", "WI SP SU FA".split().index(lexicon().seasons[season])), share=_share(share))


def _year(found: Match, share: str | None, full: str | None, mark: str | None, short: str | None) -> Said | None:
    if mark:
        return (
            Said(Fixed(_century(short)))
            if found.word_before() in ("in", "of", "since", "until", "from", "class", "summer")
            else None
        )
    word = found.word_after()
    words = lexicon()
    spelt = found.lower.startswith("the year", found.start)
    strong = spelt or bool(share) or found.word_before() in ("in", "since", "until", "year", "early", "late", "by", "during")
    if not spelt and word in words.counted and (word != "or" or not strong):
        return None
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "'s", "’s")) and word not in words.not_counted
    if plural and not spelt:
        return None
    if not strong and int(full or 0) < 1400:
        return None
    if found.word_before() in ("number", "no", "no.", "resolution", "room", "route", "page", "pp", "section", "some", "about", "around",
                               "nearly", "almost", "than", "least", "article", "highway", "flight", "least", "up", "roughly", "every"):  # fmt: skip
        return Said(Fixed(full or "")) if found.word_before() in ("around", "about") and not word else None
    return Said(Fixed(full or ""), share=_share(share) if share not in ("post", "pre") else "")


READERS: dict[str, Callable[..., Said | None]] = {
    "iso": _iso, "named": _named, "figures": _figures, "daysmonth": _days_month, "monthdays": _month_days, "dmy": _dmy, "mdy": _mdy,
    "monthofyear": _month_of_year, "monthyear": _month_year, "spelt": _spelt, "seasonyear": _season_year, "quarter": _quarter, "quartercode": _quarter_code, "decade": _decade,
    "century": _century_of, "yearspan": _year_span, "bc": _bc, "ad": _ad, "ago": _ago, "hence": _hence, "window": _window,
    "recent": _recent, "shareperiod": _share_period, "daybefore": _day_before, "deicticday": _deictic_day, "lastday": _last_day,
    "dayafter": _day_after, "yearago": _year_ago, "theunit": _the_unit, "weekday": _on_weekday, "clock": _clock, "dayword": _day_word,
    "set": _set, "holiday": _holiday, "duration": _duration, "durations": _durations, "pointer": _pointer, "month": _month_alone,
    "season": _season_alone, "year": _year,
}  # fmt: skip
"""For each form of `patterns.FORMS`, the function that reads its groups."""
