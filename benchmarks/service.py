"""How the service does under load: many clients at once on loopback, while reports are kept through it, and by `casus keep`.

Run: python -m benchmarks.service --seconds 60 --clients 200

The limit to compare with: the same clients asking a route that does nothing (404), measured in the same run.
"""

import argparse
import asyncio
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.reading import generated

QUESTIONS = (
    "show/events?limit=50", "show/agreements?facts=1&limit=50", "timeline?actor=RUS&actor=PRK&facts=1",
    "obligations?attacked=PRK&by=USA&as_of=2024-07-01", "promises?of=GBR", "forbids?target=PRK&as_of=2020-01-01",
    "explain/agreement:anzus", "changes?since=2020-01-01&limit=50",
)  # fmt: skip
NOTHING = ("nowhere",)
_FILES = 25
REPORTS = 600
"""So many reports are made, half of them for either way of keeping."""


async def get(host: str, port: int, path: str) -> int:
    """The status of one request on a connection of its own."""
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write(f"GET /api/v1/{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        answer = await reader.read()
        return int(answer.split(b" ", 2)[1])
    finally:
        writer.close()


async def load(port: int, questions: Sequence[str], clients: int, seconds: float) -> tuple[list[float], list[str]]:
    """Seconds that each answer took, and what went wrong, with `clients` that ask one question after the other."""
    took: list[float] = []
    wrong: list[str] = []
    end = time.monotonic() + seconds

    async def client(number: int) -> None:
        while time.monotonic() < end:
            begun = time.monotonic()
            question = questions[number % len(questions)]
            number += 1
            try:
                status = await get("127.0.0.1", port, question)
                if status != (200 if questions is QUESTIONS else 404):
                    wrong.append(f"{question}: {status}")
            except (OSError, IndexError, ValueError) as error:
                wrong.append(f"{question}: {error!r}")
            took.append(time.monotonic() - begun)

    await asyncio.gather(*(client(number) for number in range(clients)))
    return took, wrong


async def keep(port: int, token: str, texts: Sequence[str], seconds: float) -> int:
    """Keeps reports one after the other, and says how many."""
    kept, end = 0, time.monotonic() + seconds
    while time.monotonic() < end and kept < len(texts):
        body = json.dumps({"text": texts[kept]}).encode()
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        head = "POST /api/v1/keep HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\n"
        writer.write(f"{head}Authorization: Bearer {token}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        answer = await reader.read()
        writer.close()
        kept += answer.split(b" ", 2)[1] == b"200"
    return kept


async def keep_in_bulk(ledger: Path, texts: Sequence[str], seconds: float) -> int:
    """Keeps files by the command, many at once, as long as it takes, and says how many."""
    kept, end = 0, time.monotonic() + seconds
    while time.monotonic() < end and kept < len(texts):
        files = []
        for number, text in enumerate(texts[kept : kept + _FILES], kept):
            files.append(ledger.with_name(f"report-{number}.txt"))
            files[-1].write_text(text, "utf-8")
        command = [sys.executable, "-m", "casus", "keep", "--ledger", str(ledger), *map(str, files)]
        running = await asyncio.create_subprocess_exec(*command, stdout=subprocess.DEVNULL)
        assert await running.wait() == 0
        kept += len(files)
    return kept


async def reports(port: int) -> int:
    """How many reports the service says that it has."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /api/v1/show/reports?limit=1000&format=csv HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
    answer = await reader.read()
    writer.close()
    return len(answer.partition(b"\r\n\r\n")[2].splitlines()) - 1  # without the names of the columns


def told(name: str, took: Sequence[float], wrong: Sequence[str], seconds: float) -> None:
    """Prints one measurement."""
    at = statistics.quantiles(took, n=100)
    print(
        f"{name}: {len(took)} answers in {seconds:g} s, {len(took) / seconds:.0f}/s; median {at[49] * 1000:.0f} ms, "
        f"p95 {at[94] * 1000:.0f} ms, p99 {at[98] * 1000:.0f} ms; errors = {len(wrong)} {sorted(set(wrong))[:5] or ''}"
    )


async def measured(port: int, token: str, ledger: Path, clients: int, seconds: float) -> None:
    """Measures all."""
    made = list(dict.fromkeys(generated(REPORTS, 1)))
    some, others = made[: len(made) // 2], made[len(made) // 2 :]
    print(f"{clients} clients at once, {os.cpu_count()} cores shared by clients and service")
    told("a route that does nothing", *await load(port, NOTHING, clients, min(seconds, 10)), min(seconds, 10))
    told("questions", *await load(port, QUESTIONS, clients, seconds), seconds)
    (took, wrong), kept = await asyncio.gather(load(port, QUESTIONS, clients, seconds), keep(port, token, some, seconds))
    told(f"questions while {kept} reports are kept through it", took, wrong, seconds)
    (took, wrong), bulk = await asyncio.gather(load(port, QUESTIONS, clients, seconds), keep_in_bulk(ledger, others, seconds))
    told(f"questions while {bulk} reports are kept by another process", took, wrong, seconds)
    print(f"reports kept {kept + bulk}, shown {await reports(port)}")


def main() -> None:
    """Starts a service of a new ledger and measures it."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--seconds", type=float, default=60.0, help="of each measurement")
    given.add_argument("--clients", type=int, default=200, help="that ask at once")
    asked = given.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger.sqlite"
        command = [sys.executable, "-m", "casus", "serve", "--ledger", str(ledger), "--port", "0"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as service:
            assert service.stderr is not None
            try:
                found = re.search(r":(\d+)/", service.stderr.readline())
                assert found
                token = service.stderr.readline().split()[-1]
                asyncio.run(measured(int(found[1]), token, ledger, asked.clients, asked.seconds))
            finally:
                service.terminate()


if __name__ == "__main__":
    main()
