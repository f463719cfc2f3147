"""Parts of states that treaties treat apart from the rest: islands, overseas possessions, contested regions."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from casus.world.fact import party_id
from casus.world.fold import fold, without_the
from casus.world.index import Record, load
from casus.world.time import Validity


@dataclass(frozen=True, slots=True)
class Territory:
    """A part of a state in one spell of belonging to it.

    `id` is "territory:" and a short name ("territory:guam"), `names` what English reports call it, `of` the id of the state to
    which it belonged ("state:USA") during `validity`, both ends inside; who administered a contested one counts. `where` says in
    words which part of the world it is in.
    """

    id: str
    names: tuple[str, ...]
    of: str
    validity: Validity
    where: str


def territories() -> tuple[Territory, ...]:
    """All known territories, each once for each spell."""
    return _territories()


def territory(word: str, on: date) -> Territory | None:
    """The territory that a word meant on a day: by its id, with or without the class, or a name in any case and with or without
    accents and "the". None where no territory of that name belonged to a state that day; a day that an imprecise end leaves
    open counts as belonging.
    """
    for known in _by_key().get(_key(word), ()):
        if known.validity.contains(on) is not False:
            return known
    return None


@cache
def _territories() -> tuple[Territory, ...]:
    return tuple(_territory(row) for row in load("territories")["territories"])


def _territory(row: Record) -> Territory:
    spell = Validity(row.get("first"), row.get("last"))
    return Territory(f"territory:{row['id']}", tuple(row["names"]), party_id(row["of"]), spell, row["where"])


@cache
def _by_key() -> dict[str, tuple[Territory, ...]]:
    found: dict[str, list[Territory]] = {}
    for known in _territories():
        for key in dict.fromkeys(map(_key, (known.id, known.id.partition(":")[2], *known.names))):
            found.setdefault(key, []).append(known)
    return {key: tuple(spells) for key, spells in found.items()}


def _key(word: str) -> str:
    return fold(without_the(word.strip())[0])
