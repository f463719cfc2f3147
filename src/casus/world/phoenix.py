"""Persons of the Phoenix dictionary with their dated roles: 17,942 of them, read one at a time.

The file is sorted by the folded surname, once for each surname of a person, so that a name is found without parsing the rest:
surname, name, aliases ("|" between), roles ("country,code,first,last", ";" between). Rights: data/phoenix.NOTICE.
"""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from casus.errors import WorldError
from casus.world.entities import Entity
from casus.world.fold import fold
from casus.world.time import Validity

PHOENIX = Path(__file__).parent / "data" / "phoenix.tsv"

SECTORS = {"GOV": "GOV", "ELI": "ELI", "MIL": "MIL"}
"""CAMEO roles that the dictionary gives, as PLOVER sectors."""

UNTIL = date(2014, 1, 31)
"""The dictionary's last day: an open end means in the role on it, not today."""


@dataclass(frozen=True, slots=True)
class Role:
    """A person in a role. `first` and `last` are days, often rounded to months; None is unknown, or still held at `UNTIL`."""

    person: Entity
    country: str | None
    sector: str | None
    first: str | None
    last: str | None


@lru_cache(maxsize=4096)
def roles(name: str, on: date | None = None) -> tuple[Role, ...]:
    """Roles of everybody of this full name or surname; those held on the day first. () where nobody is known."""
    words = fold(name).split()
    if not words:
        return ()
    lines = dict.fromkeys(line for surname in {words[0], words[-1]} for line in _lines(surname) if _named(line, words))
    found = [role for line in lines for role in _roles(line)]
    return tuple(sorted(found, key=lambda role: on is not None and Validity(role.first, role.last).contains(on) is False))


@cache
def _all() -> list[str]:
    """Every line, sorted by code points as `bisect` compares them."""
    try:
        return PHOENIX.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise WorldError(f"{PHOENIX.name}: can't be read ({error})") from error


def _lines(surname: str) -> list[str]:
    """The lines of a surname, without it."""
    lines, mark = _all(), f"{surname}\t"
    found = []
    at = bisect_left(lines, mark)
    while at < len(lines) and lines[at].startswith(mark):
        found.append(lines[at][len(mark) :])
        at += 1
    return found


def _named(line: str, words: list[str]) -> bool:
    name, aliases, _ = line.split("\t")
    known = [fold(one).split() for one in (name, *aliases.split("|")) if one]
    return any(one[-len(words) :] == words for one in known) or (len(words) == 1 and known[0][:1] == words)


def _roles(line: str) -> list[Role]:
    name, _, packed = line.split("\t")
    out = []
    for role in packed.split(";"):
        country, code, first, last = role.split(",")
        person = Entity("person:" + fold(name).replace(" ", "-"), name, "person", country or None)
        out.append(Role(person, country or None, SECTORS.get(code[3:6]), first or None, last or None))
    return out
