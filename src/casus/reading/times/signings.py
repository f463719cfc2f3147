"""Signings that a report tells as news, of agreements whose day of signature the reference facts know."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from casus.lexicons import load_lexicon
from casus.reading.document import Document
from casus.reading.parse import Sentence
from casus.reading.times.expression import Expression, Fixed, Offset, OnWeekday
from casus.reading.times.news import LEAD, KnownDay, in_office, latest_told, lead_weekdays, named, weekdays, written_after
from casus.world import names
from casus.world.agreements import KnownAgreement, agreements

_NOT_SIGNED = re.compile(
    r"\b(?:not|never|refus\w+|declin\w+|fail\w*|without|yet|if|unless|once|before|will|would|shall|should|may|might|could|can|must)"
    r"\s(?:\w+\s){0,3}$|\bto\s(?:be\s)?$"
)
"""Words before a verb of signing that make it undone, still to come, or supposed."""


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_lexicon(Path(__file__).with_name("signings.yaml")).items()}


@cache
def _signing() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(_words()["signing"])) + r")\b")


def _tells_signing(document: Document, sentence: Sentence, told: Sequence[Expression]) -> bool:
    """Whether a sentence tells, as done and as news, that a document was signed."""
    lower = document.words(sentence.span).lower()
    if _words()["document"].isdisjoint(re.findall(r"[a-z]+", lower)):
        return False
    return any(
        (sentence.headline or verb.group().endswith("ed"))
        and not _NOT_SIGNED.search(lower[: verb.start()])
        and not _dated(document, sentence.span[0] + verb.end(), told)
        for verb in _signing().finditer(lower)
    )


def _dated(document: Document, end: int, told: Sequence[Expression]) -> bool:
    """Whether words right after a verb give its date with the year: then what was signed is no news."""
    after = next((each for each in told if each.span[0] >= end and isinstance(each.parts, Fixed | OnWeekday | Offset)), None)
    return after is not None and isinstance(after.parts, Fixed) and "," not in document.words((end, after.span[0]))


@dataclass(frozen=True, slots=True)
class _News:
    """What a report says of a signing: sentences' words, states of the signing sentences and of all, persons, days."""

    words: frozenset[str]
    signing_states: frozenset[str]
    states: frozenset[str]
    persons: frozenset[str]
    signing_weekdays: tuple[int, ...]
    lead_weekdays: tuple[int, ...]
    today: bool
    latest: date | None


def _news(document: Document, expressions: Sequence[Expression]) -> _News | None:
    by_sentence: dict[int, list[Expression]] = {}
    for each in expressions:
        by_sentence.setdefault(each.sentence, []).append(each)
    signing = [each for each in document.sentences if _tells_signing(document, each, by_sentence.get(each.index, []))]
    if not signing:
        return None
    lead = document.sentences[:LEAD]
    mentioned = [named(document, each) for each in signing]
    around = [*mentioned, *(named(document, each) for each in lead)]
    told = [each for sentence in signing for each in by_sentence.get(sentence.index, [])]
    return _News(
        frozenset(word for each in signing for word in re.findall(r"[a-z]+", document.words(each.span).lower())),
        frozenset().union(*(each.states for each in mentioned)),
        frozenset().union(*(each.states for each in around)),
        frozenset().union(*(each.persons for each in around)),
        weekdays(document, told),
        lead_weekdays(document, expressions),
        any(isinstance(each.parts, Offset) and (each.parts.unit, each.parts.count) == ("day", 0) for each in told),
        latest_told(document, expressions),
    )


def _alike(agreement: KnownAgreement, words: frozenset[str]) -> tuple[int, float]:
    """How many words of a title, or of an alias, the report uses of the signing, and which share of them; the best of all."""
    best = (0, 0.0)
    for text in (agreement.title, *agreement.aliases):
        title = {
            word
            for word in re.findall(r"[a-z]{3,}", text.lower())
            if word not in _words()["common"] and word not in _state_words()
        }
        shared = len(title & words)
        best = max(best, (shared, shared / len(title) if title else 0.0))
    return best


@cache
def _state_words() -> frozenset[str]:
    """Words of the titles of known agreements that name their states: they tell nothing of its kind."""
    return frozenset(
        word.lower()
        for each in agreements()
        for words in (re.findall(r"\w+", each.title),)
        for found in names.scan(words)
        if found.senses and found.senses[0].entity.kind in ("state", "place")
        for word in words[found.first : found.last + 1]
    )


def _fits(news: _News, agreement: KnownAgreement) -> KnownDay | None:
    """The day of an agreement's signing if the report can be telling of it, None if not."""
    day = date.fromisoformat(agreement.signed or "")
    parties = {party.code for party in agreement.parties}
    named = parties & news.states
    if (
        len(named) < 2
        or 2 * len(named) < len(parties)
        or (len(parties) == 2 and not parties & news.signing_states and news.signing_states)
    ):
        return None
    if news.latest and news.latest > day + timedelta(7):
        return None
    alike, share = _alike(agreement, news.words)
    weekdays = news.signing_weekdays or news.lead_weekdays
    if share < 0.5 or (weekdays and day.weekday() not in weekdays) or not (weekdays or news.today):
        return None
    office = in_office(news.persons, day)
    # Without a weekday, or without persons of the time, two words of the name must speak for it.
    if (office is not None and office < 0.5) or (alike < 2 and not (weekdays and office)):
        return None
    written = day if news.today else written_after(day, news.lead_weekdays)
    confidence = 0.4 + 0.2 * share + 0.05 * min(alike, 2) + 0.2 * (office or 0) + 0.05 * news.today + 0.05 * bool(weekdays)
    what = f"the signing of the {agreement.title} on {day}" + (f", a {day:%A} as the report says" if weekdays else "")
    return KnownDay(day, written, what, min(confidence, 0.95))


def signings(document: Document, expressions: Sequence[Expression], known: Sequence[KnownAgreement]) -> tuple[KnownDay, ...]:
    """Known days of signing that the report tells as news; `known` are the agreements to look among.

    The report must say in the past tense that a document was signed, name at least two parties (there or in its lead), share
    words with the title, and name a weekday, or "today", that fits; persons named must have been in office on the day.
    """
    news = _news(document, expressions)
    if news is None or len(news.states) < 2:
        return ()
    candidates = [each for each in known if each.signed and len(each.signed) == 10]
    return tuple(day for each in candidates if (day := _fits(news, each)) is not None)
