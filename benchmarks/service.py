"""How the service does under load: many clients at once on loopback, while reports are kept. Run: python -m benchmarks.service

SECONDS and CLIENTS are taken from the environment (60 and 200). The limit to compare with: the same clients asking a route that
does nothing (404), measured in the same run.
"""

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

SECONDS = float(os.environ.get("SECONDS", "60"))
CLIENTS = int(os.environ.get("CLIENTS", "200"))
QUESTIONS = (
    "show/events?limit=50", "show/agreements?facts=1&limit=50", "timeline?actor=RUS&actor=PRK&facts=1",
    "obligations?attacked=PRK&by=USA&as_of=2024-07-01", "promises?of=GBR", "forbids?target=PRK&as_of=2020-01-01",
    "explain/agreement:anzus", "changes?since=2020-01-01&limit=50",
)  # fmt: skip
NOTHING = ("nowhere",)
REPORT = """GENEVA, May {day}, 2025 (Lake Wire) - Norway and Japan signed an agreement on fisheries number {number} on Monday.

Norway's foreign minister said that Russia had threatened to close the strait. Russia denied it.
"""


async def get(host: str, port: int, path: str) -> int:
    """The status of one request on a connection of its own."""
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write(f"GET /api/v1/{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        answer = await reader.read()
        return int(answer.split(b" ", 2)[1])
    finally:
        writer.close()


async def load(port: int, questions: Sequence[str], seconds: float) -> tuple[list[float], list[str]]:
    """Seconds that each answer took, and what went wrong, with CLIENTS that ask one question after the other."""
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

    await asyncio.gather(*(client(number) for number in range(CLIENTS)))
    return took, wrong


async def keep(port: int, token: str, seconds: float) -> int:
    """Keeps reports one after the other, and says how many."""
    kept, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        body = json.dumps({"text": REPORT.format(day=1 + kept % 28, number=kept)}).encode()
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        head = "POST /api/v1/keep HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\n"
        writer.write(f"{head}Authorization: Bearer {token}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        answer = await reader.read()
        writer.close()
        kept += answer.split(b" ", 2)[1] == b"200"
    return kept


def told(name: str, took: Sequence[float], wrong: Sequence[str], seconds: float) -> None:
    """Prints one measurement."""
    at = statistics.quantiles(took, n=100)
    print(
        f"{name}: {len(took)} answers in {seconds:g} s, {len(took) / seconds:.0f}/s; median {at[49] * 1000:.0f} ms, "
        f"p95 {at[94] * 1000:.0f} ms, p99 {at[98] * 1000:.0f} ms; {len(wrong)} errors {sorted(set(wrong))[:5]}"
    )


async def measured(port: int, token: str) -> None:
    """Measures all."""
    print(f"{CLIENTS} clients at once, {os.cpu_count()} cores shared by clients and service")
    told("a route that does nothing", *await load(port, NOTHING, min(SECONDS, 10)), min(SECONDS, 10))
    told("questions", *await load(port, QUESTIONS, SECONDS), SECONDS)
    (took, wrong), kept = await asyncio.gather(load(port, QUESTIONS, SECONDS), keep(port, token, SECONDS))
    told(f"questions while {kept} reports are kept", took, wrong, SECONDS)


def main() -> None:
    """Starts a service of a new ledger and measures it."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "casus", "serve", "--ledger", str(Path(folder) / "ledger.sqlite"), "--port", "0"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as service:
            assert service.stderr is not None
            try:
                found = re.search(r":(\d+)/", service.stderr.readline())
                assert found
                token = service.stderr.readline().split()[-1]
                asyncio.run(measured(int(found[1]), token))
            finally:
                service.terminate()


if __name__ == "__main__":
    main()
