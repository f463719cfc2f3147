"""An event's record as it is compared with others: what, who, to whom, when, where, how many, in which words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from casus.errors import WorldError
from casus.ledger.record import Draft, Quote, ReportSource, Valid
from casus.lexicons import load_lexicon
from casus.sources.report import Span
from casus.world import names
from casus.world.entities import entity
from casus.world.fold import fold

_STATE = len("RUS")
_NEAR = timedelta(days=3)
"""Dates of two tellings of one event may be so far apart and still be looked up."""

UNDATED = "undated"
_END = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘'(]*[A-Z0-9])|\n\s*\n")
_LONGEST = 400
"""Characters before and after a quote in which its sentence's ends are looked for."""

_MOST_WEEKS = 6
"""An event that is dated more vaguely is looked up in the last weeks of its interval."""

_MOST_NAMES = 3
_SHORTEST_WORD = 3
_ENDINGS = ("ings", "ing", "ers", "ies", "ied", "es", "ed", "er", "s")


@dataclass(frozen=True, slots=True)
class Side:
    """Those on one side of an event: ids of entities that several reports can name, and countries (alpha-3). Both empty where
    nobody is told, or only somebody of whom nothing is known."""

    entities: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()

    def __or__(self, other: "Side") -> "Side":
        return Side(self.entities | other.entities, self.countries | other.countries)

    def __bool__(self) -> bool:
        return bool(self.entities or self.countries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one report tells of one event.

    `event` is the event that it is known to be part of (its own fact where it is not). `first` and `last` are the days between
    which it happened, both inclusive; None is open. `words` are those of the quotes, stemmed, without empty ones.
    """

    fact: str
    event: str
    report: str
    type: str
    modality: str = "actual"
    negated: bool = False
    actors: Side = Side()
    recipients: Side = Side()
    first: date | None = None
    last: date | None = None
    place: str | None = None
    place_country: str | None = None
    killed: int | None = None
    injured: int | None = None
    crowd: int | None = None
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    at: frozenset[Span] = frozenset()
    forms: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)

    @property
    def kind(self) -> str:
        """How it is told: only tellings of one kind can be one event's witnesses ("actual", "denied", "not planned")."""
        return f"not {self.modality}" if self.negated else self.modality


def telling_of(draft: Draft, event: str | None = None, text: str | None = None) -> Telling:
    """An event's record as it is compared. `event`: the fact that it is known to be one with; its own where None. `text`: the
    report's, whose sentences around the quotes help to tell which event it is; without it the quotes' own words must do.

    Raises ValueError where the draft is of another kind, or no report tells it.
    """
    if draft.kind != "event" or not isinstance(draft.source, ReportSource):
        raise ValueError(f"a telling is an event that a report tells, not {draft.kind} {draft.id[:12]}")
    body = draft.body
    first, last = _days(draft.valid)
    place = body.get("place")
    sides = _side(draft, "actor"), _side(draft, "recipient")
    quotes = [quote for quote in draft.source.quotes if quote.role == "told"]
    spans = [(quote.start, quote.end) for quote in quotes] if text is None else _sentences(text, quotes)
    told = [quote.words for quote in quotes] if text is None else [text[start:end] for start, end in spans]
    forms = words_of(told)
    return Telling(
        fact=draft.of_fact,
        event=event or draft.of_fact,
        report=draft.source.report,
        type=body["type"],
        modality=body.get("modality", "actual"),
        negated=bool(body.get("negated")),
        actors=sides[0],
        recipients=sides[1],
        first=first,
        last=last,
        place=place if place and not place.startswith(("report:", "state:")) else None,
        place_country=next(iter(sorted(_side(draft, "place").countries)), None),
        killed=body.get("killed"),
        injured=body.get("injured"),
        crowd=body.get("crowd"),
        words=frozenset(forms),
        names=frozenset(_names_in(told)),
        at=frozenset(spans),
        forms=forms,
    )


def _sentences(text: str, quotes: Iterable[Quote]) -> list[Span]:
    """The sentences of a text that quotes lie in, each once and in order, as far as full stops and ends of lines tell them."""
    found: dict[Span, None] = {}
    for quote in quotes:
        ends = _END.finditer(text, max(0, quote.start - _LONGEST), quote.start + 1)  # it looks one letter ahead
        before = [end.end() for end in ends if end.end() <= quote.start]
        after = _END.search(text, max(quote.start, quote.end - 1), min(len(text), quote.end + _LONGEST))
        found[max((quote.start - _LONGEST, 0, *before)), after.start() + 1 if after else quote.end] = None
    return sorted(found)


def _names_in(sentences: Iterable[str]) -> Iterator[str]:
    """Folded words in capitals within sentences, but for months, days and the names of states."""
    for sentence in sentences:
        for word in sentence.split()[1:]:
            bare = word.strip(".,;:!?()\"'“”‘’").removesuffix("'s").removesuffix("’s")
            if bare[:1].isupper() and fold(bare) not in _empty() and not _is_of_state(bare):
                yield fold(bare)


@lru_cache(maxsize=65536)
def _is_of_state(name: str) -> bool:
    """Whether a word names a state, its people or its capital."""
    return any(sense.entity.kind == "state" for sense in names.senses(name))


def of_event(telling: Telling, event: str) -> Telling:
    """The same telling as part of an event."""
    return replace(telling, event=event)


def kept_under(telling: Telling) -> frozenset[str]:
    """The keys under which a store finds a telling: pairs of countries and each alone, by week.

    Keys look like "RUS+UKR 2024-W23" (both), "RUS 2024-W23" (one, among others or not), "RUS! 2024-W23" (one and no other) and
    "ASSAULT 2024-W23" (nobody of whom a country is known); "@gori 2024-W23" is for one of the names that it has, and "undated"
    for those of whose day nothing is known.
    """
    parties = _parties(telling)
    weeks = _weeks(telling.first, telling.last) or (UNDATED,)
    return frozenset(f"{name} {week}" for name in (*_keys(telling, parties), *_named(telling)) for week in weeks)


def sought_under(telling: Telling) -> frozenset[str]:
    """The keys of `kept_under` by which tellings are found that may be of the same event; those a few days apart, too."""
    parties = _parties(telling)
    pairs = [f"{one}+{other}" for one in parties for other in parties if one < other]
    sought = [*pairs, *(f"{one}!" for one in parties)] if len(parties) > 1 else list(parties)
    first = telling.first - min(_NEAR, telling.first - date.min) if telling.first else None
    last = telling.last + min(_NEAR, date.max - telling.last) if telling.last else None
    sought += [telling.type, *_named(telling)]
    return frozenset(f"{name} {week}" for name in sought for week in (*_weeks(first, last), UNDATED))


def words_of(texts: Iterable[str]) -> dict[str, str]:
    """The telling words of texts by their stems, as they are first written (folded): without empty ones, and without numbers
    (days and tolls are compared as such)."""
    found: dict[str, str] = {}
    for text in texts:
        for word in "".join(char if char.isalnum() else " " for char in fold(text)).split():
            if len(word) >= _SHORTEST_WORD and not word.isdigit() and word not in _empty():
                found.setdefault(_stem(word), word)
    return found


def _named(telling: Telling) -> list[str]:
    return [f"@{name}" for name in sorted(telling.names)[:_MOST_NAMES]]


def _keys(telling: Telling, parties: tuple[str, ...]) -> Iterator[str]:
    if not parties:
        yield telling.type
    yield from parties
    if len(parties) == 1:
        yield f"{parties[0]}!"
    yield from (f"{one}+{other}" for one in parties for other in parties if one < other)


def _parties(telling: Telling) -> tuple[str, ...]:
    """The countries of all who take part, and the bodies that are of none; of nobody, the country in which it happened."""
    both = telling.actors | telling.recipients
    stateless = (one for one in both.entities if not _country(one))
    found = {*both.countries, *stateless}
    return tuple(sorted(found)) or ((telling.place_country,) if telling.place_country else ())


def _weeks(first: date | None, last: date | None) -> tuple[str, ...]:
    """The ISO weeks of an interval, the last of them where it is long or open; () where nothing is known."""
    end = last or first
    if end is None:
        return ()
    longest = min(timedelta(weeks=_MOST_WEEKS), end - date.min)
    start = max(first or end - min(timedelta(weeks=1), longest), end - longest)
    days = (start + timedelta(days=number) for number in range((end - start).days + 1))
    return tuple(dict.fromkeys(f"{day.isocalendar().year}-W{day.isocalendar().week:02}" for day in days))


def _days(valid: Valid) -> tuple[date | None, date | None]:
    """The days between which an event happened."""
    return (valid.first.earliest if valid.first else None, valid.last.latest if valid.last else None)


def _side(draft: Draft, role: str) -> Side:
    """Who has a role in a record; entities that only one report knows count by their countries alone."""
    told = [part.entity for part in draft.parts if part.role == role]
    entities = frozenset(one for one in told if not one.startswith(("country:", "report:", "sector:")))
    countries = {one.removeprefix("country:") for one in told if one.startswith("country:")}
    return Side(entities, frozenset(countries | {country for one in entities if (country := _country(one))}))


@lru_cache(maxsize=65536)
def _country(entity_id: str) -> str | None:
    """The country (alpha-3) of an entity by its id; None where it has none or more than one."""
    kind, _, name = entity_id.partition(":")
    if kind == "state":
        return name
    if "@" in name:
        country = name.rpartition("@")[2]
        return country if len(country) == _STATE else None
    try:
        return entity(entity_id).country
    except WorldError:
        return None


def _stem(word: str) -> str:
    """A word without its ending, so that "shelled" and "shelling" are one."""
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _SHORTEST_WORD), "")
    bare = word.removesuffix(ending).removesuffix("e")
    return bare[:-1] if len(bare) > _SHORTEST_WORD and bare[-1] == bare[-2] else bare


def mutual(root: str) -> bool:
    """Whether both sides of events of a root do the same."""
    return root in confused()["mutual"]


@cache
def confused() -> dict[str, Any]:
    """confused.yaml: roots that are taken for each other, mutual roots, empty words."""
    return load_lexicon(Path(__file__).with_name("confused.yaml"))


@cache
def roots_alike() -> Mapping[frozenset[str], float]:
    """How much alike two roots are that are taken for each other, 0 to 1; one root alone is not there."""
    return {frozenset(pair["roots"]): float(pair["alike"]) for pair in confused()["pairs"]}


@cache
def _empty() -> frozenset[str]:
    return frozenset(confused()["empty"])
