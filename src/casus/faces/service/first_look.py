"""The first look at a ledger, while nobody has asked yet: it reads every record, which takes seconds where there are many."""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress

from fastapi import FastAPI

from casus.errors import CasusError
from casus.faces.service.serving import Serving
from casus.ledger.ledger import Ledger


def _look(kept: Ledger) -> None:
    kept.survey.things()
    # What stands from now on is not looked through for garbage again and again, which would double the time of a large answer.
    gc.collect()
    gc.freeze()


def looking(serving: Serving) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """What an application does as long as it runs: it begins with a look, beside the first questions.

    Where the look fails, the page that needs it tells why.
    """

    async def look() -> None:
        with suppress(CasusError):
            await serving.ask(_look)

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        first = asyncio.create_task(look())
        yield
        first.cancel()

    return running
