"""The map: how many things happened where, or who took part; who has to do with whom; and what has no place."""

from datetime import date
from typing import Any, Literal

import numpy as np

from casus.faces.page_rows.dyads import Dyads, dyads_of
from casus.faces.page_rows.facets import facets
from casus.faces.page_rows.look import Look, code_of
from casus.faces.page_rows.marks import latest_first, marks, named_in
from casus.ledger.survey.columns import ROLES, Numbers
from casus.world.lands import Disputed, disputed_on, lies_in

MOST_DYADS, MOST_WITHOUT_PLACE, MOST_IN_A_COUNTRY = 200, 50, 100
MapBy = Literal["place", "actor"]

_PLACE = ROLES.index("place")


def world_map(look: Look, by: MapBy, day: date) -> dict[str, Any]:
    """The data of the map. `day`: on which states had the land that is coloured, and areas were disputed."""
    thing, country = _countries(look, by)
    placed = np.zeros(len(look.things), np.bool_)
    placed[thing] = True
    without = look.found[~placed[look.found]]
    shown = marks(look, latest_first(look, without)[:MOST_WITHOUT_PLACE])
    pairs = _strongest(look)
    made = facets(look)
    states = _states(look, thing, country, day)
    ends = {end for pair in pairs for end in (pair["from"], pair["to"])}
    shapes = {end: list(lies_in(code, day)) for end in sorted(ends) if (code := code_of(end))}
    names = look.names({*named_in(shown), *made["actor"], *ends, *(one["id"] for one in states)})
    for state in states:
        state["name"] = names[state["id"]]
    return {
        "names": names, "by": by, "states": states, "dyads": pairs, "shapes": shapes,
        "no_place": {"events": len(without), "marks": shown},
        "total": look.total, "facets": made, "disputed": [_disputed(one) for one in disputed_on(day)],
    }  # fmt: skip


def country_events(look: Look, by: MapBy, country: str) -> dict[str, Any]:
    """The things that the map counts for a country ("country:EGY"), the latest first: `total` is its count there."""
    thing, counted = _countries(look, by)
    own = thing[counted == look.things.numbers.get(country, -1)]
    shown = marks(look, latest_first(look, own)[:MOST_IN_A_COUNTRY])
    return {"names": look.names({country, *named_in(shown)}), "marks": shown, "total": len(own)}


def _countries(look: Look, by: MapBy) -> tuple[Numbers, Numbers]:
    """(thing, country), each once, of the things that are looked at: where it happened, or who has a part."""
    things = look.things
    countries = things.of_class("country:")
    if by == "actor":
        thing, entity = things.who_has_part
        own = look.has[thing] & countries[entity]
        return thing[own], entity[own]
    thing, entity, role = things.parts
    own = (role == _PLACE) & look.has[thing] & countries[entity]
    return thing[own], entity[own]


def _states(look: Look, thing: Numbers, country: Numbers, day: date) -> list[dict[str, Any]]:
    known, group = np.unique(country, return_inverse=True)
    events = np.bincount(group, minlength=len(known))
    reports, independent = look.things.witnessed.by_group(group, thing, len(known))
    rows = zip(known.tolist(), events.tolist(), reports.tolist(), independent.tolist(), strict=True)
    return [
        {
            "id": look.things.entities[one], "country": (code := code_of(look.things.entities[one])), "name": "",
            "shapes": list(lies_in(code or "", day)), "events": own, "reports": told, "independent": alone,
        }
        for one, own, told, alone in sorted(rows, key=lambda row: (-row[1], row[0]))
    ]  # fmt: skip


def _strongest(look: Look) -> list[dict[str, Any]]:
    """The dyads with most things."""
    found = dyads_of(look.things, look.found)
    key = found.one * (len(look.things.entities) + 1) + found.other
    pairs, group, counts = np.unique(key, return_inverse=True, return_counts=True)
    chosen = np.argsort(-counts, kind="stable")[:MOST_DYADS]
    place = np.full(len(pairs), -1, np.int64)
    place[chosen] = np.arange(len(chosen))
    own = place[group]
    kept = Dyads(*(column[own >= 0] for column in (found.thing, found.one, found.other)))
    reports, independent = look.things.witnessed.by_group(own[own >= 0], kept.thing, len(chosen))
    width = len(look.things.entities) + 1
    return [
        {
            "from": look.things.entities[pairs[one] // width], "to": look.things.entities[pairs[one] % width],
            "events": int(counts[one]), "reports": int(reports[number]), "independent": int(independent[number]),
        }
        for number, one in enumerate(chosen.tolist())
    ]  # fmt: skip


def _disputed(area: Disputed) -> dict[str, Any]:
    return {
        "id": area.id, "name": area.name, "claimants": list(area.claimants), "held_by": list(area.held_by),
        "shapes": list(area.shapes),
    }  # fmt: skip
