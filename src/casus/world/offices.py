"""Who held which office when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

from casus.world import phoenix
from casus.world.entities import Entity, listed_person
from casus.world.fold import fold
from casus.world.index import Row, load
from casus.world.time import Validity, interval


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office. `first` and `last` are days, months or years as the source gives them, both inside.

    `last` None: still in office when last observed (`observed`, None where that is not told). `country` or `org` says whose
    office it is ("RUS", "NATO"). `sector` is the PLOVER sector that the person speaks for. `confidence` is high, medium or low.
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


_LEADER, _GOVERNMENT = "effective leader", "head of government"
_RANK = (_LEADER, "head of state", _GOVERNMENT, "foreign minister", "defence minister")
GUESSED = 4
"""The closeness of a person of whom only the surname, or a surname and how the given name begins, is the same."""

_NEAR_DAYS = 3650
"""Who is listed by surname alone is meant by a full name only within ten years of an office."""

_ALIKE = 2
"""So many first letters of a given name are the same in all its spellings."""

WHOLE = 1
"""Up to this closeness (see compile_persons) a name is the whole name or an alias, beyond it a surname."""

_CONFIDENCE = ("high", "medium", "low")
_SECTORS: Mapping[str, str] = {"defence minister": "MIL", "chief of defence/military commander": "MIL"}


def holders(country: str, office: str, on: date) -> tuple[Holder, ...]:
    """Who held an office of a state (alpha-3) on a day, surest first.

    `office`: "head of state", "head of government", "leader" (who in effect led), "foreign minister", "defence minister",
    "president", "prime minister", "king" and the other offices of `titles()`. On a handover day both holders are given. Acting
    holders follow. Where nobody is listed for the state, its predecessor is asked ("RUS" in 1985: "SUN"). () for nobody known.
    """
    data = load("persons")
    listed_as, titled = data["listed"].get(office, ((office,), ()))
    for code in (country, *data["predecessors"].get(country, ())):
        for listed in listed_as:
            if office == "prime minister" and listed == _LEADER and code not in data["led_by_government"]:
                continue
            if office == "president" and listed == _LEADER and code in data["led_by_government"]:
                continue
            rows = _by_place().get((code, listed), ())
            if listed == _LEADER and titled and any(_held(row, on) for row in _by_place().get((code, listed_as[0]), ())):
                continue
            if found := _holders([row for row in rows if _held(row, on) and _titled(row[8], titled)]):
                return found
    return ()


def org_heads(org: str, on: date) -> tuple[Holder, ...]:
    """Who headed an organisation on a day, all its offices. `org` is its abbreviation ("NATO") or id ("org:NATO")."""
    return _holders([row for row in _by_place().get((org.removeprefix("org:"), ""), ()) if _held(row, on)])


def _titled(title: str | None, titled: Sequence[str]) -> bool:
    """Whether a holder's title has one of the words; where no title or no word is given it does."""
    return not titled or title is None or any(word in title.casefold() for word in titled)


def _held(row: Row, on: date) -> bool:
    return Validity(row[4], row[5]).contains(on) is not False


def _holders(rows: list[Row]) -> tuple[Holder, ...]:
    """Holders of rows, surest first; rows whose source ended before the holder left count only where there are no others."""
    sure = [row for row in rows if not row[10]] or rows
    seen: dict[str, Holder] = {}
    for row in sorted(sure, key=lambda row: (row[6], _CONFIDENCE.index(row[7]))):
        holder = _holder(row)
        seen.setdefault(holder.person.id + holder.office, holder)
    return tuple(seen.values())


def _holder(row: Row) -> Holder:
    number, office, country, org, first, last, acting, confidence, title, observed, _, told = row
    sector = told or ("IGO" if org else _SECTORS.get(office, "GOV"))
    return Holder(listed_person(number), office, country, org, first, last, bool(acting), confidence, sector, title, observed)


@cache
def _by_place() -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = {}
    for row in load("persons")["offices"]:
        found.setdefault((row[3], "") if row[3] else (row[2], row[1]), []).append(row)
    return found


@cache
def _by_person() -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
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
    and a name with several persons: all are returned. `confidence` is low where a full name is listed in no such spelling.
    """
    key = fold(name)
    rows = [(closeness, row) for number, closeness in _numbers(key) for row in _by_person()[number]]
    if not rows and " " in key:
        rows = [(GUESSED, row) for number in _alike(key, on) for row in _by_person()[number]]
    rows.sort(key=lambda found: _likelihood(found[0], found[1], on))
    listed = [_holder(row) if closeness < GUESSED else replace(_holder(row), confidence="low") for closeness, row in rows]
    known = {fold(holder.person.name) for holder in listed}
    further = [
        Holder(role.person, "role", role.country, None, role.first, role.last, False, "low", role.sector)
        for role in phoenix.roles(name, on)
        if fold(role.person.name) not in known
    ]
    return tuple(listed + further)


def _numbers(key: str) -> list[tuple[int, int]]:
    """Persons of a folded name with its closeness; of a full name only those whose whole name it is, if there are any."""
    found = [(number, closeness) for number, closeness in load("persons")["names"].get(key, ())]
    whole = [pair for pair in found if pair[1] <= WHOLE]
    return whole if whole and " " in key else found


def _alike(key: str, on: date | None) -> list[int]:
    """Persons whom a full name may mean that is not listed.

    Those of the surname whose given name begins alike ("Sergei Lavrov" is listed as Sergey), and those who are listed by surname
    alone and held office near the day.
    """
    data = load("persons")
    first, _, surname = key.rpartition(" ")
    found = []
    for number, _ in data["names"].get(surname, ()):
        listed = fold(data["persons"][number][1])
        if listed[:_ALIKE] == first[:_ALIKE] if " " in listed else on is None or _near(career(number), on):
            found.append(number)
    return found


def _near(career: Validity, on: date) -> bool:
    margin = timedelta(_NEAR_DAYS)
    return career.contains(on - margin) is not False or career.contains(on + margin) is not False


def _likelihood(closeness: int, row: Row, on: date | None) -> tuple[Any, ...]:
    """Sort key: in office on the day, then who left last before it or came soonest after; nearer names, higher offices first."""
    office, first, last = row[1], row[4], row[5]
    rank = _RANK.index(office) if office in _RANK else len(_RANK)
    weight = 2 - load("persons")["prominence"].get(row[2] or "", 0)
    if on is None:
        return (closeness > WHOLE, closeness, weight, rank, -_ordinal(last, False))
    if Validity(first, last).contains(on) is not False:
        return (0, closeness, rank, weight, 0)
    gap = on.toordinal() - _ordinal(last, False)
    years = abs(gap if gap > 0 else _ordinal(first, True) - on.toordinal()) // 365
    return (1, closeness, years + 4 * (gap <= 0) + 5 * weight, rank, 0)


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
