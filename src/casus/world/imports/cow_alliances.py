"""Formal Alliances of the Correlates of War project: the dyadic file of version 4.1, as published.

Source: Gibler 2009 (cow_alliances.yaml). A row is a pair of states in an alliance and the days on which they were allied.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from casus.world.codes import in_turn
from casus.world.fact import Citation, Fact, short
from casus.world.faults import Fault
from casus.world.imports.alliances import actor_facts, agreement_fact, columns_of, party_facts, provision_fact
from casus.world.imports.spells import apart, joined
from casus.world.imports.table import Line, date_text, read_table, whole
from casus.world.time import Validity, interval

_START = ("dyad_st_year", "dyad_st_month", "dyad_st_day")
_END = ("dyad_end_year", "dyad_end_month", "dyad_end_day")
_FLAGS: tuple[str, ...] = tuple(columns_of("cow_alliances")["obligations"])
COLUMNS = ("version4id", "ccode1", "ccode2", *_START, *_END, "left_censor", "right_censor", *_FLAGS)


def read_cow_alliances(path: str | Path) -> tuple[tuple[Fact, ...], tuple[Fault, ...]]:
    """The facts of the dyadic file, plain or gzip, and the rows and values of it that could not be used.

    An agreement for each alliance, a party for each spell of a state in it, and a provision for each type of alliance that a pair
    had. A start that the file cut off (`left_censor`) is not known; an end that it cut off (`right_censor`) is open. Never raises
    for what is in the file.
    """
    table = read_table(path)
    if isinstance(table, Fault):
        return (), (table,)
    if missing := table.lacking(COLUMNS):
        return (), (missing,)
    faults: list[Fault] = []
    alliances: dict[int, _Alliance] = defaultdict(_Alliance)
    observed = 0
    for line, row in table.rows(faults):
        told = Line(table, row, line, faults, "alliance {version4id}")
        number, one, other = (whole(told[column]) for column in COLUMNS[:3])
        if number is None or one is None or other is None or one == other:
            told.tell(f"ccode1 {told['ccode1']!r} and ccode2 {told['ccode2']!r} are no two states of a numbered alliance")
            continue
        spell = _spell(told)
        if spell is None:
            continue
        observed = max(observed, *(interval(end)[1].year for end in (spell.first, spell.last) if end), 0)
        alliance = alliances[number]
        for first, part in in_turn("cow", one, spell):
            for second, shared in in_turn("cow", other, part):
                alliance.spells[first].append(shared)
                alliance.spells[second].append(shared)
                alliance.provisions += _provisions(told, number, (first, second), shared)
    return tuple(_facts(alliances, str(observed))), tuple(faults)


@dataclass(slots=True)
class _Alliance:
    """What the rows read so far tell of one alliance."""

    spells: dict[str, list[Validity]] = field(default_factory=lambda: defaultdict(list))
    provisions: list[Fact] = field(default_factory=list)


def _spell(told: Line) -> Validity | None:
    """When the pair was allied, None where that can't be known. Dates that don't exist keep what does."""
    first, wrong_start = date_text(*(told[column] for column in _START))
    last, wrong_end = date_text(*(told[column] for column in _END))
    for wrong in filter(None, (wrong_start, wrong_end)):
        told.tell(wrong)
    if told["left_censor"] == "1":
        first = None
    elif first is None:
        told.tell(f"no year of its start (dyad_st_year {told['dyad_st_year']!r}), and not cut off (left_censor)")
        return None
    if told["right_censor"] == "1":
        last = None
    elif last is None:
        told.tell(f"no year of its end (dyad_end_year {told['dyad_end_year']!r}), and not cut off (right_censor)")
        return None
    if first and last and interval(last)[1] < interval(first)[0]:
        told.tell(f"the end {last} is before the start {first}")
        return None
    return Validity(first, last)


def _provisions(told: Line, number: int, pair: tuple[str, str], spell: Validity) -> Iterator[Fact]:
    one, other = sorted(pair)
    for column in _FLAGS:
        if told[column] == "1":
            yield provision_fact(
                f"provision:cow-alliance-{number}:{short(one)}+{short(other)}:{column}",
                spell,
                f"agreement:cow-alliance-{number}",
                columns_of("cow_alliances")["obligations"][column],
                _citation(),
                bound=[one, other],
                beneficiaries=[one, other],
            )
        elif told[column] != "0":
            told.tell(f"{column} {told[column]!r} is neither 0 nor 1: not known whether it was owed")


def _citation() -> Citation:
    told = columns_of("cow_alliances")["citation"]
    return Citation(told["key"], told["text"])


def _facts(alliances: dict[int, _Alliance], observed: str) -> Iterator[Fact]:
    yield from actor_facts({party for one in alliances.values() for party in one.spells}, _citation())
    for number, alliance in sorted(alliances.items()):
        agreement = f"agreement:cow-alliance-{number}"
        spells = {party: joined(found) for party, found in alliance.spells.items()}
        yield agreement_fact(agreement, spells, _citation(), aliases=[f"COW alliance {number}"])
        yield from party_facts(agreement, spells, _citation(), observed)
        yield from apart(alliance.provisions)
