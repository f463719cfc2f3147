"""The data of the page of what follows: the questions of the routes of the same names, with what a page shows beside them."""

import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Query, Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.responses import Response

from casus.faces.page_rows.answer_names import names_in
from casus.faces.page_rows.follows import Asked, same, states
from casus.faces.service import question_routes as questions
from casus.faces.service.described import one, other
from casus.faces.service.page_parameters import OF_THE_PAGE, OfFollows
from casus.faces.service.parameters import AsKnown, Conflicting, Forbidding, Owing, Promising, Standing, Supposing
from casus.faces.service.serving import Question, Served, Serving
from casus.faces.service.twins import Table, as_csv, as_json, page
from casus.ledger.ledger import Ledger

routes = APIRouter()


class _Question(NamedTuple):
    """A question: what it takes, what answers it, and the columns of its table."""

    takes: type[AsKnown]
    answer: Callable[[Any, Serving, str], Awaitable[Response]]
    columns: tuple[str, ...]


_DUTY = ("state", "status", "agreement", "article", "condition", "discretion", "toward", "title", "provides", "obligation")
_PROMISE = (
    "state", "status", "provides", "toward", "agreement", "title", "article", "obligation", "trigger", "discretion", "conditions",
    "since", "last",
)  # fmt: skip
_QUESTIONS = {
    "obligations": _Question(Owing, questions.obligations, _DUTY),
    "promises": _Question(Promising, questions.promises, _PROMISE),
    "forbids": _Question(
        Forbidding, questions.forbids,
        ("verdict", "measure", "regime", "resolution", "paragraph", "from", "to", "binds", "exemptions", "direction", "scope"),
    ),
    "conflicts": _Question(Conflicting, questions.conflicts, ("id", "kind", "rule", "why", "report", "certainty", "open")),
    "positions": _Question(
        Standing, questions.positions, ("holder", "name", "side", "stance", "modality", "since", "before", "torn")
    ),
    "suppose": _Question(
        Supposing, questions.suppose,
        ("supposed", "kind", "as_of", "attacked", "attacker", "duties", "added", "lost", "drawn_in", "both_sides"),
    ),
}  # fmt: skip
_EXAMPLE: dict[str, Any] = {
    "asked": {"ask": "promises", "of": "CHE"}, "items": [{"state": "CHE", "status": "nothing", "notes": []}], "next": None,
    "names": {"state:CHE": "Switzerland"}, "states": [],
    "same": {
        "command": "casus obligations --of CHE",
        "python": "import casus\n\nwith casus.Ledger.open() as ledger:\n    answer = casus.promises(ledger, 'CHE')",
        "curl": "curl 'http://127.0.0.1:8321/api/v1/promises?of=CHE'",
    },
}  # fmt: skip


@page(routes, "/follows.json", one("page.follows", _EXAMPLE))
async def follows(request: Request, given: Annotated[OfFollows, Query()], serving: Served, question: Question) -> Response:
    """What follows from what is kept, with the states to colour and how to ask the same elsewhere. No legal advice."""
    asked = _asked(request)
    answer = await _answered(given.ask, asked, serving, question)
    base = str(request.base_url).rstrip("/")

    def told(kept: Ledger) -> Response:
        day = given.as_of or date.today()  # noqa: DTZ011 - the reader's own day
        coloured = states(kept, "promises" if given.of else given.ask, answer["items"], day)
        named = {state["id"]: state["name"] for state in coloured}
        named |= names_in(kept, answer["items"], [value for _, value in asked])
        return as_json(
            {"asked": {"ask": given.ask, **_as_object(asked)}, "items": answer["items"], "next": answer["next"]}
            | {"names": dict(sorted(named.items())), "states": coloured, "same": same(given.ask, asked, base)}
        )

    return await serving.answer(f"{request.headers.get('host')} {question}", told)


@page(routes, "/follows.csv", other("text/csv", ",".join(_DUTY)))
async def follows_table(request: Request, given: Annotated[OfFollows, Query()], serving: Served, question: Question) -> Response:
    """The lines of an answer as a table: what is nested in them stands as JSON."""
    answer = await _answered(given.ask, _asked(request), serving, question)
    columns = _PROMISE if given.ask == "obligations" and given.of else _QUESTIONS[given.ask].columns
    table: Table = (columns, answer["items"])
    return as_csv(table)


async def _answered(ask: str, asked: Asked, serving: Serving, question: str) -> dict[str, Any]:
    """What the route of a question answers. Raises RequestValidationError for a parameter that it does not take."""
    takes, answer, _ = _QUESTIONS[ask]
    try:
        given = takes.model_validate(_as_object(asked))
    except ValidationError as error:
        raise RequestValidationError([{**fault, "loc": ("query", *fault["loc"])} for fault in error.errors()]) from error
    found: dict[str, Any] = json.loads(bytes((await answer(given, serving, f"{ask} of {question}")).body))
    return found


def _asked(request: Request) -> list[tuple[str, str]]:
    """What was asked, but for the question's name and what is only for the page."""
    items: Sequence[tuple[str, str]] = request.query_params.multi_items()
    return [(name, value) for name, value in items if name != "ask" and not name.startswith(OF_THE_PAGE)]


def _as_object(asked: Asked) -> dict[str, Any]:
    lists = [value for name, value in asked if name == "claim"]
    return dict(asked) | ({"claim": lists} if lists else {})
