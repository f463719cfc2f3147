"""The data of the pages about somebody or something: the first page, the network, and actors, agreements and regimes."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from casus.faces.page_rows.entity import LINE_COLUMNS, entity, known_as
from casus.faces.page_rows.look import look_at
from casus.faces.page_rows.network import edge_words
from casus.faces.page_rows.network import network as who_has_to_do
from casus.faces.page_rows.start import index as first_page
from casus.faces.service.described import one, other
from casus.faces.service.page_parameters import OfEdge, OfEntity, OfIndex, OfNetwork
from casus.faces.service.page_routes import MARK, filtered, meant
from casus.faces.service.serving import Question, Served
from casus.faces.service.twins import Table, as_csv, as_json, page
from casus.ledger.ledger import Ledger
from casus.ledger.record import RecordKind
from casus.ledger.survey.sought import Sought

routes = APIRouter()

BINDS: tuple[RecordKind, ...] = ("event", "agreement", "party", "measure", "transfer", "position", "membership")
_EDGE_COLUMNS = ("from", "to", "kind", "events", "reports", "independent", "modality", "first", "last")
_NAMES = {"country:PRK": "North Korea", "country:RUS": "Russia"}
_INDEX = {
    "counts": {"event": 1, "report": 2},
    "reports": [{"id": "0" * 64, "title": "A treaty", "publisher": "Wire", "first": "", "last": "", "basis": ""}],
    "actors": [{"id": "country:RUS", "name": "Russia", "kind": "state", "n": 1}],
    "recorded": {"first": "2026-01-01T00:00:00+00:00", "last": "2026-01-02T00:00:00+00:00"}, "names": _NAMES,
}  # fmt: skip
_NETWORK = {
    "names": _NAMES,
    "nodes": [
        {"id": "country:RUS", "kind": "state", "name": "Russia", "country": "RUS", "n": 1, "center": True},
        {"id": "country:PRK", "kind": "state", "name": "North Korea", "country": "PRK", "n": 1, "center": False},
    ],
    "edges": [
        {"id": "country:PRK|country:RUS|events", "from": "country:PRK", "to": "country:RUS", "kind": "events", "events": 1,
         "reports": 2, "independent": 1, "modality": {"actual": 1}, "first": "2024-06-19", "last": "2024-06-19"},
    ],
    "more": {"country:RUS": 27}, "total": 1,
}  # fmt: skip
_LINE = {
    "section": "parties", "id": "0" * 64, "kind": "party", "what": "in force", "words": "", "who": ["state:NZL"], "whom": [],
    "when": {"from": ["1952-04-29", "1952-04-29"], "to": None}, "modality": "actual", "negated": False, "reports": 0,
    "independent": 0, "cited": True, "confidence": 0.95, "said_by": [],
}  # fmt: skip
_ENTITY = {
    "id": "agreement:anzus", "kind": "agreement", "name": "Security Treaty", "names": ["ANZUS Treaty"],
    "called": {"state:NZL": "New Zealand"}, "codes": {}, "country": None, "text": None,
    "sections": [{"id": "parties", "title": "Parties", "count": 1}], "lines": [_LINE],
    "sources": [{"key": "un", "cites": "131 UNTS 83"}],
}  # fmt: skip
_Id = Annotated[str, Path(max_length=500, description="An id, percent-encoded, or a name or code that means only one.")]


@page(routes, "/index.json", one("page.index", _INDEX))
async def index(given: Annotated[OfIndex, Query()], serving: Served, question: Question) -> Response:
    """How much is kept, the last reports, who most is told of."""
    return await serving.answer(question, lambda kept: as_json(first_page(kept, given.known_at)))


@page(routes, "/network.json", one("page.network", _NETWORK))
async def network(given: Annotated[OfNetwork, Query()], serving: Served, question: Question) -> Response:
    """Who has to do with whom, around some centers."""
    return await serving.answer(question, lambda kept: as_json(_network(kept, given)))


@page(routes, "/network.csv", other("text/csv", ",".join(_EDGE_COLUMNS)))
async def network_table(given: Annotated[OfNetwork, Query()], serving: Served, question: Question) -> Response:
    """The edges of the network."""
    return await serving.answer(question, lambda kept: as_csv((_EDGE_COLUMNS, _network(kept, given)["edges"])))


@page(routes, "/network/edge.json", one("page.edge", {"names": _NAMES, "marks": [MARK], "total": 1}))
async def edge(given: Annotated[OfEdge, Query()], serving: Served, question: Question) -> Response:
    """What binds two, the latest first."""

    def told(kept: Ledger) -> Response:
        both = given.model_copy(update={"actor": [given.one], "with_": given.other})
        return as_json(edge_words(filtered(kept, both, *BINDS)))

    return await serving.answer(question, told)


def _pages_of(kind: str) -> None:
    """The routes of the pages about one of a kind."""

    @page(routes, f"/{kind}/{{id:path}}.json", one("page.entity", _ENTITY))
    async def all_known(id: _Id, given: Annotated[OfEntity, Query()], serving: Served, question: Question) -> Response:  # noqa: A002
        return await serving.answer(question, lambda kept: as_json(_entity(kept, kind, id, given)))

    @page(routes, f"/{kind}/{{id:path}}.csv", other("text/csv", ",".join(LINE_COLUMNS)))
    async def all_known_table(id: _Id, given: Annotated[OfEntity, Query()], serving: Served, question: Question) -> Response:  # noqa: A002
        return await serving.answer(question, lambda kept: as_csv(_lines(_entity(kept, kind, id, given))))

    all_known.__doc__ = f"All that is known of an {kind}, dated."
    all_known_table.__doc__ = f"The lines of the page of an {kind}."


for _kind in ("actor", "agreement", "regime"):
    _pages_of(_kind)


def _network(kept: Ledger, given: OfNetwork) -> dict[str, Any]:
    return who_has_to_do(filtered(kept, given, *BINDS), [meant(kept, word) for word in given.center], given.limit)


def _entity(kept: Ledger, kind: str, told_id: str, given: OfEntity) -> dict[str, Any]:
    sought = Sought(
        modalities=tuple(given.modality), first=given.first, last=given.last, as_of=given.as_of, told=not given.facts,
        confidence=given.confidence,
    )  # fmt: skip
    identity = known_as(kept, kind, told_id)
    look = look_at(kept, sought, as_of=given.as_of, known_at=given.known_at)
    day = given.as_of or date.today()  # noqa: DTZ011 - the reader's own day
    return entity(look, identity, section=given.section, limit=given.limit, day=day)


def _lines(data: Mapping[str, Any]) -> Table:
    return LINE_COLUMNS, ({**line, **line["when"]} for line in data["lines"])
