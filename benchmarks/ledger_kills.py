"""Kills a process that keeps changes at random points, again and again, and looks at the ledger each time.

The process tells each change that it kept on its standard output. Whatever it told must be there whole; of the change that it was
writing when it was killed there must be all or nothing.
"""

import hashlib
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from casus.ledger.contract import Change, KeptReading, KeptReport
from casus.ledger.record import Bound, CitationSource, Draft, Part, Quote, ReportSource, Valid
from casus.ledger.sql.store import SqlStore, open_store
from casus.ledger.verify import Finding, verify

CHANGES = 120
"""What one ledger is to hold. Where it does, the next kill is on a new one."""

_RECORDS = 6
_LONGEST = {"sqlite": 0.5, "postgresql": 2.0}
"""Seconds until the process is killed at the latest, counted from when it opens the ledger, which takes longer on a server."""

_ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Kills:
    """How often the process was killed, how many changes it had told as kept, on how many ledgers, and what was wrong."""

    kills: int
    acknowledged: int
    ledgers: int
    faults: tuple[str, ...]


def change_of(number: int) -> Change:
    """A report, its reading and six records: some events, a membership, and the next version of each change's first event."""
    text = f"Ruritania and Graustark signed pact number {number}. " + "It was raining. " * (number % 50)
    report = KeptReport(id=hashlib.sha256(text.encode()).hexdigest(), text=text, keys=(f"band:{number % 7}", "band:all"))
    words = f"signed pact number {number}"
    source = ReportSource(report.id, (Quote("told", text.index(words), text.index(words) + len(words), words),))
    day = Bound(*[date(2020, 1, 1) + timedelta(days=number)] * 2)
    events = [
        Draft(
            kind="event", body={"type": "AGREE", "part": part}, valid=Valid(day, day), source=source, extractor="kills",
            parts=(Part("actor", "country:RUR"), Part("recipient", "country:GRA")),
        )
        for part in range(_RECORDS - 2)
    ]  # fmt: skip
    membership = Draft(
        kind="party", body={"number": number}, valid=Valid(day, day), source=CitationSource("atlas", f"page {number}"),
        extractor="kills", parts=(Part("party", "country:RUR"),), topic="party:pact:RUR",
    )  # fmt: skip
    newer = replace(events[0], fact=events[0].id, supersedes=events[0].id, confidence=0.5)
    return Change(report, KeptReading(report.id, "kills 1", f'{{"number": {number}}}'), (*events, membership, newer))


def kill_often(
    new: Callable[[], str], kills: int, *, seed: int = 0, crash: Callable[[], None] | None = None, changes: int = CHANGES
) -> Kills:
    """Kills the process so often on ledgers that `new` gives. Every second time it is the server that `crash` stops at once."""
    chance, done, told, ledgers = random.Random(seed), 0, 0, 0
    faults: list[str] = []
    expected = unbroken(new(), changes)
    while done < kills:
        url, acknowledged, at_work = new(), 0, True
        ledgers += 1
        while done < kills and at_work:
            process = _started(url, max(0, acknowledged - 3), changes)
            time.sleep(chance.uniform(0, _LONGEST["postgresql" if "://" in url else "sqlite"]))
            if crash and done % 2:
                crash()
                process.wait(60)
            at_work = process.poll() is None or bool(process.returncode)
            process.kill()
            output, complaint = process.communicate()
            if process.returncode > 0 and not (crash and done % 2):
                faults.append(f"kill {done}: the process failed by itself: {complaint[-300:]}")
            lines = [int(line) for line in output.splitlines() if line.strip().isdigit()]
            acknowledged = max([acknowledged, *(number + 1 for number in lines)])
            done += at_work
            faults += [f"kill {done}: {fault}" for fault in damage(url, acknowledged, changes)]
        told += acknowledged
        if unbroken(url, changes) != expected:
            faults.append(f"ledger {ledgers}: the rerun came to other content")
        faults += [f"ledger {ledgers}: {found}" for found in _unsound(url)]
    return Kills(done, told, ledgers, tuple(faults))


def unbroken(url: str, changes: int = CHANGES) -> str:
    """The hash of the content that a run without a kill comes to, from the beginning."""
    store = open_store(url)
    for number in range(changes):
        store.write(change_of(number))
    content = store.content_hash()
    store.close()
    return content


def _unsound(url: str) -> list[Finding]:
    store = open_store(url)
    found = list(verify(store))
    store.close()
    return found


def damage(url: str, acknowledged: int, changes: int = CHANGES) -> Iterator[str]:
    """What is wrong in a ledger in which so many changes were told to be kept."""
    store = open_store(url)
    try:
        held = {report.id for report in store.reports()}
        counts = {record.id for record in store.since(0)}
        for number in range(changes):
            change = change_of(number)
            assert change.report is not None
            there = sum(draft.id in counts for draft in change.drafts)
            whole = change.report.id in held and there == _RECORDS
            if number < acknowledged and not whole:
                yield f"change {number} was kept, and is not there whole"
            if not whole and (there or change.report.id in held):
                yield f"of change {number} there are {there} records"
        if len(counts) % _RECORDS:
            yield f"there are {len(counts)} records"
        yield from _integrity(store)
    finally:
        store.close()


def _integrity(store: SqlStore) -> Iterator[str]:
    if store.place.path is None:
        return
    connection = sqlite3.connect(store.place.path)
    said = connection.execute("PRAGMA integrity_check").fetchone()[0]
    connection.close()
    if said != "ok":
        yield f"integrity_check: {said}"


def _started(url: str, first: int, changes: int) -> "subprocess.Popen[str]":
    """A process that is about to open the ledger."""
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.ledger_kills", url, str(first), str(changes)],
        cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    if process.stdout.readline() != "ready\n":
        raise RuntimeError(process.communicate()[1])
    return process


def _keep_all(url: str, first: int, changes: int) -> None:
    print("ready", flush=True)
    store = open_store(url)
    for number in range(first, changes):
        store.write(change_of(number))
        print(number, flush=True)
    store.close()


if __name__ == "__main__":
    _keep_all(sys.argv[1], *map(int, sys.argv[2:]))
