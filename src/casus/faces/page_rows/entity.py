"""All that is known of an actor, agreement or regime, dated, in sections."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any, NamedTuple

import numpy as np

from casus.errors import LedgerError, NotKeptError
from casus.faces.page_rows.described import codes, in_a_line, offices
from casus.faces.page_rows.look import Look, class_of, code_of
from casus.faces.page_rows.marks import latest_first, named_in, told
from casus.faces.page_rows.titles import named_deeply, titled
from casus.ledger.ledger import Ledger
from casus.ledger.record import CitationSource, Record, RecordKind
from casus.ledger.survey.columns import KINDS, Numbers
from casus.world.other_names import names_of


class _Section(NamedTuple):
    """Things of these kinds in which it has one of these parts (none: any)."""

    id: str
    title: str
    kinds: tuple[RecordKind, ...]
    roles: tuple[str, ...] = ()


OF_AN_ACTOR = (
    _Section("agreements", "Agreements", ("party", "agreement"), ("party", "bound")),
    _Section("provisions", "What it promised, and what was promised to it", ("provision",), ("bound", "beneficiary")),
    _Section("measures-against", "Measures against it", ("measure", "regime"), ("target",)),
    _Section("measures-by", "Measures that it imposes", ("measure", "regime"), ("imposer",)),
    _Section("memberships", "Memberships", ("membership",), ("member",)),
    _Section("members", "Members", ("membership",), ("group",)),
    _Section("events", "Events", ("event",), ("actor", "recipient")),
    _Section("there", "What happened there", ("event",), ("place",)),
    _Section("transfers", "Transfers", ("transfer",), ("supplier", "recipient")),
    _Section("positions", "Positions that it takes", ("position",), ("holder",)),
    _Section("positions-toward", "Positions toward it", ("position",), ("toward",)),
    _Section("statements", "What it said", ("statement",), ("speaker",)),
    _Section("statements-to", "What was said to it", ("statement",), ("addressee",)),
)
OF_WHAT_STANDS = (
    _Section("itself", "What it is", ("agreement", "regime")),
    _Section("parties", "Parties", ("party",)),
    _Section("provisions", "Provisions", ("provision",)),
    _Section("measures", "Measures", ("measure",)),
    _Section("events", "Events", ("event",)),
    _Section("positions", "Positions", ("position",)),
    _Section("statements", "Statements", ("statement",)),
)
OFFICES = "offices"
LINE_COLUMNS = (
    "section", "id", "kind", "what", "words", "from", "to", "who", "whom", "modality", "negated", "reports", "independent",
    "cited", "confidence", "said_by",
)  # fmt: skip


def known_as(kept: Ledger, kind: str, told_id: str) -> str:
    """The id of what a page of a kind ("actor", "agreement", "regime") is about. Raises NotKeptError where nothing is known."""
    meant = told_id
    if ":" not in told_id:
        try:
            meant = kept.names.meant(told_id) if kind == "actor" else f"{kind}:{told_id}"
        except LedgerError as error:
            raise NotKeptError(str(error)) from error
    if meant.startswith("state:"):
        meant = f"country:{meant.removeprefix('state:')}"
    things = kept.survey.things()
    named = kept.names.name(meant)
    if meant not in things.numbers and named in (meant, meant.replace("country:", "state:")):
        raise NotKeptError(f"{told_id}: nothing is known of it; /api/v1/names finds ids by names")
    return meant


def entity(look: Look, identity: str, *, section: str | None, limit: int, day: date) -> dict[str, Any]:
    """The data of a page. `section`: only its lines; `limit` lines of each section, the latest first. `day`: whose offices."""
    standing = identity.partition(":")[0] in ("agreement", "regime")
    sections = OF_WHAT_STANDS if standing else OF_AN_ACTOR
    found = {one.id: latest_first(look, _in_section(look, identity, one)) for one in sections}
    shown = {one: things[:limit] for one, things in found.items() if section in (None, one)}
    every = np.unique(np.concatenate([*shown.values(), np.zeros(0, np.int64)])).astype(np.int64)
    marks = dict(zip(every.tolist(), told(look, every), strict=True))
    lines = [_line(one, *marks[thing]) for one, things in shown.items() for thing in things.tolist()]
    held = list(offices(identity, day)) if section in (None, OFFICES) else []
    named = named_in([*(mark for mark, _ in marks.values()), *held]) | named_deeply([line["body"] for line in lines])
    titles = [{"id": one.id, "title": one.title, "count": len(found[one.id])} for one in sections if len(found[one.id])]
    return {
        "id": identity, "kind": class_of(identity), "name": titled(look, [identity])[identity],
        "names": list(names_of(identity.replace("country:", "state:"))), "codes": codes(identity),
        "country": code_of(identity) or identity.partition("@")[2] or None, "text": in_a_line(identity),
        "sections": [*([{"id": OFFICES, "title": "Offices", "count": len(held)}] if held else []), *titles],
        "lines": [*(_of_office(one) for one in held), *lines],
        "called": {one: name for one, name in titled(look, named).items() if name != one},
        "sources": _sources(record for _, record in marks.values()),
        "recorded": [asdict(one) | {"day": one.day.isoformat()} for one in look.kept.survey.recorded_of(identity)],
    }  # fmt: skip


def _in_section(look: Look, identity: str, section: _Section) -> Numbers:
    things = look.things
    own = things.with_entity(identity, section.roles)
    return own[look.has[own] & np.isin(things["kind"][own], [KINDS.index(kind) for kind in section.kinds])]


def _line(section: str, mark: Mapping[str, Any], record: Record) -> dict[str, Any]:
    kept = (
        "id", "kind", "what", "words", "who", "whom", "modality", "negated", "reports", "independent", "cited", "confidence",
        "said_by", "recorded_at",
    )  # fmt: skip
    source = record.draft.source
    return {
        "section": section, **{name: mark[name] for name in kept}, "when": {"from": mark["from"], "to": mark["to"]},
        "body": dict(record.draft.body), "by_hand": record.draft.by_hand,
        "source": {"key": source.key, "cites": source.cites} if isinstance(source, CitationSource) else None,
    }  # fmt: skip


def _of_office(held: Mapping[str, Any]) -> dict[str, Any]:
    rest: dict[str, Any] = {
        "words": "", "body": {}, "by_hand": False, "source": None, "modality": "actual", "negated": False, "reports": 0,
        "independent": 0, "cited": True, "said_by": [],
    }  # fmt: skip
    return {"section": OFFICES, "kind": "office", **rest, **held}


def _sources(records: Iterable[Record]) -> list[dict[str, str]]:
    cited = {record.draft.source for record in records if isinstance(record.draft.source, CitationSource)}
    return [{"key": one.key, "cites": one.cites} for one in sorted(cited, key=lambda one: (one.key, one.cites))]
