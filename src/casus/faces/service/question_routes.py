"""What follows from what is kept: duties, promises, prohibitions, conflicts, positions, suppositions."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import JSONResponse, Response

from casus.errors import QuestionError
from casus.faces import questions
from casus.faces.conflicts_rows import conflicts_json
from casus.faces.duties_drawing import dot, svg
from casus.faces.duties_rows import duties_json, promises_json
from casus.faces.forbids_rows import forbids_json
from casus.faces.positions_page import positions_json
from casus.faces.service.described import many
from casus.faces.service.examples import answers_to
from casus.faces.service.paging import page
from casus.faces.service.parameters import AsKnown, Conflicting, Forbidding, Owing, Promising, Standing, Supposing
from casus.faces.service.serving import Question, Served
from casus.faces.suppose_rows import supposed_json
from casus.ledger.ledger import Ledger
from casus.ledger.views import View

routes = APIRouter(tags=["what follows"])

_DRAWN = {"image/svg+xml": {"schema": {"type": "string"}}, "text/vnd.graphviz": {"schema": {"type": "string"}}}


@routes.get(
    "/obligations", responses=many("answer.duty", "answer.nothing", "answer.promise", example=answers_to("obligations"), **_DRAWN)
)
async def obligations(given: Annotated[Owing, Query()], serving: Served, question: Question) -> Response:
    """Who owes what if a state is attacked; or, with `of`, all that a state has promised. No legal advice, and no forecast."""
    if (given.attacked is None) == (given.of is None):
        raise QuestionError("give attacked=STATE, or of=STATE")
    if given.of is not None and (given.by or given.at or given.format != "json"):
        raise QuestionError("of goes with as_of and known_at only")

    def answered(kept: Ledger) -> Response:
        day = _day(given)
        view = kept.as_of(day, given.known_at)
        if given.of is not None:
            return _items(promises_json(questions.promises(kept, given.of, as_of=day, known_at=given.known_at), view))
        answer = questions.obligations(
            kept, str(given.attacked), by=given.by, at=given.at, as_of=day, known_at=given.known_at
        )  # fmt: skip
        if given.format == "svg":
            return Response(svg(answer, kept.names.name), media_type="image/svg+xml")
        if given.format == "dot":
            return Response(dot(answer, kept.names.name), media_type="text/vnd.graphviz")
        return _items(duties_json(answer, view))

    return await serving.answer(question, answered)


@routes.get("/promises", responses=many("answer.promise", "answer.nothing", example=answers_to("promises")))
async def promises(given: Annotated[Promising, Query()], serving: Served, question: Question) -> Response:
    """All that a state has promised: to whom, since when, and how it can end."""

    def told(kept: Ledger, view: View, day: date) -> Iterator[dict[str, Any]]:
        return promises_json(questions.promises(kept, given.of, as_of=day, known_at=given.known_at), view)

    return await serving.answer(question, _answer(given, told))


@routes.get("/forbids", responses=many("answer.prohibition", "answer.allowed", example=answers_to("forbids")))
async def forbids(given: Annotated[Forbidding, Query()], serving: Served, question: Question) -> Response:
    """What sanctions forbid toward a state or group, on which paragraph, with what exemptions. No legal advice."""

    def told(kept: Ledger, view: View, day: date) -> Iterator[dict[str, Any]]:
        answer = questions.forbids(
            kept, given.target, what=given.what, supplier=given.supplier, as_of=day, known_at=given.known_at
        )  # fmt: skip
        return forbids_json(answer, view)

    return await serving.answer(question, _answer(given, told))


@routes.get("/conflicts", responses=many("answer.finding", "answer.borne", "answer.no_conflict", example=answers_to("conflicts")))
async def conflicts(given: Annotated[Conflicting, Query()], serving: Served, question: Question) -> Response:
    """What cannot both hold, what stands against a known fact, what a rule makes notable; with `about`, first what bears it."""
    if sum(one is not None for one in (given.about, given.actor, given.since)) > 1:
        raise QuestionError("about, actor and since exclude each other")

    def told(kept: Ledger) -> Response:
        day = _day(given)
        borne, answer = questions.bearing_or_found(
            kept, given.about, actor=given.actor, since=given.since, as_of=day, known_at=given.known_at
        )  # fmt: skip
        lines = list(conflicts_json(answer, kept.as_of(day, given.known_at), borne))
        shown, following = page(lambda reach: lines[:reach], lambda line: str(line.get("id", "")), given.after, given.limit)
        return JSONResponse({"items": shown, "next": following})

    return await serving.answer(question, told)


@routes.get("/positions", responses=many("answer.position", "answer.no_position", example=answers_to("positions")))
async def positions(given: Annotated[Standing, Query()], serving: Served, question: Question) -> Response:
    """Who is for a thing, against it or neither, since when, and where they stood before."""

    def told(kept: Ledger, view: View, day: date) -> Iterator[dict[str, Any]]:
        answer = questions.positions(
            kept, given.on, actor=given.actor, since=given.since, as_of=day, known_at=given.known_at
        )  # fmt: skip
        return positions_json(answer, view)

    return await serving.answer(question, _answer(given, told))


@routes.get("/suppose", responses=many("answer.supposed", example=answers_to("suppose")))
async def suppose(given: Annotated[Supposing, Query()], serving: Served, question: Question) -> Response:
    """What would follow if all claims were so, as a difference to without them. Nothing is kept."""

    def told(kept: Ledger, view: View, day: date) -> Iterator[dict[str, Any]]:
        answer = questions.suppose(kept, *given.claim, as_of=day, known_at=given.known_at, depth=given.depth)
        return supposed_json(answer, view)

    return await serving.answer(question, _answer(given, told))


def _answer(
    given: AsKnown, told: Callable[[Ledger, View, date], Iterator[dict[str, Any]]]
) -> Callable[[Ledger], Response]:  # fmt: skip
    """What is to be asked of the ledger: the lines of a question, of one day."""

    def answered(kept: Ledger) -> Response:
        day = _day(given)
        return _items(told(kept, kept.as_of(day, given.known_at), day))

    return answered


def _items(lines: Iterator[dict[str, Any]]) -> JSONResponse:
    return JSONResponse({"items": list(lines), "next": None})


def _day(given: AsKnown) -> date:
    return given.as_of or date.today()  # noqa: DTZ011 - the reader's own day
