"""The words of time, from lexicon.yaml, with the keys that patterns capture."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml


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
    units: dict[str, tuple[str, str, str]]
    seasons: dict[str, str]
    day_parts: dict[str, str]
    decades: dict[str, int]
    holidays: dict[str, FeastRule]
    named_days: dict[str, str]
    counted: frozenset[str]
    not_counted: frozenset[str]
    past_verbs: frozenset[str]
    future_cues: frozenset[str]
    month_cues: frozenset[str]
    month_homographs: frozenset[str]
    past_infinitives: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    with (Path(__file__).parent / "lexicon.yaml").open(encoding="utf-8") as file:
        table: dict[str, Any] = yaml.safe_load(file)
    return Lexicon(
        months=table["months"],
        weekdays=table["weekdays"],
        weekday_short=table["weekday_short"],
        numerals=table["numerals"],
        ordinals=table["ordinals"],
        units={word: (unit, prefix, letter) for word, (unit, prefix, letter) in table["units"].items()},
        seasons=table["seasons"],
        day_parts=table["day_parts"],
        decades=table["decades"],
        holidays={name: FeastRule(**rule) for name, rule in table["holidays"].items()},
        named_days=table["named_days"],
        counted=frozenset(table["counted"]),
        not_counted=frozenset(table["not_counted"]),
        past_verbs=frozenset(table["past_verbs"]),
        future_cues=frozenset(table["future_cues"]),
        month_cues=frozenset(table["month_cues"]),
        month_homographs=frozenset(table["month_homographs"]),
        past_infinitives=frozenset(table["past_infinitives"]),
    )
