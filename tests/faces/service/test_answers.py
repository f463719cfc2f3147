"""Many who ask at once: the same is answered once, nobody waits for another's leaving, and what is new is told at once."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any

import httpx2
import pytest
from faces.service.asking import ADDRESS, Service
from ledger.telling import SHELLING, reading
from starlette.responses import Response

from casus.errors import LedgerError
from casus.faces.service import API, ledger_routes
from casus.ledger.ledger import Ledger

SHOW = f"{API}/show/statements"


class Counted:
    """Stands for what answers: counts, and waits until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked = 0
        self.let_go = threading.Event()
        self.error: Exception | None = None
        self._real = ledger_routes._shown
        monkeypatch.setattr(ledger_routes, "_shown", self)

    def __call__(self, *given: Any) -> Response:  # noqa: ANN401
        self.asked += 1
        assert self.let_go.wait(30)
        if self.error:
            raise self.error
        return self._real(*given)


def at_once(service: Service, act: Callable[[httpx2.AsyncClient], Coroutine[Any, Any, Any]]) -> Any:  # noqa: ANN401
    async def asked() -> object:
        transport = httpx2.ASGITransport(service.app, raise_app_exceptions=False)
        async with httpx2.AsyncClient(transport=transport, base_url=ADDRESS, timeout=60) as client:
            return await act(client)

    return asyncio.run(asked())


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not true():
            await asyncio.sleep(0.01)


def test_what_many_ask_at_once_is_answered_once(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(monkeypatch)

    async def asked(client: httpx2.AsyncClient) -> list[httpx2.Response]:
        asking = [asyncio.create_task(client.get(SHOW)) for _ in range(20)]
        await until(lambda: counted.asked > 0)
        asking[0].cancel()
        counted.let_go.set()
        return await asyncio.gather(*asking[1:])

    assert {(one.status_code, one.text) for one in at_once(service, asked)} == {(200, '{"items":[],"next":null}')}
    assert counted.asked == 1
    assert service.items("show/statements") == []
    assert counted.asked == 1


def test_an_error_is_told_to_all_who_asked_and_is_not_remembered(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(monkeypatch)
    counted.error = LedgerError("it can't be read just now")

    async def asked(client: httpx2.AsyncClient) -> list[httpx2.Response]:
        asking = [asyncio.create_task(client.get(SHOW)) for _ in range(5)]
        await until(lambda: counted.asked > 0)
        counted.let_go.set()
        return await asyncio.gather(*asking)

    assert {(one.status_code, one.json()["detail"]) for one in at_once(service, asked)} == {(422, "it can't be read just now")}
    counted.error = None
    assert service.items("show/statements") == []


def test_what_is_asked_after_a_write_tells_what_was_written(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the same was asked before the write and is not answered yet."""
    counted = Counted(monkeypatch)

    async def asked(client: httpx2.AsyncClient) -> tuple[httpx2.Response, httpx2.Response]:
        before = asyncio.create_task(client.get(SHOW))
        await until(lambda: counted.asked == 1)
        with Ledger.open(service.ledger) as other:
            other.keep(reading(SHELLING))
        after = asyncio.create_task(client.get(SHOW))
        await until(lambda: counted.asked == 2)
        counted.let_go.set()
        return await before, await after

    _, after = at_once(service, asked)
    assert len(after.json()["items"]) > 2
    assert service.items("show/statements") == after.json()["items"]
