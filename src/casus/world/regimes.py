"""Sanctions regimes and their measures."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class KnownMeasure:
    """One restriction. `first` and `last` day in force, both inside; `last` None: in force when last checked."""

    kind: str
    scope: str
    resolution: str | None
    first: str | None
    last: str | None


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
    raise NotImplementedError


def regimes_on(target: str, on: date | None = None) -> tuple[Regime, ...]:
    """Regimes against a state (alpha-3) or a named group that were in force on a day (None: ever)."""
    raise NotImplementedError
