"""The member-level file of ATOP: each spell of each member in an alliance, with what it owed."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from casus.world.codes import in_turn
from casus.world.fact import Citation, Fact, short
from casus.world.faults import Fault
from casus.world.imports.alliances import (
    actor_facts,
    agreement_fact,
    columns_of,
    known_agreement,
    party_facts,
    provision_fact,
)
from casus.world.imports.spells import apart, joined
from casus.world.imports.table import Line, Table, date_text, whole
from casus.world.time import Validity, interval

_ENTRY, _EXIT = ("yrent", "moent", "dayent"), ("yrexit", "moexit", "dayexit")
_FLAGS = ("defense", "offense", "neutral", "nonagg", "consul")
COLUMNS = ("atopid", "member", *_ENTRY, *_EXIT, "ineffect", "phase", *_FLAGS)


@dataclass(slots=True)
class _Alliance:
    """What the rows read so far tell of one alliance."""

    number: int
    citation: Citation
    spells: dict[str, list[Validity]] = field(default_factory=lambda: defaultdict(list))
    provisions: list[Fact] = field(default_factory=list)


def facts(table: Table) -> tuple[tuple[Fact, ...], tuple[Fault, ...]]:
    """The agreements, parties and provisions of the file, and the rows and values that could not be used."""
    faults: list[Fault] = []
    alliances: dict[int, _Alliance] = {}
    seen: dict[tuple[str, ...], int] = {}
    observed = 0
    for number, row in table.rows(faults):
        line = Line(table, row, number, faults, "alliance {atopid}, member {member}")
        atopid, member = whole(line["atopid"]), whole(line["member"])
        if atopid is None or member is None:
            line.tell("are no numbers")
            continue
        spell = _spell(line)
        if spell is None:
            continue
        same = seen.setdefault((line["atopid"], line["member"], line["phase"], spell.first or ""), number)
        if same != number:
            line.tell(f"line {same} tells this spell already")
            continue
        observed = max(observed, *(interval(end)[1].year for end in (spell.first, spell.last) if end))
        alliance = alliances.setdefault(atopid, _Alliance(atopid, _citation(line["version"])))
        for party, part in in_turn("cow", member, spell):
            alliance.spells[party].append(part)
            alliance.provisions += _provisions(line, alliance, party, part)
    return tuple(_facts(alliances, str(observed))), tuple(faults)


def _citation(version: str) -> Citation:
    told = columns_of("atop")["citation"]
    return Citation(told["key"], f"{told['text']}, member level" + (f", version {version}" if version else ""))


def _spell(line: Line) -> Validity | None:
    """When a member was bound, None where that can't be known. Dates that don't exist keep what does."""
    first, wrong_entry = date_text(*(line[column] for column in _ENTRY))
    last, wrong_exit = date_text(*(line[column] for column in _EXIT))
    for wrong in filter(None, (wrong_entry, wrong_exit)):
        line.tell(wrong)
    if first is None:
        line.tell(f"no year of entry (yrent {line['yrent']!r})")
        return None
    if last is None and line["ineffect"] != "1":
        line.tell(f"no year of exit (yrexit {line['yrexit']!r}), and not in effect (ineffect {line['ineffect']!r})")
        return None
    if last is not None and interval(last)[1] < interval(first)[0]:
        line.tell(f"the exit {last} is before the entry {first}")
        return None
    return Validity(first, last)


def _provisions(line: Line, alliance: _Alliance, party: str, spell: Validity) -> Iterator[Fact]:
    phase = whole(line["phase"]) or None
    kept = {column: line[column] for column in columns_of("atop")["kept"] if line[column] not in ("", ".", "0")}
    for column, obligation in columns_of("atop")["obligations"].items():
        value = whole(line[column])
        if value is None and column in _FLAGS:
            line.tell(f"{column} {line[column]!r} is neither 0 nor 1: not known whether it was owed")
        if not value:
            continue
        coded = kept | ({column: line[column]} if value > 1 else {})
        conditions = [words for name, words in obligation.get("conditions", {}).items() if line[name] == "1"]
        yield provision_fact(
            f"provision:atop-{alliance.number}:{short(party)}{f':phase-{phase}' if phase else ''}:{column}",
            spell,
            f"agreement:atop-{alliance.number}",
            obligation,
            alliance.citation,
            bound=[party],
            conditions=conditions,
            phase=phase,
            coded=coded or None,
        )


def _facts(alliances: dict[int, _Alliance], observed: str) -> Iterator[Fact]:
    for first in list(alliances.values())[:1]:
        yield from actor_facts({party for one in alliances.values() for party in one.spells}, first.citation)
    for number, alliance in sorted(alliances.items()):
        agreement = f"agreement:atop-{number}"
        spells = {party: joined(found) for party, found in alliance.spells.items()}
        yield agreement_fact(
            agreement, spells, alliance.citation, atop=number, aliases=[f"ATOP {number}"], same_as=known_agreement(number)
        )
        yield from party_facts(agreement, spells, alliance.citation, observed)
        yield from apart(alliance.provisions)
