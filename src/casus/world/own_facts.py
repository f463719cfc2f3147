"""A user's own facts: a YAML file in sections that are named and formed like the files of reference facts (docs/world.md)."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path as FilePath
from typing import Any

from casus.world.agreement_facts import agreement_facts, commitment_fact, party_fact, provision_fact
from casus.world.check import check_list
from casus.world.fact import Citation, Cite, Fact, confidence, numbered, slug
from casus.world.facts import cite
from casus.world.faults import Fault
from casus.world.index import Record, load
from casus.world.located import Located, read_yaml
from casus.world.membership_facts import actor_fact, membership_fact
from casus.world.regime_facts import measure_fact, regime_facts
from casus.world.shapes import Shape, date_keys
from casus.world.time import overlap
from casus.world.vocabulary import known, schema

_DEFINED = {"agreement": ("agreements", "id"), "regime": ("regimes", "id"), "entity": ("actors", "id")}
"""Types that a file can add values to: the section, and the key that has them."""

_ENTITIES = ("entity", "party", "group", "imposer")


def read_facts(path: str | FilePath) -> tuple[tuple[Fact, ...], tuple[Fault, ...]]:
    """The facts of a user's file and what is wrong in it. An entry with a fault gives no fact, the others do.

    Never raises for what is in the file or for a file that can't be read: that is a fault as well.
    """
    file = str(path)
    try:
        text = FilePath(path).read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "is not UTF-8 text"
        return (), (Fault(file, None, "", f"can't be read: {reason}"),)
    located, broken = read_yaml(text, file, _date_keys())
    if broken:
        return (), broken
    shape: dict[str, Shape] = schema()["own"]
    allowed_keys = ", ".join(name.rstrip("~") for name in shape)
    if not isinstance(located.value, dict):
        return (), (Fault(file, None, "", f"must map sections to lists of entries; sections: {allowed_keys}"),)
    faults: list[Fault] = []
    for section, rows in located.value.items():
        if f"{section}~" not in shape:
            faults.append(Fault(file, located.line((section,)), section, f"unknown section; allowed: {allowed_keys}"))
        elif rows is not None and not isinstance(rows, list):
            faults.append(Fault(file, located.line((section,)), section, "must be a list of entries"))
    sections = {name: rows for name, rows in located.value.items() if f"{name}~" in shape and isinstance(rows, list)}
    own = _Own(file, {}, {})
    for section in (name.rstrip("~") for name in shape if name.rstrip("~") in sections):  # what others name comes before them
        found = _section_faults(section, located, sections, own)
        faults += [fault for _, fault in found]
        wrong = {number for number, _ in found}
        own.sections[section] = [row for number, row in enumerate(sections[section]) if number not in wrong]
        own.lines.update((id(row), located.lines[(section, number)]) for number, row in enumerate(sections[section]))
    facts = _put_together(own, faults)
    return facts, tuple(sorted(faults, key=lambda fault: fault.line or 0))


def _date_keys() -> frozenset[str]:
    """The keys under which a day or year may stand without quotes."""
    files = schema()["files"]
    shapes = [files[shape[0]] if isinstance(shape[0], str) else shape[0] for shape in schema()["own"].values()]
    return frozenset[str]().union(*map(date_keys, shapes))


def _section_faults(section: str, located: Located, sections: Mapping[str, list[Any]], own: "_Own") -> list[tuple[int, Fault]]:
    """What is wrong in a section, with the number of the entry; `own` has what is well-formed in the sections before it."""
    shape = schema()["own"][f"{section}~"][0]
    form = shape if isinstance(shape, str) else section
    record = schema()["files"][shape] if isinstance(shape, str) else shape
    found = check_list(own.file, form, located, (section,), record, partial(_known, sections))
    wrong = {number for number, _ in found}
    key, kind = _NAMED_BY.get(section, ("", ""))
    for number, row in enumerate(sections[section] if key else ()):
        if number in wrong:
            continue
        told = None
        if key == "id" and row["id"] in known(kind):
            told = f"the reference facts have this {kind} already; take another id, or correct theirs in the ledger"
        elif key != "id" and own.entry(f"{kind}s", row[key]) is None:
            told = f"not taken: the {kind} {row[key]!r} is wrong itself"
        if told:
            line = located.line((section, number, key))
            found.append((number, Fault(own.file, line, f"{section}: {row[key]}: {key}", told)))
    return found


_NAMED_BY = {
    "actors": ("id", "entity"),
    "agreements": ("id", "agreement"),
    "regimes": ("id", "regime"),
    "parties": ("agreement", "agreement"),
    "provisions": ("agreement", "agreement"),
    "measures": ("regime", "regime"),
}
"""The key by which an entry says what it is or belongs to, and what that is."""


def _known(sections: Mapping[str, list[Any]], kind: str) -> Collection[str] | None:
    """The values of a type: those of the reference facts and those that the file itself defines."""
    if kind == "source":
        return None
    base = "entity" if kind in _ENTITIES else kind
    if base not in _DEFINED:
        return known(kind)
    section, key = _DEFINED[base]
    own = {row[key] for row in sections.get(section, ()) if isinstance(row, dict) and isinstance(row.get(key), str)}
    return frozenset(known(kind)) | own


@dataclass(frozen=True, slots=True)
class _Own:
    """The entries of a file that are well-formed, by section."""

    file: str
    sections: dict[str, list[Record]]
    lines: dict[int, int]
    """The line of each entry, by its identity."""

    def cite(self, source: str) -> Citation:
        """A source that the file lists, one of the reference facts, or a citation in words, which is the file's."""
        for row in self.sections.get("sources", ()):
            if row["key"] == source:
                return Citation(source, ", ".join(row[key] for key in ("title", "found", "rights") if key in row))
        known_one = cite(source)
        return known_one if known_one.key == source else Citation(FilePath(self.file).name, source)

    def entry(self, section: str, name: str) -> Record | None:
        """The entry of an agreement or regime by its id: of this file, or of the reference facts."""
        rows = [*self.sections.get(section, ()), *load(section)[section]]
        return next((row for row in rows if row["id"] == name), None)


