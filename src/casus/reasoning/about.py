"""All that bears on one thing that is kept: who bears it independently, who echoes, what stands against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from casus.ledger.contract import Query, Store, Wanted
from casus.ledger.record import Record
from casus.reasoning.claim import Claim
from casus.reasoning.claims_kept import COMPARED, ClaimsKept, begun_by
from casus.reasoning.conflicts import Conflicts, conflicts
from casus.reasoning.corroboration import Borne, borne, same_told

_ROLES = {"transfer": ("supplier",), "measure": ("target",), "membership": ("member",), "position": ("holder",)}


@dataclass(frozen=True, slots=True)
class About:
    """What bears on a thing, and all that conflicts about it."""

    borne: Borne
    conflicts: Conflicts


def about(store: Store, records: Sequence[Record], *, as_of: date | None = None, known_at: datetime | None = None) -> About:
    """What bears on the thing that records tell of (`View.explain`): with what other reports tell of the same.

    `as_of`: what had happened by that day (None: all); `known_at`: as known at that aware instant (None: now).
    """
    kept = ClaimsKept(store, known_at)
    own = begun_by(kept.of(records), as_of)
    told = {one.fact: one for claim in own for one in same_told(claim, _others(kept, claim))}
    same = begun_by(told.values(), as_of)
    compared = [one.record for one in (*own, *same) if one.kind in COMPARED]
    found = conflicts(store, about=compared, as_of=as_of, known_at=known_at)
    return About(borne(same, found.findings), found)


def _others(kept: ClaimsKept, claim: Claim) -> tuple[Claim, ...]:
    """Claims that may tell the same."""
    kind, body = claim.record.draft.kind, claim.body
    if kind == "event":
        return kept.tellings((claim,))
    if claim.standing:
        wanted = Wanted(entity=claim.standing, roles=("standing",))
    elif kind in _ROLES and (ids := sorted(claim.party(*_ROLES[kind]).entities)):
        wanted = Wanted(entity=ids[0], others=tuple(ids[1:]), roles=_ROLES[kind])
    else:
        return ()
    told = (str(body.get("modality", "actual")),)
    return kept.of(
        kept.store.records(Query(kinds=(kind,), entities=(wanted,), modalities=told, known_at=kept.known_at, newest=False))
    )
