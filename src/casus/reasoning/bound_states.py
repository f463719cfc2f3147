"""Which states a measure binds: all members of the United Nations, the members of a body on the day, or who imposes it."""

from dataclasses import dataclass
from datetime import date

from casus.ledger.record import Record
from casus.reasoning.measures import UN_COUNCIL, Measures
from casus.world.source import records
from casus.world.time import Validity

UN = "org:UN"


@dataclass(frozen=True, slots=True)
class Bound:
    """That a measure binds a state, by which rule and records; `open` says why that is arguable."""

    rule: str
    says: str
    records: tuple[Record, ...] = ()
    open: tuple[str, ...] = ()


def rule_of(imposer: str) -> str:
    """The rule by which a measure of an imposer (by id) binds."""
    return {UN_COUNCIL: "charter-25", "org:EU": "eu-215"}.get(imposer, "own-law" if imposer.startswith("state:") else "body")


def states_bound(measures: Measures, imposer: str, day: date) -> tuple[str, ...] | None:
    """The states (ids) that a measure of an imposer binds on a day; None where they are all members of the United Nations."""
    if imposer == UN_COUNCIL:
        return None
    if imposer.startswith("state:"):
        return (imposer,)
    members = measures.members.get(imposer, ())
    return tuple(dict.fromkeys(one.state for one in members if one.valid.contains(day) is not False))


def binding_on(measures: Measures, imposer: str, state: str, day: date) -> Bound | None:
    """Whether, and how, a measure of an imposer binds a state on a day."""
    if imposer == UN_COUNCIL:
        return _of_the_un(measures, state, day)
    if imposer == state:
        return Bound("own-law", "it is its own measure")
    for member in measures.members.get(imposer, ()):
        holds = member.valid.contains(day)
        if member.state == state and holds is not False:
            doubt = () if holds else ("the day on which its membership began or ended is not kept",)
            return Bound(rule_of(imposer), f"a member on {day}", (member.record,), doubt)
    return None


def _of_the_un(measures: Measures, state: str, day: date) -> Bound:
    """Measures of the Council ask all states; by the Charter they bind the members."""
    spells = [member for member in measures.members.get(UN, ()) if member.state == state]
    for member in spells:
        if member.valid.contains(day):
            return Bound("charter-25", f"a member of the United Nations on {day}", (member.record,))
    doubt = (
        None if not spells and _listed_member(state, day) else "whether it was a member of the United Nations then is not kept"
    )
    return Bound("charter-25", "the Council asks all states", (), (doubt,) if doubt else ())


def _listed_member(state: str, day: date) -> bool:
    return any(_is(row, state, day) for row in records("states.yaml") if row.get("un_member"))


def _is(row: dict[str, str], state: str, day: date) -> bool:
    return f"state:{row['code']}" == state and Validity(row.get("first"), row.get("last")).contains(day) is not False
