"""Rows in an order of choice, page by page, however many there are."""

from typing import Literal

import numpy as np

from casus.errors import NotKeptError
from casus.faces.page_rows.look import Look
from casus.ledger.survey.columns import KINDS, Numbers
from casus.ledger.views import Row

Sort = Literal["when", "-when", "recorded", "-recorded", "confidence", "-confidence", "independent", "-independent"]
"""What rows are sorted by, the smallest first; with "-" the largest. What is alike in that comes as it was written, the last
first; what has no day comes after all that has one."""

_NO_DAY = 9999_12_31


def sorted_rows(look: Look, sort: Sort, after: str | None, limit: int) -> tuple[list[Row], str | None]:
    """The rows of a look after the one with the id `after`, and what to pass for the next ones (None: these were the last).

    Raises NotKeptError where no row of the look has that id.
    """
    order = _order(look, sort)
    begin = 0 if after is None else _place(look, order, after) + 1
    rows = _rows(look, order[begin : begin + limit])
    return rows, rows[-1].id if begin + limit < len(order) else None


def _rows(look: Look, numbers: Numbers) -> list[Row]:
    """Things as rows."""
    things = look.things
    _, sequence, thing = things.tellings
    start, end = np.searchsorted(thing, numbers), np.searchsorted(thing, numbers, "right")
    told = [sequence[first:last].tolist() for first, last in zip(start.tolist(), end.tolist(), strict=True)]
    records = look.kept.store.at([one for each in told for one in each])
    reports, independent = things.witnessed.reports[numbers].tolist(), things.witnessed.independent[numbers].tolist()
    return [
        Row(
            id=own, kind=KINDS[kind], valid=records[each[0]].draft.valid, body=records[each[0]].draft.body,
            confidence=max(records[one].draft.confidence for one in each),
            records=tuple(records[one] for one in (each[0], *(each[1:] if ":" in own else sorted(each[1:])))),
            reports=by, independent=alone,
        )
        for own, kind, each, by, alone in zip(
            things.ids(numbers), things["kind"][numbers].tolist(), told, reports, independent, strict=True
        )
    ]  # fmt: skip


def _order(look: Look, sort: Sort) -> Numbers:
    things, found = look.things, look.found
    name = sort.removeprefix("-")
    begins = things.begins if sort == "-when" else np.where(things.begins == 0, _NO_DAY, things.begins)
    by = {
        "when": begins, "recorded": things["recorded_at"], "confidence": things["confidence"],
        "independent": things.witnessed.independent,
    }[name][found]  # fmt: skip
    return found[np.lexsort((-things["shown"][found], -by if sort.startswith("-") else by))]


def _place(look: Look, order: Numbers, row: str) -> int:
    """The place of a row in an order."""
    things = look.things
    if ":" in row:
        own = np.flatnonzero(things["standing"][order] == things.numbers.get(row, -2))
    else:
        own = np.flatnonzero(things["named"][order] == look.kept.store.sequences([row]).get(row, -2))
    if not len(own):
        raise NotKeptError(f"after {row!r}: no row of this list has that id; begin with the first page")
    return int(own[0])
