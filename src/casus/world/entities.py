"""What names mean: states, organisations, groups, blocs, places and persons, each with a stable id."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from casus.errors import WorldError
from casus.world.codes import SYSTEMS, name_of
from casus.world.index import load

EntityKind = Literal["person", "state", "organisation", "group", "bloc", "place"]


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or some place in the world.

    `id` is its class and a short name: "state:RUS", "org:NATO", "group:houthis", "bloc:the-west", "place:moscow",
    "media:reuters", "person:vladimir-putin"; "cow:300" for a state that only a code list has. `country` is ISO 3166-1 alpha-3
    (ISO 3166-3 for states that are gone) of the state that it is or belongs to; `countries` the states that a group acts in, or a
    roster where one is agreed; `sector` a PLOVER code; `loose` is true for groupings without an agreed roster ("the West"): never
    resolve those to members silently.
    """

    id: str
    name: str
    kind: EntityKind
    country: str | None = None
    countries: tuple[str, ...] = ()
    sector: str | None = None
    wikidata: str | None = None
    loose: bool = False


def entity(entity_id: str) -> Entity:
    """The entity with an id. Raises WorldError where there is none."""
    found = _entities().get(entity_id) or _persons().get(entity_id) or _coded(entity_id)
    if found is None:
        raise WorldError(
            f"no entity {entity_id!r}; ids look like state:RUS, org:NATO, group:hamas, bloc:the-west, person:vladimir-putin"
        )
    return found


@cache
def named() -> tuple[Entity, ...]:
    """Every entity but persons, by its number in the index of names."""
    return tuple(
        Entity(entity_id, name, kind, country, tuple(countries), sector, wikidata, loose)
        for entity_id, name, kind, country, countries, sector, wikidata, loose in load("names")["entities"]
    )


def listed_person(number: int) -> Entity:
    """A person of the office lists by the number in the index of persons."""
    return _person(*load("persons")["persons"][number])


def _person(entity_id: str, name: str, country: str | None, wikidata: str | None) -> Entity:
    return Entity(entity_id, name, "person", country, (), None, wikidata)


def _coded(entity_id: str) -> Entity | None:
    """A state that only the code lists have."""
    name = name_of(entity_id) if entity_id.partition(":")[0] in SYSTEMS else None
    return Entity(entity_id, name, "state") if name else None


@cache
def _entities() -> dict[str, Entity]:
    return {entity.id: entity for entity in named()}


@cache
def _persons() -> dict[str, Entity]:
    return {row[0]: _person(*row) for row in load("persons")["persons"]}
