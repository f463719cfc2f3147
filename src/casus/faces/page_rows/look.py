"""What a page looks at: a ledger, the things in it as known at an instant, and those of them that are asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

import numpy as np

from casus.ledger.ledger import Ledger
from casus.ledger.survey.columns import Flags, Numbers
from casus.ledger.survey.sought import Sought, seek
from casus.ledger.survey.things import Things
from casus.ledger.views import View

MOST_TOLD_OF = ("country:", "org:", "group:", "bloc:", "person:", "report:")
"""The classes of those who are counted as actors. What acts for a state is counted as the state ("country:RUS")."""

_STATES = ("state:", "country:")
_CLASSES = {"country": "state", "cow": "state", "gw": "state", "org": "organisation", "report": "actor", "media": "organisation"}


@dataclass(frozen=True)
class Look:
    """A look at a ledger."""

    kept: Ledger
    things: Things
    view: View
    found: Numbers
    """The numbers of the things that are asked for, in the order of `things`."""

    @cached_property
    def has(self) -> Flags:
        """Of each thing, whether it is asked for."""
        chosen = np.zeros(len(self.things), np.bool_)
        chosen[self.found] = True
        return chosen

    @property
    def total(self) -> int:
        """How many things are asked for."""
        return len(self.found)

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        """The names of ids, each once, in the order of the ids."""
        return {one: self.kept.names.name(one) for one in sorted(set(ids))}


def look_at(kept: Ledger, sought: Sought, *, as_of: date | None = None, known_at: datetime | None = None) -> Look:
    """A look at the things that are sought, as of a day (None: every time) and as known at an instant (None: now)."""
    things = kept.survey.things(known_at)
    return Look(kept, things, kept.as_of(as_of, known_at), seek(things, sought, kept.store))


def class_of(entity: str) -> str:
    """What sort of thing an id is of, in a word: state, organisation, group, bloc, person, agreement, regime, place."""
    kind = entity.partition(":")[0]
    return _CLASSES.get(kind, kind)


def code_of(entity: str) -> str | None:
    """The code of the state that an id is of, else None."""
    kind, _, code = entity.partition(":")
    return code if f"{kind}:" in _STATES else None
