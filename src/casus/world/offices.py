"""Who held which office when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from casus.world import phoenix
from casus.world.entities import Entity, listed_person
from casus.world.fold import fold
from casus.world.index import load
from casus.world.time import Validity, interval


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office. `first` and `last` are days, months or years as the source gives them, both inside.

    `last` None: still in office when last observed (`observed`, None where that is not told). `country` or `org` says whose office
    it is ("RUS", "NATO"). `sector` is the PLOVER sector that the person speaks for. `confidence` is high, medium or low.
    """

    person: Entity
    office: str
    country: str | None
    org: str | None
    first: str | None
    last: str | None
    acting: bool
    confidence: str
    sector: str | None = None
    title: str | None = None
    observed: str | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """A title word and what it tells: the `office` that `holders` or `org_heads` take (None: no particular one), the PLOVER
    `sector`, and the states or organisation it is bound to (() and None: any)."""

    words: str
    office: str | None
    sector: str
    countries: tuple[str, ...] = ()
    org: str | None = None


_LEADER, _STATE, _GOVERNMENT = "effective leader", "head of state", "head of government"

_LISTED_AS: Mapping[str, tuple[str, ...]] = {
    "leader": (_LEADER, _STATE, _GOVERNMENT),
    "head of state": (_STATE, _LEADER),
    "head of government": (_GOVERNMENT, _LEADER),
    "president": (_STATE, _GOVERNMENT, _LEADER),
    "king": (_STATE, _LEADER),
    "prime minister": (_GOVERNMENT, "prime minister (not head of government)", _LEADER),
}
"""An office and the names under which the lists may have it, surest first."""

_TITLED: Mapping[str, tuple[str, ...]] = {
    "president": ("president",),
    "king": ("king", "queen", "emir", "sultan", "emperor", "grand duke", "prince", "pope", "malik"),
    "prime minister": ("minister", "premier", "chancellor", "taoiseach", "head of government", "chief", "state counsellor", "secretary"),
}
"""Words of which the holder's title must have one, where a title is given."""

_SECTORS: Mapping[str, str] = {"defence minister": "MIL", "chief of defence/military commander": "MIL"}
_CONFIDENCE = ("high", "medium", "low")
_RANK = (_LEADER, _STATE, _GOVERNMENT, "foreign minister", "defence minister")


def holders(country: str, office: str, on: date) -> tuple[Holder, ...]:
    """Who held an office of a state (alpha-3) on a day, surest first.

    `office`: "head of state", "head of government", "leader" (who in effect led), "foreign minister", "defence minister", "president",
    "prime minister", "king" and the other offices of `titles()`. On a handover day both holders are given. Acting holders follow.
    Where nobody is listed for the state, its predecessor is asked ("RUS" in 1985: "SUN"). () where nobody is known.
    """
    for code in (country, *load("persons")["predecessors"].get(country, ())):
        for listed in _LISTED_AS.get(office, (office,)):
            rows = [row for row in _by_place().get((code, listed), ()) if _held(row, on) and _titled(row[8], office, listed)]
            if found := _holders(rows):
                return found
    return ()


def org_heads(org: str, on: date) -> tuple[Holder, ...]:
    """Who headed an organisation on a day, all its offices. `org` is its abbreviation ("NATO") or id ("org:NATO")."""
    return _holders([row for row in _by_place().get((org.removeprefix("org:"), ""), ()) if _held(row, on)])


def _titled(title: str | None, office: str, listed: str) -> bool:
    wanted = _TITLED.get(office)
    if wanted is None or title is None:
        return title is not None or not (office in ("president", "prime minister", "king") and listed == _GOVERNMENT and office != "prime minister")
    return any(word in title.casefold() for word in wanted)


def _held(row: Any, on: date) -> bool:
    return Validity(row[4], row[5]).contains(on) is not False


def _holders(rows: list[Any]) -> tuple[Holder, ...]:
    """Holders of rows, surest first; rows whose source ended before the holder left count only where there are no others."""
    sure = [row for row in rows if not row[10]] or rows
    seen: dict[str, Holder] = {}
    for row in sorted(sure, key=lambda row: (row[6], _CONFIDENCE.index(row[7]))):
        holder = _holder(row)
        seen.setdefault(holder.person.id + holder.office, holder)
    return tuple(seen.values())


