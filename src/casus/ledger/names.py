"""From ids to names that people read, and from what people type to ids."""

from contextlib import suppress
from functools import lru_cache

from casus.errors import LedgerError, WorldError
from casus.ledger.contract import Query, Store, Wanted
from casus.world.entities import entity
from casus.world.fold import fold
from casus.world.lookup import look_up
from casus.world.lookup import name as world_name
from casus.world.offices import person

_LISTED = 6
_OF_THE_WORLD = ("state:", "agreement:", "regime:")


class Names:
    """The names of a ledger's entities: the world's, else as the first report to tell of them has it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.name = lru_cache(maxsize=65536)(self._name)
        self.outlet = lru_cache(maxsize=65536)(self._outlet)

    def _outlet(self, report: str) -> str | None:
        """The id of the news outlet whose text a report is, which never changes."""
        return self._store.report(report).outlet

    def _name(self, entity_id: str) -> str:
        """The name of an entity, agreement or regime; the id itself where nothing names it."""
        if entity_id.startswith("country:"):
            entity_id = f"state:{entity_id.removeprefix('country:')}"
        if entity_id.startswith(_OF_THE_WORLD):  # no report names these otherwise
            with suppress(WorldError, StopIteration):
                return world_name(entity_id)
        wanted = Wanted(entity=entity_id, roles=("actor",))
        for record in self._store.records(Query(kinds=("actor",), entities=(wanted,), newest=False, limit=1)):
            return str(record.draft.body["name"])
        try:
            return world_name(entity_id)
        except (WorldError, StopIteration):
            return entity_id

    def meant(self, word: str) -> str:
        """The id that a person means: "RUS" or "Russia" is "country:RUS", all that acts for it; "state:RUS" the state alone.

        Raises LedgerError where nothing in the world or the ledger has that name, or several have.
        """
        if word.startswith("country:") or (":" in word and self._is_known(word)):
            return word
        try:
            found = look_up(word)
        except WorldError as error:
            people = self._people(word)
            if len(people) == 1:
                return people[0]
            if people:
                raise LedgerError(f"{word!r} may be {', '.join(people[:_LISTED])}") from error
            raise LedgerError(str(error)) from error
        return f"country:{found.removeprefix('state:')}" if found.startswith("state:") and ":" not in word else found

    def _is_known(self, entity_id: str) -> bool:
        try:
            entity(entity_id)
        except WorldError:
            return self.name(entity_id) != entity_id
        return True

    def _people(self, word: str) -> list[str]:
        """Ids of those whom a name may mean: persons, and bodies that reports tell of. Who is in the ledger comes before all
        others."""
        listed = list(dict.fromkeys(holder.person.id for holder in person(word)))
        told = sorted(self._told(word) | {one for one in listed if self._has(one)})
        return told or listed

    def _has(self, entity_id: str) -> bool:
        return bool(self._store.records(Query(entities=(Wanted(entity=entity_id),), limit=1)))

    def _told(self, word: str) -> set[str]:
        """Ids of persons and bodies that reports tell of by that name."""
        key = fold(word).split()
        if not key:
            return set()
        keys = (f"name:{key[-1]}", f"name:{'-'.join(key)}", f"name:{key[0]}")
        query = Query(kinds=("actor",), entities=(Wanted(entity=keys[0], others=keys[1:]),))
        return {
            str(record.draft.body["id"])
            for record in self._store.records(query)
            if set(key) <= set(fold(record.draft.body["name"]).split())
        }
