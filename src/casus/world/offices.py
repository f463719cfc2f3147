"""Who held which office when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from casus.world.entities import Entity


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office. `first` and `last` are days, months or years as the source gives them, both inside.

    `last` None: still in office when last observed (`observed`, None where that is not told). `country` or `org` says whose office
    it is ("RUS", "NATO"). `sector` is the PLOVER sector that the person speaks for. `confidence` is high, medium or low.
    """

    person: Entity
    office: str
    country: str | None
    org: str | None
    first: str | None
    last: str | None
    acting: bool
    confidence: str
    sector: str | None = None
    title: str | None = None
    observed: str | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """A title word and what it tells: the `office` that `holders` or `org_heads` take (None: no particular one), the PLOVER
    `sector`, and the states or organisation it is bound to (() and None: any)."""

    words: str
    office: str | None
    sector: str
    countries: tuple[str, ...] = ()
    org: str | None = None


def holders(country: str, office: str, on: date) -> tuple[Holder, ...]:
    """Who held an office of a state (alpha-3) on a day, surest first.

    `office`: "head of state", "head of government", "leader" (who in effect led), "foreign minister", "defence minister", "president",
    "prime minister", "king" and the other words of `titles()`. On a handover day both holders are given. Acting holders follow.
    """
    raise NotImplementedError


def org_heads(org: str, on: date) -> tuple[Holder, ...]:
    """Who headed an organisation on a day. `org` is its abbreviation ("NATO") or id ("org:NATO")."""
    raise NotImplementedError


def person(name: str, on: date | None = None) -> tuple[Holder, ...]:
    """Offices of everybody whom a name can mean, likeliest first: holders on the day, then former, then later ones.

    `name` is a full name, an alias, or a surname ("Putin", "Kim", "Kim Jong Un"), without title; accents and hyphens are ignored.
    Curated office lists come first, then the dated roles of the Phoenix dictionary. One person may come with several offices,
    and a name with several persons: all are returned.
    """
    raise NotImplementedError


def titles() -> Mapping[str, Title]:
    """Title words in lower case ("president", "pm", "foreign minister", "gen.", "spokesman") and what they tell."""
    raise NotImplementedError
