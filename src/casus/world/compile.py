"""Compiles the files of reference facts into the index that a reading loads: `python -m casus.world.compile`.

The index is committed, so that nothing has to be built before the first reading; a test fails while it is stale.
"""

import json
import sys
from typing import Any

from casus.world.compile_names import compiled_names
from casus.world.compile_persons import compiled_persons
from casus.world.index import INDEX, Row
from casus.world.names import is_whole_person
from casus.world.source import records


def _members() -> dict[str, Any]:
    """`members`: group (organisation's `abbr`, bloc's `id`) to rows of member, first, last, elected, source, confidence, note;
    `groups`: all known."""
    members: dict[str, list[Row]] = {}
    for row in records("memberships.yaml"):
        members.setdefault(row["group"], []).append([
            row["member"], row.get("first"), row.get("last"), int(row.get("elected", False)), row["source"], row["confidence"],
            row.get("note"),
        ])  # fmt: skip
    known = [row["abbr"] for row in records("organisations.yaml")] + [row["id"] for row in records("blocs.yaml")]
    return {"members": members, "groups": known}


def _codes() -> dict[str, Any]:
    """`codes`: rows of system, number, entity, first, last; `names`: of the entities that are no state of states.yaml."""
    rows = records("codes.yaml")
    return {
        "codes": [
            [row["system"], row["number"], row.get("id") or f"state:{row['state']}", row["first"], row.get("last")]
            for row in rows
        ],
        "names": {row["id"]: row["name"] for row in rows if "id" in row},
    }


def _wordings() -> dict[str, Any]:
    """`references`: rows of phrase, entity, near, capitalised, weak; `firms`: names; `divided`: names of countries."""
    return {
        "references": [
            [row["phrase"], row["entity"], row.get("near"), row.get("capitalised", False), row.get("weak", False)]
            for row in records("references.yaml")
        ],
        "firms": [name for row in records("firms.yaml") for name in row["names"]],
        "divided": [row["name"] for row in records("divided.yaml")],
    }


def _first_words(names: dict[str, Any], persons: dict[str, Any]) -> dict[str, Any]:
    """`lengths`: first word of a name to the numbers of words that names so beginning have, longest first."""
    whole = (key for key, found in persons["names"].items() if is_whole_person(key, found))
    lengths: dict[str, set[int]] = {}
    for key in (*names["names"], *whole):
        lengths.setdefault(key.partition(" ")[0], set()).add(key.count(" ") + 1)
    return {"lengths": {first: sorted(lengths[first], reverse=True) for first in sorted(lengths)}}


def compiled() -> dict[str, str]:
    """The text of each file of the index by its name, one entry a line so that changes can be reviewed."""
    names, persons = compiled_names(), compiled_persons()
    parts = {
        "names": names,
        "persons": persons,
        "first_words": _first_words(names, persons),
        "members": _members(),
        "agreements": {"agreements": list(records("agreements.yaml"))},
        "regimes": {"regimes": list(records("regimes.yaml"))},
        "commitments": {"commitments": list(records("commitments.yaml"))},
        "territories": {"territories": list(records("territories.yaml"))},
        "measure_kinds": {"measures": {row["kind"]: row["measure"] for row in records("measure_kinds.yaml")}},
        "wordings": _wordings(),
        "sources": {"sources": {row["key"]: row["title"] for row in records("sources.yaml")}},
        "codes": _codes(),
    }
    return {name: _lines(part) for name, part in parts.items()}


def _lines(part: dict[str, Any]) -> str:
    def dump(value: object) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    sections = []
    for key, value in part.items():
        if isinstance(value, dict):
            body = ",\n".join(f"{dump(inner)}:{dump(entry)}" for inner, entry in value.items())
            sections.append(f"{dump(key)}:{{\n{body}\n}}")
        else:
            body = ",\n".join(map(dump, value))
            sections.append(f"{dump(key)}:[\n{body}\n]")
    return "{" + ",\n".join(sections) + "}\n"


def stale() -> tuple[str, ...]:
    """Names of the index's files that differ from what their sources compile to."""
    return tuple(
        name
        for name, text in compiled().items()
        if not (path := INDEX / f"{name}.json").is_file() or path.read_text(encoding="utf-8") != text
    )


def main() -> None:
    """Write the index and say what was written."""
    INDEX.mkdir(exist_ok=True)
    for name, text in compiled().items():
        (INDEX / f"{name}.json").write_text(text, encoding="utf-8")
        sys.stdout.write(f"{name}.json: {len(text.encode()) // 1024} kB\n")


if __name__ == "__main__":
    main()
