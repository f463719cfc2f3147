"""Which things are sought: each is taken as the record says that is shown of it, actors as any of its tellings names them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from casus.ledger.contract import Store
from casus.ledger.record import RecordKind
from casus.ledger.sql.rows import day_number
from casus.ledger.survey.columns import KINDS, Flags, Numbers
from casus.ledger.survey.things import Things


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What things are sought; what is empty or None fits all.

    `actors`: one of these ids has a part; `with_`: this one, too. `about`: the id of an agreement, regime or entity, or the
    beginning of a record's id. `first` and `last` are days, both inclusive, that its validity overlaps; `as_of` what had
    happened, or may have held, on that day. `told`: only what some report tells. `confidence`: at least.
    """

    actors: tuple[str, ...] = ()
    with_: str | None = None
    kinds: tuple[RecordKind, ...] = ()
    types: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    about: str | None = None
    first: date | None = None
    last: date | None = None
    as_of: date | None = None
    told: bool = False
    confidence: float = 0.0


def seek(things: Things, sought: Sought, store: Store) -> Numbers:
    """The numbers of the things that are sought, in order. Raises LedgerError where `about` is of no record."""
    fit = np.ones(len(things), np.bool_)
    for column, words, known in (
        ("kind", sought.kinds, KINDS), ("type", sought.types, things.types), ("modality", sought.modalities, things.modalities),
    ):  # fmt: skip
        if words:
            fit &= np.isin(things[column], [known.index(word) for word in words if word in known])
    if sought.actors:
        fit &= _have_part(things, sought.actors)
    if sought.with_:
        fit &= _have_part(things, (sought.with_,))
    if sought.about and ":" in sought.about:
        fit &= _have_part(things, (sought.about,))
    elif sought.about:
        fact = store.record(sought.about).fact
        fit &= np.isin(np.arange(len(things)), things.telling(store.sequences([fact])[fact]))
    if sought.told:
        fit &= things.witnessed.reports > 0
    if sought.confidence > 0:
        fit &= things["confidence"] >= sought.confidence
    return np.flatnonzero(fit & _within(things, sought))


def _within(things: Things, sought: Sought) -> Flags:
    """Whether things are within the days that are sought."""
    fit = np.ones(len(things), np.bool_)
    begins, ends = things["first_earliest"], things["last_latest"]
    if sought.first is not None:
        fit &= (ends == 0) | (ends >= day_number(sought.first))
    if sought.last is not None:
        fit &= (begins == 0) | (begins <= day_number(sought.last))
    if sought.as_of is not None:
        day = day_number(sought.as_of)
        fit &= (things["day"] <= day) & (things.happens | (ends == 0) | (ends >= day))
    return fit


def _have_part(things: Things, entities: Sequence[str]) -> Flags:
    found = np.zeros(len(things), np.bool_)
    for entity in entities:
        found[things.with_entity(entity)] = True
    return found
