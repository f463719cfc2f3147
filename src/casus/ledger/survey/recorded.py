"""When what is kept came to be known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from casus.ledger.survey.columns import KINDS, Columns
from casus.ledger.views import SHOWN

_DAY = 86_400_000_000
"""Microseconds."""

_FIRST_DAY = date(1970, 1, 1)
_SHOWN = np.array([KINDS.index(kind) for kind in SHOWN])


@dataclass(frozen=True, slots=True)
class Recorded:
    """How many records were written on a day (UTC) of things that have rows: new ones, changed ones, ones taken back."""

    day: date
    new: int
    changed: int
    retracted: int


def recorded(columns: Columns, entity: str | None = None) -> Iterator[Recorded]:
    """The days on which something was written, the first one first. `entity`: only of facts that it ever had a part in."""
    records = columns.records
    counted = np.isin(records["kind"], _SHOWN)
    if entity is not None:
        number = columns.entities.numbers.get(entity, -1)
        rows = columns.parts["row"][columns.parts["entity"] == number]
        counted &= np.isin(records["first"], records["first"][rows])
    changed = records["first"][counted] != records["sequence"][counted]
    what = np.where(records["retracted"][counted], 2, changed.astype(np.int64))
    days, place = np.unique(records["recorded_at"][counted] // _DAY, return_inverse=True)
    told = np.bincount(place * 3 + what, minlength=3 * len(days)).reshape(-1, 3)
    for day, counts in zip(days.tolist(), told.tolist(), strict=True):
        yield Recorded(_FIRST_DAY + timedelta(day), *counts)
