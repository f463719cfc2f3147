"""How well two tellings fit one agreement or regime, by who is in it, the words of its title, its sort and its days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal

from casus.lexicons import load_lexicon
from casus.world import names
from casus.world.agreements import agreements
from casus.world.fold import fold
from casus.world.time import interval

SLIP = timedelta(days=7)
"""So far apart may two tellings date one signature."""

UNDATED = timedelta(days=60)
"""So far apart may two reports of one agreement be that give neither a day of signature nor a title."""

LASTING = timedelta(days=731)
"""So far apart may two reports be of restrictions by the same on the same that are one regime where the world facts have none."""

_MONTH = timedelta(days=31)
_ALIKE = 0.5
"""From this share of telling words in common on, two titles are alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An agreement or regime that claims may tell of.

    `sides` are the parties, or who imposes; `targets` on whom. Both are alpha-3 codes where that is a state or part of one, else
    ids of entities. `titles` are as they were told. `first` and `last` are the earliest and latest day of signature, None where
    it is not told; `told` is the last day on which the report may have been written. `news` is true of what is told as just
    coming about ("signed"), false of what is told as there ("in force").
    """

    id: str
    kind: Literal["agreement", "regime"]
    sides: frozenset[str]
    targets: frozenset[str] = frozenset()
    titles: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    told: date | None = None
    news: bool = False


def best(thing: Standing, things: Iterable[Standing]) -> str | None:
    """The id of what fits best; None where nothing fits, or two things do equally."""
    ranked: dict[str, float] = {}
    for other in things:
        if other.kind == thing.kind and (score := _fit(thing, other)) is not None:
            ranked[other.id] = max(score, ranked.get(other.id, 0.0))
    best = sorted(ranked, key=lambda one: (-ranked[one], one))
    return None if not best or (len(best) > 1 and ranked[best[0]] == ranked[best[1]]) else best[0]


def _fit(thing: Standing, other: Standing) -> float | None:
    """How well two tellings fit one thing; None where they can't be one, or nothing shows that they are."""
    apart = _apart(thing, other)
    if thing.kind == "regime":
        same = (thing.sides, thing.targets) == (other.sides, other.targets)
        return 1.0 if same and apart is not None and apart <= LASTING else None
    like = alike(thing, other)
    by_name = like is not None and _is_named(thing, other)
    if like is None or (thing.sides != other.sides and not by_name):
        return None
    near = 0.1 / (1 + apart.days / 365) if apart is not None else 0.0
    if thing.first and other.first:
        return 2.0 + like + near if days_agree(thing, other) else None
    if thing.news and not by_name and (apart is None or apart > UNDATED):
        return None
    if like >= _ALIKE:
        return like + near
    silent = like == 0 and not (_content(thing) and _content(other))
    return near if silent and apart is not None and apart <= UNDATED else None


def days_agree(thing: Standing, other: Standing) -> bool:
    """Whether signatures may lie on one day, give or take a week; both are known to the month, or the titles are alike."""
    if not (thing.first and thing.last and other.first and other.last):
        return False
    if thing.first > other.last + SLIP or other.first > thing.last + SLIP:
        return False
    return max(thing.last - thing.first, other.last - other.first) <= _MONTH or (alike(thing, other) or 0.0) >= _ALIKE


def _is_named(thing: Standing, other: Standing) -> bool:
    """Whether a known agreement is told by name, though not with all of its parties: every telling word of one of its titles is
    there, one in capitals and not common, and no state is told that is no party."""
    words, common = _content(thing), frozenset(entries()["common"])
    capitals = {fold(word) for title in thing.titles for word in title.replace("-", " ").split() if word[:1].isupper()} - common
    if not {side for side in thing.sides if len(side) == len("RUS")} <= other.sides:
        return False
    titles = (_told_words(title, other.sides) for title in other.titles)
    return any(title <= words and title & capitals for title in titles)


def alike(thing: Standing, other: Standing) -> float | None:
    """The share of the telling words that the titles have in common; 0 where one says nothing; None where they clash."""
    sorts, other_sorts = _sorts(thing.titles), _sorts(other.titles)
    if sorts and other_sorts and not sorts & other_sorts:
        return None
    words = _content(thing)
    others = [content for title in other.titles if (content := _told_words(title, other.sides | thing.sides))]
    if not words or not others:
        return 0.0
    return max(len(words & content) / min(len(words), len(content)) for content in others) or None


def _content(thing: Standing) -> frozenset[str]:
    return frozenset(word for title in thing.titles for word in _told_words(title, thing.sides))


def _told_words(title: str, sides: frozenset[str]) -> frozenset[str]:
    """The words of a title that tell which agreement it is, and its sort: no empty words, no kinds, no parties' names."""
    lists = entries()
    found = {
        fold(word)
        for word in title.replace("'s", "").replace("’s", "").replace("-", " ").split()
        if fold(word).isalpha()
        and fold(word) not in lists["empty"]
        and fold(word) not in lists["kinds"]
        and not any(sense.entity.kind == "state" and sense.entity.country in sides for sense in names.senses(word))
    }
    of_sorts = {word for words in lists["sorts"].values() for word in words}
    return frozenset(found - of_sorts) | _sorts((title,))


def _sorts(titles: Iterable[str]) -> frozenset[str]:
    """The sorts of agreement that titles name."""
    words = {fold(word) for title in titles for word in title.replace("-", " ").split()}
    return frozenset(sort for sort, of_sort in entries()["sorts"].items() if words & set(of_sort))


def _apart(thing: Standing, other: Standing) -> timedelta | None:
    """How far apart two tellings are, by the day of signature or else of the report."""
    one, another = thing.first or thing.told, other.first or other.told
    return abs(one - another) if one and another else None


@cache
def world_agreements() -> tuple[Standing, ...]:
    """The agreements of the world facts."""
    return tuple(_of_world())


def _of_world() -> Iterator[Standing]:
    for known in agreements():
        first, last = interval(known.signed) if known.signed else (None, None)
        yield Standing(
            id=f"agreement:{known.id}",
            kind="agreement",
            sides=frozenset(party.code for party in known.parties),
            titles=(known.title, *known.aliases),
            first=first,
            last=last,
        )


@cache
def entries() -> dict[str, Any]:
    """The word lists of standing.yaml."""
    return load_lexicon(Path(__file__).with_name("standing.yaml"))
