"""Whom an attack draws in, step by step: who owes help, and what their help may set off.

The first step is what the attack itself sets off. A later step supposes more than the attack: that the attacker also strikes
those who help, or that their help counts as an attack on it. So no step after the first is certain.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from casus.reasoning.answer import Duties, Ground

Side = Literal["attacked", "attacker"]
Ask = Callable[[str, str], Duties]
"""Answers who owes what if one state (by id) is attacked by another."""

_SURE = 0.8
"""From this confidence of the facts on a first step counts as certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A state that is drawn in: on whose side, in which step, toward which state it owes help and by which provision.

    `certain` says whether it follows from the attack alone; `why` what it needs beside, or what is not sure.
    """

    state: str
    side: Side
    step: int
    toward: str
    ground: Ground
    certain: bool
    why: str | None


def chain(ask: Ask, name: Callable[[str], str], attacked: str, attacker: str, depth: int) -> tuple[Drawn, ...]:
    """All that an attack draws in up to a depth (1: who owes help to the attacked state), each state once on a side.

    Later steps are asked about the two states that the attack is between, not about each pair of helpers.
    """
    found: dict[tuple[Side, str], Drawn] = {}
    new = [*_first(ask(attacked, attacker))]
    for step in range(1, depth + 1):
        held = []
        for one in sorted(new, key=lambda drawn: not drawn.certain):
            if one.state not in (attacked, attacker) and (one.side, one.state) not in found:
                found[one.side, one.state] = one
                held.append(one)
        new = [more for one in held for more in _next(ask, name, one, attacked, attacker, step + 1)] if step < depth else []
    return tuple(found.values())


def both_sides(drawn: tuple[Drawn, ...]) -> tuple[str, ...]:
    """The states that are drawn in on both sides."""
    sides = [{one.state for one in drawn if one.side == side} for side in ("attacked", "attacker")]
    return tuple(sorted(sides[0] & sides[1]))


def _first(answer: Duties) -> Iterator[Drawn]:
    for ground in answer.grounds:
        if ground.due:
            why = _unsure(ground)
            yield Drawn(
                state=ground.state, side="attacked", step=1, toward=ground.toward, ground=ground, certain=why is None, why=why
            )


def _unsure(ground: Ground) -> str | None:
    if ground.condition:
        return f"if {ground.condition}"
    if ground.law == "arguable":
        return f"arguable: {'; '.join(ground.law_why)}"
    return None if ground.facts >= _SURE else f"the facts are sure to {ground.facts:.0%} only"


def _next(ask: Ask, name: Callable[[str], str], one: Drawn, attacked: str, attacker: str, step: int) -> Iterator[Drawn]:
    """What a state that is drawn in may set off: help for it, if the other side strikes it; and help for the other side."""
    enemy = attacker if one.side == "attacked" else attacked
    other: Side = "attacker" if one.side == "attacked" else "attacked"
    struck = f"if {name(enemy)} also strikes {name(one.state)}"
    for ground in _due(ask(one.state, enemy)):
        yield Drawn(state=ground.state, side=one.side, step=step, toward=one.state, ground=ground, certain=False, why=struck)
    if one.side == "attacked":
        counts = f"if what {name(one.state)} does to help counts as an attack on {name(enemy)}"
        for ground in _due(ask(enemy, one.state)):
            yield Drawn(state=ground.state, side=other, step=step, toward=enemy, ground=ground, certain=False, why=counts)


def _due(answer: Duties) -> Iterator[Ground]:
    return (ground for ground in answer.grounds if ground.due)