def _holder(row: Any) -> Holder:
    number, office, country, org, first, last, acting, confidence, title, observed, _ = row
    sector = "IGO" if org else _SECTORS.get(office, "GOV")
    return Holder(listed_person(number), office, country, org, first, last, bool(acting), confidence, sector, title, observed)


@cache
def _by_place() -> dict[tuple[str, str], list[Any]]:
    found: dict[tuple[str, str], list[Any]] = {}
    for row in load("persons")["offices"]:
        found.setdefault((row[3], "") if row[3] else (row[2], row[1]), []).append(row)
    return found


@cache
def _by_person() -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in load("persons")["offices"]:
        found.setdefault(row[0], []).append(row)
    return found


def career(number: int) -> Validity:
    """From a listed person's first day in any office to the last."""
    rows = _by_person()[number]
    firsts = [row[4] for row in rows]
    lasts = [row[5] for row in rows]
    return Validity(None if None in firsts else min(firsts), None if None in lasts else max(lasts))


@lru_cache(maxsize=4096)
def person(name: str, on: date | None = None) -> tuple[Holder, ...]:
    """Offices of everybody whom a name can mean, likeliest first: holders on the day, then former, then later ones.

    `name` is a full name, an alias, or a surname ("Putin", "Kim", "Kim Jong Un"), without title; accents and hyphens are ignored.
    Curated office lists come first, then the dated roles of the Phoenix dictionary. One person may come with several offices,
    and a name with several persons: all are returned.
    """
    key = fold(name)
    rows = [
        (closeness, row) for number, closeness in load("persons")["names"].get(key, ()) for row in _by_person()[number]
    ]  # fmt: skip
    exact = [(closeness, row) for closeness, row in rows if closeness <= 1]
    rows = exact if exact and " " in key else rows
    listed = [_holder(row) for _, row in sorted(rows, key=lambda found: _likelihood(*found, on))]
    known = {fold(holder.person.name) for holder in listed}
    further = [
        Holder(role.person, "role", role.country, None, role.first, role.last, False, "low", role.sector)
        for role in phoenix.roles(name, on)
        if fold(role.person.name) not in known
    ]
    return tuple(listed + further)


def _likelihood(closeness: int, row: Any, on: date | None) -> tuple[Any, ...]:
    """Sort key: in office on the day, then who left last before it, then who came soonest after; nearer names and higher offices first."""
    office, first, last = row[1], row[4], row[5]
    rank = _RANK.index(office) if office in _RANK else len(_RANK)
    weight = _PROMINENT.get(row[2] or "", 2)
    if on is None:
        return (closeness > 1, closeness, weight, rank, -_ordinal(last, False))
    if Validity(first, last).contains(on) is not False:
        return (0, closeness, rank, weight, 0)
    gap = on.toordinal() - _ordinal(last, False)
    years = abs(gap if gap > 0 else _ordinal(first, True) - on.toordinal()) // 365
    return (1, closeness, years + 4 * (gap <= 0) + 5 * weight, rank, 0)


_PROMINENT: Mapping[str, int] = {
    code: place
    for place, codes in enumerate(("USA RUS SUN CHN GBR FRA".split(), "DEU JPN IND ITA CAN ISR IRN IRQ UKR TUR KOR PRK SAU EGY PAK BRA".split()))
    for code in codes
}


def _ordinal(text: str | None, earliest: bool) -> int:
    if text is None:
        return date.max.toordinal() if not earliest else date.min.toordinal()
    return interval(text)[0 if earliest else 1].toordinal()


@cache
def titles() -> Mapping[str, Title]:
    """Title words in lower case ("president", "pm", "foreign minister", "gen", "spokesman") and what they tell; no dots."""
    return {
        words: Title(words, office, sector, tuple(countries), org)
        for words, office, sector, countries, org in load("persons")["titles"]
    }
