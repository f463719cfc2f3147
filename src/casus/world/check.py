"""Checks every file of reference facts against data/schema.yaml: `python -m casus.world.check`.

What is wrong comes as `Fault` values, all of them, each with its file and line.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from casus.errors import WorldError
from casus.world.faults import Fault
from casus.world.located import Located, Path, read_json_lines, read_yaml
from casus.world.phoenix import PHOENIX
from casus.world.shapes import Known, faults_in
from casus.world.source import DATA, records
from casus.world.time import Validity, interval, last_day_before, overlap
from casus.world.vocabulary import known, schema

_NAMES = ("id", "agreement", "regime", "code", "abbr", "key", "kind", "name", "group", "number", "resolution")
"""Keys that name a record where something is wrong in it."""


def check() -> tuple[int, tuple[Fault, ...]]:
    """How many records the reference facts have, and all that is wrong in them."""
    faults: list[Fault] = []
    count = 0
    for file in schema()["files"]:
        try:
            text = (DATA / file).read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            faults.append(Fault(file, None, "", f"can't be read: {error}"))
            continue
        located, broken = read_json_lines(text, file) if file.endswith(".jsonl") else read_yaml(text, file)
        try:
            faults += broken or check_records(file, located)
        except WorldError as error:  # another file, whose codes it uses, can't be read; that one is told as well
            faults.append(Fault(file, None, "", f"not checked: {error}"))
        count += len(located.value) if isinstance(located.value, list) else 0
    faults += _unlisted_files()
    if not faults:  # they compare files, which must be whole for it
        faults += _unlisted_persons()
    persons, wrong = _phoenix()
    return count + persons, (*faults, *wrong)


def check_records(file: str, located: Located, allowed: Known = known) -> list[Fault]:
    """All that is wrong in a file of records, which is named as the schema names it."""
    if not isinstance(located.value, list):
        return [Fault(file, None, "", "must be a list of records")]
    return [fault for _, fault in check_list(file, file, located, (), schema()["files"][file], allowed)]


def check_list(
    file: str,
    form: str,
    located: Located,
    at: Path,
    shape: Any,  # noqa: ANN401
    allowed: Known,
) -> list[tuple[int, Fault]]:
    """All that is wrong in the list of records at a place of a file, with the number of the record that it is in, from 0.

    `form` is what the schema calls such records.
    """
    rows = located.value
    for step in at:
        rows = rows[step]
    found = [(path, told) for number, row in enumerate(rows) for path, told in faults_in(row, shape, allowed, (*at, number))]
    whole = {path[len(at)] for path, _ in found}
    rules = [
        (path, told)
        for path, told in (*_repeated(form, rows), *_overlaps(form, rows), *_strangers(form, rows), *_idle_terms(form, rows))
        if path[0] not in whole  # a record of the wrong shape is told for that alone
    ]
    found += [((*at, *path), told) for path, told in rules]
    return [(int(path[len(at)]), Fault(file, located.line(path), _place(located.value, at, path), told)) for path, told in found]


def _place(value: Any, at: Path, path: Path) -> str:  # noqa: ANN401
    """A place for people: the record's name, then the way to the value in it."""
    for step in path[: len(at) + 1]:
        value = value[step]
    name = next((str(value[key]) for key in _NAMES if key in value), "") if isinstance(value, dict) else ""
    number = path[len(at)]
    label = name or (f"record {number + 1}" if isinstance(number, int) else str(number))
    inner = ""
    for step in path[len(at) + 1 :]:
        inner += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if inner else step
    section = f"{at[0]}: " if at else ""
    return f"{section}{label}: {inner}" if inner else f"{section}{label}"


def _repeated(form: str, rows: list[Any]) -> Iterator[tuple[Path, str]]:
    """Records whose key another one before them has."""
    key = schema()["unique"].get(form)
    seen: set[object] = set()
    for number, row in enumerate(rows):
        value = row.get(key) if key and isinstance(row, dict) else None
        if isinstance(value, str):
            if value in seen:
                yield (number, key), f"{value!r} stands there twice"
            seen.add(value)


def _overlaps(form: str, rows: list[Any]) -> Iterator[tuple[Path, str]]:
    """Spells of one thing that surely overlap: of a member in a group, of a party in an agreement, of a code."""
    if form == "agreements.yaml":
        for number, row in enumerate(rows):
            parties = row.get("parties") if isinstance(row, dict) else None
            spells = [(path, _spell(party, ("code",))) for path, party in enumerate(parties or ()) if isinstance(party, dict)]
            yield from (((number, "parties", place), told) for place, told in _overlapping(spells))
        return
    keys = schema()["spells"].get(form)
    if keys:
        spells = [(number, _spell(row, keys)) for number, row in enumerate(rows) if isinstance(row, dict)]
        yield from (((number,), told) for number, told in _overlapping(spells))


_Spell = tuple[tuple[Any, ...], Any, Any]


