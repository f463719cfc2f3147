"""Whether a state stood on a day."""

from datetime import date

from casus.world.codes import codes_of
from casus.world.fact import party_id
from casus.world.source import records
from casus.world.time import Validity


def stood(state: str, on: date) -> bool:
    """Whether a state, by its code or id, stood on a day: by its own days or those of its country codes.

    Its own days are those of the state of today; the codes also have the times before, in which it stood already: the Russian
    Empire is `RUS`, the Ottoman one `TUR`, and the Baltic states stood from 1918 to 1940. A day that an imprecise end leaves open
    counts. False for who is in neither list.
    """
    entity = party_id(state)
    own = [row for row in records("states.yaml") if f"state:{row['code']}" == entity]
    spells = [Validity(row.get("first"), row.get("last")) for row in own]
    spells += [Validity(code.first, code.last) for code in codes_of(entity)]
    return any(spell.contains(on) is not False for spell in spells)
