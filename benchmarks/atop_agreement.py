"""Do the answers agree with the data of the field? For random dyad-years of ATOP: is who owes defence to whom by the file
who owes it by the answers from an import of it? Run: python -m benchmarks.atop_agreement [--sample 20000] [FILE]"""

import argparse
import csv
import gzip
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from casus.ledger.ledger import Ledger
from casus.reasoning.answer import Ground
from casus.reasoning.duties import Attack
from casus.reasoning.look import looking
from casus.reasoning.obligations import judged
from casus.reasoning.place import home
from casus.world.codes import meant
from casus.world.imports.atop import read_atop

SHARED = Path(__file__).parents[2] / "shared" / "data" / "atop" / "atop_dyad_year_1815_2018.csv.gz"
IMPORT = "casus-import-atop"
Owing = dict[tuple[str, int], set[str]]
"""By a state (its id) and a year, the states that owe it defence."""


def main() -> int:
    """Print how many of the sampled dyad-years differ, and each difference. The exit status is 1 where there are any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--sample", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1816)
    told = parser.parse_args()
    if not told.file.exists():
        print(f"{told.file}: not there; bring your own copy of ATOP's dyad-year file", file=sys.stderr)
        return 2
    differences = list(compare(told.file, told.sample, told.seed))
    for one in differences[:50]:
        print(one)
    print(f"{told.sample} dyad-years, {len(differences)} differences")
    return 1 if differences else 0


def compare(file: Path, sample: int, seed: int) -> Iterator[str]:
    """What differs between a sample of dyad-years and the answers from an import of the whole file."""
    rows = list(dyad_years(file))
    marked = owing(rows)
    directed = {(one, other) for one, other, _, _ in rows}
    both_ways = any((other, one) in directed for one, other in directed)
    chosen = random.Random(seed).sample(rows, min(sample, len(rows)))
    by_question: dict[tuple[str, int], set[str]] = defaultdict(set)
    for one, other, year, _ in chosen:
        by_question[as_meant(other, year), year].add(as_meant(one, year))
        if not both_ways:
            by_question[as_meant(one, year), year].add(as_meant(other, year))
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.sqlite") as ledger:
        facts, faults = read_atop(file)
        ledger.add_facts(facts, IMPORT)
        print(f"{len(facts)} facts imported, {len(faults)} faults, {len(rows)} dyad-years in the file")
        for (owed, year), asked in sorted(by_question.items()):
            answered = owing_in(ledger, owed, date(year, 7, 1))
            for state in sorted(asked):
                if (state in answered) != (state in marked[owed, year]):
                    yield f"{year}: {state} toward {owed}: the file says {state in marked[owed, year]}"


def owing_in(ledger: Ledger, owed: str, day: date) -> set[str]:
    """The states that owe a state defence on a day, by the provisions that were imported."""
    situation = looking(ledger.store, day)([owed])
    imported = tuple(clause for clause in situation.clauses if clause.record.draft.extractor == IMPORT)
    attack = Attack(owed, None, home(owed, owed), str)
    found = judged(replace(situation, clauses=imported), attack)
    return {one.state for one in found if isinstance(one, Ground) and one.status in ("owed", "owed-if")}


def owing(rows: list[tuple[int, int, int, bool]]) -> Owing:
    """Who owes whom defence by the file. A file that has each pair in one order only tells what both owe each other."""
    directed = {(one, other) for one, other, _, _ in rows}
    both_ways = any((other, one) in directed for one, other in directed)
    found: Owing = defaultdict(set)
    for one, other, year, defence in rows:
        if defence:
            found[as_meant(other, year), year].add(as_meant(one, year))
            if not both_ways:
                found[as_meant(one, year), year].add(as_meant(other, year))
    return found


def as_meant(number: int, year: int) -> str:
    """The state that a country code means in the middle of a year."""
    return meant("cow", number, date(year, 7, 1))


def dyad_years(file: Path) -> Iterator[tuple[int, int, int, bool]]:
    """Both country codes, the year, and whether defence is owed, of each row from 1816 to 2018."""
    with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            year = int(float(row["year"]))
            if 1816 <= year <= 2018:
                yield int(float(row["ccode1"])), int(float(row["ccode2"])), year, float(row["atop_defense"]) == 1


if __name__ == "__main__":
    sys.exit(main())
