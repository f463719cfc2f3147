"""What is kept: rows, one thing explained, the course of events, changes, the whole history."""

import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from starlette.responses import JSONResponse, Response, StreamingResponse

from casus.errors import QuestionError
from casus.faces import kept_rows
from casus.faces.ledger_rows import COLUMNS, cells, history_json, record_json, row_json
from casus.faces.page_rows.facets import facets
from casus.faces.page_rows.look import Look, look_at
from casus.faces.page_rows.sorted_rows import sorted_rows
from casus.faces.service.described import many, one, other
from casus.faces.service.limits import MOST_PAGED
from casus.faces.service.paging import page
from casus.faces.service.parameters import AsKnown, Changed, Course, Shown
from casus.faces.service.serving import Question, Served
from casus.faces.show_command import write_csv
from casus.ledger.ledger import Ledger
from casus.ledger.survey.sought import Sought

routes = APIRouter()

Kind = Literal[
    "events", "statements", "agreements", "provisions", "measures", "transfers", "positions", "memberships", "parties", "regimes",
    "actors", "reports",
]  # fmt: skip
_CSV = {"text/csv": {"schema": {"type": "string"}}}
_ROW = {
    "id": "agreement:anzus", "kind": "agreement", "valid": {"from": ["1951-09-01", "1951-09-01"], "to": None},
    "body": {"title": "Security Treaty", "parties": ["state:AUS", "state:NZL", "state:USA"]},
    "names": {"state:AUS": "Australia", "state:NZL": "New Zealand", "state:USA": "United States"}, "said_by": [], "reports": 0,
    "independent": 0, "confidence": 1.0, "records": ["0" * 64],
}  # fmt: skip
RECORD = {
    "id": "0" * 64, "fact": "0" * 64, "sequence": 1, "recorded_at": "2026-01-01T00:00:00+00:00", "kind": "party",
    "valid": {"from": ["1952-04-29", "1952-04-29"], "to": None}, "body": {"standing": "agreement:anzus", "state": "state:NZL"},
    "source": {"citation": "anzus", "cites": "art. X"}, "extractor": "casus-world", "confidence": 1.0, "topic": None,
    "supersedes": None, "retracted": False, "why": None,
}  # fmt: skip


@routes.get(
    "/show/{kind}", responses=many("ledger.row", "ledger.report", "ledger.actor", example=[_ROW], **_CSV), tags=["ledger"]
)
async def show(kind: Kind, given: Annotated[Shown, Query()], serving: Served, question: Question) -> Response:
    """What is kept, as of a day, the latest first; reports in the order of keeping."""
    return await serving.answer(question, lambda kept: _shown(kept, kind, given))


def _shown(kept: Ledger, kind: Kind, given: Shown) -> Response:
    if kind in ("reports", "actors") and (given.sort or given.facets):
        raise QuestionError(f"{kind} have no sort and no facets; ask for rows: events, agreements ...")
    if kind == "reports":
        reports = kept_rows.reports_kept(kept, given.limit + 1, kept.store.report(given.after).id if given.after else None)
        following = reports[given.limit - 1]["id"] if len(reports) > given.limit else None
        return _plain(kept_rows.REPORT_COLUMNS, reports[: given.limit], following, given.format)
    if kind == "actors":
        told = kept_rows.actors_kept(kept, given.actor, MOST_PAGED)
        actors, following = page(lambda reach: told[:reach], lambda row: row["id"], given.after, given.limit)
        return _plain(kept_rows.ACTOR_COLUMNS, actors, following, given.format)
    day = given.as_of or date.today()  # noqa: DTZ011 - the reader's own day
    view = kept.as_of(day, given.known_at)
    look = _look(kept, kind, given, day) if given.sort or given.facets else None

    def first(reach: int) -> Sequence[Any]:
        wanted = kept_rows.asked(
            kept, given.actor, given.with_, type=given.type_, modality=given.modality, first=given.first, last=given.last,
            about=given.about, limit=reach,
        )  # fmt: skip
        return kept_rows.shown(view, kind, wanted, facts=given.facts)

    rows, following = (
        sorted_rows(look, given.sort, given.after, given.limit)
        if look and given.sort
        else page(first, lambda row: str(row.id), given.after, given.limit)
    )
    if given.format == "csv":
        return _csv(COLUMNS, (cells(row, view) for row in rows))
    counted = {"facets": facets(look, given.facets.split(","))} if look and given.facets else {}
    return JSONResponse({"items": [row_json(row, view) for row in rows], "next": following} | counted)


