"""The first look at a ledger, while nobody has asked yet: it reads every record, which takes seconds where there are many."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress

from fastapi import FastAPI

from casus.errors import CasusError
from casus.faces.service.serving import Serving


def looking(serving: Serving) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """What an application does as long as it runs: it begins with a look, beside the first questions.

    Where the look fails, the page that needs it tells why.
    """

    async def look() -> None:
        with suppress(CasusError):
            await serving.ask(lambda kept: kept.survey.things())

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        first = asyncio.create_task(look())
        yield
        first.cancel()

    return running
