"""Rows of a ledger in words, as JSON and as cells: the table, the programs' output and the spreadsheet tell the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from casus.faces.describe import REPORT, days
from casus.faces.text import abridged
from casus.ledger.by_hand import steps
from casus.ledger.record import CitationSource, Record, ReportSource, Valid
from casus.ledger.views import Row, View

FACTS = "facts"
"""What stands for the report where reference facts say it."""

SHORT = 8
"""So many characters of an id are shown; a longer beginning where two begin alike."""

COLUMNS = (
    "id", "kind", "modality", "negated", "what", "who", "whom", "words", "from", "to", "place", "said_by", "reports",
    "independent", "confidence", "source",
)  # fmt: skip
"""The columns of the CSV table. `from` and `to` are the outermost days on which it may have held."""

_MANY = 6
"""So many names of one side are shown."""

_LONGEST_RUNG = 24
_WHO = ("actors", "speaker", "parties", "bound", "imposers", "suppliers", "holder", "member", "state", "name")
_WHOM = ("recipients", "addressees", "beneficiaries", "targets", "toward", "group")
_WHAT = ("type", "act", "provides", "measure", "stance", "relation", "goods_class")
_WORDS = ("title", "obligation", "scope", "goods", "object")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A row in words. `said_by` is on whose word it is (see `voice`); `sources` says on how much it rests, in words."""

    id: str
    kind: str
    modality: str
    negated: bool
    what: str
    who: str
    whom: str
    words: str
    when: str
    place: str
    said_by: str
    sources: str
    confidence: float


def told(row: Row, view: View) -> Told:
    """A row in words."""
    body = row.body
    mutual = row.kind in ("agreement", "provision", "event") and set(_ids(body, _WHOM)) <= set(_ids(body, _WHO))
    return Told(
        id=short(row.id),
        kind=row.kind,
        modality=str(body.get("modality", "actual")),
        negated=bool(body.get("negated")),
        what=what(row),
        who=_names(_ids(body, _WHO), view) or str(body.get("name", "")),
        whom="" if mutual else _names(_ids(body, _WHOM), view),
        words=words(row),
        when=when(row.valid),
        place=view.names.name(body["place"]) if "place" in body else "",
        said_by=voice(row.record, [abridged(rung, _LONGEST_RUNG) for rung in said_by(row.record, view)]),
        sources=sources(row),
        confidence=row.confidence,
    )


def short(row_id: str) -> str:
    """An id as it is shown: ids of agreements and regimes whole, others by their beginning."""
    return row_id if ":" in row_id else row_id[:SHORT]


