"""What the reference facts have on one state, agreement, regime, organisation or bloc, put together for showing."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from casus.world.blocs import members
from casus.world.codes import codes_of
from casus.world.entities import entity
from casus.world.fact import Fact, confidence, short
from casus.world.facts import shipped_facts
from casus.world.index import Record
from casus.world.lookup import name
from casus.world.offices import holders, org_heads
from casus.world.source import records
from casus.world.time import Validity

_OFFICES = ("head of state", "head of government", "foreign minister", "defence minister")


def entry(entry_id: str, on: date | None = None) -> Record:
    """An entry as a JSON object: `id`, `kind`, `as_of`, what it says of itself, and lists of what belongs to it.

    What stands has `first` and `last` day, both inside, as precise as they are known; with `on` only what stood on that day is
    given, marked `uncertain` where an imprecise date leaves that open. Raises WorldError where there is no such entry.
    """
    kind = entry_id.partition(":")[0]
    named_kind = "organisation" if kind == "org" else kind if kind in ("agreement", "regime", "bloc") else "state"
    head: Record = {"id": entry_id, "kind": named_kind, "name": name(entry_id), "as_of": on.isoformat() if on else None}
    if kind in ("agreement", "regime"):
        return head | _standing(entry_id, on)
    if kind in ("org", "bloc"):
        return head | _group(entry_id, on)
    return head | _state(entry_id, on)


def _standing(entry_id: str, on: date | None) -> Record:
    facts = [fact for fact in shipped_facts() if ("standing", entry_id) in fact.parts]
    (whole,) = (fact for fact in facts if fact.topic == entry_id)
    out = _row(whole, None) | {"stands": whole.validity.contains(on)} if on else _row(whole, None)
    for kind, section in (("party", "parties"), ("provision", "provisions"), ("measure", "measures")):
        rows = list(_rows((fact for fact in facts if fact.kind == kind), on))
        if any(fact.kind == kind for fact in facts):
            out[section] = rows
    return out | {"source": whole.citation.text, "confidence": whole.confidence}


def _state(entry_id: str, on: date | None) -> Record:
    code = short(entry_id)
    known = next((row for row in records("states.yaml") if f"state:{row['code']}" == entry_id), None)
    out: Record = {}
    if known:
        out = {key: value for key, value in known.items() if key not in ("code", "name", "prominence", "sources", "confidence")}
        out["former"] = [row for row in known.get("former", ()) if _stood(row, on)]
        out["capitals"] = [row for row in known["capitals"] if _stood(row, on)] if "capitals" in known else []
        out["alpha3"] = known["code"]
    out["codes"] = [
        {"system": code.system, "number": code.number, "first": code.first, "last": code.last} for code in codes_of(entry_id)
    ]
    out["offices"] = list(_holders(code, on or date.today())) if known else []  # noqa: DTZ011 - the user's own day
    about = [fact for fact in shipped_facts() if any(entity == entry_id for _, entity in fact.parts)]
    out["agreements"] = [
        row | {"title": name(row["agreement"])} for row in _rows((fact for fact in about if fact.kind == "party"), on)
    ]
    out["memberships"] = list(_rows((fact for fact in about if fact.kind == "membership"), on))
    out["commitments"] = list(_rows((fact for fact in about if "commitment" in fact.body), on))
    regimes = [fact for fact in about if fact.kind == "regime"]
    out["sanctioned_by"] = list(_rows((fact for fact in regimes if ("target", entry_id) in fact.parts), on))
    out["sanctions"] = list(_rows((fact for fact in regimes if ("imposer", entry_id) in fact.parts), on))
    out["no_defence_treaty"] = [dict(row) for row in records("no_defence.yaml") if code in row["states"]]
    if known:
        out |= {"source": ", ".join(known["sources"]), "confidence": confidence(known["confidence"])}
    return {key: value for key, value in out.items() if value != []}


def _group(entry_id: str, on: date | None) -> Record:
    one = entity(entry_id)
    rows = list(_rows((fact for fact in shipped_facts() if ("group", entry_id) in fact.parts), on))
    file, key = ("organisations.yaml", "abbr") if entry_id.startswith("org:") else ("blocs.yaml", "id")
    known = next(row for row in records(file) if row[key] == short(entry_id))
    out: Record = {key: value for key, value in known.items() if key in ("names", "first", "last", "seat", "loose")}
    out["members"] = rows
    out["members_on_that_day"] = len(members(entry_id, on)) if rows and not one.loose else None
    if entry_id.startswith("org:"):
        held = org_heads(short(entry_id), on or date.today())  # noqa: DTZ011
        out["offices"] = [{"office": one.office, "name": one.person.name, "first": one.first, "last": one.last} for one in held]
    out |= {"source": known["source"], "confidence": confidence(known["confidence"])}
    return {key: value for key, value in out.items() if value not in (None, [])}


def _holders(code: str, on: date) -> Iterator[Record]:
    for office in _OFFICES:
        for holder in holders(code, office, on):
            yield {
                "office": office, "name": holder.person.name, "first": holder.first, "last": holder.last, "acting": holder.acting,
                "observed": holder.observed, "confidence": holder.confidence,
            }  # fmt: skip


def _rows(facts: Any, on: date | None) -> Iterator[Record]:  # noqa: ANN401
    """The facts that stood on a day, or all, earliest first."""
    for fact in sorted(facts, key=lambda fact: fact.validity.first or ""):
        if on is None or fact.validity.contains(on) is not False:
            yield _row(fact, on)


def _row(fact: Fact, on: date | None) -> Record:
    uncertain = on is not None and fact.validity.contains(on) is None
    return {**fact.body, "first": fact.validity.first, "last": fact.validity.last} | ({"uncertain": True} if uncertain else {})


def _stood(row: Record, on: date | None) -> bool:
    return on is None or Validity(row.get("first"), row.get("last")).contains(on) is not False
