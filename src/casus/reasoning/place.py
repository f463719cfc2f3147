"""Where an attack happens, and whether a provision counts it there."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from casus.errors import QuestionError, WorldError
from casus.reasoning.situation import Clause, Situation
from casus.reasoning.states import state_on
from casus.world.existence import stood
from casus.world.lookup import look_up
from casus.world.lookup import name as name_of
from casus.world.names import senses
from casus.world.territories import territory


@dataclass(frozen=True, slots=True)
class Place:
    """Where an attack happens: on the territory where the attacked state itself lies ("home"), on a part of it that treaties
    treat apart ("apart"), or in another state ("abroad").

    `id` is that of the territory or state, `state` that of the state that it belongs to, `name` what people call it.
    """

    where: Literal["home", "apart", "abroad"]
    id: str
    state: str
    name: str


def home(state: str, name: str) -> Place:
    """The territory where a state itself lies."""
    return Place("home", state, state, name)


def place_of(word: str, state: str, name: str, day: date) -> Place:
    """The place that a word means on a day, as seen from the attacked state (by id and name).

    Raises QuestionError where nothing has that name.
    """
    return _apart(word, state, day) or _in_a_state(word, state, name, day)


def _apart(word: str, state: str, day: date) -> Place | None:
    found = territory(word, day)
    if found is None:
        return None
    owner = f"state:{found.state}"
    return Place("apart" if owner == state else "abroad", f"territory:{found.id}", owner, found.name)


def _in_a_state(word: str, state: str, name: str, day: date) -> Place:
    owner = _country(word, day)
    if not stood(owner, day) and (found := _apart(name_of(owner), state, day)):
        return found  # what is a state today was a part of another then
    owner = state_on(owner, day).id
    return home(state, name) if owner == state else Place("abroad", owner, owner, word)


def _country(word: str, day: date) -> str:
    try:
        found = look_up(word, day)
    except WorldError:
        found = ""
    if found.startswith("state:"):
        return found
    for sense in senses(word, day):
        if sense.entity.kind in ("place", "state") and sense.entity.country:
            return f"state:{sense.entity.country}"
    raise QuestionError(f"--at {word!r}: no place or state of that name; name a territory, a city or a state")


def counts_there(situation: Situation, clause: Clause, place: Place) -> bool | None:
    """Whether a provision counts an attack at a place; None where its text leaves that open.

    A state's own territory counts unless it is named as outside, and so does that of another party, where forces may be. Of a
    provision with an area, nothing else abroad counts; a part of the state that is in no list is open.
    """
    terms = clause.terms
    if place.id in terms.outside:
        return False
    if place.where == "home" or place.id in terms.inside:
        return True
    limited = terms.limited or bool(clause.territory)
    if place.where == "apart":
        return None if limited else True
    among_them = place.id == place.state and place.state in situation.members(clause.agreement)
    return among_them if limited else None
