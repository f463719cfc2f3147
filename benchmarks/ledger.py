"""Speed and size of the ledger: `python -m benchmarks.ledger [--sizes 10000,100000,1000000] [--postgres] [--asked 200]
[--readings 60] [--seed 1]`.

One ledger grows from size to size (counted in records) by made-up changes of a report's size (ledger_material.py), a tenth of
which are read again later: then some records supersede others or take them back. The limit is what the driver alone takes to
insert the very same rows, with the same statements and commits, into a second ledger with the same tables, indexes, triggers
and settings; store and limit take turns, TURN changes at a time. Seconds are the clock's, and where others use the disk too the
share of the limit is what to go by; those of the processor are this process's, without a server's. What is asked is asked once
to warm up, then timed. With --postgres on a PostgreSQL server of its own, in a temporary folder, that syncs each commit; else on
SQLite.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.ledger_limit import Inserts, Limit, same_rows
from benchmarks.ledger_material import RECORDS, change, dyad, last_day
from benchmarks.postgresql import MISSING, Server, binaries
from benchmarks.reading import Watch, generated
from casus.ledger.contract import Change, KeptReading, Query, Wanted
from casus.ledger.ledger import Ledger
from casus.ledger.record import Draft, RecordKind
from casus.ledger.sql.store import SqlStore, open_store
from casus.reading.model import Reading
from casus.reading.read import read_reports
from casus.sources.open import open_report

TURN = 50
AGAIN, LATER = 10, "casus-reader 0.3.0"
"""Every so many reports one is read again, by a later reader."""

MOST_ASKED = 50
"""Records an answer, at most."""

YEARS_BACK = 10
LEAST_RATE, LEAST_SHARE, MOST_MILLISECONDS, MOST_GROWTH = 5000, 1 / 3, 10.0, 3.0

Asking = Callable[[], object]


@dataclass
class Stretch:
    """How a ledger grew: the records that were kept, and what time the store and the bare driver took."""

    records: int = 0
    kept: Watch = field(default_factory=Watch)
    bare: Watch = field(default_factory=Watch)


@dataclass(frozen=True, slots=True)
class Answers:
    """How many records an answer had, on average, and the milliseconds of each, of the clock and of the processor."""

    records: float
    wall: Sequence[float]
    cpu: Sequence[float]


@dataclass(frozen=True, slots=True)
class Size:
    """What was measured at a size: how it came to it, and the answers by what was asked."""

    records: int
    stretch: Stretch
    size_in_bytes: int
    answers: Mapping[str, Answers]


def course(start: int = 0) -> Iterator[Change]:
    """Reports and, some time after, readings of a tenth of them by a later reader."""
    number = start
    while True:
        yield change(number)
        if number % AGAIN == AGAIN - 1:
            yield read_again(number - AGAIN // 2)
        number += 1


def read_again(number: int) -> Change:
    """A later reading of the report of this number: four of its events are dated otherwise, and one is not told."""
    before = change(number)
    assert before.reading
    events = [draft for draft in before.drafts if draft.kind == "event"]
    redated = (replace(_next(draft), confidence=round(draft.confidence / 2, 4)) for draft in events[:4])
    reading = KeptReading(before.reading.report, LATER, before.reading.body)
    return Change(before.report, reading, (*redated, replace(_next(events[4]), retracted=True, why="it is not told")))


def _next(draft: Draft) -> Draft:
    return replace(draft, fact=draft.id, supersedes=draft.id, extractor=LATER)


def grow(store: SqlStore, limit: Limit, inserts: Inserts, changes: Iterator[Change], size: int) -> Stretch:
    """Keeps changes until the ledger has so many records; store and limit take turns."""
    stretch, held = Stretch(), store.sequence_at()
    start = held
    while held < size:
        part = [next(changes) for _ in range(min(TURN, -(-(size - held) // RECORDS)))]
        stretch.kept.tick()
        for one in part:
            held += len(store.write(one).records)
        stretch.kept.tick()
        rows = inserts.taken()
        stretch.bare.tick()
        limit.insert(rows)
        stretch.bare.tick()
        if sys.stderr.isatty():
            print(f"\r{held:,} of {size:,} records", end="", file=sys.stderr)
    if sys.stderr.isatty():
        print("\r" + " " * 40 + "\r", end="", file=sys.stderr)
    stretch.records = held - start
    return stretch


def questions(store: SqlStore, count: int, chance: random.Random) -> dict[str, list[Asking]]:
    """What is asked, `count` times each, of other entities, days and instants each time."""
    records = store.sequence_at()
    first, last = (store.since(sequence, 1)[0].recorded_at for sequence in (0, records - 1))

    def day() -> Any:  # noqa: ANN401
        return last_day() - timedelta(days=chance.randrange(365 * YEARS_BACK))

    def instant() -> datetime:
        return first + (last - first) * chance.random()

    def asked(**given: Any) -> Asking:  # noqa: ANN401
        query = Query(limit=MOST_ASKED, **given)
        return lambda: store.records(query)

    def of(*entities: str) -> tuple[Wanted, ...]:
        return tuple(Wanted(entity=entity) for entity in entities)

    def pair() -> tuple[Wanted, ...]:
        return of(*dyad(chance.randrange(10**6)))

    kinds: tuple[RecordKind, ...] = ("event", "statement", "transfer", "agreement", "position")
    modalities = ("actual", "denied", "planned")
    ids = [store.since(chance.randrange(records), 1)[0].id[:12] for _ in range(count)]
    return {
        "events of a dyad as of": [
            asked(kinds=kinds[:1], entities=pair(), as_of=day(), known_at=instant()) for _ in range(count)
        ],
        "the same, known now": [asked(kinds=kinds[:1], entities=pair(), as_of=day()) for _ in range(count)],
        "events of an actor as of": [
            asked(kinds=kinds[:1], entities=pair()[:1], as_of=day(), known_at=instant()) for _ in range(count)
        ],
        "agreements of an actor as of": [
            asked(kinds=("agreement",), entities=pair()[:1], as_of=day(), known_at=instant()) for _ in range(count)
        ],
        "anything of an actor": [asked(entities=pair()[:1]) for _ in range(count)],
        "a kind by modality": [
            asked(kinds=(chance.choice(kinds),), modalities=(chance.choice(modalities),), as_of=day()) for _ in range(count)
        ],
        "a record by its id": [lambda prefix=prefix: store.record(prefix) for prefix in ids],  # type: ignore[misc]
    }


def answered(asked: Sequence[Asking]) -> Answers:
    """Each answer, warm."""
    records = sum(len(answer) if isinstance(answer := ask(), tuple) else 1 for ask in asked)
    wall, cpu = list[float](), list[float]()
    for ask in asked:
        watch = Watch()
        watch.tick()
        ask()
        watch.tick()
        wall.append(1000 * watch.wall)
        cpu.append(1000 * watch.cpu)
    return Answers(records / len(asked), wall, cpu)


def size_in_bytes(store: SqlStore) -> int:
    """Bytes of the file, or of the database on a server."""
    with store.engine.connect() as connection:
        if store.engine.dialect.name == "sqlite":
            pages, page = (
                int(connection.exec_driver_sql(f"PRAGMA {name}").scalar() or 0) for name in ("page_count", "page_size")
            )
            return pages * page
        return int(connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar() or 0)


def measured(
    urls: Sequence[str | Path], sizes: Sequence[int], count: int, seed: int, told: Callable[[Size], None]
) -> Sequence[Size]:
    """Grows the first of two ledgers and asks it, size after size; `told` gets each as soon as it is measured."""
    store, limit = open_store(urls[0]), Limit(open_store(urls[1]))
    inserts, changes, found = Inserts(store), course(), list[Size]()
    try:
        for size in sizes:
            with inserts.taken_down():
                stretch = grow(store, limit, inserts, changes, size)
            if not same_rows(store, limit.store):
                raise RuntimeError("the limit was not measured with the rows that the store wrote")
            asked = questions(store, count, random.Random(seed))
            answers = {name: answered(each) for name, each in asked.items()}
            held = store.sequence_at()
            found.append(Size(held, stretch, size_in_bytes(store), answers))
            told(found[-1])
    finally:
        limit.close()
        store.close()
    return found


def kept(told: str | Path, readings: Sequence[Reading]) -> Stretch:
    """Keeps whole readings in a ledger, with all that is decided on: who is who, which events are known."""
    with Ledger.open(told) as ledger:
        before, stretch = ledger.store.sequence_at(), Stretch()
        stretch.kept.tick()
        for reading in readings:
            ledger.keep(reading)
        stretch.kept.tick()
        stretch.records = ledger.store.sequence_at() - before
        return stretch


def lines(size: Size) -> Iterator[str]:
    """The figures at a size."""
    records, kept, bare = size.stretch.records, size.stretch.kept, size.stretch.bare
    yield f"-- {size.records:,} records (load {os.getloadavg()[0]:.1f})"
    yield _line("kept, records/s", records / kept.wall, f"expected {LEAST_RATE:,} on SQLite")
    yield _line("rows alone (the limit), records/s", records / bare.wall)
    yield _line("share of the limit", bare.wall / kept.wall, f"expected at least {LEAST_SHARE:.2f}")
    yield _line("kept, records/s of the processor", records / kept.cpu)
    yield _line("rows alone, of the processor", records / bare.cpu)
    yield _line("bytes a record", size.size_in_bytes / size.records)
    yield f"{'milliseconds an answer':36}{'median':>10}{'95 %':>10}{'most':>10}{'processor':>10}{'records':>10}"
    for number, (name, answers) in enumerate(size.answers.items()):
        taken = sorted(answers.wall)
        figures = (statistics.median(taken), taken[int(0.95 * (len(taken) - 1))], taken[-1], statistics.median(answers.cpu))
        expected = f"  expected median under {MOST_MILLISECONDS:.0f}" if number == 0 else ""
        yield f"{name:36}" + "".join(f"{figure:10.2f}" for figure in (*figures, answers.records)) + expected


def growth(sizes: Sequence[Size]) -> Iterator[str]:
    """How much slower answers are at the last size than at the first."""
    yield f"-- median at {sizes[-1].records:,} / at {sizes[0].records:,} records"
    for number, name in enumerate(sizes[0].answers):
        last, first = (statistics.median(size.answers[name].wall) for size in (sizes[-1], sizes[0]))
        yield _line(name, last / first, f"expected under {MOST_GROWTH:.0f}" if number == 0 else "")


def _line(name: str, figure: float, expected: str = "") -> str:
    shown = f"{figure:,.0f}" if figure >= 100 else f"{figure:.2f}"
    return f"{name:36}{shown:>10}" + (f"  {expected}" if expected else "")


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10000,100000,1000000", help="records, ascending, with commas between them")
    parser.add_argument("--postgres", action="store_true", help="on PostgreSQL")
    parser.add_argument("--asked", type=int, default=200, help="how often each thing is asked")
    parser.add_argument("--readings", type=int, default=60, help="whole readings to keep at the end; 0: none")
    parser.add_argument("--seed", type=int, default=1, help="of what is asked")
    given = parser.parse_args(arguments)
    try:
        sizes = [int(size) for size in given.sizes.split(",")]
    except ValueError:
        parser.error(f"--sizes {given.sizes}: must be numbers with commas between them")
    if sizes != sorted(set(sizes)) or sizes[0] < 1 or given.asked < 1 or given.readings < 0:
        parser.error("--sizes must ascend from 1 or more, --asked be at least 1, --readings at least 0")
    if given.postgres and binaries() is None:
        parser.error(MISSING)

    def told(size: Size) -> None:
        print(*lines(size), sep="\n", flush=True)

    with ExitStack() as stack:
        if given.postgres:
            server = stack.enter_context(Server())
            urls: list[str | Path] = [server.database() for _ in range(3)]
        else:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            urls = [folder / f"{name}.sqlite" for name in ("store", "limit", "new")]
        print(f"== {'PostgreSQL' if given.postgres else 'SQLite'}")
        found = measured(urls, sizes, given.asked, given.seed, told)
        print(*growth(found), sep="\n", flush=True)
        if given.readings:
            texts = generated(given.readings, given.seed)
            readings = tuple(read_reports([open_report(text.encode()) for text in texts]))
            print("-- whole readings kept: who is who, which events are known, what was told before")
            for name, url in (("new ledger", urls[2]), (f"ledger of {found[-1].records:,}", urls[0])):
                stretch = kept(url, readings)
                print(_line(f"{name}, reports/s", len(readings) / stretch.kept.wall))
                print(_line(f"{name}, records/s", stretch.records / stretch.kept.wall), flush=True)


if __name__ == "__main__":
    main()
