"""Which state a name means on a day: one that stood then. Successors are asked about under their own code, too."""

from dataclasses import dataclass
from datetime import date

from casus.errors import QuestionError
from casus.world.existence import stood
from casus.world.source import records
from casus.world.time import interval


@dataclass(frozen=True, slots=True)
class Meant:
    """A state by id, and where it is not the one that was named, the words that say so."""

    id: str
    note: str | None = None


def state_on(state: str, day: date) -> Meant:
    """The state that an id ("state:RUS") or a code means on a day.

    Where it did not stand then but one state that it succeeded did, that one. Raises QuestionError where none did.
    """
    code = state.partition(":")[2] or state
    if ":" in state and not state.startswith("state:"):
        return Meant(state)
    rows = {str(row["code"]): row for row in records("states.yaml")}
    row = rows.get(code)
    if row is None:
        raise QuestionError(f"no state {code!r} in the reference facts; states have three letters (casus world show NAME)")
    if stood(code, day):
        return Meant(f"state:{code}")
    before = [one for one in rows.values() if one.get("successor") == code and stood(str(one["code"]), day)]
    if len(before) == 1:
        name = _name(before[0])
        return Meant(f"state:{before[0]['code']}", f"on {day} {_name(row)} is taken for {name}, which it succeeded")
    if before:
        both = " and ".join(f"{_name(one)} ({one['code']})" for one in before)
        raise QuestionError(
            f"{_name(row)} ({code}) did not exist on {day}; in its place there were {both}: ask about one of them"
        )
    raise QuestionError(f"{_name(row)} ({code}) did not exist on {day}{_spell(row, day, rows)}")


def _name(row: dict[str, str]) -> str:
    return str(row["name"])


def _spell(row: dict[str, str], day: date, rows: dict[str, dict[str, str]]) -> str:
    last, first = row.get("last"), row.get("first")
    if last and interval(last)[1] < day:
        after = rows.get(str(row.get("successor")))
        return f": it ended on {last}" + (f"; ask about {_name(after)} ({after['code']})" if after else "")
    return f": it began on {first}" if first else ""
