"""What the reference facts say of somebody or something apart from the ledger: codes, one line, who holds its offices."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from casus.errors import WorldError
from casus.world.agreements import agreements
from casus.world.codes import codes_of
from casus.world.entities import entity
from casus.world.fact import confidence
from casus.world.offices import Holder, holders, org_heads
from casus.world.source import records
from casus.world.time import interval

_OFFICES = ("head of state", "head of government", "foreign minister", "defence minister")


def codes(identity: str) -> dict[str, str]:
    """The codes of a state, or the Wikidata item of whoever has one, by the names of the systems."""
    state = _state_id(identity)
    row = _state(state)
    found = {"alpha3": row["code"], "alpha2": row.get("alpha2"), "wikidata": row.get("wikidata")} if row else {}
    if row:
        found |= {code.system: str(code.number) for code in codes_of(state)}
    else:
        with suppress(WorldError):
            found["wikidata"] = entity(identity).wikidata
    return {name: str(value) for name, value in found.items() if value}


def in_a_line(identity: str) -> str | None:
    """One line on it; None where the facts have none."""
    row = _state(_state_id(identity))
    if row:
        life = " to ".join(filter(None, (row.get("first") and f"since {row['first']}", row.get("last"))))
        return ", ".join(filter(None, (row.get("official") or row["name"], life)))
    for known in agreements():
        if f"agreement:{known.id}" == identity:
            signed = f"signed on {known.signed}" + (f" at {known.signed_at}" if known.signed_at else "") if known.signed else ""
            ended = f"in force to {known.ended}" if known.ended else f"in force since {known.in_force}" if known.in_force else ""
            return ", ".join(filter(None, (known.kind, signed, ended)))
    return None


def offices(identity: str, day: date) -> Iterator[dict[str, Any]]:
    """Who holds the offices of a state or the head of an organisation on a day, as the changing part of a line."""
    state = _state_id(identity)
    kind, _, name = state.partition(":")
    if kind == "state" and _state(state):
        for office in _OFFICES:
            yield from (_held(holder, identity) for holder in holders(name, office, day))
    elif kind == "org" and "@" not in name:
        try:
            yield from (_held(holder, identity) for holder in org_heads(name, day))
        except WorldError:
            return


def _held(holder: Holder, identity: str) -> dict[str, Any]:
    return {
        "id": holder.person.id, "what": holder.title or holder.office, "who": [holder.person.id], "whom": [identity],
        "when": {"from": _bound(holder.first), "to": _bound(holder.last)}, "confidence": confidence(holder.confidence),
    }  # fmt: skip


def _bound(day: str | None) -> list[str] | None:
    return [str(end) for end in interval(day)] if day else None


def _state_id(identity: str) -> str:
    return identity.replace("country:", "state:") if identity.startswith("country:") else identity


def _state(state: str) -> dict[str, Any] | None:
    return next((row for row in records("states.yaml") if f"state:{row['code']}" == state), None)
