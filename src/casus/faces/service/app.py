"""The service as an application: its routes, its guard, its description."""

from fastapi import FastAPI
from starlette.responses import HTMLResponse, JSONResponse

from casus.faces.service import (
    API,
    ledger_routes,
    naming_routes,
    page_entity_routes,
    page_files,
    page_follows_routes,
    page_routes,
    question_routes,
    read_routes,
    revise_routes,
)
from casus.faces.service.described import describe
from casus.faces.service.first_look import looking
from casus.faces.service.guard import Guard, Rules
from casus.faces.service.problems import answer_errors
from casus.faces.service.reference import reference
from casus.faces.service.serving import Serving
from casus.faces.service.workers import Workers
from casus.ledger.ledger import Ledger
from casus.version import __version__

_ABOUT = (
    "What reports of world politics tell and what follows from it: the questions of the command line with its options as "
    "parameters and its JSON as answers. Errors are application/problem+json with one line that says what is wrong."
)


def application(ledger: Ledger, workers: Workers, rules: Rules) -> Guard:
    """A service of a ledger; that and the workers stay the caller's to close. The guard stands before all, errors too."""
    serving = Serving(ledger, workers)
    app = FastAPI(
        title="casus", version=__version__, description=_ABOUT, openapi_url=None, docs_url=None, redoc_url=None,
        lifespan=looking(serving),
    )  # fmt: skip
    app.state.serving = serving
    asked = (read_routes, ledger_routes, question_routes, revise_routes, naming_routes)
    pages = (page_routes, page_entity_routes, page_follows_routes)
    parts = {API: [part.routes for part in asked], "": [part.routes for part in pages]}
    for prefix, routers in parts.items():
        for router in routers:
            app.include_router(router, prefix=prefix)
    answer_errors(app)
    describe(app, {prefix: [route for router in routers for route in router.routes] for prefix, routers in parts.items()})

    @app.get(f"{API}/openapi.json", include_in_schema=False)
    async def _openapi() -> JSONResponse:
        return JSONResponse(app.openapi())

    @app.get(f"{API}/docs", include_in_schema=False)
    async def _docs() -> HTMLResponse:
        return HTMLResponse(reference(app.openapi()))

    app.router.routes.extend(page_files.routes)
    return Guard(app, rules)
