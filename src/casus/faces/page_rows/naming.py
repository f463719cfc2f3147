"""Who can be asked for by name: the world's states, bodies, agreements and regimes, and those whom reports tell of."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from typing import NamedTuple

from casus.errors import WorldError
from casus.ledger.contract import Query, Wanted
from casus.ledger.ledger import Ledger
from casus.world.agreements import agreements
from casus.world.entities import entity, named
from casus.world.fold import fold
from casus.world.regimes import regimes

_ACT = frozenset({"state", "organisation", "group", "bloc", "person"})
_RANK = {"state": 0, "organisation": 1, "bloc": 2, "group": 3, "person": 4, "agreement": 5, "regime": 6, "place": 7}


_MOST_KEYS, _MOST_TOLD = 200, 1000


class Named(NamedTuple):
    """Somebody or something with a name. `hint` tells it from others of the name; `keys` are the folded words it is found by."""

    id: str
    name: str
    kind: str
    hint: str
    keys: tuple[str, ...]


def names(kept: Ledger, find: str, kinds: Sequence[str], limit: int) -> list[dict[str, str]]:
    """Those whose name, code or id begins with the words that are looked for, the nearest first; "" finds the first by name.

    `kinds`: only these; "actor" is all that act.
    """
    wanted = {*kinds} - {"actor"} | (_ACT if "actor" in kinds else set())
    words = fold(find).split()
    known = {one.id: one for one in (*_told(kept, words), *_listed(kept.survey.things().entities), *_world())}
    found = [one for one in known.values() if (not wanted or one.kind in wanted) and _fits(one, words, find)]
    found.sort(key=lambda one: (_nearness(one, words, find), _RANK.get(one.kind, 9), one.name, one.id))
    return [{"id": one.id, "name": one.name, "kind": one.kind, "hint": one.hint} for one in found[:limit]]


def _fits(one: Named, words: Sequence[str], find: str) -> bool:
    if find and find.lower() in (one.id.lower(), one.id.partition(":")[2].lower()):
        return True
    return all(any(key.startswith(word) for key in one.keys) for word in words)


def _nearness(one: Named, words: Sequence[str], find: str) -> int:
    """0 for a whole code or name, 1 where the name begins so, 2 for the rest."""
    name = fold(one.name)
    told = " ".join(words)
    if not told or find.lower() == one.id.partition(":")[2].lower() or told == name:
        return 0
    return 1 if name.startswith(told) else 2


@cache
def _world() -> tuple[Named, ...]:
    found = [
        Named(f"country:{one.country}" if one.kind == "state" else one.id, one.name, one.kind, _hint(one.id, one.country), ())
        for one in named()
        if one.kind in _RANK and not one.id.startswith("media:")
    ]
    found += [
        Named(f"agreement:{one.id}", one.title, "agreement", str(one.signed or ""), tuple(fold(" ".join(one.aliases)).split()))
        for one in agreements()
    ]
    found += [Named(f"regime:{one.id}", one.name, "regime", "", ()) for one in regimes()]
    return tuple(one._replace(keys=(*fold(one.name).split(), *one.keys, *_of_id(one.id))) for one in found)


@lru_cache(maxsize=1)
def _listed(told_of: Sequence[str]) -> tuple[Named, ...]:
    """The persons of the office lists among those who are told of."""
    found = []
    for identity in told_of:
        if identity.startswith("person:") and "@" not in identity:
            with suppress(WorldError):
                one = entity(identity)
                found.append(Named(identity, one.name, "person", one.country or "", tuple(fold(one.name).split())))
    return tuple(found)


def _told(kept: Ledger, words: Sequence[str]) -> Iterator[Named]:
    """Persons and bodies that only reports name, by the words that are looked for."""
    if not words:
        return
    keys = kept.store.entities(f"name:{words[-1]}", _MOST_KEYS)
    if not keys:
        return
    wanted = Wanted(entity=keys[0], others=keys[1:])
    for record in kept.store.records(Query(kinds=("actor",), entities=(wanted,), newest=False, limit=_MOST_TOLD)):
        body = record.draft.body
        hint = " ".join(filter(None, (str(body.get("role") or ""), str(body.get("country") or ""))))
        yield Named(str(body["id"]), str(body["name"]), str(body.get("kind", "person")), hint, tuple(fold(body["name"]).split()))


def _hint(identity: str, country: str | None) -> str:
    return identity.partition(":")[2] if identity.startswith(("state:", "org:", "cow:", "gw:")) else country or ""


def _of_id(identity: str) -> list[str]:
    return fold(identity.partition(":")[2].replace("-", " ")).split()
