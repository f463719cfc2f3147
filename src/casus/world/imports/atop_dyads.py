"""The dyad-year file of ATOP: which of five obligations a state owed another in a year."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise

from casus.world.codes import meant
from casus.world.fact import Citation, Fact, short
from casus.world.faults import Fault
from casus.world.imports.alliances import actor_facts, columns_of, provision_fact
from casus.world.imports.table import Row, Table, whole
from casus.world.time import Validity

_FLAGS: tuple[str, ...] = tuple(columns_of("atop")["dyads"])
COLUMNS = ("ccode1", "ccode2", "year", *_FLAGS)

_Years = dict[int, tuple[str, ...]]
"""What the rows of a dyad tell: the flags of each year."""

_VALUES = frozenset(("0", "1"))


def facts(table: Table) -> tuple[tuple[Fact, ...], tuple[Fault, ...]]:
    """The provisions of the file, year by year joined to spells, and the rows that could not be used."""
    faults: list[Fault] = []
    dyads = _read(table, faults)
    last = max((year for years in dyads.values() for year in years), default=0)
    return tuple(_facts(dyads, last)), tuple(faults)


def _read(table: Table, faults: list[Fault]) -> dict[tuple[int, int], _Years]:
    one, other, year = (table.columns[name] for name in COLUMNS[:3])
    places = tuple(table.columns[name] for name in _FLAGS)
    dyads: dict[tuple[str, str], _Years] = {}
    numbers: dict[tuple[str, str], tuple[int, int]] = {}
    for line, row in table.rows(faults):
        codes = row[one], row[other]
        years = dyads.get(codes)
        if years is None:
            pair = whole(codes[0]), whole(codes[1])
            if pair[0] is None or pair[1] is None or pair[0] == pair[1]:
                faults.append(
                    Fault(table.file, line, "ccode1, ccode2", f"{codes[0]!r} and {codes[1]!r} are no two country codes")
                )
                continue
            years = dyads[codes] = {}
            numbers[codes] = pair[0], pair[1]
        when = row[year]
        told = tuple([row[place] for place in places])
        if not (when.isdecimal() and len(when) == len("1815") and set(told) <= _VALUES):
            if (mended := _mended(table, line, when, told, faults)) is None:
                continue
            when, told = mended
        if years.setdefault(int(when), told) != told:
            faults.append(
                Fault(table.file, line, f"{codes[0]} and {codes[1]}", f"an earlier row tells the year {when} otherwise")
            )
    return {numbers[codes]: years for codes, years in dyads.items()}


def _mended(table: Table, line: int, when: str, told: Row, faults: list[Fault]) -> tuple[str, tuple[str, ...]] | None:
    """A year and flags that are written as other numbers ("1945.0"), None where they are none."""
    year, flags = whole(when), tuple(value.strip().removesuffix(".0") for value in told)
    if year is None or not 1000 <= year <= 9999:
        faults.append(Fault(table.file, line, "year", f"{when!r} is no year"))
        return None
    for name, value in zip(_FLAGS, flags, strict=True):
        if value not in _VALUES:
            faults.append(Fault(table.file, line, name, f"{value!r} is neither 0 nor 1"))
            return None
    return str(year), flags


def _facts(dyads: dict[tuple[int, int], _Years], last: int) -> Iterator[Fact]:
    """A file that has each pair in one order only tells what both owe each other."""
    told = columns_of("atop")["citation"]
    citation = Citation(told["key"], f"{told['text']}, dyad years")
    directed = any((other, one) in dyads for one, other in dyads)
    runs: dict[tuple[str, str, str], set[tuple[int, int]]] = defaultdict(set)
    for (one, other), years in sorted(dyads.items()):
        for column, pair, run in _runs(one, other, years):
            runs[(column, *pair)].add(run)
            if not directed:
                runs[(column, *pair[::-1])].add(run)
    yield from actor_facts({party for _, *pair in runs for party in pair}, citation)
    for (column, owing, owed), found in runs.items():
        back = runs.get((column, owed, owing), set())
        for first, until in sorted(found):
            mutual = (first, until) in back
            if mutual and owing > owed:
                continue  # told with the other direction
            spell = Validity(str(first), None if until == last else str(until))
            yield provision_fact(
                f"provision:atop-dyad:{short(owing)}{'+' if mutual else ':'}{short(owed)}:{column}",
                spell,
                None,
                columns_of("atop")["obligations"][column],
                citation,
                bound=[owing, owed] if mutual else [owing],
                beneficiaries=[owing, owed] if mutual else [owed],
                observed=str(last) if spell.last is None else None,
            )


def _runs(one: int, other: int, years: _Years) -> Iterator[tuple[str, tuple[str, str], tuple[int, int]]]:
    """Each obligation of a dyad with the pair that it holds between and its runs of years; a pair changes with its states."""
    for place, column in enumerate(columns_of("atop")["dyads"].values()):
        owed = [year for year in sorted(years) if years[year][place] == "1"]
        if not owed:
            continue
        start = owed[0]
        for year, after in pairwise([*owed, 0]):
            pair = _meant(one, year), _meant(other, year)
            if after != year + 1 or (_meant(one, after), _meant(other, after)) != pair:
                yield column, pair, (start, year)
                start = after


@cache
def _meant(number: int, year: int) -> str:
    """Whom a code means in a year: who had it on its middle day."""
    return meant("cow", number, date(year, 7, 1))
