"""A person's correction of a record: the same claim with other values."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, get_args, get_type_hints

from casus.errors import CasusError, LedgerError
from casus.ledger.drafts import ROLES, WORDS, with_weeks
from casus.ledger.names import Names
from casus.ledger.record import HAND, Bound, Draft, Part, Record, Valid
from casus.reading import model
from casus.world.entities import entity
from casus.world.time import interval

_CLAIMS = {kind.kind: kind for kind in (
    model.Statement, model.Event, model.Agreement, model.Provision, model.Measure, model.Transfer, model.Position,
    model.Membership,
)}  # fmt: skip


def revised(record: Record, changes: Mapping[str, str], why: str, names: Names) -> Draft:
    """The draft that corrects a record. Values are text: a word of the format, a number, actors by name or id separated by
    commas, "when" as a day, month or year or two of them with a slash; an empty value takes the field away.

    Raises LedgerError for a field that the kind does not have, a value that the field can't have, or no reason.
    """
    draft = record.draft
    if draft.kind not in _CLAIMS:
        raise LedgerError(f"{record.id[:12]}: a record of kind {draft.kind} can't be corrected; retract it")
    if not why.strip():
        raise LedgerError("a reason is needed: --why TEXT")
    if not changes:
        raise LedgerError("nothing to correct: give FIELD=VALUE")
    body, parts, valid = dict(draft.body), list(draft.parts), draft.valid
    roles, words = ROLES[draft.kind] | {"place": "place"}, (*WORDS[draft.kind], "modality", "negated")
    for name, value in changes.items():
        if name == "when":
            valid = _valid(value)
        elif name in roles:
            _set_actors(body, parts, name, roles[name], value, draft, names)
        elif name in words:
            _set(body, name, _word(draft, name, value))
        else:
            raise LedgerError(f"{name}: a record of kind {draft.kind} has {', '.join(sorted((*roles, *words, 'when')))}")
    made = replace(
        draft, body=body, parts=tuple(dict.fromkeys(parts)), valid=valid, fact=record.fact, supersedes=record.id, retracted=False,
        extractor=HAND, why=why.strip(), confidence=1.0,
    )  # fmt: skip
    return with_weeks(made) if made.kind == "event" else made


def _set(body: dict[str, Any], name: str, value: object) -> None:
    if value is None:
        body.pop(name, None)
    else:
        body[name] = value


def _set_actors(body: dict[str, Any], parts: list[Part], name: str, role: str, value: str, draft: Draft, names: Names) -> None:
    ids = [_entity(names.meant(one.strip())) for one in value.split(",") if one.strip()]
    single = get_type_hints(_CLAIMS[draft.kind]).get(name) in (str, str | None)
    if single and len(ids) > 1:
        raise LedgerError(f"{name}: one actor only")
    _set(body, name, None if not ids else ids[0] if single else ids)
    shared = [other for other, its in (ROLES[draft.kind] | {"place": "place"}).items() if its == role and other != name]
    kept = {one for other in shared for one in _listed(body.get(other))}
    parts[:] = [part for part in parts if part.role != role or part.entity in kept]
    for one in (*ids, *kept):
        parts.append(Part(role, one))
        if country := _country(one):
            parts.append(Part(role, f"country:{country}"))


def _listed(value: str | list[str] | None) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else value


def _entity(meant: str) -> str:
    return f"state:{meant.removeprefix('country:')}" if meant.startswith("country:") else meant


def _country(entity_id: str) -> str | None:
    try:
        return entity(entity_id).country
    except CasusError:
        country = entity_id.rpartition("@")[2]
        return country if len(country) == len("RUS") and country.isupper() else None


def _word(draft: Draft, name: str, value: str) -> object:
    """A value of a field that holds words: one of those that the format allows, a number, a flag, a list or plain text."""
    if not value:
        return None
    hint = get_type_hints(_CLAIMS[draft.kind])[name]
    allowed = get_args(hint) if all(isinstance(one, str) for one in get_args(hint)) else ()
    if allowed and value not in allowed:
        raise LedgerError(f"{name}: {value!r} is none of {', '.join(allowed)}")
    if hint is bool:
        if value not in ("true", "false"):
            raise LedgerError(f"{name}: {value!r} is neither true nor false")
        return value == "true" or None
    if int in get_args(hint):
        if not value.isdecimal():
            raise LedgerError(f"{name}: {value!r} is no whole number")
        return int(value)
    if hint == tuple[str, ...]:
        return [one.strip() for one in value.split(",") if one.strip()]
    return value


def _valid(value: str) -> Valid:
    """A validity from "2024-06-19", "2024-06" or "2024" (some day in it), or "2024-06-19/2024-07-01" (either may be left out)."""
    first, slash, last = value.partition("/")
    try:
        if not slash:
            bound = Bound(*interval(first)) if first else None
            return Valid(bound, bound)
        return Valid(_end(first), _end(last))
    except CasusError as error:
        raise LedgerError(f"when: {error}") from error


def _end(value: str) -> Bound | None:
    days: tuple[date, date] | None = interval(value) if value else None
    return Bound(*days) if days else None
