"""How fast each page's data are over 100 thousand events. Run: python -m benchmarks.pages

Each question is asked with other values each time, so that no answer is remembered, in the process of the service and through
its whole stack. Beside the time by the clock stands that of the processor, which is what it takes where nothing else runs. The
limit to compare with, in the same run: that the database counts the events that are looked at, by their sorts. First the ledger
is made, once, under build/pages. CASUS_PAGES_REPORTS (ten events each) and ROUNDS are taken from the environment.
"""

import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from functools import partial

from sqlalchemy import func, select
from starlette.testclient import TestClient

from benchmarks.ledger_material import dyad
from benchmarks.pages_ledger import ledger
from casus.faces.service.app import application
from casus.faces.service.guard import Rules
from casus.faces.service.limits import Limits
from casus.faces.service.workers import Workers
from casus.ledger.ledger import Ledger
from casus.ledger.sql.rows import day_number
from casus.ledger.sql.store import SqlStore
from casus.ledger.sql.tables import records

ROUNDS = int(os.environ.get("ROUNDS", "40"))
_FIRST, _LAST = date(2015, 1, 1), date(2025, 12, 1)
_ROOTS = ("CONSULT", "AGREE", "ASSAULT", "AID", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "MOBILIZE", "SUPPORT")


def questions(chance: random.Random) -> Iterator[tuple[str, str]]:
    """A name and an address of each sort of question, with values of chance."""
    one, other = dyad(chance.randrange(780))
    early = _FIRST + timedelta(chance.randrange(2500))
    late = early + timedelta(chance.randrange(30, 1500))
    sure, root = round(chance.random() / 4, 6), chance.choice(_ROOTS)
    yield "index", f"/index.json?view.round={chance.random()}"
    yield "timeline, all, in steps", f"/timeline.json?confidence={sure}"
    yield "timeline, by kind, in steps", f"/timeline.json?lanes=kind&confidence={sure}"
    yield "timeline, some years, in steps", f"/timeline.json?kind=event&from={early}&to={late}&confidence={sure}"
    yield "timeline, one actor, one sort", f"/timeline.json?actor={one}&type={root}&confidence={sure}"
    yield "timeline, two actors, marks", f"/timeline.json?actor={one}&with={other}&confidence={sure}"
    yield "timeline, 2,000 marks", f"/timeline.json?kind=event&confidence={0.98 + chance.random() / 1000}"
    yield "map by actor, all", f"/map.json?by=actor&confidence={sure}"
    yield "map by place, all", f"/map.json?by=place&confidence={sure}"
    yield "map, one sort, some years", f"/map.json?by=actor&type={root}&from={early}&to={late}"
    yield "network, all", f"/network.json?confidence={sure}"
    yield "network, three centers", f"/network.json?center={one}&center={other}&center=country:{_code(chance)}&confidence={sure}"
    yield "words of an edge", f"/network/edge.json?from={one}&to={other}&confidence={sure}"
    yield "actor", f"/actor/{one}.json?confidence={sure}"
    yield "names", f"/api/v1/names?find={chance.choice('abcdefgilmnoprstu')}{chance.choice('aeiou')}&limit=20"
    yield "show, sorted, with facets", f"/api/v1/show/events?sort=-confidence&facets=type,year&actor={one}&from={early}"


def _code(chance: random.Random) -> str:
    return dyad(chance.randrange(780))[0].partition(":")[2]


def bare_count(store: SqlStore) -> Callable[[], None]:
    """Counts the events of some years in the database, which is the least that a count costs there."""

    def counted() -> None:
        early = _FIRST + timedelta(random.randrange(100))
        column = records.c
        statement = (
            select(column.type, func.count())
            .where(column.kind == "event", column.day >= day_number(early), column.day <= day_number(_LAST))
            .group_by(column.type)
        )
        with store.connection() as connection:
            connection.execute(statement).all()

    return counted


def told(name: str, took: Sequence[tuple[float, float]]) -> None:
    """Prints one measurement."""
    clock, processor = (
        [1000 * at for at in statistics.quantiles(each, n=100, method="inclusive")] for each in zip(*took, strict=True)
    )
    print(
        f"{name:34} p50 {clock[49]:6.0f} ms   p95 {clock[94]:6.0f} ms;   of the processor p50 {processor[49]:6.0f} ms   "
        f"p95 {processor[94]:6.0f} ms"
    )


def timed(act: Callable[[], object]) -> tuple[float, float]:
    """The seconds that something takes, by the clock and of the processor."""
    begun, worked = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - begun, time.process_time() - worked


def main() -> None:
    """Measures all."""
    path = ledger()
    with Ledger.open(path) as kept, closing(Workers(Limits())) as workers:
        first = timed(kept.survey.things)
        print(f"first look at {path.name}: {first[0]:.1f} s, of the processor {first[1]:.1f} s")
        things = kept.survey.things()
        several = int((things.witnessed.reports > 1).sum())
        print(f"{len(things)} things, {several} of them told by several reports, {len(things.reports) - 1} reports")
        app = application(kept, workers, Rules(host="127.0.0.1", token="none", open_to_others=False))
        chance = random.Random(11)
        took: dict[str, list[tuple[float, float]]] = {}
        with TestClient(app, base_url="http://127.0.0.1:8321") as client:
            for _ in range(ROUNDS + 1):
                for name, address in questions(chance):
                    took.setdefault(name, []).append(timed(partial(_asked, client, address)))
        for name, times in took.items():
            told(name, times[1:])
        assert isinstance(kept.store, SqlStore)
        count = bare_count(kept.store)
        told("the limit: a count in the database", [timed(count) for _ in range(ROUNDS + 1)][1:])


def _asked(client: TestClient, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        sys.exit(f"{address}: {answer.status_code} {answer.text[:200]}")


if __name__ == "__main__":
    main()
