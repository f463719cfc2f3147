"""Sanctions regimes and their measures."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from casus.world.fold import fold
from casus.world.index import Record, load
from casus.world.time import Validity, last_day_before


@dataclass(frozen=True, slots=True)
class KnownMeasure:
    """One restriction. `first` and `last` day in force, both inside; `last` None: in force when last checked.

    `resolution` is what lays it down. `against` narrows the target of this measure alone, in words; `exemptions` are its own,
    beside those of the regime.
    """

    kind: str
    scope: str
    resolution: str | None
    first: str | None
    last: str | None
    against: str | None = None
    exemptions: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Regime:
    """A sanctions regime. `imposer` is an organisation's abbreviation or a state's alpha-3; `targets` are alpha-3 codes where the
    target is a state, `target_names` the names of groups and persons. `first` and `last` are its first and last day."""

    id: str
    name: str
    imposer: str
    targets: tuple[str, ...]
    target_names: tuple[str, ...]
    first: str | None
    last: str | None
    status: str
    measures: tuple[KnownMeasure, ...]
    exemptions: tuple[str, ...]
    instruments: tuple[str, ...]
    confidence: str
    source: str


def regimes() -> tuple[Regime, ...]:
    """All known regimes."""
    return _regimes()


def regimes_on(target: str, on: date | None = None) -> tuple[Regime, ...]:
    """Regimes against a state (alpha-3) or a named group that were in force on a day (None: ever)."""
    return tuple(
        regime
        for regime in _regimes()
        if (target in regime.targets or fold(target) in map(fold, regime.target_names))
        and Validity(regime.first, regime.last).contains(on) is not False
    )


@cache
def _regimes() -> tuple[Regime, ...]:
    return tuple(_regime(row) for row in load("regimes")["regimes"])


def _regime(row: Record) -> Regime:
    return Regime(
        id=row["id"],
        name=row["name"],
        imposer=row["imposer"],
        targets=tuple(row.get("targets", ())),
        target_names=tuple(row.get("target_names", ())),
        first=row["first"],
        last=last_day_before(row.get("ended")),
        status=row["status"],
        measures=tuple(
            KnownMeasure(
                measure["kind"], measure["scope"], measure.get("resolution"), measure.get("first"),
                last_day_before(measure.get("until")), measure.get("against"), tuple(measure.get("exemptions", ())),
                measure.get("note"),
            )
            for measure in row["measures"]
        ),
        exemptions=tuple(row.get("exemptions", ())),
        instruments=tuple(row.get("instruments", ())) or (f"resolution {row['established_by']}",),
        confidence=row["confidence"],
        source=row["source"],
    )  # fmt: skip
