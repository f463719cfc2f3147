"""Treaties, pacts and declarations that are known, with their parties and provisions."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Party:
    """A state bound by an agreement. `first` and `last` day bound, both inside; None is unknown or still bound."""

    code: str
    first: str | None
    last: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class AgreementProvision:
    """One duty that an agreement lays down. `owed_by` and `owed_to` are codes; () means every party, toward every other.

    `discretion` is "automatic", "each-decides" or "consult" (docs/world.md); None where the provision owes no help.
    """

    article: str
    kind: str
    trigger: str
    obligation: str
    discretion: str | None = None
    territory: str | None = None
    conditions: tuple[str, ...] = ()
    owed_by: tuple[str, ...] = ()
    owed_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownAgreement:
    """An agreement of the reference facts. `signed` keeps its precision and is a day where that is known.

    `in_force` None with `signed` set: entry into force not verified. `ended` is the last day in force, None while it lasts.
    """

    id: str
    title: str
    aliases: tuple[str, ...]
    kind: str
    signed: str | None
    signed_at: str | None
    in_force: str | None
    ended: str | None
    parties: tuple[Party, ...]
    provisions: tuple[AgreementProvision, ...]
    spheres: tuple[str, ...]
    confidence: str
    source: str


def agreements() -> tuple[KnownAgreement, ...]:
    """All known agreements, in order of signature."""
    raise NotImplementedError


def agreement(agreement_id: str) -> KnownAgreement:
    """The agreement with an id. Raises WorldError where there is none."""
    raise NotImplementedError


def find(
    title: str | None = None,
    *,
    parties: tuple[str, ...] = (),
    on: date | None = None,
    signed_near: date | None = None,
    within_days: int = 7,
) -> tuple[KnownAgreement, ...]:
    """Agreements that fit all that is given, best first.

    `title`: words of the title or an alias; every content word must occur. `parties`: alpha-3 codes, all parties at some time
    (today's state also finds its predecessor). `on`: in force on that day. `signed_near`: signed at most
    `within_days` days from it; nearest first, and agreements whose day of signature is not known are left out.
    """
    raise NotImplementedError
