"""Which reports tell of which things, and which of them are one witness."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from casus.ledger.identity.witnesses import Witness, origins
from casus.ledger.survey.columns import Columns, Flags, Groups, Numbers, distinct, hanging_together, runs, spread

_Telling = tuple[int, int, tuple[str, ...]]
"""A report, the outlet that it cites (-1: none), the reports that it is a near-duplicate of."""

_MOST_REMEMBERED = 500_000
_WIDEST = 100_000_000
"""Bytes of a table that may be filled in to count."""


@dataclass(frozen=True)
class Witnessed:
    """The reports of things, as pairs in the order of things. `counts`: the report is of a witness that counts (it is not only an
    echo of an outlet that is heard itself). `one`, `other` of thing `merged`: two reports that are one witness of it.
    `reports` and `independent` are by thing."""

    thing: Numbers
    report: Numbers
    counts: Flags
    merged: Numbers
    one: Numbers
    other: Numbers
    reports: Numbers
    independent: Numbers

    def of(self, things: Numbers) -> tuple[Numbers, Numbers, Flags]:
        """The pairs of some things: the place in `things`, the report, whether it counts."""
        start, end = np.searchsorted(self.thing, things), np.searchsorted(self.thing, things, "right")
        count = end - start
        place = spread(start, count)
        return np.repeat(np.arange(len(things)), count), self.report[place], self.counts[place]

    def by_group(self, group: Numbers, thing: Numbers, groups: int) -> tuple[Numbers, Numbers]:
        """For each of so many groups of things, given as pairs, the reports of its things, and how many of these are independent.

        A report counts once for all the things that it tells, also where it tells one on the word of several outlets; reports
        that are one witness of one of the things count as one.
        """
        place, report, counts = self.of(thing)
        width = int(report.max(initial=0)) + 1
        keys = group[place] * width + report
        reports = _distinct_by_group(keys, width, groups)
        heard = reports if counts.all() else _distinct_by_group(keys[counts], width, groups)
        return reports, heard - self._joined(group, thing, width, groups)

    def _joined(self, group: Numbers, thing: Numbers, width: int, groups: int) -> Numbers:
        """How many reports less each group has for those that are one witness of one of its things."""
        start, end = np.searchsorted(self.merged, thing), np.searchsorted(self.merged, thing, "right")
        count = end - start
        place, own = spread(start, count), np.repeat(group, count)
        ends = np.concatenate([own * width + self.one[place], own * width + self.other[place]])
        known, number = np.unique(ends, return_inverse=True)
        leader = hanging_together(len(known), number[: len(own)], number[len(own) :])
        return np.bincount(known[leader != np.arange(len(known))] // width, minlength=groups)


def _distinct_by_group(keys: Numbers, width: int, groups: int) -> Numbers:
    """How many different keys each group has; a key is the group's number times `width` plus something less than that."""
    if groups * width > _WIDEST:
        return np.bincount(distinct(keys) // width, minlength=groups)
    seen = np.zeros(groups * width, np.bool_)
    seen[keys] = True
    found: Numbers = seen.reshape(groups, width).sum(axis=1)
    return found


def witnessed(columns: Columns, tellings: Numbers, thing: Numbers, things: int, current: Flags) -> Witnessed:
    """Who witnesses each thing. `tellings` are rows of records in the order of the things that they tell, `thing`."""
    report = columns.records["report"][tellings]
    told = report > 0
    width = len(columns.reports)
    pairs = distinct(thing[told] * width + report[told])
    own, its = pairs // width, pairs % width
    reports = np.bincount(own, minlength=things)
    independent, counts = reports.copy(), np.ones(len(pairs), np.bool_)
    merged: list[tuple[int, int, int]] = []
    for number, groups in _several(columns, tellings[told], thing[told], reports, current):
        independent[number] = len(groups.of)
        if groups.heard < reports[number]:
            start, end = np.searchsorted(own, (number, number + 1))
            counts[start:end] = np.isin(its[start:end], [one for group in groups.of for one in group])
        merged += [(number, one, other) for one, other in groups.merged]
    ends = np.array(merged, np.int64).reshape(-1, 3)
    return Witnessed(own, its, counts, ends[:, 0], ends[:, 1], ends[:, 2], reports, independent)


def _several(
    columns: Columns, tellings: Numbers, thing: Numbers, reports: Numbers, current: Flags
) -> Iterator[tuple[int, Groups]]:  # fmt: skip
    """The witnesses of each thing that several reports tell, or one of them on the word of several outlets."""
    cited = np.bincount(thing[columns.records["cites"][tellings] >= 0], minlength=len(reports))
    several = (reports[thing] > 1) | (cited[thing] > 1)
    rows, own = tellings[several].astype(np.int64), thing[several]
    copies = _copies(columns, current)
    starts = runs(own)
    copied = np.isin(columns.records["report"][rows], list(copies))
    with_copies = np.logical_or.reduceat(copied, starts).tolist() if len(starts) else []
    known, names, size = columns.witnesses, rows.tobytes(), rows.itemsize
    if len(known) > _MOST_REMEMBERED:
        known.clear()
    for number, (start, end), has_copies in zip(
        own[starts].tolist(), pairwise([*starts.tolist(), len(own)]), with_copies, strict=True
    ):  # fmt: skip
        name = names[start * size : end * size]  # which with the copies of their reports settles who witnesses
        if has_copies:
            name += repr([copies.get(one) for one in columns.records["report"][rows[start:end]].tolist()]).encode()
        groups = known.get(name)
        if groups is None:
            groups = known[name] = _groups(columns, rows[start:end], copies)
        yield number, groups


def _groups(columns: Columns, rows: Numbers, copies: Mapping[int, tuple[str, ...]]) -> Groups:
    report, cites = columns.records["report"][rows].tolist(), columns.records["cites"][rows].tolist()
    told = {(one, outlet, copies.get(one, ())) for one, outlet in zip(report, cites, strict=True)}
    found = origins(_witnesses(columns, told))
    groups = tuple(tuple(columns.report_numbers[one] for one in origin.reports) for origin in found)
    heard = {one for group in groups for one in group}
    return Groups(groups, len(heard), tuple(ends for group in groups for ends in pairwise(group)))


def _witnesses(columns: Columns, told: Iterable[_Telling]) -> Iterator[Witness]:
    for report, cites, copies in told:
        line = columns.reports[report]
        yield Witness(line.id.hex(), line.outlet, columns.entities.known[cites] if cites >= 0 else None, copies)


def _copies(columns: Columns, current: Flags) -> Mapping[int, tuple[str, ...]]:
    """The reports that each report is a near-duplicate of."""
    found: dict[int, list[str]] = {}
    for row, one, other in columns.echoes:
        if current[row] and one in columns.report_numbers:
            found.setdefault(columns.report_numbers[one], []).append(other)
    return {report: tuple(others) for report, others in found.items()}
