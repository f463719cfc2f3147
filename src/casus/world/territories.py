"""Parts of states that treaties treat apart from the rest: islands, overseas possessions, contested regions."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from casus.world.fold import fold, without_the
from casus.world.index import Record, load
from casus.world.time import Validity


@dataclass(frozen=True, slots=True)
class Territory:
    """A part of a state in one spell of belonging to it.

    `id` is a short name ("guam"; facts name it "territory:guam"), `names` what English reports call it, `state` the alpha-3 code
    of the state to which it belonged during `validity`, both ends inside; of a contested one, of who held or administered it.
    `where` says in words which part of the world it is in.
    """

    id: str
    names: tuple[str, ...]
    state: str
    validity: Validity
    where: str

    @property
    def name(self) -> str:
        """The name for people to read."""
        return self.names[0]


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
    return Territory(row["id"], tuple(row["names"]), row["of"], spell, row["where"])


@cache
def _by_key() -> dict[str, tuple[Territory, ...]]:
    found: dict[str, list[Territory]] = {}
    for known in _territories():
        for key in dict.fromkeys(map(_key, (known.id, f"territory:{known.id}", *known.names))):
            found.setdefault(key, []).append(known)
    return {key: tuple(spells) for key, spells in found.items()}


def _key(word: str) -> str:
    return fold(without_the(word.strip())[0])
