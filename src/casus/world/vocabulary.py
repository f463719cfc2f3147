"""The values that the schema's types allow: its own vocabularies, and what the files of reference facts list."""

from collections.abc import Collection
from functools import cache
from typing import Any

import yaml

from casus.world import compile_names
from casus.world.source import DATA, records

_LISTED_IN = {
    "state": ("states.yaml", "code"),
    "source": ("sources.yaml", "key"),
    "agreement": ("agreements.yaml", "id"),
    "regime": ("regimes.yaml", "id"),
    "measure-kind": ("measure_kinds.yaml", "kind"),
}
"""Types whose values one file lists: the file, and the key that has them."""


@cache
def schema() -> dict[str, Any]:
    """`data/schema.yaml`."""
    loaded: dict[str, Any] = yaml.safe_load((DATA / "schema.yaml").read_text(encoding="utf-8"))
    return loaded


@cache
def known(kind: str) -> Collection[str]:
    """The values of a type in the reference facts. Raises KeyError for a type that the schema doesn't have."""
    if kind in _LISTED_IN:
        file, key = _LISTED_IN[kind]
        return frozenset(row[key] for row in records(file))
    if kind in ("entity", "weights"):
        coded = {row["id"] for row in records("codes.yaml") if "id" in row}
        return frozenset(entity[0] for entity in compile_names.compiled_names()["entities"]) | coded
    if kind == "place-of-terms":
        return frozenset(known("state")) | {row["id"] for row in records("territories.yaml")}
    if kind == "party":
        return frozenset(known("state")) | frozenset(known("entity"))
    if kind == "group":
        short = {row["abbr"] for row in records("organisations.yaml")} | {row["id"] for row in records("blocs.yaml")}
        return frozenset(known("entity")) | short
    if kind == "imposer":
        return frozenset(known("party")) | frozenset(known("group"))
    return frozenset(schema()["vocabulary"][kind])
