"""Under which other names somebody or something is known: former names, aliases, demonyms."""

from functools import cache

from casus.world.agreements import agreements
from casus.world.index import load

_USES = ("name", "former", "alias", "demonym")


def names_of(entity_id: str) -> tuple[str, ...]:
    """The other names of an entity or agreement by its id, in the order of the data; () where none is known."""
    if entity_id.startswith("agreement:"):
        return next((known.aliases for known in agreements() if f"agreement:{known.id}" == entity_id), ())
    return _names().get(entity_id, ())


@cache
def _names() -> dict[str, tuple[str, ...]]:
    index = load("names")
    found: dict[str, dict[str, None]] = {}
    for senses in index["names"].values():
        for number, use, _, _, _, _, text, *_ in senses:
            identity, name, *_ = index["entities"][number]
            if use in _USES and text and text != name:
                found.setdefault(identity, {})[text] = None
    return {identity: tuple(sorted(names, key=lambda one: (-len(one), one))) for identity, names in found.items()}
