"""Long readings: how far they are, as a stream of events; leaving before the end; a process that dies."""

import asyncio
import json
import os
import signal
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import closing
from typing import Any

import pytest
from faces.service.asking import Service
from ledger.telling import PACT, SHELLING, reading

from casus.errors import CasusError, InternalError, SourceError
from casus.faces.service import API
from casus.faces.service.limits import BusyError, Limits, TooLongError
from casus.faces.service.progress import read_while_asked, told_as_it_is_read
from casus.faces.service.reader import Reader, Turn
from casus.faces.service.reading_process import Report, Task
from casus.reading.contract import from_json, loads

LONG = SHELLING * 400
"""What takes long enough to be ended before its end."""


def task(text: str, publisher: str | None = None) -> Task:
    return Task(Report(text=text, content=None, published=None, publisher=publisher, title=None, name="the report"))


def with_reader(act: Callable[[Reader], Coroutine[Any, Any, Any]], limits: Limits | None = None) -> Any:  # noqa: ANN401
    async def acted() -> object:
        with closing(Reader(limits or Limits())) as reader:
            return await act(reader)

    return asyncio.run(acted())


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not true():
            await asyncio.sleep(0.01)


def process_of(reader: Reader) -> int:
    """The id of the process that reads."""
    process = reader._process
    assert process is not None
    assert process.pid is not None
    return process.pid


def events(text: str) -> list[tuple[str, dict[str, Any]]]:
    """The events of a stream."""
    found = [event.split("\n") for event in text.removesuffix("\n\n").split("\n\n")]
    return [(name.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for name, data in found]


def test_a_stream_ends_with_the_reading(kept: Service) -> None:
    answer = kept.client.post(f"{API}/read?stream=1", json={"text": PACT})
    assert answer.headers["content-type"].startswith("text/event-stream")
    *before, (last, told) = events(answer.text)
    assert {name for name, _ in before} <= {"waiting", "reading"}
    assert before[0][1]["seconds"] == 0.0
    assert (last, from_json(told)) == ("done", reading(PACT))


def test_a_stream_ends_with_the_problem(kept: Service) -> None:
    told = events(kept.client.post(f"{API}/read?stream=1", files={"file": ("a.pdf", b"%PDF-1.7 ...")}).text)[-1]
    assert told[0] == "problem"
    assert told[1]["status"] == 422
    assert "a PDF document" in str(told[1]["detail"])


def test_how_far_it_is_and_how_many_are_before_is_told() -> None:
    async def read(reader: Reader) -> tuple[list[Any], list[Any]]:
        first = asyncio.create_task(_all(told_as_it_is_read(reader, task(LONG[: len(LONG) // 4]), every=0.02)))
        await until(lambda: len(reader._turns) == 1)
        second = [event async for event in told_as_it_is_read(reader, task(PACT), every=0.02)]
        return events("".join(await first)), events("".join(second))

    first, second = with_reader(read)
    shares = [data["done"] for name, data in first if name == "reading"]
    assert shares == sorted(shares)
    assert len({share for share in shares if 0 < share < 1}) >= 3
    assert first[-1][0] == "done"
    waits = [data["ahead"] for name, data in second if name == "waiting"]
    assert waits[0] == 1
    assert set(waits) <= {0, 1}
    assert second[-1][0] == "done"


async def _all(stream: Any) -> list[str]:  # noqa: ANN401 - an async generator
    return [event async for event in stream]


def test_whoever_leaves_ends_their_reading_and_the_next_is_read() -> None:
    async def left(reader: Reader) -> tuple[str, str, int, int]:
        leaving = told_as_it_is_read(reader, task(LONG), every=0.01)
        waiting = told_as_it_is_read(reader, task(LONG), every=0.01)
        await anext(leaving)
        first = await anext(waiting)
        async for event in leaving:
            if event.startswith("event: reading"):
                break
        before = process_of(reader)
        staying = asyncio.create_task(reader.read(task(PACT)))
        await until(lambda: len(reader._turns) == 3)
        await waiting.aclose()
        await leaving.aclose()
        return first, await staying, before, process_of(reader)

    first, told, before, after = with_reader(left)
    assert '"ahead": 1' in first
    assert loads(told) == reading(PACT)
    assert before != after


def test_an_asker_who_wants_no_stream_may_leave_too(kept: Service) -> None:
    class Gone:
        async def is_disconnected(self) -> bool:
            return True

    async def left(reader: Reader) -> int:
        with pytest.raises(Exception, match="the asker has left"):
            await read_while_asked(reader, task(LONG), Gone())  # type: ignore[arg-type]
        await until(lambda: not reader._turns)
        return len(loads(await reader.read(task(PACT))).claims)

    assert with_reader(left) == len(reading(PACT).claims)
    assert kept.post("read", {"text": PACT}, headers={})["claims"]


@pytest.mark.skipif(os.name != "posix", reason="processes are ended by signals on POSIX only")
def test_a_process_that_dies_costs_its_report_and_the_next_is_read() -> None:
    async def died(reader: Reader) -> tuple[BaseException | None, str, str]:
        idle = await reader.read(task(PACT))
        os.kill(process_of(reader), signal.SIGKILL)
        await until(lambda: not reader._process or not reader._process.is_alive())
        again = await reader.read(task(PACT))
        turn = Turn()
        reading = asyncio.create_task(reader.read(task(LONG), turn))
        await until(lambda: turn.done > 0)
        os.kill(process_of(reader), signal.SIGKILL)
        await asyncio.wait({reading})
        assert idle == again
        return reading.exception(), again, await reader.read(task(PACT))

    error, before, after = with_reader(died)
    assert isinstance(error, InternalError)
    assert str(error) == "the report: the process that read it died; try again, and report it"
    assert before == after


def test_what_takes_too_long_is_ended_and_too_many_are_turned_away() -> None:
    async def tried(reader: Reader) -> tuple[list[Any], str]:
        found = await asyncio.gather(*(reader.read(task(LONG)) for _ in range(3)), return_exceptions=True)
        reader._limits = Limits()
        return found, await reader.read(task(PACT))

    (long, behind, busy), after = with_reader(tried, Limits(reading=0.2, waiting=2))
    for late in (long, behind):
        assert isinstance(late, TooLongError)
        assert str(late) == "took more than 0.2 seconds; split it into shorter reports, or try again"
    assert isinstance(busy, BusyError)
    assert str(busy) == "2 reports wait to be read; try again soon"
    assert loads(after) == reading(PACT)


def test_errors_come_back_as_they_are_with_what_they_are_due_to() -> None:
    async def failed(reader: Reader) -> list[BaseException]:
        async def error(of: Awaitable[Any]) -> BaseException:
            with pytest.raises(CasusError) as found:
                await of
            return found.value

        return [await error(reader.read(task(" "))), await error(reader.read(Task(task(PACT).report, "none.sqlite")))]

    empty, none = with_reader(failed)
    assert (type(empty), str(empty)) == (SourceError, "the report: empty; give the text of a report")
    assert "there is no ledger" in str(none)


def test_nothing_is_read_after_the_end() -> None:
    async def closed() -> None:
        reader = Reader(Limits())
        await reader.read(task(PACT))
        reader.close()
        reader.close()
        with pytest.raises(RuntimeError, match="shutdown"):
            await reader.read(task(PACT))

    asyncio.run(closed())