def _put_together(own: _Own, faults: list[Fault]) -> tuple[Fact, ...]:
    """The facts of all sections. What surely overlaps an earlier fact of its topic goes to `faults` instead."""
    kept: dict[str, list[Fact]] = {}
    for row, fact in _facts(own):
        for other in kept.get(fact.topic, ()):
            if overlap(fact.validity, other.validity):
                told = f"not taken: from {other.validity.first} to {other.validity.last} another entry tells it already"
                faults.append(Fault(own.file, own.lines.get(id(row)), fact.topic, told))
                break
        else:
            kept.setdefault(fact.topic, []).append(fact)
    return tuple(fact for found in kept.values() for fact in found)


def _facts(own: _Own) -> Iterator[tuple[Record, Fact]]:
    """Each fact with the entry that it comes from."""
    named: Cite = own.cite
    one: Mapping[str, Callable[[Record, Cite], Fact]] = {
        "actors": actor_fact, "commitments": commitment_fact, "memberships": membership_fact,
    }  # fmt: skip
    many = {"agreements": agreement_facts, "regimes": regime_facts}
    for section, rows in own.sections.items():
        for row in rows:
            if section in one:
                yield row, one[section](row, named)
            elif section in many:
                yield from ((row, fact) for fact in many[section](row, named))
    for row in own.sections.get("parties", ()):
        if entry := own.entry("agreements", row["agreement"]):
            yield row, party_fact(row, entry, named(row["source"]), confidence(row["confidence"]))
    provisions = own.sections.get("provisions", [])
    for row, name in _named(provisions, lambda row: f"{row['agreement']}:{slug(row['article'])}:{row['kind']}"):
        if entry := own.entry("agreements", row["agreement"]):
            yield row, provision_fact(row, entry, name, named(row["source"]), confidence(row["confidence"]))
    measures = own.sections.get("measures", [])
    for row, name in _named(measures, lambda row: f"{row['regime']}:{row['kind']}:{slug(row.get('resolution', ''))}"):
        if entry := own.entry("regimes", row["regime"]):
            yield row, measure_fact(row, entry, name, named(row["source"]), confidence(row["confidence"]))


def _named(rows: list[Record], key: Callable[[Record], str]) -> Iterator[tuple[Record, str]]:
    """Entries with their names within the agreement or regime that their keys begin with."""
    for row, name in zip(rows, numbered(key(row).rstrip(":") for row in rows), strict=True):
        yield row, name.partition(":")[2]
