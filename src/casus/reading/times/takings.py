"""Persons who a report says were sworn in or took office, on a weekday that fits the day which the reference facts know."""

import re
from collections.abc import Sequence
from datetime import date

from casus.reading.document import Document
from casus.reading.times.expression import Expression
from casus.reading.times.news import LEAD, KnownDay, lead_weekdays, named, weekdays, written_after
from casus.world import offices

_TAKING = re.compile(
    r"\b(?:sworn in|(?:takes|took|taken|taking) office|(?:was|were|been|being|is) inaugurated|inaugurated as|took over as"
    r"|(?:takes|took) the oath)\b"
)
_PRONOUN = re.compile(r"\b(?:he|she)\b")


def _first_days(name: str) -> set[date]:
    """Days on which a person is known to have taken an office."""
    return {date.fromisoformat(holder.first) for holder in offices.person(name) if holder.first and len(holder.first) == 10}


def takings(document: Document, expressions: Sequence[Expression]) -> tuple[KnownDay, ...]:
    """Known days of taking office that the report tells with a weekday that fits.

    The person is one whom the lead or the sentence names in full, and whose surname or a pronoun stands in the sentence.
    """
    found: list[KnownDay] = []
    leaders: frozenset[str] | None = None
    for sentence in document.sentences:
        words = document.words(sentence.span).lower()
        days = (
            weekdays(document, [each for each in expressions if each.sentence == sentence.index]) if _TAKING.search(words) else ()
        )
        if not days:
            continue
        if leaders is None:
            leaders = frozenset[str]().union(*(named(document, each).persons for each in document.sentences[:LEAD]))
        for name in sorted(leaders | named(document, sentence).persons):
            surname = name.split()[-1].lower() in words
            if not surname and not _PRONOUN.search(words):
                continue
            for day in sorted(_first_days(name)):
                if day.weekday() in days:
                    what = f"the taking of office by {name} on {day}, a {day:%A} as the report says"
                    written = written_after(day, lead_weekdays(document, expressions, sentence.index))
                    found.append(KnownDay(day, written, what, 0.8 if surname else 0.65))
    return tuple(found)