def _look(kept: Ledger, kind: Kind, given: Shown, day: date) -> Look:
    """The rows that are asked for as what is counted in memory: each taken as its surest telling has it."""
    actor, other = (kept.names.meant(word) if word else None for word in (given.actor, given.with_))
    sought = Sought(
        actors=(actor,) if actor else (),
        with_=other,
        kinds=(kept_rows.KINDS[kind],),
        types=(given.type_,) if given.type_ else (),
        modalities=(given.modality,) if given.modality else (),
        about=given.about,
        first=given.first,
        last=given.last,
        as_of=day,
        told=kept_rows.only_told(kind, facts=given.facts),
    )
    return look_at(kept, sought, as_of=day, known_at=given.known_at)


@routes.get(
    "/explain/{id}",
    responses=one("ledger.explained", _ROW | {"history": {"0" * 64: [RECORD | {"did": "learnt"}]}, "links": []}),
    tags=["ledger"],
)
async def explain(
    id: Annotated[str, Path(max_length=500, description="The beginning of an id, or agreement:... or regime:... whole.")],  # noqa: A002
    given: Annotated[AsKnown, Query()],
    serving: Served,
    question: Question,
) -> Response:
    """What an id stands for: its words, reports, speakers and history."""

    def explained(kept: Ledger) -> Response:
        view = kept.as_of(given.as_of, given.known_at)
        row = view.explain(id)
        history = {record.fact: history_json(kept.store.history(record.fact)) for record in row.records}
        links = [record_json(link) for record in row.records for link in view.links(record)]
        return JSONResponse(row_json(row, view) | {"history": history, "links": links})

    return await serving.answer(question, explained)


@routes.get("/timeline", responses=many("ledger.row", example=[_ROW], **_CSV), tags=["ledger"])
async def timeline(given: Annotated[Course, Query()], serving: Served, question: Question) -> Response:
    """The course of events of one actor, or between two, the earliest first: the last `limit`, or those before `after`."""

    def told(kept: Ledger) -> Response:
        view = kept.as_of(given.as_of, given.known_at)

        def latest(reach: int) -> Sequence[Any]:
            return kept_rows.course(
                kept, view, given.actor, first=given.first, last=given.last, facts=given.facts, limit=reach
            )[::-1]  # fmt: skip

        found, following = page(latest, lambda row: str(row.id), given.after, given.limit)
        rows = found[::-1]
        if given.format == "csv":
            return _csv(COLUMNS, (cells(row, view) for row in rows))
        return JSONResponse({"items": [row_json(row, view) for row in rows], "next": following})

    return await serving.answer(question, told)


@routes.get("/changes", responses=many("ledger.record", example=[RECORD]), tags=["ledger"])
async def changes(given: Annotated[Changed, Query()], serving: Served, question: Question) -> Response:
    """Every record written after a time, or after the last one of the page before, in the order of writing."""
    since = given.since if given.after is None else given.after
    if since is None or (given.since is not None and given.after is not None):
        raise QuestionError("give since=TIME, or after=SEQUENCE")

    def told(kept: Ledger) -> Response:
        records = kept.changes(since, given.limit + 1)
        shown = records[: given.limit]
        following = shown[-1].sequence if len(records) > given.limit else None
        return JSONResponse({"items": [record_json(record) for record in shown], "next": following})

    return await serving.answer(question, told)


@routes.get("/export", responses=other("application/jsonl"), response_class=StreamingResponse, tags=["ledger"])
async def export(serving: Served) -> StreamingResponse:
    """The whole history as JSON Lines, as `casus ledger export` writes it. Where it breaks off, its last line is missing."""
    from casus.ledger.exchange import export_lines

    headers = {"Content-Disposition": 'attachment; filename="casus-ledger.jsonl"'}
    return StreamingResponse(export_lines(serving.ledger.store), media_type="application/jsonl", headers=headers)


def _plain(columns: Sequence[str], rows: list[dict[str, str]], following: str | None, form: str) -> Response:
    return _csv(columns, rows) if form == "csv" else JSONResponse({"items": rows, "next": following})


def _csv(columns: Sequence[str], rows: Iterable[dict[str, str]]) -> Response:
    written = io.StringIO()
    write_csv(columns, rows, written)
    return Response(written.getvalue(), media_type="text/csv")
