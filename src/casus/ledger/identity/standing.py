"""Which agreement or sanctions regime a claim tells of: one of the world facts, one that the ledger already has, or a new one.

Two agreements are never one where their signatures lie more than a week apart, where they are of different sorts (a truce, a
contract), or where both titles say something and nothing in common. What fits several things, and none of them best, is new.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from casus.ledger.identity.actors import Identity
from casus.ledger.identity.standing_fit import Standing, alike, best, days_agree, entries, world_agreements
from casus.ledger.record import Draft
from casus.reading.model import Agreement, Measure, Reading
from casus.world import names
from casus.world.regimes import Regime, regimes
from casus.world.time import Validity


def standing_of(reading: Reading, actors: Mapping[str, Identity], known: Iterable[Standing] = ()) -> Mapping[str, str]:
    """The ids of what the agreements and measures of a reading are, by claim id; claims that can't be told are left out.

    `known`: what the ledger had before this report (`standing_told` makes them of its records), at least those that share a party
    or a target; in any order.
    """
    things = sorted(known, key=lambda thing: thing.id)
    found: dict[str, str] = {}
    for claim in reading.claims:
        if isinstance(claim, Agreement):
            thing = _agreement(claim, reading, actors)
            found_id = _by_reader(claim, thing) or best(thing, world_agreements()) or best(thing, things)
        elif isinstance(claim, Measure):
            thing = _regime(claim, reading, actors)
            if claim.status not in entries()["standing"]:
                continue
            found_id = f"regime:{claim.ledger}" if claim.ledger else _known_regime(claim, thing) or best(thing, things)
        else:
            continue
        if found_id is None and not claim.negated and claim.modality != "denied" and _is_whole(thing):
            found_id = _new(thing, reading.report.id)
        if found_id:
            found[claim.id] = found_id
            things.append(replace(thing, id=found_id))
    return found


def standing_told(draft: Draft, told: date | None = None) -> Standing | None:
    """What an agreement's or measure's record tells of, as a value for `standing_of`; None for one that tells of nothing known.

    `told`: the last day on which its report may have been written.
    """
    standing = draft.body.get("standing")
    if draft.kind not in ("agreement", "measure") or not standing:
        return None
    sides, targets = (_sides_of(draft, roles) for roles in (("party", "imposer"), ("target",)))
    first = draft.valid.first
    return Standing(
        id=standing,
        kind="agreement" if draft.kind == "agreement" else "regime",
        sides=sides,
        targets=targets,
        titles=(draft.body["title"],) if draft.body.get("title") else (),
        first=first.earliest if first else None,
        last=first.latest if first else None,
        told=told,
        news=draft.body.get("status") in entries()["news"],
    )


def _sides_of(draft: Draft, roles: tuple[str, ...]) -> frozenset[str]:
    entities = [part.entity for part in draft.parts if part.role in roles]
    return frozenset(side for entity in entities if (side := _side(entity)))


def _side(entity: str) -> str | None:
    """The state that an entity is or is part of, by its ids alone; itself for bodies of several states; None for countries that
    stand beside another id, and for who is known to one report only."""
    kind, _, name = entity.partition(":")
    if kind == "state":
        return name
    if kind == "report" or kind == "country":
        return None
    if "@" in name and kind in ("org", "person"):
        country = name.rpartition("@")[2]
        return country if len(country) == 3 else entity
    return str(entries()["for"].get(entity, entity))


def _side_of(actor: Identity) -> str:
    """The state that an actor acts for, alpha-3; its own id where it acts for none."""
    if actor.country and actor.kind in ("state", "person", "organisation", "place"):
        return actor.country
    return str(entries()["for"].get(actor.id, actor.id))


def _agreement(claim: Agreement, reading: Reading, actors: Mapping[str, Identity]) -> Standing:
    when = claim.when
    days = sorted(day for day in (when.first, when.last) if day) if when else []
    return Standing(
        id="",
        kind="agreement",
        sides=frozenset(_side_of(actors[one]) for one in claim.parties if one in actors),
        titles=(claim.title,) if claim.title else (),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        told=reading.written.last if reading.written else None,
        news=claim.status in entries()["news"],
    )


def _regime(claim: Measure, reading: Reading, actors: Mapping[str, Identity]) -> Standing:
    days = [day for day in (claim.when.first, claim.when.last) if day] if claim.when else []
    return Standing(
        id="",
        kind="regime",
        sides=frozenset(_side_of(actors[one]) for one in claim.imposers if one in actors),
        targets=frozenset(_side_of(actors[one]) for one in claim.targets if one in actors),
        titles=(claim.regime,) if claim.regime else (),
        first=min(days, default=None),
        last=max(days, default=None),
        told=reading.written.last if reading.written else None,
    )


def _is_whole(thing: Standing) -> bool:
    """Whether enough is told to find it again: two parties, or who imposes on whom; nobody whom only this report knows."""
    everybody = thing.sides | thing.targets
    if any(one.startswith("report:") for one in everybody):
        return False
    return len(thing.sides) > 1 if thing.kind == "agreement" else bool(thing.sides and thing.targets)


def _new(thing: Standing, report: str) -> str:
    """An id for a new thing, made of who is in it, the year, and the report that founded it."""
    day = thing.first or thing.told
    year = day.year if day else "undated"
    who = [side.rpartition(":")[2].lower() for group in (thing.sides, thing.targets) for side in sorted(group)][:4]
    told = "|".join((report, *sorted(thing.sides), ">", *sorted(thing.targets), *thing.titles, str(thing.first)))
    return f"{thing.kind}:{'-'.join(who)}-{year}-{hashlib.sha256(told.encode()).hexdigest()[:8]}"


def _by_reader(claim: Agreement, thing: Standing) -> str | None:
    """The agreement that the reader took it for, unless the titles clash and the days don't agree."""
    known = next((one for one in world_agreements() if one.id == f"agreement:{claim.ledger}"), None)
    if known is None:
        return f"agreement:{claim.ledger}" if claim.ledger else None
    clash = alike(thing, known) is None
    return None if clash and not (thing.first and days_agree(thing, known)) else known.id


def _known_regime(claim: Measure, thing: Standing) -> str | None:
    """The only regime of the world facts by the same on the same that was in force (or had ended within a year) and has such
    measures."""
    day = thing.last or thing.told
    if not thing.targets or not day:
        return None
    fitting = [
        regime
        for regime in regimes()
        if (thing.targets <= _world_targets(regime) or _world_targets(regime) <= thing.targets)
        and (not thing.sides or _world_imposer(regime) in thing.sides)
        and Validity(regime.first, regime.last).contains(day) is not False
    ]
    of_kind = [regime for regime in fitting if _has_kind(regime, claim.measure, day)]
    for choice in (of_kind, fitting):
        if len(choice) == 1 and (thing.sides or len(fitting) == 1):
            return f"regime:{choice[0].id}"
    return None


def _has_kind(regime: Regime, measure: str, day: date) -> bool:
    """Whether a regime had a measure of a kind on a day."""
    words = entries()["measures"].get(measure)
    return words is None or any(
        any(word in known.kind for word in words) and Validity(known.first, known.last).contains(day) is not False
        for known in regime.measures
    )


def _world_imposer(regime: Regime) -> str:
    return regime.imposer if len(regime.imposer) == 3 else f"org:{regime.imposer}"


@cache
def _world_targets(regime: Regime) -> frozenset[str]:
    groups = (sense.entity.id for name in regime.target_names for sense in names.senses(name)[:1])
    return frozenset((*regime.targets, *groups))
