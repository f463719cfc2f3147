"""Several processes that write into one ledger and read from it at once, and what came of it."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from casus.ledger.contract import Change, Query, Wanted
from casus.ledger.record import Bound, CitationSource, Draft, Part, Valid
from casus.ledger.sql.store import open_store

COUNTRIES = ("country:RUR", "country:GRA", "country:BOR", "country:SYL")

_ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Crowd:
    """How many changes each writer kept and answers each reader got; errors that any met; kept changes that are not there."""

    written: tuple[int, ...]
    answers: tuple[int, ...]
    errors: tuple[str, ...]
    lost: int


def drafts_of(writer: int, number: int) -> tuple[Draft, ...]:
    """The three events of a writer's change."""
    day = Bound(*[date(2024, 1, 1) + timedelta(days=number % 366)] * 2)
    return tuple(
        Draft(
            kind="event",
            body={"type": "AGREE", "writer": writer, "number": number, "part": part},
            valid=Valid(day, day),
            source=CitationSource("crowd", "Made up"),
            extractor="crowd",
            parts=(Part("actor", COUNTRIES[number % 4]), Part("recipient", COUNTRIES[(number + 1 + part) % 4])),
        )
        for part in range(3)
    )


def crowd(url: str, seconds: float, writers: int = 2, readers: int = 4) -> Crowd:
    """Lets processes write into an empty ledger and read from it for some seconds, then looks for what they kept."""
    roles = [("write", number) for number in range(writers)] + [("read", number) for number in range(readers)]
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "benchmarks.ledger_crowd", role, str(number), url, str(seconds)],
            cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for role, number in roles
    ]  # fmt: skip
    counts: dict[str, list[int]] = {"write": [], "read": []}
    errors: list[str] = []
    for (role, number), process in zip(roles, started, strict=True):
        output, complaint = process.communicate(timeout=seconds + 120)
        if process.returncode:
            errors.append(f"{role} {number}: {complaint.strip().splitlines()[-1]}")
        counts[role].append(json.loads(output) if output else 0)
    store = open_store(url)
    there = {(record.draft.body["writer"], record.draft.body["number"], record.draft.body["part"]) for record in store.since(0)}
    numbers = [record.sequence for record in store.since(0)]
    store.close()
    kept = {(one, number, part) for one, count in enumerate(counts["write"]) for number in range(count) for part in range(3)}
    if numbers != list(range(1, len(kept) + 1)):
        errors.append("the order of writing has gaps")
    return Crowd(tuple(counts["write"]), tuple(counts["read"]), tuple(errors), len(kept - there))


def _write(url: str, writer: int, until: float) -> int:
    store, number = open_store(url), 0
    while time.monotonic() < until:
        assert len(store.write(Change(drafts=drafts_of(writer, number))).records) == 3
        number += 1
    store.close()
    return number


def _read(url: str, reader: int, until: float) -> int:
    store, answers, before = open_store(url), 0, 0
    asked = _questions(reader)
    while time.monotonic() < until:
        count = store.count(Query())
        assert count >= before, "what was there is gone"
        assert count % 3 == 0, "half a change is there"
        before = count
        store.records(next(asked))
        answers += 1
    store.close()
    return answers


def _questions(reader: int) -> Iterator[Query]:
    one, other = (Wanted(entity=COUNTRIES[(reader + number) % 4]) for number in (0, 1))
    while True:
        yield Query(kinds=("event",), entities=(one, other), as_of=date(2024, 6, 30), limit=50)
        yield Query(known_at=datetime.now(UTC), newest=False, limit=50)


if __name__ == "__main__":
    role, number, url, seconds = sys.argv[1:]
    done = (_write if role == "write" else _read)(url, int(number), time.monotonic() + float(seconds))
    print(json.dumps(done))