def sides(body: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """The ids of who does or says it, and of to whom; those who do a thing with each other are on the first side only."""
    who, whom = _ids(body, _WHO), _ids(body, _WHOM)
    return who, [one for one in whom if one not in who]


def named_in_body(body: Mapping[str, Any]) -> list[str]:
    """The ids that a body names, in order."""
    return sorted({*_ids(body, (*_WHO, *_WHOM)), *_listed(body.get("place"))})


def words(row: Row) -> str:
    """The words that tell a row: what the body has, else the report's first."""
    given = next((str(row.body[key]) for key in _WORDS if key in row.body), "")
    return given or told_words(row.record)


def told_words(record: Record) -> str:
    """The words of a report that tell a record, on one line; "" where a citation is its source."""
    if not isinstance(record.draft.source, ReportSource):
        return ""
    quotes = record.draft.source.quotes
    role = "content" if any(quote.role == "content" for quote in quotes) else "told"
    return " … ".join(" ".join(quote.words.split()) for quote in quotes if quote.role == role)


def when(valid: Valid) -> str:
    """A validity in few characters: "2024-06-19", "2024-06", "since 1949-08-24", "2006..2012", "by 2024-06-19"."""
    first, last = valid.first, valid.last
    if first is not None and first == last:
        return days(first.earliest, first.latest)
    if first is None:
        return f"by {days(last.earliest, last.latest)}" if last else ""
    begins = days(first.earliest, first.latest)
    return f"{begins}..{days(last.earliest, last.latest)}" if last else f"since {begins}"


def said_by(record: Record, view: View) -> tuple[str, ...]:
    """Who says a record, outermost first."""
    return tuple(view.names.name(str(one.draft.body["speaker"])) for one in view.carriers(record) if "speaker" in one.draft.body)


def voice(record: Record, rungs: Sequence[str]) -> str:
    """On whose word a record is, on one line: "report", "report > Putin", or "facts" where a citation is its source."""
    return " > ".join((REPORT, *rungs)) if isinstance(record.draft.source, ReportSource) else FACTS


def sources(row: Row) -> str:
    """On what a row rests: "3 reports, 2 independent", "facts", "facts, 1 report"."""
    cited = any(isinstance(record.draft.source, CitationSource) for record in row.records)
    counted = f"{row.reports} report{'s' * (row.reports != 1)}" if row.reports else ""
    if row.reports > 1:
        counted += f", {row.independent} independent"
    return ", ".join(filter(None, (FACTS * cited, counted)))


def row_json(row: Row, view: View) -> dict[str, Any]:
    """A row as a JSON object: its ids, days and counts, and the body by the names of the format."""
    return {
        "id": row.id,
        "kind": row.kind,
        "valid": valid_json(row.valid),
        "body": dict(row.body),
        "names": {one: view.names.name(one) for one in named_in_body(row.body)},
        "said_by": list(said_by(row.record, view)),
        "reports": row.reports,
        "independent": row.independent,
        "confidence": row.confidence,
        "records": [record.id for record in row.records],
    }


def record_json(record: Record) -> dict[str, Any]:
    """A record as a JSON object, whole."""
    draft, source = record.draft, record.draft.source
    told_by: dict[str, Any] = (
        {"report": source.report, "quotes": [[one.role, one.start, one.end, one.words] for one in source.quotes]}
        if isinstance(source, ReportSource)
        else {"citation": source.key, "cites": source.cites}
    )
    return {
        "id": record.id, "fact": record.fact, "sequence": record.sequence, "recorded_at": record.recorded_at.isoformat(),
        "kind": draft.kind, "valid": valid_json(draft.valid), "body": dict(draft.body), "source": told_by,
        "extractor": draft.extractor, "confidence": draft.confidence, "topic": draft.topic, "supersedes": draft.supersedes,
        "retracted": draft.retracted, "why": draft.why,
    }  # fmt: skip


def history_json(history: Sequence[Record]) -> list[dict[str, Any]]:
    """All records of a fact as JSON objects, the first one first, each with what it `did`."""
    return [record_json(step.record) | {"did": step.did} for step in steps(history)]


def valid_json(valid: Valid) -> dict[str, list[str] | None]:
    """A validity as JSON: for each end the first and the last day that it may be; null for open or not known."""
    return {
        "from": [str(valid.first.earliest), str(valid.first.latest)] if valid.first else None,
        "to": [str(valid.last.earliest), str(valid.last.latest)] if valid.last else None,
    }


def cells(row: Row, view: View) -> dict[str, str]:
    """A row as the cells of COLUMNS."""
    one = told(row, view)
    first, last = row.valid.first, row.valid.last
    return {
        "id": row.id, "kind": row.kind, "modality": one.modality, "negated": "yes" if one.negated else "no", "what": one.what,
        "who": one.who, "whom": one.whom, "words": one.words, "from": str(first.earliest) if first else "",
        "to": str(last.latest) if last else "", "place": one.place, "said_by": voice(row.record, said_by(row.record, view)),
        "reports": str(row.reports), "independent": str(row.independent), "confidence": f"{row.confidence:.3f}",
        "source": one.sources,
    }  # fmt: skip


def what(row: Row) -> str:
    """What sort of its kind a row is, in few words."""
    body = row.body
    main = next((str(body[key]) for key in _WHAT if key in body), "")
    status = str(body.get("status", ""))
    return ", ".join(filter(None, (main, status, str(body.get("act", "")) if main != body.get("act") else "")))


def _ids(body: Mapping[str, Any], keys: Iterable[str]) -> list[str]:
    return [one for key in keys for one in _listed(body.get(key)) if ":" in one]


def _listed(value: Any) -> list[str]:  # noqa: ANN401 - a value of JSON
    return [] if value is None else [value] if isinstance(value, str) else list(value)


def _names(ids: Sequence[str], view: View) -> str:
    shown = [view.names.name(one) for one in ids[:_MANY]]
    return ", ".join(shown) + (f" and {len(ids) - _MANY} more" if len(ids) > _MANY else "")
