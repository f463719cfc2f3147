"""Who has to do with whom: actors and agreements as nodes, what binds them as edges, as many as can be seen at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from casus.faces.page_rows.dyads import BODIES, dyads_of
from casus.faces.page_rows.look import Look, class_of, code_of
from casus.faces.page_rows.marks import latest_first, marks, named_in
from casus.faces.page_rows.titles import titled
from casus.ledger.survey.columns import KINDS, ROLES, Numbers, distinct

MOST_NODES, MOST_EDGES, MOST_WORDS = 300, 1500, 100
EDGE_KINDS = ("events", "party", "measure", "transfer", "position", "member")

_EDGE_OF: Mapping[str, str] = {
    "event": "events", "measure": "measure", "transfer": "transfer", "position": "position", "membership": "member",
    "party": "party", "agreement": "party", "provision": "party",
}  # fmt: skip
_BINDS = ("party", "agreement", "provision")
"""Kinds that bind somebody to an agreement rather than to each other."""

_STANDING = ROLES.index("standing")
_BOUND = [ROLES.index(role) for role in ("party", "bound", "member")]


@dataclass(frozen=True)
class Edges:
    """Columns: the thing, its ends (numbers of entities), the number of the kind of edge."""

    thing: Numbers
    one: Numbers
    other: Numbers
    kind: Numbers

    def where(self, chosen: Any) -> "Edges":  # noqa: ANN401 - numbers or flags
        """Some of them."""
        return Edges(*(getattr(self, field.name)[chosen] for field in fields(self)))


def network(look: Look, centers: Sequence[str], limit: int) -> dict[str, Any]:
    """The data of the network: `limit` neighbours of each center, or, without any, those who have most to do with others."""
    edges = edges_of(look, centers)
    numbers = look.things.numbers
    middle = [numbers[one] for one in centers if one in numbers]
    nodes = _nodes(edges, middle, limit, len(look.things.entities))
    shown = np.isin(edges.one, nodes) & np.isin(edges.other, nodes)
    ids = [look.things.entities[one] for one in nodes]
    missing = [one for one in centers if one not in numbers]
    names = titled(look, [*ids, *missing])
    counts = _counts(edges, len(look.things.entities))
    return {
        "names": names,
        "nodes": [_node(one, names, int(counts[number]), one in centers) for one, number in zip(ids, nodes, strict=True)]
        + [_node(one, names, 0, True) for one in missing],
        "edges": _told(look, edges.where(shown), middle), "more": _more(look, edges, nodes), "total": look.total,
    }  # fmt: skip


def edge_words(look: Look) -> dict[str, Any]:
    """What binds the two whom a look is narrowed to, the latest first."""
    told = marks(look, latest_first(look, look.found)[:MOST_WORDS])
    return {"names": look.names(named_in(told)), "marks": told, "total": look.total}


def edges_of(look: Look, also: Sequence[str] = ()) -> Edges:
    """What binds countries, bodies, agreements and these entities, each once for each thing that does."""
    things = look.things
    kinds = np.array([EDGE_KINDS.index(_EDGE_OF[kind]) if kind in _EDGE_OF else -1 for kind in KINDS])
    kind = kinds[things["kind"][look.found]]
    binds = np.isin(things["kind"][look.found], [KINDS.index(one) for one in _BINDS])
    pairs = dyads_of(things, look.found[(kind >= 0) & ~binds], tuple(also))
    thing, bound, standing = _bonds(look, look.found[binds])
    every = np.concatenate([pairs.thing, thing])
    one, other = np.concatenate([pairs.one, bound]), np.concatenate([pairs.other, standing])
    kind = kinds[things["kind"][every]]
    return _both_ways(Edges(every, one, other, kind), kind == EDGE_KINDS.index("events"), len(things.entities) + 1)


def _both_ways(edges: Edges, turned: Any, width: int) -> Edges:  # noqa: ANN401 - flags
    """Edges, the turned ones with the smaller end first and once for each thing: who did what to whom, the words tell."""
    low, high = np.minimum(edges.one, edges.other)[turned], np.maximum(edges.one, edges.other)[turned]
    keys, first = np.unique((edges.thing[turned] * width + low) * width + high, return_index=True)
    rest = edges.where(~turned)
    return Edges(
        np.concatenate([keys // width // width, rest.thing]), np.concatenate([keys // width % width, rest.one]),
        np.concatenate([keys % width, rest.other]), np.concatenate([edges.kind[turned][first], rest.kind]),
    )  # fmt: skip


def _bonds(look: Look, found: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """(thing, who is bound, the agreement) of things that bind somebody to an agreement."""
    things = look.things
    thing, entity, role = things.parts
    chosen = np.zeros(len(things), np.bool_)
    chosen[found] = True
    standing_of = np.full(len(things), -1, np.int64)
    standing_of[thing[role == _STANDING]] = entity[role == _STANDING]
    counted = things.of_class(*BODIES) & ~things.of_a_state
    own = chosen[thing] & np.isin(role, _BOUND) & counted[entity] & (standing_of[thing] >= 0)
    return thing[own], entity[own], standing_of[thing[own]]


def _nodes(edges: Edges, middle: list[int], limit: int, entities: int) -> list[int]:
    """The centers and their strongest neighbours; without centers those with most edges."""
    if not middle:
        counts = _counts(edges, entities)
        return [one for one in np.argsort(-counts, kind="stable")[:limit].tolist() if counts[one]]
    nodes = dict.fromkeys(middle)
    for center in middle:
        ends = np.concatenate([edges.other[edges.one == center], edges.one[edges.other == center]])
        counts = np.bincount(ends, minlength=1)
        nodes |= dict.fromkeys(one for one in np.argsort(-counts, kind="stable")[:limit].tolist() if counts[one])
    return list(nodes)[:MOST_NODES]


def _counts(edges: Edges, entities: int) -> Numbers:
    """In how many things each entity has an edge."""
    width = entities + 1
    ends = distinct(np.concatenate([edges.thing * width + edges.one, edges.thing * width + edges.other]))
    return np.bincount(ends % width, minlength=entities)


def _more(look: Look, edges: Edges, nodes: Sequence[int]) -> dict[str, int]:
    """How many neighbours of each node are not shown."""
    width = len(look.things.entities) + 1
    pairs = distinct(np.concatenate([edges.one * width + edges.other, edges.other * width + edges.one]))
    node, neighbour = pairs // width, pairs % width
    hidden = np.isin(node, nodes) & ~np.isin(neighbour, nodes)
    counts = np.bincount(node[hidden], minlength=1)
    return {look.things.entities[one]: int(counts[one]) for one in nodes if one < len(counts) and counts[one]}


def _node(identity: str, names: Mapping[str, str], n: int, center: bool) -> dict[str, Any]:
    at = identity.partition("@")[2]
    return {
        "id": identity, "kind": class_of(identity), "name": names[identity], "country": code_of(identity) or at or None,
        "n": n, "center": center,
    }  # fmt: skip


def _told(look: Look, edges: Edges, middle: Sequence[int]) -> list[dict[str, Any]]:
    """The edges between the nodes that are shown: those of the centers first, then the strongest."""
    width = len(look.things.entities) + 1
    key = (edges.one * width + edges.other) * len(EDGE_KINDS) + edges.kind
    pairs, group, counts = np.unique(key, return_inverse=True, return_counts=True)
    one, other = pairs // len(EDGE_KINDS) // width, pairs // len(EDGE_KINDS) % width
    of_center = np.isin(one, middle) | np.isin(other, middle)
    chosen = np.lexsort((pairs, -counts, ~of_center))[:MOST_EDGES]
    place = np.full(len(pairs), -1, np.int64)
    place[chosen] = np.arange(len(chosen))
    own = place[group]
    thing, own = edges.thing[own >= 0], own[own >= 0]
    reports, independent = look.things.witnessed.by_group(own, thing, len(chosen))
    mixes, spans = _mixes(look, own, thing, len(chosen)), _spans(look, own, thing, len(chosen))
    ids = look.things.entities
    return [
        {
            "id": f"{ids[one[at]]}|{ids[other[at]]}|{kind}", "from": ids[one[at]], "to": ids[other[at]], "kind": kind,
            "events": int(counts[at]), "reports": int(reports[number]), "independent": int(independent[number]),
            "modality": mixes[number], "first": spans[number][0], "last": spans[number][1],
        }
        for number, at in enumerate(chosen.tolist())
        for kind in (EDGE_KINDS[pairs[at] % len(EDGE_KINDS)],)
    ]  # fmt: skip


def _mixes(look: Look, group: Numbers, thing: Numbers, groups: int) -> list[dict[str, int]]:
    """How many things of each group have each modality."""
    words = look.things.modalities
    told = np.bincount(group * len(words) + look.things["modality"][thing], minlength=groups * len(words))
    table = told.reshape(groups, len(words))
    return [{words[at]: int(row[at]) for at in np.flatnonzero(row).tolist() if words[at]} for row in table]


def _spans(look: Look, group: Numbers, thing: Numbers, groups: int) -> list[tuple[str | None, str | None]]:
    """The first and the last day of the things of each group."""
    day = look.things.begins[thing].astype(np.int64)
    dated = day > 0
    first, last = np.full(groups, 9999_12_31), np.zeros(groups, np.int64)
    np.minimum.at(first, group[dated], day[dated])
    np.maximum.at(last, group[dated], day[dated])
    return [
        (_day(low), _day(high)) if high else (None, None) for low, high in zip(first.tolist(), last.tolist(), strict=True)
    ]  # fmt: skip


def _day(day: int) -> str:
    return f"{day // 10_000:04}-{day // 100 % 100:02}-{day % 100:02}"
