"""Compiles who is who: one person for all rows of the same name and state, their offices, and the names that find them."""

import re
from collections import Counter, defaultdict
from typing import Any

from casus.world.fold import fold
from casus.world.index import Record, Row
from casus.world.source import records

_ARTICLES = ("al", "el")
"""Arabic articles, which reports often leave out ("Bashar Assad")."""

_ROMAN = re.compile(r"[ivx]+")

EXACT, ALIAS, SURNAME, INNER = 0, 1, 2, 3

NEAR_YEARS = 20
"""Offices of different states under one full name are one person's where not more years lie between them."""

LONGEST_SURNAME_FIRST = 4
"""Longer names of states where the surname comes first are written out in a Western order."""


def name_keys(name: str, surname_first: bool, particles: frozenset[str]) -> dict[str, int]:
    """The folded names that may find a person, with how close each is (EXACT to INNER, low is close)."""
    pieces = fold(name).split()
    keys = {" ".join(pieces): EXACT}
    surname_first = surname_first and 1 < len(pieces) <= LONGEST_SURNAME_FIRST
    for start in range(1, len(pieces)):
        rest = pieces[start:]
        if rest[-1] in particles or _ROMAN.fullmatch(rest[-1]):
            continue
        keys.setdefault(" ".join(rest), INNER if surname_first else SURNAME)
    for piece in pieces[1:-1] if not surname_first else []:
        if piece not in particles and len(piece) > 2:
            keys.setdefault(piece, INNER)
    if surname_first:
        keys.setdefault(pieces[0], SURNAME)
    plain = [piece for piece in pieces if piece not in _ARTICLES]
    if 1 < len(plain) < len(pieces):
        keys.setdefault(" ".join(plain), ALIAS)
    return keys


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


class _Persons:
    """Persons met so far. Rows of the same name and state are one person. So are rows of other states where the name is a full
    one and the years are near: a minister who comes to head an organisation, a president who is co-prince elsewhere.
    """

    def __init__(self) -> None:
        states = records("states.yaml")
        self.successor = {str(row["code"]): str(row.get("successor", row["code"])) for row in states}
        self.prominence = {row["code"]: row["prominence"] for row in states if "prominence" in row}
        self.surname_first = {row["code"] for row in states if row.get("surname_first")}
        self.particles = frozenset(word for row in records("particles.yaml") for word in row["words"])
        self.rows: list[Row] = []
        self.countries: list[Counter[str]] = []
        self.years: list[set[int]] = []
        self.bearers: dict[str, list[int]] = defaultdict(list)
        self.names: dict[str, dict[int, int]] = defaultdict(dict)
        self.ids: set[str] = set()

    def person(self, row: Record) -> int:
        """The number of the person of a row of an office list."""
        names = [row["name"], *row.get("aliases", [])]
        index = next((found for name in names if (found := self._find(name, row)) is not None), None)
        if index is None:
            index = self._add(row)
        country = row.get("country")
        if country:
            self.countries[index][country] += 1
            self.rows[index][2] = max(self.countries[index].items(), key=lambda held: (held[1], self.prominence.get(held[0], 0)))[
                0
            ]
        self.years[index].update(_years(row))
        self.rows[index][3] = row.get("wikidata") or self.rows[index][3]
        if index not in self.bearers[fold(row["name"])]:
            self.bearers[fold(row["name"])].append(index)
        for name in names:
            for key, closeness in name_keys(name, country in self.surname_first, self.particles).items():
                closeness = ALIAS if name != row["name"] and closeness == EXACT else closeness
                self.names[key][index] = min(closeness, self.names[key].get(index, INNER))
        return index

    def _find(self, name: str, row: Record) -> int | None:
        country = row.get("country")
        known = self.bearers.get(fold(name), [])
        for index in known:
            if country and self.successor[country] in {self.successor[code] for code in self.countries[index]}:
                return index
        near = {year + shift for year in _years(row) for shift in (-NEAR_YEARS, 0, NEAR_YEARS)}
        whole = " " in fold(name)
        return next(
            (index for index in known if whole and min(near) <= max(self.years[index]) and max(near) >= min(self.years[index])),
            None,
        )

    def _add(self, row: Record) -> int:
        slug = _slug(row["name"])
        slug = slug if slug not in self.ids else f"{slug}-{str(row.get('country')).lower()}"
        while slug in self.ids:
            slug += "-2"
        self.ids.add(slug)
        self.rows.append([f"person:{slug}", row["name"], row.get("country"), None])
        self.countries.append(Counter())
        self.years.append(set())
        return len(self.rows) - 1


def _years(row: Record) -> set[int]:
    return {int(day[:4]) for day in (row["first"], row.get("last") or row["first"])}


def _led_by_government(successor: dict[str, str]) -> list[str]:
    """States where most heads of government were the leader in effect as well: there an old leader counts as prime minister."""
    rows = [row for row in records("leaders.jsonl") if row["first"] >= "1990"]
    leaders = {(row["country"], row["name"]) for row in rows if row["office"] == "effective leader"}
    heads = [
        row
        for row in rows
        if row["office"] == "head of government" and "President" not in row.get("title", "") and not row.get("acting")
    ]
    led = Counter((row["country"], (row["country"], row["name"]) in leaders) for row in heads)
    return sorted(code for code in successor if led[code, True] > 2 * led[code, False])


def compiled_persons() -> dict[str, Any]:
    """The index of persons.

    `persons`: rows of id, name, country, Wikidata id. `names`: folded name to pairs of person and closeness. `offices`: rows of
    person, office, country, org, first, last, acting, confidence, title, observed, censored, sector (None: as the office says).
    `predecessors`: state to those before it.
    """
    persons = _Persons()
    offices: list[Row] = []
    aliases = {(row["name"], row["country"]): row["aliases"] for row in records("persons.yaml")}
    for file in ("leaders.jsonl", "officials.jsonl", "org_heads.jsonl"):
        for row in records(file):
            if row.get("alternative"):
                continue
            extra = aliases.get((row["name"], row.get("country", "")), [])
            index = persons.person(row | {"aliases": [*row.get("aliases", []), *extra]})
            censored = row.get("censored", False)
            offices.append([
                index, row["office"], row.get("country"), row.get("org"), row.get("first"), None if censored else row.get("last"),
                int(row.get("acting", False)), row["confidence"], row.get("title"),
                row.get("last") if censored else row.get("observed"), int(censored), row.get("sector"),
            ])  # fmt: skip
    predecessors: dict[str, list[str]] = defaultdict(list)
    for code, later in persons.successor.items():
        if later != code:
            predecessors[later].append(code)
    return {
        "persons": persons.rows,
        "names": {key: sorted(map(list, found.items())) for key, found in sorted(persons.names.items())},
        "offices": offices,
        "predecessors": predecessors,
        "prominence": {row["code"]: row["prominence"] for row in records("states.yaml") if "prominence" in row},
        "led_by_government": _led_by_government(persons.successor),
        "listed": {row["office"]: [row["listed_as"], row.get("titled", [])] for row in records("offices.yaml")},
        "titles": [
            [words, row.get("office"), row["sector"], row.get("countries", []), row.get("org")]
            for row in records("titles.yaml")
            for words in row["words"]
        ],
    }
