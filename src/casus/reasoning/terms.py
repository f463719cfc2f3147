"""What a provision says in the words that rules read: who has to attack, where, and what else has to come first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The terms of a provision (docs/reasoning.md). States and territories are ids; nothing given is nothing said."""

    bears_on: str = "attack"
    attackers: tuple[str, ...] = ()
    or_their_allies: bool = False
    not_attackers: tuple[str, ...] = ()
    other_party: str | None = None
    asked: bool = False
    decided: str | None = None
    open: tuple[str, ...] = ()
    lapses: bool = False
    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()

    @property
    def limited(self) -> bool:
        """Whether it counts where the attack happens."""
        return bool(self.inside or self.outside)


def terms_of(body: Mapping[str, Any]) -> Terms:
    """The terms in the body of a provision; those of what says nothing where it has none."""
    told = body.get("terms") or {}
    area = told.get("area") or {}
    return Terms(
        bears_on=told.get("bears_on", "attack"),
        attackers=tuple(told.get("attackers", ())),
        or_their_allies=bool(told.get("or_their_allies")),
        not_attackers=tuple(told.get("not_attackers", ())),
        other_party=told.get("other_party"),
        asked=bool(told.get("asked")),
        decided=told.get("decided"),
        open=tuple(told.get("open", ())),
        lapses=bool(told.get("lapses")),
        inside=tuple(area.get("inside", ())),
        outside=tuple(area.get("outside", ())),
    )