def _spell(row: dict[str, Any], keys: Iterable[str]) -> _Spell:
    """What a spell is of, its first and its last day."""
    return tuple(row.get(key) for key in keys), row.get("first"), row.get("last") or _closed(row.get("until"))


def _closed(until: object) -> str | None:
    try:
        return last_day_before(until) if isinstance(until, str) else None
    except WorldError:  # told elsewhere
        return None


def _overlapping(spells: Iterable[tuple[int, _Spell]]) -> Iterator[tuple[int, str]]:
    of: dict[tuple[Any, ...], list[Validity]] = defaultdict(list)
    for number, (key, first, last) in spells:
        spell = Validity(first, last)
        try:
            other = next((other for other in of[key] if overlap(spell, other)), None)
        except (WorldError, AttributeError):  # a wrong date, which is told elsewhere
            continue
        if other:
            name = " ".join(map(str, key))
            yield number, f"{name} from {first} to {last} overlaps {name} from {other.first} to {other.last}"
        of[key].append(spell)


def _strangers(form: str, rows: list[Any]) -> Iterator[tuple[Path, str]]:
    """Who owes something by an agreement, or suspends it, without being a party. Whom it protects may be a third state."""
    for number, row in enumerate(rows if form == "agreements.yaml" else ()):
        if not (isinstance(row, dict) and isinstance(row.get("parties"), list)):
            continue
        parties = {party.get("code") for party in row["parties"] if isinstance(party, dict)}
        for section, keys in (("provisions", ("owed_by",)), ("suspensions", ("between",))):
            for place, entry in enumerate(row.get(section) or ()):
                for key in keys:
                    named = entry.get(key) if isinstance(entry, dict) else None
                    for code in named if isinstance(named, list) else ():
                        if code not in parties:
                            yield (
                                (number, section, place, key),
                                f"{code} is no party; parties: {', '.join(sorted(map(str, parties)))}",
                            )


def _idle_terms(form: str, rows: list[Any]) -> Iterator[tuple[Path, str]]:
    """Terms that say nothing beside the others: allies of nobody, or what an attack means to what does not bear on it."""
    for path, provision in _provisions(form, rows):
        terms = provision.get("terms") if isinstance(provision, dict) else None
        if not isinstance(terms, dict):
            continue
        if terms.get("or_their_allies") and not terms.get("attackers"):
            yield (*path, "terms", "or_their_allies"), "'or_their_allies' needs 'attackers', whose allies they are"
        if (bears_on := terms.get("bears_on")) in ("nothing", "end") and len(terms) > 1:
            yield (*path, "terms", "bears_on"), f"what bears on {bears_on!r} has no other terms"


def _provisions(form: str, rows: list[Any]) -> Iterator[tuple[Path, Any]]:
    for number, row in enumerate(rows):
        if form in ("commitments.yaml", "provisions"):
            yield (number,), row
        elif form == "agreements.yaml" and isinstance(row, dict) and isinstance(row.get("provisions"), list):
            yield from (((number, "provisions", place), provision) for place, provision in enumerate(row["provisions"]))


def _unlisted_files() -> Iterator[Fault]:
    for name in sorted({path.name for path in DATA.glob("*.*l")} - set(schema()["files"]) - {"schema.yaml"}):
        yield Fault(name, None, "", f"no such file in schema.yaml; allowed: {', '.join(sorted(schema()['files']))}")


def _unlisted_persons() -> Iterator[Fault]:
    listed = {(row["name"], row["country"]) for file in ("leaders.jsonl", "officials.jsonl") for row in records(file)}
    for row in records("persons.yaml"):
        if (row["name"], row["country"]) not in listed:
            told = "is in neither leaders.jsonl nor officials.jsonl"
            yield Fault("persons.yaml", None, f"{row['name']} ({row['country']})", told)


def _phoenix() -> tuple[int, list[Fault]]:
    """The number of persons in the Phoenix file, and its lines without four fields, out of order or with broken dates."""
    faults: list[Fault] = []
    lines = PHOENIX.read_text(encoding="utf-8").splitlines()
    for number, (line, before) in enumerate(zip(lines, ["", *lines], strict=False), 1):
        fields = line.split("\t")
        if len(fields) != len(("surname", "name", "aliases", "roles")) or line < before:
            faults.append(Fault(PHOENIX.name, number, "", "must be surname, name, aliases, roles, sorted by surname"))
            continue
        try:
            for role in fields[3].split(";"):
                _, _, first, last = role.split(",")
                for day in filter(None, (first, last)):
                    interval(day)
        except (ValueError, WorldError) as error:
            faults.append(Fault(PHOENIX.name, number, fields[1], f"a role must be country,code,first,last: {error}"))
    return len(lines), faults


def main() -> None:
    """Print what is wrong, or how much is well-formed; exit with 1 where something is wrong."""
    count, faults = check()
    sys.stdout.write("".join(f"{fault}\n" for fault in faults) or f"{count} records are well-formed\n")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
