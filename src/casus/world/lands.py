"""Where states lie among today's: what a map colours for a state that is gone, and which areas several states claim."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from casus.world.source import records
from casus.world.time import Validity


@dataclass(frozen=True, slots=True)
class Disputed:
    """An area that several states claim. Codes are ISO 3166-1 alpha-3 or the ledger's; `held_by` are those who control it or
    parts of it, `shapes` the states of today whose shape on a map is the area, if any is."""

    id: str
    name: str
    held_by: tuple[str, ...]
    claimants: tuple[str, ...]
    shapes: tuple[str, ...]
    validity: Validity


def lies_in(code: str, on: date) -> tuple[str, ...]:
    """The codes of the states of today whose land a state held on a day, wholly or for the most part, in the order of the data.

    `code` is alpha-3, ISO 3166-3 for a state that is gone, or an id ("cow:300"). A state that the data say nothing about lies in
    itself; of a state that is gone the last spell is taken for a day outside all of them.
    """
    spells = [(validity, lies) for validity, lies in _lands().get(code, ()) if validity.contains(on) is not False]
    if not spells and code in _gone():
        spells = _lands()[code][-1:]
    return spells[0][1] if spells else (code,)


def disputed_on(on: date) -> Iterator[Disputed]:
    """The areas that were disputed on a day."""
    yield from (area for area in _disputed() if area.validity.contains(on) is not False)


@cache
def _lands() -> dict[str, list[tuple[Validity, tuple[str, ...]]]]:
    found: dict[str, list[tuple[Validity, tuple[str, ...]]]] = {}
    for row in records("lands.yaml"):
        spell = Validity(row.get("first"), row.get("last")), tuple(row["lies_in"])
        found.setdefault(str(row.get("id") or row["state"]), []).append(spell)
    return found


@cache
def _gone() -> frozenset[str]:
    return frozenset(str(row.get("id") or row["state"]) for row in records("lands.yaml") if row.get("gone"))


@cache
def _disputed() -> tuple[Disputed, ...]:
    return tuple(
        Disputed(
            row["id"], row["names"][0], tuple(row["held_by"]), tuple(row["claimants"]), tuple(row.get("shapes", ())),
            Validity(row.get("first"), row.get("last")),
        )
        for row in records("disputed.yaml")
    )  # fmt: skip
