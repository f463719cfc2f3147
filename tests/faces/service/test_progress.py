"""Long readings as a stream of events, and leaving before the end."""

import asyncio
import json
import threading
from contextlib import closing

from faces.service.asking import Service
from ledger.telling import PACT, reading

from casus.faces.service import API
from casus.faces.service.limits import Limits, Workers
from casus.faces.service.progress import told_as_it_is_read
from casus.reading.contract import from_json
from casus.reading.model import Reading


def events(text: str) -> list[tuple[str, dict[str, object]]]:
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


def test_it_waits_then_is_read_and_whoever_leaves_is_taken_out_of_the_queue() -> None:
    released, begun = threading.Event(), []

    def act() -> Reading:
        begun.append(True)
        return reading(PACT)

    async def asked() -> tuple[list[str], str]:
        with closing(Workers(Limits())) as workers:
            before = asyncio.create_task(workers.read(released.wait))
            leaving = told_as_it_is_read(workers, act, every=0.01)
            first = await anext(leaving)
            await leaving.aclose()
            staying = told_as_it_is_read(workers, act, every=0.01)
            names = [(await anext(staying)).split("\n")[0] for _ in range(3)]
            released.set()
            await before
            return names, [first, *[one async for one in staying]][-1]

    names, last = asyncio.run(asked())
    assert names == ["event: waiting"] * 3
    assert last.startswith("event: done\n")
    assert begun == [True]
