"""Whether a ledger loses anything: processes that are killed at random points, and many that write and read at once.

python -m benchmarks.ledger_soak --kills 200 --postgres-kills 50 --seconds 60
"""

import argparse
import itertools
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.ledger_crowd import crowd
from benchmarks.ledger_kills import Kills, kill_often
from benchmarks.postgresql import MISSING, Server, binaries


def main() -> None:
    """Prints what came of it; exit status 1 where anything was lost or anybody met an error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="on SQLite")
    parser.add_argument("--postgres-kills", type=int, default=50, help="on PostgreSQL: of the writer and of the server in turn")
    parser.add_argument("--seconds", type=float, default=60, help="for which two write and four read")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    sound = True
    with tempfile.TemporaryDirectory() as folder:
        numbers = itertools.count()

        def new() -> str:
            return str(Path(folder) / f"ledger-{next(numbers)}.sqlite")

        sound &= _killed("SQLite", lambda: kill_often(new, given.kills, seed=given.seed))
        sound &= _crowded("SQLite", new(), given.seconds)
    if binaries() is None:
        print(f"PostgreSQL: not tried. {MISSING}")
    else:
        with Server() as server:
            sound &= _killed(
                "PostgreSQL", lambda: kill_often(server.database, given.postgres_kills, seed=given.seed, crash=server.crash)
            )
            sound &= _crowded("PostgreSQL", server.database(), given.seconds)
    raise SystemExit(0 if sound else 1)


def _killed(name: str, run: Callable[[], Kills]) -> bool:
    started = time.monotonic()
    found = run()
    print(
        f"{name}: {found.kills} kills on {found.ledgers} ledgers in {time.monotonic() - started:.0f} s, {found.acknowledged} "
        f"changes acknowledged, {len(found.faults)} faults",
        flush=True,
    )
    for fault in found.faults[:20]:
        print(f"  {fault}")
    return not found.faults


def _crowded(name: str, url: str, seconds: float) -> bool:
    found = crowd(url, seconds)
    print(
        f"{name}: two wrote and four read for {seconds:.0f} s: {' + '.join(map(str, found.written))} changes, "
        f"{sum(found.answers)} answers, {found.lost} records lost, {len(found.errors)} errors",
        flush=True,
    )
    for error in found.errors:
        print(f"  {error}")
    return not found.errors and not found.lost


if __name__ == "__main__":
    main()
