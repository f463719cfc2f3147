"""The data of the pages that count and show things: the course of events, the map, a kept report; their filters."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from casus.faces.page_rows.claims import kept_report
from casus.faces.page_rows.counts import country_events, world_map
from casus.faces.page_rows.course import timeline as course
from casus.faces.page_rows.look import Look, look_at
from casus.faces.service.described import one, other
from casus.faces.service.page_parameters import Filters, OfCountry, OfMap, OfReport, OfTimeline
from casus.faces.service.serving import Question, Served
from casus.faces.service.twins import Table, as_csv, as_json, page
from casus.ledger.ledger import Ledger
from casus.ledger.record import RecordKind
from casus.ledger.survey.sought import Sought

routes = APIRouter()

IN_A_COURSE: tuple[RecordKind, ...] = ("event", "agreement", "transfer", "measure")
MARK_COLUMNS = (
    "id", "kind", "type", "what", "modality", "negated", "from", "to", "who", "whom", "place", "words", "said_by", "reported",
    "reports", "independent", "confidence", "cited", "recorded_at",
)  # fmt: skip
_STATE_COLUMNS = ("id", "country", "name", "shapes", "events", "reports", "independent")
_DYAD_COLUMNS = ("from", "to", "events", "reports", "independent")
_BIN_COLUMNS = ("lane", "from", "to", "count")

MARK = {
    "id": "0" * 64, "kind": "event", "type": "CONSULT", "what": "CONSULT", "modality": "actual", "negated": False,
    "from": ["2024-06-19", "2024-06-19"], "to": ["2024-06-19", "2024-06-19"], "who": ["state:RUS", "state:PRK"], "whom": [],
    "place": "place:pyongyang", "words": "met in Pyongyang", "said_by": [], "reported": ["2024-06-20"], "reports": 2,
    "independent": 1, "confidence": 0.93, "cited": False, "recorded_at": "2026-01-01T00:00:00+00:00",
}  # fmt: skip
_NAMES = {"country:PRK": "North Korea", "country:RUS": "Russia", "state:PRK": "North Korea", "state:RUS": "Russia"}
FACETS = {
    "type": {"CONSULT": 1}, "modality": {"actual": 1}, "kind": {"event": 1}, "year": {"2024": 1},
    "actor": {"country:PRK": 1, "country:RUS": 1},
}  # fmt: skip
_TIMELINE = {
    "names": _NAMES, "lanes": [{"id": "country:RUS", "name": "Russia", "count": 1}], "marks": [MARK | {"lane": ["country:RUS"]}],
    "bins": [], "binned": False, "total": 1, "undated": 0, "span": {"from": "2024-06-19", "to": "2024-06-19"}, "facets": FACETS,
    "recorded": [{"day": "2026-01-01", "new": 1, "changed": 0, "retracted": 0}],
}  # fmt: skip
_MAP = {
    "names": _NAMES, "by": "place",
    "states": [
        {"id": "country:PRK", "country": "PRK", "name": "North Korea", "shapes": ["PRK"], "events": 1, "reports": 2,
         "independent": 1},
    ],
    "dyads": [{"from": "country:PRK", "to": "country:RUS", "events": 1, "reports": 2, "independent": 1}],
    "shapes": {"country:PRK": ["PRK"], "country:RUS": ["RUS"]},
    "no_place": {"events": 0, "marks": []}, "total": 1, "facets": FACETS,
    "disputed": [{"id": "golan-heights", "name": "Golan Heights", "claimants": ["ISR", "SYR"], "held_by": ["ISR"], "shapes": []}],
}  # fmt: skip
_READ: dict[str, Any] = {
    "reading": {
        "casus": "1", "report": {"id": "0" * 64, "text": "...", "stamps": []}, "sentences": [], "actors": [], "times": [],
        "claims": [], "warnings": [],
    },
    "kept": True, "copies": [], "records": {},
}  # fmt: skip


def filtered(kept: Ledger, given: Filters, *kinds: RecordKind) -> Look:
    """A look at what the filters of a page leave. Raises LedgerError for a name that means nothing or several things."""
    sought = Sought(
        actors=tuple(meant(kept, word) for word in given.actor),
        with_=meant(kept, given.with_) if given.with_ else None,
        kinds=given.kinds(*kinds),
        types=tuple(given.type_),
        modalities=tuple(given.modality),
        about=given.about,
        first=given.first,
        last=given.last,
        as_of=given.as_of,
        told=not given.facts,
        confidence=given.confidence,
    )
    return look_at(kept, sought, as_of=given.as_of, known_at=given.known_at)


def meant(kept: Ledger, word: str) -> str:
    """The id that a word means; of a state all that acts for it. Raises LedgerError for what means nothing, or several things."""
    found = kept.names.meant(word)
    return f"country:{found.removeprefix('state:')}" if found.startswith("state:") else found


@page(routes, "/timeline.json", one("page.timeline", _TIMELINE))
async def timeline(given: Annotated[OfTimeline, Query()], serving: Served, question: Question) -> Response:
    """The course of events in lanes; where there are more than `limit`, counts in steps of time."""
    return await serving.answer(question, lambda kept: as_json(_timeline(kept, given)))


@page(routes, "/timeline.csv", other("text/csv", ",".join(MARK_COLUMNS)))
async def timeline_table(given: Annotated[OfTimeline, Query()], serving: Served, question: Question) -> Response:
    """The marks of the timeline; where there are more than `limit`, the counts of its steps."""

    def table(data: Mapping[str, Any]) -> Table:
        return (_BIN_COLUMNS, data["bins"]) if data["binned"] else ((*MARK_COLUMNS, "lane"), data["marks"])

    return await serving.answer(question, lambda kept: as_csv(table(_timeline(kept, given))))


@page(routes, "/map.json", one("page.map", _MAP))
async def map_of_events(given: Annotated[OfMap, Query()], serving: Served, question: Question) -> Response:
    """Events by country, the strongest dyads, and what has no place."""
    return await serving.answer(question, lambda kept: as_json(_map(kept, given)))


@page(routes, "/map.csv", other("text/csv", ",".join(_STATE_COLUMNS)))
async def map_table(given: Annotated[OfMap, Query()], serving: Served, question: Question) -> Response:
    """The countries of the map, or its dyads, or what has no place."""

    def table(data: Mapping[str, Any]) -> Table:
        if given.table == "no_place":
            return MARK_COLUMNS, data["no_place"]["marks"]
        return (_STATE_COLUMNS if given.table == "states" else _DYAD_COLUMNS), data[given.table]

    return await serving.answer(question, lambda kept: as_csv(table(_map(kept, given))))


@page(routes, "/map/country.json", one("page.edge", {"names": _NAMES, "marks": [MARK], "total": 1}))
async def events_of_country(given: Annotated[OfCountry, Query()], serving: Served, question: Question) -> Response:
    """The events that the map counts for a country, the latest first."""
    return await serving.answer(question, lambda kept: as_json(_of_country(kept, given)))


@page(routes, "/map/country.csv", other("text/csv", ",".join(MARK_COLUMNS)))
async def table_of_country(given: Annotated[OfCountry, Query()], serving: Served, question: Question) -> Response:
    """The events that the map counts for a country, as a table."""
    return await serving.answer(question, lambda kept: as_csv((MARK_COLUMNS, _of_country(kept, given)["marks"])))


@page(routes, "/read/{report}.json", one("page.read", _READ))
async def read_page(
    report: Annotated[str, Path(max_length=64, description="The beginning of the report's id.")],
    given: Annotated[OfReport, Query()],
    serving: Served,
    question: Question,
) -> Response:
    """A kept report as it was read, with what stands of each of its claims."""
    return await serving.answer(question, lambda kept: as_json(kept_report(kept, report, given.known_at)))


def _timeline(kept: Ledger, given: OfTimeline) -> dict[str, Any]:
    return course(filtered(kept, given, *IN_A_COURSE), given.lanes, given.limit, given.first, given.last)


def _map(kept: Ledger, given: OfMap) -> dict[str, Any]:
    day = given.as_of or given.last or date.today()  # noqa: DTZ011 - the reader's own day
    return world_map(filtered(kept, given, "event"), given.by, day)


def _of_country(kept: Ledger, given: OfCountry) -> dict[str, Any]:
    return country_events(filtered(kept, given, "event"), given.by, meant(kept, given.of))
