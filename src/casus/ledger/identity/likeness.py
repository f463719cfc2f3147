"""How alike two tellings of events are: features from 0 to 1, each with its words, and the probability that they are one event.

A logistic regression over the features. Its weights are events.yaml, fitted by `python -m benchmarks.identity --fit` to generated
stories whose events are known.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from casus.ledger.identity.tellings import Side, Telling, mutual, roots_alike
from casus.lexicons import load_lexicon

_LONG = 14
"""Days: an interval that is longer than this says little by overlapping with another."""

_NEAR = 3
"""Days: dates so far apart may be slips or the days of a longer event."""

_NAMED = 4
"""So many of the shared words are named."""

_FAR = 0.5
"""Tolls of which one is less than this share of the other are different."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much a word tells: much where few tellings have it. `tellings` counts them, `having` those that have each word."""

    tellings: int
    having: Mapping[str, int]

    def weight(self, word: str) -> float:
        """The logarithm of how many tellings there are for each that has the word; at least a little."""
        return math.log((self.tellings + 1.0) / (self.having.get(word, 0) + 0.5)) + 0.1


def rarity_among(tellings: Iterable[Telling]) -> Rarity:
    """The rarity of words among tellings, which count once for each event and report."""
    having: dict[str, int] = {}
    told = list(tellings)
    for telling in told:
        for word in telling.words:
            having[word] = having.get(word, 0) + 1
    return Rarity(len(told), having)


@dataclass(frozen=True, slots=True)
class Feature:
    """A ground for or against two tellings being one event. `value` is 0 to 1; `words` say it, "" where that is not worth it."""

    name: str
    value: float
    words: str = ""


def features(one: Telling, other: Telling, rarity: Rarity) -> tuple[Feature, ...]:
    """All grounds, with the same values in either order of the two. Those that are left out count 0."""
    return (
        *_report(one, other),
        *_type(one, other),
        *_parties(one, other),
        *_days(one, other),
        *_place(one, other),
        *_toll(one, other),
        *_words(one, other, rarity),
    )


def chance(found: Iterable[Feature]) -> float:
    """The probability that the two tellings are of one event."""
    given = weights()
    total = given["bias"] + sum(given.get(feature.name, 0.0) * feature.value for feature in found)
    return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, total))))


def _report(one: Telling, other: Telling) -> Iterator[Feature]:
    if in_one_sentence(one, other):
        yield Feature("same sentence", 1.0, "told in one sentence")


def in_one_sentence(one: Telling, other: Telling) -> bool:
    """Whether two tellings are of the same words of one report."""
    return one.report == other.report and any(
        start < end_of_other and start_of_other < end for start, end in one.at for start_of_other, end_of_other in other.at
    )


def _type(one: Telling, other: Telling) -> Iterator[Feature]:
    if one.type == other.type:
        yield Feature("same type", 1.0, f"both {one.type}")
    elif alike := roots_alike().get(frozenset((one.type, other.type))):
        low, high = sorted((one.type, other.type))
        yield Feature("confused types", alike, f"{low} and {high} are told for each other")
    else:
        yield Feature("other type", 1.0, " and ".join(sorted((one.type, other.type))))


def _parties(one: Telling, other: Telling) -> Iterator[Feature]:
    if mutual(one.type) and mutual(other.type):
        yield from _sides("parties", one.actors | one.recipients, other.actors | other.recipients)
        return
    yield from _sides("actors", one.actors, other.actors)
    yield from _sides("recipients", one.recipients, other.recipients)
    if one.actors and other.recipients and not _overlap(one.actors, other.actors):
        crossed = min(_overlap(one.actors, other.recipients), _overlap(one.recipients, other.actors) if one.recipients else 0.0)
        if crossed:
            yield Feature("sides exchanged", crossed, "who does it to whom is told the other way round")


def _sides(name: str, one: Side, other: Side) -> Iterator[Feature]:
    if not one or not other:
        yield Feature(f"{name} not told", 1.0)
        return
    shared = one.entities & other.entities
    if shared:
        yield Feature(
            f"same {name}", len(shared) / min(len(one.entities), len(other.entities)), f"{name} agree ({_named(shared)})"
        )
    countries = one.countries & other.countries
    if countries and not shared:
        share = len(countries) / min(len(one.countries), len(other.countries))
        yield Feature(f"{name} of one country", share, f"{name} are of one country ({', '.join(sorted(countries))})")
    if not shared and not countries:
        yield Feature(f"other {name}", 1.0, f"{name} differ")


