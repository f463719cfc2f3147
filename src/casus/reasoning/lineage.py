"""Which states came before and after each other, and which of them a target that is named under another code means on a day."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from casus.errors import QuestionError
from casus.reasoning.states import state_on
from casus.world.source import records


def line_of(state: str) -> tuple[str, ...]:
    """A state (by id), all that it succeeded, and all that succeeded it, as ids."""
    return tuple(dict.fromkeys((state, *before(state), *_after(state))))


@cache
def before(state: str) -> tuple[str, ...]:
    """The states that a state succeeded, one after the other, as ids."""
    return tuple(f"state:{code}" for code in _before(state.removeprefix("state:")))


def same_on(named: str, asked: str, day: date) -> bool:
    """Whether a target that is named, perhaps by the code of its successor, is the one that is asked about and stood on a day."""
    return named == asked or named in before(asked) or _as_on(named, day) == asked


@cache
def _as_on(state: str, day: date) -> str:
    try:
        return state_on(state, day).id
    except QuestionError:
        return state


def _before(code: str) -> Iterator[str]:
    for row in records("states.yaml"):
        if row.get("successor") == code:
            yield str(row["code"])
            yield from _before(str(row["code"]))


def _after(state: str) -> Iterator[str]:
    code: str | None = state.removeprefix("state:")
    successor = {str(row["code"]): str(row["successor"]) for row in records("states.yaml") if row.get("successor")}
    while code := successor.get(code or ""):
        yield f"state:{code}"
