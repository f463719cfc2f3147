"""Treaties, pacts and declarations that are known, with their parties and provisions."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from casus.errors import WorldError
from casus.world.fold import fold
from casus.world.index import Record, load
from casus.world.time import Validity, interval, last_day_before


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
    trigger: str | None
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
    return _agreements()


def agreement(agreement_id: str) -> KnownAgreement:
    """The agreement with an id. Raises WorldError where there is none."""
    for known in _agreements():
        if known.id == agreement_id:
            return known
    raise WorldError(f"no agreement {agreement_id!r} in the reference facts")


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
    wanted = {word for word in fold(title or "").split() if word not in _EMPTY_WORDS}
    found = [
        known
        for known in _agreements()
        if all(any(_is_party(code, party.code) for party in known.parties) for code in parties)
        and (on is None or in_force(known, on))
        and (signed_near is None or _apart(known, signed_near) <= timedelta(within_days))
        and (not wanted or any(wanted <= set(fold(name).split()) for name in (known.title, *known.aliases)))
    ]
    if signed_near is not None:
        return tuple(sorted(found, key=lambda known: (_apart(known, signed_near), len(known.parties))))
    return tuple(
        sorted(found, key=lambda known: (len(known.parties), -(interval(known.signed)[0].toordinal() if known.signed else 0)))
    )


_EMPTY_WORDS = frozenset(("the", "a", "an", "of", "on", "and", "in", "between", "with", "to", "for", "its"))


def in_force(known: KnownAgreement, on: date) -> bool:
    """Whether an agreement was in force on a day, as far as is known. A day that an imprecise date leaves open counts."""
    return known.in_force is not None and Validity(known.in_force, known.ended).contains(on) is not False


def _apart(known: KnownAgreement, day: date) -> timedelta:
    if known.signed is None or len(known.signed) < len("2000-01-01"):
        return timedelta.max
    return abs(interval(known.signed)[0] - day)


def _is_party(code: str, party: str) -> bool:
    return code == party or party in load("persons")["predecessors"].get(code, ())


@cache
def _agreements() -> tuple[KnownAgreement, ...]:
    known = [_agreement(row) for row in load("agreements")["agreements"]]
    return tuple(sorted(known, key=lambda agreement: agreement.signed or ""))


def _agreement(row: Record) -> KnownAgreement:
    return KnownAgreement(
        id=row["id"],
        title=row["title"],
        aliases=tuple(row.get("aliases", ())),
        kind=row["kind"],
        signed=row.get("signed"),
        signed_at=row.get("signed_at"),
        in_force=row.get("in_force"),
        ended=last_day_before(row.get("ended")),
        parties=tuple(
            Party(party["code"], party.get("first"), last_day_before(party.get("until")), party.get("note"))
            for party in row["parties"]
        ),
        provisions=tuple(_provision(provision) for provision in row.get("provisions", ())),
        spheres=tuple(row.get("spheres", ())),
        confidence=row["confidence"],
        source=row["source"],
    )


def _provision(row: Record) -> AgreementProvision:
    lists = {key: tuple(row.get(key, ())) for key in ("conditions", "owed_by", "owed_to")}
    return AgreementProvision(
        row["article"], row["kind"], row.get("trigger"), row["obligation"], row.get("discretion"), row.get("territory"), **lists
    )
