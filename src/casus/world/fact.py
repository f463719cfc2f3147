"""A reference fact as a ledger takes it: one thing that stands from one day to another, with the work that says so."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple

from casus.world.entities import named
from casus.world.fold import fold
from casus.world.index import Record
from casus.world.time import Validity

FactKind = Literal["agreement", "party", "provision", "regime", "measure", "membership", "actor"]

CONFIDENCE: Mapping[str, float] = {"high": 0.95, "medium": 0.8, "low": 0.5}
"""The numbers for the words with which people grade an entry. High: beyond doubt, or told alike by several works; medium: told by
one and not checked; low: not confirmed. They are no measured shares: they put entries in order beside the calibrated claims of
readings, and leave room at the top, since what people are sure of is wrong at times."""


class Citation(NamedTuple):
    """The work that a fact rests on: a short key ("curated", "atop", the name of a user's file) and the work in words."""

    key: str
    text: str


Cite = Callable[[str], Citation]
"""Makes the citation of what an entry gives as its source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that stands.

    `topic` names what only one fact says at a time ("party:north-atlantic-treaty:GRC"): validities of one topic don't overlap.
    `validity` has closed ends as precise as the source gives them. `body` is a JSON object in the words of the published format
    (docs/format.md), but that entities, agreements and regimes are named by their ids: "state:RUS", "org:NATO",
    "agreement:north-atlantic-treaty", "regime:un-dprk-1718". `parts` pairs a role with an entity: "party", "bound",
    "beneficiary", "imposer", "target", "member", "group", and "standing" for the agreement, commitment or regime itself.
    """

    kind: FactKind
    topic: str
    validity: Validity
    body: Mapping[str, Any]
    parts: tuple[tuple[str, str], ...]
    citation: Citation
    confidence: float


def confidence(told: str | float) -> float:
    """An entry's confidence as a number from 0 to 1. Raises KeyError for a word that is none of high, medium, low."""
    return CONFIDENCE[told] if isinstance(told, str) else float(told)


def party_id(code: str) -> str:
    """The id of a party: of a state by its alpha-3 code; an id stays what it is."""
    return code if ":" in code else f"state:{code}"


def group_id(group: str) -> str:
    """The id of an organisation by its abbreviation, of a bloc by its short name; an id stays what it is."""
    if ":" in group:
        return group
    return f"org:{group}" if f"org:{group}" in _ids() else f"bloc:{group}"


def imposer_id(imposer: str) -> str:
    """The id of who imposes a measure: a state, an organisation or a bloc."""
    return party_id(imposer) if f"state:{imposer}" in _ids() else group_id(imposer)


def short(entity: str) -> str:
    """An id as topics have it: without its class where that goes without saying ("state:FRA": "FRA")."""
    kind, _, name = entity.partition(":")
    return name if kind in ("state", "org", "bloc") else entity


def slug(text: str) -> str:
    """A text as a part of a topic ("Art. 3 bis": "art-3-bis")."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def filled(**fields: Any) -> Record:  # noqa: ANN401 - JSON values
    """A body of the fields that have something; tuples become lists."""
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in fields.items()
        if value is not None and value != () and value != []
    }


def numbered(keys: Iterable[str]) -> list[str]:
    """Names made unique: the second of a kind ends in ":2", the third in ":3"."""
    seen: dict[str, int] = {}
    out = []
    for key in keys:
        seen[key] = seen.get(key, 0) + 1
        out.append(key if seen[key] == 1 else f"{key}:{seen[key]}")
    return out


@cache
def _ids() -> frozenset[str]:
    return frozenset(entity.id for entity in named())
