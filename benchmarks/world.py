"""How fast data sets are imported: `python -m benchmarks.world [folder of ATOP]`, rows a second beside a bare csv.DictReader.

Prints for each file its rows, the facts and faults that it gives, and rows a second of the import, of reading the rows alone (the
limit), and of `world.facts.shipped_facts` in facts a second. The best of three runs each.
"""

import csv
import gzip
import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.shared import SHARED, needed
from casus.world.facts import shipped_facts
from casus.world.imports.atop import read_atop

DEFAULT = SHARED / "data" / "atop"
FILES = ("atop4_01_member.csv", "atop_dyad_year_1815_2018.csv.gz")
_RUNS = 3


def rows_alone(path: Path) -> int:
    """The number of rows of a file, read as dictionaries and thrown away."""
    content = path.read_bytes()
    text = (gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content).decode()
    return sum(1 for _ in csv.DictReader(io.StringIO(text, newline="")))


def fastest(run: Callable[[], object]) -> float:
    """The seconds of the fastest of some runs."""
    times = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print the figures."""
    seconds = fastest(shipped_facts)
    print(f"shipped facts: {len(shipped_facts())} in {seconds:.3f} s")
    folder = needed(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT)
    for name in FILES:
        path = folder / name
        if not path.exists():
            print(f"not measured: {path} is not there")
            continue
        rows = rows_alone(path)
        facts, faults = read_atop(path)
        own, limit = fastest(lambda path=path: read_atop(path)), fastest(lambda path=path: rows_alone(path))  # type: ignore[misc]
        print(
            f"{name}: {rows} rows, {len(facts)} facts, {len(faults)} faults; import {own:.2f} s, {rows / own:,.0f} rows/s; "
            f"csv.DictReader alone {limit:.2f} s, {rows / limit:,.0f} rows/s; {own / limit:.1f} times as long"
        )


if __name__ == "__main__":
    main()