def _overlap(one: Side, other: Side) -> float:
    if not one.countries or not other.countries:
        return float(bool(one.entities & other.entities))
    return len(one.countries & other.countries) / min(len(one.countries), len(other.countries))


def _days(one: Telling, other: Telling) -> Iterator[Feature]:
    if (one.first is None and one.last is None) or (other.first is None and other.last is None):
        yield Feature("days not told", 1.0)
        return
    gap = max(_gap(one, other), _gap(other, one))
    said = f"{_said(one)} and {_said(other)}"
    if gap <= 0:
        width = max(_width(one), _width(other))
        if width == 0:
            yield Feature("same day", 1.0, f"both on {_said(one)}")
        else:
            yield Feature("days overlap", 1.0 / (1.0 + width / _LONG), f"{said} overlap")
    elif gap == 1:
        yield Feature("a day apart", 1.0, f"{said} are a day apart")
    elif gap <= _NEAR:
        yield Feature("days apart", 1.0, f"{said} are {gap} days apart")
    else:
        yield Feature("far apart", min(1.0, 0.5 + gap / 60), f"{said} are {gap} days apart")


def _gap(one: Telling, other: Telling) -> int:
    """Days from the end of one to the start of the other; 0 or less where they overlap. What is told without a day, but as having
    happened by then, is news: it is taken to have happened within two weeks."""
    if other.last is None:
        return (other.first - one.last).days if other.first and one.last else 0
    start = other.first or other.last - min(timedelta(_LONG), other.last - date.min)
    return (start - one.last).days if one.last else 0


def _width(one: Telling) -> int:
    return (one.last - one.first).days if one.first and one.last else _LONG


def _place(one: Telling, other: Telling) -> Iterator[Feature]:
    if one.place and other.place:
        if one.place == other.place:
            yield Feature("same place", 1.0, f"both in {_bare(one.place)}")
        else:
            yield Feature("other place", 1.0, f"{_bare(one.place)} is not {_bare(other.place)}")
    elif one.place_country and other.place_country and one.place_country != other.place_country:
        yield Feature("other country", 1.0, f"in {one.place_country} and in {other.place_country}")


def _toll(one: Telling, other: Telling) -> Iterator[Feature]:
    for name in ("killed", "injured", "crowd"):
        first, second = getattr(one, name), getattr(other, name)
        if first is None or second is None:
            continue
        if first == second:
            yield Feature(f"same {name}", 1.0, f"both {first} {name}")
        elif min(first, second) >= _FAR * max(first, second):
            yield Feature("near toll", 1.0, f"{first} and {second} {name} are near")
        else:
            yield Feature("other toll", 1.0, f"{first} and {second} {name}")


def _words(one: Telling, other: Telling, rarity: Rarity) -> Iterator[Feature]:
    if not one.words or not other.words:
        yield Feature("no words", 1.0)
        return
    shared = sorted(one.words & other.words)
    common, *both = (sum(map(rarity.weight, sorted(words))) for words in (shared, one.words, other.words))
    rarest = [one.forms.get(word, word) for word in sorted(shared, key=lambda word: -rarity.weight(word))[:_NAMED]]
    said = f"{len(shared)} words shared ({', '.join(rarest)})" if shared else "no word shared"
    yield Feature("words", common / min(both), said)
    yield Feature("all words", common / max(both))
    if one.names and other.names:
        if shared_names := one.names & other.names:
            yield Feature("same names", len(shared_names) / min(len(one.names), len(other.names)))
        else:
            theirs = " and ".join(sorted((", ".join(sorted(one.names)), ", ".join(sorted(other.names)))))
            yield Feature("other names", 1.0, f"no name in common ({theirs})")


def _said(telling: Telling) -> str:
    """The days of a telling in words."""
    first, last = telling.first, telling.last
    if first and last:
        return f"{first}" if first == last else f"{first} to {last}"
    return f"until {last}" if last else f"from {first}"


def _named(entities: Iterable[str]) -> str:
    return ", ".join(_bare(one) for one in sorted(entities))


def _bare(entity: str) -> str:
    """An entity's id as words: without its class and country."""
    return entity.partition(":")[2].partition("@")[0]


@cache
def weights() -> dict[str, float]:
    """The weight of each ground, and "bias"."""
    found: dict[str, float] = load_lexicon(Path(__file__).with_name("events.yaml"))["weights"]
    return found
