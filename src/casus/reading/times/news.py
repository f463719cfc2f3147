"""What a report tells as news: its weekdays, the latest day it tells as past, and who it names. For dating it by known facts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from casus.reading.document import Document
from casus.reading.parse import Sentence
from casus.reading.times.calendar import interval, weekday_after
from casus.reading.times.expression import Expression, Fixed, OnWeekday
from casus.reading.times.tense import tense
from casus.world import names, offices
from casus.world.time import interval as world_interval

_WORD = re.compile(r"\w+|[^\w\s]")
_AHEAD = re.compile(
    r"\b(?:due|until|till|through|by|before|to|expir\w+|ending|for|matur\w+|redeemable)\s(?:on\s|in\s|the\s)?$", re.IGNORECASE
)
"""Words before a date that is set, not past, whatever the tense of the verb."""
LEAD = 3
"""So many sentences, the headline among them, are a report's lead."""


@dataclass(frozen=True, slots=True)
class KnownDay:
    """A day known from outside the text, of something that the report tells as news, and when that puts its writing.

    `what` says it in words for a reader; `confidence` is how sure it is that the report tells of this and no other.
    """

    day: date
    written: date
    what: str
    confidence: float


def weekdays(document: Document, expressions: Iterable[Expression]) -> tuple[int, ...]:
    """Weekdays among the times, named without "last" or "next", not of things to come; in order."""
    text, sentences = document.report.text, document.sentences
    return tuple(
        each.parts.weekday
        for each in expressions
        if isinstance(each.parts, OnWeekday)
        and each.parts.which is None
        and each.parts.origin == "written"
        and tense(text, each.span, sentences[each.sentence]) != "future"
    )


def latest_told(document: Document, expressions: Iterable[Expression]) -> date | None:
    """The latest day, or first day of a month, that is told with its year in the past tense; None where there is none."""
    days = [
        found[0]
        for each in expressions
        if isinstance(each.parts, Fixed)
        and each.parts.value[4:5] == "-"
        and each.parts.value[5:6].isdigit()
        and (found := interval(each.parts.value))
        and not _AHEAD.search(document.report.text[max(0, each.span[0] - 24) : each.span[0]])
        and tense(document.report.text, each.span, document.sentences[each.sentence]) == "past"
    ]
    return max(days, default=None)


def lead_weekdays(document: Document, expressions: Sequence[Expression], without: int | None = None) -> tuple[int, ...]:
    """Weekdays named without "last" or "next" in the first sentences, not of things to come, in order.

    `without` is the index of a sentence to leave out.
    """
    return weekdays(document, [each for each in expressions if each.sentence < LEAD and each.sentence != without])


def written_after(day: date, lead: Sequence[int]) -> date:
    """When news of a day is written: that day, or the day soon after it that the first weekday of the lead names.

    A weekday more than four days ahead is rather the one before the day, of what led to it.
    """
    later = weekday_after(day, lead[0]) if lead else day
    return later if (later - day).days <= 4 else day


@dataclass(frozen=True, slots=True)
class Named:
    """Who a sentence names: codes of states, and full names of persons."""

    states: frozenset[str]
    persons: frozenset[str]


def named(document: Document, sentence: Sentence) -> Named:
    """States (also by demonym, capital or seat) and persons (by full name) in a sentence, as the reference facts know them."""
    words = [token.text for token in sentence.tokens] or _WORD.findall(document.words(sentence.span))
    entities = [found.senses[0].entity for found in names.scan(words) if found.senses]
    return Named(
        frozenset(entity.country for entity in entities if entity.kind == "state" and entity.country),
        frozenset(entity.name for entity in entities if entity.kind == "person"),
    )


def in_office(persons: Iterable[str], day: date) -> float | None:
    """The share of the persons who held an office on a day, of those of whom any office is known; None where it is of none."""
    held = [
        any(
            (not holder.first or world_interval(holder.first)[0] <= day)
            and (not holder.last or day <= world_interval(holder.last)[1])
            for holder in holders
        )
        for name in persons
        if (holders := offices.person(name, day))
    ]
    return sum(held) / len(held) if held else None
