"""Who the actors of a reading are in every report: ledger-wide ids of entities.

- What the world facts know has their id: "state:RUS", "org:NATO", and the president on that day is "person:..." by name.
- A person, body, group or place of a name of its own has an id made of kind, name and country: "person:ivan-petrov@BLR". Two
  persons of one name are one where the country is the same, and two where it is not.
- Part of a state that every report means alike ("the Polish foreign ministry") has one too: "org:foreign-ministry@POL".
- All others ("protesters", "a senior official") are somebody of that report alone: "report:1a2b3c4d5e6f:protesters".

A person of a full name whose country the report does not tell is "person:ivan-petrov@unknown", the same in all such reports; of
17,942 office holders of the Phoenix dictionary 9 have roles in two countries, and those mostly because one person had both.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from casus.ledger.identity.spellings import family_name, person_key, without_titles
from casus.ledger.record import Draft, Part, Quote, ReportSource, Valid
from casus.reading.model import Actor, ActorKind, Reading
from casus.sources.report import Report, Span
from casus.world import names
from casus.world.fold import fold, without_the
from casus.world.offices import titles

UNKNOWN = "unknown"
"""Stands for the country of a named person or body whose country no report tells."""

_CLASSES: Mapping[ActorKind, str] = {
    "person": "person", "state": "state", "organisation": "org", "group": "group", "bloc": "bloc", "place": "place",
}  # fmt: skip
_OF_STATES = frozenset({"name", "former", "alias", "demonym", "capital"})
_POSSESSORS = frozenset({"its", "his", "her", "their", "our", "my", "whose", "the"})
_PLACED = frozenset({"in", "of"})
_LONGEST = 8
"""So many words of a name go into an id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who an actor of one reading is in all of them.

    `id` is ledger-wide. `world` is true where the reference facts know it. `named` is false for those of one report alone.
    `country` is ISO 3166-1 alpha-3 and `sector` a PLOVER code, as the reading has them; `spans` are the words that mean it there.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    countries: tuple[str, ...] = ()
    sector: str | None = None
    role: str | None = None
    wikidata: str | None = None
    world: bool = False
    named: bool = True
    confidence: float = 1.0
    spans: tuple[Span, ...] = ()

    @property
    def key(self) -> str | None:
        """Under which other reports' actors of like names are found: "name:petrov"; None where it has no name of its own."""
        if not self.named:
            return None
        return f"name:{family_name(person_key(self.name), self.country) if self.kind == 'person' else _slug(fold(self.name))}"

    def draft(self, report: Report, extractor: str) -> Draft:
        """The record that says who it is, with the words of the report that mean it."""
        words = {
            "id": self.id, "name": self.name, "kind": self.kind, "country": self.country, "countries": list(self.countries),
            "sector": self.sector, "role": self.role, "wikidata": self.wikidata,
        }  # fmt: skip
        parts = [Part("actor", self.id)]
        parts += [Part("actor", f"country:{code}") for code in dict.fromkeys((self.country, *self.countries)) if code]
        parts += [Part("name", self.key)] if self.key else []
        return Draft(
            kind="actor",
            body={field: value for field, value in words.items() if value not in (None, [])},
            valid=Valid(),
            source=ReportSource(report.id, tuple(Quote("told", start, end, report.text[start:end]) for start, end in self.spans)),
            extractor=extractor,
            parts=tuple(parts),
            confidence=round(self.confidence, 4),
        )


def entities_of(reading: Reading, known: Iterable[Identity] = ()) -> Mapping[str, Identity]:
    """The identity of each actor of a reading, by the actor's id.

    `known`: persons that the ledger had before this report, of the same family names (`Identity.key`). Somebody who is told by
    surname alone, or in full without a country, is the one of those who fits, if just one does. Without `known` such a person has
    an id of the name as it is told ("person:petrov@BLR").
    """
    persons = {one.id: one for one in known if one.kind == "person" and one.named}
    found: dict[str, Identity] = {}
    local: dict[str, int] = {}
    for actor in reading.actors:
        identity = _identity(reading, actor)
        if identity is None:
            slug = _slug(fold(actor.name)) or actor.kind
            local[slug] = local.get(slug, 0) + 1
            number = "" if local[slug] == 1 else f":{local[slug]}"
            identity = _made(actor, f"report:{reading.report.id[:12]}:{slug}{number}", named=False)
        elif actor.kind == "person" and not identity.world and (fitting := _fitting(identity, persons.values())):
            identity = replace(identity, id=fitting.id, country=identity.country or fitting.country, world=fitting.world)
        found[actor.id] = identity
    return found


