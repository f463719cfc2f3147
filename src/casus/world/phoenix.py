"""Persons of the Phoenix dictionary with their dated roles: 17,942 of them, read one at a time.

The file has one person a line, sorted by the folded last word of the name, so that a name is found without reading it as a whole:
name, aliases ("|" between), roles ("country,code,first,last", ";" between). Rights: data/phoenix.NOTICE.
"""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

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
    """A person in a role. `first` and `last` are days of the dictionary, often rounded to months; None is unknown or still held."""

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
    found = [role for line in _lines(words[-1]) if _named(line, words) for role in _roles(line)]
    return tuple(sorted(found, key=lambda role: on is not None and Validity(role.first, role.last).contains(on) is False))


@cache
def _all() -> tuple[list[str], list[str]]:
    lines = PHOENIX.read_text(encoding="utf-8").splitlines()
    return [_key(line) for line in lines], lines


def _key(line: str) -> str:
    return fold(line[: line.index("\t")]).rpartition(" ")[2]


def _lines(surname: str) -> list[str]:
    keys, lines = _all()
    at = bisect_left(keys, surname)
    found = []
    while at < len(keys) and keys[at] == surname:
        found.append(lines[at])
        at += 1
    return found


def _named(line: str, words: list[str]) -> bool:
    name, aliases, _ = line.split("\t")
    return any(fold(known).split()[-len(words) :] == words for known in (name, *aliases.split("|")) if known)


def _roles(line: str) -> list[Role]:
    name, _, packed = line.split("\t")
    out = []
    for role in packed.split(";"):
        country, code, first, last = role.split(",")
        person = Entity("person:" + fold(name).replace(" ", "-"), name, "person", country or None)
        out.append(Role(person, country or None, SECTORS.get(code[3:6]), first or None, last or None))
    return out
