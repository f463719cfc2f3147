"""How many of the things that are asked for have each value: what a filter would leave."""

from collections.abc import Mapping, Sequence

import numpy as np

from casus.faces.page_rows.look import MOST_TOLD_OF, Look
from casus.ledger.survey.columns import KINDS, Numbers

FACETS = ("type", "modality", "kind", "year", "actor")
MOST_ACTORS = 30


def facets(look: Look, asked: Sequence[str] = FACETS) -> dict[str, dict[str, int]]:
    """The facets that are asked for: counts by value, the largest first; of actors the first 30."""
    things, found = look.things, look.found
    made: dict[str, dict[str, int]] = {}
    for facet in asked:
        if facet == "year":
            years, counts = np.unique(things.begins[found] // 10_000, return_counts=True)
            made[facet] = {f"{year:04}": count for year, count in zip(years.tolist(), counts.tolist(), strict=True) if year}
        elif facet == "actor":
            made[facet] = dict(_first(_actors(look), MOST_ACTORS))
        else:
            words: Mapping[str, Sequence[str]] = {"type": things.types, "modality": things.modalities, "kind": KINDS}
            numbers, counts = np.unique(things[facet][found], return_counts=True)
            named = [words[facet][number] for number in numbers.tolist()]
            made[facet] = dict(_first({word: n for word, n in zip(named, counts.tolist(), strict=True) if word}))
    return made


def actors_in(look: Look, found: Numbers) -> tuple[Numbers, Numbers]:
    """(thing, entity), each once, of those among some things who are counted as actors."""
    thing, entity = look.things.who_has_part
    chosen = np.zeros(len(look.things), np.bool_)
    chosen[found] = True
    counted = chosen[thing] & look.things.of_class(*MOST_TOLD_OF)[entity]
    return thing[counted], entity[counted]


def _actors(look: Look) -> dict[str, int]:
    _, entity = actors_in(look, look.found)
    counts = np.bincount(entity, minlength=len(look.things.entities))
    most = np.argsort(-counts, kind="stable")[:MOST_ACTORS]
    return {look.things.entities[one]: int(counts[one]) for one in most if counts[one]}


def _first(counts: Mapping[str, int], most: int | None = None) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:most]
