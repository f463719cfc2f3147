"""Who belonged to which organisation or bloc on a day."""

from datetime import date

from casus.errors import WorldError
from casus.world.index import Row, load
from casus.world.time import Validity


def members(bloc_or_org: str, on: date | None = None) -> tuple[str, ...]:
    """Alpha-3 codes of the members on a day (None: when last checked), sorted; () where no roster is known or agreed.

    Takes "org:NATO", "NATO", "bloc:baltic-states" or "baltic-states". Raises WorldError for an unknown id.
    """
    group = bloc_or_org.removeprefix("org:").removeprefix("bloc:")
    data = load("members")
    if group not in data["groups"]:
        raise WorldError(f"no organisation or bloc {bloc_or_org!r} in the reference facts")
    return tuple(sorted(row[0] for row in data["members"].get(group, ()) if _belonged(row, on)))


def unsc_members(on: date) -> tuple[str, ...]:
    """Members of the UN Security Council on a day, permanent ones first; elected ones are known from 2005 to 2026."""
    rows = [row for row in load("members")["members"]["UNSC"] if _belonged(row, on)]
    return tuple(row[0] for row in sorted(rows, key=lambda row: (row[3], row[0])))


def _belonged(row: Row, on: date | None) -> bool:
    first, last = row[1:3]
    return last is None if on is None else Validity(first, last).contains(on) is not False
