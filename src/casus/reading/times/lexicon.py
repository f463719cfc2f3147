"""The words of time, from lexicon.yaml, with the keys that patterns capture."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from casus.lexicons import load_lexicon
from casus.reading.times.expression import Measure, Unit


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A unit of time: of the calendar (None for hours and less), of a distance, and how a TIMEX3 duration writes it."""

    unit: Unit | None
    measure: Measure
    prefix: str
    letter: str


@dataclass(frozen=True, slots=True)
class FeastRule:
    """When a holiday is: a day of a month, or the `which`-th `weekday` of it (-1: the last)."""

    month: int
    day: int | None = None
    weekday: int = 0
    which: int = 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words in lower case to what they mean; see lexicon.yaml for each table."""

    months: dict[str, int]
    weekdays: dict[str, int]
    weekday_short: dict[str, int]
    numerals: dict[str, int]
    ordinals: dict[str, int]
    units: dict[str, UnitWord]
    seasons: dict[str, str]
    day_parts: dict[str, str]
    decades: dict[str, int]
    holidays: dict[str, FeastRule]
    named_days: dict[str, str]
    named_periods: dict[str, str]
    counted: frozenset[str]
    not_counted: frozenset[str]
    past_verbs: frozenset[str]
    future_cues: frozenset[str]
    month_cues: frozenset[str]
    month_homographs: frozenset[str]
    past_infinitives: frozenset[str]
    triggers: frozenset[str]
    not_before_year: frozenset[str]
    before_year: frozenset[str]
    named_weekday: frozenset[str]
    before_decade: frozenset[str]
    not_before_decade: frozenset[str]
    not_after_decade: frozenset[str]
    season_verbs: frozenset[str]
    season_predicates: frozenset[str]
    possessives: frozenset[str]
    hedges: frozenset[str]
    future_verbs: frozenset[str]
    openers: frozenset[str]


def _unit_word(name: str, prefix: str, letter: str) -> UnitWord:
    unit: Unit | None = next((each for each in get_args(Unit) if each == name), None)
    return UnitWord(
        "week" if name == "fortnight" else unit, unit or ("fortnight" if name == "fortnight" else "hour"), prefix, letter
    )


_WORD_LISTS = (
    "counted", "not_counted", "past_verbs", "future_cues", "month_cues", "month_homographs", "past_infinitives", "triggers",
    "not_before_year", "before_year", "named_weekday", "before_decade", "possessives", "hedges", "future_verbs", "openers",
    "not_before_decade", "not_after_decade", "season_verbs", "season_predicates",
)  # fmt: skip


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    table = load_lexicon(Path(__file__).with_name("lexicon.yaml"))
    plain = {name: frozenset(table[name]) for name in _WORD_LISTS}
    return Lexicon(
        months=table["months"],
        weekdays=table["weekdays"],
        weekday_short=table["weekday_short"],
        numerals=table["numerals"],
        ordinals=table["ordinals"],
        units={word: _unit_word(*told) for word, told in table["units"].items()},
        seasons=table["seasons"],
        day_parts=table["day_parts"],
        decades=table["decades"],
        holidays={name: FeastRule(**rule) for name, rule in table["holidays"].items()},
        named_days=table["named_days"],
        named_periods=table["named_periods"],
        **plain,
    )
