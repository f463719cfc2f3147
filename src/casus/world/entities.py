"""What names mean: states, organisations, groups, blocs, places and persons, each with a stable id."""

from dataclasses import dataclass
from typing import Literal

EntityKind = Literal["person", "state", "organisation", "group", "bloc", "place"]


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or some place in the world.

    `id` is its class and a short name: "state:RUS", "org:NATO", "group:houthis", "bloc:the-west", "place:moscow",
    "media:reuters", "person:vladimir-putin". `country` is ISO 3166-1 alpha-3 (ISO 3166-3 for states that are gone) of the state
    that it is or belongs to; `countries` the states that a group acts in, or a roster where one is agreed; `sector` a PLOVER
    code; `loose` is true for groupings without an agreed roster ("the West"): never resolve those to members silently.
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
    raise NotImplementedError
