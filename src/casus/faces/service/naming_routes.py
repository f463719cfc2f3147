"""Names to choose from."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from casus.faces.page_rows.naming import names as named
from casus.faces.service.described import many
from casus.faces.service.page_parameters import Naming
from casus.faces.service.serving import Question, Served
from casus.faces.service.twins import as_json

routes = APIRouter(tags=["names"])

_RUSSIA = {"id": "country:RUS", "name": "Russia", "kind": "state", "hint": "RUS"}


@routes.get("/names", responses=many("page.named", example=[_RUSSIA]))
async def names(given: Annotated[Naming, Query()], serving: Served, question: Question) -> Response:
    """Who and what can be asked for, by the beginning of a name, a code, or an id."""
    return await serving.answer(
        question, lambda kept: as_json({"items": named(kept, given.find, given.kind, given.limit), "next": None})
    )