def _identity(reading: Reading, actor: Actor) -> Identity | None:
    """Who an actor is by the world facts or by name; None for somebody of this report alone."""
    if actor.world:
        return _made(actor, actor.world, world=True)
    if actor.kind == "state":
        return _made(actor, f"state:{actor.country}") if actor.country else None
    if actor.kind == "person":
        key = person_key(actor.name) if _has_name(reading, actor) else ""
        if not key or (" " not in key and not actor.country):
            return None
        return _made(actor, f"person:{_slug(key)}@{actor.country or UNKNOWN}")
    words = without_the(actor.name)[0].split()
    if actor.kind == "organisation":
        words = _own_words(words, actor.country)
    name = fold(" ".join(words))
    body = actor.kind == "organisation" and actor.country and name in _bodies()
    if not body and (not _has_name(reading, actor) or (len(words) == 1 and not actor.country and not name.isupper())):
        return None
    return _made(actor, f"{_CLASSES[actor.kind]}:{_slug(name)}@{actor.country or UNKNOWN}")


def _made(actor: Actor, entity: str, *, world: bool = False, named: bool = True) -> Identity:
    return Identity(
        id=entity,
        name=actor.name,
        kind=actor.kind,
        country=actor.country,
        countries=actor.countries,
        sector=actor.sector,
        role=actor.role,
        wikidata=actor.wikidata,
        world=world,
        named=named,
        confidence=actor.confidence,
        spans=tuple(mention.span for mention in actor.mentions),
    )


def _has_name(reading: Reading, actor: Actor) -> bool:
    """Whether an actor's name is one of its own: begins and ends in capitals, is no mere title, and some mention that is a name
    has its last word."""
    words = without_titles(actor.name.split())
    name = fold(" ".join(words))
    if not name or not (words[0][0].isupper() and words[-1][0].isupper()) or name in titles():
        return False
    return any(
        mention.form == "name" and name.split()[-1] in fold(reading.report.text[slice(*mention.span)]).split()
        for mention in actor.mentions
    )


def _own_words(words: list[str], country: str | None) -> list[str]:
    """The words of a body's name without those that only say whose it is ("its", "the Polish", "of Poland", "in Warsaw")."""
    placed = (at for at, word in enumerate(words) if at and word in _PLACED and _means(words[at + 1 :], country))
    kept = words[: next(placed, None)]
    while len(kept) > 1:
        if fold(kept[0]) in _POSSESSORS or _means(kept[:1], country):
            kept = kept[1:]
        elif len(kept) > 2 and _means(kept[:2], country):
            kept = kept[2:]
        else:
            break
    return kept


def _means(words: Sequence[str], country: str | None) -> bool:
    """Whether words name a state (alpha-3) or its capital, possessive or not; after a comma they may say of what ("Darmstadt,
    Germany")."""
    name = " ".join(words).rpartition(", ")[2]
    for mark in ("'s", "’s", "'", "’"):
        name = name.removesuffix(mark)
    return country is not None and any(
        sense.entity.country == country and sense.use in _OF_STATES for sense in names.senses(without_the(name)[0])
    )


@cache
def _bodies() -> frozenset[str]:
    return frozenset(fold(body.words) for body in names.bodies() if body.use not in {"alias", "media"})


def _fitting(identity: Identity, known: Iterable[Identity]) -> Identity | None:
    """The known person whom a name that is told in part, or without a country, means: the only one who fits."""
    key = person_key(identity.name)
    if " " in key and identity.country:
        return None
    fitting = [
        one
        for one in known
        if one.id != identity.id
        and " " in person_key(one.name)
        and (one.country == identity.country or (identity.country is None and " " in key))
        and (person_key(one.name) == key or (" " not in key and family_name(person_key(one.name), one.country) == key))
    ]
    return fitting[0] if len({one.id for one in fitting}) == 1 else None


def _slug(words: str) -> str:
    """A folded name as part of an id."""
    return "-".join("".join(char if char.isalnum() else " " for char in words).split()[:_LONGEST])
