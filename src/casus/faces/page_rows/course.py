"""The course of events: marks in lanes, or, where there are too many, how many of them fall into each step of time."""

from dataclasses import asdict
from datetime import date, timedelta
from typing import Any, Literal

import numpy as np

from casus.faces.page_rows.facets import actors_in, facets
from casus.faces.page_rows.look import Look
from casus.faces.page_rows.marks import marks, named_in
from casus.faces.page_rows.titles import titled
from casus.ledger.sql.rows import day_number
from casus.ledger.survey.columns import KINDS, ROLES, Numbers
from casus.ledger.survey.things import ordinals

LanesBy = Literal["actor", "agreement", "kind"]
MOST_LANES, MOST_STEPS = 12, 400
OTHER = "other"
"""The lane of what is in no other."""

_STEPS = (1, 2, 7, 14, 28, 91, 182, 365, 730, 3650, 36500, 365000)
_FIRST_DAY = date(1970, 1, 1)
_STANDING = ROLES.index("standing")


def timeline(look: Look, lanes_by: LanesBy, limit: int, first: date | None = None, last: date | None = None) -> dict[str, Any]:
    """The data of the timeline. `first` and `last` are the days that are looked at. What is only told to have been by a later day
    may fall into them, but no day in them is told of it: it is counted as undated."""
    begins = look.things.begins[look.found]
    dated = look.found[(begins > 0) & ((begins <= day_number(last)) if last else True)]
    dated = dated[np.lexsort((look.things["shown"][dated], look.things.begins[dated]))]
    lanes, place, lane = _lanes(look, dated, lanes_by)
    binned = len(dated) > limit
    told = [] if binned else marks(look, dated)
    for mark, own in zip(told, _lanes_of(len(told), place, lane), strict=True):
        mark["lane"] = [lanes[one] if one < len(lanes) else OTHER for one in own]
    counts = np.bincount(lane, minlength=len(lanes) + 1).tolist()
    made = facets(look)
    names = titled(look, {*named_in(told), *made["actor"], *(one for one in lanes if ":" in one)})
    shown = [{"id": one, "name": names.get(one, one), "count": counts[number]} for number, one in enumerate(lanes)]
    if counts[len(lanes)]:
        shown.append({"id": OTHER, "name": OTHER, "count": counts[len(lanes)]})
    return {
        "names": names, "lanes": shown, "marks": told,
        "bins": _bins(look, dated, [*lanes, OTHER], place, lane, first, last) if binned else [], "binned": binned,
        "total": look.total, "undated": look.total - len(dated), "span": _span(look, dated), "facets": made,
        "recorded": [asdict(one) | {"day": one.day.isoformat()} for one in look.kept.survey.recorded()],
    }  # fmt: skip


def _lanes(look: Look, dated: Numbers, by: LanesBy) -> tuple[list[str], Numbers, Numbers]:
    """The lanes, most told first; and the places in `dated` with the numbers of their lanes, that of `other` after all."""
    place_of = np.full(len(look.things), -1, np.int64)
    place_of[dated] = np.arange(len(dated))
    if by == "kind":
        place, own = np.arange(len(dated)), look.things["kind"][dated].astype(np.int64)
        words: Any = KINDS
    else:
        thing, own = actors_in(look, dated) if by == "actor" else _agreements(look, dated)
        place, words = place_of[thing], look.things.entities
    counts = np.bincount(own, minlength=1)
    chosen = [one for one in np.argsort(-counts, kind="stable")[:MOST_LANES].tolist() if counts[one]]
    lane_of = np.full(max(len(counts), 1), -1, np.int64)
    lane_of[chosen] = np.arange(len(chosen))
    lane = lane_of[own]
    inside = lane >= 0
    alone = np.ones(len(dated), np.bool_)
    alone[place[inside]] = False
    outside = np.flatnonzero(alone)
    return (
        [words[one] for one in chosen],
        np.concatenate([place[inside], outside]),
        np.concatenate([lane[inside], np.full(len(outside), len(chosen))]),
    )


def _agreements(look: Look, dated: Numbers) -> tuple[Numbers, Numbers]:
    """(thing, agreement or regime), each once."""
    thing, entity, role = look.things.parts
    chosen = np.zeros(len(look.things), np.bool_)
    chosen[dated] = True
    own = chosen[thing] & (role == _STANDING)
    return thing[own], entity[own]


def _lanes_of(count: int, place: Numbers, lane: Numbers) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in range(count)]
    if count:
        for one, own in zip(place.tolist(), lane.tolist(), strict=True):
            found[one].append(own)
    return found


def _bins(
    look: Look, dated: Numbers, lanes: list[str], place: Numbers, lane: Numbers, first: date | None, last: date | None
) -> list[dict[str, Any]]:  # fmt: skip
    """How many things begin in each step of time, by lane. What began before the first day that is looked at, and lasted, is in a
    step of its own, which ends the day before."""
    days = ordinals(look.things.begins[dated])
    low = max(int(days.min()), _ordinal(first)) if first else int(days.min())
    high = max(low, min(int(days.max()), _ordinal(last)) if last else int(days.max()))
    step = next(one for one in _STEPS if (high - low) // one < MOST_STEPS)
    steps = (high - low) // step + 1
    before = days[place] < low
    at = (np.clip(days, low, high) - low) // step
    counts = np.bincount((lane * steps + at[place])[~before], minlength=len(lanes) * steps)
    earlier = np.bincount(lane[before], minlength=len(lanes))
    return [
        {"lane": lanes[number], "from": _day(int(days.min())), "to": _day(low - 1), "count": int(earlier[number])}
        for number in np.flatnonzero(earlier).tolist()
    ] + [
        {
            "lane": lanes[number // steps], "from": _day(low + number % steps * step),
            "to": _day(min(low + (number % steps + 1) * step - 1, high)), "count": int(counts[number]),
        }
        for number in np.flatnonzero(counts).tolist()
    ]  # fmt: skip


def _span(look: Look, dated: Numbers) -> dict[str, str] | None:
    if not len(dated):
        return None
    begins, ends = look.things.begins[dated], look.things["last_latest"][dated]
    return {"from": _written(int(begins.min())), "to": _written(int(np.maximum(begins, ends).max()))}


def _ordinal(day: date) -> int:
    return (day - _FIRST_DAY).days


def _day(ordinal: int) -> str:
    return (_FIRST_DAY + timedelta(ordinal)).isoformat()


def _written(day: int) -> str:
    return f"{day // 10_000:04}-{day // 100 % 100:02}-{day % 100:02}"
