"""What a ledger has as known at a moment, each thing once, as columns: an event with all its tellings, an agreement or regime
with all that tell of it, any other record. The counterpart of `views.Row`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from casus.ledger.contract import HAPPENS, ReportLine
from casus.ledger.sql.tables import UNKNOWN
from casus.ledger.survey.columns import KINDS, ROLES, WHO, WHOM, Columns, Flags, Numbers, distinct, hanging_together, runs, spread
from casus.ledger.survey.witnessed import Witnessed, witnessed

_STANDING = ROLES.index("standing")
_OF_AGREEMENT = np.array([KINDS.index("agreement"), KINDS.index("regime")])
_EVENT, _MEASURE = KINDS.index("event"), KINDS.index("measure")
_NO_THINGS = np.array([KINDS.index(kind) for kind in ("same", "echo", "actor")])
_TAKE_PART = [number for number, role in enumerate(ROLES) if role in WHO | WHOM]
_HAPPENS = np.array([KINDS.index(kind) for kind in sorted(HAPPENS)])


@dataclass(frozen=True)
class Things:
    """Things as known at the sequence `known`, by their numbers from 0.

    Columns: `shown` (the sequence of the record that is shown), `named` (that of the first record of the fact by which it is
    named, of the founder of an event; 0 for what stands), `id` (that record's digest; see `ids`), `standing` (the number of the
    agreement's or regime's entity, -1), and as the record that is shown says: `kind`, `type`, `modality` (numbers), `day` and the
    four ends (20240701, 0 for none), `confidence`, `recorded_at`; `cited`: a citation says so too. `parts` are (thing, entity,
    role) of all its tellings, each once, in the order of things; `tellings` are (the sequence of the fact's first record, that of
    the record, thing), in the order of things, the one that is shown first.
    """

    known: int
    columns: Mapping[str, NDArray[Any]]
    parts: tuple[Numbers, Numbers, Numbers]
    tellings: tuple[Numbers, Numbers, Numbers]
    witnessed: Witnessed
    entities: Sequence[str]
    types: Sequence[str]
    modalities: Sequence[str]
    reports: Sequence[ReportLine]

    def __getitem__(self, name: str) -> NDArray[Any]:
        return self.columns[name]

    def ids(self, things: Numbers) -> list[str]:
        """The ids of some things: of an event its founder's fact, of an agreement or regime its own, of others their fact."""
        digests, standing = self["id"][things].tolist(), self["standing"][things].tolist()
        return [
            self.entities[stands] if stands >= 0 else digest.ljust(32, b"\0").hex()  # trailing zeros are not kept
            for digest, stands in zip(digests, standing, strict=True)
        ]

    def __len__(self) -> int:
        return len(self.columns["shown"])

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Entities by their ids."""
        return {entity: number for number, entity in enumerate(self.entities)}

    @cached_property
    def happens(self) -> Flags:
        """Whether a thing happens on a day, rather than holds for some time."""
        return np.isin(self["kind"], _HAPPENS)

    @cached_property
    def begins(self) -> Numbers:
        """The first day on which each thing may have begun or happened, else may have ended (20240701); 0 for none."""
        day = self["day"]
        return np.where(day > UNKNOWN, day, self["last_earliest"])

    @cached_property
    def who_has_part(self) -> tuple[Numbers, Numbers]:
        """(thing, entity), each once, of all who take part: not of places, agreements or regimes."""
        thing, entity, role = self.parts
        own = np.isin(role, _TAKE_PART)
        width = len(self.entities) + 1
        pairs = distinct(thing[own] * width + entity[own])
        return pairs // width, pairs % width

    @cached_property
    def of_a_state(self) -> Flags:
        """Of each entity, whether it is a body of a state ("org:forces@RUS"), which has a part beside it."""
        return np.fromiter(("@" in one for one in self.entities), np.bool_, len(self.entities))

    def of_class(self, *classes: str) -> Flags:
        """Of each entity, whether its id is of one of the classes ("country:")."""
        return np.fromiter((one.startswith(classes) for one in self.entities), np.bool_, len(self.entities))

    def telling(self, fact: int) -> Numbers:
        """The things that a fact tells of, by the sequence of its first record."""
        facts, _, thing = self.tellings
        found: Numbers = thing[facts == fact]
        return found

    def with_entity(self, entity: str, roles: Sequence[str] = ()) -> Numbers:
        """The things that an entity has a part in, in one of the roles (none: in any)."""
        number = self.numbers.get(entity, -1)
        thing, own, role = self.parts
        has = own == number
        if roles:
            has &= np.isin(role, [ROLES.index(one) for one in roles])
        return distinct(thing[has])


def things_at(columns: Columns, known: int) -> Things:
    """The things as known at a sequence that the columns reach."""
    records = columns.records
    current = (records["sequence"] <= known) & (records["until"] > known) & ~records["retracted"]
    rows = np.flatnonzero(current & ~np.isin(records["kind"], _NO_THINGS))
    keys, tellings = _keys(columns, rows, current)
    order = _told_first(columns, keys, tellings)
    keys, tellings = keys[order], tellings[order]
    starts = runs(keys)
    shown, thing = tellings[starts], np.repeat(np.arange(len(starts)), np.diff(np.r_[starts, len(keys)]))
    cited = np.zeros(len(starts), np.bool_)
    cited[thing[records["report"][tellings] == 0]] = True
    kind = records["kind"][shown].copy()
    standing = np.where(keys[starts] < 0, -1 - keys[starts], -1)
    regime = np.array([one >= 0 and columns.entities.known[one].startswith("regime:") for one in standing], np.bool_)
    kind[(standing >= 0) & regime] = KINDS.index("regime")
    kind[(standing >= 0) & ~regime] = KINDS.index("agreement")
    own = {
        name: records[name][shown]
        for name in (
            "type", "modality", "day", "first_earliest", "first_latest", "last_earliest", "last_latest", "confidence",
            "recorded_at",
        )
    }  # fmt: skip
    named = np.where(standing >= 0, 0, keys[starts])
    own["id"] = records["id"][columns.row_of(np.where(standing >= 0, records["first"][shown], named))]
    return Things(
        known=known,
        columns=own | {"shown": records["sequence"][shown], "named": named, "standing": standing, "kind": kind, "cited": cited},
        parts=_parts(columns, tellings, thing),
        tellings=(records["first"][tellings], records["sequence"][tellings], thing),
        witnessed=witnessed(columns, tellings, thing, len(starts), current),
        entities=tuple(columns.entities.known),
        types=tuple(columns.types.known),
        modalities=tuple(columns.modalities.known),
        reports=tuple(columns.reports),
    )


def ordinals(days: NDArray[Any]) -> Numbers:
    """Days as numbers (20240701) as days since 1970."""
    known = np.where(days <= 0, 1_01_01, days).astype(np.int64)
    months = (known // 10_000 - 1970) * 12 + known // 100 % 100 - 1
    return months.astype("M8[M]").astype("M8[D]").astype(np.int64) + known % 100 - 1


def _keys(columns: Columns, rows: Numbers, current: Flags) -> tuple[Numbers, Numbers]:
    """What each record is a telling of (the sequence of a fact's first record; -1 - the number of an agreement or regime), and
    the rows of the records. A report's measure is a telling of its regime, too."""
    records = columns.records
    keys = records["first"][rows].copy()
    kind = records["kind"][rows]
    events = kind == _EVENT
    keys[events] = _founders(columns, keys[events], current)
    standing = np.full(records.size, -1, np.int64)
    is_standing = columns.parts["role"] == _STANDING
    standing[columns.parts["row"][is_standing]] = columns.parts["entity"][is_standing]
    of = standing[rows]
    stands = np.isin(kind, _OF_AGREEMENT) & (of >= 0)
    keys[stands] = -1 - of[stands]
    also = (kind == _MEASURE) & (of >= 0) & (records["report"][rows] > 0) & np.isin(-1 - of, keys[stands])
    return np.concatenate([keys, -1 - of[also]]), np.concatenate([rows, rows[also]])


def _founders(columns: Columns, facts: Numbers, current: Flags) -> Numbers:
    """The first record of the founder of the event that each fact is a telling of, as `identity.clusters` has it."""
    held = current[columns.links["row"]]
    one, other = columns.links["one"][held], columns.links["other"][held]
    linked, ends = np.unique(np.concatenate([one, other]), return_inverse=True)
    if not len(linked):
        return facts
    leader = hanging_together(len(linked), ends[: len(one)], ends[len(one) :])
    ids = columns.records["id"][columns.row_of(linked)]
    order = np.lexsort((ids, np.isin(linked, one), leader))  # never found to be another's, the smallest id
    first = np.r_[True, leader[order][1:] != leader[order][:-1]]
    founder_of = np.zeros(len(linked), np.int64)
    founder_of[leader[order][first]] = linked[order][first]
    place = np.searchsorted(linked, facts)
    place[place == len(linked)] = 0
    return np.where(linked[place] == facts, founder_of[leader[place]], facts)


def _told_first(columns: Columns, keys: Numbers, tellings: Numbers) -> Numbers:
    """The order that has the tellings of each thing side by side, the one that is shown first: of an event the surest, of an
    agreement a citation before a report."""
    records = columns.records
    rank = np.where(keys < 0, (records["report"][tellings] > 0).astype(np.float64), -records["confidence"][tellings])
    return np.lexsort((records["sequence"][tellings], rank, keys))


def _parts(columns: Columns, tellings: Numbers, thing: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Who has a part in each thing, by all its tellings."""
    row, entity, role = (columns.parts[name] for name in ("row", "entity", "role"))
    start, end = np.searchsorted(row, tellings), np.searchsorted(row, tellings, "right")
    count = end - start
    place = spread(start, count)
    width, depth = len(columns.entities.known) + 1, len(ROLES)
    each = distinct((np.repeat(thing, count) * width + entity[place]) * depth + role[place])
    return each // depth // width, each // depth % width, each % depth
