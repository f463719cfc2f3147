"""How fast conflicts are found: `python -m benchmarks.reasoning_conflicts [--records N] [--deltas N] [--on URL]`.

Prints a full pass over a made-up ledger (ledger_material.py: each fifth event and transfer is a denial; what passes between the
same two states is grain, so that some of it is told and denied), then what each further
report costs, looked at alone (`since`). Beside the full pass stands the time that the store takes to give the same records, which
is the least that it could take. The incremental results are held to a second full pass: they must come to the same.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from benchmarks.ledger_material import RECORDS, changes
from casus.ledger.contract import Change, Query, Store
from casus.ledger.ledger import Ledger
from casus.ledger.record import Part
from casus.reasoning.conflicts import conflicts, updated

Done = TypeVar("Done")
AIM_FULL = 60.0
"""Seconds that a full pass over 100,000 records may take."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the times. Gives the exit status: 1 where the increments do not come to what a full pass finds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=100_000, help="of the ledger, beside the reference facts")
    parser.add_argument("--deltas", type=int, default=20, help="further reports, looked at one by one")
    parser.add_argument("--on", metavar="URL", help="an empty ledger (default: a temporary file)")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, Ledger.open(asked.on or Path(folder) / "ledger.sqlite") as ledger:
        return _measured(ledger.store, asked.records // RECORDS, asked.deltas)


def _measured(store: Store, reports: int, deltas: int) -> int:
    for change in changes(reports):
        store.write(_passing(change))
    read, _ = _timed(lambda: len(store.records(Query(kinds=("statement", "event", "transfer", "agreement"), newest=False))))
    whole, answer = _timed(lambda: conflicts(store))
    print(f"{store.sequence_at()} records of {reports} reports, {answer.searched.claims} claims compared")
    print(f"the store alone gives these records  {read:8.2f} s")
    print(f"full pass                            {whole:8.2f} s   {len(answer.findings)} found   (aim: {AIM_FULL:.0f} s)")
    found, at, times = answer.findings, answer.at, list[float]()
    for change in changes(deltas, start=reports):
        store.write(_passing(change))
        took, answer = _timed(partial(conflicts, store, since=at))
        found, at = updated(found, answer), answer.at
        times.append(took)
    if times:
        print(f"each of {deltas} further reports        {statistics.median(times):8.2f} s   slowest {max(times):.2f} s")
    again = conflicts(store).findings
    same = {one.id for one in found} == {one.id for one in again}
    print(f"increments and a full pass {'find the same' if same else 'DO NOT find the same'}: {len(again)}")
    return 0 if same else 1


def _passing(change: Change) -> Change:
    """The change with suppliers for who sends something."""
    drafts = (
        replace(one, parts=tuple(Part("supplier", part.entity) if part.role == "actor" else part for part in one.parts))
        if one.kind == "transfer"
        else one
        for one in change.drafts
    )
    return replace(change, drafts=tuple(drafts))


def _timed(work: Callable[[], Done]) -> tuple[float, Done]:
    start = time.perf_counter()
    done = work()
    return time.perf_counter() - start, done


if __name__ == "__main__":
    sys.exit(main())
